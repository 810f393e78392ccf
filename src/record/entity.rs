//! Entities: persons, offices, states, instruments and their provisions, bases, events, issues.

use super::Cite;
use crate::time::{Date, Interval, Stated};
use crate::vocabulary::Ident;
use compact_str::CompactString;
use serde::Deserialize;

/// An entity: anything that relations and commitments tie together.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entity {
    /// Its id, in kebab-case.
    pub id: CompactString,
    /// Its kind, from the vocabulary.
    pub kind: Ident,
    /// What it is called.
    pub name: String,
    /// Other names that find it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The instrument or provision that a provision is part of.
    pub of: Option<CompactString>,
    /// A provision's number as its instrument writes it: "5", "9", "II".
    pub number: Option<String>,
    /// An unnumbered provision's place among its siblings, from 1.
    pub order: Option<u32>,
    /// How many persons may hold an office at a time; unlimited where not given.
    pub seats: Option<u32>,
    /// From when to when it existed, or for an event took place.
    pub life: Option<Stated<Interval>>,
    /// It came into being after this date, no more being known.
    pub began_after: Option<Stated<Date>>,
    /// It ceased to be before this date, no more being known ("the late").
    pub ended_before: Option<Stated<Date>>,
    /// What it is, in the curator's own words.
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
