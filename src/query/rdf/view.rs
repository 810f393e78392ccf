//! The graph, or a part of it, as the mapping sees it: small indexes, and nothing copied.

use super::words::{self as w, Dated, Id, TimePart, Words, data_namespace, encode};
use crate::graph::{EdgeIndex, EdgeView, Graph, Node, NodeIndex, NodeView, Slice, Tie};
use crate::record::Origin;
use crate::text::Place;
use oxrdf::{BlankNodeRef, NamedNodeRef, NamedOrBlankNodeRef};
use std::collections::HashMap;
use std::fmt::Write;

/// A slice of the graph, with small indexes from records to their edges, citations and figures.
#[derive(Debug)]
pub(in crate::query) struct View<'g> {
    slice: Slice<'g>,
    /// The edges that are shown, by index; all where none are named.
    shown: Option<Vec<bool>>,
    words: Words,
    namespace: String,
    /// The edge of each relation; none where an end did not resolve.
    edges: Vec<Option<EdgeIndex>>,
    cites: HashMap<Origin, Vec<u32>>,
    sources: HashMap<&'g str, u32>,
    figures: HashMap<&'g str, Vec<u32>>,
}

/// A count as a number of the view; there are below 4 billion records.
pub(in crate::query) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The term for a node.
pub(in crate::query) fn node_id(node: NodeView<'_>) -> Id {
    Id::Node(count(node.index().index()))
}

impl<'g> View<'g> {
    /// All of a slice.
    pub(in crate::query) fn new(slice: &Slice<'g>) -> Self {
        let graph = slice.graph();
        let records = graph.records();
        let mut edges = vec![None; records.relations.len()];
        for edge in graph.edges() {
            if let Tie::Relation(number) = edge.tie()
                && let Some(slot) = edges.get_mut(number as usize)
            {
                *slot = Some(edge.index());
            }
        }
        let mut cites: HashMap<Origin, Vec<u32>> = HashMap::new();
        for (number, citation) in graph.evidence().citations().iter().enumerate() {
            cites.entry(citation.origin).or_default().push(count(number));
        }
        let mut figures: HashMap<&str, Vec<u32>> = HashMap::new();
        for (number, measure) in records.measures.iter().enumerate() {
            figures.entry(&measure.of).or_default().push(count(number));
        }
        let sources = records.sources.iter().enumerate();
        let sources = sources.map(|(number, source)| (source.id.as_str(), count(number))).collect();
        let (words, namespace) = (Words::new(graph), data_namespace(graph));
        let slice = slice.clone();
        Self { slice, shown: None, words, namespace, edges, cites, sources, figures }
    }

    /// A slice, and of its edges only some.
    pub(super) fn of_edges(slice: &Slice<'g>, edges: &[EdgeIndex]) -> Self {
        let mut shown = vec![false; slice.graph().net().edge_count()];
        for edge in edges {
            if let Some(slot) = shown.get_mut(edge.index()) {
                *slot = true;
            }
        }
        Self { shown: Some(shown), ..Self::new(slice) }
    }

    pub(in crate::query) fn slice(&self) -> &Slice<'g> {
        &self.slice
    }

    pub(in crate::query) fn graph(&self) -> &'g Graph {
        self.slice.graph()
    }

    pub(in crate::query) fn words(&self) -> &Words {
        &self.words
    }

    pub(in crate::query) fn namespace(&self) -> &str {
        &self.namespace
    }

    pub(in crate::query) fn node(&self, index: u32) -> Option<NodeView<'g>> {
        let graph = self.graph();
        let index = NodeIndex::new(index as usize);
        (index.index() < graph.net().node_count()).then(|| graph.node(index))
    }

    /// Whether an edge is in the slice and shown.
    pub(super) fn admits(&self, edge: EdgeIndex) -> bool {
        let is_shown =
            self.shown.as_ref().is_none_or(|shown| shown.get(edge.index()) == Some(&true));
        is_shown && self.slice.admits(edge)
    }

    /// The edge of a relation, where it is in the slice.
    pub(super) fn edge_of(&self, relation: u32) -> Option<EdgeView<'g>> {
        let index = (*self.edges.get(relation as usize)?)?;
        self.slice.admits(index).then(|| self.graph().edge(index))
    }

    pub(in crate::query) fn source(&self, id: &str) -> Option<u32> {
        self.sources.get(id).copied()
    }

    /// The numbers of the citations of a record.
    pub(super) fn cites(&self, origin: Origin) -> impl Iterator<Item = u32> + '_ {
        self.cites.get(&origin).into_iter().flatten().copied()
    }

    /// The numbers of the figures that measure what has this id.
    pub(super) fn figures(&self, id: &str) -> impl Iterator<Item = u32> + use<'_, 'g> {
        self.figures.get(id).into_iter().flatten().copied()
    }

    /// Whether a citation stands in a part of its record.
    pub(super) fn is_within(&self, cite: u32, part: &Place) -> bool {
        let citation = self.graph().evidence().citations().get(cite as usize);
        citation.is_some_and(|citation| citation.at().is_within(part))
    }

    /// The term of a relation: of its node, where it is one.
    pub(in crate::query) fn statement(&self, number: u32) -> Id {
        let relation = self.graph().records().relations.get(number as usize);
        let node = relation.and_then(|relation| self.graph().find(relation.id.as_ref()?));
        match node {
            Some(node) if node.node() == Node::Relation(number) => node_id(node),
            _ => Id::Statement(number),
        }
    }

    /// A thing as a term of RDF, its name written to `scratch`; none for a term that is not of the
    /// view.
    pub(in crate::query) fn name<'s>(
        &'s self,
        id: &Id,
        scratch: &'s mut String,
    ) -> Option<NamedOrBlankNodeRef<'s>> {
        scratch.clear();
        let is_blank = match id {
            Id::Word(word) => return self.words.iri(*word).map(|iri| iri.as_ref().into()),
            Id::Other(_) => return None,
            Id::Dataset => {
                scratch.push_str(self.namespace.trim_end_matches(':'));
                false
            }
            Id::Node(index) => {
                scratch.push_str(&self.namespace);
                encode(self.node(*index)?.id(), scratch);
                false
            }
            Id::Source(number) => {
                scratch.push_str(&self.namespace);
                scratch.push_str(w::SOURCE_IDS);
                encode(&self.graph().records().sources.get(*number as usize)?.id, scratch);
                false
            }
            blank => {
                write_label(blank, scratch);
                true
            }
        };
        Some(match is_blank {
            true => BlankNodeRef::new_unchecked(scratch).into(),
            false => NamedNodeRef::new_unchecked(scratch).into(),
        })
    }
}

/// The label of what has no id: `r12`, `s3n1`, `tr12` for a time, `br12` and `er12` for its ends.
fn write_label(id: &Id, out: &mut String) {
    let written = match id {
        Id::Statement(number) => write!(out, "r{number}"),
        Id::Cite(number) => write!(out, "c{number}"),
        Id::Figure(number) => write!(out, "m{number}"),
        Id::Step(commitment, step) => write!(out, "s{commitment}n{step}"),
        Id::Time(dated, part) => {
            out.push(match part {
                TimePart::Whole => 't',
                TimePart::Beginning => 'b',
                TimePart::End => 'e',
            });
            match dated {
                Dated::Node(index) => write!(out, "n{index}"),
                Dated::Statement(number) => write!(out, "r{number}"),
                Dated::Step(commitment, step) => write!(out, "s{commitment}n{step}"),
            }
        }
        Id::Dataset | Id::Node(_) | Id::Source(_) | Id::Word(_) | Id::Other(_) => Ok(()),
    };
    written.unwrap_or_default();
}
