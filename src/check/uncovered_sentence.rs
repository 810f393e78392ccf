//! Sentences of a source that back no record, and nothing says why.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::coverage;

declare_check! {
    /// Sentences of a source back no record, and its `uncited` does not say why.
    ///
    /// ## Why it matters
    /// What they say was forgotten, or was left out on purpose and nobody can tell.
    ///
    /// ## How to mend it
    /// `foedera coverage` names them. Record what they say, or declare them in the source's `uncited`
    /// with the reason. While a source is still being read, allow this check in `dataset.ron`.
    ///
    /// ```text
    /// # One
    /// The treaty was signed. Nobody noticed.
    /// ```
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("t", "was signed")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("t", "was signed … noticed")]),
    /// ]
    /// ```
    F0715, "uncovered-sentence", Warn
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for source in &context.graph.records().sources {
        let Some(coverage) = coverage(context.graph, source) else { continue };
        let missed = coverage.tally().missed;
        if missed == 0 {
            continue;
        }
        let sentences =
            if missed == 1 { "1 sentence".to_owned() } else { format!("{missed} sentences") };
        let message = format!("{sentences} of `{}` back no record", source.id);
        let finding = Diagnostic::new(&RULE, source.place().field("id"), message)
            .help(format!("`foedera coverage {}` names them", source.id));
        sink.push(finding);
    }
}
