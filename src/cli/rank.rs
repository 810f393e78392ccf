//! `foedera rank`.

use super::args::Global;
use super::ask::AskArgs;
use super::output;
use super::stance::StanceArgs;
use crate::graph::{Scope, Slice};
use crate::query::words::node_kind;
use crate::query::{Measure, RankQuestion, rank};
use clap::{Args, ValueEnum};

/// Arguments of `rank`.
#[derive(Debug, Args)]
pub(crate) struct RankArgs {
    /// By what to rank
    #[arg(long, value_name = "MEASURE", default_value = "degree")]
    by: MeasureArg,
    /// List only what is of this kind; the measure is that of the whole graph all the same
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    /// How many to list
    #[arg(long, value_name = "NUMBER", default_value = "20")]
    top: usize,
    /// Walk relations only the way that they are read
    #[arg(long)]
    directed: bool,
    /// Estimate betweenness from the paths of this many nodes, evenly spread
    #[arg(long, value_name = "NUMBER")]
    sources: Option<usize>,
    #[command(flatten)]
    stance: StanceArgs,
    #[command(flatten)]
    ask: AskArgs,
}

/// A measure of a node's place in the graph.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum MeasureArg {
    /// How many ties it has
    Degree,
    /// How many shortest paths pass through it
    Betweenness,
    /// How few hops it is away from the others
    Closeness,
    /// How often a walker at random comes by
    Pagerank,
}

pub(super) fn run(global: &Global, args: &RankArgs) -> super::Result {
    let analysis = global.analyse()?;
    let graph = &analysis.graph;
    args.kind.as_deref().map_or(Ok(()), |kind| node_kind(graph, kind))?;
    let kind = args.kind.clone();
    let scope = Scope { stances: args.stance.stances(), ..args.ask.scope.scope(graph)? };
    let by = match args.by {
        MeasureArg::Degree => Measure::Degree,
        MeasureArg::Betweenness => Measure::Betweenness,
        MeasureArg::Closeness => Measure::Closeness,
        MeasureArg::Pagerank => Measure::PageRank,
    };
    let (top, directed, sources) = (args.top, args.directed, args.sources);
    let question = RankQuestion { by, kind, top, directed, sources };
    output::answer(&rank(&Slice::new(graph, scope), &question), args.ask.format)
}
