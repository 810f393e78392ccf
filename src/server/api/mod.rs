//! The questions that are answered over HTTP: one table, from which come the routes, the reading of
//! parameters and the OpenAPI document. A further question is one constant and one line.

mod openapi;
mod params;
mod questions;

pub use openapi::openapi;
pub use params::{Form, Parameter};

pub(super) use params::Given;

use super::refusal::Refusal;
use crate::graph::Graph;
use crate::query::words::Unknown;
use crate::query::{Answer, Envelope};
use schemars::{Schema, SchemaGenerator};

/// A question that is answered at `/api/<name>`.
#[derive(Debug)]
pub struct Operation {
    /// Its name, which is the command's too.
    pub name: &'static str,
    /// What it tells, in a sentence without a full stop.
    pub about: &'static str,
    /// Its parameters, in groups that questions share.
    parameters: &'static [&'static [Parameter]],
    /// Answers it, by parameters that were read by the declaration above.
    pub(super) answer: fn(&Graph, &Given) -> Answered,
    /// The JSON Schema of the answer.
    schema: fn(&mut SchemaGenerator) -> Schema,
}

impl Operation {
    /// Its parameters.
    pub fn parameters(&self) -> impl Iterator<Item = &'static Parameter> + Clone {
        self.parameters.iter().copied().flatten()
    }

    /// Where it is answered.
    pub fn path(&self) -> String {
        format!("/api/{}", self.name)
    }
}

/// Every question.
pub static API: &[Operation] = &[
    questions::COMMITMENTS,
    questions::FIND,
    questions::NEIGHBORS,
    questions::OBLIGATIONS,
    questions::PATH,
    questions::SHOW,
    questions::TIMELINE,
];

/// The answer as JSON, or why there is none.
pub(super) type Answered = Result<Vec<u8>, Refusal>;

/// The versioned document of an answer.
fn answered(answer: &impl Answer) -> Answered {
    serde_json::to_vec(&answer.document()).map_err(|_| Refusal::failed())
}

/// The schema of an answer's document.
fn schema<A: Answer>(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<Envelope<A::Body>>()
}

impl From<Unknown> for Refusal {
    fn from(unknown: Unknown) -> Self {
        Self::bad(unknown.to_string())
    }
}
