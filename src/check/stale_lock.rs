//! A lock file that does not say what the citations resolve to.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::text::{FileRole, Place};

declare_check! {
    /// `citations.lock` does not agree with what the citations resolve to in the texts at hand, or
    /// can't be read.
    ///
    /// ## Why it matters
    /// Whoever lacks the texts trusts the lock.
    ///
    /// ## How to mend it
    /// Run `foedera check --fix` with the texts at hand (`--sources DIR`), look at what changed, and
    /// commit the lock.
    ///
    /// ```text
    /// # One
    /// The treaty was signed.
    /// ```
    /// ```ron fires unlocked
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
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("t", "was signed")]),
    /// ]
    /// ```
    F0706, "stale-lock", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let evidence = context.graph.evidence();
    if let Some(error) = evidence.lock_error() {
        sink.push(Diagnostic::new(
            &RULE,
            place(context),
            format!("the lock can't be read: {error}"),
        ));
        return;
    }
    let stale = evidence.stale();
    let Some((first, rest)) = stale.split_first() else { return };
    let mut finding = Diagnostic::new(&RULE, place(context), format!("the lock is stale: {first}"));
    for reason in rest.iter().take(4) {
        finding = finding.note(reason.clone());
    }
    if rest.len() > 4 {
        finding = finding.note(format!("and {} more", rest.len() - 4));
    }
    sink.push(
        finding.help("run `foedera check --fix` with the texts at hand, and look at the change"),
    );
}

/// The lock file; where there is none, the data set's record or first file.
fn place(context: Context<'_>) -> Place {
    let lock = context.files.of(FileRole::Lock).next().map(|(id, _)| context.files.start_of(id));
    let dataset = || context.graph.dataset().map(|dataset| dataset.place());
    let first = || context.files.iter().next().map(|(id, _)| context.files.start_of(id));
    lock.or_else(dataset).or_else(first).unwrap_or_else(|| Place::record(crate::text::FileId(0), 0))
}
