//! Obligors that are no party to the treaty that binds them.

use super::Context;
use super::shared::instrument_of;
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::NodeIndex;
use crate::record::Binding;
use crate::vocabulary::{Nature, Sense};
use std::collections::{HashMap, HashSet};

declare_check! {
    /// A commitment that binds in law is owed by a state that is not among the parties of the
    /// instrument that contains it.
    ///
    /// ## Why it matters
    /// A treaty creates no obligations for a third state without its consent (Vienna Convention on
    /// the Law of Treaties, article 34).
    ///
    /// ## How to mend it
    /// Record the state as a party, or correct `by` or `under`.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "c", kind: State, name: "C", cites: [("s")]),
    ///     Entity(id: "t", kind: Treaty, name: "T", cites: [("s")]),
    ///     Relation(from: "a", kind: PartyTo, to: "t", cites: [("s")]),
    ///     Relation(from: "b", kind: PartyTo, to: "t", cites: [("s")]),
    ///     Commitment(
    ///         id: "d", kind: Defense, name: "D", by: ["c"], to: ["a"], under: ["t"], binding: Legal,
    ///         history: [(step: InForce, on: "1960", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "t", kind: Treaty, name: "T", cites: [("s")]),
    ///     Relation(from: "a", kind: PartyTo, to: "t", cites: [("s")]),
    ///     Relation(from: "b", kind: PartyTo, to: "t", cites: [("s")]),
    ///     Commitment(
    ///         id: "d", kind: Defense, name: "D", by: ["b"], to: ["a"], under: ["t"], binding: Legal,
    ///         history: [(step: InForce, on: "1960", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    F0507, "obligor-not-party", Warn
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let graph = context.graph;
    let mut parties: HashMap<NodeIndex, HashSet<&str>> = HashMap::new();
    for edge in graph.edges().filter(|edge| edge.sense() == Some(Sense::PartyTo)) {
        parties.entry(edge.target().index()).or_default().insert(edge.source().id());
    }
    for commitment in graph.records().commitments.iter().filter(|c| c.binding == Binding::Legal) {
        for under in &commitment.under {
            let Some(instrument) = graph.find(under).and_then(instrument_of) else { continue };
            let Some(bound) = parties.get(&instrument.index()).filter(|p| p.len() > 1) else {
                continue;
            };
            for (i, by) in commitment.record.by.iter().enumerate() {
                let is_state = graph.find(by).is_some_and(|n| n.nature() == Some(Nature::Polity));
                if is_state && !bound.contains(by.as_str()) {
                    let message = format!("`{by}` is no party to `{}`", instrument.id());
                    let at = commitment.place().field("by").item(i);
                    sink.push(Diagnostic::new(&RULE, at, message).related(
                        instrument.place(),
                        "the instrument that contains the commitment",
                    ));
                }
            }
        }
    }
}
