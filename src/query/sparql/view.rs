//! The graph as an RDF dataset that a SPARQL engine can ask, pattern by pattern: nothing is copied.

use super::triples::{Pair, node_id};
use super::words::{self as w, Id, Words, data_namespace};
use crate::graph::{EdgeIndex, EdgeView, Graph, NodeIndex, NodeView, Slice};
use crate::record::Origin;
use crate::text::Place;
use oxrdf::{BlankNode, NamedNode, Term};
use spareval::{InternalQuad, QueryableDataset};
use std::collections::{HashMap, HashSet};
use std::convert::Infallible;
use std::sync::Arc;

/// A slice of the graph, with small indexes from records to their edges and citations.
#[derive(Debug)]
pub(super) struct View<'g> {
    slice: Slice<'g>,
    words: Words,
    namespace: String,
    /// The edge of each relation; none where an end did not resolve.
    edges: Vec<Option<EdgeIndex>>,
    cites: HashMap<Origin, Vec<u32>>,
    sources: HashMap<&'g str, u32>,
}

/// A count as a number of the view; there are below 4 billion records.
pub(super) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// A triple of the view.
type Triple = (Id, u16, Id);

impl<'g> View<'g> {
    pub(super) fn new(slice: &Slice<'g>) -> Self {
        let graph = slice.graph();
        let mut edges = vec![None; graph.records().relations.len()];
        for edge in graph.edges() {
            if let crate::graph::Tie::Relation(number) = edge.tie()
                && let Some(slot) = edges.get_mut(number as usize)
            {
                *slot = Some(edge.index());
            }
        }
        let mut cites: HashMap<Origin, Vec<u32>> = HashMap::new();
        for (number, citation) in graph.evidence().citations().iter().enumerate() {
            cites.entry(citation.origin).or_default().push(count(number));
        }
        let sources = graph.records().sources.iter().enumerate();
        let sources = sources.map(|(number, source)| (source.id.as_str(), count(number))).collect();
        let (words, namespace) = (Words::new(graph), data_namespace(graph));
        Self { slice: slice.clone(), words, namespace, edges, cites, sources }
    }

    pub(super) fn slice(&self) -> &Slice<'g> {
        &self.slice
    }

    pub(super) fn graph(&self) -> &'g Graph {
        self.slice.graph()
    }

    pub(super) fn words(&self) -> &Words {
        &self.words
    }

    pub(super) fn node(&self, index: u32) -> Option<NodeView<'g>> {
        let graph = self.graph();
        let index = NodeIndex::new(index as usize);
        (index.index() < graph.net().node_count()).then(|| graph.node(index))
    }

    /// The edge of a relation, where it is in the slice.
    pub(super) fn edge_of(&self, relation: u32) -> Option<EdgeView<'g>> {
        let index = (*self.edges.get(relation as usize)?)?;
        self.slice.admits(index).then(|| self.graph().edge(index))
    }

    pub(super) fn source(&self, id: &str) -> Option<u32> {
        self.sources.get(id).copied()
    }

    /// The numbers of the citations of a record.
    pub(super) fn cites(&self, origin: Origin) -> impl Iterator<Item = u32> + '_ {
        self.cites.get(&origin).into_iter().flatten().copied()
    }

    /// Whether a citation stands in a part of its record.
    pub(super) fn is_within(&self, cite: u32, part: &Place) -> bool {
        let citation = self.graph().evidence().citations().get(cite as usize);
        citation.is_some_and(|citation| citation.at().is_within(part))
    }

    /// The term of a relation: of its node, where it is one.
    fn statement(&self, number: u32) -> Id {
        let relation = self.graph().records().relations.get(number as usize);
        let node = relation.and_then(|relation| self.graph().find(relation.id.as_ref()?));
        match node {
            Some(node) if node.node() == crate::graph::Node::Relation(number) => node_id(node),
            _ => Id::Statement(number),
        }
    }

    /// Everything that something is said of.
    fn subjects(&self) -> impl Iterator<Item = Id> + '_ {
        let records = self.graph().records();
        let numbers = |n: usize| 0..count(n);
        let steps = numbers(records.commitments.len()).flat_map(move |commitment| {
            let history = records.commitments.get(commitment as usize).map(|c| c.history.len());
            (0..count(history.unwrap_or(0))).map(move |step| Id::Step(commitment, step))
        });
        let statements = numbers(records.relations.len()).map(|number| self.statement(number));
        numbers(self.graph().net().node_count())
            .map(Id::Node)
            .chain(statements.filter(|id| matches!(id, Id::Statement(_))))
            .chain(steps)
            .chain(numbers(records.measures.len()).map(Id::Figure))
            .chain(numbers(records.sources.len()).map(Id::Source))
            .chain(numbers(self.graph().evidence().citations().len()).map(Id::Cite))
            .chain(self.words.all().map(Id::Word))
    }

    /// Whether a word is that of a kind of relation or of a role, whose triples are the edges.
    pub(super) fn is_edge_word(&self, word: u16) -> bool {
        let name = self.words.iri(word).and_then(|iri| iri.as_str().strip_prefix(w::FO));
        name.is_some_and(|name| {
            let is_role = || crate::vocabulary::Role::ALL.iter().any(|r| w::property(*r) == name);
            self.graph().vocabulary().relation(name).is_some() || is_role()
        })
    }

    /// The triples that edges are, each once, however many records say it.
    fn direct_of(&self, edges: impl Iterator<Item = EdgeView<'g>>) -> impl Iterator<Item = Triple> {
        let mut seen = HashSet::new();
        let triples = edges.flat_map(|edge| self.direct(edge)).flatten();
        triples.filter(move |triple| seen.insert(triple.clone()))
    }

    /// The statements about the edges of a node.
    fn statements_of(
        &self,
        node: NodeView<'g>,
        wanted: Option<u16>,
    ) -> impl Iterator<Item = Triple> {
        let statements = node.edges().into_iter().filter_map(|edge| match edge.tie() {
            crate::graph::Tie::Relation(number) => Some(self.statement(number)),
            _ => None,
        });
        statements.flat_map(move |subject| self.of_subject(subject, wanted))
    }

    fn of_subject(&self, subject: Id, wanted: Option<u16>) -> impl Iterator<Item = Triple> + use<> {
        let pairs: Vec<Pair> = self.about(&subject, wanted);
        pairs.into_iter().map(move |(predicate, object)| (subject.clone(), predicate, object))
    }

    /// The triples that may match: found by way of the edges where that is shorter, else all.
    fn candidates<'s>(
        &'s self,
        subject: Option<Id>,
        predicate: Option<u16>,
        object: Option<&Id>,
    ) -> Box<dyn Iterator<Item = Triple> + 's> {
        if let Some(subject) = subject {
            return Box::new(self.of_subject(subject, predicate));
        }
        let object = match object {
            Some(Id::Node(index)) => self.node(*index),
            _ => None,
        };
        match (predicate, object) {
            (Some(word), Some(node)) if self.is_edge_word(word) => {
                Box::new(self.direct_of(node.edges().into_iter()))
            }
            (Some(w::SUBJECT | w::OBJECT), Some(node)) => {
                Box::new(self.statements_of(node, predicate))
            }
            (Some(word), None) if self.is_edge_word(word) => {
                Box::new(self.direct_of(self.graph().edges()))
            }
            _ => Box::new(
                self.subjects().flat_map(move |subject| self.of_subject(subject, predicate)),
            ),
        }
    }
}

/// A view that the engine may copy.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dataset<'a, 'g>(pub(super) &'a View<'g>);

type Quads<'a> = Box<dyn Iterator<Item = Result<InternalQuad<Id>, Infallible>> + 'a>;

impl<'a, 'g: 'a> QueryableDataset<'a> for Dataset<'a, 'g> {
    type InternalTerm = Id;
    type Error = Infallible;

    fn internal_quads_for_pattern(
        &self,
        subject: Option<&Id>,
        predicate: Option<&Id>,
        object: Option<&Id>,
        graph: Option<Option<&Id>>,
    ) -> impl Iterator<Item = Result<InternalQuad<Id>, Infallible>> + use<'a, 'g> {
        let word = match predicate {
            Some(Id::Word(word)) => Some(*word),
            Some(_) => return Box::new(std::iter::empty()) as Quads<'a>,
            None => None,
        };
        if !matches!(graph, Some(None)) {
            return Box::new(std::iter::empty()) as Quads<'a>;
        }
        let object = object.cloned();
        let candidates = self.0.candidates(subject.cloned(), word, object.as_ref());
        let fits = move |(_, predicate, found): &Triple| {
            word.is_none_or(|word| word == *predicate)
                && object.as_ref().is_none_or(|object| object == found)
        };
        Box::new(candidates.filter(fits).map(|(subject, predicate, object)| {
            Ok(InternalQuad { subject, predicate: Id::Word(predicate), object, graph_name: None })
        }))
    }

    fn internalize_term(&self, term: Term) -> Result<Id, Infallible> {
        let known = match &term {
            Term::NamedNode(iri) => self.0.of_iri(iri.as_str()),
            Term::BlankNode(node) => self.0.of_blank(node.as_str()),
            Term::Literal(_) => None,
        };
        Ok(known.unwrap_or_else(|| Id::Other(Arc::new(term))))
    }

    fn externalize_term(&self, id: Id) -> Result<Term, Infallible> {
        Ok(self.0.term(id))
    }
}

impl View<'_> {
    fn of_iri(&self, iri: &str) -> Option<Id> {
        if let Some(word) = self.words.find(iri) {
            return Some(Id::Word(word));
        }
        let id = iri.strip_prefix(&self.namespace)?;
        match id.strip_prefix("source:") {
            Some(source) => self.source(source).map(Id::Source),
            None => self.graph().find(id).map(node_id),
        }
    }

    /// The thing that a blank node of the view stands for.
    fn of_blank(&self, label: &str) -> Option<Id> {
        let (sort, number) = label.split_at_checked(1)?;
        let records = self.graph().records();
        let below = |text: &str, limit: usize| {
            let number: u32 = text.parse().ok()?;
            ((number as usize) < limit && number.to_string() == text).then_some(number)
        };
        match sort {
            "r" => below(number, records.relations.len()).map(Id::Statement),
            "c" => below(number, self.graph().evidence().citations().len()).map(Id::Cite),
            "m" => below(number, records.measures.len()).map(Id::Figure),
            "s" => {
                let (commitment, step) = number.split_once('n')?;
                let commitment = below(commitment, records.commitments.len())?;
                let history = &records.commitments.get(commitment as usize)?.history;
                Some(Id::Step(commitment, below(step, history.len())?))
            }
            _ => None,
        }
    }

    pub(super) fn term(&self, id: Id) -> Term {
        let named = |iri: String| Term::from(NamedNode::new_unchecked(iri));
        let blank = |label: String| Term::from(BlankNode::new_unchecked(label));
        match id {
            Id::Node(index) => {
                let id = self.node(index).map_or("", |node| node.id());
                named(format!("{}{id}", self.namespace))
            }
            Id::Source(number) => {
                let source = self.graph().records().sources.get(number as usize);
                let id = source.map_or("", |source| source.id.as_str());
                named(format!("{}source:{id}", self.namespace))
            }
            Id::Word(word) => match self.words.iri(word) {
                Some(iri) => Term::from(iri.clone()),
                None => named(w::FO.into()),
            },
            Id::Statement(number) => blank(format!("r{number}")),
            Id::Cite(number) => blank(format!("c{number}")),
            Id::Figure(number) => blank(format!("m{number}")),
            Id::Step(commitment, step) => blank(format!("s{commitment}n{step}")),
            Id::Other(term) => Arc::unwrap_or_clone(term),
        }
    }
}
