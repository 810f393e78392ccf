//! Where the map has each node, so that nothing has to move in the page.

use crate::graph::{Graph, NodeView, Scope};
use crate::layout::{Point, arrange, overview};
use crate::scene::whole;

/// More nodes than this are placed for an overview, without room for their names.
const MOST_NAMED: usize = 600;

/// How far from the middle of its neighbours a node stands, so that it lies on none of their links.
const OFF: f64 = 30.0;

/// The place of each node, by its index.
pub(super) fn places(graph: &Graph) -> Vec<Point> {
    let count = graph.net().node_count();
    if count > MOST_NAMED {
        let ends = graph.edges().map(|edge| (edge.source().index(), edge.target().index()));
        return overview(count, &ends.map(|(a, b)| (a.index(), b.index())).collect::<Vec<_>>());
    }
    let mut scene = whole(graph, Scope::default(), None);
    // The map names relations on demand, so it keeps no room for their labels.
    scene.edges.iter_mut().for_each(|edge| edge.label.clear());
    let mut places: Vec<Option<Point>> = vec![None; count];
    for drawn in arrange(&scene).nodes {
        let node = scene.nodes.get(drawn.node).map(|node| node.index.index());
        if let Some(place) = node.and_then(|node| places.get_mut(node)) {
            *place = Some(drawn.bounds.centre());
        }
    }
    let given = |node: NodeView<'_>| places.get(node.index().index()).copied().flatten();
    graph.nodes().map(|node| given(node).unwrap_or_else(|| beside(node, given))).collect()
}

/// The place of a node that drawings of the whole graph leave out: amid its neighbours.
fn beside<'g>(node: NodeView<'g>, given: impl Fn(NodeView<'g>) -> Option<Point>) -> Point {
    let edges = node.edges();
    let near: Vec<Point> =
        edges.iter().filter_map(|edge| given(edge.other(node.index()))).collect();
    let share = 1.0 / near.len().max(1) as f64;
    let sum = near.iter().fold(Point::default(), |sum, point| sum.moved(point.x, point.y));
    Point::new(sum.x * share, sum.y * share).moved(OFF, OFF)
}
