//! Commitments: who owes what to whom, under what, when, and what became of it.

use super::{Certainty, Cite};
use crate::time::{Date, Duration, Interval, Stated};
use crate::vocabulary::Ident;
use serde::{Deserialize, Serialize};

/// What a commitment is, or would become once agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all(serialize = "lowercase"))]
pub enum Binding {
    /// Binding in law.
    Legal,
    /// Agreed between two sides without binding in law.
    Political,
    /// Declared or asked of one side alone.
    Unilateral,
}

impl Binding {
    /// The binding as a word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Legal => "legal",
            Self::Political => "political",
            Self::Unilateral => "unilateral",
        }
    }
}

/// What sets an obligation off.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub enum Trigger {
    /// An armed attack on this state or territory.
    ArmedAttack(String),
    /// This event or process comes about.
    Occurrence(String),
    /// A circumstance, in the curator's own words.
    Circumstance(String),
}

/// What a commitment depends on, or what limits it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub enum Condition {
    /// It is owed only there.
    Location(String),
    /// It is owed within the limits of this instrument or provision.
    Within(String),
    /// It is owed only once this has come about.
    Upon(String),
    /// Something else, in the curator's own words.
    Provided(String),
}

/// When a commitment is due.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub enum Due {
    /// At the latest then.
    By(Stated<Date>),
    /// In that time.
    During(Stated<Interval>),
    /// Between so long and so long after a date: `Within("1996-04", "P5Y", "P7Y")`.
    Within(Stated<Date>, Stated<Duration>, Stated<Duration>),
}

/// A step in the life of a commitment, in the UN's treaty terms, and then of its execution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all(serialize = "lowercase"))]
pub enum Step {
    /// Somebody expects it to be undertaken.
    Expected,
    /// Put forward by a party.
    Proposed,
    /// Asked for by somebody who is no party.
    Recommended,
    /// Announced by an obligor.
    Announced,
    /// Agreed between the parties.
    Agreed,
    /// Its text is adopted.
    Adopted,
    /// Its instrument is signed.
    Signed,
    /// Its instrument is ratified.
    Ratified,
    /// It enters into force.
    InForce,
    /// It is changed.
    Amended,
    /// It is made to last longer.
    Renewed,
    /// A party gives notice of leaving it.
    Denounced,
    /// It ends.
    Terminated,
    /// It is carried out in part.
    Partial,
    /// It is carried out.
    Fulfilled,
    /// It is broken.
    Breached,
    /// It ends without having been carried out.
    Lapsed,
}

impl Step {
    /// The step as a word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Expected => "expected",
            Self::Proposed => "proposed",
            Self::Recommended => "recommended",
            Self::Announced => "announced",
            Self::Agreed => "agreed",
            Self::Adopted => "adopted",
            Self::Signed => "signed",
            Self::Ratified => "ratified",
            Self::InForce => "in force",
            Self::Amended => "amended",
            Self::Renewed => "renewed",
            Self::Denounced => "denounced",
            Self::Terminated => "terminated",
            Self::Partial => "carried out in part",
            Self::Fulfilled => "fulfilled",
            Self::Breached => "breached",
            Self::Lapsed => "lapsed",
        }
    }
}

/// A step that a commitment took, with who took it and when.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// The step.
    pub step: Step,
    /// When; no date where the source gives none.
    pub on: Option<Stated<Date>>,
    /// The step was taken before this date, no more being known.
    pub before: Option<Stated<Date>>,
    /// The id of who took it.
    pub by: Option<String>,
    /// What happened, in the curator's own words.
    pub gloss: Option<String>,
    /// The passages that back it.
    #[serde(default)]
    pub cites: Vec<Cite>,
}

impl Event {
    /// When the step was taken: "23 June 1960", "before April 1996", "undated".
    pub fn when_in_words(&self) -> String {
        let words =
            |date: &Stated<Date>| date.get().map_or(date.text.to_string(), |date| date.in_words());
        match (&self.on, &self.before) {
            (Some(on), _) => words(on),
            (None, Some(before)) => format!("before {}", words(before)),
            (None, None) => "undated".into(),
        }
    }
}

/// A commitment: a node with roles, never an edge.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commitment {
    /// Its id, in kebab-case.
    pub id: String,
    /// The kind of obligation, from the vocabulary.
    pub kind: Ident,
    /// What it is called.
    pub name: String,
    /// Other names that find it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The ids of the obligors: who owes it.
    pub by: Vec<String>,
    /// The ids of the beneficiaries: to whom it is owed.
    #[serde(default)]
    pub to: Vec<String>,
    /// The ids of what it is about.
    #[serde(default)]
    pub about: Vec<String>,
    /// The ids of the instruments or provisions that contain it.
    #[serde(default)]
    pub under: Vec<String>,
    /// The id of the event at which it was undertaken, or is to be.
    pub at: Option<String>,
    /// The ids of the bodies through which it is carried out.
    #[serde(default)]
    pub via: Vec<String>,
    /// The ids of those who recommend, propose or expect it.
    #[serde(default)]
    pub asked_by: Vec<String>,
    /// The id of the larger commitment that it is a part of.
    pub part_of: Option<String>,
    /// What it is, or would become once agreed.
    pub binding: Binding,
    /// How sure the source is that it is or will be owed.
    #[serde(default)]
    pub certainty: Certainty,
    /// What sets it off.
    pub trigger: Option<Trigger>,
    /// What it depends on; none: it is unconditional.
    #[serde(default)]
    pub conditions: Vec<Condition>,
    /// The ids of the places in which it applies.
    #[serde(default)]
    pub scope: Vec<String>,
    /// How long it runs.
    pub term: Option<Stated<Interval>>,
    /// When it is due.
    pub due: Option<Due>,
    /// The steps of its life, in order.
    #[serde(default)]
    pub history: Vec<Event>,
    /// What it says, in the curator's own words.
    pub gloss: Option<String>,
    /// The curator's remark on how it was recorded.
    pub note: Option<String>,
    /// Checks that it may fail, each with the reason.
    #[serde(default)]
    pub allow: Vec<(String, String)>,
    /// The passages that back it.
    #[serde(default)]
    pub cites: Vec<Cite>,
}
