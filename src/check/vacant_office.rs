//! Gaps between the tenures of an office.

use super::Context;
use super::shared::{facts_of, sorted};
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::EdgeView;
use crate::time::Day;
use crate::vocabulary::Sense;

declare_check! {
    /// Between two tenures of an office with one seat lie months in which nobody held it, though
    /// both dates are known.
    ///
    /// ## Why it matters
    /// Offices are seldom vacant for long: a holder may be missing, or one of the dates wrong.
    ///
    /// ## How to mend it
    /// Add the holder, correct the date, or waive the check where the office was vacant.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "premier", kind: Office, name: "Premier", seats: 1, cites: [("s")]),
    ///     Entity(id: "ann", kind: Person, name: "Ann", cites: [("s")]),
    ///     Entity(id: "bob", kind: Person, name: "Robert", cites: [("s")]),
    ///     Relation(from: "ann", kind: HoldsOffice, to: "premier", during: "1990-01-01/1992-01-01", cites: [("s")]),
    ///     Relation(from: "bob", kind: HoldsOffice, to: "premier", during: "1993-06-01/1994-01-01", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "premier", kind: Office, name: "Premier", seats: 1, cites: [("s")]),
    ///     Entity(id: "ann", kind: Person, name: "Ann", cites: [("s")]),
    ///     Entity(id: "bob", kind: Person, name: "Robert", cites: [("s")]),
    ///     Relation(from: "ann", kind: HoldsOffice, to: "premier", during: "1990-01-01/1992-01-01", cites: [("s")]),
    ///     Relation(from: "bob", kind: HoldsOffice, to: "premier", during: "1992-01-02/1994-01-01", cites: [("s")]),
    /// ]
    /// ```
    F0402, "vacant-office", Warn
}

/// The longest that an office is vacant without a finding, in months.
const MONTHS: i32 = 3;

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let office = |edge: &EdgeView<'_>| edge.target().index();
    let mut tenures = sorted(facts_of(context, &[Sense::Tenure]), office);
    for held in tenures.chunk_by_mut(|a, b| office(a) == office(b)) {
        let entity = held.first().and_then(|edge| edge.target().entity());
        let has_one_seat = entity.is_some_and(|office| office.seats == Some(1));
        if has_one_seat && held.iter().all(|edge| starts(edge).is_some()) {
            gaps(held, sink);
        }
    }
}

/// The first day of a tenure, at its earliest.
fn starts(edge: &EdgeView<'_>) -> Option<Day> {
    edge.extent().start_window().earliest()
}

/// Reports the gaps between tenures, each as short as its dates allow.
fn gaps(tenures: &mut [EdgeView<'_>], sink: &mut Sink) {
    tenures.sort_by_key(|edge| (starts(edge), edge.index()));
    for pair in tenures.windows(2) {
        let [before, after] = pair else { continue };
        let ends = before.extent().end_window().latest();
        let Some((ends, starts)) = ends.zip(starts(after)) else { continue };
        if ends.saturating_add(jiff::Span::new().months(MONTHS)) >= starts {
            continue;
        }
        let message = format!("nobody holds `{}` from {ends} to {starts}", after.target().id());
        let finding = Diagnostic::new(&RULE, after.origin().place(), message)
            .label(after.extent().in_words())
            .related(before.origin().place(), before.extent().in_words());
        sink.push(finding);
    }
}
