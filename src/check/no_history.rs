//! Commitments without a history.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};

declare_check! {
    /// A commitment has no step in its `history`.
    ///
    /// ## Why it matters
    /// Whether it was proposed, agreed or is in force is read off its last step; without one its
    /// status can't be told.
    ///
    /// ## How to mend it
    /// Record the step that the source tells of, undated if need be: `history: [(step: Agreed,
    /// cites: [...])]`.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "t", kind: Declaration, name: "T", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", by: ["a"], to: ["b"], under: ["t"], binding: Political,
    ///          cites: [("s")],
    ///     ),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "t", kind: Declaration, name: "T", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", by: ["a"], to: ["b"], under: ["t"], binding: Political,
    ///         history: [(step: Agreed, on: "1990", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    F0603, "no-history", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for commitment in &context.graph.records().commitments {
        if commitment.history.is_empty() {
            let message = format!("`{}` has no history", commitment.id);
            let finding = Diagnostic::new(&RULE, commitment.place(), message);
            sink.push(finding.help("record at least the step that the source tells of"));
        }
    }
}
