//! How things are connected: shortest paths, all of them, or one after another.
//!
//! The searches run over the index of the graph, filtered in place:
//! - [`search`]: fewest hops, from both ends; [`every`]: all such paths;
//! - [`constrained`]: least cost, in the order of time;
//! - [`ranked`]: one path after another;
//! - [`solve`] chooses; [`answer`] tells the result.

mod answer;
mod constrained;
mod every;
mod ranked;
mod search;
mod solve;

pub use answer::{Hop, PathBody, Paths, PathsBody};

use crate::graph::index::node;
use crate::graph::{EdgeIndex, NodeIndex, Slice};
use crate::vocabulary::Family;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// What a hop costs.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Costs {
    /// Each hop the same, 1.
    #[default]
    Hops,
    /// What the vocabulary says of each kind.
    Kinds,
    /// What is given for the family of the kind, else what the vocabulary says. Positive numbers.
    Families(BTreeMap<Family, f64>),
}

/// How many paths are wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Wanted {
    /// One of the best.
    #[default]
    One,
    /// All of the best, but no more than this many are listed.
    Ties(usize),
    /// This many simple paths, by cost, then by the order of their nodes in the files.
    Best(usize),
}

impl Wanted {
    fn limit(self) -> usize {
        match self {
            Self::One => 1,
            Self::Ties(limit) | Self::Best(limit) => limit,
        }
    }
}

/// What is asked.
///
/// A path leads from a node of `from` to one of `to` and touches no other node of either; a node
/// that is in both counts as of `from`. Between two given nodes, parallel edges make no further
/// path: of those that may be walked, facts come first, then the closest ties by the vocabulary, then
/// what stands first in the files.
#[derive(Debug, Clone, Default)]
pub struct PathQuestion {
    /// Where it may start.
    pub from: Vec<NodeIndex>,
    /// Where it may end.
    pub to: Vec<NodeIndex>,
    /// Nodes to call at on the way, in this order; each leg is a path of its own.
    pub through: Vec<NodeIndex>,
    /// Whether an edge may only be walked from its source to its target (a symmetric one always
    /// either way).
    pub directed: bool,
    /// What a hop costs.
    pub costs: Costs,
    /// Whether the steps must be able to follow each other in time: to each, a day can be given on
    /// which it held or took place, none earlier than that of the step before. Where the scope asks
    /// for what is certain, that must be so on every reading of the dates.
    pub chronological: bool,
    /// How many hops it, or each leg, may have.
    pub max_hops: Option<u32>,
    /// How many paths are wanted.
    pub wanted: Wanted,
}

/// A path: its nodes, and the edge walked from each to the next.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Route {
    nodes: Vec<u32>,
    /// The edges, one fewer than the nodes.
    pub edges: Vec<EdgeIndex>,
    /// What its hops cost together.
    pub cost: f64,
}

impl Route {
    /// The nodes, from the start to the end.
    pub fn nodes(&self) -> impl Iterator<Item = NodeIndex> {
        self.nodes.iter().copied().map(node)
    }

    /// The route that stays where it is.
    fn stay(node: u32) -> Self {
        Self { nodes: vec![node], ..Self::default() }
    }

    /// A route by its nodes, each hop costing 1.
    fn of_nodes(nodes: Vec<u32>) -> Self {
        let hops = u32::try_from(nodes.len().saturating_sub(1)).unwrap_or(u32::MAX);
        Self { nodes, edges: Vec::new(), cost: f64::from(hops) }
    }

    /// This route, then one that starts where it ends.
    fn then(&self, next: &Self) -> Self {
        Self {
            nodes: self.nodes.iter().chain(next.nodes.iter().skip(1)).copied().collect(),
            edges: [self.edges.as_slice(), &next.edges].concat(),
            cost: self.cost + next.cost,
        }
    }

    fn by_cost(&self, other: &Self) -> Ordering {
        self.cost.total_cmp(&other.cost).then_with(|| self.nodes.cmp(&other.nodes))
    }
}

/// Finds paths within a slice.
pub fn paths<'g>(slice: &Slice<'g>, question: &PathQuestion) -> Paths<'g> {
    let (routes, total) = solve::solve(slice, question);
    Paths::new(slice, question, routes, total)
}
