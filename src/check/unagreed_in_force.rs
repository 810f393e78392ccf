//! Wishes that count as in force.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::record::Step;

declare_check! {
    /// A commitment goes from a recommendation, proposal or expectation straight to being in force
    /// or carried out, and no step between them binds anybody.
    ///
    /// ## Why it matters
    /// A recommendation is never a commitment in force. Somebody must have announced, agreed or
    /// signed it first.
    ///
    /// ## How to mend it
    /// Record the step that made it binding, undated if need be.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "t", kind: Declaration, name: "T", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", by: ["a"], to: ["b"], under: ["t"], binding: Political,
    ///         asked_by: ["b"],history: [(step: Recommended, on: "1990", cites: [("s")]), (step: InForce, on: "1992", cites: [("s")])], cites: [("s")],
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
    ///         asked_by: ["b"],history: [(step: Recommended, on: "1990", cites: [("s")]), (step: Agreed, on: "1991", cites: [("s")]), (step: InForce, on: "1992", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    F0607, "unagreed-in-force", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for commitment in &context.graph.records().commitments {
        let steps = commitment.history.iter().zip(commitment.history.iter().skip(1));
        for (i, (above, below)) in steps.enumerate() {
            if is_wish(above.step) && presumes_agreement(below.step) {
                let at = |n: usize| commitment.place().field("history").item(n);
                let message = format!(
                    "`{}` is {} without anybody having agreed to it",
                    commitment.id,
                    below.step.word()
                );
                let finding =
                    Diagnostic::new(&RULE, at(i + 1), message).related(at(i), "only a wish");
                sink.push(finding);
            }
        }
    }
}

fn is_wish(step: Step) -> bool {
    matches!(step, Step::Expected | Step::Proposed | Step::Recommended)
}

fn presumes_agreement(step: Step) -> bool {
    use Step::{Amended, Breached, Denounced, Fulfilled, InForce, Partial, Renewed, Terminated};
    matches!(
        step,
        InForce | Amended | Renewed | Denounced | Terminated | Partial | Fulfilled | Breached
    )
}
