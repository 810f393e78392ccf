//! More targets at one time than a relation allows.

use super::Context;
use super::shared::{facts_where, sorted, told};
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::{EdgeView, NodeIndex};
use crate::time::Truth;
use crate::vocabulary::Ident;

declare_check! {
    /// Something stands in a relation to more things on one day than the kind of relation allows,
    /// such as an office that belongs to two states.
    ///
    /// ## Why it matters
    /// One of the relations is wrong, or they held one after the other and lack their dates.
    ///
    /// ## How to mend it
    /// Remove one of the relations, or give each its time.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "premier", kind: Office, name: "Premier", cites: [("s")]),
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "premier", kind: OfficeOf, to: "a", during: "1950/1990", cites: [("s")]),
    ///     Relation(from: "premier", kind: OfficeOf, to: "b", during: "1980/1995", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "premier", kind: Office, name: "Premier", cites: [("s")]),
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Relation(from: "premier", kind: OfficeOf, to: "a", during: "1950/1980", cites: [("s")]),
    ///     Relation(from: "premier", kind: OfficeOf, to: "b", during: "1981/1995", cites: [("s")]),
    /// ]
    /// ```
    F0210, "too-many-targets", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let limited = facts_where(context, |kind| kind.per_from.is_some());
    for edges in sorted(limited, key).chunk_by(|a, b| key(a) == key(b)) {
        let kind = edges.first().and_then(EdgeView::relation_kind);
        if let Some(room) = kind.and_then(|kind| kind.per_from) {
            crowd(room as usize, edges, sink);
        }
    }
}

/// What may not have too many targets, and of which kind the relation is.
fn key<'g>(edge: &EdgeView<'g>) -> (NodeIndex, Option<&'g Ident>) {
    (edge.source().index(), edge.relation_kind().map(|kind| &kind.id))
}

/// Reports the first relation that shares a day with as many earlier ones as there is room for.
fn crowd(room: usize, edges: &[EdgeView<'_>], sink: &mut Sink) {
    for (n, edge) in edges.iter().enumerate() {
        let others: Vec<&EdgeView<'_>> = edges[..n]
            .iter()
            .filter(|other| other.target().index() != edge.target().index())
            .filter(|other| are_together(other, edge))
            .collect();
        if others.len() < room || room == 0 {
            continue;
        }
        let message = format!(
            "`{}` can be {} {room} thing at a time, and is more",
            edge.source().id(),
            edge.kind()
        );
        let label = |edge: &EdgeView<'_>| format!("{}, {}", told(*edge), edge.extent().in_words());
        let finding = Diagnostic::new(&RULE, edge.origin().place(), message).label(label(edge));
        let finding =
            others.iter().fold(finding, |f, other| f.related(other.origin().place(), label(other)));
        sink.push(finding);
        return;
    }
}

/// Whether both surely held on one day; of two without any date, both are told as holding now.
fn are_together(a: &EdgeView<'_>, b: &EdgeView<'_>) -> bool {
    let undated = a.extent().is_undated() && b.extent().is_undated();
    undated || a.extent().overlaps(b.extent()) == Truth::Yes
}
