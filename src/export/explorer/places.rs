//! Where the map has each node, so that nothing has to move in the page.

use crate::graph::{Graph, Scope};
use crate::layout::{Point, arrange, overview};
use crate::scene::whole;

/// More nodes than this are placed for an overview, without room for their names.
const MOST_NAMED: usize = 600;

/// The place of each node, by its index.
pub(super) fn places(graph: &Graph) -> Vec<Point> {
    let count = graph.net().node_count();
    if count > MOST_NAMED {
        let ends = graph.edges().map(|edge| (edge.source().index(), edge.target().index()));
        return overview(count, &ends.map(|(a, b)| (a.index(), b.index())).collect::<Vec<_>>());
    }
    let scene = whole(graph, Scope::default(), None);
    let mut places = vec![Point::default(); count];
    for drawn in arrange(&scene).nodes {
        let node = scene.nodes.get(drawn.node).map(|node| node.index.index());
        if let Some(place) = node.and_then(|node| places.get_mut(node)) {
            *place = drawn.bounds.centre();
        }
    }
    places
}
