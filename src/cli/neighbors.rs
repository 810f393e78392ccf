//! `foedera neighbors NAME`.

use super::args::{Global, node};
use super::ask::AskArgs;
use super::output;
use crate::graph::Slice;
use crate::query::neighbors;
use clap::Args;

/// Arguments of `neighbors`.
#[derive(Debug, Args)]
pub(crate) struct NeighborsArgs {
    /// An id, name or alias
    name: String,
    #[command(flatten)]
    ask: AskArgs,
}

pub(super) fn run(global: &Global, args: &NeighborsArgs) -> super::Result {
    let analysis = global.analyse()?;
    let graph = &analysis.graph;
    let slice = Slice::new(graph, args.ask.scope.scope(graph)?);
    output::answer(&neighbors(&slice, node(graph, &args.name)?), args.ask.format)
}
