//! SPARQL 1.1 queries over the graph as an RDF dataset, without copying it.

mod dataset;
mod results;

pub use results::{Format, Results};
pub use spareval::CancellationToken;

use super::rdf::{PREFIXES, View, data_namespace};
use crate::graph::Slice;
use dataset::Dataset;
use oxrdf::Term;
use spareval::{QueryEvaluationError, QueryEvaluator, QueryResults};
use spargebra::SparqlParser;

/// The longest list of what would have been right, in bytes, that is worth showing.
const LONGEST_HINT: usize = 120;

/// Why a query was not answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SparqlError {
    /// It is no SPARQL: what is wrong, with the place as line and column.
    Syntax(String),
    /// It was stopped before it was done.
    Stopped,
    /// It could not be evaluated.
    Evaluation(String),
    /// Its results have no such format.
    Format(String),
}

impl std::fmt::Display for SparqlError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Syntax(message) => write!(f, "the query is no SPARQL, {message}"),
            Self::Stopped => f.write_str("the query took longer than its time limit"),
            Self::Evaluation(message) => write!(f, "the query can't be evaluated: {message}"),
            Self::Format(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for SparqlError {}

impl From<QueryEvaluationError> for SparqlError {
    fn from(error: QueryEvaluationError) -> Self {
        match error {
            QueryEvaluationError::Cancelled => Self::Stopped,
            other => Self::Evaluation(other.to_string()),
        }
    }
}

/// Answers a query over a slice; `stop` ends it early when it is cancelled. The prefixes of
/// [`PREFIXES`] need no declaration, nor does `d:`, which stands for the ids of the data set.
///
/// # Errors
/// When the query is no SPARQL, can't be evaluated, or was stopped.
pub fn sparql(
    slice: &Slice<'_>,
    query: &str,
    stop: CancellationToken,
) -> Result<Results, SparqlError> {
    let namespace = data_namespace(slice.graph());
    let mut parser = SparqlParser::new();
    for (prefix, iri) in PREFIXES.into_iter().chain([("d", namespace.as_str())]) {
        let known = parser.with_prefix(prefix, iri);
        parser = known.map_err(|error| SparqlError::Evaluation(error.to_string()))?;
    }
    let parsed = parser.parse_query(query);
    let query = parsed.map_err(|error| SparqlError::Syntax(located(query, &error.to_string())))?;
    let view = View::new(slice);
    let evaluator = QueryEvaluator::new().with_cancellation_token(stop);
    gather(evaluator.prepare(&query).execute(Dataset(&view))?, namespace)
}

/// A syntax error with the line that it is in and a mark under its column. The engine writes `error at
/// 1:30: expected one of ...`; a list that names most of the grammar is left out.
fn located(query: &str, message: &str) -> String {
    let told = message.strip_prefix("error at ").and_then(|rest| rest.split_once(": "));
    let Some((place, rest)) = told else { return message.to_owned() };
    let numbers = place.split_once(':').map(|(line, column)| (line.parse(), column.parse()));
    let Some((Ok(line), Ok(column))) = numbers else { return message.to_owned() };
    let (line, column): (usize, usize) = (line, column);
    let text = query.lines().nth(line.saturating_sub(1)).unwrap_or("");
    let indent = " ".repeat(column.saturating_sub(1));
    let why = if rest.len() > LONGEST_HINT { String::new() } else { format!(": {rest}") };
    format!("at {line}:{column}{why}\n  {text}\n  {indent}^")
}

fn gather(results: QueryResults<'_>, namespace: String) -> Result<Results, SparqlError> {
    match results {
        QueryResults::Boolean(answer) => Ok(Results::boolean(answer)),
        QueryResults::Solutions(solutions) => {
            let variables = solutions.variables().to_vec();
            let mut rows: Vec<Vec<Option<Term>>> = Vec::new();
            for solution in solutions {
                rows.push(solution?.values().to_vec());
            }
            Ok(Results::solutions(variables, rows, namespace))
        }
        QueryResults::Graph(triples) => {
            let triples = triples.collect::<Result<Vec<_>, _>>()?;
            Ok(Results::graph(triples))
        }
    }
}
