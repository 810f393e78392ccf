//! Hosts of what lies somewhere else.

use super::Context;
use super::shared::{facts_of, told};
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::{EdgeView, NodeIndex};
use crate::vocabulary::{Nature, Sense};
use std::collections::{BTreeMap, BTreeSet};

declare_check! {
    /// A state or territory hosts a facility or force that lies in another, and neither of the two
    /// is a part of the other.
    ///
    /// ## Why it matters
    /// Whoever hosts a base does so on its own land. One of the relations names the wrong place, or
    /// that one place is part of the other is missing.
    ///
    /// ## How to mend it
    /// Correct the host or the location, or record that the one is part of the other.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "camp", kind: Base, name: "Camp", cites: [("s")]),
    ///     Relation(from: "a", kind: Hosts, to: "camp", cites: [("s")]),
    ///     Relation(from: "camp", kind: LocatedIn, to: "b", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: Territory, name: "B", cites: [("s")]),
    ///     Entity(id: "camp", kind: Base, name: "Camp", cites: [("s")]),
    ///     Relation(from: "a", kind: Hosts, to: "camp", cites: [("s")]),
    ///     Relation(from: "camp", kind: LocatedIn, to: "b", cites: [("s")]),
    ///     Relation(from: "b", kind: PartOf, to: "a", cites: [("s")]),
    /// ]
    /// ```
    F0805, "host-elsewhere", Warn
}

/// What each thing lies in or is part of.
type Wholes = BTreeMap<NodeIndex, Vec<NodeIndex>>;

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let mut wholes = Wholes::new();
    let mut locations: BTreeMap<NodeIndex, Vec<EdgeView<'_>>> = BTreeMap::new();
    for edge in facts_of(context, &[Sense::Location, Sense::PartOf]) {
        let (source, target) = (edge.source().index(), edge.target().index());
        wholes.entry(source).or_default().push(target);
        if edge.sense() == Some(Sense::Location) && edge.target().nature() == Some(Nature::Polity) {
            locations.entry(source).or_default().push(edge);
        }
    }
    for hosting in facts_of(context, &[Sense::Hosting]) {
        let host = hosting.source().index();
        let places = locations.get(&hosting.target().index()).into_iter().flatten();
        for place in places {
            let lies = place.target().index();
            if !reaches(&wholes, host, lies) && !reaches(&wholes, lies, host) {
                let message = format!("{}, and yet {}", told(hosting), told(*place));
                let finding = Diagnostic::new(&RULE, hosting.origin().place(), message)
                    .related(place.origin().place(), "where it lies");
                sink.push(finding);
            }
        }
    }
}

/// Whether one thing is the other, or lies in it at any depth.
fn reaches(wholes: &Wholes, from: NodeIndex, to: NodeIndex) -> bool {
    let mut seen = BTreeSet::from([from]);
    let mut left = vec![from];
    while let Some(at) = left.pop() {
        if at == to {
            return true;
        }
        left.extend(wholes.get(&at).into_iter().flatten().filter(|whole| seen.insert(**whole)));
    }
    false
}
