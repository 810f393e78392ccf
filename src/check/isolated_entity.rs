//! Entities that nothing is tied to.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::Node;
use foldhash::HashSet;
use std::cell::LazyCell;

declare_check! {
    /// An entity has no relation and no role in a commitment.
    ///
    /// ## Why it matters
    /// No path leads to it and no question finds it: its ties were forgotten, or it does not belong
    /// here.
    ///
    /// ## How to mend it
    /// Add what the source says of it, or remove it.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    /// ]
    /// ```
    F0801, "isolated-entity", Warn
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let graph = context.graph;
    // An entity that a relation with a wrong end means is not to be reported twice.
    let broken: LazyCell<HashSet<&str>, _> = LazyCell::new(|| {
        graph.records().relations.iter().flat_map(|r| [&*r.record.from, &*r.record.to]).collect()
    });
    for node in graph.nodes() {
        let tied = graph.net().neighbors_undirected(node.index()).next().is_some();
        if matches!(node.node(), Node::Entity(_)) && !tied && !broken.contains(node.id()) {
            let message = format!("`{}` is tied to nothing", node.id());
            sink.push(Diagnostic::new(&RULE, node.place().field("id"), message));
        }
    }
}
