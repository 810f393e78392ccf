//! Obligations that can't be kept together.

use super::Context;
use crate::diagnostic::{Diagnostic, Sink};
use crate::graph::Standing;
use crate::record::{Commitment, Filed};
use crate::time::Truth;
use std::collections::BTreeMap;

declare_check! {
    /// One obligor owes one beneficiary two things at the same time that contradict each other,
    /// such as help in war and neutrality.
    ///
    /// ## Why it matters
    /// One of the commitments is of the wrong kind, is owed to somebody else, or has ended.
    ///
    /// ## How to mend it
    /// Correct the kind or the beneficiary, or record the step that ended one of them.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "t", kind: Treaty, name: "T", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Defense, name: "C", by: ["a"], to: ["b"], under: ["t"], binding: Legal,
    ///         history: [(step: InForce, on: "1960", cites: [("s")])], cites: [("s")],
    ///     ),
    ///     Commitment(
    ///         id: "n", kind: Neutrality, name: "N", by: ["a"], to: ["b"], under: ["t"], binding: Legal,
    ///         history: [(step: InForce, on: "1960", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "t", kind: Treaty, name: "T", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Defense, name: "C", by: ["a"], to: ["b"], under: ["t"], binding: Legal,
    ///         history: [(step: InForce, on: "1960", cites: [("s")])], cites: [("s")],
    ///     ),
    ///     Commitment(
    ///         id: "n", kind: Consultation, name: "N", by: ["a"], to: ["b"], under: ["t"], binding: Legal,
    ///         history: [(step: InForce, on: "1960", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    F0611, "contradicting-obligations", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    let graph = context.graph;
    let mut owed: BTreeMap<(&str, &str), Vec<&Filed<Commitment>>> = BTreeMap::new();
    for commitment in &graph.records().commitments {
        let standing = Standing::of(commitment, graph.reference_date());
        if !contradicts_some(context, commitment) || standing.is_undertaken() != Truth::Yes {
            continue;
        }
        for (by, to) in pairs(commitment) {
            let others = owed.entry((by, to)).or_default();
            if let Some(other) = others.iter().find(|other| contradict(context, other, commitment))
            {
                sink.push(finding(commitment, other, by, to));
            }
            others.push(commitment);
        }
    }
}

fn pairs(commitment: &Commitment) -> impl Iterator<Item = (&str, &str)> {
    let to = move |by| commitment.to.iter().map(move |to: &String| (by, to.as_str()));
    commitment.by.iter().flat_map(move |by| to(by.as_str())).filter(|(by, to)| by != to)
}

fn contradicts_some(context: Context<'_>, commitment: &Commitment) -> bool {
    let kind = context.graph.vocabulary().obligation(&commitment.kind.0);
    kind.is_some_and(|kind| !kind.contradicts.is_empty())
}

fn contradict(context: Context<'_>, a: &Commitment, b: &Commitment) -> bool {
    let says = |a: &Commitment, b: &Commitment| {
        let kind = context.graph.vocabulary().obligation(&a.kind.0);
        kind.is_some_and(|kind| kind.contradicts.contains(&b.kind))
    };
    says(a, b) || says(b, a)
}

fn finding(
    commitment: &Filed<Commitment>,
    other: &Filed<Commitment>,
    by: &str,
    to: &str,
) -> Diagnostic {
    let message = format!("`{by}` owes `{to}` both `{}` and `{}`", other.id, commitment.id);
    Diagnostic::new(&RULE, commitment.place().field("kind"), message)
        .label(commitment.kind.as_str())
        .related(other.place().field("kind"), other.kind.as_str())
        .note("both bind at the reference date")
}
