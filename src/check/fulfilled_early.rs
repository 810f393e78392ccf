//! Commitments carried out before they could begin to be.

use super::Context;
use super::shared::{date_of, due_window};
use crate::diagnostic::{Diagnostic, Sink};
use crate::record::Step;

declare_check! {
    /// A commitment is carried out before the time in which it is due begins.
    ///
    /// ## Why it matters
    /// One of the dates is wrong, or the `due` is that of another commitment.
    ///
    /// ## How to mend it
    /// Correct the date of the step or the `due`.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "t", kind: Declaration, name: "T", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", by: ["a"], to: ["b"], under: ["t"], binding: Political,
    ///         due: During("1995/1996"),history: [(step: Agreed, on: "1990", cites: [("s")]), (step: Fulfilled, on: "1992", cites: [("s")])], cites: [("s")],
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
    ///         due: During("1995/1996"),history: [(step: Agreed, on: "1990", cites: [("s")]), (step: Fulfilled, on: "1996", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    F0608, "fulfilled-early", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for commitment in &context.graph.records().commitments {
        let Some(from) = commitment.due.as_ref().and_then(|due| due_window(due).0) else {
            continue;
        };
        for (i, event) in commitment.history.iter().enumerate() {
            let Some(date) = date_of(event).filter(|_| event.step == Step::Fulfilled) else {
                continue;
            };
            if date.reach().latest().is_some_and(|date| date < from) {
                let at = commitment.place().field("history").item(i).field("on");
                let message =
                    format!("`{}` is carried out before it is due to begin", commitment.id);
                let finding = Diagnostic::new(&RULE, at, message)
                    .related(commitment.place().field("due"), "when it is due");
                sink.push(finding);
            }
        }
    }
}
