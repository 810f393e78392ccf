//! Makes a map easier to read by many small trials (after Davidson and Harel 1996): fewer links
//! through boxes, fewer crossings, straighter and shorter links, groups kept together.

use super::board::Board;
use super::geometry::{Point, Size};
use super::map::Map;
use super::random::Random;
use super::set::Set;

/// More bodies than this are left as they are.
const MOST: usize = 160;
const _: () = assert!(2 * MOST <= Set::LIMIT, "each body may have two halves of a link");

/// How many distances from a link's middle are tried for its label, on both sides.
const SIDEWAYS: i32 = 17;

/// Which way links are to point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    /// Any way.
    Free,
    /// From left to right.
    Right,
    /// From top to bottom.
    Down,
}

/// How long to search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effort {
    /// As long as it takes to tell a good start from a bad one.
    Sketch,
    /// As long as it takes to make a good drawing.
    Full,
}

impl Effort {
    /// How many trials there are for each body.
    fn trials(self) -> usize {
        match self {
            Self::Sketch => 50,
            Self::Full => 250,
        }
    }
}

/// Moves bodies about within a page, keeping what is better.
pub(super) fn refine(board: &Board, centres: &mut [Point], page: Size, flow: Flow, effort: Effort) {
    if !is_refinable(board) || centres.is_empty() {
        return;
    }
    let mut map = Map::new(board, centres, page, flow);
    let mut random = Random::new();
    let groups: Vec<usize> =
        (0..board.groups.len()).filter(|g| !board.groups[*g].is_empty()).collect();
    let trials = centres.len() * effort.trials();
    for trial in 0..trials {
        let progress = trial as f64 / trials as f64;
        let reach = 8.0 + 220.0 * (1.0 - progress) * (1.0 - progress);
        let (dx, dy) = (random.signed() * reach, random.signed() * reach);
        // At first worse places are taken too, now and then.
        let patience = 60.0 * (0.6 - progress).max(0.0) * random.unit();
        let body = random.below(centres.len());
        let moves = match groups.len() {
            many if many > 0 && trial % 20 == 0 => {
                map.group_moves(groups[random.below(many)], dx, dy)
            }
            _ if trial % 6 == 1 => map.swap(body % board.cards, random.below(board.cards)),
            _ => map.body_moves(body, dx, dy),
        };
        map.try_moves(&moves, patience);
    }
    centres.copy_from_slice(&map.centres);
}

/// Puts each label, and with it the bend of its link, where it does least harm, by trying places on
/// both sides of the middle of its link.
pub(super) fn repair(board: &Board, centres: &mut [Point], page: Size, flow: Flow) {
    if !is_refinable(board) {
        return;
    }
    let height = centres.iter().map(|centre| centre.y).fold(page.height, f64::max);
    let mut map = Map::new(board, centres, Size::new(page.width, height), flow);
    for _ in 0..2 {
        for (number, (from, to)) in board.ends.iter().enumerate() {
            let (a, b) = (map.centres[*from], map.centres[*to]);
            repair_label(&mut map, board.cards + number, a, b);
        }
    }
    centres.copy_from_slice(&map.centres);
}

/// What is wrong with the whole, more or less: a figure to compare two layouts of one board by.
pub(super) fn faults(board: &Board, centres: &[Point], page: Size, flow: Flow) -> f64 {
    Map::new(board, centres, page, flow).faults()
}

/// Whether a board is small enough to be refined.
pub(super) fn is_refinable(board: &Board) -> bool {
    board.sizes.len() <= MOST
}

/// Moves the label of a link to the best of the places around the link's middle.
fn repair_label(map: &mut Map<'_>, label: usize, a: Point, b: Point) {
    let length = a.distance(b);
    if length < 1.0 {
        return;
    }
    let aside = ((a.y - b.y) / length, (b.x - a.x) / length);
    let places = (0..SIDEWAYS).flat_map(|step| {
        let away = f64::from(step / 2 + step % 2) * if step % 2 == 0 { 18.0 } else { -18.0 };
        let parts = [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78].into_iter();
        parts.map(move |part| a.towards(b, part).moved(aside.0 * away, aside.1 * away))
    });
    map.move_to_best(label, places);
}
