//! Circles in relations that may not lead back.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::{EdgeIndex, EdgeView, NodeIndex};
use petgraph::algo::tarjan_scc;
use petgraph::visit::{EdgeFiltered, EdgeRef};
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

declare_check! {
    /// Relations of a kind that may not lead back form a circle.
    ///
    /// ## Why it matters
    /// A part can't contain its whole, and nothing can come before itself: one of the relations in the
    /// circle is wrong.
    ///
    /// ## How to mend it
    /// Turn round or remove one of the relations that are shown.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: Event, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: Event, name: "B", cites: [("s")]),
    ///     Entity(id: "c", kind: Event, name: "C", cites: [("s")]),
    ///     Relation(from: "a", kind: Precedes, to: "b", cites: [("s")]),
    ///     Relation(from: "b", kind: Precedes, to: "c", cites: [("s")]),
    ///     Relation(from: "c", kind: Precedes, to: "a", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: Event, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: Event, name: "B", cites: [("s")]),
    ///     Entity(id: "c", kind: Event, name: "C", cites: [("s")]),
    ///     Relation(from: "a", kind: Precedes, to: "b", cites: [("s")]),
    ///     Relation(from: "b", kind: Precedes, to: "c", cites: [("s")]),
    ///     Relation(from: "a", kind: Precedes, to: "c", cites: [("s")]),
    /// ]
    /// ```
    F0206, "relation-cycle", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let graph = context.graph;
    let mut by_kind: BTreeMap<&str, BTreeSet<EdgeIndex>> = BTreeMap::new();
    for edge in graph.edges() {
        if let Some(kind) = edge.relation_kind().filter(|kind| kind.acyclic) {
            by_kind.entry(kind.id.as_str()).or_default().insert(edge.index());
        }
    }
    for (kind, edges) in &by_kind {
        circles(context, kind, edges, sink);
    }
}

fn circles(context: Context<'_>, kind: &str, edges: &BTreeSet<EdgeIndex>, sink: &mut Sink) {
    let net = context.graph.net();
    let of_kind = EdgeFiltered::from_fn(net, |edge| edges.contains(&edge.id()));
    for component in tarjan_scc(&of_kind) {
        if component.len() < 2 {
            continue;
        }
        let within: BTreeSet<NodeIndex> = component.into_iter().collect();
        let circle = shortest_circle(context, edges, &within);
        let Some((first, rest)) = circle.split_first() else { continue };
        let ids: Vec<&str> = circle.iter().map(|edge| edge.source().id()).collect();
        let message =
            format!("`{kind}` leads in a circle: {} → {}", ids.join(" → "), first.source().id());
        let label =
            |edge: &EdgeView<'_>| format!("{} → {}", edge.source().id(), edge.target().id());
        let mut finding =
            Diagnostic::new(&RULE, first.origin().place(), message).label(label(first));
        for edge in rest {
            finding = finding.related(edge.origin().place(), label(edge));
        }
        sink.push(finding);
    }
}

/// A shortest circle through the first node of a strongly connected component.
fn shortest_circle<'g>(
    context: Context<'g>,
    edges: &BTreeSet<EdgeIndex>,
    within: &BTreeSet<NodeIndex>,
) -> Vec<EdgeView<'g>> {
    let graph = context.graph;
    let Some(start) = within.first().copied() else { return Vec::new() };
    let mut came: HashMap<NodeIndex, EdgeView<'g>> = HashMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(node) = queue.pop_front() {
        for edge in graph.net().edges(node).filter(|e| edges.contains(&e.id())) {
            let (view, target) = (graph.edge(edge.id()), edge.target());
            if target == start {
                let mut circle = vec![view];
                let mut at = node;
                while let Some(edge) = came.get(&at).filter(|_| at != start) {
                    circle.push(*edge);
                    at = edge.source().index();
                }
                circle.reverse();
                return circle;
            }
            if within.contains(&target) && !came.contains_key(&target) {
                came.insert(target, view);
                queue.push_back(target);
            }
        }
    }
    Vec::new()
}
