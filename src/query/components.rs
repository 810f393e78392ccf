//! Which parts of the graph hang together.

use super::Answer;
use super::document::NodeRef;
use crate::graph::{NodeIndex, NodeView, Slice};
use petgraph::unionfind::UnionFind;
use schemars::JsonSchema;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The parts of a graph: sets of nodes between which there are paths, whichever way ties are read.
#[derive(Debug, Clone)]
pub struct Components<'g> {
    slice: Slice<'g>,
    /// The nodes of each, the largest part first, of equal ones that whose first node comes first.
    pub parts: Vec<Vec<NodeIndex>>,
}

/// The connected components of a slice; nodes to be avoided are in none.
pub fn components<'g>(slice: &Slice<'g>) -> Components<'g> {
    let graph = slice.graph();
    let mut sets: UnionFind<usize> = UnionFind::new(graph.net().node_count());
    for edge in graph.edges().filter(|edge| slice.admits(edge.index())) {
        sets.union(edge.source().index().index(), edge.target().index().index());
    }
    let mut parts: BTreeMap<usize, Vec<NodeIndex>> = BTreeMap::new();
    for node in graph.nodes().map(|node| node.index()) {
        if !slice.scope().avoid.contains(&node) {
            parts.entry(sets.find(node.index())).or_default().push(node);
        }
    }
    let mut parts: Vec<Vec<NodeIndex>> = parts.into_values().collect();
    parts.sort_by_key(|nodes| (Reverse(nodes.len()), nodes.first().copied()));
    Components { slice: slice.clone(), parts }
}

/// A part of the graph.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ComponentBody {
    /// How many nodes it has.
    pub size: usize,
    /// Its nodes, in the order of the files.
    pub nodes: Vec<NodeRef>,
}

/// The answer to `components`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ComponentsBody {
    /// The parts, the largest first.
    pub components: Vec<ComponentBody>,
}

/// How many nodes of a part the text names.
const NAMED: usize = 5;

impl<'g> Components<'g> {
    fn views(&self, nodes: &[NodeIndex]) -> impl Iterator<Item = NodeView<'g>> {
        let graph = self.slice.graph();
        nodes.iter().map(move |node| graph.node(*node))
    }
}

impl Answer for Components<'_> {
    const QUESTION: &'static str = "components";
    type Body = ComponentsBody;

    fn body(&self) -> ComponentsBody {
        let part = |nodes: &Vec<NodeIndex>| ComponentBody {
            size: nodes.len(),
            nodes: self.views(nodes).map(NodeRef::of).collect(),
        };
        ComponentsBody { components: self.parts.iter().map(part).collect() }
    }

    fn text(&self) -> String {
        let line = |nodes: &Vec<NodeIndex>| {
            let names: Vec<&str> = self.views(nodes).take(NAMED).map(|node| node.name()).collect();
            let more = if nodes.len() > NAMED { ", ..." } else { "" };
            format!("{:>6}  {}{more}\n", nodes.len(), names.join(", "))
        };
        self.parts.iter().map(line).collect()
    }

    fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }
}
