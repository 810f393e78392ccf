//! `foedera components`.

use super::args::Global;
use super::ask::AskArgs;
use super::output;
use super::stance::StanceArgs;
use crate::graph::{Scope, Slice};
use crate::query::components;
use clap::Args;

/// Arguments of `components`.
#[derive(Debug, Args)]
pub(crate) struct ComponentsArgs {
    #[command(flatten)]
    stance: StanceArgs,
    #[command(flatten)]
    ask: AskArgs,
}

pub(super) fn run(global: &Global, args: &ComponentsArgs) -> super::Result {
    let analysis = global.analyse()?;
    let graph = &analysis.graph;
    let scope = Scope { stances: args.stance.stances(), ..args.ask.scope.scope(graph)? };
    output::answer(&components(&Slice::new(graph, scope)), args.ask.format)
}
