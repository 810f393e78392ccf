//! Sources that nothing cites.

use super::Context;
use super::shared::cited;
use crate::diagnostic::{Diagnostic, Sink};
use std::collections::HashSet;

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
    let histories = records.commitments.iter().flat_map(|c| &c.history).flat_map(|e| &e.cites);
    let all = cited(context).flat_map(|(_, cites)| cites).chain(histories);
    let used: HashSet<&str> = all.map(|cite| cite.source.as_str()).collect();
    if used.is_empty() {
        return;
    }
    for source in &records.sources {
        if !used.contains(source.id.as_str()) {
            let message = format!("nothing cites `{}`", source.id);
            sink.push(Diagnostic::new(&RULE, source.place().field("id"), message));
        }
    }
}
