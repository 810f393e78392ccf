//! Roles in commitments that the wrong sort of thing plays.

use super::Context;
use super::shared::named;
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::{EdgeView, NodeView, Tie};
use crate::record::Commitment;
use crate::text::Place;
use crate::vocabulary::{Nature, Role};

declare_check! {
    /// A role in a commitment is played by what can't play it, such as a treaty that owes.
    ///
    /// ## Why it matters
    /// Who owes what to whom is read off the roles. An obligor, beneficiary, channel or requester
    /// must be able to act or be spoken of as people; a commitment stands in a text, and is
    /// undertaken at an occasion.
    ///
    /// ## How to mend it
    /// Name who is meant, or move the id to the field that it belongs in.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "talk", kind: Issue, name: "Talk", cites: [("s")]),
    ///     Entity(id: "t", kind: Treaty, name: "Treaty", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Defense, name: "C", by: ["a"], to: ["talk"], under: ["t"], binding: Legal,
    ///         history: [(step: InForce, on: "1960", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "t", kind: Treaty, name: "Treaty", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Defense, name: "C", by: ["a"], to: ["b"], under: ["t"], binding: Legal,
    ///         history: [(step: InForce, on: "1960", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    F0208, "wrong-role-kind", Deny
}

/// What can act, and be owed something.
const ACTORS: &[Nature] =
    &[Nature::Person, Nature::Office, Nature::Polity, Nature::Body, Nature::Group];
const TEXTS: &[Nature] = &[Nature::Instrument, Nature::Provision, Nature::Work];
const OCCASIONS: &[Nature] = &[Nature::Event, Nature::Process];
const PLACES: &[Nature] = &[Nature::Place, Nature::Polity, Nature::Facility];

/// What may play a role, in natures and in words; none where anything may.
fn players(role: Role) -> Option<(&'static [Nature], &'static str)> {
    match role {
        Role::Obligor | Role::Beneficiary | Role::Requester | Role::Actor | Role::Channel => {
            Some((ACTORS, "somebody who can act"))
        }
        Role::Instrument => Some((TEXTS, "an instrument, provision or work")),
        Role::Occasion => Some((OCCASIONS, "an event or process")),
        Role::Scope => Some((PLACES, "a place")),
        _ => None,
    }
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for edge in context.graph.edges() {
        let Tie::Role { role, item, .. } = edge.tie() else { continue };
        match role {
            Role::Part => part(edge, sink),
            _ => player(edge, role, item, sink),
        }
    }
}

fn player(edge: EdgeView<'_>, role: Role, item: u32, sink: &mut Sink) {
    let (Some((natures, words)), Some(commitment)) = (players(role), edge.target().commitment())
    else {
        return;
    };
    let fits = match (edge.source().entity(), edge.source().nature()) {
        (Some(_), Some(nature)) => natures.contains(&nature),
        (Some(_), None) => true,
        (None, _) => false,
    };
    if !fits {
        let at = at(commitment.place(), commitment, role, item as usize);
        sink.push(wrong(at, edge.source(), words));
    }
}

fn part(edge: EdgeView<'_>, sink: &mut Sink) {
    let (part, whole) = (edge.source(), edge.target());
    if whole.commitment().is_none() {
        sink.push(wrong(part.place().field("part_of"), whole, "a commitment"));
    }
}

fn wrong(at: Place, node: NodeView<'_>, wanted: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("{} can't play this role", named(node)))
        .label(format!("{wanted} belongs here"))
        .related(node.place(), "what it is")
}

/// Where the name of a player stands.
fn at(place: Place, commitment: &Commitment, role: Role, item: usize) -> Place {
    match role {
        Role::Obligor => place.field("by").item(item),
        Role::Beneficiary => place.field("to").item(item),
        Role::Requester => place.field("asked_by").item(item),
        Role::Channel => place.field("via").item(item),
        Role::Instrument => place.field("under").item(item),
        Role::Actor => place.field("history").item(item).field("by"),
        Role::Occasion => place.field("at"),
        Role::Scope if item < commitment.scope.len() => place.field("scope").item(item),
        _ => place.field("conditions").item(item).item(0),
    }
}
