//! Commitments in law that no text contains.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::record::Binding;

declare_check! {
    /// A commitment is `Legal`, and no instrument or provision contains it.
    ///
    /// ## Why it matters
    /// What binds in law stands in a text: an occasion alone makes a commitment political at most.
    ///
    /// ## How to mend it
    /// Name the instrument in `under`, or make it `Political`.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "e", kind: Summit, name: "E", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", by: ["a"], to: ["b"], at: "e", binding: Legal,
    ///         history: [(step: Agreed, on: "1990", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "e", kind: Summit, name: "E", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", by: ["a"], to: ["b"], at: "e", binding: Political,
    ///         history: [(step: Agreed, on: "1990", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    F0614, "legal-without-instrument", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for commitment in &context.graph.records().commitments {
        let is_legal = commitment.binding == Binding::Legal;
        if is_legal && commitment.under.is_empty() && commitment.at.is_some() {
            let message = format!("`{}` binds in law, and no text contains it", commitment.id);
            let at = commitment.place().field("binding");
            sink.push(Diagnostic::new(&RULE, at, message));
        }
    }
}
