//! Dates that are none.

use super::Context;
use crate::diagnostic::{Diagnostic, Edit, Sink};
use crate::record::{Due, quote};
use crate::text::Place;
use crate::time::{DateError, Stated};

declare_check! {
    /// A date, interval or duration can't be read.
    ///
    /// ## Why it matters
    /// What it dates is taken as undated.
    ///
    /// ## How to mend it
    /// Write dates in EDTF (ISO 8601-2): `1996`, `1996-04`, `1996-04-17`, `1996~`, `199X`; intervals
    /// as `1996-04/1996-06`, `1960/..`; durations as `P18M`.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: Summit, name: "A", life: "1996-02-30", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "b", kind: ParticipatedIn, to: "a", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: Summit, name: "A", life: "1996-02-29", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "b", kind: ParticipatedIn, to: "a", cites: [("s")]),
    /// ]
    /// ```
    F0301, "impossible-date", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let records = context.graph.records();
    for e in &records.entities {
        look(sink, e.life.as_ref(), || e.place().field("life"));
        look(sink, e.began_after.as_ref(), || e.place().field("began_after"));
        look(sink, e.ended_before.as_ref(), || e.place().field("ended_before"));
    }
    for r in &records.relations {
        look(sink, r.during.as_ref(), || r.place().field("during"));
        look(sink, r.began_after.as_ref(), || r.place().field("began_after"));
        look(sink, r.ended_before.as_ref(), || r.place().field("ended_before"));
        look(sink, r.duration.as_ref(), || r.place().field("duration"));
        look(sink, r.lag.as_ref(), || r.place().field("lag"));
        for (i, date) in r.attested.iter().enumerate() {
            look(sink, Some(date), || r.place().field("attested").item(i));
        }
    }
    for c in &records.commitments {
        look(sink, c.term.as_ref(), || c.place().field("term"));
        let due = c.place().field("due");
        match &c.due {
            Some(Due::By(date)) => look(sink, Some(date), || due.item(0)),
            Some(Due::During(interval)) => look(sink, Some(interval), || due.item(0)),
            Some(Due::Within(from, min, max)) => {
                look(sink, Some(from), || due.item(0));
                look(sink, Some(min), || due.item(1));
                look(sink, Some(max), || due.item(2));
            }
            None => {}
        }
        for (i, event) in c.history.iter().enumerate() {
            let at = |field| c.place().field("history").item(i).field(field);
            look(sink, event.on.as_ref(), || at("on"));
            look(sink, event.before.as_ref(), || at("before"));
        }
    }
    for m in &records.measures {
        look(sink, m.at.as_ref(), || m.place().field("at"));
    }
    for s in &records.sources {
        look(sink, s.date.as_ref(), || s.place().field("date"));
    }
    for v in &records.views {
        look(sink, v.as_of.as_ref(), || v.place().field("as_of"));
    }
    for d in &records.datasets {
        look(sink, Some(&d.reference_date), || d.place().field("reference_date"));
    }
}

fn look<T>(sink: &mut Sink, stated: Option<&Stated<T>>, at: impl FnOnce() -> Place) {
    let Some(Stated { text, value: Err(error) }) = stated else { return };
    let at = at();
    let finding = Diagnostic::new(
        &RULE,
        at.clone(),
        format!("`{text}` is no date that can be: {}", error.message),
    );
    sink.push(mended(finding, at, error));
}

fn mended(finding: Diagnostic, at: Place, error: &DateError) -> Diagnostic {
    match &error.instead {
        Some(instead) => {
            let edits = vec![Edit::replace(at, quote(instead))];
            finding.fix(format!("did you mean `{instead}`?"), edits, false)
        }
        None => finding,
    }
}
