//! `foedera sparql QUERY`.

use super::args::{Global, ScopeArgs};
use super::{Failure, Outcome, output};
use crate::graph::Slice;
use crate::query::sparql::{CancellationToken, Format, Results, SparqlError, sparql};
use crate::workspace;
use clap::{Args, ValueEnum};
use std::path::PathBuf;
use std::sync::mpsc;
use std::time::Duration;

/// Arguments of `sparql`.
#[derive(Debug, Args)]
pub(crate) struct SparqlArgs {
    /// The query, SPARQL 1.1; `fo:`, `d:` and the usual prefixes need no declaration
    #[arg(required_unless_present = "file", conflicts_with = "file")]
    query: Option<String>,
    /// A file with the query
    #[arg(short, long, value_name = "FILE")]
    file: Option<PathBuf>,
    #[command(flatten)]
    scope: ScopeArgs,
    /// Stop the query after so many seconds; 0 for no limit
    #[arg(long, value_name = "SECONDS", default_value = "30")]
    time_limit: u64,
    /// The form of the answer
    #[arg(long, value_name = "FORM", default_value = "text")]
    format: FormatArg,
}

/// The form of results.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum FormatArg {
    /// A table for people; triples as N-Triples
    Text,
    /// SPARQL 1.1 Query Results CSV
    Csv,
    /// SPARQL 1.1 Query Results TSV
    Tsv,
    /// SPARQL 1.1 Query Results JSON
    Json,
    /// SPARQL Query Results XML
    Xml,
}

impl From<FormatArg> for Format {
    fn from(format: FormatArg) -> Self {
        match format {
            FormatArg::Text => Self::Text,
            FormatArg::Csv => Self::Csv,
            FormatArg::Tsv => Self::Tsv,
            FormatArg::Json => Self::Json,
            FormatArg::Xml => Self::Xml,
        }
    }
}

impl SparqlArgs {
    fn query(&self) -> Result<String, Failure> {
        let Some(path) = &self.file else { return Ok(self.query.clone().unwrap_or_default()) };
        let bytes = workspace::read_bounded(path);
        let bytes =
            bytes.map_err(|error| Failure(format!("can't read {}: {error}", path.display())))?;
        String::from_utf8(bytes).map_err(|_| Failure(format!("{} is not UTF-8", path.display())))
    }
}

pub(super) fn run(global: &Global, args: &SparqlArgs) -> super::Result {
    let query = args.query()?;
    let analysis = global.analyse()?;
    let scope = args.scope.scope(&analysis.graph)?;
    let results = within(args.time_limit, move |stop| {
        sparql(&Slice::new(&analysis.graph, scope), &query, stop)
    })?;
    output::print(&results.write(args.format.into(), output::width(global))?)?;
    Ok(if results.is_empty() { Outcome::Bad } else { Outcome::Good })
}

/// Runs a query, but no longer than so many seconds; 0 for no limit. The engine looks at its token
/// only now and then, so a query that is late is left behind in its thread, which ends with the
/// process.
fn within(
    seconds: u64,
    query: impl FnOnce(CancellationToken) -> Result<Results, SparqlError> + Send + 'static,
) -> Result<Results, SparqlError> {
    let stop = CancellationToken::new();
    if seconds == 0 {
        return query(stop);
    }
    let (sender, receiver) = mpsc::channel();
    let token = stop.clone();
    std::thread::spawn(move || sender.send(query(token)));
    let answer = receiver.recv_timeout(Duration::from_secs(seconds));
    stop.cancel();
    answer.unwrap_or(Err(SparqlError::Stopped))
}
