//! `foedera stats`.

use super::args::Global;
use super::ask::AskArgs;
use super::output;
use super::stance::StanceArgs;
use crate::graph::{Scope, Slice};
use crate::query::stats;
use clap::Args;

/// Arguments of `stats`.
#[derive(Debug, Args)]
pub(crate) struct StatsArgs {
    #[command(flatten)]
    stance: StanceArgs,
    #[command(flatten)]
    ask: AskArgs,
}

pub(super) fn run(global: &Global, args: &StatsArgs) -> super::Result {
    let analysis = global.analyse()?;
    let graph = &analysis.graph;
    let scope = Scope { stances: args.stance.stances(), ..args.ask.scope.scope(graph)? };
    output::answer(&stats(&Slice::new(graph, scope)), args.ask.format)
}
