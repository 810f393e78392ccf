//! Closes the empty bands that run across a whole drawing.

use super::board::Board;
use super::geometry::{Point, Rect};

/// The widest that an empty band may stay, in pixels.
const BAND: f64 = 26.0;

/// Moves everything beyond an empty band towards it, first upwards, then to the left. Boxes that do
/// not overlap still do not.
pub(super) fn tighten(board: &Board, centres: &mut [Point]) {
    let down = shifts(spans(board, centres, |rect| (rect.y, rect.bottom())));
    for centre in centres.iter_mut() {
        centre.y -= shift_at(&down, centre.y);
    }
    if board.is_steady {
        return;
    }
    let right = shifts(spans(board, centres, |rect| (rect.x, rect.right())));
    for centre in centres.iter_mut() {
        centre.x -= shift_at(&right, centre.x);
    }
}

/// What the boxes of bodies and groups' titles cover in one direction, in order.
fn spans(board: &Board, centres: &[Point], of: fn(&Rect) -> (f64, f64)) -> Vec<(f64, f64)> {
    let bodies = (0..centres.len()).filter(|body| !board.is_empty(*body));
    let bodies = bodies.map(|body| of(&board.rect(centres, body)));
    let frames = (0..board.groups.len()).filter_map(|group| board.frame(centres, group));
    let titles = frames.map(|frame| Rect { height: 30.0, ..frame }).map(|title| of(&title));
    let mut spans: Vec<(f64, f64)> = bodies.chain(titles).collect();
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    spans
}

/// From which coordinate on everything is to move, and how far in all.
fn shifts(spans: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    let mut found = Vec::new();
    let mut covered = f64::INFINITY;
    let mut sum = 0.0;
    for (start, end) in spans {
        if start > covered + BAND {
            sum += start - covered - BAND;
            found.push((start, sum));
        }
        covered = if covered.is_finite() { covered.max(end) } else { end };
    }
    found
}

fn shift_at(shifts: &[(f64, f64)], at: f64) -> f64 {
    shifts.iter().rev().find(|(from, _)| at >= *from).map_or(0.0, |(_, shift)| *shift)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_bands_shrink_to_one_width() {
        let shifts = shifts(vec![(0.0, 10.0), (5.0, 20.0), (100.0, 110.0), (300.0, 310.0)]);
        assert_eq!(shifts, [(100.0, 54.0), (300.0, 218.0)]);
        assert_eq!(shift_at(&shifts, 8.0), 0.0);
        assert_eq!(shift_at(&shifts, 105.0), 54.0);
        assert_eq!(shift_at(&shifts, 305.0), 218.0);
    }
}
