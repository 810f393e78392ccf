//! A map: springs along links, repulsion between all bodies, and no two boxes on one spot.
//!
//! The labels of links are bodies too, held half-way between the ends, so that they find room of
//! their own. The figures follow d3-force: velocity Verlet, cooling `alpha`, a seeded spiral start.

use super::WIDEST;
use super::geometry::{Point, Size};
use super::placement::Placement;
use super::plan::Plan;
use super::random::Random;
use super::refine::refine;
use super::separate::separate;

/// More cards than this are set out in rows instead: forces would take too long.
const MOST: usize = 600;

/// The part of the page that cards and labels are to cover.
const COVER: f64 = 0.36;

/// Between two boxes, in pixels.
const GAP: f64 = 10.0;

/// The width of a drawing by its height, where it may choose.
const ASPECT: f64 = 1.5;

/// The length of a link's spring, in pixels.
const SPRING: f64 = 90.0;

/// How far two bodies repel each other, in pixels.
const REACH: f64 = 1200.0;

/// Places a plan as a map.
pub(super) fn place(plan: &Plan) -> Placement {
    if plan.cards.len() > MOST {
        return rows(plan);
    }
    let sizes = sizes(plan);
    let mut bodies = Bodies::start(plan);
    bodies.cool(plan);
    let mut centres = bodies.centres;
    let page = page(&sizes);
    fit(&mut centres, &sizes, page);
    separate(&mut centres, &sizes, GAP, Some(page.width));
    refine(plan, &mut centres, &sizes, page);
    separate(&mut centres, &sizes, 4.0, Some(page.width));
    placement(plan, centres)
}

/// The sizes of the cards, then of the labels.
fn sizes(plan: &Plan) -> Vec<Size> {
    let cards = plan.cards.iter().map(|card| card.size);
    cards.chain(plan.links.iter().map(|link| link.size)).collect()
}

fn placement(plan: &Plan, mut centres: Vec<Point>) -> Placement {
    let mut labels = centres.split_off(plan.cards.len());
    for (label, link) in labels.iter_mut().zip(&plan.links) {
        if link.label.is_empty() && link.from != link.to {
            *label = centres[link.from].middle(centres[link.to]);
        }
    }
    Placement::straight(centres, labels)
}

/// The page that leaves enough room: as wide as may be before it grows high.
fn page(sizes: &[Size]) -> Size {
    let covered: f64 = sizes.iter().map(|s| (s.width + GAP) * (s.height + GAP)).sum();
    let area = covered / COVER;
    let readable = sizes.len() < 160;
    let widest = if readable { WIDEST } else { f64::INFINITY };
    let width = (area * ASPECT).sqrt().max(300.0).min(widest);
    Size::new(width, area / width)
}

/// Stretches the whole to the page.
fn fit(centres: &mut [Point], sizes: &[Size], page: Size) {
    let bound = |pick: fn(&Point) -> f64| {
        let (low, high) = centres.iter().map(pick).fold(
            (f64::INFINITY, f64::NEG_INFINITY),
            |(low, high), value| (low.min(value), high.max(value)),
        );
        (low, (high - low).max(1.0))
    };
    let (left, across) = bound(|p| p.x);
    let (top, along) = bound(|p| p.y);
    let widest = sizes.iter().map(|s| s.width).fold(0.0, f64::max);
    let highest = sizes.iter().map(|s| s.height).fold(0.0, f64::max);
    for centre in centres {
        centre.x = widest / 2.0 + (centre.x - left) / across * (page.width - widest);
        centre.y = highest / 2.0 + (centre.y - top) / along * (page.height - highest).max(1.0);
    }
}

/// The moving bodies: cards, then labels.
struct Bodies {
    centres: Vec<Point>,
    speeds: Vec<Point>,
    charges: Vec<f64>,
}

impl Bodies {
    /// Cards on a spiral of golden angles (Vogel's), labels between their ends.
    fn start(plan: &Plan) -> Self {
        // The cosine and sine of the golden angle, π(3 - √5).
        const TURN: (f64, f64) = (-0.737_368_878_078_320_2, 0.675_490_294_261_523_6);
        let mut direction = (1.0, 0.0);
        let mut random = Random::new();
        let mut centres: Vec<Point> = Vec::new();
        for number in 0..plan.cards.len() {
            let radius = 60.0 * (number as f64 + 0.5).sqrt();
            centres.push(Point::new(radius * direction.0, radius * direction.1));
            direction = (
                direction.0 * TURN.0 - direction.1 * TURN.1,
                direction.0 * TURN.1 + direction.1 * TURN.0,
            );
        }
        for link in &plan.links {
            let middle = centres[link.from].middle(centres[link.to]);
            centres.push(middle.moved(random.signed() * 5.0, random.signed() * 5.0));
        }
        let degrees = plan.degrees();
        let of_cards = degrees.iter().map(|degree| -420.0 - 18.0 * *degree as f64);
        let of_labels = plan.links.iter().map(|link| if link.label.is_empty() { 0.0 } else { -120.0 });
        let charges: Vec<f64> = of_cards.chain(of_labels).collect();
        Self { speeds: vec![Point::default(); centres.len()], centres, charges }
    }

    fn cool(&mut self, plan: &Plan) {
        let ticks = if plan.cards.len() > 300 { 220 } else { 400 };
        let decay = 0.983;
        let mut alpha = 1.0;
        for _ in 0..ticks {
            self.pull(plan, alpha);
            self.repel(alpha);
            self.sink(alpha);
            for (centre, speed) in self.centres.iter_mut().zip(&mut self.speeds) {
                *speed = Point::new(speed.x * 0.6, speed.y * 0.6);
                *centre = centre.moved(speed.x, speed.y);
            }
            alpha *= decay;
        }
    }

    /// Springs: from each end of a link to its label.
    fn pull(&mut self, plan: &Plan, alpha: f64) {
        let degrees = plan.degrees();
        for (number, link) in plan.links.iter().enumerate() {
            let label = plan.cards.len() + number;
            let ends = degrees[link.from].min(degrees[link.to]).max(1) as f64;
            for end in [link.from, link.to] {
                let (a, b) = (self.centres[end], self.centres[label]);
                let distance = a.distance(b).max(0.1);
                let force = (distance - SPRING) / distance * alpha * 0.7 / ends;
                let (dx, dy) = ((b.x - a.x) * force, (b.y - a.y) * force);
                self.speeds[end] = self.speeds[end].moved(dx * 0.3, dy * 0.3);
                self.speeds[label] = self.speeds[label].moved(-dx * 0.7, -dy * 0.7);
            }
        }
    }

    fn repel(&mut self, alpha: f64) {
        for a in 0..self.centres.len() {
            for b in a + 1..self.centres.len() {
                let (from, to) = (self.centres[a], self.centres[b]);
                let (dx, dy) = (to.x - from.x, to.y - from.y);
                let square = (dx * dx + dy * dy).max(25.0);
                if square > REACH * REACH {
                    continue;
                }
                let (on_a, on_b) = (self.charges[b] * alpha / square, self.charges[a] * alpha / square);
                self.speeds[a] = self.speeds[a].moved(dx * on_a, dy * on_a);
                self.speeds[b] = self.speeds[b].moved(-dx * on_b, -dy * on_b);
            }
        }
    }

    /// Gravity towards the middle, stronger up and down than sideways.
    fn sink(&mut self, alpha: f64) {
        for (centre, speed) in self.centres.iter().zip(&mut self.speeds) {
            *speed = speed.moved(-centre.x * 0.03 * alpha, -centre.y * 0.03 * ASPECT * ASPECT * alpha);
        }
    }
}

/// Cards in rows, the busiest first: for graphs that are too large for a map.
fn rows(plan: &Plan) -> Placement {
    let degrees = plan.degrees();
    let mut order: Vec<usize> = (0..plan.cards.len()).collect();
    order.sort_by(|a, b| degrees[*b].cmp(&degrees[*a]).then(a.cmp(b)));
    let width = plan.cards.iter().map(|card| card.size.width).fold(0.0, f64::max) + GAP;
    let height = plan.cards.iter().map(|card| card.size.height).fold(0.0, f64::max) + GAP;
    let columns = ((order.len() as f64 * ASPECT * height / width).sqrt().ceil() as usize).max(1);
    let mut centres = vec![Point::default(); order.len()];
    for (place, card) in order.into_iter().enumerate() {
        let (row, column) = (place / columns, place % columns);
        centres[card] = Point::new(column as f64 * width, row as f64 * height);
    }
    centres.resize(plan.cards.len() + plan.links.len(), Point::default());
    placement(plan, centres)
}
