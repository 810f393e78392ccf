//! Least cost under constraints: weights, a limit of hops, and steps in the order of time.
//!
//! A label-setting search (Martins 1984): a node is reached anew only where that is better in cost,
//! hops or time than every way in which it was reached before. Since none of the three ever falls
//! along a walk, what it finds is a simple path.
//!
//! A path in the order of time that calls at stops is sought as one, since the best way to a stop may
//! come too late for the way on. Its nodes are numbered anew for each leg, those of the first as they
//! are, so that the whole is a simple path of these numbers.

use super::Route;
use super::search::Ends;
use crate::graph::index::{Filter, Walk};
use std::cmp::{Ordering, Reverse};
use std::collections::{BinaryHeap, HashMap, HashSet};

/// What a hop costs and how steps must follow each other.
#[derive(Debug, Clone)]
pub(super) struct Rules {
    /// What a hop costs, by the number of its label; 1 each where empty.
    pub(super) costs: Vec<f64>,
    /// Whether no step may come before the one ahead of it in time.
    pub(super) chronological: bool,
    /// Whether the number of hops, in each leg, is limited.
    pub(super) limited: bool,
    /// Nodes to call at on the way, in this order; no start is the first, and none follows itself.
    pub(super) stops: Vec<u32>,
}

/// One way to reach a node.
#[derive(Debug, Clone, Copy)]
struct Label {
    cost: f64,
    hops: u32,
    /// How many hops it had when its leg began.
    since: u32,
    /// The latest day on which a step so far began.
    clock: i32,
    /// The number of its node in its leg.
    node: u32,
    /// The number of the label before, and the arc from its node.
    before: Option<(u32, usize)>,
}

impl Label {
    fn rank(&self, other: &Self) -> Ordering {
        let time = (self.hops, self.clock).cmp(&(other.hops, other.clock));
        self.cost.total_cmp(&other.cost).then(time).then(self.node.cmp(&other.node))
    }
}

/// A label waiting for its turn, with its number.
struct Queued(Label, u32);

impl Ord for Queued {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.rank(&other.0).then(self.1.cmp(&other.1))
    }
}

impl PartialOrd for Queued {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Queued {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Queued {}

struct Search<'a, 'g> {
    filter: &'a Filter<'g>,
    rules: &'a Rules,
    ends: Ends<'a>,
    /// How many nodes there are.
    nodes: u32,
    /// Numbers of nodes that the path must begin with, in order.
    root: &'a [u32],
    closed: HashSet<u32>,
    goals: HashSet<u32>,
    labels: Vec<Label>,
    queue: BinaryHeap<Reverse<Queued>>,
    /// By node, the hops and clocks of the labels that had their turn.
    settled: HashMap<u32, Vec<(u32, i32)>>,
}

/// The path of the least cost that begins with `root` (where that is empty, at one of the starts). In
/// it, in `root` and in `ends`, but for the goals, nodes are told by their numbers in their legs.
pub(super) fn cheapest(
    filter: &Filter<'_>,
    rules: &Rules,
    ends: Ends<'_>,
    root: &[u32],
) -> Option<Route> {
    let nodes = u32::try_from(filter.index().node_count()).unwrap_or(u32::MAX);
    let last = u32::try_from(rules.stops.len()).unwrap_or(u32::MAX);
    let in_leg = |leg: u32, node: &u32| leg.saturating_mul(nodes).saturating_add(*node);
    let avoided = (0..=last).flat_map(|leg| filter.avoided().iter().map(move |n| in_leg(leg, n)));
    let closed = ends.blocked.iter().chain(ends.starts).chain(root).copied();
    let mut search = Search {
        filter,
        rules,
        ends,
        nodes,
        root,
        closed: closed.chain(avoided).collect(),
        goals: ends.goals.iter().map(|goal| in_leg(last, goal)).collect(),
        labels: Vec::new(),
        queue: BinaryHeap::new(),
        settled: HashMap::new(),
    };
    let starts = root.first().map_or(ends.starts, std::slice::from_ref);
    for start in starts.iter().filter(|node| !filter.avoided().contains(node)) {
        let (cost, hops, since, clock) = (0.0, 0, 0, i32::MIN);
        search.push(Label { cost, hops, since, clock, node: *start, before: None });
    }
    search.run()
}

impl Search<'_, '_> {
    fn push(&mut self, label: Label) {
        let number = u32::try_from(self.labels.len()).unwrap_or(u32::MAX);
        self.labels.push(label);
        self.queue.push(Reverse(Queued(label, number)));
    }

    fn run(&mut self) -> Option<Route> {
        while let Some(Reverse(Queued(label, number))) = self.queue.pop() {
            if !self.settle(&label) {
                continue;
            }
            if label.hops > 0 && self.goals.contains(&label.node) {
                return Some(self.route(number));
            }
            if label.hops - label.since < self.ends.max_hops {
                self.expand(label, number);
            }
        }
        None
    }

    /// Notes a label, unless one that had its turn before is as good in all that counts.
    fn settle(&mut self, label: &Label) -> bool {
        let limited = self.rules.limited;
        let settled = self.settled.entry(label.node).or_default();
        let own = label.hops - label.since;
        let worse =
            |(hops, clock): &(u32, i32)| (!limited || *hops <= own) && *clock <= label.clock;
        if settled.iter().any(worse) {
            return false;
        }
        settled.push((own, label.clock));
        true
    }

    fn expand(&mut self, label: Label, number: u32) {
        let (leg, at) = (label.node / self.nodes, label.node % self.nodes);
        for (arc, target) in self.filter.arcs(at, Walk::Onward) {
            let Some(clock) = self.step(arc, label.clock) else { continue };
            let hops = label.hops + 1;
            let is_stop = self.rules.stops.get(leg as usize) == Some(&target);
            let node = target + self.nodes * (leg + u32::from(is_stop));
            if self.may_follow(node, hops as usize) {
                let cost = label.cost + self.cost(arc);
                let since = if is_stop { hops } else { label.since };
                self.push(Label { cost, hops, since, clock, node, before: Some((number, arc)) });
            }
        }
    }

    /// Whether a node may stand at this place of the path.
    fn may_follow(&self, node: u32, place: usize) -> bool {
        match self.root.get(place) {
            Some(next) => node == *next,
            None => {
                let first_of_its_own = place == self.root.len();
                let barred = first_of_its_own && self.ends.not_second.contains(&node);
                !barred && !self.closed.contains(&node)
            }
        }
    }

    fn cost(&self, arc: usize) -> f64 {
        let number = self.filter.index().label_number(arc);
        self.rules.costs.get(number).copied().unwrap_or(1.0)
    }

    /// The clock after a step; none where the step comes too early.
    fn step(&self, arc: usize, clock: i32) -> Option<i32> {
        if !self.rules.chronological {
            return Some(clock);
        }
        let (days, surely) = (self.filter.days(arc), self.filter.certain());
        days.follows(clock, surely).then(|| clock.max(days.begins(surely)))
    }

    fn route(&self, number: u32) -> Route {
        let index = self.filter.index();
        let last = self.labels[number as usize];
        let (mut nodes, mut edges) = (vec![last.node], Vec::new());
        let mut before = last.before;
        while let Some((number, arc)) = before {
            let label = self.labels[number as usize];
            nodes.push(label.node);
            edges.push(index.edge(arc));
            before = label.before;
        }
        nodes.reverse();
        edges.reverse();
        Route { nodes, edges, cost: last.cost }
    }
}
