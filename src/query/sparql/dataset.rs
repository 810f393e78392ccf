//! The graph as an RDF dataset that a SPARQL engine can ask, pattern by pattern: nothing is copied.

use super::super::rdf::{
    Dated, Id, OBJECT, Object, Pairs, SOURCE_IDS, SUBJECT, TimePart, View, count, decode, node_id,
    owned,
};
use crate::graph::{EdgeView, NodeView, Tie};
use oxrdf::Term;
use spareval::{InternalQuad, QueryableDataset};
use std::collections::HashSet;
use std::convert::Infallible;
use std::sync::Arc;

/// A triple of the view.
type Triple = (Id, u16, Id);

impl<'g> View<'g> {
    /// Everything that something is said of.
    fn subjects(&self) -> impl Iterator<Item = Id> + '_ {
        let records = self.graph().records();
        let numbers = |n: usize| 0..count(n);
        let nodes = numbers(self.graph().net().node_count());
        let statements = numbers(records.relations.len()).map(|number| self.statement(number));
        let statements = statements.filter(|id| matches!(id, Id::Statement(_)));
        let steps = numbers(records.commitments.len()).flat_map(move |commitment| {
            let history = records.commitments.get(commitment as usize).map(|c| c.history.len());
            (0..count(history.unwrap_or(0))).map(move |step| (commitment, step))
        });
        std::iter::once(Id::Dataset)
            .chain(nodes.flat_map(|n| self.with_times(Id::Node(n), Dated::Node(n))))
            .chain(statements.flat_map(|id| match id {
                Id::Statement(n) => self.with_times(id, Dated::Statement(n)),
                other => vec![other],
            }))
            .chain(steps.flat_map(|(c, n)| self.with_times(Id::Step(c, n), Dated::Step(c, n))))
            .chain(numbers(records.measures.len()).map(Id::Figure))
            .chain(numbers(records.sources.len()).map(Id::Source))
            .chain(numbers(self.graph().evidence().citations().len()).map(Id::Cite))
            .chain(self.words().all().map(Id::Word))
    }

    /// A thing, its time and the ends of that.
    fn with_times(&self, id: Id, dated: Dated) -> Vec<Id> {
        let (beginning, end) = self.ends(dated);
        let part = |part, there: bool| there.then_some(Id::Time(dated, part));
        let times = [
            part(TimePart::Whole, beginning.is_some() || end.is_some()),
            part(TimePart::Beginning, beginning.is_some()),
            part(TimePart::End, end.is_some()),
        ];
        std::iter::once(id).chain(times.into_iter().flatten()).collect()
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
            Tie::Relation(number) => Some(self.statement(number)),
            _ => None,
        });
        statements.flat_map(move |subject| self.of_subject(subject, wanted))
    }

    fn of_subject(&self, subject: Id, wanted: Option<u16>) -> impl Iterator<Item = Triple> + use<> {
        let mut pairs = Pairs::of(wanted);
        self.about(&subject, &mut pairs);
        let owned = |object| match object {
            Object::Id(id) => Some(id),
            value => owned(&value).map(|literal| Id::Other(Arc::new(Term::Literal(literal)))),
        };
        let pairs = pairs.take().filter_map(|(word, object)| Some((word, owned(object)?)));
        let triples = pairs.map(|(predicate, object)| (subject.clone(), predicate, object));
        triples.collect::<Vec<_>>().into_iter()
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
            (Some(SUBJECT | OBJECT), Some(node)) => Box::new(self.statements_of(node, predicate)),
            (Some(word), None) if self.is_edge_word(word) => {
                Box::new(self.direct_of(self.graph().edges()))
            }
            _ => Box::new(
                self.subjects().flat_map(move |subject| self.of_subject(subject, predicate)),
            ),
        }
    }

    fn of_iri(&self, iri: &str) -> Option<Id> {
        if let Some(word) = self.words().find(iri) {
            return Some(Id::Word(word));
        }
        let namespace = self.namespace();
        if namespace.strip_suffix(':') == Some(iri) {
            return Some(Id::Dataset);
        }
        let id = iri.strip_prefix(namespace)?;
        match id.strip_prefix(SOURCE_IDS) {
            Some(source) => self.source(&decode(source)?).map(Id::Source),
            None => self.graph().find(&decode(id)?).map(node_id),
        }
    }

    /// The thing that a blank node of the view stands for.
    fn of_blank(&self, label: &str) -> Option<Id> {
        let (sort, number) = label.split_at_checked(1)?;
        let records = self.graph().records();
        match sort {
            "c" => below(number, self.graph().evidence().citations().len()).map(Id::Cite),
            "m" => below(number, records.measures.len()).map(Id::Figure),
            "t" => self.of_dated(number).map(|dated| Id::Time(dated, TimePart::Whole)),
            "b" => self.of_dated(number).map(|dated| Id::Time(dated, TimePart::Beginning)),
            "e" => self.of_dated(number).map(|dated| Id::Time(dated, TimePart::End)),
            _ => match self.of_dated(label)? {
                Dated::Statement(number) => Some(Id::Statement(number)),
                Dated::Step(commitment, step) => Some(Id::Step(commitment, step)),
                Dated::Node(_) => None,
            },
        }
    }

    /// What has a time, by its label.
    fn of_dated(&self, label: &str) -> Option<Dated> {
        let (sort, number) = label.split_at_checked(1)?;
        let records = self.graph().records();
        match sort {
            "n" => below(number, self.graph().net().node_count()).map(Dated::Node),
            "r" => below(number, records.relations.len()).map(Dated::Statement),
            "s" => {
                let (commitment, step) = number.split_once('n')?;
                let commitment = below(commitment, records.commitments.len())?;
                let history = &records.commitments.get(commitment as usize)?.history;
                Some(Dated::Step(commitment, below(step, history.len())?))
            }
            _ => None,
        }
    }

    fn term(&self, id: Id) -> Term {
        match id {
            Id::Other(term) => Arc::unwrap_or_clone(term),
            id => match self.name(&id, &mut String::new()) {
                Some(name) => name.into_owned().into(),
                None => Term::from(oxrdf::BlankNode::default()),
            },
        }
    }
}

/// A number as labels write it, where it is below a limit.
fn below(text: &str, limit: usize) -> Option<u32> {
    let number: u32 = text.parse().ok()?;
    ((number as usize) < limit && number.to_string() == text).then_some(number)
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
