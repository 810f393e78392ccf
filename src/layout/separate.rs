//! Moves boxes apart until none overlap, as little as it can: bodies within each group first, then
//! the boxes of groups and the bodies outside them.

use super::board::Board;
use super::geometry::{Point, Rect};

/// How many times pairs are pushed apart before the rest is settled by moving down.
const PASSES: usize = 150;

/// Moves bodies until no two come nearer than `gap`, and all stay within a width.
pub(super) fn separate(board: &Board, centres: &mut [Point], gap: f64, width: f64) {
    let insides: Vec<Vec<Unit>> = board
        .groups
        .iter()
        .map(|bodies| bodies.iter().copied().map(Unit::Body).collect())
        .collect();
    let outside = outside(board);
    for _ in 0..PASSES {
        let mut moved = false;
        for inside in &insides {
            moved |= push_apart(board, centres, inside, gap);
        }
        keep_within(board, centres, &outside, width);
        moved |= push_apart(board, centres, &outside, gap);
        if !moved {
            keep_within(board, centres, &outside, width);
            break;
        }
    }
    for inside in &insides {
        drop_down(board, centres, inside, gap);
    }
    keep_within(board, centres, &outside, width);
    drop_down(board, centres, &outside, gap);
}

/// What moves as one: a body, or a group with all of its bodies.
#[derive(Debug, Clone, Copy)]
enum Unit {
    Body(usize),
    Group(usize),
}

/// The framed groups and the bodies in none.
fn outside(board: &Board) -> Vec<Unit> {
    let groups = (0..board.groups.len()).filter(|group| !board.groups[*group].is_empty());
    let loose = (0..board.sizes.len()).filter(|body| board.group_of[*body].is_none());
    groups.map(Unit::Group).chain(loose.map(Unit::Body)).collect()
}

impl Unit {
    /// Its box; none where it takes no room.
    fn rect(self, board: &Board, centres: &[Point]) -> Option<Rect> {
        match self {
            Self::Body(body) => (!board.is_empty(body)).then(|| board.rect(centres, body)),
            Self::Group(group) => board.frame(centres, group),
        }
    }

    fn shift(self, board: &Board, centres: &mut [Point], dx: f64, dy: f64) {
        match self {
            Self::Body(body) => centres[body] = centres[body].moved(dx, dy),
            Self::Group(group) => {
                for body in &board.groups[group] {
                    centres[*body] = centres[*body].moved(dx, dy);
                }
            }
        }
    }
}

/// Whether a unit moves up and down only.
fn is_steady(board: &Board, unit: Unit) -> bool {
    match unit {
        Unit::Body(body) => board.is_steady(body),
        Unit::Group(_) => board.is_steady,
    }
}

fn keep_within(board: &Board, centres: &mut [Point], units: &[Unit], width: f64) {
    for unit in units {
        let Some(rect) = unit.rect(board, centres) else { continue };
        if is_steady(board, *unit) {
            continue;
        }
        let x = rect.x.min(width - rect.width).max(0.0);
        unit.shift(board, centres, x - rect.x, 0.0);
    }
}

/// The boxes of units, by their left sides.
fn by_left(board: &Board, centres: &[Point], units: &[Unit]) -> Vec<(Unit, Rect)> {
    let boxed = units.iter().filter_map(|unit| Some((*unit, unit.rect(board, centres)?)));
    let mut boxed: Vec<(Unit, Rect)> = boxed.collect();
    boxed.sort_by(|a, b| a.1.x.total_cmp(&b.1.x));
    boxed
}

/// Pushes each overlapping pair apart along the shorter way; tells whether there was one.
fn push_apart(board: &Board, centres: &mut [Point], units: &[Unit], gap: f64) -> bool {
    let mut boxed = by_left(board, centres, units);
    let mut moved = false;
    for a in 0..boxed.len() {
        for b in a + 1..boxed.len() {
            let upright = is_steady(board, boxed[a].0) || is_steady(board, boxed[b].0);
            let Some((dx, dy)) = overlap(&boxed[a].1, &boxed[b].1, gap, upright) else { continue };
            moved = true;
            for (number, sign) in [(a, -0.5), (b, 0.5)] {
                let (unit, rect) = &mut boxed[number];
                unit.shift(board, centres, dx * sign, dy * sign);
                *rect = rect.moved(dx * sign, dy * sign);
            }
        }
    }
    moved
}

/// The shortest way that the second must go to stand a gap away from the first; up or down only where
/// it must be `upright`.
fn overlap(first: &Rect, second: &Rect, gap: f64, upright: bool) -> Option<(f64, f64)> {
    let reach_x = (first.width + second.width) / 2.0 + gap;
    let reach_y = (first.height + second.height) / 2.0 + gap;
    let (a, b) = (first.centre(), second.centre());
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let (over_x, over_y) = (reach_x - dx.abs(), reach_y - dy.abs());
    if over_x <= 0.01 || over_y <= 0.01 {
        return None;
    }
    let signed = |over: f64, way: f64| if way < 0.0 { -over } else { over };
    Some(if over_x < over_y && !upright {
        (signed(over_x, dx), 0.0)
    } else {
        (0.0, signed(over_y, dy))
    })
}

/// Settles what is left from top to bottom: each unit goes down past those above it.
fn drop_down(board: &Board, centres: &mut [Point], units: &[Unit], gap: f64) {
    let mut boxed = by_left(board, centres, units);
    boxed.sort_by(|a, b| a.1.y.total_cmp(&b.1.y));
    let mut placed: Vec<Rect> = Vec::new();
    for (unit, from) in boxed {
        let mut rect = from;
        while let Some(hit) = placed.iter().find(|other| other.grown(gap - 0.1).overlaps(&rect)) {
            rect.y = hit.bottom() + gap;
        }
        unit.shift(board, centres, 0.0, rect.y - from.y);
        placed.push(rect);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::geometry::Size;

    #[test]
    fn what_lies_on_one_spot_comes_apart_within_the_width() {
        let board = Board {
            cards: 20,
            sizes: vec![Size::new(30.0, 10.0); 20],
            group_of: vec![None; 20],
            groups: Vec::new(),
            titles: Vec::new(),
            ends: Vec::new(),
            is_steady: false,
        };
        let mut centres = vec![Point::new(50.0, 50.0); 20];
        separate(&board, &mut centres, 4.0, 100.0);
        for (n, a) in centres.iter().enumerate() {
            assert!((15.0..=85.0).contains(&a.x), "{a:?}");
            for b in &centres[n + 1..] {
                let rect = |p: &Point| Rect::around(*p, Size::new(30.0, 10.0)).grown(1.9);
                assert!(!rect(a).overlaps(&rect(b)), "{a:?} {b:?}");
            }
        }
    }
}
