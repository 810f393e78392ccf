//! `foedera coverage`.

use super::args::{AnswerFormat, Global};
use super::{Failure, output};
use crate::query::coverage;
use clap::Args;

/// Arguments of `coverage`.
#[derive(Debug, Args)]
pub(crate) struct CoverageArgs {
    /// The id of a source; all that have a text where not given
    source: Option<String>,
    /// Tell of every sentence, not only of those missed
    #[arg(long)]
    all: bool,
    /// The form of the answer
    #[arg(long, value_name = "FORM", default_value = "text")]
    format: AnswerFormat,
}

pub(super) fn run(global: &Global, args: &CoverageArgs) -> super::Result {
    let analysis = global.analyse()?;
    let sources = &analysis.graph.records().sources;
    if let Some(id) = args.source.as_ref().filter(|id| !sources.iter().any(|s| s.id == **id)) {
        return Err(Failure(format!("there is no source `{id}`")));
    }
    output::answer(&coverage(&analysis.graph, args.source.as_deref(), args.all), args.format)
}
