//! Recommendations of nobody.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::record::Step;

declare_check! {
    /// A commitment is recommended, proposed or expected, and `asked_by` does not name by whom.
    ///
    /// ## Why it matters
    /// Whose wish it is tells how much it weighs, and that nobody is bound by it yet.
    ///
    /// ## How to mend it
    /// Name who asks for it in `asked_by`.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "t", kind: Declaration, name: "T", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", by: ["a"], to: ["b"], under: ["t"], binding: Political,
    ///         history: [(step: Recommended, on: "1990", cites: [("s")])], cites: [("s")],
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
    ///         asked_by: ["a"],history: [(step: Proposed, on: "1990", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    F0605, "nobody-asks", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for commitment in &context.graph.records().commitments {
        for (i, event) in commitment.history.iter().enumerate() {
            let is_wish = matches!(event.step, Step::Expected | Step::Proposed | Step::Recommended);
            if is_wish && commitment.asked_by.is_empty() {
                let at = commitment.place().field("history").item(i);
                let message = format!("`{}` is {} by nobody", commitment.id, event.step.word());
                let finding = Diagnostic::new(&RULE, at, message);
                sink.push(finding.help("name who asks for it in `asked_by`"));
                break;
            }
        }
    }
}
