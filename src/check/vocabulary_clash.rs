//! Kinds that are defined twice.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};

declare_check! {
    /// A kind is defined twice.
    ///
    /// ## Why it matters
    /// The first definition stands, the second is ignored; a data set can't change what a built-in
    /// kind means.
    ///
    /// ## How to mend it
    /// Give the kind a name of its own.
    ///
    /// ```ron fires
    /// [
    ///     EntityKind(id: State, label: "state", plural: "states", gloss: "Another state."),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     EntityKind(id: Microstate, is_a: State, label: "microstate", plural: "microstates",
    ///         gloss: "A very small state."),
    ///     Entity(id: "a", kind: Microstate, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: Microstate, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    /// ]
    /// ```
    F0207, "vocabulary-clash", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for clash in context.graph.vocabulary().clashes() {
        let message = format!("the kind `{}` is defined already", clash.name);
        let finding = Diagnostic::new(&RULE, clash.second.field("id"), message)
            .label("defined again here")
            .related(clash.first.field("id"), "first defined here");
        sink.push(finding);
    }
}
