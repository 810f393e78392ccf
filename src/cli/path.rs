//! `foedera path A B`.

use super::args::{AnswerFormat, Global, ScopeArgs, node};
use super::output;
use super::stance::StanceArgs;
use super::{Failure, Outcome};
use crate::export::{Input, by_name};
use crate::graph::{Graph, NodeIndex, Scope, Slice};
use crate::query::words::node_kind;
use crate::query::{Costs, CutOf, CutQuestion, PathQuestion, Paths, Wanted, cut, paths};
use crate::scene::{Selection, Theme, drawn};
use crate::vocabulary::Family;
use clap::{Args, ValueEnum};
use std::collections::BTreeMap;

/// Arguments of `path`.
#[derive(Debug, Args)]
pub(crate) struct PathArgs {
    /// Where the path starts and where it ends: ids, names or aliases
    #[arg(num_args = 0..=2, value_name = "NAME")]
    ends: Vec<String>,
    /// Start at anything of this kind
    #[arg(long, value_name = "KIND")]
    from_kind: Option<String>,
    /// End at anything of this kind
    #[arg(long, value_name = "KIND")]
    to_kind: Option<String>,
    /// Tell all of the best paths
    #[arg(long, conflicts_with = "k")]
    all: bool,
    /// Tell this many paths, the best first; none passes a node twice
    #[arg(short, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    k: Option<u32>,
    /// List no more than this many of all paths
    #[arg(long, value_name = "NUMBER", default_value = "100")]
    limit: usize,
    /// Let looser ties cost more, as the vocabulary says, or a family of them what is given here:
    /// `membership=1,legal=1,obligation=1,other=3`
    #[arg(long, value_name = "FAMILY=COST", value_delimiter = ',')]
    #[arg(num_args = 0..=1, require_equals = true, default_missing_value = "")]
    weight: Option<Vec<String>>,
    /// Call at these on the way, in this order
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    through: Vec<String>,
    /// Walk relations only the way that they are read
    #[arg(long)]
    directed: bool,
    /// Take no step that came before the one ahead of it
    #[arg(long)]
    chronological: bool,
    /// Take at most this many steps (to each place to call at)
    #[arg(long, value_name = "NUMBER")]
    max_hops: Option<u32>,
    /// Tell instead what separates the two: the fewest entities, or ties, that every path takes
    #[arg(long, value_name = "WHAT", num_args = 0..=1, require_equals = true)]
    #[arg(default_missing_value = "entities")]
    #[arg(conflicts_with_all = ["all", "k", "weight", "through", "chronological", "max_hops"])]
    cut: Option<CutArg>,
    #[command(flatten)]
    scope: ScopeArgs,
    #[command(flatten)]
    stance: StanceArgs,
    /// The form of the answer
    #[arg(long, value_name = "FORM", default_value = "text")]
    format: PathFormat,
}

/// What a cut is made of.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum CutArg {
    /// People, bodies and things between the two
    Entities,
    /// Relations and roles
    Relations,
}

/// The form of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum PathFormat {
    /// Text for people
    Text,
    /// A versioned JSON document
    Json,
    /// A drawing, for Graphviz
    Dot,
    /// A drawing, for Markdown pages
    Mermaid,
}

pub(super) fn run(global: &Global, args: &PathArgs) -> super::Result {
    let analysis = global.analyse()?;
    let graph = &analysis.graph;
    let scope = Scope { stances: args.stance.stances(), ..args.scope.scope(graph)? };
    let slice = Slice::new(graph, scope);
    let (from, to) = args.ends(graph)?;
    if let Some(of) = args.cut {
        return run_cut(args, &slice, (&from, &to), of);
    }
    let question = args.question(graph, from, to)?;
    let answer = paths(&slice, &question);
    match args.format {
        PathFormat::Text => output::answer(&answer, AnswerFormat::Text),
        PathFormat::Json => output::answer(&answer, AnswerFormat::Json),
        PathFormat::Dot => draw(&slice, &answer, "dot"),
        PathFormat::Mermaid => draw(&slice, &answer, "mermaid"),
    }
}

fn run_cut(
    args: &PathArgs,
    slice: &Slice<'_>,
    ends: (&[NodeIndex], &[NodeIndex]),
    of: CutArg,
) -> super::Result {
    let ([from], [to]) = ends else {
        return Err(Failure("--cut is asked of two named ends".into()));
    };
    let graph = slice.graph();
    let of = match of {
        CutArg::Entities => CutOf::Entities,
        CutArg::Relations => CutOf::Relations,
    };
    let (from, to) = (graph.node(*from), graph.node(*to));
    let answer = cut(slice, CutQuestion { from, to, of, directed: args.directed });
    match args.format {
        PathFormat::Text => output::answer(&answer, AnswerFormat::Text),
        PathFormat::Json => output::answer(&answer, AnswerFormat::Json),
        PathFormat::Dot | PathFormat::Mermaid => {
            Err(Failure("--cut is told as text or json, not drawn".into()))
        }
    }
}

/// Draws the paths found, as one diagram.
fn draw(slice: &Slice<'_>, paths: &Paths<'_>, format: &str) -> super::Result {
    let exporter =
        by_name(format).ok_or_else(|| Failure(format!("there is no format `{format}`")))?;
    let selection = Selection {
        nodes: paths.routes.iter().flat_map(crate::query::Route::nodes).collect(),
        edges: paths.routes.iter().flat_map(|route| route.edges.iter().copied()).collect(),
    };
    let scene = drawn(slice, &selection, "Paths");
    let input = Input { graph: slice.graph(), scene: &scene, theme: Theme::Light };
    output::print_raw(&exporter.file(input).unwrap_or_default())?;
    Ok(if paths.routes.is_empty() { Outcome::Bad } else { Outcome::Good })
}

impl PathArgs {
    /// Where paths start and end.
    fn ends(&self, graph: &Graph) -> Result<(Vec<NodeIndex>, Vec<NodeIndex>), Failure> {
        let mut names = self.ends.iter();
        let mut end = |kind: &Option<String>, which: &str| match kind {
            Some(kind) => of_kind(graph, kind),
            None => {
                let name = names.next().ok_or_else(|| {
                    Failure(format!("no {which}: name it, or give --from-kind or --to-kind"))
                })?;
                Ok(vec![node(graph, name)?.index()])
            }
        };
        let ends = (end(&self.from_kind, "start")?, end(&self.to_kind, "end")?);
        if let Some(left) = names.next() {
            return Err(Failure(format!("`{left}` is one end too many")));
        }
        let both_named = self.from_kind.is_none() && self.to_kind.is_none();
        if !both_named && !ends.1.is_empty() && ends.1.iter().all(|end| ends.0.contains(end)) {
            return Err(Failure("everything that the path may end at is a start too".into()));
        }
        Ok(ends)
    }

    fn question(
        &self,
        graph: &Graph,
        from: Vec<NodeIndex>,
        to: Vec<NodeIndex>,
    ) -> Result<PathQuestion, Failure> {
        let through = self.through.iter().map(|name| Ok(node(graph, name)?.index()));
        let wanted = match (self.all, self.k) {
            (true, _) => Wanted::Ties(self.limit.max(1)),
            (false, Some(k)) => Wanted::Best(usize::try_from(k).unwrap_or(usize::MAX)),
            (false, None) => Wanted::One,
        };
        Ok(PathQuestion {
            from,
            to,
            through: through.collect::<Result<_, Failure>>()?,
            directed: self.directed,
            costs: self.weight.as_deref().map_or(Ok(Costs::Hops), costs)?,
            chronological: self.chronological,
            max_hops: self.max_hops,
            wanted,
        })
    }
}

/// The nodes of a kind, its special cases included.
fn of_kind(graph: &Graph, kind: &str) -> Result<Vec<NodeIndex>, Failure> {
    node_kind(graph, kind)?;
    let is = |own: &str| own == kind || graph.vocabulary().is_a(own, kind);
    Ok(graph.nodes().filter(|node| is(node.kind())).map(|node| node.index()).collect())
}

/// What hops cost, from `family=cost` pairs; by the vocabulary where there are none.
fn costs(pairs: &[String]) -> Result<Costs, Failure> {
    let mut families: BTreeMap<Family, f64> = BTreeMap::new();
    for pair in pairs.iter().filter(|pair| !pair.is_empty()) {
        let (name, cost) = pair.split_once('=').unwrap_or((pair, ""));
        let family = match name {
            "obligation" => Family::Obligation,
            "membership" => Family::Membership,
            "legal" => Family::Legal,
            "other" => Family::Other,
            _ => return Err(Failure(format!("--weight {pair}: there is no family `{name}`"))),
        };
        let cost = cost.parse().ok().filter(|cost: &f64| cost.is_finite() && *cost > 0.0);
        let cost = cost.ok_or_else(|| Failure(format!("--weight {pair}: a cost is above 0")))?;
        families.insert(family, cost);
    }
    Ok(if families.is_empty() { Costs::Kinds } else { Costs::Families(families) })
}
