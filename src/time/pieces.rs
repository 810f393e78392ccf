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
        let days = self.in_days();
        let mut spans = vec![days.may, days.longest, days.shortest];
        spans.extend(&days.sure);
        let mut turns: Vec<i32> = spans.into_iter().flat_map(ends).collect();
        // Between two attestations, the nearer one decides.
        let mut middles = Vec::new();
        for (n, one) in days.sure.iter().enumerate() {
            for other in days.sure.iter().skip(n + 1) {
                for (a, b) in [(one.last, other.first), (other.last, one.first)] {
                    let middle = i32::midpoint(a, b);
                    middles.extend([middle, middle.saturating_add(1)]);
                }
            }
        }
        turns.append(&mut middles);
        turns
    }
}

impl Window {
    /// The days on which the answer whether a deadline has passed may become another.
    pub fn turns(&self) -> [i32; 2] {
        [number(self.first).saturating_add(1), number(self.last).saturating_add(1)]
    }
}

/// The first day of a span, and the first after it.
fn ends(days: Days) -> [i32; 2] {
    [days.first, days.last.saturating_add(1)]
}
