//! Claims that contradict each other.

use super::Context;
use super::shared::told;
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::{EdgeView, NodeIndex};
use crate::record::Stance;
use crate::time::Truth;
use std::collections::BTreeMap;

declare_check! {
    /// Two relations of kinds that exclude each other hold between the same ends, both put forward
    /// as facts or both as judgements, and their times overlap or neither has any.
    ///
    /// ## Why it matters
    /// Only one of them can be true. Where sources disagree, that is worth recording as such.
    ///
    /// ## How to mend it
    /// Correct the one that is wrong, give each its time, or give both `stance: Disputed`.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "t", kind: Treaty, name: "T", cites: [("s")]),
    ///     Relation(from: "t", kind: Covers, to: "a", cites: [("s")]),
    ///     Relation(from: "t", kind: Excludes, to: "a", cites: [("s")]),
    ///     Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "t", kind: Treaty, name: "T", cites: [("s")]),
    ///     Relation(from: "t", kind: Covers, to: "a", cites: [("s")]),
    ///     Relation(from: "t", kind: Excludes, to: "b", cites: [("s")]),
    /// ]
    /// ```
    F0712, "contradicting-claims", Warn
}

/// Relations by ends and stance.
type Claims<'a> = BTreeMap<(NodeIndex, NodeIndex, Stance), Vec<EdgeView<'a>>>;

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let mut claims: Claims<'_> = BTreeMap::new();
    for edge in context.graph.edges() {
        if !opposites(edge) {
            continue;
        }
        let stance = edge.stance();
        if matches!(stance, Stance::Fact | Stance::Assessment) {
            let (from, to) = (edge.source().index(), edge.target().index());
            claims.entry((from, to, stance)).or_default().push(edge);
        }
    }
    for edges in claims.into_values() {
        for (n, edge) in edges.iter().enumerate() {
            let other = edges[..n].iter().find(|other| contradict(**other, *edge));
            if let Some(other) = other {
                let message = format!("{}, and yet {}", told(*edge), told(*other));
                let finding = Diagnostic::new(&RULE, edge.origin().place(), message)
                    .label(edge.extent().in_words())
                    .related(other.origin().place(), other.extent().in_words())
                    .help("where sources disagree, give both `stance: Disputed`");
                sink.push(finding);
            }
        }
    }
}

/// Whether a relation is of a kind that excludes another.
fn opposites(edge: EdgeView<'_>) -> bool {
    let kind = edge.relation_kind();
    kind.is_some_and(|kind| !kind.contradicts.is_empty())
}

fn contradict(a: EdgeView<'_>, b: EdgeView<'_>) -> bool {
    let (Some(kind), Some(other)) = (a.relation_kind(), b.relation_kind()) else { return false };
    let undated = a.extent().is_undated() && b.extent().is_undated();
    kind.contradicts.contains(&other.id)
        && (undated || a.extent().overlaps(b.extent()) == Truth::Yes)
}
