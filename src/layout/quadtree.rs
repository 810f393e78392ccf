//! Points in nested squares, so that those far away can be taken for one.

use super::geometry::Point;

/// A square is taken for one point when it is this much narrower than it is far away.
const THETA: f64 = 0.9;

/// Squares are not divided more often than this, so that points on one spot end somewhere.
const DEEPEST: usize = 24;

/// How many points a square holds before it is divided.
const CAPACITY: usize = 4;

#[derive(Debug, Clone)]
struct Square {
    centre: Point,
    half: f64,
    /// The number of points within, and their sum.
    count: f64,
    sum: Point,
    /// The four quarters, one after the other; 0 where it is not divided.
    quarters: usize,
    points: Vec<Point>,
}

/// The squares, the whole first.
#[derive(Debug)]
pub(super) struct Quadtree {
    squares: Vec<Square>,
}

impl Square {
    fn new(centre: Point, half: f64) -> Self {
        let sum = Point::new(0.0, 0.0);
        Self { centre, half, count: 0.0, sum, quarters: 0, points: Vec::new() }
    }

    /// Which of the four quarters a point lies in.
    fn quarter(&self, point: Point) -> usize {
        usize::from(point.x > self.centre.x) + 2 * usize::from(point.y > self.centre.y)
    }

    fn quarters(&self) -> [Self; 4] {
        let half = self.half / 2.0;
        [(-half, -half), (half, -half), (-half, half), (half, half)]
            .map(|(dx, dy)| Self::new(self.centre.moved(dx, dy), half))
    }
}

impl Quadtree {
    /// The squares around these points.
    pub(super) fn of(points: &[Point]) -> Self {
        let far = points.iter().map(|p| p.x.abs().max(p.y.abs())).fold(1.0, f64::max);
        let mut tree = Self { squares: vec![Square::new(Point::new(0.0, 0.0), far)] };
        for point in points {
            tree.insert(*point);
        }
        tree
    }

    fn insert(&mut self, point: Point) {
        let mut number = 0;
        for depth in 0.. {
            let next = self.squares.len();
            let square = &mut self.squares[number];
            square.count += 1.0;
            square.sum = square.sum.moved(point.x, point.y);
            if square.quarters == 0 {
                square.points.push(point);
                if square.points.len() <= CAPACITY || depth == DEEPEST {
                    return;
                }
                square.quarters = next;
                let (held, new) = (std::mem::take(&mut square.points), square.quarters());
                self.squares.extend(new);
                held.into_iter().for_each(|held| self.push_down(number, held));
                return;
            }
            number = square.quarters + square.quarter(point);
        }
    }

    /// Puts a point of a square that was just divided into its quarter, which may grow too full until
    /// the next point comes.
    fn push_down(&mut self, number: usize, point: Point) {
        let square = &self.squares[number];
        let quarter = square.quarters + square.quarter(point);
        let quarter = &mut self.squares[quarter];
        quarter.count += 1.0;
        quarter.sum = quarter.sum.moved(point.x, point.y);
        quarter.points.push(point);
    }

    /// The sum over all points of the direction away from them, by the inverse of the distance.
    pub(super) fn repulsion(&self, point: Point) -> (f64, f64) {
        let (mut x, mut y) = (0.0, 0.0);
        let mut add = |other: Point, count: f64| {
            let (dx, dy) = (point.x - other.x, point.y - other.y);
            let squared = dx * dx + dy * dy;
            if squared > 0.0 {
                x += dx * count / (squared + 1.0);
                y += dy * count / (squared + 1.0);
            }
        };
        let mut open = vec![0];
        while let Some(number) = open.pop() {
            let square = &self.squares[number];
            if square.count == 0.0 {
                continue;
            }
            let mean = Point::new(square.sum.x / square.count, square.sum.y / square.count);
            if square.quarters == 0 {
                square.points.iter().for_each(|other| add(*other, 1.0));
            } else if 2.0 * square.half < THETA * mean.distance(point) {
                add(mean, square.count);
            } else {
                open.extend(square.quarters..square.quarters + 4);
            }
        }
        (x, y)
    }
}
