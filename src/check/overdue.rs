//! Commitments past their time.

use super::Context;
use super::shared::due_window;
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::Standing;
use crate::record::Step;
use crate::time::Truth;

declare_check! {
    /// A commitment that was undertaken was due before the data set's reference date, and no step
    /// says what became of it.
    ///
    /// ## Why it matters
    /// A reader will ask. Either the step is missing, or that nothing happened is itself worth
    /// recording.
    ///
    /// ## How to mend it
    /// Add the step: `Fulfilled`, `Partial`, `Breached` or `Lapsed`. Where the source does not
    /// tell, waive the check and say so.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "t", kind: Declaration, name: "T", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", by: ["a"], to: ["b"], under: ["t"], binding: Political,
    ///         due: By("1995"),history: [(step: Agreed, on: "1990", cites: [("s")])], cites: [("s")],
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
    F0610, "overdue", Warn
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let Some(reference) = context.graph.reference_date() else { return };
    let Some(today) = reference.reach().earliest() else { return };
    for commitment in &context.graph.records().commitments {
        let Some(until) = commitment.due.as_ref().and_then(|due| due_window(due).1) else {
            continue;
        };
        let told = commitment
            .history
            .iter()
            .any(|event| matches!(event.step, Step::Partial | Step::Breached | Step::Fulfilled));
        let undertaken = Standing::of(commitment, Some(reference)).is_undertaken() == Truth::Yes;
        if until < today && undertaken && !told {
            let message =
                format!("`{}` was due, and nothing says what became of it", commitment.id);
            let finding = Diagnostic::new(&RULE, commitment.place().field("due"), message);
            sink.push(finding.note(format!("the reference date is {}", reference.in_words())));
        }
    }
}
