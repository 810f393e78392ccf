//! Kinds that are special cases of themselves.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use std::collections::HashSet;

declare_check! {
    /// Following `is_a` from a kind of entity leads back to it.
    ///
    /// ## Why it matters
    /// What such a kind is, and how it is drawn, can't be told.
    ///
    /// ## How to mend it
    /// Correct the `is_a` that leads back.
    ///
    /// ```ron fires
    /// [
    ///     EntityKind(id: Navy, is_a: Fleet, label: "navy", plural: "navies", nature: Body, gloss: "A force at sea."),
    ///     EntityKind(id: Fleet, is_a: Navy, label: "fleet", plural: "fleets", gloss: "Ships."),
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
    F0216, "kind-cycle", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let vocabulary = context.graph.vocabulary();
    let mut told: HashSet<&str> = HashSet::new();
    for kind in vocabulary.entities() {
        let ancestors: Vec<&str> =
            vocabulary.lineage(kind.id.as_str()).skip(1).map(|kind| kind.id.as_str()).collect();
        let Some(end) = ancestors.iter().position(|id| *id == kind.id.as_str()) else { continue };
        let circle = &ancestors[..=end];
        let is_new = !told.contains(kind.id.as_str());
        told.extend(circle);
        if let Some(at) = vocabulary.entity_at(kind.id.as_str()).filter(|_| is_new) {
            let message = format!("`{}` is a {}", kind.id, circle.join(", which is a "));
            sink.push(Diagnostic::new(&RULE, at.field("is_a"), message));
        }
    }
}
