//! All shortest paths: the acyclic graph that they make up, counted and listed.

use super::search::{Ends, Link, Search};
use crate::graph::index::{Filter, Scratch, Walk};
use std::collections::{BTreeMap, HashMap};
use std::ops::ControlFlow;

/// The nodes that lie on some path of the fewest hops, each with those that may come next.
#[derive(Debug, Default)]
pub(super) struct Every {
    /// The starts from which such a path leads, in order.
    starts: Vec<u32>,
    /// The nodes that may come next, in order; none after a goal.
    next: BTreeMap<u32, Vec<u32>>,
    /// Every node, later ones first.
    order: Vec<u32>,
}

impl Every {
    /// Finds them.
    pub(super) fn new(filter: &Filter<'_>, scratch: &mut Scratch, ends: Ends<'_>) -> Self {
        let mut search = Search::new(filter, scratch, ends, Link::Depth);
        let mut meetings = Vec::new();
        search.meet(|meeting| {
            meetings.push(meeting);
            ControlFlow::Continue(())
        });
        let mut every = Self::default();
        let mut near: Vec<u32> = meetings.iter().map(|meeting| meeting.near).collect();
        let mut far: Vec<u32> = meetings.iter().map(|meeting| meeting.far).collect();
        for meeting in meetings {
            every.next.entry(meeting.near).or_default().push(meeting.far);
        }
        for nodes in [&mut near, &mut far] {
            nodes.sort_unstable();
            nodes.dedup();
        }
        let mut later = trace(filter, &search, far, Walk::Back, |node, next| {
            every.next.entry(node).or_default().push(next);
        });
        later.reverse();
        let earlier = trace(filter, &search, near, Walk::Onward, |node, before| {
            every.next.entry(before).or_default().push(node);
        });
        every.starts = earlier.iter().copied().filter(|n| ends.starts.contains(n)).collect();
        every.starts.sort_unstable();
        every.order = later.into_iter().chain(earlier).collect();
        for next in every.next.values_mut() {
            next.sort_unstable();
            next.dedup();
        }
        every
    }

    fn next(&self, node: u32) -> &[u32] {
        self.next.get(&node).map_or(&[], Vec::as_slice)
    }

    /// How many paths there are; no more than can be counted.
    pub(super) fn count(&self) -> u64 {
        let mut counts: HashMap<u32, u64> = HashMap::with_capacity(self.order.len());
        for node in &self.order {
            let ways = self.next(*node).iter().filter_map(|next| counts.get(next));
            let sum = ways.fold(0_u64, |sum, ways| sum.saturating_add(*ways));
            counts.insert(*node, sum.max(u64::from(self.next(*node).is_empty())));
        }
        let starts = self.starts.iter().filter_map(|start| counts.get(start));
        starts.fold(0_u64, |sum, ways| sum.saturating_add(*ways))
    }

    /// The first paths in the order of their nodes.
    pub(super) fn list(&self, limit: usize) -> Vec<Vec<u32>> {
        let mut paths = Vec::new();
        let mut path: Vec<u32> = Vec::new();
        let mut left: Vec<std::slice::Iter<'_, u32>> = vec![self.starts.iter()];
        while let Some(choices) = left.last_mut() {
            let Some(node) = choices.next() else {
                left.pop();
                path.pop();
                continue;
            };
            path.push(*node);
            let next = self.next(*node);
            if next.is_empty() {
                paths.push(path.clone());
                if paths.len() == limit {
                    break;
                }
            }
            left.push(next.iter());
        }
        paths
    }
}

/// Goes from the nodes where the sides met back to one side's end, level by level; tells of each
/// step, and returns the nodes in that order.
fn trace(
    filter: &Filter<'_>,
    search: &Search<'_, '_>,
    met: Vec<u32>,
    side: Walk,
    mut step: impl FnMut(u32, u32),
) -> Vec<u32> {
    let homeward = if side == Walk::Onward { Walk::Back } else { Walk::Onward };
    let mut all = met.clone();
    let mut level = met;
    while !level.is_empty() {
        let mut nearer = Vec::new();
        for node in level {
            let Some(depth) = search.link(node, side).filter(|depth| *depth > 0) else { continue };
            for neighbor in filter.neighbors(node, homeward) {
                if search.link(neighbor, side) == Some(depth - 1) {
                    step(node, neighbor);
                    nearer.push(neighbor);
                }
            }
        }
        nearer.sort_unstable();
        nearer.dedup();
        all.extend_from_slice(&nearer);
        level = nearer;
    }
    all
}
