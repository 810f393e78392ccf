//! RDF 1.1 Turtle, by oxigraph's writer.

use super::rdf::{each, prefixes};
use super::{Exporter, Input, Writer};
use oxttl::TurtleSerializer;

pub(super) const EXPORTER: Exporter = Exporter {
    name: "turtle",
    extension: "ttl",
    media_type: "text/turtle",
    summary: "RDF as Turtle, with the terms that SPARQL answers with",
    write: Writer::File(write),
};

fn write(input: Input<'_>) -> Vec<u8> {
    let mut serializer = TurtleSerializer::new();
    for (prefix, iri) in prefixes(input.graph) {
        serializer = serializer.clone().with_prefix(prefix, iri).unwrap_or(serializer);
    }
    let mut writer = serializer.for_writer(Vec::new());
    // Writing to memory does not fail.
    each(input, |triple| writer.serialize_triple(triple)).unwrap_or_default();
    writer.finish().unwrap_or_default()
}
