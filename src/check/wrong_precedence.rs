//! Things that are said to come before what is older.

use super::Context;
use super::shared::{facts_of, lived, told};
use crate::diagnostic::{Diagnostic, Sink};
use crate::time::Truth;
use crate::vocabulary::Sense;

declare_check! {
    /// One thing is said to come before another, and their own dates say the opposite.
    ///
    /// ## Why it matters
    /// One of the dates is wrong, or the ends of the relation are swapped.
    ///
    /// ## How to mend it
    /// Correct the date that is wrong, or swap the ends.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: Event, name: "A", life: "1996-04", cites: [("s")]),
    ///     Entity(id: "b", kind: Event, name: "B", life: "1995-11", cites: [("s")]),
    ///     Relation(from: "a", kind: Precedes, to: "b", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: Event, name: "A", life: "1995-11", cites: [("s")]),
    ///     Entity(id: "b", kind: Event, name: "B", life: "1996-04", cites: [("s")]),
    ///     Relation(from: "a", kind: Precedes, to: "b", cites: [("s")]),
    /// ]
    /// ```
    F0306, "wrong-precedence", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for edge in facts_of(context, &[Sense::Precedence]) {
        let (earlier, later) = (edge.source(), edge.target());
        if later.extent().starts_before(&earlier.extent()) != Truth::Yes {
            continue;
        }
        let message = format!("{}, and yet it is the later one", told(edge));
        let finding = Diagnostic::new(&RULE, edge.origin().place(), message)
            .related(earlier.place(), lived(earlier))
            .related(later.place(), lived(later))
            .help("are the ends swapped?");
        sink.push(finding);
    }
}
