//! JSON-LD 1.1 in its streaming form, by oxigraph's writer.

use super::rdf::{each, prefixes};
use super::{Exporter, Input, Writer};
use oxjsonld::JsonLdSerializer;
use oxrdf::GraphNameRef;

pub(super) const EXPORTER: Exporter = Exporter {
    name: "jsonld",
    extension: "jsonld",
    media_type: "application/ld+json",
    summary: "RDF as JSON-LD, for web pages and JSON tools",
    write: Writer::File(write),
};

fn write(input: Input<'_>) -> Vec<u8> {
    let mut serializer = JsonLdSerializer::new();
    for (prefix, iri) in prefixes(input.graph) {
        serializer = serializer.clone().with_prefix(prefix, iri).unwrap_or(serializer);
    }
    let mut writer = serializer.for_writer(Vec::new());
    // Writing to memory does not fail.
    let quads = |triple: oxrdf::TripleRef<'_>| {
        writer.serialize_quad(triple.in_graph(GraphNameRef::DefaultGraph))
    };
    each(input, quads).unwrap_or_default();
    let mut text = writer.finish().unwrap_or_default();
    text.push(b'\n');
    text
}
