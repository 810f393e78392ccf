//! `foedera show NAME`.

use super::args::{Global, node};
use super::ask::AskArgs;
use super::output;
use crate::graph::Slice;
use crate::query::show;
use clap::Args;

/// Arguments of `show`.
#[derive(Debug, Args)]
pub(crate) struct ShowArgs {
    /// An id, name or alias
    name: String,
    #[command(flatten)]
    ask: AskArgs,
}

pub(super) fn run(global: &Global, args: &ShowArgs) -> super::Result {
    let analysis = global.analyse()?;
    let graph = &analysis.graph;
    let slice = Slice::new(graph, args.ask.scope.scope(graph)?);
    output::answer(&show(&slice, node(graph, &args.name)?), args.ask.format)
}
