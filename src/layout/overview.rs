//! An overview of nodes as points, thousands if need be: springs along links, and repulsion that a quadtree
//! sums up (Barnes and Hut, 1986). Glyphs get room, names none; deterministic, whatever the number of threads.

use super::geometry::Point;
use super::quadtree::Quadtree;
use super::spiral::spiral;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// How often every point moves.
const ROUNDS: usize = 120;

/// The length of a link at rest, in pixels.
const SPRING: f64 = 60.0;

/// How strongly points repel each other.
const CHARGE: f64 = 2400.0;

/// How strongly points are drawn to the middle.
const GRAVITY: f64 = 0.012;

/// How much stronger it is up and down, since screens are wider than tall.
const FLATTENED: f64 = 1.6;

/// How near two points come at last, in pixels: room for glyphs, which keep their size when all is shown.
const APART: f64 = 84.0;

/// How often points that are too near are pushed apart.
const PUSHES: usize = 60;

/// How far a point moves at most in the first round, in pixels; the last moves it hardly at all.
const STRIDE: f64 = 80.0;

/// Places so many nodes, by number, with these links between them, in pixels from the top left.
pub fn overview(count: usize, links: &[(usize, usize)]) -> Vec<Point> {
    let mut points = spiral(count, SPRING);
    let neighbours = neighbours(count, links);
    for round in 0..ROUNDS {
        let stride = STRIDE * (1.0 - round as f64 / ROUNDS as f64).powi(2) + 0.5;
        let tree = Quadtree::of(&points);
        let moved = points.par_iter().zip(&neighbours).map(|(point, near)| {
            let (x, y) = force(*point, near, &points, &tree);
            let length = (x * x + y * y).sqrt().max(1e-9);
            let step = length.min(stride) / length;
            point.moved(x * step, y * step)
        });
        points = moved.collect();
    }
    push_apart(&mut points);
    from_corner(points)
}

/// Pushes points apart that are nearer than their glyphs allow, over and over, as long as there are any.
fn push_apart(points: &mut [Point]) {
    for _ in 0..PUSHES {
        let near = too_near(points);
        for (a, b) in &near {
            let (one, other) = (points[*a], points[*b]);
            let (dx, dy) = (other.x - one.x, other.y - one.y);
            let length = one.distance(other);
            let push = (APART - length).max(0.0) / 2.0;
            let (x, y) = if length > 1e-6 { (dx / length, dy / length) } else { (1.0, 0.0) };
            points[*a] = one.moved(-x * push, -y * push);
            points[*b] = other.moved(x * push, y * push);
        }
        if near.is_empty() {
            return;
        }
    }
}

/// The pairs of points that are nearer than their glyphs allow: each is in its own square of a grid, or beside it.
fn too_near(points: &[Point]) -> Vec<(usize, usize)> {
    let square =
        |point: &Point| ((point.x / APART).floor() as i64, (point.y / APART).floor() as i64);
    let mut squares: BTreeMap<(i64, i64), Vec<usize>> = BTreeMap::new();
    for (number, point) in points.iter().enumerate() {
        squares.entry(square(point)).or_default().push(number);
    }
    let mut pairs = Vec::new();
    for (number, point) in points.iter().enumerate() {
        let (column, row) = square(point);
        let around = (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| (column + dx, row + dy)));
        let others = around.filter_map(|at| squares.get(&at)).flatten().copied();
        pairs.extend(
            others
                .filter(|other| number < *other && point.distance(points[*other]) < APART - 0.5)
                .map(|other| (number, other)),
        );
    }
    pairs
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
    y = y * CHARGE - point.y * GRAVITY * FLATTENED;
    // The links of a busy node pull together no more than one does.
    let strength = 0.9 / near.len().max(1) as f64;
    for other in near.iter().filter_map(|number| points.get(*number)) {
        let (dx, dy) = (other.x - point.x, other.y - point.y);
        let length = point.distance(*other).max(1e-9);
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A star of twelve rays, each a chain of ten.
    fn star() -> Vec<(usize, usize)> {
        (1..=120).map(|number: usize| (number.saturating_sub(12), number)).collect()
    }

    #[test]
    fn glyphs_have_room() {
        let points = overview(121, &star());
        for (number, point) in points.iter().enumerate() {
            for other in &points[..number] {
                assert!(point.distance(*other) > APART - 1.0, "{point:?} {other:?}");
            }
        }
    }

    #[test]
    fn what_is_linked_is_nearer_than_what_is_not() {
        let points = overview(121, &star());
        let mean = |pairs: &[(usize, usize)]| {
            let sum: f64 = pairs.iter().map(|(a, b)| points[*a].distance(points[*b])).sum();
            sum / pairs.len() as f64
        };
        let strangers: Vec<_> = (1..=114).map(|number| (number, number + 6)).collect();
        assert!(mean(&star()) < mean(&strangers) / 2.0);
    }

    #[test]
    fn two_nodes_at_one_place_part() {
        let mut points = vec![Point::new(5.0, 5.0); 2];
        push_apart(&mut points);
        assert!((points[0].distance(points[1]) - APART).abs() < 1e-9);
    }
}
