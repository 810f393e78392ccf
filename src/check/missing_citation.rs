//! Records that nothing backs.

use super::Context;
use super::shared::cited;
use crate::diagnostic::{Diagnostic, Sink};

declare_check! {
    /// A record cites nothing.
    ///
    /// ## Why it matters
    /// Nobody can tell where it comes from, or check it.
    ///
    /// ## How to mend it
    /// Add to `cites` the passage that says it; for what a reader needs but no source says, cite a
    /// source of kind `Background`.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A"),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    /// ]
    /// ```
    F0701, "missing-citation", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for (place, cites) in cited(context) {
        if cites.is_empty() {
            sink.push(Diagnostic::new(&RULE, place, "this record cites nothing"));
        }
    }
}
