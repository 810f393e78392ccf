//! Measures: the figures that a source gives.

use super::{Certainty, Cite, Stance};
use crate::time::{Date, Stated};
use crate::vocabulary::Ident;
use serde::{Deserialize, Serialize};

/// How a figure bounds what it measures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all(serialize = "lowercase"))]
pub enum Bound {
    /// It is the figure.
    #[default]
    Exactly,
    /// It is near the figure.
    About,
    /// It is above the figure.
    MoreThan,
    /// It is below the figure.
    LessThan,
    /// It is the figure or above.
    AtLeast,
    /// It is the figure or below.
    AtMost,
    /// It lies between the figure and `upper`, both included.
    Between,
}

/// A figure: what was measured, of what, when and where.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// The id of the entity, commitment or relation that it measures.
    pub of: String,
    /// What was measured, from the vocabulary.
    pub what: Ident,
    /// The figure.
    pub value: f64,
    /// The upper figure, where the bound is `Between`.
    pub upper: Option<f64>,
    /// How the figure bounds it.
    #[serde(default)]
    pub bound: Bound,
    /// The unit, one that the kind of measure allows.
    pub unit: String,
    /// When it was so.
    pub at: Option<Stated<Date>>,
    /// The id of the place where it was so.
    pub place: Option<String>,
    /// How it is put forward.
    #[serde(default)]
    pub stance: Stance,
    /// How sure the asserter is.
    #[serde(default)]
    pub certainty: Certainty,
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
