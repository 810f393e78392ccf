//! One-sided commitments of several sides.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::record::Binding;

declare_check! {
    /// A commitment is `Unilateral` and has more than one obligor.
    ///
    /// ## Why it matters
    /// What several sides take upon themselves together is agreed between them: political at the
    /// least.
    ///
    /// ## How to mend it
    /// Make it `Political` or `Legal`, or record one commitment for each side.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "t", kind: Declaration, name: "T", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", by: ["a", "b"], to: ["a", "b"], under: ["t"], binding: Unilateral,
    ///         history: [(step: Announced, on: "1990", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "t", kind: Declaration, name: "T", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", by: ["a"], to: ["b"], under: ["t"], binding: Unilateral,
    ///         history: [(step: Announced, on: "1990", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    F0616, "unilateral-by-several", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for commitment in &context.graph.records().commitments {
        if commitment.binding == Binding::Unilateral && commitment.record.by.len() > 1 {
            let message = format!("`{}` is unilateral, and several owe it", commitment.id);
            let finding = Diagnostic::new(&RULE, commitment.place().field("binding"), message)
                .related(commitment.place().field("by"), "who owes it");
            sink.push(finding);
        }
    }
}
