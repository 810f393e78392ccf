//! Commitments that nobody owes.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};

declare_check! {
    /// A commitment has no obligor.
    ///
    /// ## Why it matters
    /// A commitment is what somebody owes; without an obligor it is an aim or an issue.
    ///
    /// ## How to mend it
    /// Say in `by` who owes it, or would.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "t", kind: Treaty, name: "Treaty", cites: [("s")]),
    ///     Commitment(id: "c", kind: Defense, name: "Help", by: [], to: ["a"], under: ["t"], binding: Legal,
    ///         history: [(step: InForce, on: "1960", cites: [("s")])], cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "t", kind: Treaty, name: "Treaty", cites: [("s")]),
    ///     Commitment(id: "c", kind: Defense, name: "Help", by: ["b"], to: ["a"], under: ["t"], binding: Legal,
    ///         history: [(step: InForce, on: "1960", cites: [("s")])], cites: [("s")]),
    /// ]
    /// ```
    F0601, "no-obligor", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for commitment in &context.graph.records().commitments {
        if commitment.record.by.is_empty() {
            let message = format!("nobody owes `{}`", commitment.id);
            let at = commitment.place().field("by");
            sink.push(Diagnostic::new(&RULE, at, message).label("no obligor"));
        }
    }
}
