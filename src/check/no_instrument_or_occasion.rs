//! Commitments that rest on nothing.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};

declare_check! {
    /// A commitment has neither an instrument nor an occasion.
    ///
    /// ## Why it matters
    /// Where it was written down, or when it was undertaken or asked for, is what tells a commitment
    /// from an opinion.
    ///
    /// ## How to mend it
    /// Name the instrument or provision in `under`, or the event in `at`.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Commitment(id: "c", kind: Defense, name: "Help", by: ["b"], to: ["a"], binding: Legal,
    ///         history: [(step: InForce, on: "1960", cites: [("s")])], cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "m", kind: Summit, name: "Summit", cites: [("s")]),
    ///     Commitment(id: "c", kind: Defense, name: "Help", by: ["b"], to: ["a"], at: "m", binding: Political,
    ///         history: [(step: InForce, on: "1960", cites: [("s")])], cites: [("s")]),
    /// ]
    /// ```
    F0602, "no-instrument-or-occasion", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for commitment in &context.graph.records().commitments {
        if commitment.record.under.is_empty() && commitment.record.at.is_none() {
            let message = format!("`{}` rests on no instrument and no occasion", commitment.id);
            let finding = Diagnostic::new(&RULE, commitment.place(), message)
                .help("name the instrument in `under`, or the event in `at`");
            sink.push(finding);
        }
    }
}
