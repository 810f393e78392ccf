//! Commitments that are owed to their only obligor.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};

declare_check! {
    /// The one obligor of a commitment is among its beneficiaries.
    ///
    /// ## Why it matters
    /// Nobody owes oneself anything: the other side is missing from `by`, or somebody else was
    /// meant in `to`.
    ///
    /// ## How to mend it
    /// Add the obligor that is missing, or correct the beneficiary.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "t", kind: Declaration, name: "T", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", by: ["a"], to: ["a", "b"], under: ["t"], binding: Political,
    ///         history: [(step: Agreed, on: "1990", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "t", kind: Declaration, name: "T", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", by: ["a", "b"], to: ["a", "b"], under: ["t"], binding: Political,
    ///         history: [(step: Agreed, on: "1990", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    F0612, "owed-to-oneself", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for commitment in &context.graph.records().commitments {
        let [by] = commitment.record.by.as_slice() else { continue };
        if let Some(n) = commitment.to.iter().position(|to| to == by) {
            let message = format!("`{by}` owes `{}` to itself", commitment.id);
            let finding = Diagnostic::new(&RULE, commitment.place().field("to").item(n), message)
                .related(commitment.place().field("by"), "the only obligor");
            sink.push(finding);
        }
    }
}
