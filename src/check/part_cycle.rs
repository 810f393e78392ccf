//! Parts that contain their wholes.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::NodeIndex;
use crate::vocabulary::Role;
use std::collections::BTreeMap;

declare_check! {
    /// A provision or commitment is, through one or more steps, a part of itself.
    ///
    /// ## Why it matters
    /// Whoever walks from a part to its whole never arrives.
    ///
    /// ## How to mend it
    /// Correct the `of` or `part_of` that leads back.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "e", kind: Event, name: "E", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", by: ["a"], to: ["b"], at: "e", part_of: "d", binding: Political,
    ///         history: [(step: Agreed, on: "1990", cites: [("s")])], cites: [("s")],
    ///     ),
    ///     Commitment(
    ///         id: "d", kind: Cooperation, name: "D", by: ["a"], to: ["b"], at: "e", part_of: "c", binding: Political,
    ///         history: [(step: Agreed, on: "1990", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "e", kind: Event, name: "E", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", by: ["a"], to: ["b"], at: "e", part_of: "d", binding: Political,
    ///         history: [(step: Agreed, on: "1990", cites: [("s")])], cites: [("s")],
    ///     ),
    ///     Commitment(
    ///         id: "d", kind: Cooperation, name: "D", by: ["a"], to: ["b"], at: "e", binding: Political,
    ///         history: [(step: Agreed, on: "1990", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    F0209, "part-cycle", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let graph = context.graph;
    let mut whole_of: BTreeMap<NodeIndex, NodeIndex> = BTreeMap::new();
    for edge in graph.edges() {
        if matches!(edge.role(), Some(Role::Whole | Role::Part)) {
            whole_of.insert(edge.source().index(), edge.target().index());
        }
    }
    let mut walked: BTreeMap<NodeIndex, NodeIndex> = BTreeMap::new();
    for start in whole_of.keys() {
        let mut at = *start;
        while !walked.contains_key(&at) {
            walked.insert(at, *start);
            let Some(whole) = whole_of.get(&at) else { break };
            at = *whole;
            if walked.get(&at) == Some(start) {
                sink.push(circle(context, &whole_of, at));
                break;
            }
        }
    }
}

/// The circle that leads from a part back to itself.
fn circle(
    context: Context<'_>,
    whole_of: &BTreeMap<NodeIndex, NodeIndex>,
    start: NodeIndex,
) -> Diagnostic {
    let next = |at: &NodeIndex| whole_of.get(at).copied().filter(|at| *at != start);
    let circle: Vec<_> =
        std::iter::successors(Some(start), next).map(|index| context.graph.node(index)).collect();
    let ids: Vec<&str> = circle.iter().map(|node| node.id()).collect();
    let node = context.graph.node(start);
    let field = if node.commitment().is_some() { "part_of" } else { "of" };
    let message = format!("`{}` is a part of itself: {}", node.id(), ids.join(" → "));
    let finding = Diagnostic::new(&RULE, node.place().field(field), message);
    circle
        .iter()
        .skip(1)
        .fold(finding, |finding, node| finding.related(node.place(), "through this"))
}
