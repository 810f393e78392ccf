//! `foedera obligations A B`.

use super::args::{AnswerFormat, Global, TimeArgs, node};
use super::output;
use crate::graph::Slice;
use crate::query::obligations;
use clap::Args;

/// Arguments of `obligations`.
#[derive(Debug, Args)]
pub(crate) struct ObligationsArgs {
    /// One party: an id, name or alias
    a: String,
    /// The other party: an id, name or alias
    b: String,
    /// Also what was only asked for, and what is over
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    time: TimeArgs,
    /// The form of the answer
    #[arg(long, value_name = "FORM", default_value = "text")]
    format: AnswerFormat,
}

pub(super) fn run(global: &Global, args: &ObligationsArgs) -> super::Result {
    let analysis = global.analyse()?;
    let graph = &analysis.graph;
    let slice = Slice::new(graph, args.time.scope()?);
    let (a, b) = (node(graph, &args.a)?, node(graph, &args.b)?);
    output::fitted(global, &obligations(&slice, a, b, args.all), args.format)
}
