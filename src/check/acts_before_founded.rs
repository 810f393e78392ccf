//! Bodies that act before they are set up.

use super::Context;
use super::shared::{date_of, facts, facts_of};
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::{EdgeView, NodeView};
use crate::text::Place;
use crate::time::{Extent, Truth};
use crate::vocabulary::Sense;
use std::collections::HashMap;

declare_check! {
    /// A body or process does something, or takes a step in a commitment, before the day on which
    /// it is set up.
    ///
    /// ## Why it matters
    /// Nothing acts that is not there: one of the dates is wrong, or an earlier body is meant.
    ///
    /// ## How to mend it
    /// Correct the date of the act or of the founding.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "c", kind: Committee, name: "C", cites: [("s")]),
    ///     Entity(id: "r", kind: Report, name: "R", cites: [("s")]),
    ///     Relation(from: "a", kind: Established, to: "c", during: "1995-11", cites: [("s")]),
    ///     Relation(from: "c", kind: Issued, to: "r", during: "1994", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "c", kind: Committee, name: "C", cites: [("s")]),
    ///     Entity(id: "r", kind: Report, name: "R", cites: [("s")]),
    ///     Relation(from: "a", kind: Established, to: "c", during: "1995-11", cites: [("s")]),
    ///     Relation(from: "c", kind: Issued, to: "r", during: "1996-04", cites: [("s")]),
    /// ]
    /// ```
    F0405, "acts-before-founded", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let graph = context.graph;
    let founded: HashMap<&str, EdgeView<'_>> =
        facts_of(context, &[Sense::Establishes]).map(|edge| (edge.target().id(), edge)).collect();
    if founded.is_empty() {
        return;
    }
    let mut look = |id: &str, act: &Extent, at: &dyn Fn() -> Place| {
        if let Some(founding) = founded.get(id).filter(|founding| is_before(act, **founding)) {
            sink.push(too_early(founding.target(), act, at(), *founding));
        }
    };
    for edge in facts(context) {
        look(edge.source().id(), edge.extent(), &|| edge.origin().place());
    }
    for commitment in &graph.records().commitments {
        for (i, event) in commitment.history.iter().enumerate() {
            if let (Some(actor), Some(date)) = (&event.by, date_of(event)) {
                let at = || commitment.place().field("history").item(i).field("on");
                look(actor, &Extent::occurrence(date), &at);
            }
        }
    }
}

/// Whether an act surely lies before a founding.
fn is_before(act: &Extent, founding: EdgeView<'_>) -> bool {
    !act.is_undated() && act.starts_before(founding.extent()) == Truth::Yes
}

fn too_early(body: NodeView<'_>, act: &Extent, at: Place, founding: EdgeView<'_>) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("`{}` acts before it is set up", body.id()))
        .label(act.in_words())
        .related(founding.origin().place(), format!("set up {}", founding.extent().in_words()))
}
