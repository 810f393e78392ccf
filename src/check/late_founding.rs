//! Things that are brought into being after they exist.

use super::Context;
use super::shared::{facts_of, lived, told};
use crate::diagnostic::{Diagnostic, Sink};
use crate::time::Truth;
use crate::vocabulary::Sense;

declare_check! {
    /// A text is signed or written, or a body set up, on a day after the one on which it is said to
    /// have come into being.
    ///
    /// ## Why it matters
    /// One of the dates is wrong, or another text or body is meant.
    ///
    /// ## How to mend it
    /// Correct the date of the relation or the `life` of what it made.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "t", kind: Declaration, name: "T", life: "1996-04/..", cites: [("s")]),
    ///     Relation(from: "a", kind: Issued, to: "t", during: "1997-01", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "t", kind: Declaration, name: "T", life: "1996-04/..", cites: [("s")]),
    ///     Relation(from: "a", kind: Issued, to: "t", during: "1996-04", cites: [("s")]),
    /// ]
    /// ```
    F0308, "late-founding", Deny
}

/// What brings its `to` end into being.
const FOUNDING: &[Sense] = &[Sense::Signing, Sense::Authorship, Sense::Establishes];

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for edge in facts_of(context, FOUNDING) {
        let made = edge.target();
        if made.extent().starts_before(edge.extent()) != Truth::Yes {
            continue;
        }
        let message = format!("{} when it existed already", told(edge));
        let finding = Diagnostic::new(&RULE, edge.origin().place(), message)
            .label(edge.extent().in_words())
            .related(made.place(), lived(made));
        sink.push(finding);
    }
}
