//! `foedera path A B`.

use super::args::{Global, node};
use super::ask::AskArgs;
use super::output;
use crate::graph::{Scope, Slice};
use crate::query::{PathQuestion, path};
use crate::record::Stance;
use clap::Args;

/// Arguments of `path`.
#[derive(Debug, Args)]
pub(crate) struct PathArgs {
    /// Where the path starts: an id, name or alias
    from: String,
    /// Where it ends: an id, name or alias
    to: String,
    /// Walk relations only the way that they are read
    #[arg(long)]
    directed: bool,
    #[command(flatten)]
    ask: AskArgs,
}

pub(super) fn run(global: &Global, args: &PathArgs) -> super::Result {
    let analysis = global.analyse()?;
    let graph = &analysis.graph;
    let scope = args.ask.scope.scope(graph)?;
    let stances = [Stance::Fact, Stance::Assessment].into();
    let slice = Slice::new(graph, Scope { stances, ..scope });
    let (from, to) = (node(graph, &args.from)?, node(graph, &args.to)?);
    let question = PathQuestion { from, to, directed: args.directed };
    output::answer(&path(&slice, question), args.ask.format)
}
