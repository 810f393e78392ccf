//! Source texts that are not the ones that were cited.

use super::Context;
use crate::diagnostic::{Diagnostic, Edit, Sink};
use crate::graph::SourceState;
use crate::record::quote;

declare_check! {
    /// The text of a source is not the one that its record names, or can't be used as it is said to.
    ///
    /// ## Why it matters
    /// The citations were made from another text; they may lead elsewhere in this one. An artefact
    /// that is not in the text mends nothing.
    ///
    /// ## How to mend it
    /// Get the right file, or correct the `sha256`, the artefacts or the uncited sentences of the
    /// record after looking at what changed.
    ///
    /// ```text
    /// # One
    /// The treaty was signed.
    /// ```
    /// ```ron fires
    /// [
    ///     Source(id: "u", kind: Publication, title: "U", date: "1990",
    ///         text: (file: "t.txt", sha256: "00"), allow: [("unused-source", "An example.")]),
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s"), ("t", "was signed")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("t", "was signed")]),
    /// ]
    /// ```
    F0707, "changed-text", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let sources = context.graph.records().sources.iter();
    for (source, state) in sources.zip(context.graph.evidence().sources()) {
        if let SourceState::Changed { found } = state {
            let at = source.place().field("text").field("sha256");
            let message = format!("the text of `{}` is another one", source.id);
            let edits = vec![Edit::replace(at.clone(), quote(found))];
            let finding = Diagnostic::new(&RULE, at, message)
                .note(format!("the file at hand has the SHA-256 {found}"))
                .fix("if it is the right one, correct the hash", edits, false);
            sink.push(finding);
        }
        for problem in state.document().map_or(&[][..], |document| document.problems()) {
            let at = source.place().field("artefacts").item(problem.index);
            sink.push(Diagnostic::new(&RULE, at, problem.flaw.to_string()));
        }
    }
}
