//! An unbroken run of days.

use super::{AsOf, Day, Truth};

/// An unbroken run of days, first and last included, such as those on which something may have
/// begun.
///
/// The first and the last day of the calendar stand for "nothing bounds it on this side".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Window {
    pub(super) first: Day,
    pub(super) last: Day,
}

impl Window {
    pub(super) const fn new(first: Day, last: Day) -> Self {
        Self { first, last }
    }

    pub(super) const fn on(day: Day) -> Self {
        Self::new(day, day)
    }

    /// The earliest day, `None` where nothing bounds it.
    pub fn earliest(&self) -> Option<Day> {
        bounded(self.first)
    }

    /// The latest day, `None` where nothing bounds it.
    pub fn latest(&self) -> Option<Day> {
        bounded(self.last)
    }

    /// Whether a deadline that falls on one of these days has passed, asked of `day`.
    ///
    /// An imprecise deadline has passed only when its whole span has; on the last day itself it has
    /// not. An imprecise `day` must agree on each of its days.
    pub fn passed(&self, day: &AsOf) -> Truth {
        let asked = day.days();
        if asked.first > self.last {
            Truth::Yes
        } else if asked.last <= self.first {
            Truth::No
        } else {
            Truth::Unknown
        }
    }

    /// How many days lie between the two, 0 where they touch or share a day.
    pub(super) fn gap(self, other: Self) -> i32 {
        let days = |from: Day, to: Day| to.duration_since(from).as_hours() / 24;
        let gap = days(self.last, other.first).max(days(other.last, self.first)).max(0);
        i32::try_from(gap).unwrap_or(i32::MAX)
    }
}

fn bounded(day: Day) -> Option<Day> {
    (day != Day::MIN && day != Day::MAX).then_some(day)
}
