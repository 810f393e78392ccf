//! Leads links around the boxes that they would run through, by the corners of those boxes.

use super::board::Board;
use super::geometry::{Point, Rect};

/// How many detours a half of a link may take.
const ROUNDS: usize = 4;

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
    /// How many of the bodies are cards.
    cards: usize,
    centres: &'c [Point],
    /// The boxes that take room, with their bodies.
    solid: Vec<(usize, Rect)>,
}

impl<'c> Boxes<'c> {
    fn of(board: &Board, centres: &'c [Point]) -> Self {
        let solid = (0..centres.len()).filter(|body| !board.is_empty(*body));
        let solid = solid.map(|body| (body, board.rect(centres, body).grown(2.0))).collect();
        Self { cards: board.cards, centres, solid }
    }

    /// The inner points of a way from one body to another that passes the boxes between them, as far
    /// as that can be found.
    fn around(&self, from: usize, to: usize) -> Vec<Point> {
        let mut points = vec![self.centres[from], self.centres[to]];
        for _ in 0..ROUNDS {
            let Some(better) = self.improved(&points, from, to) else { break };
            points = better;
        }
        points[1..points.len() - 1].to_vec()
    }

    /// The way with one more detour, by one or two corners of a box in its way: the one that does
    /// least harm, then the shortest. None where nothing is in the way or no detour helps.
    fn improved(&self, points: &[Point], from: usize, to: usize) -> Option<Vec<Point>> {
        let mut best = (self.harm(points, from, to), f64::INFINITY, None);
        for (number, leg) in points.windows(2).enumerate() {
            for (_, rect) in self.hits(leg, from, to) {
                for way in ways(rect.grown(CLEAR - 2.0)) {
                    let tried = [&points[..=number], &way, &points[number + 1..]].concat();
                    let length: f64 = tried.windows(2).map(|p| p[0].distance(p[1])).sum();
                    let harm = self.harm(&tried, from, to);
                    if harm < best.0 || (harm == best.0 && best.2.is_some() && length < best.1) {
                        best = (harm, length, Some(tried));
                    }
                }
            }
        }
        best.2
    }

    /// How much harm a way does: a card in it counts for three labels, which hide the line.
    fn harm(&self, points: &[Point], from: usize, to: usize) -> usize {
        let weight = |body: usize| if body < self.cards { 3 } else { 1 };
        self.hits(points, from, to).into_iter().map(|(body, _)| weight(body)).sum()
    }

    /// The boxes that a way runs through, but for those of its ends.
    fn hits(&self, points: &[Point], from: usize, to: usize) -> Vec<(usize, Rect)> {
        let others = self.solid.iter().filter(|(body, _)| *body != from && *body != to);
        let hit = |rect: &Rect| points.windows(2).any(|p| rect.is_crossed_by(p[0], p[1]));
        others.filter(|(_, rect)| hit(rect)).copied().collect()
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
        let boxes = Boxes { cards: 3, centres: &centres, solid: vec![(1, rect)] };
        let way = boxes.around(0, 2);
        assert_eq!(way, [Point::new(73.0, -9.0)]);
        assert_eq!(boxes.around(0, 1), []);
    }
}
