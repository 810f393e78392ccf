//! Citations of sources that no record describes.

use super::Context;
use super::shared::{quoted, suggest};
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::Proof;

declare_check! {
    /// A citation names a source that no record describes.
    ///
    /// ## Why it matters
    /// The citation can't be followed.
    ///
    /// ## How to mend it
    /// Correct the id, or add a `Source` record.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("nowhere")]),
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
    F0702, "unknown-source", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let known = || context.graph.records().sources.iter().map(|source| source.id.as_str());
    for citation in context.graph.evidence().citations() {
        if matches!(citation.proof, Proof::NoSource) {
            let at = citation.at().item(0);
            let message = format!("there is no source `{}`", citation.source);
            let finding = Diagnostic::new(&RULE, at.clone(), message);
            sink.push(suggest(finding, at, &citation.source, known(), quoted));
        }
    }
}
