//! Fewest hops: breadth-first search from both ends at once, over the index.
//!
//! The side with fewer arcs to look at goes first. Since neither side meets the other before the
//! last level, the first meeting is on a shortest path. Nodes that may not be walked are marked
//! before the search, so that they cost nothing during it.

use super::Route;
use crate::graph::index::{Filter, Mark, Scratch, Walk};
use std::ops::ControlFlow::{Break, Continue};

/// Between what a path is sought.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Ends<'a> {
    /// Where it may start.
    pub(super) starts: &'a [u32],
    /// Where it may end; none of them is a start.
    pub(super) goals: &'a [u32],
    /// Nodes that it may not touch.
    pub(super) blocked: &'a [u32],
    /// Nodes that may not come second.
    pub(super) not_second: &'a [u32],
    /// How many hops it may have.
    pub(super) max_hops: u32,
}

/// What a mark's link holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// The node before, on the way from this side's end.
    Before,
    /// How many hops it is from this side's end.
    Depth,
}

/// Where the two sides of a search meet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Meeting {
    /// The node on the side of the start.
    pub(super) near: u32,
    /// Its neighbour on the side of the end.
    pub(super) far: u32,
    /// The arc between them, at either node.
    arc: usize,
}

/// A search under way.
pub(super) struct Search<'a, 'g> {
    filter: &'a Filter<'g>,
    pub(super) scratch: &'a mut Scratch,
    ends: Ends<'a>,
    link: Link,
    stamp: u32,
    /// How many levels were expanded from the start, and from the end.
    pub(super) depth: [u32; 2],
}

/// The two sides of a search: by the stamp of their marks, and the way that they walk.
const ONWARD: u32 = 1;
const BACK: u32 = 2;
const BLOCKED: u32 = 3;

impl<'a, 'g> Search<'a, 'g> {
    /// Marks the ends and what may not be touched.
    pub(super) fn new(
        filter: &'a Filter<'g>,
        scratch: &'a mut Scratch,
        ends: Ends<'a>,
        link: Link,
    ) -> Self {
        let stamp = scratch.begin();
        scratch.onward.extend_from_slice(ends.starts);
        scratch.back.extend_from_slice(ends.goals);
        let marks = [(ends.starts, ONWARD), (ends.goals, BACK)];
        for (nodes, side) in marks {
            for node in nodes {
                scratch.marks[*node as usize] = Mark { stamp: stamp + side, ..Mark::default() };
            }
        }
        for node in ends.blocked.iter().chain(filter.avoided()) {
            scratch.marks[*node as usize] = Mark { stamp: stamp + BLOCKED, ..Mark::default() };
        }
        scratch.onward.retain(|node| scratch.marks[*node as usize].stamp != stamp + BLOCKED);
        scratch.back.retain(|node| scratch.marks[*node as usize].stamp != stamp + BLOCKED);
        Self { filter, scratch, ends, link, stamp, depth: [0, 0] }
    }

    /// Expands level after level until the sides meet; where they do. If `first`, it stops at the
    /// first place.
    pub(super) fn meet(&mut self, first: bool) -> Vec<Meeting> {
        let mut meetings = Vec::new();
        let mut widths = [self.width(&self.scratch.onward), self.width(&self.scratch.back)];
        while meetings.is_empty()
            && !self.scratch.onward.is_empty()
            && !self.scratch.back.is_empty()
            && self.depth[0] + self.depth[1] < self.ends.max_hops
        {
            if widths[0] <= widths[1] {
                self.expand_onward(first, &mut meetings);
                widths[0] = if meetings.is_empty() { self.width(&self.scratch.onward) } else { 0 };
            } else {
                self.expand_back(first, &mut meetings);
                widths[1] = if meetings.is_empty() { self.width(&self.scratch.back) } else { 0 };
            }
        }
        meetings
    }

    fn expand_onward(&mut self, first: bool, meetings: &mut Vec<Meeting>) {
        let Scratch { marks, onward, next, .. } = &mut *self.scratch;
        let not_second = if self.depth[0] == 0 { self.ends.not_second } else { &[] };
        self.depth[0] += 1;
        let (stamp, depth) = (self.stamp, self.depth[0]);
        for &node in onward.iter() {
            let link = if self.link == Link::Before { node } else { depth };
            let done = self.filter.visit(node, Walk::Onward, |arc, neighbor| {
                let mark = &mut marks[neighbor as usize];
                let barred = !not_second.is_empty() && not_second.contains(&neighbor);
                if mark.stamp < stamp && !barred {
                    *mark = Mark { stamp: stamp + ONWARD, link, arc: narrow(arc) };
                    next.push(neighbor);
                } else if mark.stamp == stamp + BACK && !barred {
                    meetings.push(Meeting { near: node, far: neighbor, arc });
                    return if first { Break(()) } else { Continue(()) };
                }
                Continue(())
            });
            if done.is_break() {
                return;
            }
        }
        onward.clear();
        std::mem::swap(onward, next);
    }

    fn expand_back(&mut self, first: bool, meetings: &mut Vec<Meeting>) {
        let Scratch { marks, back, next, .. } = &mut *self.scratch;
        let Ends { not_second, starts, .. } = self.ends;
        self.depth[1] += 1;
        let (stamp, depth) = (self.stamp, self.depth[1]);
        for &node in back.iter() {
            let link = if self.link == Link::Before { node } else { depth };
            let barred = not_second.contains(&node);
            let done = self.filter.visit(node, Walk::Back, |arc, neighbor| {
                let mark = &mut marks[neighbor as usize];
                if mark.stamp < stamp {
                    *mark = Mark { stamp: stamp + BACK, link, arc: narrow(arc) };
                    next.push(neighbor);
                } else if mark.stamp == stamp + ONWARD && !(barred && starts.contains(&neighbor)) {
                    meetings.push(Meeting { near: neighbor, far: node, arc });
                    return if first { Break(()) } else { Continue(()) };
                }
                Continue(())
            });
            if done.is_break() {
                return;
            }
        }
        back.clear();
        std::mem::swap(back, next);
    }

    /// How many arcs a level has to look at.
    fn width(&self, level: &[u32]) -> usize {
        level.iter().map(|node| self.filter.index().degree(*node)).sum()
    }

    /// Goes from a node back to the end from which it was reached; tells of each step.
    fn trace(&self, node: u32, ends: &[u32], mut step: impl FnMut(u32, usize)) {
        let mut node = node;
        while !ends.contains(&node) {
            let mark = self.scratch.marks[node as usize];
            node = mark.link;
            step(node, mark.arc as usize);
        }
    }

    /// The mark's link, where the side that walks `walk` marked the node.
    pub(super) fn link(&self, node: u32, walk: Walk) -> Option<u32> {
        let side = if walk == Walk::Onward { ONWARD } else { BACK };
        let mark = self.scratch.marks[node as usize];
        (mark.stamp == self.stamp + side).then_some(mark.link)
    }
}

/// A path of the fewest hops, by the first tie between each two of its nodes.
pub(super) fn shortest(
    filter: &Filter<'_>,
    scratch: &mut Scratch,
    ends: Ends<'_>,
) -> Option<Route> {
    let mut search = Search::new(filter, scratch, ends, Link::Before);
    let Meeting { near, far, arc } = search.meet(true).first().copied()?;
    let edge = |arc: usize| filter.index().edge(arc);
    let (mut nodes, mut edges) = (vec![near], vec![edge(arc)]);
    search.trace(near, ends.starts, |node, arc| {
        nodes.push(node);
        edges.push(edge(arc));
    });
    nodes.reverse();
    edges.reverse();
    nodes.push(far);
    search.trace(far, ends.goals, |node, arc| {
        nodes.push(node);
        edges.push(edge(arc));
    });
    Some(Route { edges, ..Route::of_nodes(nodes) })
}

/// An arc's number: there are fewer than 4 billion, as the offsets of the index are as wide.
#[inline]
fn narrow(arc: usize) -> u32 {
    u32::try_from(arc).unwrap_or(u32::MAX)
}
