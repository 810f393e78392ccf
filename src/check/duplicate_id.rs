//! Ids that two records claim.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};

declare_check! {
    /// Two records have the same id.
    ///
    /// ## Why it matters
    /// A reference to the id could mean either; the first record has it, the second is left out of
    /// the graph.
    ///
    /// ## How to mend it
    /// Give one of them another id, or merge the two.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "Another", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    /// ]
    /// ```
    F0107, "duplicate-id", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for duplicate in context.graph.duplicates() {
        let at = duplicate.second.place().field("id");
        let message = format!("the id `{}` is taken", duplicate.id);
        let finding = Diagnostic::new(&RULE, at, message)
            .label("claimed again here")
            .related(duplicate.first.place().field("id"), "first claimed here");
        sink.push(finding);
    }
}
