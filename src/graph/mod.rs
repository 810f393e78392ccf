//! The resolved, immutable graph: entities and commitments as nodes, relations and roles as edges.
//!
//! Records stay whole beside the petgraph network, whose weights only say which record a node or
//! edge comes from. Citations are evidence on records, never edges that a path could walk. What did
//! not resolve is kept, so that checks can report it.

mod build;
mod coverage;
mod evidence;
mod extent;
pub mod index;
mod kinds;
mod names;
mod net;
mod reciprocity;
mod select;
mod slice;
mod standing;
mod status;
mod view;

pub use build::resolve;
pub use coverage::coverage;
pub use evidence::{Citation, Evidence, Proof, SourceState};
pub use names::{NameError, Names};
pub use net::{Duplicate, Edge, Net, Node, Tie, Unresolved};
pub use reciprocity::Reciprocity;
pub use select::{Selection, select, select_all};
pub use slice::{Scope, Slice};
pub use standing::{Standing, due_before, overdue, turns};
pub use status::{Status, StatusRow, TABLE};
pub use view::{EdgeView, NodeView};

pub use petgraph::graph::{EdgeIndex, NodeIndex};

use crate::record::{Dataset, Filed, Records};
use crate::time::{Date, Extent};
use crate::vocabulary::Vocabulary;
use compact_str::CompactString;
use foldhash::HashMap;
use index::Index;
use kinds::Kinds;
use std::sync::OnceLock;

/// A data set as a graph.
#[derive(Debug)]
pub struct Graph {
    records: Records,
    vocabulary: Vocabulary,
    kinds: Kinds,
    net: Net,
    extents: Vec<Extent>,
    index: OnceLock<Index>,
    ids: HashMap<CompactString, NodeIndex>,
    names: OnceLock<Names>,
    evidence: Evidence,
    unresolved: Vec<Unresolved>,
    duplicates: Vec<Duplicate>,
}

impl Graph {
    /// Every record, and what could not be read.
    pub fn records(&self) -> &Records {
        &self.records
    }

    /// The kinds that the data may use.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The petgraph network, for its algorithms.
    pub fn net(&self) -> &Net {
        &self.net
    }

    /// The index over the network, for searches; it is built when first asked for.
    pub fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(self))
    }

    /// The distinct extents of the edges, by number.
    pub fn extents(&self) -> &[Extent] {
        &self.extents
    }

    /// What each citation resolved to.
    pub fn evidence(&self) -> &Evidence {
        &self.evidence
    }

    /// The references to ids that nothing has.
    pub fn unresolved(&self) -> &[Unresolved] {
        &self.unresolved
    }

    /// The ids that two records claim.
    pub fn duplicates(&self) -> &[Duplicate] {
        &self.duplicates
    }

    /// The description of the data set, where there is one.
    pub fn dataset(&self) -> Option<&Filed<Dataset>> {
        self.records.datasets.first()
    }

    /// The date as of which statuses are told where no other is asked for.
    pub fn reference_date(&self) -> Option<&Date> {
        self.dataset()?.reference_date.get()
    }

    /// The node with this id.
    pub fn find(&self, id: &str) -> Option<NodeView<'_>> {
        self.ids.get(id).map(|index| self.node(*index))
    }

    /// The node that an id, name or alias means.
    ///
    /// # Errors
    /// When nothing, or more than one thing, is called so.
    pub fn lookup(&self, text: &str) -> Result<NodeView<'_>, NameError> {
        match self.find(text) {
            Some(node) => Ok(node),
            None => self.names().lookup(self, text).map(|index| self.node(index)),
        }
    }

    /// The names that nodes bear; they are gathered when first asked for.
    fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::of(self.nodes()))
    }

    /// The node at this index.
    pub fn node(&self, index: NodeIndex) -> NodeView<'_> {
        NodeView::new(self, index)
    }

    /// The edge at this index.
    pub fn edge(&self, index: EdgeIndex) -> EdgeView<'_> {
        EdgeView::new(self, index)
    }

    /// Every node, in the order of the files.
    pub fn nodes(&self) -> impl Iterator<Item = NodeView<'_>> {
        self.net.node_indices().map(|index| self.node(index))
    }

    /// Every edge, in the order of the files.
    pub fn edges(&self) -> impl Iterator<Item = EdgeView<'_>> {
        self.net.edge_indices().map(|index| self.edge(index))
    }

    /// The nodes that the ends of each relation record mean, where anything has their ids.
    pub fn ends<'g>(&'g self) -> impl Iterator<Item = [Option<NodeView<'g>>; 2]> {
        let of_relation = |edge: EdgeView<'g>| match edge.tie() {
            Tie::Relation(n) => Some((n, [Some(edge.source()), Some(edge.target())])),
            Tie::Role { .. } | Tie::Whole(_) | Tie::End { .. } => None,
        };
        let mut edges = self.edges().filter_map(of_relation).peekable();
        (0..).zip(&self.records.relations).map(move |(n, relation)| {
            match edges.next_if(|(of, _)| *of == n) {
                Some((_, ends)) => ends,
                None => [self.find(&relation.from), self.find(&relation.to)],
            }
        })
    }

    /// Every id that a node has, in no order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.ids.keys().map(CompactString::as_str)
    }
}
