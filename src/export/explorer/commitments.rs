//! The commitments: who owes what to whom, and what became of it, by day.

use super::body::{CommitmentBody, DueBody, Piece, StatusBody, StepBody};
use super::cites::Cites;
use super::{all_numbered, numbered, times};
use crate::graph::{Graph, NodeView, Reciprocity, Standing, overdue, turns};
use crate::query::document::{DueRef, truth_word};
use crate::record::{Commitment, Condition, Trigger};
use crate::time::{Date, Day, pieces};

/// Every commitment, in the order of the nodes.
pub(super) fn bodies(graph: &Graph, cites: &mut Cites<'_>) -> Vec<CommitmentBody> {
    graph.nodes().filter_map(|node| body(node, cites)).collect()
}

fn body(node: NodeView<'_>, cites: &mut Cites<'_>) -> Option<CommitmentBody> {
    let graph = node.graph();
    let commitment = &node.commitment()?.record;
    let all = |ids: &Vec<String>| all_numbered(graph, ids);
    let one = |id: &Option<String>| numbered(graph, id.as_deref()?);
    let obligation = graph.vocabulary().obligation(&commitment.kind.0);
    Some(CommitmentBody {
        node: node.index().index(),
        by: all(&commitment.by),
        to: all(&commitment.to),
        about: all(&commitment.about),
        under: all(&commitment.under),
        at: one(&commitment.at),
        via: all(&commitment.via),
        asked_by: all(&commitment.asked_by),
        obligation: obligation.map_or(commitment.kind.as_str(), |kind| &kind.label).into(),
        binding: commitment.binding.word().into(),
        certainty: commitment.certainty.word().into(),
        trigger: commitment.trigger.as_ref().map(|trigger| trigger_words(graph, trigger)),
        conditions: commitment.conditions.iter().map(|c| condition_words(graph, c)).collect(),
        scope: (!commitment.scope.is_empty()).then(|| names(graph, &commitment.scope)),
        term: commitment.term.as_ref().map(|term| {
            term.get().map_or_else(|| term.text.to_string(), |interval| interval.in_words())
        }),
        due: commitment.due.as_ref().map(|due| {
            let (earliest, latest) = DueRef::window(due);
            let words = DueRef::of(due).words;
            DueBody { words, earliest: earliest.map(number), latest: latest.map(number) }
        }),
        status: by_day(commitment, |date| status(&Standing::of(commitment, Some(date)))),
        overdue: by_day(commitment, |date| truth_word(overdue(commitment, date))),
        reciprocity: node.reciprocity().map_or("", Reciprocity::words).into(),
        cow: node.cow(None).map(|cow| cow.label().to_owned()),
        history: history(node, commitment, cites),
    })
}

/// An answer about a commitment for every day.
fn by_day<T: PartialEq>(commitment: &Commitment, value: impl Fn(&Date) -> T) -> Vec<Piece<T>> {
    let pieces = pieces(turns(commitment), |day| value(&day.into()));
    pieces.into_iter().map(|(from, is)| Piece { from, is }).collect()
}

fn number(day: Day) -> i32 {
    times::last_day(&day.into())
}

fn status(standing: &Standing) -> StatusBody {
    StatusBody {
        words: standing.to_string(),
        possible: standing.possible.iter().map(|status| status.words().to_owned()).collect(),
        decides: standing.decides.clone(),
    }
}

fn history(node: NodeView<'_>, commitment: &Commitment, cites: &mut Cites<'_>) -> Vec<StepBody> {
    let steps = commitment.history.iter().enumerate();
    let body = |(n, event): (usize, &crate::record::Event)| StepBody {
        step: event.step.word().into(),
        when: event.when_in_words(),
        by: event.by.as_ref().and_then(|id| numbered(node.graph(), id)),
        gloss: event.gloss.clone(),
        cites: cites.part(node.origin(), &node.place().field("history").item(n)),
    };
    steps.map(body).collect()
}

fn name<'g>(graph: &'g Graph, id: &'g str) -> &'g str {
    graph.find(id).map_or(id, |node| node.name())
}

fn names(graph: &Graph, ids: &[String]) -> String {
    ids.iter().map(|id| name(graph, id)).collect::<Vec<_>>().join(", ")
}

fn trigger_words(graph: &Graph, trigger: &Trigger) -> String {
    match trigger {
        Trigger::ArmedAttack(id) => format!("armed attack on {}", name(graph, id)),
        Trigger::Occurrence(id) => name(graph, id).to_owned(),
        Trigger::Circumstance(words) => words.clone(),
    }
}

fn condition_words(graph: &Graph, condition: &Condition) -> String {
    match condition {
        Condition::Location(id) => format!("in {}", name(graph, id)),
        Condition::Within(id) => format!("within {}", name(graph, id)),
        Condition::Upon(id) => format!("upon {}", name(graph, id)),
        Condition::Provided(words) => format!("provided {words}"),
    }
}
