//! Citations whose words are in several places of the text.

use super::Context;
use crate::citation::Unresolved;
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::Proof;

declare_check! {
    /// The first words of a citation stand in more than one place of the text.
    ///
    /// ## Why it matters
    /// It can't be told which passage is meant.
    ///
    /// ## How to mend it
    /// Start with more words, or with others.
    ///
    /// ```text
    /// # One
    /// The treaty was signed. The treaty entered into force.
    /// ```
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("t", "The treaty")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("t", "The treaty was")]),
    /// ]
    /// ```
    F0704, "citation-ambiguous", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for citation in context.graph.evidence().citations() {
        let Proof::Failed(Unresolved::Ambiguous { places, more }) = &citation.proof else {
            continue;
        };
        let message = format!("these words stand in several places of `{}`", citation.source);
        let places: Vec<String> = places.iter().map(ToString::to_string).collect();
        let rest = if *more { ", and more" } else { "" };
        let finding = Diagnostic::new(&RULE, citation.at().item(1), message)
            .note(format!("they stand in {}{rest}", places.join(", ")));
        sink.push(finding);
    }
}
