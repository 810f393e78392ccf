//! `foedera stats`.

use super::args::Global;
use super::ask::AskArgs;
use super::output;
use crate::graph::Slice;
use crate::query::stats;
use clap::Args;

/// Arguments of `stats`.
#[derive(Debug, Args)]
pub(crate) struct StatsArgs {
    #[command(flatten)]
    ask: AskArgs,
}

pub(super) fn run(global: &Global, args: &StatsArgs) -> super::Result {
    let analysis = global.analyse()?;
    let graph = &analysis.graph;
    let slice = Slice::new(graph, args.ask.scope.scope(graph)?);
    output::answer(&stats(&slice), args.ask.format)
}
