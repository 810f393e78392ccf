//! What a node is tied to directly.

use super::Answer;
use super::document::{EdgeRef, NodeRef};
use super::text;
use crate::graph::{EdgeView, NodeView, Slice};
use schemars::JsonSchema;
use serde::Serialize;

/// A node's edges within a slice.
#[derive(Debug, Clone)]
pub struct Neighbors<'g> {
    node: NodeView<'g>,
    slice: Slice<'g>,
    /// The edges, by label, then in the order of the files.
    pub edges: Vec<EdgeView<'g>>,
}

/// The edges of a node within a slice.
pub fn neighbors<'g>(slice: &Slice<'g>, node: NodeView<'g>) -> Neighbors<'g> {
    let mut edges: Vec<EdgeView<'g>> =
        node.edges().into_iter().filter(|edge| slice.admits(edge.index())).collect();
    edges.sort_by_key(|edge| {
        let backward = edge.source().index() != node.index();
        (edge.family(), edge.label(backward), edge.index())
    });
    Neighbors { node, slice: slice.clone(), edges }
}

/// The answer to `neighbors`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct NeighborsBody {
    /// The node asked about.
    pub node: NodeRef,
    /// Its neighbours, each once.
    pub neighbors: Vec<NodeRef>,
    /// The edges that tie it to them.
    pub edges: Vec<EdgeRef>,
}

impl Answer for Neighbors<'_> {
    const QUESTION: &'static str = "neighbors";
    type Body = NeighborsBody;

    fn body(&self) -> NeighborsBody {
        let mut others: Vec<NodeView<'_>> =
            self.edges.iter().map(|edge| edge.other(self.node.index())).collect();
        others.sort_by_key(|node| node.index());
        others.dedup_by_key(|node| node.index());
        NeighborsBody {
            node: NodeRef::of(self.node),
            neighbors: others.into_iter().map(NodeRef::of).collect(),
            edges: self.edges.iter().map(|edge| EdgeRef::of(*edge)).collect(),
        }
    }

    fn text(&self) -> String {
        if self.edges.is_empty() {
            return format!("{} is tied to nothing.\n", self.node.name());
        }
        let line = |edge: &EdgeView<'_>| {
            text::line(*edge, self.node.index(), &self.slice.holds(edge.index()))
        };
        self.edges.iter().map(line).collect()
    }

    fn is_empty(&self) -> bool {
        self.edges.is_empty()
    }
}
