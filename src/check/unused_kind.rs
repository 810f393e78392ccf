//! Kinds of the data set's own that nothing uses.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::text::{FileRole, Place};
use crate::vocabulary::Ident;
use foldhash::HashSet;
use std::cell::LazyCell;

declare_check! {
    /// The data set defines a kind of its own that no record and no other kind uses.
    ///
    /// ## Why it matters
    /// It is left over, or the records that it was made for use a kind of nearly the same name.
    ///
    /// ## How to mend it
    /// Remove the kind, or use it.
    ///
    /// ```ron fires
    /// [
    ///     EntityKind(id: Navy, is_a: Force, label: "navy", plural: "navies", gloss: "A force at sea."),
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "f", kind: Force, name: "F", cites: [("s")]),
    ///     Relation(from: "a", kind: Operates, to: "f", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     EntityKind(id: Navy, is_a: Force, label: "navy", plural: "navies", gloss: "A force at sea."),
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "f", kind: Navy, name: "F", cites: [("s")]),
    ///     Relation(from: "a", kind: Operates, to: "f", cites: [("s")]),
    /// ]
    /// ```
    F0215, "unused-kind", Warn
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let vocabulary = context.graph.vocabulary();
    let entities = vocabulary.entities().map(|kind| (&kind.id, vocabulary.entity_at(&kind.id.0)));
    let relations =
        vocabulary.relations().map(|kind| (&kind.id, vocabulary.relation_at(&kind.id.0)));
    let obligations =
        vocabulary.obligations().map(|kind| (&kind.id, vocabulary.obligation_at(&kind.id.0)));
    let measures = vocabulary.measures().map(|kind| (&kind.id, vocabulary.measure_at(&kind.id.0)));
    let is_own = |at: &Place| context.files.get(at.file()).role == FileRole::Records;
    let used = LazyCell::new(|| used(context));
    for (kind, at) in entities.chain(relations).chain(obligations).chain(measures) {
        if let Some(at) = at.filter(|at| is_own(at) && !used.contains(kind.as_str())) {
            let message = format!("nothing uses the kind `{kind}`");
            sink.push(Diagnostic::new(&RULE, at.field("id"), message));
        }
    }
}

/// The kinds that records use or other kinds name.
fn used(context: Context<'_>) -> HashSet<&str> {
    let (records, vocabulary) = (context.graph.records(), context.graph.vocabulary());
    let mut used: HashSet<&str> = HashSet::default();
    used.extend(records.entities.iter().map(|record| record.kind.as_str()));
    used.extend(records.relations.iter().map(|record| record.kind.as_str()));
    used.extend(records.commitments.iter().map(|record| record.kind.as_str()));
    used.extend(records.measures.iter().map(|record| record.what.as_str()));
    used.extend(vocabulary.entities().filter_map(|kind| kind.is_a.as_ref()).map(Ident::as_str));
    let ends = vocabulary.relations().flat_map(|kind| kind.from.iter().chain(&kind.to));
    used.extend(ends.map(Ident::as_str));
    used
}
