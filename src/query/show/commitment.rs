//! What a commitment has beside its ties: its status, its due date and the history of its life.

use super::super::document::{CiteRef, StatusRef, truth_word};
use super::super::text;
use crate::graph::{NodeView, Reciprocity, overdue};
use crate::record::{Event, Step};
use crate::time::{AsOf, Truth};
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt::Write;

/// A step in the history of a commitment.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StepBody {
    /// The step.
    #[schemars(with = "String")]
    pub step: Step,
    /// When, as an EDTF date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// Before when, as an EDTF date, where no more is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// The id of who took it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// What happened, in the curator's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gloss: Option<String>,
    /// The step, when and by whom it was taken, in words.
    pub words: String,
    /// The same without who took it.
    #[serde(skip)]
    pub taken: String,
    /// The passages that back the step.
    pub cites: Vec<CiteRef>,
}

/// What a commitment has beside its ties.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CommitmentBody {
    /// What it is or would become: `legal`, `political` or `unilateral`.
    pub binding: String,
    /// Its status as of the date asked about, or the reference date.
    pub status: StatusRef,
    /// When it is due, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    /// Whether it is overdue: `yes`, `no` or `can't tell`; none where it has no due date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overdue: Option<String>,
    /// How long it runs, as an EDTF interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub term: Option<String>,
    /// Whether it is returned: `mutual`, `asymmetric` or `one-sided`.
    pub reciprocity: String,
    /// The Correlates of War class that it and the others between the same parties make up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cow: Option<String>,
    /// The steps of its life.
    pub history: Vec<StepBody>,
}

impl CommitmentBody {
    /// A commitment as of a date, or else the reference date; none for other nodes.
    pub fn of(node: NodeView<'_>, as_of: Option<&AsOf>) -> Option<Self> {
        let commitment = node.commitment()?;
        let date = as_of.map(AsOf::date).or(node.graph().reference_date().copied());
        let is_late = |_: &_| date.map_or(Truth::Unknown, |date| overdue(commitment, &date));
        let steps = commitment.history.iter().enumerate();
        Some(Self {
            binding: commitment.binding.word().into(),
            status: StatusRef::of(&node.standing(as_of)?),
            due: commitment.due.as_ref().map(text::due),
            overdue: commitment.due.as_ref().map(is_late).map(truth_word),
            term: commitment.term.as_ref().map(|term| term.text.to_string()),
            reciprocity: node.reciprocity().map_or("", Reciprocity::words).into(),
            cow: node.cow(as_of).map(|cow| cow.label().to_owned()),
            history: steps.map(|(number, event)| StepBody::of(node, number, event)).collect(),
        })
    }

    /// The lines that tell it.
    pub(super) fn text(&self) -> String {
        let mut out = String::new();
        let overdue = self.overdue.as_ref().filter(|late| *late != "no");
        let lines = [
            ("binding", Some(&self.binding)),
            ("status", Some(&self.status.words)),
            ("due", self.due.as_ref()),
            ("overdue", overdue),
            ("term", self.term.as_ref()),
            ("reciprocity", Some(&self.reciprocity)),
            ("COW class of the parties", self.cow.as_ref()),
        ];
        for (label, value) in lines {
            if let Some(value) = value {
                writeln!(out, "  {label}: {value}").unwrap_or_default();
            }
        }
        self.history.iter().for_each(|step| out.push_str(&step.line()));
        out
    }
}

impl StepBody {
    fn of(node: NodeView<'_>, number: usize, event: &Event) -> Self {
        let part = node.place().field("history").item(number);
        Self {
            step: event.step,
            on: event.on.as_ref().map(|date| date.text.to_string()),
            before: event.before.as_ref().map(|date| date.text.to_string()),
            by: event.by.clone(),
            gloss: event.gloss.clone(),
            words: in_words(node, event),
            taken: taken(event),
            cites: CiteRef::part(node.graph(), node.origin(), &part),
        }
    }

    fn line(&self) -> String {
        let gloss = self.gloss.as_ref().map(|gloss| format!(": {gloss}")).unwrap_or_default();
        let cites = text::places(self.cites.iter().map(text::cited).collect());
        let line = format!("  {}{gloss}  {cites}", self.words);
        format!("{}\n", line.trim_end())
    }
}

/// A step in words: "in force: 23 June 1960 by Japan".
fn in_words(node: NodeView<'_>, event: &Event) -> String {
    let by = event.by.as_ref().map(|id| format!(" by {}", text::name(node.graph(), id)));
    format!("{}{}", taken(event), by.unwrap_or_default())
}

/// A step and when it was taken: "in force: 23 June 1960".
fn taken(event: &Event) -> String {
    format!("{}: {}", event.step.word(), event.when_in_words())
}
