//! Facilities without a place or a host.

use super::Context;

use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::NodeIndex;
use crate::vocabulary::{Nature, Sense};
use std::collections::{BTreeMap, BTreeSet};

declare_check! {
    /// A facility has no location or no host, its own or that of a facility that it is part of.
    ///
    /// ## Why it matters
    /// A base is spoken of for where it lies and who lets it be there; a map leaves it out
    /// otherwise. What it rests on in law is asked for as well where even these are missing.
    ///
    /// ## How to mend it
    /// Record where it lies and who hosts it.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "camp", kind: Base, name: "Camp", cites: [("s")]),
    ///     Relation(from: "a", kind: Hosts, to: "camp", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "camp", kind: Base, name: "Camp", cites: [("s")]),
    ///     Relation(from: "a", kind: Hosts, to: "camp", cites: [("s")]),
    ///     Relation(from: "camp", kind: LocatedIn, to: "a", cites: [("s")]),
    /// ]
    /// ```
    F0802, "unplaced-base", Warn
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let graph = context.graph;
    let mut has: BTreeMap<NodeIndex, BTreeSet<Sense>> = BTreeMap::new();
    let mut wholes: BTreeMap<NodeIndex, Vec<NodeIndex>> = BTreeMap::new();
    for edge in graph.edges() {
        let (source, target) = (edge.source().index(), edge.target().index());
        match edge.sense() {
            Some(sense @ Sense::Location) => drop(has.entry(source).or_default().insert(sense)),
            Some(sense @ (Sense::Hosting | Sense::LegalBasis)) => {
                has.entry(target).or_default().insert(sense);
            }
            Some(Sense::PartOf) => wholes.entry(source).or_default().push(target),
            _ => {}
        }
    }
    for node in graph.nodes().filter(|node| node.nature() == Some(Nature::Facility)) {
        let whole = wholes.get(&node.index()).into_iter().flatten();
        let known: BTreeSet<Sense> =
            whole.chain([&node.index()]).filter_map(|n| has.get(n)).flatten().copied().collect();
        let missing = missing(&known);
        if !missing.is_empty() {
            let message = format!("`{}` has no {}", node.id(), missing.join(" and no "));
            sink.push(Diagnostic::new(&RULE, node.place(), message));
        }
    }
}

fn missing(known: &BTreeSet<Sense>) -> Vec<&'static str> {
    let needed = [(Sense::Location, "location"), (Sense::Hosting, "host")];
    let mut missing: Vec<_> =
        needed.into_iter().filter(|(sense, _)| !known.contains(sense)).map(|(_, w)| w).collect();
    if missing.len() == needed.len() && !known.contains(&Sense::LegalBasis) {
        missing.push("legal basis");
    }
    missing
}
