//! One person in one office twice at one time.

use super::Context;
use super::shared::{facts_of, sorted, told};
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::EdgeView;
use crate::time::Truth;
use crate::vocabulary::Sense;

declare_check! {
    /// Two relations say that one person held one office, and their times overlap.
    ///
    /// ## Why it matters
    /// It is one tenure told twice, or one of the dates is wrong.
    ///
    /// ## How to mend it
    /// Put the two together, or correct the dates.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "premier", kind: Office, name: "Premier", cites: [("s")]),
    ///     Entity(id: "ann", kind: Person, name: "Ann", cites: [("s")]),
    ///     Relation(from: "ann", kind: HoldsOffice, to: "premier", during: "1990/1992", cites: [("s")]),
    ///     Relation(from: "ann", kind: HoldsOffice, to: "premier", during: "1991/1994", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "premier", kind: Office, name: "Premier", cites: [("s")]),
    ///     Entity(id: "ann", kind: Person, name: "Ann", cites: [("s")]),
    ///     Relation(from: "ann", kind: HoldsOffice, to: "premier", during: "1990/1991", cites: [("s")]),
    ///     Relation(from: "ann", kind: HoldsOffice, to: "premier", during: "1993/1994", cites: [("s")]),
    /// ]
    /// ```
    F0403, "repeated-tenure", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let ends = |edge: &EdgeView<'_>| (edge.source().index(), edge.target().index());
    let mut tenures = sorted(facts_of(context, &[Sense::Tenure]), ends);
    for held in tenures.chunk_by_mut(|a, b| ends(a) == ends(b)) {
        held.sort_by_key(|edge| (edge.extent().start_window().earliest(), edge.index()));
        for pair in held.windows(2) {
            let [first, second] = pair else { continue };
            if first.extent().overlaps(second.extent()) == Truth::Yes {
                let message = format!("{} is told twice of one time", told(*second));
                let finding = Diagnostic::new(&RULE, second.origin().place(), message)
                    .label(second.extent().in_words())
                    .related(first.origin().place(), first.extent().in_words());
                sink.push(finding);
            }
        }
    }
}
