//! More holders of an office on one day than it has seats.

use super::Context;
use super::shared::{facts_where, sorted};
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::{EdgeView, NodeIndex};
use crate::time::Truth;
use crate::vocabulary::{Ident, PerTo};

declare_check! {
    /// On some day more of one kind stand in a relation to a thing than it has room for, such as
    /// more holders of an office than seats.
    ///
    /// ## Why it matters
    /// One of the tenures is wrong, or the office has more seats than its record says. Tenures that
    /// may, but need not, overlap are no finding; nor is a hand-over on one day.
    ///
    /// ## How to mend it
    /// Correct the dates, or the `seats` of the office.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "premier", kind: Office, name: "Premier", seats: 1, cites: [("s")]),
    ///     Entity(id: "ann", kind: Person, name: "Ann", cites: [("s")]),
    ///     Entity(id: "bob", kind: Person, name: "Robert", cites: [("s")]),
    ///     Relation(from: "ann", kind: HoldsOffice, to: "premier", during: "1990-01-01/1993-05-01", cites: [("s")]),
    ///     Relation(from: "bob", kind: HoldsOffice, to: "premier", during: "1992-01-01/1994-01-01", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "premier", kind: Office, name: "Premier", seats: 1, cites: [("s")]),
    ///     Entity(id: "ann", kind: Person, name: "Ann", cites: [("s")]),
    ///     Entity(id: "bob", kind: Person, name: "Robert", cites: [("s")]),
    ///     Relation(from: "ann", kind: HoldsOffice, to: "premier", during: "1990-01-01/1992-01-01", cites: [("s")]),
    ///     Relation(from: "bob", kind: HoldsOffice, to: "premier", during: "1992-01-01/1994-01-01", cites: [("s")]),
    /// ]
    /// ```
    F0401, "too-many-holders", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let limited = facts_where(context, |kind| kind.per_to.is_some());
    let dated = limited.filter(|edge| !edge.extent().is_undated());
    for edges in sorted(dated, key).chunk_by_mut(|a, b| key(a) == key(b)) {
        let Some(first) = edges.first() else { continue };
        let room = match first.relation_kind().and_then(|kind| kind.per_to) {
            Some(PerTo::AtMost(n)) => Some(n),
            Some(PerTo::Seats) => first.target().entity().and_then(|entity| entity.seats),
            None => None,
        };
        if let Some(room) = room {
            crowd(room as usize, edges, sink);
        }
    }
}

/// What may not have too many holders, and of which kind the relation is.
fn key<'g>(edge: &EdgeView<'g>) -> (NodeIndex, Option<&'g Ident>) {
    (edge.target().index(), edge.relation_kind().map(|kind| &kind.id))
}

/// Reports the first crowd among edges to one thing: intervals that surely overlap pair by pair have
/// a day in common, so it is enough to count, for each, those that began no later.
fn crowd(room: usize, edges: &mut [EdgeView<'_>], sink: &mut Sink) {
    edges.sort_by_key(|edge| (edge.extent().start_window().latest(), edge.index()));
    for (n, edge) in edges.iter().enumerate() {
        let mut others: Vec<&EdgeView<'_>> = edges[..n]
            .iter()
            .filter(|other| other.source().index() != edge.source().index())
            .filter(|other| other.extent().overlaps(edge.extent()) == Truth::Yes)
            .collect();
        others.dedup_by_key(|other| other.source().index());
        if others.len() < room || room == 0 {
            continue;
        }
        let office = edge.target();
        let seats = if room == 1 { "1 seat".to_owned() } else { format!("{room} seats") };
        let message = format!("`{}` has {seats}, and more holders at one time", office.id());
        let tenure =
            |edge: &EdgeView<'_>| format!("`{}`: {}", edge.source().id(), edge.extent().in_words());
        let mut finding =
            Diagnostic::new(&RULE, edge.origin().place(), message).label(tenure(edge));
        for other in others {
            finding = finding.related(other.origin().place(), tenure(other));
        }
        sink.push(finding.related(office.place(), "the office"));
        return;
    }
}
