//! Facts dated after the source that tells them.

use super::Context;
use super::shared::{date_of, is_before};
use crate::diagnostic::{Diagnostic, Sink};
use crate::record::{Cite, Commitment, Filed, Relation, Source, SourceKind, Stance};
use crate::text::Place;
use crate::time::{Bound, Date, Stated};
use std::collections::HashMap;

declare_check! {
    /// A fact or judgement, a step or a figure is dated after the last of its sources was written.
    ///
    /// ## Why it matters
    /// No author reports what has not happened yet. The date is wrong, or it is a prediction.
    ///
    /// ## How to mend it
    /// Correct the date, give the claim `stance: Prediction`, or cite a later source.
    ///
    /// ```text
    /// A and B are allies.
    /// ```
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", attested: ["1998"], cites: [("t", "are allies")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", during: "1998", stance: Prediction, cites: [("t", "are allies")]),
    /// ]
    /// ```
    F0709, "dated-after-source", Deny
}

/// The sources by id.
type Sources<'a> = HashMap<&'a str, &'a Filed<Source>>;

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let records = context.graph.records();
    let sources: Sources<'_> = records.sources.iter().map(|s| (s.id.as_str(), s)).collect();
    for relation in &records.relations {
        look_at_relation(&sources, relation, sink);
    }
    for commitment in &records.commitments {
        look_at_history(&sources, commitment, sink);
    }
    for measure in records.measures.iter().filter(|measure| is_told(measure.stance)) {
        let date = measure.at.as_ref().and_then(Stated::get);
        look(&sources, &measure.cites, date, || measure.place().field("at"), sink);
    }
}

fn is_told(stance: Stance) -> bool {
    matches!(stance, Stance::Fact | Stance::Assessment)
}

fn look_at_relation(sources: &Sources<'_>, relation: &Filed<Relation>, sink: &mut Sink) {
    if !is_told(relation.stance) {
        return;
    }
    let starts = relation.during.as_ref().and_then(Stated::get).map(|interval| interval.start());
    let start = match &starts {
        Some(Bound::On(date)) => Some(date),
        _ => None,
    };
    look(sources, &relation.cites, start, || relation.place().field("during"), sink);
    for (i, date) in relation.attested.iter().enumerate() {
        let at = || relation.place().field("attested").item(i);
        look(sources, &relation.cites, date.get(), at, sink);
    }
}

fn look_at_history(sources: &Sources<'_>, commitment: &Filed<Commitment>, sink: &mut Sink) {
    for (i, event) in commitment.history.iter().enumerate() {
        let cites = if event.cites.is_empty() { &commitment.cites } else { &event.cites };
        let at = || commitment.place().field("history").item(i).field("on");
        look(sources, cites, date_of(event), at, sink);
    }
}

/// Reports a date that is surely after every source that is cited for it.
fn look(
    sources: &Sources<'_>,
    cites: &[Cite],
    date: Option<&Date>,
    at: impl FnOnce() -> Place,
    sink: &mut Sink,
) {
    let Some(date) = date else { return };
    let is_later = |cite: &Cite| {
        let source = sources.get(cite.source.as_str());
        let text = source.filter(|source| source.kind == SourceKind::Publication);
        let written = text.and_then(|text| text.date.as_ref()?.get());
        written.is_some_and(|written| is_before(written, date))
    };
    let Some(source) = cites.first().and_then(|cite| sources.get(cite.source.as_str())) else {
        return;
    };
    if cites.iter().all(is_later) {
        let message = format!("{} is after `{}` was written", date.in_words(), source.id);
        let finding = Diagnostic::new(&RULE, at(), message)
            .related(source.place().field("date"), "the date of the source")
            .help("give it `stance: Prediction` where it is one");
        sink.push(finding);
    }
}
