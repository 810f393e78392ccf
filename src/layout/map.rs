//! A map while it is refined: where bodies stand, what is wrong with that, and what a move would make
//! of it. What is wrong is kept up to date, so that a trial looks only at what it moves.

use super::board::Board;
use super::faults::Faults;
use super::geometry::{Point, Rect, Size};
use super::refine::Flow;
use super::set::Set;
use super::tiles::Tiles;

/// How far a body is to move.
#[derive(Debug, Clone, Copy)]
pub(super) struct Move {
    body: usize,
    dx: f64,
    dy: f64,
}

/// The state of the search.
#[derive(Debug)]
pub(super) struct Map<'b> {
    pub(super) board: &'b Board,
    pub(super) page: Size,
    pub(super) flow: Flow,
    pub(super) centres: Vec<Point>,
    /// The boxes of bodies.
    pub(super) rects: Vec<Rect>,
    /// Where the halves of links run.
    pub(super) segments: Vec<(Point, Point)>,
    /// The boxes of groups.
    pub(super) frames: Vec<Option<Rect>>,
    /// The two halves of each link, as pairs of a card and a label.
    pub(super) halves: Vec<(usize, usize)>,
    /// The halves that end at each body.
    pub(super) at: Vec<Vec<usize>>,
    /// What is on which part of the page, but for what is being moved.
    pub(super) body_tiles: Tiles,
    pub(super) half_tiles: Tiles,
    /// What is wrong with each, but for what is being moved.
    of_bodies: Vec<Faults>,
    of_halves: Vec<Faults>,
}

/// What a trial moves.
#[derive(Debug, Default)]
pub(super) struct Moved {
    /// The bodies, how often each is moved, and where it stood.
    bodies: Vec<(usize, f64, Point)>,
    /// The halves of links, and how often an end of each is moved.
    halves: Vec<(usize, f64)>,
    /// The groups of the bodies.
    groups: Vec<usize>,
    /// The bodies that take room.
    pub(super) solid: Set,
    /// The halves of links.
    pub(super) links: Set,
    /// What is wrong with each of the bodies and halves where they now are.
    of_bodies: Vec<Faults>,
    of_halves: Vec<Faults>,
}

impl<'b> Map<'b> {
    /// The state in which bodies stand at their centres.
    pub(super) fn new(board: &'b Board, centres: &[Point], page: Size, flow: Flow) -> Self {
        let halves = board.ends.iter().enumerate().flat_map(|(number, (from, to))| {
            let label = board.cards + number;
            [(*from, label), (*to, label)]
        });
        let halves: Vec<(usize, usize)> = halves.collect();
        let mut at = vec![Vec::new(); centres.len()];
        for (half, (card, label)) in halves.iter().enumerate() {
            at[*card].push(half);
            at[*label].push(half);
        }
        let segment = |(card, label): &(usize, usize)| (centres[*card], centres[*label]);
        let mut map = Self {
            board,
            page,
            flow,
            centres: centres.to_vec(),
            rects: (0..centres.len()).map(|body| board.rect(centres, body)).collect(),
            segments: halves.iter().map(segment).collect(),
            frames: (0..board.groups.len()).map(|group| board.frame(centres, group)).collect(),
            body_tiles: Tiles::new(page, centres.len()),
            half_tiles: Tiles::new(page, halves.len()),
            of_bodies: vec![Faults::default(); centres.len()],
            of_halves: vec![Faults::default(); halves.len()],
            halves,
            at,
        };
        let moves: Vec<Move> =
            (0..centres.len()).map(|body| Move { body, dx: 0.0, dy: 0.0 }).collect();
        let mut all = map.moved(&moves);
        map.judge(&mut all, f64::INFINITY);
        map.settle(&all);
        map
    }

    /// A body, moved, and half as far the labels of a card.
    pub(super) fn body_moves(&self, body: usize, dx: f64, dy: f64) -> Vec<Move> {
        let mut moves = vec![Move { body, dx, dy }];
        if body < self.board.cards {
            let labels = self.at[body].iter().map(|half| self.halves[*half].1);
            moves.extend(labels.map(|body| Move { body, dx: dx / 2.0, dy: dy / 2.0 }));
        }
        moves
    }

    /// All bodies of a group, moved, and half as far the labels of links that leave it.
    pub(super) fn group_moves(&self, group: usize, dx: f64, dy: f64) -> Vec<Move> {
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
    pub(super) fn swap(&self, one: usize, other: usize) -> Vec<Move> {
        if one == other || self.board.group_of[one] != self.board.group_of[other] {
            return Vec::new();
        }
        let (a, b) = (self.centres[one], self.centres[other]);
        let mut moves = self.body_moves(one, b.x - a.x, b.y - a.y);
        moves.extend(self.body_moves(other, a.x - b.x, a.y - b.y));
        moves
    }

    /// Moves bodies, and takes that back where it is worse by more than `patience`.
    pub(super) fn try_moves(&mut self, moves: &[Move], patience: f64) {
        let mut moved = self.moved(moves);
        let most = self.standing(&moved) + patience;
        for Move { body, dx, dy } in moves {
            let dx = if self.board.is_steady(*body) { 0.0 } else { *dx };
            self.set(*body, self.kept(*body, self.centres[*body].moved(dx, *dy)));
        }
        self.reframe(&moved.groups);
        if self.judge(&mut moved, most).is_some() {
            self.settle(&moved);
        } else {
            for (body, _, place) in &moved.bodies {
                self.set(*body, *place);
            }
            self.reframe(&moved.groups);
        }
    }

    /// Moves a body to the best of some places, or leaves it where none is better.
    pub(super) fn move_to_best(&mut self, body: usize, places: impl Iterator<Item = Point>) {
        let mut moved = self.moved(&[Move { body, dx: 0.0, dy: 0.0 }]);
        let mut best = (self.standing(&moved), self.centres[body]);
        for place in places {
            self.set(body, self.kept(body, place));
            self.reframe(&moved.groups);
            if let Some(cost) = self.judge(&mut moved, best.0).filter(|cost| *cost < best.0) {
                best = (cost, self.centres[body]);
            }
        }
        self.set(body, best.1);
        self.reframe(&moved.groups);
        self.judge(&mut moved, f64::INFINITY);
        self.settle(&moved);
    }

    /// What is wrong with the whole.
    pub(super) fn faults(&self) -> f64 {
        let of_body = |body: usize| {
            let halves = self.at[body].iter();
            let halves = halves.map(|half| self.of_halves[*half].cost + self.cost_of_length(*half));
            halves.sum::<f64>() + self.of_bodies[body].cost + self.cost_of_place(body)
        };
        (0..self.centres.len()).map(of_body).sum::<f64>() + self.cost_of_height()
    }

    /// What some moves move.
    fn moved(&self, moves: &[Move]) -> Moved {
        let mut moved = Moved::default();
        let mut body_times = [0_u16; Set::LIMIT];
        let mut half_times = [0_u16; Set::LIMIT];
        for Move { body, .. } in moves {
            body_times[*body] += 1;
            if body_times[*body] == 1 {
                moved.bodies.push((*body, 0.0, self.centres[*body]));
                moved.groups.extend(self.board.group_of[*body]);
            }
            for half in &self.at[*body] {
                half_times[*half] += 1;
                if half_times[*half] == 1 {
                    moved.halves.push((*half, 0.0));
                    moved.links.insert(*half);
                }
            }
        }
        for (body, times, _) in &mut moved.bodies {
            *times = body_times[*body].into();
            if !self.board.is_empty(*body) {
                moved.solid.insert(*body);
            }
        }
        for (half, times) in &mut moved.halves {
            *times = half_times[*half].into();
        }
        moved.groups.sort_unstable();
        moved.groups.dedup();
        moved
    }

    fn set(&mut self, body: usize, place: Point) {
        self.centres[body] = place;
        self.rects[body] = self.board.rect(&self.centres, body);
        for half in &self.at[body] {
            let (card, label) = self.halves[*half];
            self.segments[*half] = (self.centres[card], self.centres[label]);
        }
    }

    fn reframe(&mut self, groups: &[usize]) {
        for group in groups {
            self.frames[*group] = self.board.frame(&self.centres, *group);
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

    /// What is wrong with what is about to be moved.
    fn standing(&self, moved: &Moved) -> f64 {
        let bodies = moved.bodies.iter().map(|(body, times, _)| times * self.of_bodies[*body].cost);
        let halves = moved.halves.iter().map(|(half, times)| times * self.of_halves[*half].cost);
        self.cost_apart(moved) + bodies.sum::<f64>() + halves.sum::<f64>()
    }

    /// What is wrong with what has been moved, where it now is; none if that is more than `most`.
    fn judge(&self, moved: &mut Moved, most: f64) -> Option<f64> {
        let mut cost = self.cost_apart(moved);
        moved.of_bodies.clear();
        for number in 0..moved.bodies.len() {
            if cost > most {
                return None;
            }
            let (body, times, _) = moved.bodies[number];
            let faults = self.faults_of_body(body, moved);
            cost += times * faults.cost;
            moved.of_bodies.push(faults);
        }
        moved.of_halves.clear();
        for number in 0..moved.halves.len() {
            if cost > most {
                return None;
            }
            let (half, times) = moved.halves[number];
            let faults = self.faults_of_half(half, moved);
            cost += times * faults.cost;
            moved.of_halves.push(faults);
        }
        (cost <= most).then_some(cost)
    }

    /// What is wrong with single bodies, links and groups, whatever else is in their way.
    fn cost_apart(&self, moved: &Moved) -> f64 {
        let bodies = moved.bodies.iter().map(|(body, times, _)| times * self.cost_of_place(*body));
        let halves = moved.halves.iter().map(|(half, times)| times * self.cost_of_length(*half));
        let groups = moved.groups.iter().map(|group| self.cost_of_frame(*group));
        bodies.sum::<f64>() + halves.sum::<f64>() + groups.sum::<f64>()
    }

    /// Keeps what has been moved where it is.
    fn settle(&mut self, moved: &Moved) {
        for ((body, ..), new) in moved.bodies.iter().zip(&moved.of_bodies) {
            let (body, old) = (*body, std::mem::replace(&mut self.of_bodies[*body], *new));
            for other in ((old.bodies ^ new.bodies) - moved.solid).iter() {
                self.of_bodies[other].toggle_body(body, Faults::OVERLAP);
            }
            let through = self.cost_through(body);
            for half in ((old.halves ^ new.halves) - moved.links).iter() {
                self.of_halves[half].toggle_body(body, through);
            }
            if !self.board.is_empty(body) {
                self.body_tiles.put(body, &self.rects[body]);
            }
        }
        for ((half, _), new) in moved.halves.iter().zip(&moved.of_halves) {
            let (half, old) = (*half, std::mem::replace(&mut self.of_halves[*half], *new));
            for other in ((old.halves ^ new.halves) - moved.links).iter() {
                self.of_halves[other].toggle_half(half, Faults::CROSSING);
            }
            for body in ((old.bodies ^ new.bodies) - moved.solid).iter() {
                let through = self.cost_through(body);
                self.of_bodies[body].toggle_half(half, through);
            }
            let (from, to) = self.segments[half];
            self.half_tiles.put(half, &Rect::spanned(from, to));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::random::Random;
    use super::*;

    const PAGE: Size = Size::new(900.0, 600.0);

    /// Forty cards, ten of them in a group, and sixty links, ten of them without a label.
    fn board(random: &mut Random) -> Board {
        let cards = 40;
        let sizes = (0..100).map(|body| match body {
            90.. => Size::default(),
            _ => Size::new(40.0 + 60.0 * random.unit(), 14.0 + 20.0 * random.unit()),
        });
        let sizes: Vec<Size> = sizes.collect();
        Board {
            cards,
            sizes,
            group_of: (0..100).map(|body| (body < 10).then_some(0)).collect(),
            groups: vec![(0..10).collect()],
            titles: vec![Size::new(80.0, 14.0)],
            ends: (0..60).map(|_| (random.below(cards), random.below(cards))).collect(),
            is_steady: false,
        }
    }

    /// What is wrong, told by looking at everything.
    fn plainly(map: &Map<'_>) -> (Vec<Faults>, Vec<Faults>) {
        let mut all = Moved::default();
        (0..map.centres.len())
            .filter(|b| !map.board.is_empty(*b))
            .for_each(|b| all.solid.insert(b));
        (0..map.halves.len()).for_each(|half| all.links.insert(half));
        let bodies = (0..map.centres.len()).map(|body| map.faults_of_body(body, &all));
        let halves = (0..map.halves.len()).map(|half| map.faults_of_half(half, &all));
        (bodies.collect(), halves.collect())
    }

    #[test]
    fn after_many_moves_the_faults_are_those_of_the_whole() {
        let mut random = Random::new();
        let board = board(&mut random);
        let place = |random: &mut Random| {
            Point::new(random.unit() * PAGE.width, random.unit() * PAGE.height)
        };
        let centres: Vec<Point> = (0..100).map(|_| place(&mut random)).collect();
        let mut map = Map::new(&board, &centres, PAGE, Flow::Right);
        for trial in 0..3000 {
            let (dx, dy) = (random.signed() * 150.0, random.signed() * 150.0);
            let moves = match trial % 10 {
                0 => map.group_moves(0, dx, dy),
                1 => map.swap(random.below(40), random.below(40)),
                _ => map.body_moves(random.below(100), dx, dy),
            };
            map.try_moves(&moves, if trial % 3 == 0 { 400.0 } else { 0.0 });
        }
        map.move_to_best(50, [Point::new(10.0, 10.0), Point::new(400.0, 300.0)].into_iter());
        let moved = map.centres.iter().zip(&centres).filter(|(now, then)| now != then);
        assert!(moved.count() > 90);
        assert_eq!((map.of_bodies.clone(), map.of_halves.clone()), plainly(&map));
    }

    #[test]
    fn a_move_is_kept_where_it_is_better() {
        let board = Board {
            cards: 2,
            sizes: vec![Size::new(40.0, 20.0), Size::new(40.0, 20.0)],
            group_of: vec![None; 2],
            groups: Vec::new(),
            titles: Vec::new(),
            ends: Vec::new(),
            is_steady: false,
        };
        let start = [Point::new(100.0, 100.0), Point::new(110.0, 100.0)];
        let mut map = Map::new(&board, &start, PAGE, Flow::Free);
        // Each is in the way of the other; the page is 110 high.
        assert_eq!(map.faults(), 2.0 * Faults::OVERLAP + 4.0 * 110.0);
        map.try_moves(&map.body_moves(1, 10.0, 0.0), 0.0);
        assert_eq!(map.centres[1].x, 120.0);
        map.try_moves(&map.body_moves(1, 200.0, 0.0), 0.0);
        assert_eq!(map.faults(), 4.0 * 110.0);
        map.try_moves(&map.body_moves(1, -200.0, 0.0), 0.0);
        assert_eq!(map.centres[1].x, 320.0);
        map.try_moves(&map.body_moves(1, -200.0, 0.0), Faults::OVERLAP);
        assert_eq!(map.centres[1].x, 120.0);
    }
}
