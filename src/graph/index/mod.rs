//! The index beside the petgraph network: compressed sparse rows, for searches that visit millions of
//! edges.
//!
//! Each edge is two *arcs*, one at either end, so that it can be walked both ways. A node's arcs lie
//! together, grouped by [`Label`]: facts first, then the closest ties. So a filter looks at a small
//! number and a pair of rounded days, hardly ever at a record. [`Filter`] is a compiled [`Scope`](super::Scope).

mod build;
mod coarse;
mod filter;
mod label;
mod scratch;

pub use filter::{Filter, Walk};
pub use label::Label;
pub use scratch::{Mark, Scratch};

use super::{EdgeIndex, Graph, NodeIndex};
use crate::time::{Extent, ExtentDays};
use coarse::Coarse;
use scratch::Pool;
use std::ops::Range;
use std::time::{Duration, Instant};

/// Arcs by node, in compressed sparse rows; an arc is named by its position.
#[derive(Debug)]
pub struct Index {
    /// Where each node's arcs begin, and one more: the number of arcs.
    offsets: Vec<u32>,
    /// The node that each arc leads to.
    targets: Vec<u32>,
    /// The edge that each arc is a side of.
    edges: Vec<u32>,
    /// What a filter asks of each arc.
    gates: Vec<Gate>,
    /// The labels, by number.
    table: Vec<Label>,
    /// The days of the extents, by number.
    days: Vec<ExtentDays>,
    built_in: Duration,
    pool: Pool,
}

/// What a filter asks of an arc, in 6 bytes.
#[derive(Debug, Clone, Copy, Default)]
struct Gate {
    /// The number of its label.
    label: u16,
    /// The days outside which it surely does not hold, rounded.
    days: Coarse,
}

impl Index {
    /// Builds the index of a graph.
    pub(super) fn new(graph: &Graph) -> Self {
        let started = Instant::now();
        let (table, of_edge) = label::labels(graph);
        let days: Vec<_> = graph.extents().iter().map(Extent::in_days).collect();
        let of_extent: Vec<Coarse> = days.iter().map(|days| Coarse::new(days.may)).collect();
        let rows = build::rows(graph, &of_edge, table.len(), &of_extent);
        let build::Rows { offsets, targets, edges, gates } = rows;
        let (built_in, pool) = (started.elapsed(), Pool::default());
        Self { offsets, targets, edges, gates, table, days, built_in, pool }
    }

    /// How many nodes it has.
    pub fn node_count(&self) -> usize {
        self.offsets.len().saturating_sub(1)
    }

    /// How many arcs it has, two for each edge.
    pub fn arc_count(&self) -> usize {
        self.targets.len()
    }

    /// The arcs of a node.
    #[inline]
    pub fn arcs(&self, node: u32) -> Range<usize> {
        let at = node as usize;
        self.offsets[at] as usize..self.offsets[at + 1] as usize
    }

    /// How many arcs a node has.
    #[inline]
    pub fn degree(&self, node: u32) -> usize {
        self.arcs(node).len()
    }

    /// The node that an arc leads to.
    #[inline]
    pub fn target(&self, arc: usize) -> u32 {
        self.targets[arc]
    }

    /// The edge that an arc is a side of.
    #[inline]
    pub fn edge(&self, arc: usize) -> EdgeIndex {
        EdgeIndex::new(self.edges[arc] as usize)
    }

    /// The label of an arc.
    #[inline]
    pub fn label(&self, arc: usize) -> &Label {
        &self.table[self.gates[arc].label as usize]
    }

    /// The number of the label of an arc.
    #[inline]
    pub fn label_number(&self, arc: usize) -> usize {
        self.gates[arc].label as usize
    }

    /// The labels that arcs have.
    pub fn labels(&self) -> &[Label] {
        &self.table
    }

    /// How long it took to build.
    pub fn built_in(&self) -> Duration {
        self.built_in
    }

    /// How many bytes its arrays take.
    pub fn bytes(&self) -> usize {
        let sure: usize = self.days.iter().map(|days| size_of_val(days.sure.as_slice())).sum();
        size_of_val(self.offsets.as_slice())
            + size_of_val(self.targets.as_slice())
            + size_of_val(self.edges.as_slice())
            + size_of_val(self.gates.as_slice())
            + size_of_val(self.table.as_slice())
            + size_of_val(self.days.as_slice())
            + sure
    }

    /// Buffers for a search, used again once dropped.
    pub fn scratch(&self) -> scratch::Lent<'_> {
        self.pool.lend(self.node_count())
    }
}

/// A node's number, for the index.
#[inline]
pub fn number(node: NodeIndex) -> u32 {
    u32::try_from(node.index()).unwrap_or(u32::MAX)
}

/// The node of a number.
#[inline]
pub fn node(number: u32) -> NodeIndex {
    NodeIndex::new(number as usize)
}
