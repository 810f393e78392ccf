//! A map: springs along links, repulsion between all bodies, and no two boxes on one spot.
//!
//! The labels of links are bodies too, held half-way between the ends, so that they find room of
//! their own. The figures follow d3-force: velocity Verlet, cooling `alpha`, a seeded spiral start.

use super::board::Board;
use super::geometry::Point;
use super::placement::Placement;
use super::plan::Plan;
use super::random::Random;
use super::refine::Flow;
use super::settle::{page, settle};
use super::spiral::spiral;

/// More cards than this are set out in rows instead: forces would take too long.
const MOST: usize = 600;

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
    let board = Board::of(plan);
    let page = page(&board, ASPECT);
    board.placement(settle(&board, rough(plan, &board), page, Flow::Free))
}

/// Where forces leave the bodies.
pub(super) fn rough(plan: &Plan, board: &Board) -> Vec<Point> {
    let mut bodies = Bodies::start(plan);
    bodies.cool(plan, board);
    bodies.centres
}

/// The moving bodies: cards, then labels.
struct Bodies {
    centres: Vec<Point>,
    speeds: Vec<Point>,
    charges: Vec<f64>,
}

impl Bodies {
    /// Cards on a spiral, labels between their ends.
    fn start(plan: &Plan) -> Self {
        let mut random = Random::new();
        let mut centres = spiral(plan.cards.len(), 60.0);
        for link in &plan.links {
            let middle = centres[link.from].middle(centres[link.to]);
            centres.push(middle.moved(random.signed() * 5.0, random.signed() * 5.0));
        }
        let degrees = plan.degrees();
        let of_cards = degrees.iter().map(|degree| -420.0 - 18.0 * *degree as f64);
        let of_labels =
            plan.links.iter().map(|link| if link.label.is_empty() { 0.0 } else { -120.0 });
        let charges: Vec<f64> = of_cards.chain(of_labels).collect();
        Self { speeds: vec![Point::default(); centres.len()], centres, charges }
    }

    fn cool(&mut self, plan: &Plan, board: &Board) {
        let ticks = if plan.cards.len() > 300 { 220 } else { 400 };
        let decay = 0.983;
        let mut alpha = 1.0;
        for _ in 0..ticks {
            self.pull(plan, alpha);
            self.repel(alpha);
            self.sink(alpha);
            self.gather(board, alpha);
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

    /// Repulsion between all bodies that have a charge.
    fn repel(&mut self, alpha: f64) {
        let charged: Vec<usize> =
            (0..self.centres.len()).filter(|body| self.charges[*body] != 0.0).collect();
        for (number, a) in charged.iter().copied().enumerate() {
            for b in charged[number + 1..].iter().copied() {
                let (from, to) = (self.centres[a], self.centres[b]);
                let (dx, dy) = (to.x - from.x, to.y - from.y);
                let square = (dx * dx + dy * dy).max(25.0);
                if square < REACH * REACH {
                    let (on_a, on_b) =
                        (self.charges[b] * alpha / square, self.charges[a] * alpha / square);
                    self.speeds[a] = self.speeds[a].moved(dx * on_a, dy * on_a);
                    self.speeds[b] = self.speeds[b].moved(-dx * on_b, -dy * on_b);
                }
            }
        }
    }

    /// Draws the bodies of a group to their middle.
    fn gather(&mut self, board: &Board, alpha: f64) {
        for group in board.groups.iter().filter(|group| !group.is_empty()) {
            let count = group.len() as f64;
            let sum = group.iter().fold(Point::default(), |sum, body| {
                sum.moved(self.centres[*body].x / count, self.centres[*body].y / count)
            });
            for body in group {
                let centre = self.centres[*body];
                let (dx, dy) =
                    ((sum.x - centre.x) * 0.25 * alpha, (sum.y - centre.y) * 0.25 * alpha);
                self.speeds[*body] = self.speeds[*body].moved(dx, dy);
            }
        }
    }

    /// Gravity towards the middle, stronger up and down than sideways.
    fn sink(&mut self, alpha: f64) {
        for (centre, speed) in self.centres.iter().zip(&mut self.speeds) {
            *speed =
                speed.moved(-centre.x * 0.03 * alpha, -centre.y * 0.03 * ASPECT * ASPECT * alpha);
        }
    }
}

/// Cards in rows, the busiest first, without boxes for groups: for graphs that are too large for a map.
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
    Board { groups: Vec::new(), ..Board::of(plan) }.placement(centres)
}
