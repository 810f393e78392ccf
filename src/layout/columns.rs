//! Columns by distance from the card that the drawing is about.

use super::WIDEST;
use super::board::Board;
use super::geometry::Point;
use super::placement::Placement;
use super::plan::Plan;
use super::refine::Flow;
use super::settle::{page, settle};

/// From one column to the next at most, in pixels.
const STEP: f64 = 270.0;

/// Places a plan in columns, the focus on the left; what can't be reached stands on the right.
pub(super) fn place(plan: &Plan) -> Placement {
    let mut board = Board::of(plan);
    board.is_steady = true;
    let columns = columns(plan);
    let most = columns.iter().max().copied().unwrap_or(0);
    let widest = plan.cards.iter().map(|card| card.size.width).fold(0.0, f64::max);
    let step = ((WIDEST - widest) / (most.max(1) as f64)).min(STEP);
    let heights = heights(plan, &columns);
    let cards = columns.iter().zip(&heights);
    let cards =
        cards.map(|(column, height)| Point::new(widest / 2.0 + *column as f64 * step, *height));
    let mut centres: Vec<Point> = cards.collect();
    for link in &plan.links {
        centres.push(centres[link.from].middle(centres[link.to]));
    }
    let page = page(&board, 1.4);
    board.placement(settle(&board, centres, super::Size::new(WIDEST, page.height), Flow::Free))
}

/// The distance of each card from the focus.
fn columns(plan: &Plan) -> Vec<usize> {
    let mut distance = vec![usize::MAX; plan.cards.len()];
    let mut rim: Vec<usize> = if plan.cards.is_empty() { Vec::new() } else { vec![plan.focus] };
    let mut steps = 0;
    while !rim.is_empty() {
        for card in &rim {
            distance[*card] = steps;
        }
        let touches = |card: usize| {
            plan.links.iter().any(|link| {
                (link.from == card && rim.contains(&link.to))
                    || (link.to == card && rim.contains(&link.from))
            })
        };
        let next =
            (0..distance.len()).filter(|card| distance[*card] == usize::MAX && touches(*card));
        rim = next.collect();
        steps += 1;
    }
    distance.into_iter().map(|d| if d == usize::MAX { steps } else { d }).collect()
}

/// How far down each card stands: in the order of the middles of its neighbours, each column centred.
fn heights(plan: &Plan, columns: &[usize]) -> Vec<f64> {
    let mut heights: Vec<f64> = (0..columns.len()).map(|card| card as f64).collect();
    let last = columns.iter().max().map_or(0, |most| most + 1);
    for _ in 0..3 {
        for column in 0..last {
            let mut members: Vec<usize> =
                (0..columns.len()).filter(|card| columns[*card] == column).collect();
            let wanted: Vec<f64> =
                (0..columns.len()).map(|card| middle(plan, &heights, card)).collect();
            members.sort_by(|a, b| wanted[*a].total_cmp(&wanted[*b]).then(a.cmp(b)));
            let sum: f64 = members.iter().map(|card| plan.cards[*card].size.height + 16.0).sum();
            let mut top = -sum / 2.0;
            for card in members {
                let height = plan.cards[card].size.height + 16.0;
                heights[card] = top + height / 2.0;
                top += height;
            }
        }
    }
    heights
}

/// The middle of a card's neighbours; its own height where it has none.
fn middle(plan: &Plan, heights: &[f64], card: usize) -> f64 {
    let neighbours =
        plan.links.iter().filter_map(|link| match (link.from == card, link.to == card) {
            (true, false) => Some(heights[link.to]),
            (false, true) => Some(heights[link.from]),
            _ => None,
        });
    let found: Vec<f64> = neighbours.collect();
    match found.len() {
        0 => heights[card],
        count => found.iter().sum::<f64>() / count as f64,
    }
}
