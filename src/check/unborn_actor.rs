//! Steps that somebody took before birth or after death.

use super::Context;
use super::shared::{date_of, lived};
use crate::diagnostic::{Diagnostic, Sink};
use crate::time::{Extent, Truth};

declare_check! {
    /// A step in the history of a commitment is taken by somebody, or is put forward at an event,
    /// on a day that surely lies outside their life.
    ///
    /// ## Why it matters
    /// One of the dates is wrong, or somebody else is meant.
    ///
    /// ## How to mend it
    /// Correct the date of the step, or the `life` that is shown.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "ann", kind: Person, name: "Ann", life: "1900/1980", cites: [("s")]),
    ///     Entity(id: "e", kind: Event, name: "E", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", by: ["a"], to: ["b"], at: "e", asked_by: ["ann"], binding: Political,
    ///         history: [(step: Recommended, on: "1990", by: "ann", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "ann", kind: Person, name: "Ann", life: "1900/1995", cites: [("s")]),
    ///     Entity(id: "e", kind: Event, name: "E", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", by: ["a"], to: ["b"], at: "e", asked_by: ["ann"], binding: Political,
    ///         history: [(step: Recommended, on: "1990", by: "ann", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    F0406, "unborn-actor", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let graph = context.graph;
    for commitment in &graph.records().commitments {
        for (i, event) in commitment.history.iter().enumerate() {
            let (Some(by), Some(date)) = (&event.by, date_of(event)) else { continue };
            let Some(actor) = graph.find(by).filter(|actor| actor.entity().is_some()) else {
                continue;
            };
            let step = Extent::occurrence(date);
            if actor.extent().contains(&step) == Truth::No {
                let at = commitment.place().field("history").item(i).field("on");
                let message = format!("`{by}` takes a step outside its life");
                let finding = Diagnostic::new(&RULE, at, message)
                    .label(step.in_words())
                    .related(actor.place(), lived(actor));
                sink.push(finding);
            }
        }
    }
}
