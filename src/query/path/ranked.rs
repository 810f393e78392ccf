//! One path after another, by cost: Yen's algorithm (1971) with Lawler's improvement (1972).
//!
//! Each path found is left again at every node from where it left its parent on; the best way on
//! that no path found so far takes is a candidate. petgraph has nothing of the kind:
//! its `k_shortest_path` tells the costs of walks that may pass a node twice.

use super::Route;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// What a candidate must be like.
#[derive(Debug, Clone, Copy)]
pub(super) struct Detour<'a> {
    /// The nodes that it begins with; where there is none, it may begin at any start.
    pub(super) root: &'a [u32],
    /// The nodes that may not follow them.
    pub(super) not_next: &'a [u32],
    /// A candidate that costs more is not needed.
    pub(super) bound: f64,
}

/// A candidate, ordered by its cost, then by its nodes.
struct Candidate {
    route: Route,
    /// How many nodes it shares with the path that it leaves.
    shared: usize,
}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let costs = self.route.cost.total_cmp(&other.route.cost);
        costs.then_with(|| self.route.nodes.cmp(&other.route.nodes))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Candidate {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Candidate {}

/// The first `count` simple paths by cost, then by their nodes; with `ties`, only those that cost no
/// more than the first. `search` finds the cheapest path that takes a detour.
pub(super) fn ranked(
    count: usize,
    ties: bool,
    mut search: impl FnMut(Detour<'_>) -> Option<Route>,
) -> Vec<Route> {
    let mut found: Vec<Route> = Vec::new();
    let mut waiting: BinaryHeap<Reverse<Candidate>> = BinaryHeap::new();
    let first = Detour { root: &[], not_next: &[], bound: f64::INFINITY };
    let Some(route) = search(first) else { return found };
    let most = if ties { route.cost * (1.0 + 1e-9) } else { f64::INFINITY };
    waiting.push(Reverse(Candidate { route, shared: 0 }));
    while found.len() < count
        && let Some(Reverse(Candidate { route, shared })) = waiting.pop()
    {
        found.push(route);
        if found.len() == count {
            break;
        }
        detours(&found, shared, |mut detour| {
            detour.bound = bound(&waiting, count - found.len()).min(most);
            if let Some(route) = search(detour).filter(|route| route.cost <= detour.bound) {
                waiting.push(Reverse(Candidate { route, shared: detour.root.len() }));
            }
        });
    }
    found
}

/// The detours from the last path found, from where it left its parent on.
fn detours(found: &[Route], shared: usize, mut each: impl FnMut(Detour<'_>)) {
    let Some(route) = found.last() else { return };
    for length in shared..route.nodes.len() {
        let root = &route.nodes[..length];
        let next = |other: &Route| {
            (other.nodes.len() > length && other.nodes[..length] == *root)
                .then(|| other.nodes[length])
        };
        let not_next: Vec<u32> = found.iter().filter_map(next).collect();
        each(Detour { root, not_next: &not_next, bound: f64::INFINITY });
    }
}

/// What the last path that is still wanted costs at most, as far as is known.
fn bound(waiting: &BinaryHeap<Reverse<Candidate>>, wanted: usize) -> f64 {
    if waiting.len() < wanted {
        return f64::INFINITY;
    }
    let mut costs: Vec<f64> = waiting.iter().map(|c| c.0.route.cost).collect();
    costs.sort_unstable_by(f64::total_cmp);
    costs.get(wanted - 1).copied().unwrap_or(f64::INFINITY)
}
