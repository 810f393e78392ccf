//! How two nodes are connected: a path of the fewest hops.

use super::Answer;
use super::document::{EdgeRef, NodeRef};
use super::text;
use crate::graph::{EdgeIndex, NodeIndex, NodeView, Slice};
use crate::time::Truth;
use petgraph::algo::astar;
use petgraph::visit::{EdgeFiltered, EdgeRef as _, UndirectedAdaptor};
use schemars::JsonSchema;
use serde::Serialize;

/// What is asked: between which nodes, and whether edges may be walked one way only.
#[derive(Debug, Clone, Copy)]
pub struct PathQuestion<'g> {
    /// Where the path starts.
    pub from: NodeView<'g>,
    /// Where it ends.
    pub to: NodeView<'g>,
    /// Whether an edge may only be walked from its source to its target (a symmetric one always
    /// either way).
    pub directed: bool,
}

/// A path, or none.
#[derive(Debug, Clone)]
pub struct Path<'g> {
    question: PathQuestion<'g>,
    slice: Slice<'g>,
    /// The edges walked, from the start; none where there is no path.
    pub edges: Option<Vec<EdgeIndex>>,
}

/// Finds a path of the fewest hops within a slice; of several, the one whose records come first.
pub fn path<'g>(slice: &Slice<'g>, question: PathQuestion<'g>) -> Path<'g> {
    let graph = slice.graph();
    let net = graph.net();
    let filtered = EdgeFiltered::from_fn(net, |edge| slice.admits(edge.id()));
    let (from, to) = (question.from.index(), question.to.index());
    let at_end = |node| node == to;
    let nodes = if question.directed {
        directed_nodes(slice, from, to)
    } else {
        astar(&UndirectedAdaptor(&filtered), from, at_end, |_| 1u32, |_| 0).map(|(_, nodes)| nodes)
    };
    let edges = nodes.and_then(|nodes| edges_along(slice, &nodes, question.directed));
    Path { question, slice: slice.clone(), edges }
}

/// The nodes of a shortest path along the direction of the edges; symmetric ones go both ways.
fn directed_nodes(slice: &Slice<'_>, from: NodeIndex, to: NodeIndex) -> Option<Vec<NodeIndex>> {
    let graph = slice.graph();
    let mut walk = petgraph::graph::DiGraph::<(), ()>::default();
    for _ in graph.nodes() {
        walk.add_node(());
    }
    for edge in graph.edges().filter(|edge| slice.admits(edge.index())) {
        let (source, target) = (edge.source().index(), edge.target().index());
        walk.add_edge(source, target, ());
        if edge.is_symmetric() {
            walk.add_edge(target, source, ());
        }
    }
    astar(&walk, from, |node| node == to, |_| 1u32, |_| 0).map(|(_, nodes)| nodes)
}

/// The admitted edges that lead from each node to the next: facts before the rest, then the first.
fn edges_along(slice: &Slice<'_>, nodes: &[NodeIndex], directed: bool) -> Option<Vec<EdgeIndex>> {
    let graph = slice.graph();
    let between = |a: NodeIndex, b: NodeIndex| {
        let edges = graph.node(a).edges().into_iter();
        edges
            .filter(|edge| edge.other(a).index() == b && slice.admits(edge.index()))
            .filter(|edge| !directed || edge.source().index() == a || edge.is_symmetric())
            .min_by_key(|edge| (edge.stance(), edge.index()))
            .map(|edge| edge.index())
    };
    nodes.windows(2).map(|pair| between(pair[0], pair[1])).collect()
}

/// One hop of a path.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Hop {
    /// The edge walked, as it is recorded.
    pub edge: EdgeRef,
    /// Whether it is walked from its target to its source.
    pub backward: bool,
    /// Its label, read the way that it is walked.
    pub label: String,
    /// Whether it held as of the date asked about: `yes`, `no` or `can't tell`.
    pub holds: String,
    /// The date that decides, or would.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decides: Option<String>,
}

/// The answer to `path`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PathBody {
    /// Where the path starts.
    pub from: NodeRef,
    /// Where it ends.
    pub to: NodeRef,
    /// Whether there is a path.
    pub connected: bool,
    /// The nodes walked, the start and end included; empty where there is no path.
    pub nodes: Vec<NodeRef>,
    /// The hops.
    pub hops: Vec<Hop>,
}

impl Path<'_> {
    /// Each edge walked, with the node that it is left from.
    fn walk(&self) -> impl Iterator<Item = (NodeIndex, EdgeIndex)> {
        let graph = self.slice.graph();
        let mut at = self.question.from.index();
        self.edges.iter().flatten().map(move |index| {
            let from = at;
            at = graph.edge(*index).other(from).index();
            (from, *index)
        })
    }

    fn hop(&self, from: NodeIndex, index: EdgeIndex) -> Hop {
        let edge = self.slice.graph().edge(index);
        let backward = edge.source().index() != from;
        let verdict = self.slice.holds(index);
        Hop {
            edge: EdgeRef::of(edge),
            backward,
            label: edge.label(backward).into(),
            holds: verdict.truth.to_string(),
            decides: verdict.decides.filter(|_| verdict.truth == Truth::Unknown),
        }
    }
}

impl Answer for Path<'_> {
    const QUESTION: &'static str = "path";
    type Body = PathBody;

    fn body(&self) -> PathBody {
        let graph = self.slice.graph();
        let ends = self.walk().map(|(from, edge)| graph.edge(edge).other(from));
        let start = self.edges.iter().map(|_| self.question.from);
        PathBody {
            from: NodeRef::of(self.question.from),
            to: NodeRef::of(self.question.to),
            connected: self.edges.is_some(),
            nodes: start.chain(ends).map(NodeRef::of).collect(),
            hops: self.walk().map(|(from, edge)| self.hop(from, edge)).collect(),
        }
    }

    fn text(&self) -> String {
        let graph = self.slice.graph();
        let (from, to) = (self.question.from, self.question.to);
        let Some(edges) = &self.edges else {
            return format!("{} and {} are not connected.\n", from.name(), to.name());
        };
        if edges.is_empty() {
            return format!("{} is where it starts and ends.\n", from.name());
        }
        let line = |(from, index): (NodeIndex, EdgeIndex)| {
            text::line(graph.edge(index), from, &self.slice.holds(index))
        };
        self.walk().map(line).collect()
    }

    fn is_empty(&self) -> bool {
        self.edges.is_none()
    }
}
