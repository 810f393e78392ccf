//! Commitments due before anybody spoke of them.

use super::Context;
use super::shared::{date_of, due_window};
use crate::diagnostic::{Diagnostic, Sink};

declare_check! {
    /// The time in which a commitment is due is over before the first step of its history.
    ///
    /// ## Why it matters
    /// One of the dates is wrong, or the `due` is that of another commitment.
    ///
    /// ## How to mend it
    /// Correct the `due` or the date of the step.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "t", kind: Declaration, name: "T", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", by: ["a"], to: ["b"], under: ["t"], binding: Political,
    ///         due: By("1985"),history: [(step: Agreed, on: "1990", cites: [("s")]), (step: Fulfilled, on: "1994", cites: [("s")])], cites: [("s")],
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
    ///         due: By("1995"),history: [(step: Agreed, on: "1990", cites: [("s")]), (step: Fulfilled, on: "1994", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    F0613, "due-before-undertaken", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for commitment in &context.graph.records().commitments {
        let until = commitment.due.as_ref().and_then(|due| due_window(due).1);
        let first = commitment.history.first().and_then(date_of);
        let (Some(until), Some(first)) = (until, first) else { continue };
        if first.reach().earliest().is_some_and(|first| until < first) {
            let message = format!("`{}` was due before anybody spoke of it", commitment.id);
            let finding = Diagnostic::new(&RULE, commitment.place().field("due"), message)
                .related(commitment.place().field("history").item(0).field("on"), "the first step");
            sink.push(finding);
        }
    }
}
