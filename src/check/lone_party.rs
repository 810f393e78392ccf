//! Agreements with fewer parties than it takes.

use super::Context;

use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::NodeIndex;
use crate::vocabulary::Sense;
use std::collections::{BTreeMap, BTreeSet};

declare_check! {
    /// An instrument of a kind that takes several parties, such as a treaty, has some of them
    /// recorded, but fewer than it takes.
    ///
    /// ## Why it matters
    /// A treaty is made between two at the least. Whoever asks whom it binds gets half an answer.
    ///
    /// ## How to mend it
    /// Record the other parties.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "t", kind: Treaty, name: "T", cites: [("s")]),
    ///     Relation(from: "a", kind: PartyTo, to: "t", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "t", kind: Treaty, name: "T", cites: [("s")]),
    ///     Relation(from: "a", kind: PartyTo, to: "t", cites: [("s")]),
    ///     Relation(from: "b", kind: PartyTo, to: "t", cites: [("s")]),
    /// ]
    /// ```
    F0505, "lone-party", Warn
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let graph = context.graph;
    let mut parties: BTreeMap<NodeIndex, BTreeSet<NodeIndex>> = BTreeMap::new();
    for edge in graph.edges().filter(|edge| edge.sense() == Some(Sense::PartyTo)) {
        parties.entry(edge.target().index()).or_default().insert(edge.source().index());
    }
    for (instrument, parties) in parties {
        let node = graph.node(instrument);
        let least = graph.vocabulary().parties(node.kind()).unwrap_or(0) as usize;
        if parties.len() < least {
            let message = format!(
                "`{}` has {} of the {least} parties that a {} takes",
                node.id(),
                parties.len(),
                node.kind_label()
            );
            sink.push(Diagnostic::new(&RULE, node.place(), message));
        }
    }
}
