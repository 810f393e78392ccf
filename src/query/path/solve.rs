//! Which search answers which question.

use super::constrained::{Rules, cheapest};
use super::every::Every;
use super::ranked::{Detour, ranked};
use super::search::{Ends, shortest};
use super::{Costs, PathQuestion, Route, Wanted};
use crate::graph::index::{Filter, Label, Walk, number};
use crate::graph::{EdgeIndex, NodeIndex, Slice};

/// The routes found, and how many there are where that is known.
pub(super) type Found = (Vec<Route>, Option<u64>);

/// Finds what a question asks for.
pub(super) fn solve(slice: &Slice<'_>, question: &PathQuestion) -> Found {
    let filter = slice.filter(question.directed);
    let rules = Rules {
        costs: costs(filter.index().labels(), &question.costs),
        chronological: question.chronological,
        limited: question.max_hops.is_some(),
        stops: Vec::new(),
    };
    let mut solver = Solver { filter, rules, question };
    let numbers = |nodes: &[NodeIndex]| -> Vec<u32> { nodes.iter().copied().map(number).collect() };
    let (mut starts, goals) = (numbers(&question.from), numbers(&question.to));
    let stops = numbers(&question.through);
    if stops.is_empty() {
        return solver.leg(&starts, goals);
    }
    if question.chronological {
        return solver.in_time(starts, stops, goals);
    }
    let mut found: Option<Found> = None;
    for stop in stops.into_iter().map(|stop| vec![stop]).chain([goals]) {
        let leg = solver.leg(&starts, stop.clone());
        found = Some(match found {
            Some(before) => join(&before, &leg, question.wanted.limit()),
            None => leg,
        });
        starts = stop;
    }
    found.unwrap_or_default()
}

/// What a hop costs, by the number of its label; empty where each costs 1.
fn costs(labels: &[Label], costs: &Costs) -> Vec<f64> {
    match costs {
        Costs::Hops => Vec::new(),
        Costs::Kinds => labels.iter().map(|label| label.cost).collect(),
        Costs::Families(families) => {
            labels.iter().map(|l| families.get(&l.family).copied().unwrap_or(l.cost)).collect()
        }
    }
}

/// Every route of the one followed by every route of the other, the cheapest first.
fn join(before: &Found, after: &Found, limit: usize) -> Found {
    let mut routes: Vec<Route> = Vec::new();
    for first in &before.0 {
        routes.extend(after.0.iter().map(|second| first.then(second)));
    }
    routes.sort_by(Route::by_cost);
    routes.truncate(limit);
    let total = before.1.zip(after.1).map(|(a, b)| a.saturating_mul(b));
    (routes, total)
}

struct Solver<'a, 'g> {
    filter: &'a Filter<'g>,
    rules: Rules,
    question: &'a PathQuestion,
}

impl Solver<'_, '_> {
    /// The routes from one set to another. A node in both counts as a start, but where it is all
    /// there is, it is where the route starts and ends.
    fn leg(&self, starts: &[u32], mut goals: Vec<u32>) -> Found {
        let first = goals.first().copied();
        goals.retain(|goal| !starts.contains(goal));
        match first {
            Some(here) if goals.is_empty() => (vec![Route::stay(here)], Some(1)),
            _ => self.between(starts, &goals),
        }
    }

    /// The routes in the order of time that call at the stops.
    fn in_time(&mut self, mut starts: Vec<u32>, mut stops: Vec<u32>, mut goals: Vec<u32>) -> Found {
        stops.dedup();
        if let Some(stop) = stops.first().copied().filter(|stop| starts.contains(stop)) {
            starts = vec![stop];
            stops.remove(0);
        }
        let Some(last) = stops.last().copied() else { return self.leg(&starts, goals) };
        if goals.iter().any(|goal| *goal != last) {
            goals.retain(|goal| *goal != last);
        }
        self.rules.stops = stops;
        let (mut routes, total) = self.between(&starts, &goals);
        let nodes = u32::try_from(self.filter.index().node_count()).unwrap_or(u32::MAX);
        routes.iter_mut().flat_map(|route| &mut route.nodes).for_each(|number| *number %= nodes);
        routes.sort_by(Route::by_cost);
        (routes, total)
    }

    /// The routes from one set to another, which share no node.
    fn between(&self, starts: &[u32], goals: &[u32]) -> Found {
        let max_hops = self.question.max_hops.unwrap_or(u32::MAX);
        let ends = Ends { starts, goals, max_hops, ..Ends::default() };
        match self.question.wanted {
            Wanted::One => {
                let first = self.first(ends);
                (first.into_iter().collect(), None)
            }
            Wanted::Best(count) => (self.ranked(ends, count, false), None),
            Wanted::Ties(limit) if self.constrained() => {
                let mut routes = self.ranked(ends, limit, true);
                routes.sort_by(|a, b| a.nodes.cmp(&b.nodes));
                (routes, None)
            }
            Wanted::Ties(limit) => {
                let every = Every::new(self.filter, &mut self.filter.index().scratch(), ends);
                let routes = every.list(limit).into_iter().filter_map(|nodes| self.route(nodes));
                (routes.collect(), Some(every.count()))
            }
        }
    }

    /// Whether more than the number of hops decides.
    fn constrained(&self) -> bool {
        self.rules.chronological || !self.rules.costs.is_empty()
    }

    fn first(&self, ends: Ends<'_>) -> Option<Route> {
        if self.constrained() {
            return cheapest(self.filter, &self.rules, ends, &[]);
        }
        let nodes = shortest(self.filter, &mut self.filter.index().scratch(), ends)?;
        self.route(nodes)
    }

    fn ranked(&self, ends: Ends<'_>, count: usize, ties: bool) -> Vec<Route> {
        let mut routes = ranked(count, ties, |detour| {
            if self.constrained() {
                self.dear_detour(ends, detour)
            } else {
                self.detour(ends, detour)
            }
        });
        if !self.constrained() {
            for route in &mut routes {
                route.edges = self.edges(&route.nodes).unwrap_or_default();
            }
        }
        routes
    }

    /// A detour by least cost.
    fn dear_detour(&self, ends: Ends<'_>, detour: Detour<'_>) -> Option<Route> {
        let starts = without(ends.starts, detour);
        let ends = if detour.root.is_empty() {
            Ends { starts: &starts, blocked: detour.not_next, ..ends }
        } else {
            Ends { not_second: detour.not_next, ..ends }
        };
        cheapest(self.filter, &self.rules, ends, detour.root)
    }

    /// A detour by fewest hops; its edges are found later.
    fn detour(&self, ends: Ends<'_>, detour: Detour<'_>) -> Option<Route> {
        let mut scratch = self.filter.index().scratch();
        let Some((spur, before)) = detour.root.split_last() else {
            let starts = without(ends.starts, detour);
            let ends = Ends { starts: &starts, blocked: detour.not_next, ..ends };
            return shortest(self.filter, &mut scratch, ends).map(Route::of_nodes);
        };
        let most = ends.max_hops.min(hops_within(detour.bound));
        let others = ends.starts.iter().filter(|start| *start != spur);
        let blocked: Vec<u32> = before.iter().chain(others).copied().collect();
        let ends = Ends {
            starts: std::slice::from_ref(spur),
            blocked: &blocked,
            not_second: detour.not_next,
            max_hops: most.saturating_sub(u32::try_from(before.len()).unwrap_or(u32::MAX)),
            ..ends
        };
        let onward = shortest(self.filter, &mut scratch, ends)?;
        Some(Route::of_nodes([before, &onward].concat()))
    }

    fn route(&self, nodes: Vec<u32>) -> Option<Route> {
        let edges = self.edges(&nodes)?;
        Some(Route { edges, ..Route::of_nodes(nodes) })
    }

    fn edges(&self, nodes: &[u32]) -> Option<Vec<EdgeIndex>> {
        nodes.windows(2).map(|pair| self.tie(pair[0], pair[1])).collect()
    }

    /// The edge to walk from a node to its neighbour: the first that may be walked.
    fn tie(&self, from: u32, to: u32) -> Option<EdgeIndex> {
        let index = self.filter.index();
        let (node, other, walk) = if index.degree(from) <= index.degree(to) {
            (from, to, Walk::Onward)
        } else {
            (to, from, Walk::Back)
        };
        let mut arcs = index.arcs(node);
        let arc = arcs.find(|a| index.target(*a) == other && self.filter.admits(*a, walk))?;
        Some(index.edge(arc))
    }
}

fn without(starts: &[u32], detour: Detour<'_>) -> Vec<u32> {
    let left = starts.iter().filter(|start| !detour.not_next.contains(start));
    if detour.root.is_empty() { left.copied().collect() } else { Vec::new() }
}

/// How many hops cost no more than `bound`.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a float that is too large for the integer becomes the largest"
)]
fn hops_within(bound: f64) -> u32 {
    bound as u32
}
