//! An overview of thousands of nodes as points: springs along links, and repulsion that a quadtree
//! sums up (Barnes and Hut, 1986). Names get no room; deterministic, whatever the number of threads.

use super::geometry::Point;
use super::quadtree::Quadtree;
use rayon::prelude::*;

/// How often every point moves.
const ROUNDS: usize = 120;

/// The length of a link at rest, in pixels.
const SPRING: f64 = 60.0;

/// How strongly points repel each other.
const CHARGE: f64 = 2400.0;

/// How strongly points are drawn to the middle.
const GRAVITY: f64 = 0.012;

/// How far a point moves at most in the first round, in pixels; the last moves it hardly at all.
const STRIDE: f64 = 80.0;

/// Places so many nodes, by number, with these links between them, in pixels from the top left.
pub fn overview(count: usize, links: &[(usize, usize)]) -> Vec<Point> {
    let mut points: Vec<Point> = (0..count).map(spiral).collect();
    let neighbours = neighbours(count, links);
    for round in 0..ROUNDS {
        let stride = STRIDE * (1.0 - round as f64 / ROUNDS as f64).powi(2) + 0.5;
        let tree = Quadtree::of(&points);
        let moved = points.par_iter().zip(&neighbours).map(|(point, near)| {
            let (x, y) = force(*point, near, &points, &tree);
            let length = x.hypot(y).max(1e-9);
            let step = length.min(stride) / length;
            point.moved(x * step, y * step)
        });
        points = moved.collect();
    }
    from_corner(points)
}

/// A point of Vogel's spiral, which spreads evenly.
fn spiral(number: usize) -> Point {
    let golden = std::f64::consts::PI * (3.0 - 5.0_f64.sqrt());
    let (radius, angle) = (SPRING * (number as f64 + 0.5).sqrt(), number as f64 * golden);
    Point::new(radius * angle.cos(), radius * angle.sin())
}

/// The other ends of each node's links.
fn neighbours(count: usize, links: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut neighbours = vec![Vec::new(); count];
    for (a, b) in links {
        for (one, other) in [(a, b), (b, a)] {
            if one != other
                && let Some(list) = neighbours.get_mut(*one)
            {
                list.push(*other);
            }
        }
    }
    neighbours
}

fn force(point: Point, near: &[usize], points: &[Point], tree: &Quadtree) -> (f64, f64) {
    let (mut x, mut y) = tree.repulsion(point);
    x = x * CHARGE - point.x * GRAVITY;
    y = y * CHARGE - point.y * GRAVITY;
    // The links of a busy node pull together no more than one does.
    let strength = 0.9 / near.len().max(1) as f64;
    for other in near.iter().filter_map(|number| points.get(*number)) {
        let (dx, dy) = (other.x - point.x, other.y - point.y);
        let length = dx.hypot(dy).max(1e-9);
        let pull = strength * (length - SPRING) / length;
        x += dx * pull;
        y += dy * pull;
    }
    (x, y)
}

/// The points moved so that none is left of or above the origin, rounded to a tenth.
fn from_corner(points: Vec<Point>) -> Vec<Point> {
    let left = points.iter().map(|point| point.x).fold(f64::INFINITY, f64::min);
    let top = points.iter().map(|point| point.y).fold(f64::INFINITY, f64::min);
    let tenth = |value: f64| (value * 10.0).round() / 10.0;
    points.into_iter().map(|p| Point::new(tenth(p.x - left), tenth(p.y - top))).collect()
}
