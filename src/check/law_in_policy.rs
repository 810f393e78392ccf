//! Commitments in law that stand in texts without legal force.

use super::Context;
use super::shared::{instrument_of, named};
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::NodeView;
use crate::record::Binding;

declare_check! {
    /// A commitment is `Legal`, and none of the texts that contain it is of a kind that binds in
    /// law.
    ///
    /// ## Why it matters
    /// A declaration, guidelines, a report or a paper bind nobody in law, however solemn they are.
    ///
    /// ## How to mend it
    /// Make it `Political`, or name the treaty or constitution that it rests on.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "t", kind: Declaration, name: "T", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", by: ["a"], to: ["b"], under: ["t"], binding: Legal,
    ///         history: [(step: InForce, on: "1990", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "t", kind: Declaration, name: "T", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", by: ["a"], to: ["b"], under: ["t"], binding: Political,
    ///         history: [(step: InForce, on: "1990", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    F0617, "law-in-policy", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let (graph, vocabulary) = (context.graph, context.graph.vocabulary());
    for commitment in &graph.records().commitments {
        let texts: Vec<NodeView<'_>> =
            commitment.under.iter().filter_map(|id| instrument_of(graph.find(id)?)).collect();
        let without_force = |text: &NodeView<'_>| vocabulary.binds(text.kind()) == Some(false);
        let is_legal = commitment.binding == Binding::Legal;
        if let Some(text) = texts.first().filter(|_| is_legal && texts.iter().all(without_force)) {
            let message = format!("`{}` binds in law, its text does not", commitment.id);
            let finding = Diagnostic::new(&RULE, commitment.place().field("binding"), message)
                .related(text.place(), format!("{} has no legal force", named(*text)));
            sink.push(finding);
        }
    }
}
