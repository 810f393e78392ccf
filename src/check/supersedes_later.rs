//! Instruments that replace or change later ones.

use super::Context;
use super::shared::{facts_of, lived, told};
use crate::diagnostic::{Diagnostic, Sink};
use crate::time::Truth;
use crate::vocabulary::Sense;

declare_check! {
    /// An instrument is said to supersede or amend one that came into being after it, or did so
    /// before the other existed.
    ///
    /// ## Why it matters
    /// The ends of the relation are swapped, or one of the dates is wrong.
    ///
    /// ## How to mend it
    /// Swap the ends, or correct the date.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "old", kind: Treaty, name: "Old", life: "1951/1960", cites: [("s")]),
    ///     Entity(id: "new", kind: Treaty, name: "New", life: "1960/..", cites: [("s")]),
    ///     Relation(from: "old", kind: Supersedes, to: "new", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "old", kind: Treaty, name: "Old", life: "1951/1960", cites: [("s")]),
    ///     Entity(id: "new", kind: Treaty, name: "New", life: "1960/..", cites: [("s")]),
    ///     Relation(from: "new", kind: Supersedes, to: "old", during: "1960", cites: [("s")]),
    /// ]
    /// ```
    F0506, "supersedes-later", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for edge in facts_of(context, &[Sense::Supersedes, Sense::Amends]) {
        let (new, old) = (edge.source(), edge.target());
        let is_later = new.extent().starts_before(&old.extent()) == Truth::Yes;
        let is_early = edge.extent().starts_before(&old.extent()) == Truth::Yes;
        if is_later || is_early {
            let message = format!("{}, which did not exist yet", told(edge));
            let finding = Diagnostic::new(&RULE, edge.origin().place(), message)
                .label(edge.extent().in_words())
                .related(new.place(), lived(new))
                .related(old.place(), lived(old));
            sink.push(finding);
        }
    }
}
