//! Who owes what to whom: the commitments that fit a filter, with their status as of a day.

use super::document::{CommitmentRef, truth_word};
use super::text;
use super::{Answer, Table};
use crate::graph::{Graph, NodeIndex, NodeView, Slice, Standing, Status, due_before, overdue};
use crate::record::{Binding, Commitment};
use crate::time::{AsOf, Date, Truth};
use schemars::JsonSchema;
use serde::Serialize;

/// Which commitments are asked for; the default is all.
#[derive(Debug, Clone, Default)]
pub struct CommitmentFilter {
    /// Those that this owes.
    pub by: Option<NodeIndex>,
    /// Those that this is owed.
    pub to: Option<NodeIndex>,
    /// Those under this instrument or provision, or under a part of it.
    pub under: Option<NodeIndex>,
    /// Those about this.
    pub about: Option<NodeIndex>,
    /// Those of this kind of obligation.
    pub kind: Option<String>,
    /// Those of one of these statuses; all where empty.
    pub statuses: Vec<Status>,
    /// Those that bind so.
    pub binding: Option<Binding>,
    /// Those that are due before this date.
    pub due_before: Option<Date>,
    /// Those that are overdue.
    pub overdue: bool,
}

/// A commitment that fits, or may fit.
#[derive(Debug, Clone)]
pub struct Match<'g> {
    /// The commitment.
    pub node: NodeView<'g>,
    /// Its status as of the date asked about, or the reference date.
    pub standing: Standing,
    /// Whether it fits; never `No`.
    pub fits: Truth,
}

/// The commitments that fit, in the order of the files.
#[derive(Debug, Clone)]
pub struct Commitments<'g> {
    as_of: Option<Date>,
    /// The commitments.
    pub matches: Vec<Match<'g>>,
}

/// The date as of which a slice tells statuses: the one asked about, or the reference date.
pub(super) fn status_date(slice: &Slice<'_>) -> Option<Date> {
    let asked = slice.scope().as_of.as_ref().map(AsOf::date);
    asked.or(slice.graph().reference_date().copied())
}

/// The commitments that fit a filter. Those of which it can't be told are kept and marked, unless
/// the slice asks for what is certain. As of a given date, what had surely not begun is left out.
pub fn commitments<'g>(slice: &Slice<'g>, filter: &CommitmentFilter) -> Commitments<'g> {
    let as_of = status_date(slice);
    let wants_early = filter.statuses.contains(&Status::NotYet);
    let leaves_out_early = slice.scope().as_of.is_some() && !wants_early;
    let fit = |node: NodeView<'g>| {
        let commitment = &node.commitment()?.record;
        let standing = Standing::of(commitment, as_of.as_ref());
        let is_early = standing.sure() == Some(Status::NotYet) && !commitment.history.is_empty();
        if !filter.plays(node.graph(), commitment) || (leaves_out_early && is_early) {
            return None;
        }
        let fits = filter.fits(commitment, &standing, as_of.as_ref());
        slice.keeps(fits).then_some(Match { node, standing, fits })
    };
    Commitments { as_of, matches: slice.graph().nodes().filter_map(fit).collect() }
}

impl CommitmentFilter {
    /// What does not depend on the day: roles, kind, binding.
    fn plays(&self, graph: &Graph, commitment: &Commitment) -> bool {
        let among = |ids: &[String], wanted: Option<NodeIndex>| {
            wanted.is_none_or(|index| ids.iter().any(|id| id == graph.node(index).id()))
        };
        let within = |whole: NodeIndex| {
            let whole = graph.node(whole).id();
            commitment.under.iter().any(|id| wholes(graph, id).any(|part| part == whole))
        };
        among(&commitment.by, self.by)
            && among(&commitment.to, self.to)
            && among(&commitment.about, self.about)
            && self.under.is_none_or(within)
            && self.kind.as_ref().is_none_or(|kind| *kind == commitment.kind.0)
            && self.binding.is_none_or(|binding| binding == commitment.binding)
    }

    /// What depends on the day.
    fn fits(&self, commitment: &Commitment, standing: &Standing, as_of: Option<&Date>) -> Truth {
        let status = match self.statuses.as_slice() {
            [] => Truth::Yes,
            wanted => standing.is(|status| wanted.contains(&status)),
        };
        let due = match &self.due_before {
            Some(date) => due_before(commitment, date),
            None => Truth::Yes,
        };
        let late = match (self.overdue, as_of) {
            (true, Some(as_of)) => overdue(commitment, as_of),
            (true, None) => Truth::Unknown,
            (false, _) => Truth::Yes,
        };
        status.and(due).and(late)
    }
}

/// An instrument or provision and the wholes that it is part of, the nearest first; a circle of
/// wholes ends.
pub(super) fn wholes<'g>(graph: &'g Graph, id: &'g str) -> impl Iterator<Item = &'g str> {
    let above = |id: &&'g str| graph.find(id)?.entity()?.record.of.as_deref();
    std::iter::successors(Some(id), above).take(graph.records().entities.len() + 1)
}

/// The answer to `commitments`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CommitmentsBody {
    /// The date as of which statuses are told, as an EDTF date; after all of the history where none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// The commitments that fit, or may fit.
    pub commitments: Vec<MatchBody>,
}

/// A commitment that fits, or may fit.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MatchBody {
    /// The commitment.
    #[serde(flatten)]
    pub commitment: CommitmentRef,
    /// Whether it fits what was asked for: `yes` or `can't tell`.
    pub fits: String,
}

impl Match<'_> {
    /// Whether something about it can't be told.
    fn is_open(&self) -> bool {
        self.fits == Truth::Unknown || self.standing.sure().is_none()
    }

    fn cells(&self) -> Vec<String> {
        let graph = self.node.graph();
        let Some(commitment) = self.node.commitment() else { return Vec::new() };
        let under = commitment.under.iter().map(|id| text::part(graph, id));
        vec![
            if self.is_open() { "?".into() } else { String::new() },
            self.node.name().into(),
            text::names(graph, &commitment.by),
            text::names(graph, &commitment.to),
            under.collect::<Vec<_>>().join("; "),
            text::statuses(&self.standing),
            self.standing.decides.clone().unwrap_or_default(),
            commitment.due.as_ref().map(text::due).unwrap_or_default(),
        ]
    }
}

impl Answer for Commitments<'_> {
    const QUESTION: &'static str = "commitments";
    type Body = CommitmentsBody;

    fn body(&self) -> CommitmentsBody {
        let body = |found: &Match<'_>| MatchBody {
            commitment: CommitmentRef::of(found.node, &found.standing, self.as_of.as_ref()),
            fits: truth_word(found.fits),
        };
        CommitmentsBody {
            as_of: self.as_of.map(|date| date.to_string()),
            commitments: self.matches.iter().map(body).collect(),
        }
    }

    fn text(&self) -> String {
        self.fit(usize::MAX)
    }

    fn fit(&self, width: usize) -> String {
        if self.matches.is_empty() {
            return "No commitment fits.\n".into();
        }
        let columns = ["", "commitment", "owed by", "to", "under", "status", "depends on", "due"];
        let mut table = Table::new(&columns);
        table.rows = self.matches.iter().map(Match::cells).collect();
        let count = match self.matches.len() {
            1 => "1 commitment".into(),
            n => format!("{n} commitments"),
        };
        let as_of = self.as_of.map(|date| format!(", as of {}", date.in_words()));
        format!("{}\n{count}{}\n", table.fit(width), as_of.unwrap_or_default())
    }

    fn table(&self) -> Option<Table> {
        let mut table = Table::new(&CommitmentRef::COLUMNS);
        table.columns.push("fits".into());
        let row = |body: MatchBody| {
            let mut cells = body.commitment.cells();
            cells.push(body.fits);
            cells
        };
        table.rows = self.body().commitments.into_iter().map(row).collect();
        Some(table)
    }

    fn is_empty(&self) -> bool {
        self.matches.is_empty()
    }
}
