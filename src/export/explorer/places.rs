//! Where the map has each node, so that nothing has to move in the page.

use crate::graph::Graph;
use crate::layout::{Point, overview};

/// The place of each node, by its index. The map writes the names that it has room for, so none is kept here.
pub(super) fn places(graph: &Graph) -> Vec<Point> {
    let ends = graph.edges().map(|edge| (edge.source().index(), edge.target().index()));
    let links: Vec<(usize, usize)> = ends.map(|(a, b)| (a.index(), b.index())).collect();
    overview(graph.net().node_count(), &links)
}
