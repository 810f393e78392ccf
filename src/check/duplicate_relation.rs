//! Relations stated twice.

use super::Context;
use crate::diagnostic::{Diagnostic, Edit, Sink};
use crate::record::{Filed, Relation, Stance};
use crate::time::{Date, Stated};
use crate::vocabulary::Ident;
use foldhash::fast::RandomState;
use std::hash::{BuildHasher, Hash, Hasher};

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

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let graph = context.graph;
    let relations = graph.records().relations.iter().zip(graph.relation_kinds());
    let hasher = RandomState::default();
    let mut stated: Vec<(u64, Claim<'_>)> = relations
        .map(|(relation, kind)| {
            let is_symmetric = kind.is_some_and(|kind| kind.symmetric);
            Claim { relation, is_symmetric }
        })
        .map(|claim| (hasher.hash_one(&claim), claim))
        .collect();
    stated.sort_by_key(|(hash, _)| *hash);
    for same in stated.chunk_by(|(a, _), (b, _)| a == b) {
        for (n, (_, again)) in same.iter().enumerate() {
            if let Some((_, first)) = same[..n].iter().find(|(_, first)| first == again) {
                sink.push(finding(first.relation, again.relation));
            }
        }
    }
}

fn finding(first: &Filed<Relation>, again: &Filed<Relation>) -> Diagnostic {
    let message = format!("`{}` {} `{}` is stated twice", again.from, again.kind, again.to);
    let finding = Diagnostic::new(&RULE, again.place(), message)
        .label("stated again here")
        .related(first.place(), "first stated here");
    removal(finding, first, again)
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

/// A relation as what it claims: two are equal that claim the same.
struct Claim<'a> {
    relation: &'a Filed<Relation>,
    /// Whether it is the same read the other way.
    is_symmetric: bool,
}

impl<'a> Claim<'a> {
    fn ends(&self) -> (&'a str, &'a str) {
        let (from, to) = (self.relation.record.from.as_str(), self.relation.record.to.as_str());
        if self.is_symmetric && to < from { (to, from) } else { (from, to) }
    }

    /// Its dates, as written.
    fn dates(&self) -> impl Iterator<Item = Option<&'a str>> {
        let relation = &self.relation.record;
        let during = relation.during.as_ref().map(|interval| interval.text.as_str());
        let date = |date: &'a Stated<Date>| date.text.as_str();
        let bounds = [&relation.began_after, &relation.ended_before];
        let bounds = bounds.map(|bound| bound.as_ref().map(date));
        std::iter::once(during).chain(bounds).chain(relation.attested.iter().map(date).map(Some))
    }

    /// What it claims, but for the dates.
    fn core(&self) -> (&'a Ident, (&'a str, &'a str), Stance, Option<&'a str>) {
        let relation = &self.relation.record;
        (&relation.kind, self.ends(), relation.stance, relation.gloss.as_deref())
    }
}

impl PartialEq for Claim<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.core() == other.core() && self.dates().eq(other.dates())
    }
}

impl Hash for Claim<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.core().hash(state);
        self.dates().for_each(|date| date.hash(state));
    }
}
