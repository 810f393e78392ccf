//! Citations whose words are not in the text.

use super::Context;
use crate::citation::Unresolved;
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::Proof;

declare_check! {
    /// The words of a citation are not in the source's text.
    ///
    /// ## Why it matters
    /// Nobody can find the passage; the words were misquoted, or stand in another source.
    ///
    /// ## How to mend it
    /// Copy the words from the text. White space, emphasis, dashes and kinds of quotation marks do not
    /// matter; letters and punctuation do.
    ///
    /// ```text
    /// # One
    /// The treaty was signed in the spring. It entered into force in the autumn.
    /// ```
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("t", "was sealed in the spring")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("t", "was signed … in the autumn")]),
    /// ]
    /// ```
    F0703, "citation-not-found", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for citation in context.graph.evidence().citations() {
        let source = &citation.source;
        let finding = match &citation.proof {
            Proof::Failed(Unresolved::Ambiguous { .. }) => continue,
            Proof::Failed(unresolved) => {
                let message = format!("not found in `{source}`: {unresolved}");
                Diagnostic::new(&RULE, citation.at().item(1), message)
            }
            Proof::NoLocator => {
                let message = format!("`{source}` has a text, but no words of it are given");
                Diagnostic::new(&RULE, citation.at(), message)
                    .help("name the words where the passage starts, `…`, and where it ends")
            }
            _ => continue,
        };
        sink.push(finding);
    }
}
