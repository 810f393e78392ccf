//! Builds the rows by counting sorts: linear in nodes and edges.

use super::super::{EdgeIndex, Graph};
use super::Gate;
use super::coarse::Coarse;

/// The arrays of the index.
pub(super) struct Rows {
    pub(super) offsets: Vec<u32>,
    pub(super) targets: Vec<u32>,
    pub(super) edges: Vec<u32>,
    pub(super) gates: Vec<Gate>,
}

/// The rows of a graph whose edges have these (forward) labels, below `label_count`.
pub(super) fn rows(
    graph: &Graph,
    of_edge: &[u16],
    label_count: usize,
    of_extent: &[Coarse],
) -> Rows {
    let net = graph.net();
    let arcs = 2 * net.edge_count();
    let offsets = offsets(graph);
    let mut free = offsets.clone();
    let mut rows = Rows {
        offsets,
        targets: vec![0; arcs],
        edges: vec![0; arcs],
        gates: vec![Gate::default(); arcs],
    };
    for edge in by_label(of_edge, label_count) {
        let index = EdgeIndex::new(edge as usize);
        let Some((source, target)) = net.edge_endpoints(index) else { continue };
        for (backward, from, to) in [(false, source, target), (true, target, source)] {
            let at = free[from.index()] as usize;
            free[from.index()] += 1;
            rows.targets[at] = super::number(to);
            rows.edges[at] = edge;
            rows.gates[at] = Gate {
                label: of_edge[edge as usize] + u16::from(backward),
                days: of_extent[net[index].extent as usize],
            };
        }
    }
    rows
}

/// Where each node's arcs begin.
fn offsets(graph: &Graph) -> Vec<u32> {
    let net = graph.net();
    let mut offsets = vec![0_u32; net.node_count() + 1];
    for edge in net.raw_edges() {
        offsets[edge.source().index() + 1] += 1;
        offsets[edge.target().index() + 1] += 1;
    }
    for at in 1..offsets.len() {
        offsets[at] += offsets[at - 1];
    }
    offsets
}

/// The numbers of the edges by label, and of one label in order.
fn by_label(of_edge: &[u16], label_count: usize) -> Vec<u32> {
    let mut free = vec![0_usize; label_count + 1];
    for label in of_edge {
        free[*label as usize + 1] += 1;
    }
    for at in 1..free.len() {
        free[at] += free[at - 1];
    }
    let mut order = vec![0; of_edge.len()];
    for (edge, label) in (0_u32..).zip(of_edge) {
        let at = &mut free[*label as usize];
        order[*at] = edge;
        *at += 1;
    }
    order
}
