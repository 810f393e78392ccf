//! The questions: one file each, and one line in the list below.
//!
//! A question returns plain data; it prints as text for people and as a versioned JSON document
//! whose schema is published under `docs/schema/`.

mod bridges;
mod components;
mod coverage;
mod cut;
pub mod document;
mod find;
mod neighbors;
mod path;
mod rank;
mod show;
mod stats;
mod text;

pub use bridges::{Bridges, BridgesBody, bridges};
pub use components::{ComponentBody, Components, ComponentsBody, components};
pub use coverage::{Coverage, coverage};
pub use cut::{Cut, CutBody, CutOf, CutQuestion, cut};
pub use find::{Find, find};
pub use neighbors::{Neighbors, neighbors};
pub use path::{Costs, Hop, PathBody, PathQuestion, Paths, PathsBody, Route, Wanted, paths};
pub use rank::{Measure, Rank, RankBody, RankQuestion, Ranked, measure, rank};
pub use show::{CommitmentBody, MeasureBody, Show, show};
pub use stats::{Count, Stats, StatsBody, stats};

use schemars::{JsonSchema, Schema, schema_for};
use serde::Serialize;

/// The version of every JSON document that an answer is written as.
pub const VERSION: u32 = 1;

/// What every answer can do.
pub trait Answer {
    /// The name of the question.
    const QUESTION: &'static str;

    /// The JSON document's body.
    type Body: Serialize + JsonSchema;

    /// The answer as data.
    fn body(&self) -> Self::Body;

    /// The answer as text for people.
    fn text(&self) -> String;

    /// Whether there is anything to tell: if not, the exit code is 1.
    fn is_empty(&self) -> bool;

    /// The versioned JSON document.
    fn document(&self) -> Envelope<Self::Body> {
        Envelope { version: VERSION, question: Self::QUESTION.into(), answer: self.body() }
    }
}

/// A versioned JSON document.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Envelope<T> {
    /// The version of the form; it changes when a field changes its meaning or goes.
    pub version: u32,
    /// Which question it answers.
    pub question: String,
    /// The answer.
    pub answer: T,
}

/// A question, for lists and published schemas.
#[derive(Debug)]
pub struct Question {
    /// Its name, which is the command's too.
    pub name: &'static str,
    /// The JSON Schema of its answer.
    pub schema: fn() -> Schema,
}

/// Registers questions.
macro_rules! questions {
    ($($answer:ty,)*) => {
        /// Every question.
        pub static QUESTIONS: &[Question] = &[$(Question {
            name: <$answer as Answer>::QUESTION,
            schema: || schema_for!(Envelope<<$answer as Answer>::Body>),
        }),*];
    };
}

questions! {
    Coverage<'static>,
    Bridges<'static>,
    Components<'static>,
    Cut<'static>,
    Find<'static>,
    Neighbors<'static>,
    Paths<'static>,
    Rank<'static>,
    Show<'static>,
    Stats,
}
