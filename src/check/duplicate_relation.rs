//! Relations stated twice.

use super::Context;
use crate::diagnostic::{Diagnostic, Edit, Sink};
use crate::record::{Filed, Relation, Stance};
use crate::time::Stated;
use std::collections::HashMap;

declare_check! {
    /// A relation is stated twice: same kind, same ends, same time, same stance.
    ///
    /// ## Why it matters
    /// Counts and drawings show it double. A relation that holds both ways is the same either way.
    ///
    /// ## How to mend it
    /// Keep one, with the citations of both.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    ///     Relation(from: "b", kind: AlliedWith, to: "a", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", during: "1950/1960", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", during: "1970/1980", cites: [("s")]),
    /// ]
    /// ```
    F0205, "duplicate-relation", Deny
}

/// What makes two relations the same.
type Key<'a> = (&'a str, &'a str, &'a str, Vec<&'a str>, Stance, Option<&'a str>);

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let mut seen: HashMap<Key<'_>, &Filed<Relation>> = HashMap::new();
    for relation in &context.graph.records().relations {
        match seen.entry(key(context, relation)) {
            std::collections::hash_map::Entry::Vacant(entry) => {
                entry.insert(relation);
            }
            std::collections::hash_map::Entry::Occupied(entry) => {
                let message = format!(
                    "`{}` {} `{}` is stated twice",
                    relation.from, relation.kind, relation.to
                );
                let finding = Diagnostic::new(&RULE, relation.place(), message)
                    .label("stated again here")
                    .related(entry.get().place(), "first stated here");
                sink.push(removal(finding, entry.get(), relation));
            }
        }
    }
}

/// Adds the removal of what is stated again; sure where nothing is lost by it.
fn removal(finding: Diagnostic, first: &Filed<Relation>, again: &Filed<Relation>) -> Diagnostic {
    let is_in_first = again.cites.iter().all(|cite| first.cites.contains(cite))
        && (again.id.is_none() && again.allow.is_empty())
        && (again.note.is_none() || again.note == first.note)
        && (again.certainty, &again.holder) == (first.certainty, &first.holder)
        && (&again.duration, &again.lag) == (&first.duration, &first.lag);
    finding.fix("remove it", vec![Edit::remove(again.place())], is_in_first)
}

fn key<'a>(context: Context<'a>, relation: &'a Filed<Relation>) -> Key<'a> {
    let record = &relation.record;
    let kind = context.graph.vocabulary().relation(&record.kind.0);
    let (mut from, mut to) = (record.from.as_str(), record.to.as_str());
    if kind.is_some_and(|kind| kind.symmetric) && to < from {
        (from, to) = (to, from);
    }
    let mut times: Vec<&str> = record.attested.iter().map(|date| date.text.as_str()).collect();
    times.extend(record.during.as_ref().map(|interval| interval.text.as_str()));
    let bounds = [&record.began_after, &record.ended_before];
    times.extend(bounds.into_iter().flatten().map(|date: &Stated<_>| date.text.as_str()));
    (record.kind.as_str(), from, to, times, record.stance, record.gloss.as_deref())
}
