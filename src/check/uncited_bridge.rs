//! Parts of the graph that hang on one uncited relation.

use super::Context;
use super::shared::told;
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::EdgeIndex;
use crate::record::Cite;
use petgraph::algo::bridges::bridges;
use petgraph::graph::UnGraph;
use petgraph::visit::EdgeRef;
use std::collections::{BTreeMap, BTreeSet};

declare_check! {
    /// Two parts of the graph are tied together by a single relation, and nothing is cited for it.
    ///
    /// ## Why it matters
    /// Every path between the two parts leads over a claim that no source backs.
    ///
    /// ## How to mend it
    /// Cite a source for the relation.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "c", kind: State, name: "C", cites: [("s")]),
    ///     Entity(id: "d", kind: State, name: "D", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    ///     Relation(from: "b", kind: AlliedWith, to: "c", allow: [("missing-citation", "Common knowledge.")]),
    ///     Relation(from: "c", kind: AlliedWith, to: "d", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "c", kind: State, name: "C", cites: [("s")]),
    ///     Entity(id: "d", kind: State, name: "D", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    ///     Relation(from: "b", kind: AlliedWith, to: "c", cites: [("s")]),
    ///     Relation(from: "c", kind: AlliedWith, to: "d", cites: [("s")]),
    /// ]
    /// ```
    F0804, "uncited-bridge", Warn
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let graph = context.graph;
    let cited = |cites: &[Cite]| !cites.is_empty();
    if graph.records().relations.iter().all(|relation| cited(&relation.cites)) {
        return;
    }
    let simple = simple(context);
    let found: BTreeSet<EdgeIndex> = bridges(&simple)
        .filter(|bridge| {
            let inner = |node| simple.neighbors(node).nth(1).is_some();
            inner(bridge.source()) && inner(bridge.target())
        })
        .filter_map(|bridge| *bridge.weight())
        .collect();
    for index in found {
        let edge = graph.edge(index);
        let Some(relation) = edge.relation().filter(|relation| !cited(&relation.cites)) else {
            continue;
        };
        let message = format!("only this ties two parts of the graph together: {}", told(edge));
        sink.push(Diagnostic::new(&RULE, relation.place(), message).label("cites nothing"));
    }
}

/// The graph without directions: one edge between two nodes, which knows the edge it stands for
/// where that is the only one.
fn simple(context: Context<'_>) -> UnGraph<(), Option<EdgeIndex>> {
    let net = context.graph.net();
    let mut pairs: BTreeMap<_, Option<EdgeIndex>> = BTreeMap::new();
    for edge in net.edge_indices() {
        let Some((a, b)) = net.edge_endpoints(edge).filter(|(a, b)| a != b) else { continue };
        pairs.entry((a.min(b), a.max(b))).and_modify(|only| *only = None).or_insert(Some(edge));
    }
    let mut simple = UnGraph::with_capacity(net.node_count(), pairs.len());
    for _ in net.node_indices() {
        simple.add_node(());
    }
    for ((a, b), edge) in pairs {
        simple.add_edge(a, b, edge);
    }
    simple
}
