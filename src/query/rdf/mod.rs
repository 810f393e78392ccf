//! The graph as RDF: one mapping, which SPARQL queries ask and RDF files are written from.
//!
//! A relation is a triple, where it is put forward as a fact or an assessment, and a statement node
//! (`rdf:Statement`) that carries its stance, certainty, dates and citations. A commitment is a node
//! with a property for each role. `docs/sparql.md` tells all the terms.

mod about;
mod pairs;
mod terms;
mod view;
mod words;

pub use words::{PREFIXES, data_namespace};

pub(super) use pairs::{Object, Pairs, owned};
pub(super) use view::{View, count, node_id};
pub(super) use words::{Dated, Id, OBJECT, SOURCE_IDS, SUBJECT, TimePart, decode};

use crate::graph::{EdgeIndex, EdgeView, Graph, Node, NodeIndex, NodeView, Slice, Tie};
use oxrdf::{NamedOrBlankNodeRef, TermRef, TripleRef};
use std::collections::HashSet;

/// The triples of a part of a slice: the data set, the nodes and edges of the part with their times,
/// steps, figures and citations, and then all sources and the whole vocabulary.
#[derive(Debug)]
pub struct Triples<'g> {
    view: View<'g>,
    subjects: Vec<Subject>,
}

/// What triples are of, together with what has no name and belongs to it.
#[derive(Debug)]
pub struct Subject(Id);

impl<'g> Triples<'g> {
    /// Those of some nodes and edges.
    pub fn new(
        slice: &Slice<'g>,
        nodes: impl Iterator<Item = NodeIndex>,
        edges: impl Iterator<Item = EdgeIndex>,
    ) -> Self {
        let graph = slice.graph();
        let part = Part::new(graph, nodes, edges);
        let view = View::of_edges(slice, &part.edges);
        let nodes = part.nodes.iter().map(|node| node_id(graph.node(*node)));
        let statements = part.edges.iter().filter_map(|edge| {
            let Tie::Relation(number) = graph.edge(*edge).tie() else { return None };
            Some(view.statement(number)).filter(|id| matches!(id, Id::Statement(_)))
        });
        let sources = (0..count(graph.records().sources.len())).map(Id::Source);
        let words = view.words().all().map(Id::Word);
        let subjects = std::iter::once(Id::Dataset).chain(nodes).chain(statements);
        let subjects = subjects.chain(sources).chain(words).map(Subject).collect();
        Self { view, subjects }
    }

    /// What there are triples of, in order.
    pub fn subjects(&self) -> &[Subject] {
        &self.subjects
    }

    /// Hands on the triples of a subject, and of what belongs to it right after what names it.
    ///
    /// # Errors
    /// Those of `each`, at the first of which it stops.
    pub fn of<E>(
        &self,
        subject: &Subject,
        each: impl FnMut(TripleRef<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let (view, pairs, told) = (&self.view, Pairs::of(None), HashSet::new());
        Teller { view, pairs, told, each }.tell(subject.0.clone())
    }
}

/// What is told of: nodes and edges; of an edge that is a node too, that node, and what is said of it.
struct Part {
    nodes: Vec<NodeIndex>,
    edges: Vec<EdgeIndex>,
}

impl Part {
    fn new(
        graph: &Graph,
        nodes: impl Iterator<Item = NodeIndex>,
        edges: impl Iterator<Item = EdgeIndex>,
    ) -> Self {
        let mut part = Self { nodes: nodes.collect(), edges: Vec::new() };
        let mut there: HashSet<NodeIndex> = part.nodes.iter().copied().collect();
        let mut known = vec![false; graph.net().edge_count()];
        let mut left: Vec<EdgeIndex> = edges.collect();
        left.reverse();
        while let Some(edge) = left.pop() {
            if known.get_mut(edge.index()).is_none_or(|known| std::mem::replace(known, true)) {
                continue;
            }
            part.edges.push(edge);
            let Some(claim) = claim(graph.edge(edge)).filter(|node| there.insert(node.index()))
            else {
                continue;
            };
            part.nodes.push(claim.index());
            let relations = claim.edges().into_iter().filter(|edge| edge.relation().is_some());
            let between =
                relations.filter(|edge| there.contains(&edge.other(claim.index()).index()));
            left.extend(between.map(|edge| edge.index()));
        }
        part
    }
}

/// The node that a relation is itself, where something is said of it.
fn claim(edge: EdgeView<'_>) -> Option<NodeView<'_>> {
    let node = edge.source().graph().find(edge.relation()?.id.as_ref()?)?;
    matches!((node.node(), edge.tie()), (Node::Relation(a), Tie::Relation(b)) if a == b)
        .then_some(node)
}

/// Tells of a subject.
struct Teller<'v, 'g, F> {
    view: &'v View<'g>,
    pairs: Pairs<'g>,
    /// The citations told of, since a step and its commitment share them.
    told: HashSet<u32>,
    each: F,
}

impl<F> Teller<'_, '_, F> {
    /// Tells of a subject, and then of what belongs to it.
    fn tell<E>(&mut self, subject: Id) -> Result<(), E>
    where
        F: FnMut(TripleRef<'_>) -> Result<(), E>,
    {
        let view = self.view;
        let mut left = vec![subject];
        let (mut name, mut object_name) = (String::new(), String::new());
        while let Some(subject) = left.pop() {
            let Some(named) = view.name(&subject, &mut name) else { continue };
            view.about(&subject, &mut self.pairs);
            let owned_from = left.len();
            for (predicate, object) in self.pairs.take() {
                let Some(predicate) = view.words().iri(predicate) else { continue };
                let term = match &object {
                    Object::Id(id) => match view.name(id, &mut object_name) {
                        Some(NamedOrBlankNodeRef::NamedNode(iri)) => TermRef::NamedNode(iri),
                        Some(NamedOrBlankNodeRef::BlankNode(node)) => TermRef::BlankNode(node),
                        None => continue,
                    },
                    value => match value.literal(&mut object_name) {
                        Some(literal) => TermRef::Literal(literal),
                        None => continue,
                    },
                };
                (self.each)(TripleRef::new(named, predicate, term))?;
                if let Object::Id(id) = object
                    && belongs(&id, &mut self.told)
                {
                    left.push(id);
                }
            }
            if let Some(owned) = left.get_mut(owned_from..) {
                owned.reverse();
            }
        }
        Ok(())
    }
}

/// Whether a thing belongs to the one that names it, and is not told of yet.
fn belongs(id: &Id, told: &mut HashSet<u32>) -> bool {
    match id {
        Id::Cite(number) => told.insert(*number),
        Id::Step(..) | Id::Figure(_) | Id::Time(..) => true,
        _ => false,
    }
}
