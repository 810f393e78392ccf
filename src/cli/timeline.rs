//! `foedera timeline [NAME]`.

use super::args::{Global, node};
use super::ask::AskArgs;
use super::output;
use crate::graph::Slice;
use crate::query::timeline;
use clap::Args;

/// Arguments of `timeline`.
#[derive(Debug, Args)]
pub(crate) struct TimelineArgs {
    /// Whose timeline: an id, name or alias; everything's where not given
    name: Option<String>,
    #[command(flatten)]
    ask: AskArgs,
}

pub(super) fn run(global: &Global, args: &TimelineArgs) -> super::Result {
    let analysis = global.analyse()?;
    let graph = &analysis.graph;
    let slice = Slice::new(graph, args.ask.scope.scope(graph)?);
    let node = args.name.as_deref().map(|name| node(graph, name)).transpose()?;
    output::fitted(global, &timeline(&slice, node), args.ask.format)
}
