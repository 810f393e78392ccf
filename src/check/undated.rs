//! Relations without a date of kinds that are expected to have one.

use super::Context;
use super::shared::told;
use crate::diagnostic::{Diagnostic, Sink};

declare_check! {
    /// A relation of a kind that is expected to be dated says nothing of its time.
    ///
    /// ## Why it matters
    /// Without a date nobody can ask who held an office on a day; every answer is "can't tell".
    ///
    /// ## How to mend it
    /// Give what the source tells: `during`, `attested`, `began_after` or `ended_before`. That a
    /// person bears a title in a text is an attestation of the text's date.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "premier", kind: Office, name: "Premier", cites: [("s")]),
    ///     Entity(id: "ann", kind: Person, name: "Ann", cites: [("s")]),
    ///     Relation(from: "ann", kind: HoldsOffice, to: "premier", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "premier", kind: Office, name: "Premier", cites: [("s")]),
    ///     Entity(id: "ann", kind: Person, name: "Ann", cites: [("s")]),
    ///     Relation(from: "ann", kind: HoldsOffice, to: "premier", attested: ["1990"], cites: [("s")]),
    /// ]
    /// ```
    F0304, "undated", Warn
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for edge in context.graph.edges() {
        let Some(relation) = edge.relation() else { continue };
        if edge.relation_kind().is_some_and(|kind| kind.dated) && edge.extent().is_undated() {
            let message = format!("{} has no date", told(edge));
            sink.push(Diagnostic::new(&RULE, relation.place(), message));
        }
    }
}
