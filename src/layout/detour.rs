//! Leads links around the boxes that they would run through, by the corners of those boxes.

use super::board::Board;
use super::geometry::{Point, Rect};

/// How far from a box's corner a link passes it, in pixels.
const CLEAR: f64 = 9.0;

/// The inner points of each link before and after its label.
pub(super) fn detours(board: &Board, centres: &[Point]) -> Vec<(Vec<Point>, Vec<Point>)> {
    let boxes = Boxes::of(board, centres);
    let ends = board.ends.iter().enumerate();
    let both = ends.map(|(number, (from, to))| {
        let label = board.cards + number;
        if from == to {
            return (Vec::new(), Vec::new());
        }
        (boxes.around(*from, label), boxes.around(label, *to))
    });
    both.collect()
}

/// What links are led around.
struct Boxes<'c> {
    centres: &'c [Point],
    /// The boxes that take room, with their bodies.
    solid: Vec<(usize, Rect)>,
}

impl<'c> Boxes<'c> {
    fn of(board: &Board, centres: &'c [Point]) -> Self {
        let solid = (0..centres.len()).filter(|body| !board.is_empty(*body));
        let solid = solid.map(|body| (body, board.rect(centres, body).grown(2.0))).collect();
        Self { centres, solid }
    }

    /// The points by which the way from one body to another passes the boxes between: of the ways by
    /// one or two corners of the first box that is in the way, the one that hits fewest, then the
    /// shortest.
    fn around(&self, from: usize, to: usize) -> Vec<Point> {
        let (start, end) = (self.centres[from], self.centres[to]);
        let hit = |points: &[Point]| self.hits(points, from, to).len();
        let straight = self.hits(&[start, end], from, to);
        let mut best = (straight.len(), start.distance(end), Vec::new());
        for rect in straight {
            for way in ways(rect.grown(CLEAR - 2.0)) {
                let points = [&[start], way.as_slice(), &[end]].concat();
                let length: f64 = points.windows(2).map(|p| p[0].distance(p[1])).sum();
                let count = hit(&points);
                let is_shorter = count == best.0 && !best.2.is_empty() && length < best.1;
                if count < best.0 || is_shorter {
                    best = (count, length, way);
                }
            }
        }
        best.2
    }

    /// The boxes that a way runs through, but for those of its ends.
    fn hits(&self, points: &[Point], from: usize, to: usize) -> Vec<Rect> {
        let others = self.solid.iter().filter(|(body, _)| *body != from && *body != to);
        let hit = |rect: &Rect| points.windows(2).any(|p| rect.is_crossed_by(p[0], p[1]));
        others.map(|(_, rect)| *rect).filter(hit).collect()
    }
}

/// The ways by one corner of a box, and by two of one side.
fn ways(rect: Rect) -> Vec<Vec<Point>> {
    let corners = [
        Point::new(rect.x, rect.y),
        Point::new(rect.right(), rect.y),
        Point::new(rect.right(), rect.bottom()),
        Point::new(rect.x, rect.bottom()),
    ];
    let mut ways = Vec::new();
    for (number, corner) in corners.iter().enumerate() {
        ways.push(vec![*corner]);
        for next in [corners[(number + 1) % 4], corners[(number + 3) % 4]] {
            ways.push(vec![*corner, next]);
        }
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_passes_a_box_by_its_nearest_corner() {
        let centres = [Point::new(0.0, 0.0), Point::new(100.0, 8.0), Point::new(200.0, 0.0)];
        let rect = Rect { x: 80.0, y: -2.0, width: 40.0, height: 20.0 };
        let boxes = Boxes { centres: &centres, solid: vec![(1, rect)] };
        let way = boxes.around(0, 2);
        assert_eq!(way, [Point::new(73.0, -9.0), Point::new(127.0, -9.0)]);
        assert_eq!(boxes.around(0, 1), []);
    }
}
