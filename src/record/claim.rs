//! Relations: claims that one thing stands to another in a certain way, for a certain time.

use super::Cite;
use crate::time::{Date, Duration, Interval, Stated};
use crate::vocabulary::Ident;
use compact_str::CompactString;
use serde::{Deserialize, Serialize};

/// How a claim is put forward.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize,
)]
#[serde(rename_all(serialize = "lowercase"))]
pub enum Stance {
    /// As a fact.
    #[default]
    Fact,
    /// As the source's judgement.
    Assessment,
    /// As something that will or may come.
    Prediction,
    /// As what the holder sees or believes, whether it is so or not.
    Perception,
    /// As what should be.
    Recommendation,
    /// As something that another source, or this one, denies.
    Disputed,
}

impl Stance {
    /// Every stance.
    pub const ALL: [Self; 6] = [
        Self::Fact,
        Self::Assessment,
        Self::Prediction,
        Self::Perception,
        Self::Recommendation,
        Self::Disputed,
    ];

    /// The stance as a word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Fact => "fact",
            Self::Assessment => "assessment",
            Self::Prediction => "prediction",
            Self::Perception => "perception",
            Self::Recommendation => "recommendation",
            Self::Disputed => "disputed",
        }
    }
}

/// How sure whoever asserts a claim is of it.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize,
)]
#[serde(rename_all(serialize = "lowercase"))]
pub enum Certainty {
    /// Put forward without a doubt.
    #[default]
    Certain,
    /// "probably", "likely", "seems".
    Probable,
    /// "may", "could", "might".
    Possible,
}

impl Certainty {
    /// The certainty as a word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Probable => "probable",
            Self::Possible => "possible",
        }
    }
}

/// A relation from one entity, commitment or relation to another.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// Its id, needed only where it is itself an end of another relation or measured.
    pub id: Option<CompactString>,
    /// The id that it is read from.
    pub from: CompactString,
    /// Its kind, from the vocabulary.
    pub kind: Ident,
    /// The id that it is read to.
    pub to: CompactString,
    /// It held through this interval, or took place in it.
    pub during: Option<Stated<Interval>>,
    /// The source says that it held then, no more.
    #[serde(default)]
    pub attested: Vec<Stated<Date>>,
    /// It began after this date, no more being known.
    pub began_after: Option<Stated<Date>>,
    /// It ended before this date, no more being known ("former").
    pub ended_before: Option<Stated<Date>>,
    /// How long it lasted.
    pub duration: Option<Stated<Duration>>,
    /// How long `from` came before `to`: "P1D" for "the day before".
    pub lag: Option<Stated<Duration>>,
    /// How it is put forward.
    #[serde(default)]
    pub stance: Stance,
    /// How sure the asserter is.
    #[serde(default)]
    pub certainty: Certainty,
    /// The ids of those who see or believe it so; the asserter is the source's author.
    #[serde(default)]
    pub holder: Vec<String>,
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
