//! Ids that are not kebab-case ASCII.

use super::Context;
use crate::diagnostic::{Diagnostic, Edit, Sink};
use crate::record::quote;
use crate::text::Place;

declare_check! {
    /// An id is not lower-case kebab-case ASCII.
    ///
    /// ## Why it matters
    /// Ids stand in file names, addresses and other tools' files; one form for all keeps them free of
    /// surprises there.
    ///
    /// ## How to mend it
    /// Use lower-case letters and digits in words joined by single hyphens.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "State_A", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "State_A", kind: AlliedWith, to: "b", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "state-a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b2", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "state-a", kind: AlliedWith, to: "b2", cites: [("s")]),
    /// ]
    /// ```
    F0108, "malformed-id", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let records = context.graph.records();
    let ids = records
        .entities
        .iter()
        .map(|e| (e.id.as_str(), e.place()))
        .chain(records.commitments.iter().map(|c| (c.id.as_str(), c.place())))
        .chain(records.relations.iter().filter_map(|r| Some((r.record.id.as_deref()?, r.place()))))
        .chain(records.sources.iter().map(|s| (s.id.as_str(), s.place())))
        .chain(records.views.iter().map(|v| (v.id.as_str(), v.place())))
        .chain(records.datasets.iter().map(|d| (d.id.as_str(), d.place())));
    for (id, place) in ids.filter(|(id, _)| !is_kebab_case(id)) {
        let at: Place = place.field("id");
        let finding =
            Diagnostic::new(&RULE, at.clone(), format!("the id `{id}` is not kebab-case"))
                .note("an id is words of a-z and 0-9, joined by single hyphens");
        let mended = kebab_case(id);
        sink.push(if mended.is_empty() {
            finding
        } else {
            let edits = vec![Edit::replace(at, quote(&mended))];
            finding.fix(format!("call it `{mended}`, here and wherever it is meant"), edits, false)
        });
    }
}

fn is_kebab_case(id: &str) -> bool {
    let word =
        |w: &str| !w.is_empty() && w.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    id.split('-').all(word)
}

fn kebab_case(id: &str) -> String {
    let lower = id.to_ascii_lowercase();
    let words = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}
