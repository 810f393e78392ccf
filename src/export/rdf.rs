//! What the three RDF formats share: the triples of what is shown, and the prefixes.

use super::Input;
use crate::graph::{Graph, Scope, Slice};
use crate::query::rdf::{PREFIXES, Triples, data_namespace};
use oxrdf::TripleRef;
use std::io;

/// The triples of a scene, as of its date.
pub(super) fn triples(input: Input<'_>) -> Triples<'_> {
    let Input { graph, scene, .. } = input;
    let slice = Slice::new(graph, Scope { as_of: scene.as_of, ..Scope::default() });
    let nodes = scene.nodes.iter().map(|node| node.index);
    let edges = scene.edges.iter().map(|edge| edge.index);
    Triples::new(&slice, nodes, edges)
}

/// Hands on the triples of a scene, one after another.
pub(super) fn each(
    input: Input<'_>,
    mut each: impl FnMut(TripleRef<'_>) -> io::Result<()>,
) -> io::Result<()> {
    let triples = triples(input);
    triples.subjects().iter().try_for_each(|subject| triples.of(subject, &mut each))
}

/// The prefixes that a file declares: those of SPARQL queries, so that both read alike.
pub(super) fn prefixes(graph: &Graph) -> impl Iterator<Item = (&'static str, String)> {
    let own = std::iter::once(("d", data_namespace(graph)));
    own.chain(PREFIXES.into_iter().map(|(prefix, iri)| (prefix, iri.to_owned())))
}
