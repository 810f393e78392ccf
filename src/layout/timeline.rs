//! Along time: earlier on the left, the undated in a column before them.
//!
//! The axis runs with the square root of the time that passes, so that crowded months find room
//! beside empty decades; its marks tell the years.

use super::WIDEST;
use super::board::Board;
use super::geometry::{Point, Size};
use super::placement::Placement;
use super::plan::Plan;
use super::refine::Flow;
use super::settle::{page, settle};

/// Between two marks of the axis at least, in pixels.
const TICK: f64 = 36.0;

/// Two dates are told apart on the axis by as much as so many years, at least.
const LEAST_YEARS: f64 = 0.2;

/// Places a plan along time.
pub(super) fn place(plan: &Plan) -> Placement {
    let mut board = Board::of(plan);
    board.is_steady = true;
    let widest = plan.cards.iter().map(|card| card.size.width).fold(0.0, f64::max);
    let dated = plan.cards.iter().any(|card| card.year.is_some());
    let undated = plan.cards.iter().any(|card| card.year.is_none());
    let axis = Axis::of(plan);
    let left = widest / 2.0 + if dated && undated { widest + 20.0 } else { 0.0 };
    let room = (WIDEST - widest / 2.0 - left).max(1.0);
    let x = |year: Option<f64>| year.map_or(widest / 2.0, |year| left + axis.part(year) * room);
    let height = page(&board, 1.4).height;
    let count = plan.cards.len().max(1) as f64;
    let cards = plan.cards.iter().enumerate();
    let cards = cards.map(|(n, card)| Point::new(x(card.year), n as f64 / count * height));
    let mut centres: Vec<Point> = cards.collect();
    for link in &plan.links {
        centres.push(centres[link.from].middle(centres[link.to]));
    }
    let settled = settle(&board, centres, Size::new(WIDEST, height), Flow::Free);
    let mut placement = board.placement(settled);
    if undated {
        placement.ticks.push((widest / 2.0, "undated".into()));
    }
    placement.ticks.extend(axis.ticks(left, room));
    placement
}

/// Dates in order, and how far along each is.
struct Axis {
    marks: Vec<(f64, f64)>,
}

impl Axis {
    fn of(plan: &Plan) -> Self {
        let mut years: Vec<f64> = plan.cards.iter().filter_map(|card| card.year).collect();
        years.sort_by(f64::total_cmp);
        years.dedup();
        let mut marks: Vec<(f64, f64)> = Vec::new();
        for year in years {
            let at = marks
                .last()
                .map_or(0.0, |(before, at)| at + (year - before).max(LEAST_YEARS).sqrt());
            marks.push((year, at));
        }
        let whole = marks.last().map_or(1.0, |(_, at)| at.max(1.0));
        let marks = marks.into_iter().map(|(year, at)| (year, at / whole)).collect();
        Self { marks }
    }

    /// How far along a date of the axis is, from 0 to 1.
    fn part(&self, year: f64) -> f64 {
        self.marks.iter().find(|(mark, _)| *mark >= year).map_or(1.0, |(_, at)| *at)
    }

    /// The first date of each year, as far as there is room for its mark.
    fn ticks(&self, left: f64, room: f64) -> Vec<(f64, String)> {
        let mut ticks: Vec<(f64, String)> = Vec::new();
        for (year, at) in &self.marks {
            let (x, text) = (left + at * room, year.floor().to_string());
            let fits = ticks.last().is_none_or(|(last, said)| x - last >= TICK && *said != text);
            if fits {
                ticks.push((x, text));
            }
        }
        ticks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_passes_by_its_square_root() {
        let axis = Axis { marks: vec![(1951.0, 0.0), (1960.0, 0.6), (1964.0, 1.0)] };
        assert_eq!(axis.part(1960.0), 0.6);
        let ticks = axis.ticks(10.0, 100.0);
        assert_eq!(ticks, [(10.0, "1951".into()), (70.0, "1960".into()), (110.0, "1964".into())]);
    }
}
