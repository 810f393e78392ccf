//! What is wrong with a map, in figures; the unit is about a pixel of length.

use super::geometry::{Rect, segments_cross};
use super::map::{Map, Moved};
use super::refine::Flow;
use super::set::Set;

/// A link through a card.
const THROUGH_CARD: f64 = 260.0;
/// A link through another's label.
const THROUGH_LABEL: f64 = 170.0;
/// A pixel that a label is off the middle of its link.
const BEND: f64 = 0.5;
/// A pixel of length.
const LENGTH: f64 = 0.35;
/// A pixel that a link's target stands too far back.
const BACKWARD: f64 = 1.2;
/// A pixel of the page's height.
const HEIGHT: f64 = 4.0;
/// A pixel around a group.
const FRAME: f64 = 1.5;
/// A pixel that a group stands out of the page.
const OUT: f64 = 20.0;

/// Between two boxes, in pixels.
const GAP: f64 = 10.0;

/// Between a box and a link that passes it, in pixels.
const CLEAR: f64 = 3.0;

/// What is in the way of a body, or of half a link.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Faults {
    /// The bodies that it overlaps or runs through.
    pub(super) bodies: Set,
    /// The halves of links that it crosses, or that run through it.
    pub(super) halves: Set,
    /// What they cost in all.
    pub(super) cost: f64,
}

impl Faults {
    /// What two boxes on one spot cost.
    pub(super) const OVERLAP: f64 = 900.0;
    /// What two links that cross cost.
    pub(super) const CROSSING: f64 = 70.0;

    /// A body comes into the way, or leaves it.
    pub(super) fn toggle_body(&mut self, body: usize, cost: f64) {
        self.cost += if self.bodies.toggle(body) { cost } else { -cost };
    }

    /// Half a link comes into the way, or leaves it.
    pub(super) fn toggle_half(&mut self, half: usize, cost: f64) {
        self.cost += if self.halves.toggle(half) { cost } else { -cost };
    }
}

impl Map<'_> {
    /// What is in the way of a body.
    pub(super) fn faults_of_body(&self, body: usize, moved: &Moved) -> Faults {
        let mut faults = Faults::default();
        if self.board.is_empty(body) {
            return faults;
        }
        let rect = &self.rects[body];
        let near = self.body_tiles.near(&rect.grown(GAP)) | moved.solid;
        for other in near.iter().filter(|other| *other != body) {
            if self.overlap(body, other) {
                faults.toggle_body(other, Faults::OVERLAP);
            }
        }
        let near = self.half_tiles.near(&rect.grown(CLEAR)) | moved.links;
        for half in near.iter() {
            if self.passes(half, body) {
                faults.toggle_half(half, self.cost_through(body));
            }
        }
        faults
    }

    /// What is in the way of half a link.
    pub(super) fn faults_of_half(&self, half: usize, moved: &Moved) -> Faults {
        let mut faults = Faults::default();
        let (from, to) = self.segments[half];
        let rect = Rect::spanned(from, to);
        let near = self.body_tiles.near(&rect.grown(CLEAR)) | moved.solid;
        for body in near.iter() {
            if self.passes(half, body) {
                faults.toggle_body(body, self.cost_through(body));
            }
        }
        let (a, b) = self.halves[half];
        let near = self.half_tiles.near(&rect) | moved.links;
        for other in near.iter() {
            let (c, d) = self.halves[other];
            if a != c && b != d && segments_cross((from, to), self.segments[other]) {
                faults.toggle_half(other, Faults::CROSSING);
            }
        }
        faults
    }

    /// Whether two bodies stand too near; told alike from both sides.
    fn overlap(&self, one: usize, other: usize) -> bool {
        let (first, second) = (one.min(other), one.max(other));
        self.rects[first].overlaps(&self.rects[second].grown(GAP))
    }

    /// Whether half a link passes through a body that is not at its end.
    fn passes(&self, half: usize, body: usize) -> bool {
        let (card, label) = self.halves[half];
        let (from, to) = self.segments[half];
        card != body && label != body && self.rects[body].grown(CLEAR).is_crossed_by(from, to)
    }

    /// What a link through a body costs.
    pub(super) fn cost_through(&self, body: usize) -> f64 {
        if body < self.board.cards { THROUGH_CARD } else { THROUGH_LABEL }
    }

    /// What half a link costs for its length.
    pub(super) fn cost_of_length(&self, half: usize) -> f64 {
        let (from, to) = self.segments[half];
        LENGTH * from.distance(to)
    }

    /// What a body costs for its place: in the boxes of other groups, a label off the middle of its
    /// link, a link off the flow.
    pub(super) fn cost_of_place(&self, body: usize) -> f64 {
        let label = body.checked_sub(self.board.cards).map_or(0.0, |link| self.cost_of_link(link));
        if self.board.is_empty(body) {
            return label;
        }
        let wide = self.rects[body].grown(GAP);
        let own = self.board.group_of[body];
        let frames = self.frames.iter().enumerate();
        let hits = frames.filter(|(group, frame)| {
            Some(*group) != own && frame.is_some_and(|frame| frame.overlaps(&wide))
        });
        label + Faults::OVERLAP * hits.count() as f64
    }

    /// How far a label is off the middle between its ends, and its link off the flow.
    fn cost_of_link(&self, link: usize) -> f64 {
        let (from, to) = self.board.ends[link];
        let (a, b) = (self.rects[from], self.rects[to]);
        let bend = a.centre().middle(b.centre()).distance(self.centres[self.board.cards + link]);
        let backward = match self.flow {
            Flow::Free => 0.0,
            Flow::Right => (a.right() + 30.0 - b.x).max(0.0),
            Flow::Down => (a.bottom() + 30.0 - b.y).max(0.0),
        };
        BEND * (bend + bend * bend / 160.0) + BACKWARD * backward.min(400.0)
    }

    /// How far a group sprawls, and what it covers.
    pub(super) fn cost_of_frame(&self, group: usize) -> f64 {
        let Some(frame) = self.frames[group] else { return 0.0 };
        let wide = frame.grown(GAP);
        let out =
            (frame.right() - self.page.width).max(0.0) + (-frame.x).max(0.0) + (-frame.y).max(0.0);
        let bodies = self.rects.iter().enumerate().filter(|(body, rect)| {
            self.board.group_of[*body] != Some(group) && rect.width > 0.0 && rect.overlaps(&wide)
        });
        let frames = self.frames.iter().enumerate().filter(|(other, frame)| {
            *other != group && frame.is_some_and(|frame| frame.overlaps(&wide))
        });
        let covered = bodies.count() as f64 + 3.0 * frames.count() as f64;
        FRAME * (frame.width + frame.height) + OUT * out + Faults::OVERLAP * covered
    }

    /// What the whole costs for its height.
    pub(super) fn cost_of_height(&self) -> f64 {
        HEIGHT * self.rects.iter().map(Rect::bottom).fold(0.0, f64::max)
    }
}
