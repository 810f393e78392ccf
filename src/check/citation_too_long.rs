//! Citations that quote more than a locator needs.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::Proof;

declare_check! {
    /// A part of a citation is longer than a dozen words, or is empty.
    ///
    /// ## Why it matters
    /// A data set holds locators, never the sentences of its sources, most of which are under
    /// copyright.
    ///
    /// ## How to mend it
    /// Give the first few words, `…`, and the last few.
    ///
    /// ```text
    /// # One
    /// one two three four five six seven eight nine ten eleven twelve thirteen fourteen.
    /// ```
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b",
    ///         cites: [("t", "one two three four five six seven eight nine ten eleven twelve thirteen")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("t", "one two … thirteen fourteen")]),
    /// ]
    /// ```
    F0705, "citation-too-long", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for citation in context.graph.evidence().citations() {
        if let Proof::Malformed(message) = &citation.proof {
            sink.push(Diagnostic::new(&RULE, citation.at().item(1), message.clone()));
        }
    }
}
