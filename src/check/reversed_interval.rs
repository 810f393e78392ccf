//! Intervals that end before they start.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::record::Due;
use crate::text::Place;
use crate::time::{Interval, Stated};

declare_check! {
    /// An interval ends before it starts.
    ///
    /// ## Why it matters
    /// It holds no day, so what it dates never was.
    ///
    /// ## How to mend it
    /// Swap the two dates, or correct one.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: Office, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: Person, name: "B", cites: [("s")]),
    ///     Relation(from: "b", kind: HoldsOffice, to: "a", during: "1996/1994", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: Office, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: Person, name: "B", cites: [("s")]),
    ///     Relation(from: "b", kind: HoldsOffice, to: "a", during: "1994/1996", cites: [("s")]),
    /// ]
    /// ```
    F0302, "reversed-interval", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let records = context.graph.records();
    for entity in &records.entities {
        look(sink, entity.life.as_ref(), || entity.place().field("life"));
    }
    for relation in &records.relations {
        look(sink, relation.during.as_ref(), || relation.place().field("during"));
    }
    for commitment in &records.commitments {
        look(sink, commitment.term.as_ref(), || commitment.place().field("term"));
        if let Some(Due::During(interval)) = &commitment.due {
            look(sink, Some(interval), || commitment.place().field("due").item(0));
        }
    }
}

fn look(sink: &mut Sink, stated: Option<&Stated<Interval>>, at: impl FnOnce() -> Place) {
    let Some(interval) = stated.and_then(Stated::get).filter(|interval| interval.reversed()) else {
        return;
    };
    let message = format!("the interval `{interval}` ends before it starts");
    sink.push(Diagnostic::new(&RULE, at(), message));
}
