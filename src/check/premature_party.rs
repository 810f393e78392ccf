//! Parties to an instrument before it exists.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::EdgeView;
use crate::record::Stance;
use crate::time::Truth;
use crate::vocabulary::Sense;

declare_check! {
    /// An actor is a party to an instrument before the instrument exists.
    ///
    /// ## Why it matters
    /// One of the dates is wrong, or an earlier instrument is meant.
    ///
    /// ## How to mend it
    /// Correct the dates, or name the instrument that was in force then.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "t", kind: Declaration, name: "Treaty", life: "1960/..", cites: [("s")]),
    ///     Relation(from: "a", kind: PartyTo, to: "t", during: "1952/1958", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "t", kind: Declaration, name: "Treaty", life: "1960/..", cites: [("s")]),
    ///     Relation(from: "a", kind: PartyTo, to: "t", during: "1960/..", cites: [("s")]),
    /// ]
    /// ```
    F0501, "premature-party", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for edge in context.graph.edges() {
        if !is_premature(edge) || edge.stance() != Stance::Fact {
            continue;
        }
        let (party, instrument) = (edge.source(), edge.target());
        let life = instrument.extent();
        let message =
            format!("`{}` is a party to `{}` before it exists", party.id(), instrument.id());
        let finding = Diagnostic::new(&RULE, edge.origin().place(), message)
            .label(edge.extent().in_words())
            .related(instrument.place(), format!("`{}`: {}", instrument.id(), life.in_words()));
        sink.push(finding);
    }
}

/// Whether an edge says of a party that it was one surely before the instrument existed.
pub(super) fn is_premature(edge: EdgeView<'_>) -> bool {
    if edge.sense() != Some(Sense::PartyTo) {
        return false;
    }
    let life = edge.target().extent();
    let begins = edge.extent().start_window().latest();
    let exists = life.start_window().earliest();
    begins.zip(exists).is_some_and(|(begins, exists)| begins < exists)
        && life.contains(edge.extent()) == Truth::No
}
