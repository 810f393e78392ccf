//! Commitments older than the text that contains them.

use super::Context;
use super::shared::{date_of, facts_of, instrument_of, lived};
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::{EdgeView, NodeIndex, NodeView};
use crate::record::Step;
use crate::time::{Extent, Truth};
use crate::vocabulary::Sense;
use std::collections::HashMap;

declare_check! {
    /// A commitment is signed, in force or carried out before the instrument that contains it
    /// exists or is signed.
    ///
    /// ## Why it matters
    /// One of the dates is wrong, or an older instrument is meant.
    ///
    /// ## How to mend it
    /// Correct the date that is wrong, or name the instrument that was in force then.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "t", kind: Declaration, name: "T", life: "1996/..", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", by: ["a"], to: ["b"], under: ["t"], binding: Political,
    ///         history: [(step: InForce, on: "1990", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "t", kind: Declaration, name: "T", life: "1996/..", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", by: ["a"], to: ["b"], under: ["t"], binding: Political,
    ///         history: [(step: InForce, on: "1996", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    F0609, "in-force-before-instrument", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let graph = context.graph;
    let mut signed: HashMap<NodeIndex, Vec<EdgeView<'_>>> = HashMap::new();
    for edge in facts_of(context, &[Sense::Signing]) {
        signed.entry(edge.target().index()).or_default().push(edge);
    }
    for commitment in &graph.records().commitments {
        let texts: Vec<NodeView<'_>> =
            commitment.under.iter().filter_map(|id| instrument_of(graph.find(id)?)).collect();
        for (i, event) in commitment.history.iter().enumerate() {
            let Some(date) = date_of(event).filter(|_| needs_text(event.step)) else { continue };
            let step = Extent::occurrence(date);
            for text in &texts {
                let signings = signed.get(&text.index()).map_or(&[][..], Vec::as_slice);
                if is_before(&step, *text, signings) {
                    let at = commitment.place().field("history").item(i).field("on");
                    let message = format!("`{}` is older than `{}`", commitment.id, text.id());
                    let finding = Diagnostic::new(&RULE, at, message)
                        .label(event.step.word())
                        .related(text.place(), lived(*text));
                    sink.push(finding);
                }
            }
        }
    }
}

/// Whether a step surely comes before a text exists or is first signed.
fn is_before(step: &Extent, text: NodeView<'_>, signings: &[EdgeView<'_>]) -> bool {
    let before = |time: &Extent| step.starts_before(time) == Truth::Yes;
    let unsigned = !signings.is_empty() && signings.iter().all(|edge| before(edge.extent()));
    before(&text.extent()) || unsigned
}

fn needs_text(step: Step) -> bool {
    use Step::{Amended, Fulfilled, InForce, Partial, Ratified, Renewed};
    matches!(step, Ratified | InForce | Amended | Renewed | Partial | Fulfilled)
}
