//! Histories that go backwards.

use super::Context;
use super::shared::{date_of, is_before};
use crate::diagnostic::{Diagnostic, Sink};
use crate::record::{Commitment, Filed, Step};

declare_check! {
    /// The steps of a commitment are not in the order in which they can happen: a step is dated
    /// before the one above it, a recommendation follows what was agreed already, or something
    /// follows the end.
    ///
    /// ## Why it matters
    /// The status as of a day is read off the last step by then, so a step in the wrong place makes
    /// it wrong.
    ///
    /// ## How to mend it
    /// Put the steps in order, or correct the date or step that is wrong.
    ///
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "t", kind: Declaration, name: "T", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", by: ["a"], to: ["b"], under: ["t"], binding: Political,
    ///         history: [(step: Agreed, on: "1990", cites: [("s")]), (step: InForce, on: "1985", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    /// ```ron fires
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "t", kind: Declaration, name: "T", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", by: ["a"], to: ["b"], under: ["t"], asked_by: ["a"], binding: Political,
    ///         history: [(step: InForce, on: "1990", cites: [("s")]), (step: Recommended, on: "1995", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    /// ```ron passes
    /// [
    ///     Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    ///     Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    ///     Entity(id: "t", kind: Declaration, name: "T", cites: [("s")]),
    ///     Commitment(
    ///         id: "c", kind: Cooperation, name: "C", by: ["a"], to: ["b"], under: ["t"], asked_by: ["a"], binding: Political,
    ///         history: [(step: Recommended, on: "1985", cites: [("s")]), (step: Agreed, on: "1990", cites: [("s")]), (step: InForce, on: "1991", cites: [("s")])], cites: [("s")],
    ///     ),
    /// ]
    /// ```
    F0604, "backward-history", Deny
}

pub(super) fn run(context: Context<'_>, sink: &mut Sink) {
    for commitment in &context.graph.records().commitments {
        for later in 1..commitment.history.len() {
            let wrong = (0..later).find_map(|earlier| {
                backward(commitment, earlier, later).map(|message| (earlier, message))
            });
            if let Some((earlier, message)) = wrong {
                let at = |n: usize| commitment.place().field("history").item(n);
                let finding = Diagnostic::new(&RULE, at(later), message)
                    .related(at(earlier), "the step above it");
                sink.push(finding);
                break;
            }
        }
    }
}

/// Why a step can't come after one that stands above it.
fn backward(commitment: &Filed<Commitment>, earlier: usize, later: usize) -> Option<String> {
    let (above, below) = (commitment.history.get(earlier)?, commitment.history.get(later)?);
    let (word, after) = (below.step.word(), above.step.word());
    if let (Some(first), Some(second)) = (date_of(above), date_of(below))
        && is_before(second, first)
    {
        return Some(format!("the step \"{word}\" is dated before \"{after}\" above it"));
    }
    let unmade = is_wish(below.step) && is_undertaken(above.step);
    let ended = is_end(above.step) && !is_end(below.step);
    (unmade || ended).then(|| format!("nothing is {word} that was {after} before"))
}

fn is_wish(step: Step) -> bool {
    matches!(step, Step::Expected | Step::Proposed | Step::Recommended)
}

fn is_end(step: Step) -> bool {
    matches!(step, Step::Terminated | Step::Fulfilled | Step::Lapsed)
}

fn is_undertaken(step: Step) -> bool {
    matches!(step, Step::Agreed | Step::Adopted | Step::Signed | Step::Ratified | Step::InForce)
}
