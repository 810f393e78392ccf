//! Lags that contradict the dates.

use super::Context;
use super::shared::lived;
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::NodeView;
use crate::time::{Date, Interval, Stated, Window};

declare_check! {
    /// A relation says by how much one thing came before another, and their dates say otherwise.
    ///
    /// ## Why it matters
    /// One of the figures is wrong.
    ///
    /// ## How to mend it
    /// Correct the `lag`, or the date that is wrong.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: Event, name: "A", life: "1995-11-20", cites: [("s")]),
    ///     Entity(id: "b", kind: Event, name: "B", life: "1996-04-17", cites: [("s")]),
    ///     Relation(from: "a", kind: Precedes, to: "b", lag: "P1D", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: Event, name: "A", life: "1996-04-16", cites: [("s")]),
    ///     Entity(id: "b", kind: Event, name: "B", life: "1996-04-17", cites: [("s")]),
    ///     Relation(from: "a", kind: Precedes, to: "b", lag: "P1D", cites: [("s")]),
    /// ]
    /// ```
    F0310, "wrong-lag", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for edge in context.graph.edges() {
        let Some(relation) = edge.relation() else { continue };
        let Some(lag) = relation.lag.as_ref().and_then(Stated::get) else { continue };
        let (earlier, later) = (edge.source(), edge.target());
        let (Some(from), Some(to)) = (day_of(earlier), day_of(later)) else { continue };
        if !from.is_firm() || !to.is_firm() || meet(lag.after(from), to) {
            continue;
        }
        let message = format!("`{}` is not so long before `{}`", earlier.id(), later.id());
        let finding = Diagnostic::new(&RULE, relation.place().field("lag"), message)
            .label(lag.in_words())
            .related(earlier.place(), lived(earlier))
            .related(later.place(), lived(later));
        sink.push(finding);
    }
}

/// The date within which a thing took place, where its life is one date.
fn day_of(node: NodeView<'_>) -> Option<&Date> {
    match node.entity()?.record.life.as_ref()?.get()? {
        Interval::Through(date) => Some(date),
        Interval::Between(..) => None,
    }
}

/// Whether a date has a day within a window, or one next to it, since a day may begin anywhere.
fn meet(window: Window, date: &Date) -> bool {
    let starts =
        window.earliest().is_none_or(|first| first.yesterday().is_ok_and(|d| d <= date.latest()));
    let ends =
        window.latest().is_none_or(|last| last.tomorrow().is_ok_and(|d| d >= date.earliest()));
    starts && ends
}
