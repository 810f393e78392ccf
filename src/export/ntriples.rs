//! RDF 1.1 N-Triples, a triple a line, by oxigraph's writer.

use super::parallel::in_parallel;
use super::rdf::triples;
use super::{Exporter, Input, Writer};
use oxttl::NTriplesSerializer;

pub(super) const EXPORTER: Exporter = Exporter {
    name: "ntriples",
    extension: "nt",
    media_type: "application/n-triples",
    summary: "RDF as N-Triples, a triple a line, for loading in bulk",
    write: Writer::File(write),
};

fn write(input: Input<'_>) -> Vec<u8> {
    let triples = triples(input);
    let mut out = Vec::new();
    in_parallel(&mut out, triples.subjects(), |out, _, subject| {
        let mut writer = NTriplesSerializer::new().for_writer(out);
        // Writing to memory does not fail.
        triples.of(subject, |triple| writer.serialize_triple(triple)).unwrap_or_default();
    });
    out
}
