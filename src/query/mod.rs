//! The questions: one file each, and one line in the list below.
//!
//! A question returns plain data; it prints as text for people and as a versioned JSON document
//! whose schema is published under `docs/schema/`.

mod bridges;
mod commitments;
mod components;
mod coverage;
mod cut;
mod diff;
pub mod document;
mod find;
mod list;
mod neighbors;
mod obligations;
mod path;
mod rank;
#[cfg(feature = "rdf")]
pub mod rdf;
mod show;
#[cfg(feature = "sparql")]
pub mod sparql;
mod stats;
mod table;
mod text;
mod timeline;
pub mod words;

pub use bridges::{Bridges, BridgesBody, bridges};
pub use commitments::{CommitmentFilter, Commitments, commitments};
pub use components::{ComponentBody, Components, ComponentsBody, components};
pub use coverage::{Coverage, coverage};
pub use cut::{Cut, CutBody, CutOf, CutQuestion, cut};
pub use diff::{DataDiff, DayDiff, diff_data, diff_days};
pub use find::{Find, find};
pub use list::{List, ListBody, ListRow};
pub use neighbors::{Neighbors, neighbors};
pub use obligations::{Obligations, obligations};
pub use path::{Costs, Hop, PathBody, PathQuestion, Paths, PathsBody, Route, Wanted, paths};
pub use rank::{Measure, Rank, RankBody, RankQuestion, Ranked, measure, rank};
pub use show::{CommitmentBody, MeasureBody, Show, show};
pub use stats::{Count, Stats, StatsBody, stats};
pub use table::Table;
pub use timeline::{Timeline, timeline};

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
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

    /// The answer as text for people, in lines of at most `width` columns where it is a table.
    fn fit(&self, _width: usize) -> String {
        self.text()
    }

    /// The answer as rows for CSV; none where it has no such form.
    fn table(&self) -> Option<Table> {
        None
    }

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

/// The JSON Schema (draft 2020-12) of what is written of a type: a field that may be left out is not
/// required.
pub fn schema_of<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<T>()
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
            schema: schema_of::<Envelope<<$answer as Answer>::Body>>,
        }),*];
    };
}

questions! {
    Bridges<'static>,
    Commitments<'static>,
    Components<'static>,
    Coverage<'static>,
    Cut<'static>,
    DataDiff,
    DayDiff<'static>,
    Find<'static>,
    List,
    Neighbors<'static>,
    Obligations<'static>,
    Paths<'static>,
    Rank<'static>,
    Show<'static>,
    Stats,
    Timeline<'static>,
}
