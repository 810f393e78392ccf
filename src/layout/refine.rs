//! Makes a map easier to read by many small trials (after Davidson and Harel 1996): fewer links
//! through boxes, fewer crossings, straighter and shorter links, groups kept together.

use super::board::Board;
use super::geometry::{Point, Rect, Size, segments_cross};
use super::random::Random;

/// More bodies than this are left as they are.
const MOST: usize = 160;

/// What each fault costs; the unit is about a pixel of length.
mod cost {
    /// Two boxes on one spot.
    pub(super) const OVERLAP: f64 = 900.0;
    /// A link through a card.
    pub(super) const THROUGH_CARD: f64 = 260.0;
    /// A link through another's label.
    pub(super) const THROUGH_LABEL: f64 = 170.0;
    /// Two links that cross.
    pub(super) const CROSSING: f64 = 70.0;
    /// A pixel that a label is off the middle of its link.
    pub(super) const BEND: f64 = 0.5;
    /// A pixel of length.
    pub(super) const LENGTH: f64 = 0.35;
    /// A pixel that a link's target stands too far back.
    pub(super) const BACKWARD: f64 = 1.2;
    /// A pixel of the page's height.
    pub(super) const HEIGHT: f64 = 4.0;
    /// A pixel around a group.
    pub(super) const FRAME: f64 = 1.5;
}

/// How many distances from a link's middle are tried for its label, on both sides.
const SIDEWAYS: i32 = 17;

/// Between two boxes, in pixels.
const GAP: f64 = 10.0;

/// Which way links are to point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    /// Any way.
    Free,
    /// From left to right.
    Right,
    /// From top to bottom.
    Down,
}

/// How long to search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effort {
    /// As long as it takes to tell a good start from a bad one.
    Sketch,
    /// As long as it takes to make a good drawing.
    Full,
}

impl Effort {
    /// How many trials there are for each body.
    fn trials(self) -> usize {
        match self {
            Self::Sketch => 50,
            Self::Full => 250,
        }
    }
}

/// Moves bodies about within a page, keeping what is better.
pub(super) fn refine(board: &Board, centres: &mut [Point], page: Size, flow: Flow, effort: Effort) {
    if !is_refinable(board) || centres.is_empty() {
        return;
    }
    let mut map = Map::new(board, centres, page, flow);
    let mut random = Random::new();
    let groups: Vec<usize> =
        (0..board.groups.len()).filter(|g| !board.groups[*g].is_empty()).collect();
    let trials = centres.len() * effort.trials();
    for trial in 0..trials {
        let progress = trial as f64 / trials as f64;
        let reach = 8.0 + 220.0 * (1.0 - progress) * (1.0 - progress);
        let (dx, dy) = (random.signed() * reach, random.signed() * reach);
        // At first worse places are taken too, now and then.
        let patience = 60.0 * (0.6 - progress).max(0.0) * random.unit();
        let body = random.below(centres.len());
        let moves = match groups.len() {
            many if many > 0 && trial % 20 == 0 => {
                map.group_moves(groups[random.below(many)], dx, dy)
            }
            _ if trial % 6 == 1 => map.swap(body % board.cards, random.below(board.cards)),
            _ => map.body_moves(body, dx, dy),
        };
        map.try_moves(&moves, patience);
    }
    centres.copy_from_slice(&map.centres);
}

/// Puts each label, and with it the bend of its link, where it does least harm, by trying places on
/// both sides of the middle of its link.
pub(super) fn repair(board: &Board, centres: &mut [Point], page: Size, flow: Flow) {
    if !is_refinable(board) {
        return;
    }
    let height = centres.iter().map(|centre| centre.y).fold(page.height, f64::max);
    let mut map = Map::new(board, centres, Size::new(page.width, height), flow);
    for _ in 0..2 {
        for (number, (from, to)) in board.ends.iter().enumerate() {
            map.repair_label(board.cards + number, *from, *to);
        }
    }
    centres.copy_from_slice(&map.centres);
}

/// What is wrong with the whole, more or less: a figure to compare two layouts of one board by.
pub(super) fn faults(board: &Board, centres: &[Point], page: Size, flow: Flow) -> f64 {
    let map = Map::new(board, centres, page, flow);
    let bodies: f64 = (0..centres.len()).map(|body| map.cost(body)).sum();
    let bottom = map.rects.iter().map(Rect::bottom).fold(0.0, f64::max);
    bodies + cost::HEIGHT * bottom
}

/// Whether a board is small enough to be refined.
pub(super) fn is_refinable(board: &Board) -> bool {
    board.sizes.len() <= MOST
}

/// How far a body is to move.
struct Move {
    body: usize,
    dx: f64,
    dy: f64,
}

/// The state of the search.
struct Map<'b> {
    board: &'b Board,
    centres: Vec<Point>,
    page: Size,
    flow: Flow,
    /// The boxes of bodies, kept up to date.
    rects: Vec<Rect>,
    /// The bodies that take room.
    solid: Vec<usize>,
    /// Where the halves of links run, kept up to date.
    segments: Vec<(Point, Point)>,
    /// The boxes of groups, kept up to date.
    frames: Vec<Option<Rect>>,
    /// The two halves of each link, as pairs of a card and a label.
    halves: Vec<(usize, usize)>,
    /// The halves that end at each body.
    at: Vec<Vec<usize>>,
}

impl<'b> Map<'b> {
    fn new(board: &'b Board, centres: &[Point], page: Size, flow: Flow) -> Self {
        let mut map = Self {
            board,
            centres: centres.to_vec(),
            page,
            flow,
            rects: (0..centres.len()).map(|body| board.rect(centres, body)).collect(),
            solid: (0..centres.len()).filter(|body| !board.is_empty(*body)).collect(),
            segments: Vec::new(),
            frames: (0..board.groups.len()).map(|group| board.frame(centres, group)).collect(),
            halves: Vec::new(),
            at: vec![Vec::new(); centres.len()],
        };
        for (number, (from, to)) in board.ends.iter().enumerate() {
            let label = board.cards + number;
            for end in [*from, *to] {
                map.at[end].push(map.halves.len());
                map.at[label].push(map.halves.len());
                map.halves.push((end, label));
                map.segments.push((centres[end], centres[label]));
            }
        }
        map
    }

    /// A body, moved, and half as far the labels of a card.
    fn body_moves(&self, body: usize, dx: f64, dy: f64) -> Vec<Move> {
        let mut moves = vec![Move { body, dx, dy }];
        if body < self.board.cards {
            let labels = self.at[body].iter().map(|half| self.halves[*half].1);
            moves.extend(labels.map(|body| Move { body, dx: dx / 2.0, dy: dy / 2.0 }));
        }
        moves
    }

    /// All bodies of a group, moved, and half as far the labels of links that leave it.
    fn group_moves(&self, group: usize, dx: f64, dy: f64) -> Vec<Move> {
        let inside = &self.board.groups[group];
        let mut moves: Vec<Move> = inside.iter().map(|body| Move { body: *body, dx, dy }).collect();
        for card in inside.iter().filter(|body| **body < self.board.cards) {
            let labels = self.at[*card].iter().map(|half| self.halves[*half].1);
            let leaving = labels.filter(|label| self.board.group_of[*label] != Some(group));
            moves.extend(leaving.map(|body| Move { body, dx: dx / 2.0, dy: dy / 2.0 }));
        }
        moves
    }

    /// Two cards of one group, or of none, in each other's place.
    fn swap(&self, one: usize, other: usize) -> Vec<Move> {
        if one == other || self.board.group_of[one] != self.board.group_of[other] {
            return Vec::new();
        }
        let (a, b) = (self.centres[one], self.centres[other]);
        let mut moves = self.body_moves(one, b.x - a.x, b.y - a.y);
        moves.extend(self.body_moves(other, a.x - b.x, a.y - b.y));
        moves
    }

    /// Moves bodies, and takes that back where it is worse.
    fn try_moves(&mut self, moves: &[Move], patience: f64) {
        let before = self.cost_of(moves);
        let places: Vec<Point> = moves.iter().map(|step| self.centres[step.body]).collect();
        for Move { body, dx, dy } in moves {
            let dx = if self.board.is_steady(*body) { 0.0 } else { *dx };
            self.set(*body, self.kept(*body, self.centres[*body].moved(dx, *dy)));
        }
        self.reframe(moves);
        if self.cost_of(moves) > before + patience {
            for (step, place) in moves.iter().zip(places).rev() {
                self.set(step.body, place);
            }
            self.reframe(moves);
        }
    }

    /// Moves the label of a link to the best of the places around the link's middle.
    fn repair_label(&mut self, label: usize, from: usize, to: usize) {
        let (a, b) = (self.centres[from], self.centres[to]);
        let length = a.distance(b);
        if length < 1.0 {
            return;
        }
        let aside = ((a.y - b.y) / length, (b.x - a.x) / length);
        let moves = [Move { body: label, dx: 0.0, dy: 0.0 }];
        let mut best = (self.cost_of(&moves), self.centres[label]);
        for step in 0..SIDEWAYS {
            let away = f64::from(step / 2 + step % 2) * if step % 2 == 0 { 18.0 } else { -18.0 };
            for part in [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78] {
                let place = a.towards(b, part).moved(aside.0 * away, aside.1 * away);
                self.set(label, self.kept(label, place));
                self.reframe(&moves);
                let cost = self.cost_of(&moves);
                if cost < best.0 {
                    best = (cost, self.centres[label]);
                }
            }
        }
        self.set(label, best.1);
        self.reframe(&moves);
    }

    fn set(&mut self, body: usize, place: Point) {
        self.centres[body] = place;
        self.rects[body] = self.board.rect(&self.centres, body);
        for half in &self.at[body] {
            let (card, label) = self.halves[*half];
            self.segments[*half] = (self.centres[card], self.centres[label]);
        }
    }

    fn reframe(&mut self, moves: &[Move]) {
        let mut last = None;
        for group in moves.iter().filter_map(|step| self.board.group_of[step.body]) {
            if last != Some(group) {
                self.frames[group] = self.board.frame(&self.centres, group);
                last = Some(group);
            }
        }
    }

    /// A place within the page.
    fn kept(&self, body: usize, place: Point) -> Point {
        if self.board.is_steady(body) {
            return place;
        }
        let size = self.board.sizes[body];
        let (half_x, half_y) = (size.width / 2.0, size.height / 2.0);
        Point::new(
            place.x.min(self.page.width - half_x).max(half_x),
            place.y.min(self.page.height - half_y).max(half_y),
        )
    }

    fn cost_of(&self, moves: &[Move]) -> f64 {
        let bodies: f64 = moves.iter().map(|step| self.cost(step.body)).sum();
        let mut groups: Vec<usize> =
            moves.iter().filter_map(|step| self.board.group_of[step.body]).collect();
        groups.sort_unstable();
        groups.dedup();
        bodies + groups.into_iter().map(|group| self.cost_of_frame(group)).sum::<f64>()
    }

    /// What is wrong with a body's place and with the links that end there.
    fn cost(&self, body: usize) -> f64 {
        let halves: f64 = self.at[body].iter().map(|half| self.cost_of_half(*half)).sum();
        halves + self.cost_of_box(body) + self.cost_of_link(body)
    }

    /// How far a label is off the middle between its ends, and its link off the flow.
    fn cost_of_link(&self, body: usize) -> f64 {
        if body < self.board.cards {
            return 0.0;
        }
        let (from, to) = self.board.ends[body - self.board.cards];
        let (a, b) = (self.rects[from], self.rects[to]);
        let bend = a.centre().middle(b.centre()).distance(self.centres[body]);
        let backward = match self.flow {
            Flow::Free => 0.0,
            Flow::Right => (a.right() + 30.0 - b.x).max(0.0),
            Flow::Down => (a.bottom() + 30.0 - b.y).max(0.0),
        };
        cost::BEND * (bend + bend * bend / 160.0) + cost::BACKWARD * backward.min(400.0)
    }

    fn cost_of_box(&self, body: usize) -> f64 {
        if self.board.is_empty(body) {
            return 0.0;
        }
        let wide = self.rects[body].grown(GAP);
        let others = self.rects.iter().enumerate();
        let hits = others
            .filter(|(other, rect)| *other != body && rect.width > 0.0 && rect.overlaps(&wide));
        let mut sum = cost::OVERLAP * hits.count() as f64;
        let own = self.board.group_of[body];
        for (group, frame) in self.frames.iter().enumerate() {
            if Some(group) != own && frame.is_some_and(|frame| frame.overlaps(&wide)) {
                sum += cost::OVERLAP;
            }
        }
        let through = self.cost_through(body);
        let tight = self.rects[body].grown(3.0);
        for (half, (a, b)) in self.halves.iter().enumerate() {
            if *a != body && *b != body && self.passes(half, &tight) {
                sum += through;
            }
        }
        sum
    }

    /// Whether half a link passes through a box.
    fn passes(&self, half: usize, rect: &Rect) -> bool {
        let (from, to) = self.segments[half];
        let misses = (from.x < rect.x && to.x < rect.x)
            || (from.y < rect.y && to.y < rect.y)
            || (from.x > rect.right() && to.x > rect.right())
            || (from.y > rect.bottom() && to.y > rect.bottom());
        !misses && rect.is_crossed_by(from, to)
    }

    fn cost_through(&self, body: usize) -> f64 {
        if body < self.board.cards { cost::THROUGH_CARD } else { cost::THROUGH_LABEL }
    }

    fn cost_of_half(&self, half: usize) -> f64 {
        let (a, b) = self.halves[half];
        let segment = self.segments[half];
        let mut sum = cost::LENGTH * segment.0.distance(segment.1);
        for body in &self.solid {
            if *body != a && *body != b && self.passes(half, &self.rects[*body].grown(3.0)) {
                sum += self.cost_through(*body);
            }
        }
        for (other, (c, d)) in self.halves.iter().enumerate() {
            if a != *c && b != *d && segments_cross(segment, self.segments[other]) {
                sum += cost::CROSSING;
            }
        }
        sum
    }

    /// How far a group sprawls, and what it covers.
    fn cost_of_frame(&self, group: usize) -> f64 {
        let Some(frame) = self.frames[group] else { return 0.0 };
        let wide = frame.grown(GAP);
        let out =
            (frame.right() - self.page.width).max(0.0) + (-frame.x).max(0.0) + (-frame.y).max(0.0);
        let mut sum = cost::FRAME * (frame.width + frame.height) + 20.0 * out;
        for (body, rect) in self.rects.iter().enumerate() {
            let foreign = self.board.group_of[body] != Some(group) && rect.width > 0.0;
            sum += cost::OVERLAP * f64::from(u8::from(foreign && rect.overlaps(&wide)));
        }
        for (other, rect) in self.frames.iter().enumerate() {
            let hit = other != group && rect.is_some_and(|rect| rect.overlaps(&wide));
            sum += 3.0 * cost::OVERLAP * f64::from(u8::from(hit));
        }
        sum
    }
}
