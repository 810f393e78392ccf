//! A reference date before the sources.

use super::Context;
use super::shared::is_before;
use crate::diagnostic::{Diagnostic, Sink};
use crate::record::SourceKind;
use crate::time::Stated;

declare_check! {
    /// The data set's reference date is earlier than a publication that it cites.
    ///
    /// ## Why it matters
    /// Statuses are told as of the reference date. What a later source tells has then not happened
    /// yet, and reads as if it were still to come.
    ///
    /// ## How to mend it
    /// Move the reference date to that of the latest source.
    ///
    /// The data set of the examples has the reference date that is shown; the text is of 1990.
    ///
    /// ```text
    /// A and B are allies.
    /// ```
    /// ```ron fires reference=1985
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("t", "are allies")]),
    /// ]
    /// ```
    /// ```ron passes reference=1990
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("t", "are allies")]),
    /// ]
    /// ```
    F0307, "early-reference-date", Warn
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let graph = context.graph;
    let (Some(dataset), Some(reference)) = (graph.dataset(), graph.reference_date()) else {
        return;
    };
    let texts = graph.records().sources.iter().filter(|s| s.kind == SourceKind::Publication);
    for source in texts {
        let Some(date) = source.date.as_ref().and_then(Stated::get) else { continue };
        if is_before(reference, date) {
            let message = format!("the reference date is before `{}` was published", source.id);
            let finding = Diagnostic::new(&RULE, dataset.place().field("reference_date"), message)
                .related(source.place().field("date"), "the date of the source");
            sink.push(finding);
        }
    }
}
