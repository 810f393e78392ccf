//! Commitments and due dates in JSON documents and rows of CSV.

use super::super::text;
use super::{CiteRef, NodeRef, StatusRef, truth_word};
use crate::graph::{NodeView, Reciprocity, Standing, overdue};
use crate::record::{Certainty, Commitment, Due};
use crate::time::{AsOf, Date, Day, Duration, Extent, Stated, Truth};
use schemars::JsonSchema;
use serde::Serialize;

/// When a commitment is due.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DueRef {
    /// In words: "5 years to 7 years after April 1996".
    pub words: String,
    /// The first day of its window, as `YYYY-MM-DD`; none where it has no start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earliest: Option<String>,
    /// The last day of its window, read as late as its dates allow.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latest: Option<String>,
}

impl DueRef {
    /// The first and the last day of the window, where it has them.
    pub fn window(due: &Due) -> (Option<Day>, Option<Day>) {
        match due {
            Due::By(date) => (None, date.get().map(Date::latest)),
            Due::During(interval) => {
                let extent = interval.get().map(|interval| Extent::new().during(interval));
                extent.map_or((None, None), |extent| {
                    (extent.start_window().earliest(), extent.end_window().latest())
                })
            }
            Due::Within(from, least, most) => {
                let after = |length: &Stated<Duration>| Some(length.get()?.after(from.get()?));
                let earliest = after(least).and_then(|days| days.earliest());
                (earliest, after(most).and_then(|days| days.latest()))
            }
        }
    }

    /// A due date.
    pub fn of(due: &Due) -> Self {
        let (earliest, latest) = Self::window(due);
        let day = |day: Option<Day>| day.map(|day| day.to_string());
        Self { words: text::due(due), earliest: day(earliest), latest: day(latest) }
    }
}

/// A commitment with its roles and its status as of a day.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CommitmentRef {
    /// The commitment.
    #[serde(flatten)]
    pub node: NodeRef,
    /// The ids of who owes it.
    pub by: Vec<String>,
    /// The ids of those to whom it is owed.
    pub to: Vec<String>,
    /// The ids of what it is about.
    pub about: Vec<String>,
    /// The ids of the instruments or provisions that contain it.
    pub under: Vec<String>,
    /// The id of the event at which it was undertaken, or is to be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// The ids of those who recommend, propose or expect it.
    pub asked_by: Vec<String>,
    /// What it is or would become: `legal`, `political` or `unilateral`.
    pub binding: String,
    /// How sure the source is that it is or will be owed.
    #[schemars(with = "String")]
    pub certainty: Certainty,
    /// Its status.
    pub status: StatusRef,
    /// When it is due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<DueRef>,
    /// Whether it is overdue: `yes`, `no` or `can't tell`.
    pub overdue: String,
    /// Whether it is returned: `mutual`, `asymmetric` or `one-sided`.
    pub reciprocity: String,
    /// The Correlates of War class that it and the others between the same parties make up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cow: Option<String>,
    /// The passages that back it.
    pub cites: Vec<CiteRef>,
}

impl CommitmentRef {
    /// The columns of its form as a row of CSV; lists are joined by `;`.
    pub const COLUMNS: [&'static str; 18] = [
        "id",
        "name",
        "kind",
        "by",
        "to",
        "about",
        "under",
        "at",
        "asked_by",
        "binding",
        "certainty",
        "status",
        "decides",
        "due_earliest",
        "due_latest",
        "overdue",
        "reciprocity",
        "cow",
    ];

    /// A commitment as of a date; after all of its history where none is given. Other nodes have no
    /// roles.
    pub fn of(node: NodeView<'_>, standing: &Standing, as_of: Option<&Date>) -> Self {
        let graph = node.graph();
        let commitment = node.commitment().map(|filed| &filed.record);
        let asked = as_of.and_then(|date| AsOf::try_from(date.without_mark()).ok());
        let ids = |pick: fn(&Commitment) -> &Vec<String>| {
            commitment.map(pick).cloned().unwrap_or_default()
        };
        let late = commitment.zip(as_of).map(|(commitment, date)| overdue(commitment, date));
        let is_due = commitment.is_some_and(|commitment| commitment.due.is_some());
        let unknown = if is_due { Truth::Unknown } else { Truth::No };
        Self {
            node: NodeRef::of(node),
            by: ids(|c| &c.by),
            to: ids(|c| &c.to),
            about: ids(|c| &c.about),
            under: ids(|c| &c.under),
            at: commitment.and_then(|c| c.at.clone()),
            asked_by: ids(|c| &c.asked_by),
            binding: commitment.map_or("", |c| c.binding.word()).into(),
            certainty: commitment.map(|c| c.certainty).unwrap_or_default(),
            status: StatusRef::of(standing),
            due: commitment.and_then(|c| c.due.as_ref()).map(DueRef::of),
            overdue: truth_word(late.unwrap_or(unknown)),
            reciprocity: node.reciprocity().map_or("", Reciprocity::words).into(),
            cow: node.cow(asked.as_ref()).map(|cow| cow.label().to_owned()),
            cites: CiteRef::all(graph, node.origin()),
        }
    }

    /// It as a row of CSV.
    pub fn cells(self) -> Vec<String> {
        let list = |ids: Vec<String>| ids.join(";");
        let (earliest, latest) = self.due.map_or((None, None), |due| (due.earliest, due.latest));
        vec![
            self.node.id,
            self.node.name,
            self.node.kind,
            list(self.by),
            list(self.to),
            list(self.about),
            list(self.under),
            self.at.unwrap_or_default(),
            list(self.asked_by),
            self.binding,
            self.certainty.word().into(),
            list(self.status.possible),
            self.status.decides.unwrap_or_default(),
            earliest.unwrap_or_default(),
            latest.unwrap_or_default(),
            self.overdue,
            self.reciprocity,
            self.cow.unwrap_or_default(),
        ]
    }
}
