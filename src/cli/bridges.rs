//! `foedera bridges`.

use super::args::Global;
use super::ask::AskArgs;
use super::output;
use super::stance::StanceArgs;
use crate::graph::{Scope, Slice};
use crate::query::bridges;
use clap::Args;

/// Arguments of `bridges`.
#[derive(Debug, Args)]
pub(crate) struct BridgesArgs {
    #[command(flatten)]
    stance: StanceArgs,
    #[command(flatten)]
    ask: AskArgs,
}

pub(super) fn run(global: &Global, args: &BridgesArgs) -> super::Result {
    let analysis = global.analyse()?;
    let graph = &analysis.graph;
    let scope = Scope { stances: args.stance.stances(), ..args.ask.scope.scope(graph)? };
    output::answer(&bridges(&Slice::new(graph, scope)), args.ask.format)
}
