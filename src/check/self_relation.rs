//! Relations of a thing to itself.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};

declare_check! {
    /// A relation ties a thing to itself.
    ///
    /// ## Why it matters
    /// No kind of relation has a meaning between a thing and itself; one of the ids is wrong.
    ///
    /// ## How to mend it
    /// Correct one of the ends.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "a", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    /// ]
    /// ```
    F0204, "self-relation", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for relation in &context.graph.records().relations {
        if relation.record.from == relation.record.to {
            let message = format!("`{}` is tied to itself", relation.record.from);
            let finding = Diagnostic::new(&RULE, relation.place().field("to"), message)
                .related(relation.place().field("from"), "the other end");
            sink.push(finding);
        }
    }
}
