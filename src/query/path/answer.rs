//! The answer to `path`: each hop with its dates, stance and citations.

use super::{PathQuestion, Route};
use crate::graph::{EdgeIndex, EdgeView, NodeIndex, NodeView, Slice};
use crate::query::Answer;
use crate::query::document::{EdgeRef, NodeRef};
use crate::query::text;
use crate::time::Truth;
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt::Write;

/// The paths found.
#[derive(Debug, Clone)]
pub struct Paths<'g> {
    slice: Slice<'g>,
    from: Vec<NodeView<'g>>,
    to: Vec<NodeView<'g>>,
    chronological: bool,
    /// The paths, the best first; empty where there is none.
    pub routes: Vec<Route>,
    /// How many there are, where all of the best were asked for and could be counted.
    pub total: Option<u64>,
}

/// One hop of a path.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Hop {
    /// The edge walked, as it is recorded.
    pub edge: EdgeRef,
    /// Whether it is walked from its target to its source.
    pub backward: bool,
    /// Its label, read the way that it is walked.
    pub label: String,
    /// Whether it held as of the date asked about: `yes`, `no` or `can't tell`.
    pub holds: String,
    /// The date that decides, or would.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decides: Option<String>,
    /// How many other edges of the part asked about tie the same two nodes.
    pub others: usize,
}

/// One path.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PathBody {
    /// The nodes walked, the start and end included.
    pub nodes: Vec<NodeRef>,
    /// The hops.
    pub hops: Vec<Hop>,
    /// What the hops cost together.
    pub cost: f64,
    /// Where the order of time was asked for: whether the steps surely follow each other in it,
    /// `yes` or `can't tell`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_order: Option<String>,
}

/// The answer to `path`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PathsBody {
    /// Where a path may start.
    pub from: Vec<NodeRef>,
    /// Where it may end.
    pub to: Vec<NodeRef>,
    /// Whether there is a path.
    pub connected: bool,
    /// How many paths there are, where all of the best were asked for and could be counted; more
    /// than are listed where the limit is lower.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<u64>,
    /// The paths, the best first.
    pub paths: Vec<PathBody>,
}

impl<'g> Paths<'g> {
    pub(super) fn new(
        slice: &Slice<'g>,
        question: &PathQuestion,
        routes: Vec<Route>,
        total: Option<u64>,
    ) -> Self {
        let graph = slice.graph();
        let views = |nodes: &[NodeIndex]| nodes.iter().map(|node| graph.node(*node)).collect();
        Self {
            slice: slice.clone(),
            from: views(&question.from),
            to: views(&question.to),
            chronological: question.chronological,
            routes,
            total,
        }
    }

    /// Each edge of a route, with the node that it is left from.
    fn walk<'r>(route: &'r Route) -> impl Iterator<Item = (NodeIndex, EdgeIndex)> + use<'r> {
        route.nodes().zip(route.edges.iter().copied())
    }

    fn hop(&self, from: NodeIndex, index: EdgeIndex) -> Hop {
        let edge = self.slice.graph().edge(index);
        let backward = edge.source().index() != from;
        let verdict = self.slice.holds(index);
        Hop {
            edge: EdgeRef::of(edge),
            backward,
            label: edge.label(backward).into(),
            holds: verdict.truth.to_string(),
            decides: verdict.decides.filter(|_| verdict.truth == Truth::Unknown),
            others: self.others(edge),
        }
    }

    /// How many other edges of the slice tie the two nodes of an edge.
    fn others(&self, edge: EdgeView<'_>) -> usize {
        let (source, target) = (edge.source(), edge.target().index());
        let between =
            source.edges().into_iter().filter(|e| e.other(source.index()).index() == target);
        between.filter(|e| e.index() != edge.index() && self.slice.admits(e.index())).count()
    }

    fn path(&self, route: &Route) -> PathBody {
        let graph = self.slice.graph();
        PathBody {
            nodes: route.nodes().map(|node| NodeRef::of(graph.node(node))).collect(),
            hops: Self::walk(route).map(|(from, edge)| self.hop(from, edge)).collect(),
            cost: route.cost,
            in_order: self.chronological.then(|| self.in_order(route).to_string()),
        }
    }

    /// Whether the steps of a route surely follow each other in time. It is known that they may.
    fn in_order(&self, route: &Route) -> Truth {
        let mut clock = i32::MIN;
        for edge in &route.edges {
            let days = self.slice.graph().edge(*edge).extent().in_days();
            if !days.follows(clock, true) {
                return Truth::Unknown;
            }
            clock = clock.max(days.begins(true));
        }
        Truth::Yes
    }

    fn route_text(&self, route: &Route) -> String {
        let graph = self.slice.graph();
        if route.edges.is_empty() {
            let here = route.nodes().map(|node| graph.node(node).name());
            return here.map(|name| format!("{name} is where it starts and ends.\n")).collect();
        }
        let line = |(from, index): (NodeIndex, EdgeIndex)| {
            let edge = graph.edge(index);
            let line = text::line(edge, from, &self.slice.holds(index));
            let others = match self.others(edge) {
                0 => String::new(),
                1 => " (and 1 other tie)".into(),
                others => format!(" (and {others} other ties)"),
            };
            format!("{}{others}\n", line.trim_end())
        };
        let mut lines: String = Self::walk(route).map(line).collect();
        if self.chronological && self.in_order(route) == Truth::Unknown {
            lines.push_str("(? the dates leave open whether the steps follow each other so)\n");
        }
        lines
    }

    fn heading(&self, number: usize, route: &Route) -> String {
        let hops = route.edges.len();
        let hops = if hops == 1 { "1 hop".into() } else { format!("{hops} hops") };
        format!("{number}. {hops}, cost {}\n", route.cost)
    }
}

/// "Joseph Nye", or how many there are of a set.
fn ends(nodes: &[NodeView<'_>]) -> String {
    match nodes {
        [node] => node.name().into(),
        nodes => format!("any of {}", nodes.len()),
    }
}

impl Answer for Paths<'_> {
    const QUESTION: &'static str = "path";
    type Body = PathsBody;

    fn body(&self) -> PathsBody {
        let refs = |nodes: &[NodeView<'_>]| nodes.iter().copied().map(NodeRef::of).collect();
        PathsBody {
            from: refs(&self.from),
            to: refs(&self.to),
            connected: !self.is_empty(),
            total: self.total,
            paths: self.routes.iter().map(|route| self.path(route)).collect(),
        }
    }

    fn text(&self) -> String {
        match self.routes.as_slice() {
            [] => format!("{} and {} are not connected.\n", ends(&self.from), ends(&self.to)),
            [route] => self.route_text(route),
            routes => {
                let mut out = String::new();
                for (number, route) in (1..).zip(routes) {
                    out.push_str(&self.heading(number, route));
                    out.push_str(&self.route_text(route));
                }
                let listed = routes.len() as u64;
                if let Some(total) = self.total.filter(|total| *total > listed) {
                    let _ = writeln!(out, "{listed} of {total} are listed.");
                }
                out
            }
        }
    }

    fn is_empty(&self) -> bool {
        self.routes.is_empty()
    }
}
