//! Makes a map easier to read by many small trials (after Davidson and Harel): fewer links through
//! boxes, fewer crossings, straighter and shorter links.

use super::geometry::{Point, Rect, Size, segments_cross};
use super::plan::Plan;
use super::random::Random;

/// More bodies than this are left as they are.
const MOST: usize = 140;

/// How many trials there are for each body.
const TRIALS: usize = 260;

/// What each fault costs; the unit is a pixel of length.
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
}

/// Between two boxes, in pixels.
const GAP: f64 = 10.0;

/// Moves the centres of cards and labels about within a page, keeping what is better.
pub(super) fn refine(plan: &Plan, centres: &mut [Point], sizes: &[Size], page: Size) {
    if centres.len() > MOST || centres.is_empty() {
        return;
    }
    let mut map = Map::new(plan, centres, sizes, page);
    let mut random = Random::new();
    let trials = centres.len() * TRIALS;
    for trial in 0..trials {
        let progress = trial as f64 / trials as f64;
        let body = random.below(centres.len());
        let reach = 8.0 + 220.0 * (1.0 - progress) * (1.0 - progress);
        let (dx, dy) = (random.signed() * reach, random.signed() * reach);
        // At first worse places are taken too, now and then.
        let patience = 60.0 * (0.6 - progress).max(0.0) * random.unit();
        map.try_move(body, dx, dy, patience);
    }
    centres.copy_from_slice(&map.centres);
}

/// The state of the search.
struct Map<'p> {
    cards: usize,
    centres: Vec<Point>,
    sizes: &'p [Size],
    page: Size,
    /// The two halves of each link, as pairs of bodies.
    halves: Vec<(usize, usize)>,
    /// The halves that end at each body.
    at: Vec<Vec<usize>>,
    /// The labels of the links of each card.
    labels: Vec<Vec<usize>>,
}

impl<'p> Map<'p> {
    fn new(plan: &Plan, centres: &[Point], sizes: &'p [Size], page: Size) -> Self {
        let cards = plan.cards.len();
        let mut map = Self {
            cards,
            centres: centres.to_vec(),
            sizes,
            page,
            halves: Vec::new(),
            at: vec![Vec::new(); centres.len()],
            labels: vec![Vec::new(); cards],
        };
        for (number, link) in plan.links.iter().enumerate() {
            let label = cards + number;
            for end in [link.from, link.to] {
                map.at[end].push(map.halves.len());
                map.at[label].push(map.halves.len());
                map.halves.push((end, label));
                map.labels[end].push(label);
            }
        }
        map
    }

    /// Moves a body, a card's labels half as far, and takes that back where it is worse.
    fn try_move(&mut self, body: usize, dx: f64, dy: f64, patience: f64) {
        let moved = self.with_labels(body);
        let before = self.cost_of(&moved);
        let places: Vec<Point> = moved.iter().map(|b| self.centres[*b]).collect();
        for other in &moved {
            let part = if *other == body { 1.0 } else { 0.5 };
            self.centres[*other] = self.kept(*other, self.centres[*other].moved(dx * part, dy * part));
        }
        if self.cost_of(&moved) > before + patience {
            for (other, place) in moved.iter().zip(places) {
                self.centres[*other] = place;
            }
        }
    }

    fn with_labels(&self, body: usize) -> Vec<usize> {
        let labels = self.labels.get(body).cloned().unwrap_or_default();
        std::iter::once(body).chain(labels).collect()
    }

    /// A place within the page.
    fn kept(&self, body: usize, place: Point) -> Point {
        let half = (self.sizes[body].width / 2.0, self.sizes[body].height / 2.0);
        Point::new(
            place.x.min(self.page.width - half.0).max(half.0),
            place.y.min(self.page.height - half.1).max(half.1),
        )
    }

    fn rect(&self, body: usize) -> Rect {
        Rect::around(self.centres[body], self.sizes[body])
    }

    fn segment(&self, half: usize) -> (Point, Point) {
        let (a, b) = self.halves[half];
        (self.centres[a], self.centres[b])
    }

    fn cost_of(&self, bodies: &[usize]) -> f64 {
        bodies.iter().map(|body| self.cost(*body)).sum()
    }

    /// What is wrong with a body's place and with the links that end there.
    fn cost(&self, body: usize) -> f64 {
        let own: f64 = self.at[body].iter().map(|half| self.cost_of_half(*half)).sum();
        own + self.cost_of_box(body) + self.bend(body)
    }

    /// How far a label is off the middle between its ends.
    fn bend(&self, body: usize) -> f64 {
        match (body >= self.cards, self.at[body].as_slice()) {
            (true, [one, two]) => {
                let middle = self.segment(*one).0.middle(self.segment(*two).0);
                cost::BEND * middle.distance(self.centres[body])
            }
            _ => 0.0,
        }
    }

    fn cost_of_box(&self, body: usize) -> f64 {
        if self.sizes[body].width == 0.0 {
            return 0.0;
        }
        let rect = self.rect(body).grown(GAP / 2.0);
        let mut sum = 0.0;
        for other in 0..self.centres.len() {
            if other != body && self.sizes[other].width > 0.0 {
                let reach = self.rect(other).grown(GAP / 2.0);
                sum += cost::OVERLAP * f64::from(u8::from(reach.overlaps(&rect)));
            }
        }
        let through = self.cost_through(body);
        let tight = self.rect(body).grown(3.0);
        for (half, (a, b)) in self.halves.iter().enumerate() {
            if *a != body && *b != body {
                let (from, to) = self.segment(half);
                sum += through * f64::from(u8::from(tight.is_crossed_by(from, to)));
            }
        }
        sum
    }

    fn cost_through(&self, body: usize) -> f64 {
        if body < self.cards { cost::THROUGH_CARD } else { cost::THROUGH_LABEL }
    }

    fn cost_of_half(&self, half: usize) -> f64 {
        let (a, b) = self.halves[half];
        let (from, to) = self.segment(half);
        let mut sum = cost::LENGTH * from.distance(to);
        for body in 0..self.centres.len() {
            if body != a && body != b && self.sizes[body].width > 0.0 {
                let tight = self.rect(body).grown(3.0);
                if tight.is_crossed_by(from, to) {
                    sum += self.cost_through(body);
                }
            }
        }
        for other in 0..self.halves.len() {
            let (c, d) = self.halves[other];
            if other != half && a != c && a != d && b != c && b != d {
                let crosses = segments_cross((from, to), self.segment(other));
                sum += cost::CROSSING * f64::from(u8::from(crosses));
            }
        }
        sum
    }
}
