//! Dates of one record that can't all be true.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::text::Place;
use crate::time::{Extent, Interval, Stated};

declare_check! {
    /// The dates of a record contradict each other: it ended before it began, or is attested
    /// outside the time that it is said to have held.
    ///
    /// ## Why it matters
    /// One of them is wrong, and every question about the time of the record is answered "can't
    /// tell".
    ///
    /// ## How to mend it
    /// Correct or remove one of the dates.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "premier", kind: Office, name: "Premier", cites: [("s")]),
    ///     Entity(id: "ann", kind: Person, name: "Ann", cites: [("s")]),
    ///     Relation(from: "ann", kind: HoldsOffice, to: "premier", during: "1990/1992", attested: ["1995"], cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "premier", kind: Office, name: "Premier", cites: [("s")]),
    ///     Entity(id: "ann", kind: Person, name: "Ann", cites: [("s")]),
    ///     Relation(from: "ann", kind: HoldsOffice, to: "premier", during: "1990/1992", attested: ["1991"], cites: [("s")]),
    /// ]
    /// ```
    F0305, "contradictory-dates", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for edge in context.graph.edges() {
        if let Some(relation) = edge.relation() {
            look(edge.extent(), relation.during.as_ref(), || relation.place(), sink);
        }
    }
    for node in context.graph.nodes() {
        if let Some(entity) = node.entity() {
            look(&node.extent(), entity.life.as_ref(), || entity.place(), sink);
        }
    }
}

fn look(
    extent: &Extent,
    interval: Option<&Stated<Interval>>,
    at: impl FnOnce() -> Place,
    sink: &mut Sink,
) {
    let is_reversed = interval.and_then(Stated::get).is_some_and(Interval::reversed);
    if extent.is_contradictory() && !is_reversed {
        let finding = Diagnostic::new(&RULE, at(), "these dates can't all be true");
        sink.push(finding.label(extent.in_words()));
    }
}
