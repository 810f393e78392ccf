//! Brings rough positions onto a page: stretched to fit, taken apart, refined.

use super::WIDEST;
use super::board::Board;
use super::geometry::{Point, Size};
use super::refine::{Effort, Flow, refine, repair};
use super::separate::separate;
use super::tighten::tighten;

/// The part of the page that cards and labels are to cover.
const COVER: f64 = 0.4;

/// Between two boxes while there is room, in pixels.
const GAP: f64 = 10.0;

/// Between two boxes in the end, in pixels.
const LEAST_GAP: f64 = 4.0;

/// More bodies than this, and the page is a poster, as wide as it needs to be.
const MOST_READABLE: usize = 160;

/// The page that leaves enough room, of a width by its height, as wide as may be before it grows high.
pub(super) fn page(board: &Board, aspect: f64) -> Size {
    let sizes = board.sizes.iter().filter(|size| size.width > 0.0);
    let covered: f64 = sizes.map(|size| (size.width + GAP) * (size.height + GAP)).sum();
    let area = covered / COVER;
    let widest = if board.sizes.len() <= MOST_READABLE { WIDEST } else { f64::INFINITY };
    let width = (area * aspect).sqrt().max(300.0).min(widest);
    Size::new(width, area / width)
}

/// Brings bodies onto a page.
pub(super) fn settle(board: &Board, mut centres: Vec<Point>, page: Size, flow: Flow) -> Vec<Point> {
    centres = sketch(board, centres, page, flow);
    finish(board, centres, page, flow)
}

/// Brings bodies onto a page, so that starts can be compared.
pub(super) fn sketch(board: &Board, mut centres: Vec<Point>, page: Size, flow: Flow) -> Vec<Point> {
    stretch(board, &mut centres, page);
    separate(board, &mut centres, GAP, page.width);
    refine(board, &mut centres, page, flow, Effort::Sketch);
    centres
}

/// Refines what has been sketched.
pub(super) fn finish(board: &Board, mut centres: Vec<Point>, page: Size, flow: Flow) -> Vec<Point> {
    refine(board, &mut centres, page, flow, Effort::Full);
    separate(board, &mut centres, LEAST_GAP, page.width);
    tighten(board, &mut centres);
    repair(board, &mut centres, page, flow);
    separate(board, &mut centres, LEAST_GAP, page.width);
    centres
}

/// Stretches the whole to the page.
fn stretch(board: &Board, centres: &mut [Point], page: Size) {
    let most = |length: fn(&Size) -> f64| board.sizes.iter().map(length).fold(0.0, f64::max);
    let (widest, highest) = (most(|size| size.width), most(|size| size.height));
    let (left, across) = range(centres.iter().map(|p| p.x));
    let (top, along) = range(centres.iter().map(|p| p.y));
    for centre in centres {
        if !board.is_steady {
            centre.x = widest / 2.0 + (centre.x - left) / across * (page.width - widest).max(1.0);
        }
        centre.y = highest / 2.0 + (centre.y - top) / along * (page.height - highest).max(1.0);
    }
}

/// The least of some values, and how far it is to the greatest, but at least 1.
fn range(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let (low, high) =
        values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
    (low, (high - low).max(1.0))
}
