//! Times: each told once, with what held on every day.

use super::body::{Holds, Piece, TimeBody};
use super::table::Table;
use crate::time::{AsOf, Date, Extent, pieces};

/// A year, in days, about: what the slider shows beside the first and last date.
const MARGIN: i32 = 366;

/// The times that occur.
pub(super) struct Times {
    table: Table<Extent, TimeBody>,
}

impl Times {
    pub(super) fn new() -> Self {
        Self { table: Table::new() }
    }

    /// The number of a time.
    pub(super) fn number(&mut self, extent: &Extent) -> usize {
        self.table.number(extent.clone(), || body(extent))
    }

    pub(super) fn into_rows(self) -> Vec<TimeBody> {
        self.table.into_rows()
    }

    /// The first and the last day worth asking about, from the dates of all times and more days.
    pub(super) fn range(&self, more: impl Iterator<Item = i32>) -> (i32, i32) {
        let rows = self.table.rows().iter().flat_map(|time| [time.start, time.end]).flatten();
        let days: Vec<i32> = rows.chain(more).collect();
        match (days.iter().min(), days.iter().max()) {
            (Some(first), Some(last)) => (first - MARGIN, last + MARGIN),
            _ => (0, 0),
        }
    }
}

/// The last day of a date, as a number.
pub(super) fn last_day(date: &Date) -> i32 {
    crate::time::Days::from(AsOf::from(date.latest())).last
}

fn body(extent: &Extent) -> TimeBody {
    let (start, end) = (extent.start_window(), extent.end_window());
    let number = |day: crate::time::Day| crate::time::Days::from(AsOf::from(day)).first;
    let start = start.earliest().or(start.latest()).map(number);
    let end = end.latest().map(number);
    let holds = pieces(extent.turns(), |day| {
        let verdict = extent.holds_on(&AsOf::from(day));
        Holds { truth: verdict.truth.to_string(), decides: verdict.decides }
    });
    let pieces = holds.into_iter().map(|(from, is)| Piece { from, is }).collect();
    TimeBody { words: extent.in_words(), start, end, pieces }
}
