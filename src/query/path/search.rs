//! Fewest hops: breadth-first search from both ends at once, over the index.
//!
//! The side with fewer arcs to look at goes first. Since neither side meets the other before the
//! last level, the first meeting is on a shortest path. Nodes that may not be walked are marked
//! before the search, so that they cost nothing during it.

use crate::graph::index::{Filter, Mark, Scratch, Walk};
use std::ops::ControlFlow::{self, Break, Continue};

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

    /// Expands level after level until the sides meet, and tells of each place where they do on that
    /// level, until told to break.
    pub(super) fn meet(&mut self, mut met: impl FnMut(Meeting) -> ControlFlow<()>) {
        let mut widths = [self.width(&self.scratch.onward), self.width(&self.scratch.back)];
        while !self.scratch.onward.is_empty()
            && !self.scratch.back.is_empty()
            && self.depth[0] + self.depth[1] < self.ends.max_hops
        {
            if widths[0] <= widths[1] {
                if self.expand_onward(&mut met) {
                    return;
                }
                widths[0] = self.width(&self.scratch.onward);
            } else {
                if self.expand_back(&mut met) {
                    return;
                }
                widths[1] = self.width(&self.scratch.back);
            }
        }
    }

    /// Goes one level on from the start; whether the sides met.
    fn expand_onward(&mut self, met: &mut impl FnMut(Meeting) -> ControlFlow<()>) -> bool {
        let Scratch { marks, onward, next, .. } = &mut *self.scratch;
        let marks = marks.as_mut_slice();
        let not_second = if self.depth[0] == 0 { self.ends.not_second } else { &[] };
        self.depth[0] += 1;
        let (stamp, depth) = (self.stamp, self.depth[0]);
        let mut have_met = false;
        for &node in onward.iter() {
            let link = if self.link == Link::Before { node } else { depth };
            let done = self.filter.visit(node, Walk::Onward, |_, neighbor| {
                let mark = &mut marks[neighbor as usize];
                if !not_second.is_empty() && not_second.contains(&neighbor) {
                    return Continue(());
                }
                if mark.stamp < stamp {
                    *mark = Mark { stamp: stamp + ONWARD, link };
                    next.push(neighbor);
                } else if mark.stamp == stamp + BACK {
                    have_met = true;
                    return met(Meeting { near: node, far: neighbor });
                }
                Continue(())
            });
            if done.is_break() {
                return true;
            }
        }
        onward.clear();
        std::mem::swap(onward, next);
        have_met
    }

    /// Goes one level back from the end; whether the sides met.
    fn expand_back(&mut self, met: &mut impl FnMut(Meeting) -> ControlFlow<()>) -> bool {
        let Scratch { marks, back, next, .. } = &mut *self.scratch;
        let marks = marks.as_mut_slice();
        let Ends { not_second, starts, .. } = self.ends;
        self.depth[1] += 1;
        let (stamp, depth) = (self.stamp, self.depth[1]);
        let mut have_met = false;
        for &node in back.iter() {
            let link = if self.link == Link::Before { node } else { depth };
            let barred = not_second.contains(&node);
            let done = self.filter.visit(node, Walk::Back, |_, neighbor| {
                let mark = &mut marks[neighbor as usize];
                if mark.stamp < stamp {
                    *mark = Mark { stamp: stamp + BACK, link };
                    next.push(neighbor);
                } else if mark.stamp == stamp + ONWARD && !(barred && starts.contains(&neighbor)) {
                    have_met = true;
                    return met(Meeting { near: neighbor, far: node });
                }
                Continue(())
            });
            if done.is_break() {
                return true;
            }
        }
        back.clear();
        std::mem::swap(back, next);
        have_met
    }

    /// How many arcs a level has to look at.
    fn width(&self, level: &[u32]) -> usize {
        level.iter().map(|node| self.filter.index().degree(*node)).sum()
    }

    /// The nodes from one back to the end from which it was reached.
    fn trace<'s>(&'s self, node: u32, ends: &'s [u32]) -> impl Iterator<Item = u32> + use<'s> {
        let before = move |node: &u32| {
            (!ends.contains(node)).then(|| self.scratch.marks[*node as usize].link)
        };
        std::iter::successors(Some(node), before)
    }

    /// The mark's link, where the side that walks `walk` marked the node.
    pub(super) fn link(&self, node: u32, walk: Walk) -> Option<u32> {
        let side = if walk == Walk::Onward { ONWARD } else { BACK };
        let mark = self.scratch.marks[node as usize];
        (mark.stamp == self.stamp + side).then_some(mark.link)
    }
}

/// The nodes of a path of the fewest hops.
pub(super) fn shortest(
    filter: &Filter<'_>,
    scratch: &mut Scratch,
    ends: Ends<'_>,
) -> Option<Vec<u32>> {
    let mut search = Search::new(filter, scratch, ends, Link::Before);
    let mut meeting = None;
    search.meet(|first| {
        meeting = Some(first);
        Break(())
    });
    let Meeting { near, far } = meeting?;
    let hops = search.depth[0] + search.depth[1];
    let mut nodes = Vec::with_capacity(hops as usize + 1);
    nodes.extend(search.trace(near, ends.starts));
    nodes.reverse();
    nodes.extend(search.trace(far, ends.goals));
    Some(nodes)
}
