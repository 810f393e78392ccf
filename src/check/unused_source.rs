//! Sources that nothing cites.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::record::{Filed, Source};
use std::collections::BTreeMap;

declare_check! {
    /// No record cites a source.
    ///
    /// ## Why it matters
    /// It is left over, or the records that it backs cite another in its place.
    ///
    /// ## How to mend it
    /// Remove the source, or cite it.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Source(id: "paper", kind: Publication, title: "Paper", date: "1996"),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Source(id: "paper", kind: Background, title: "Paper", reference: "Made up."),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("paper")]),
    /// ]
    /// ```
    F0713, "unused-source", Warn
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let records = context.graph.records();
    let citations = context.graph.evidence().citations();
    if citations.is_empty() {
        return;
    }
    let mut unused: BTreeMap<&str, Vec<&Filed<Source>>> = BTreeMap::new();
    for source in &records.sources {
        unused.entry(&source.id).or_default().push(source);
    }
    for citation in citations {
        if unused.is_empty() {
            return;
        }
        unused.remove(&*citation.source);
    }
    for source in unused.into_values().flatten() {
        let message = format!("nothing cites `{}`", source.id);
        sink.push(Diagnostic::new(&RULE, source.place().field("id"), message));
    }
}
