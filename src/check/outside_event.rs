//! Taking part in an event when it was not on.

use super::Context;
use super::shared::{facts_of, lived, told};
use crate::diagnostic::{Diagnostic, Sink};
use crate::time::Truth;
use crate::vocabulary::Sense;

declare_check! {
    /// Somebody takes part in an event or process at a time that surely lies outside it, or the two
    /// never lived at one time.
    ///
    /// ## Why it matters
    /// One of the dates is wrong, or another event is meant.
    ///
    /// ## How to mend it
    /// Correct the date of the relation, or the `life` of the event or of who took part.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "e", kind: Meeting, name: "E", life: "1995-11", cites: [("s")]),
    ///     Relation(from: "a", kind: ParticipatedIn, to: "e", during: "1994-11", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron fires
    /// [
    ///     Entity(id: "ann", kind: Person, name: "Ann", life: "1900/1980", cites: [("s")]),
    ///     Entity(id: "e", kind: Meeting, name: "E", life: "1995-11", cites: [("s")]),
    ///     Relation(from: "ann", kind: ParticipatedIn, to: "e", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "ann", kind: Person, name: "Ann", life: "1900/1996", cites: [("s")]),
    ///     Entity(id: "e", kind: Meeting, name: "E", life: "1995-11", cites: [("s")]),
    ///     Relation(from: "ann", kind: ParticipatedIn, to: "e", during: "1995-11", cites: [("s")]),
    /// ]
    /// ```
    F0309, "outside-event", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for edge in facts_of(context, &[Sense::Participation]) {
        let (actor, event) = (edge.source(), edge.target());
        let (life, time) = (actor.extent(), event.extent());
        let finding = |message: &str| {
            Diagnostic::new(&RULE, edge.origin().place(), format!("{} {message}", told(edge)))
                .label(edge.extent().in_words())
                .related(event.place(), lived(event))
        };
        if !edge.extent().is_undated() && time.contains(edge.extent()) == Truth::No {
            sink.push(finding("when it was not on"));
        } else if edge.extent().is_undated() && life.overlaps(&time) == Truth::No {
            sink.push(finding("and did not live then").related(actor.place(), lived(actor)));
        }
    }
}
