//! Which nodes matter most, by a measure of their place in the graph.
//!
//! The measures run over the index: petgraph has no centralities, and its `page_rank` departs from
//! the definition (who starts afresh never lands beside where he was).

mod distance;
mod pagerank;

use super::Answer;
use super::document::NodeRef;
use crate::graph::index::{Filter, Walk, number};
use crate::graph::{NodeIndex, NodeView, Slice};
use schemars::JsonSchema;
use serde::Serialize;

/// A measure of a node's place in the graph. Parallel ties count each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// How many ties it has.
    Degree,
    /// For each two other nodes, the part of their shortest paths that pass through it, added up.
    Betweenness,
    /// The part of the other nodes that lead to it, divided by their mean distance.
    Closeness,
    /// How often a walker who follows ties at random is found there.
    PageRank,
}

impl Measure {
    /// Its name.
    pub fn word(self) -> &'static str {
        match self {
            Self::Degree => "degree",
            Self::Betweenness => "betweenness",
            Self::Closeness => "closeness",
            Self::PageRank => "pagerank",
        }
    }
}

/// What is asked.
#[derive(Debug, Clone)]
pub struct RankQuestion {
    /// By what to rank.
    pub by: Measure,
    /// The kind of node to list, its special cases included; any where not given. The measure is
    /// that of the whole slice all the same.
    pub kind: Option<String>,
    /// How many to list.
    pub top: usize,
    /// Whether edges are walked from source to target only (symmetric ones always either way).
    pub directed: bool,
    /// From how many nodes, evenly spread, betweenness is estimated; from all where not given.
    pub sources: Option<usize>,
}

/// Nodes in the order of a measure.
#[derive(Debug, Clone)]
pub struct Rank<'g> {
    slice: Slice<'g>,
    by: Measure,
    /// The nodes with their measures, the highest first; of equal ones, in the order of the files.
    pub nodes: Vec<(NodeIndex, f64)>,
}

/// Ranks the nodes of a slice.
pub fn rank<'g>(slice: &Slice<'g>, question: &RankQuestion) -> Rank<'g> {
    let graph = slice.graph();
    let wanted = |node: &NodeView<'_>| match &question.kind {
        Some(kind) => node.kind() == kind || graph.vocabulary().is_a(node.kind(), kind),
        None => true,
    };
    let listed = graph.nodes().filter(|node| !slice.scope().avoid.contains(&node.index()));
    let listed: Vec<NodeIndex> = listed.filter(wanted).map(|node| node.index()).collect();
    let measures = measure(slice, question, &listed);
    let mut nodes: Vec<(NodeIndex, f64)> = listed.into_iter().zip(measures).collect();
    nodes.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    nodes.truncate(question.top);
    Rank { slice: slice.clone(), by: question.by, nodes }
}

/// The measure of each of these nodes.
pub fn measure(slice: &Slice<'_>, question: &RankQuestion, nodes: &[NodeIndex]) -> Vec<f64> {
    let filter = slice.filter(question.directed);
    let numbers: Vec<u32> = nodes.iter().copied().map(number).collect();
    let chosen = |all: Vec<f64>| nodes.iter().map(|node| all[node.index()]).collect();
    match question.by {
        Measure::Degree => numbers.iter().map(|node| degree(slice.filter(false), *node)).collect(),
        Measure::Closeness => distance::closeness(filter, &numbers),
        Measure::PageRank => chosen(pagerank::pagerank(filter)),
        Measure::Betweenness => chosen(betweenness(filter, question)),
    }
}

fn degree(filter: &Filter<'_>, node: u32) -> f64 {
    let ties = filter.neighbors(node, Walk::Onward);
    ties.filter(|neighbor| !filter.avoided().contains(neighbor)).count() as f64
}

/// Betweenness by number of node; each two nodes count once, or once each way if directed.
fn betweenness(filter: &Filter<'_>, question: &RankQuestion) -> Vec<f64> {
    let count = filter.index().node_count();
    let wanted = question.sources.unwrap_or(count).clamp(1, count.max(1));
    let spread = (0..wanted).map(|i| u32::try_from(i * count / wanted).unwrap_or(u32::MAX));
    let sources: Vec<u32> = if count == 0 { Vec::new() } else { spread.collect() };
    let both = if question.directed { 1.0 } else { 2.0 };
    let scale = count as f64 / wanted as f64 / both;
    let mut sums = distance::betweenness(filter, &sources);
    sums.iter_mut().for_each(|sum| *sum *= scale);
    sums
}

/// A node with its measure.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Ranked {
    /// The node.
    pub node: NodeRef,
    /// Its measure.
    pub value: f64,
}

/// The answer to `rank`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct RankBody {
    /// The measure: `degree`, `betweenness`, `closeness` or `pagerank`.
    pub by: String,
    /// The nodes, the highest first.
    pub nodes: Vec<Ranked>,
}

impl Answer for Rank<'_> {
    const QUESTION: &'static str = "rank";
    type Body = RankBody;

    fn body(&self) -> RankBody {
        let graph = self.slice.graph();
        let ranked = |(node, value): &(NodeIndex, f64)| Ranked {
            node: NodeRef::of(graph.node(*node)),
            value: *value,
        };
        RankBody { by: self.by.word().into(), nodes: self.nodes.iter().map(ranked).collect() }
    }

    fn text(&self) -> String {
        let graph = self.slice.graph();
        let digits = match self.by {
            Measure::Degree => 0,
            Measure::Betweenness => 1,
            Measure::Closeness | Measure::PageRank => 4,
        };
        let line = |(index, value): &(NodeIndex, f64)| {
            let node = graph.node(*index);
            format!("{value:>10.digits$}  {} ({}, {})\n", node.name(), node.kind_label(), node.id())
        };
        self.nodes.iter().map(line).collect()
    }

    fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }
}
