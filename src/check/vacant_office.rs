//! Gaps between the tenures of an office.

use super::Context;
use super::shared::facts_of;
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::{EdgeView, NodeIndex};
use crate::time::Day;
use crate::vocabulary::Sense;
use std::collections::BTreeMap;

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

/// A tenure whose first and last day are known, at least to their latest and earliest.
struct Tenure<'g> {
    edge: EdgeView<'g>,
    starts: Day,
    ends: Option<Day>,
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let mut offices: BTreeMap<NodeIndex, Vec<Tenure<'_>>> = BTreeMap::new();
    let mut unclear: Vec<NodeIndex> = Vec::new();
    for edge in facts_of(context, &[Sense::Tenure]) {
        let office = edge.target();
        if office.entity().and_then(|office| office.seats) != Some(1) {
            continue;
        }
        let (start, end) = (edge.extent().start_window(), edge.extent().end_window());
        match start.earliest() {
            Some(starts) => {
                let ends = end.latest();
                offices.entry(office.index()).or_default().push(Tenure { edge, starts, ends });
            }
            None => unclear.push(office.index()),
        }
    }
    unclear.iter().for_each(|office| drop(offices.remove(office)));
    offices.into_values().for_each(|tenures| gaps(tenures, sink));
}

/// Reports the gaps between tenures, each as short as its dates allow.
fn gaps(mut tenures: Vec<Tenure<'_>>, sink: &mut Sink) {
    tenures.sort_by_key(|tenure| (tenure.starts, tenure.edge.index()));
    for pair in tenures.windows(2) {
        let [before, after] = pair else { continue };
        let Some(ends) = before.ends else { continue };
        if ends.saturating_add(jiff::Span::new().months(MONTHS)) >= after.starts {
            continue;
        }
        let message =
            format!("nobody holds `{}` from {ends} to {}", after.edge.target().id(), after.starts);
        let finding = Diagnostic::new(&RULE, after.edge.origin().place(), message)
            .label(after.edge.extent().in_words())
            .related(before.edge.origin().place(), before.edge.extent().in_words());
        sink.push(finding);
    }
}
