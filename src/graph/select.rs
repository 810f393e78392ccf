//! Which nodes and edges a view takes in.

use super::{EdgeIndex, Graph, NodeIndex, NodeView, Slice, Tie};
use crate::record::{Select, View};
use crate::vocabulary::Ident;
use std::collections::BTreeSet;

/// The nodes and edges of a drawing, in the order of the files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// The nodes.
    pub nodes: BTreeSet<NodeIndex>,
    /// The edges; both ends are among the nodes.
    pub edges: BTreeSet<EdgeIndex>,
}

/// The whole graph within a slice; of relations that are nodes, none: their edges say the same.
pub fn select_all(slice: &Slice<'_>) -> Selection {
    let graph = slice.graph();
    let nodes = graph.nodes().filter(|node| node.relation().is_none()).map(|n| n.index()).collect();
    edges_between(slice, nodes, &BTreeSet::new(), &BTreeSet::new())
}

/// What a view takes in within a slice.
pub fn select(slice: &Slice<'_>, view: &View) -> Selection {
    let graph = slice.graph();
    let (only, never) = (relation_kinds(&view.show), relation_kinds(&view.hide));
    let mut nodes = nodes_of(slice, &view.show);
    let names_nodes = view.show.iter().any(|select| !matches!(select, Select::Relations(_)));
    if !names_nodes {
        let of_kind = |kind: &str| only.contains(kind);
        let ends = graph.edges().filter(|edge| of_kind(&edge.kind()));
        nodes.extend(ends.flat_map(|edge| [edge.source().index(), edge.target().index()]));
    }
    let hidden = nodes_of(slice, &view.hide);
    nodes.retain(|node| !hidden.contains(node));
    edges_between(slice, nodes, &only, &never)
}

fn relation_kinds(selects: &[Select]) -> BTreeSet<String> {
    let kinds = |select: &Select| match select {
        Select::Relations(kinds) => kinds.clone(),
        _ => Vec::new(),
    };
    selects.iter().flat_map(kinds).map(|kind: Ident| kind.to_string()).collect()
}

fn edges_between(
    slice: &Slice<'_>,
    nodes: BTreeSet<NodeIndex>,
    only: &BTreeSet<String>,
    never: &BTreeSet<String>,
) -> Selection {
    let wanted = |kind: &str| (only.is_empty() || only.contains(kind)) && !never.contains(kind);
    let edges = slice
        .graph()
        .edges()
        .filter(|edge| {
            let ends = [edge.source().index(), edge.target().index()];
            let drawn =
                !matches!(edge.tie(), Tie::End { .. }) || ends.iter().all(|n| nodes.contains(n));
            drawn && ends.iter().all(|end| nodes.contains(end)) && wanted(&edge.kind())
        })
        .filter(|edge| slice.admits(edge.index()))
        .map(|edge| edge.index())
        .collect();
    Selection { nodes, edges }
}

fn nodes_of(slice: &Slice<'_>, selects: &[Select]) -> BTreeSet<NodeIndex> {
    selects.iter().flat_map(|select| nodes_of_one(slice, select)).collect()
}

fn nodes_of_one(slice: &Slice<'_>, select: &Select) -> BTreeSet<NodeIndex> {
    let graph = slice.graph();
    match select {
        Select::Ids(ids) => ids.iter().filter_map(|id| Some(graph.find(id)?.index())).collect(),
        Select::Kinds(kinds) => {
            let among = |node: &NodeView<'_>| {
                kinds.iter().any(|kind| graph.vocabulary().is_a(node.kind(), &kind.0))
            };
            graph
                .nodes()
                .filter(|n| n.entity().is_some())
                .filter(among)
                .map(|n| n.index())
                .collect()
        }
        Select::Around(id, steps) => around(slice, id, *steps),
        Select::Parts(id) => parts(graph, id),
        Select::Commitments(steps) => {
            let last = |node: &NodeView<'_>| Some(node.commitment()?.history.last()?.step);
            let among = |node: &NodeView<'_>| last(node).is_some_and(|step| steps.contains(&step));
            graph.nodes().filter(among).map(|node| node.index()).collect()
        }
        Select::Relations(_) => BTreeSet::new(),
    }
}

/// Everything within so many admitted steps of a node, in either direction.
fn around(slice: &Slice<'_>, id: &str, steps: u32) -> BTreeSet<NodeIndex> {
    let Some(start) = slice.graph().find(id) else { return BTreeSet::new() };
    let mut seen = BTreeSet::from([start.index()]);
    let mut rim = vec![start];
    for _ in 0..steps {
        let mut next = Vec::new();
        for node in rim {
            for edge in node.edges() {
                let other = edge.other(node.index());
                if other.relation().is_none()
                    && slice.admits(edge.index())
                    && seen.insert(other.index())
                {
                    next.push(other);
                }
            }
        }
        rim = next;
    }
    seen
}

/// A whole and its parts, at any depth.
fn parts(graph: &Graph, id: &str) -> BTreeSet<NodeIndex> {
    use crate::vocabulary::Role;
    let Some(whole) = graph.find(id) else { return BTreeSet::new() };
    let mut seen = BTreeSet::from([whole.index()]);
    let mut left = vec![whole];
    while let Some(node) = left.pop() {
        for edge in node.edges() {
            let is_part = matches!(edge.role(), Some(Role::Whole | Role::Part | Role::Instrument));
            let part = match edge.role() {
                Some(Role::Instrument) => edge.target(),
                _ => edge.source(),
            };
            if is_part && part.index() != node.index() && seen.insert(part.index()) {
                left.push(part);
            }
        }
    }
    seen
}
