//! RDF 1.1 N-Triples, a triple a line, by oxigraph's writer.

use super::rdf::each;
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
    let mut writer = NTriplesSerializer::new().for_writer(Vec::new());
    // Writing to memory does not fail.
    each(input, |triple| writer.serialize_triple(triple)).unwrap_or_default();
    writer.finish()
}
