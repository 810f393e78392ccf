//! Wishes that no step tells of.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::record::Step;

declare_check! {
    /// A commitment names who asks for it, and no step of its history says that it was recommended,
    /// proposed or expected.
    ///
    /// ## Why it matters
    /// A recommendation told as if it had been agreed is read as a commitment that binds. Or it was
    /// never asked for, and `asked_by` is wrong.
    ///
    /// ## How to mend it
    /// Record the step by which it was asked for, or remove `asked_by`.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "t", kind: Declaration, name: "T", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", by: ["a"], to: ["b"], under: ["t"], binding: Political,
    ///         asked_by: ["b"],history: [(step: InForce, on: "1990", cites: [("s")])], cites: [("s")],
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
    ///         asked_by: ["b"],history: [(step: Recommended, on: "1985", cites: [("s")]), (step: Agreed, on: "1988", cites: [("s")]), (step: InForce, on: "1990", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    F0615, "asked-without-step", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let is_wish = |step: Step| matches!(step, Step::Expected | Step::Proposed | Step::Recommended);
    for commitment in &context.graph.records().commitments {
        let asked = !commitment.asked_by.is_empty();
        let told = commitment.history.iter().any(|event| is_wish(event.step));
        if asked && !told && !commitment.history.is_empty() {
            let message = format!("no step tells that `{}` was asked for", commitment.id);
            let finding = Diagnostic::new(&RULE, commitment.place().field("history"), message)
                .related(commitment.place().field("asked_by"), "who asks for it");
            sink.push(finding);
        }
    }
}
