//! References to ids that no record has.

use super::Context;
use super::shared::{quoted, suggest};
use crate::diagnostic::{Diagnostic, Sink};

declare_check! {
    /// A reference names an id that no record has.
    ///
    /// ## Why it matters
    /// The relation or role that the reference stands in is missing from the graph.
    ///
    /// ## How to mend it
    /// Correct the id, or add the record that it means.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "japan", kind: State, name: "Japan", cites: [("s")]),
    ///     Entity(id: "russia", kind: State, name: "Russia", cites: [("s")]),
    ///     Relation(from: "japan", kind: DisputesWith, to: "russia", cites: [("s")]),
    ///     Relation(from: "japn", kind: Borders, to: "russia", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "japan", kind: State, name: "Japan", cites: [("s")]),
    ///     Entity(id: "russia", kind: State, name: "Russia", cites: [("s")]),
    ///     Relation(from: "japan", kind: DisputesWith, to: "russia", cites: [("s")]),
    /// ]
    /// ```
    F0201, "dangling-reference", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let graph = context.graph;
    for unresolved in graph.unresolved() {
        let at = unresolved.at.clone();
        let message = format!("no record has the id `{}`", unresolved.id);
        let finding = Diagnostic::new(&RULE, at.clone(), message).label("not found");
        sink.push(suggest(finding, at, &unresolved.id, graph.ids(), quoted));
    }
}
