//! Recommendations by those who would be bound.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::record::Step;

declare_check! {
    /// A step says that a commitment is recommended, and whoever takes it is an obligor.
    ///
    /// ## Why it matters
    /// `Recommended` is what somebody asks for who is no party. What a party puts forward is
    /// `Proposed`, and what an obligor declares is `Announced`.
    ///
    /// ## How to mend it
    /// Use the step that fits, or correct `by`.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "t", kind: Declaration, name: "T", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", by: ["a"], to: ["b"], under: ["t"], binding: Political,
    ///         asked_by: ["a"],history: [(step: Recommended, on: "1990", by: "a", cites: [("s")])], cites: [("s")],
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
    ///         history: [(step: Announced, on: "1990", by: "a", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    F0606, "recommended-by-party", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for commitment in &context.graph.records().commitments {
        for (i, event) in commitment.history.iter().enumerate() {
            let Some(by) = event.by.as_ref().filter(|_| event.step == Step::Recommended) else {
                continue;
            };
            if let Some(n) = commitment.record.by.iter().position(|obligor| obligor == by) {
                let at = commitment.place().field("history").item(i).field("step");
                let message = format!("`{by}` would owe `{}`, and recommends it", commitment.id);
                let finding = Diagnostic::new(&RULE, at, message)
                    .related(commitment.place().field("by").item(n), "an obligor")
                    .help("what a party puts forward is `Proposed`");
                sink.push(finding);
            }
        }
    }
}
