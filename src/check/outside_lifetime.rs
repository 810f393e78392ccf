//! Relations outside the life of their ends.

use super::Context;
use super::premature_party::is_premature;
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::{EdgeView, NodeView};
use crate::record::Stance;
use crate::time::Truth;
use crate::vocabulary::{Holding, Nature};

declare_check! {
    /// A relation surely lies outside the life of one of its ends.
    ///
    /// ## Why it matters
    /// Nobody signs before being born, and nothing holds of what is no more: one of the dates is
    /// wrong.
    ///
    /// ## How to mend it
    /// Correct the date of the relation or the life of the end that is shown.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: Person, name: "A", life: "1900/1950", cites: [("s")]),
    ///     Entity(id: "b", kind: Office, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: HoldsOffice, to: "b", during: "1960/1962", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: Person, name: "A", life: "1900/1962", cites: [("s")]),
    ///     Entity(id: "b", kind: Office, name: "B", cites: [("s")]),
    ///     Relation(from: "a", kind: HoldsOffice, to: "b", during: "1960/1962", cites: [("s")]),
    /// ]
    /// ```
    F0303, "outside-lifetime", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for edge in context.graph.edges() {
        if edge.extent().is_undated() || is_premature(edge) {
            continue;
        }
        let Some(relation) = edge.relation().filter(|r| r.stance == Stance::Fact) else { continue };
        for end in bound_ends(edge) {
            let life = end.extent();
            if life.is_undated() || life.contains(edge.extent()) != Truth::No {
                continue;
            }
            let message = format!(
                "`{}` {} `{}` lies outside the life of `{}`",
                relation.from,
                relation.kind,
                relation.to,
                end.id()
            );
            let finding = Diagnostic::new(&RULE, edge.origin().place(), message)
                .label(edge.extent().in_words())
                .related(end.place(), format!("`{}`: {}", end.id(), life.in_words()));
            sink.push(finding);
        }
    }
}

/// The ends that must exist while a relation holds: both of one that holds through its time; of one
/// that took place, only an actor that it is read from, since one may act on what is long past.
fn bound_ends(edge: EdgeView<'_>) -> impl Iterator<Item = NodeView<'_>> {
    let (source, target) = match edge.relation_kind().map(|kind| kind.holding) {
        Some(Holding::State) => (Some(edge.source()), Some(edge.target())),
        Some(Holding::Occurrence) if acts(edge.source()) => (Some(edge.source()), None),
        _ => (None, None),
    };
    source.into_iter().chain(target)
}

fn acts(node: NodeView<'_>) -> bool {
    let actors = [Nature::Person, Nature::Office, Nature::Body, Nature::Polity];
    node.nature().is_some_and(|nature| actors.contains(&nature))
}
