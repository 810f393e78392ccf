//! Declarations of uncited sentences that do not fit the source.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::coverage;

declare_check! {
    /// A source declares sentences uncited that it does not have, or that a record cites after all.
    ///
    /// ## Why it matters
    /// The declaration would hide a sentence that is missed, or says what is not so.
    ///
    /// ## How to mend it
    /// Correct the section or the numbers; `foedera coverage --all` lists every sentence.
    ///
    /// ```text
    /// # One
    /// The treaty was signed. Nobody noticed.
    /// ```
    /// ```ron fires
    /// [
    ///     Source(id: "u", kind: Publication, title: "U", date: "1990",
    ///         text: (file: "t.txt", sha256: "␡"),
    ///         uncited: [(section: "One", sentence: 1, reason: "No claim."), (section: "One", sentence: 2, reason: "No claim.")]),
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("u", "was signed"), ("t", "was signed")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Source(id: "u", kind: Publication, title: "U", date: "1990",
    ///         text: (file: "t.txt", sha256: "␡"),
    ///         uncited: [(section: "One", sentence: 2, reason: "No claim.")]),
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("u", "was signed"), ("t", "was signed")]),
    /// ]
    /// ```
    F0716, "wrong-uncited", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for source in &context.graph.records().sources {
        let Some(coverage) = coverage(context.graph, source) else { continue };
        for problem in &coverage.problems {
            let at = source.place().field("uncited").item(problem.index);
            sink.push(Diagnostic::new(&RULE, at, problem.flaw.to_string()));
        }
    }
}
