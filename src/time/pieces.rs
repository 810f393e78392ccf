//! Answers for every day at once, as pieces between the days on which an answer may turn.

use super::days::{day_of, number};
use super::{Day, Days, Extent, Window};
use std::ops::RangeInclusive;

/// The days that the calendar has room for around.
const CALENDAR: RangeInclusive<i32> = -4_000_000..=2_900_000;

/// What a function of the day is, piece by piece: the first day of a piece, counted from 1970-01-01
/// (none for the first, which has no beginning), and the value until the next.
///
/// `turns` are the days on which the value may become another; two neighbours are one piece where it
/// does not.
pub fn pieces<T: PartialEq>(
    mut turns: Vec<i32>,
    value: impl Fn(Day) -> T,
) -> Vec<(Option<i32>, T)> {
    turns.retain(|day| CALENDAR.contains(day));
    turns.sort_unstable();
    turns.dedup();
    let before = turns.first().map_or(0, |first| first - 1);
    let days = std::iter::once((None, before)).chain(turns.iter().map(|day| (Some(*day), *day)));
    let mut pieces: Vec<(Option<i32>, T)> = Vec::new();
    for (from, day) in days {
        let Some(day) = day_of(day) else { continue };
        let is = value(day);
        if pieces.last().is_none_or(|(_, last)| *last != is) {
            pieces.push((from, is));
        }
    }
    pieces
}

impl Extent {
    /// The days on which an answer about it, asked of one day, may become another: whether it holds,
    /// had begun or was over, and which date decides.
    pub fn turns(&self) -> Vec<i32> {
        let edges = self.spells().into_iter().flat_map(|spell| [spell.start, spell.end]);
        let limits = edges.flat_map(|edge| [edge.first.day, edge.last.day]).map(number);
        let mut turns: Vec<i32> = limits.flat_map(|day| [day, day.saturating_add(1)]).collect();
        // Of two attestations, the nearer one decides; a neighbouring day is as near as its own.
        let dates: Vec<Days> = self.attested_days().collect();
        turns.extend(dates.iter().flat_map(|days| {
            [days.first - 1, days.first, days.last, days.last + 1, days.last + 2]
        }));
        let pairs = dates.iter().flat_map(|one| dates.iter().map(move |other| (one, other)));
        for (one, other) in pairs.filter(|(one, other)| one.last < other.first) {
            let middle = i32::midpoint(one.last, other.first);
            turns.extend([middle, middle + 1]);
        }
        turns
    }
}

impl Window {
    /// The days on which the answer whether a deadline has passed may become another.
    pub fn turns(&self) -> [i32; 2] {
        [number(self.first).saturating_add(1), number(self.last).saturating_add(1)]
    }
}
