//! Citations that nothing at hand verifies.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::Proof;

declare_check! {
    /// A citation is verified neither by the text of its source nor by `citations.lock`.
    ///
    /// ## Why it matters
    /// Nobody has seen that the passage exists.
    ///
    /// ## How to mend it
    /// Run `foedera check --fix` where the text is at hand (`--sources DIR`), and commit the lock.
    ///
    /// ```ron fires
    /// [
    ///     Source(id: "u", kind: Publication, title: "U", date: "1990",
    ///         text: (file: "elsewhere.txt", sha256: "00")),
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("u", "was signed")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    /// ]
    /// ```
    F0708, "unverified-citation", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for citation in context.graph.evidence().citations() {
        if matches!(citation.proof, Proof::Unverified) {
            let message = format!(
                "no text of `{}` is at hand, and the lock does not hold this citation",
                citation.source
            );
            let finding = Diagnostic::new(&RULE, citation.at().item(1), message).help(
                "run `foedera check --fix --sources DIR` where the text is, and commit the lock",
            );
            sink.push(finding);
        }
    }
}
