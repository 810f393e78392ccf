//! Extents as plain numbers of days, for an index that asks the same question of millions of them.

use super::extent::Extent;
use super::spell::Spell;
use super::{AsOf, Day, Window};
use jiff::ToSpan;

/// Days counted from 1970-01-01, first and last included.
///
/// The last may lie before the first: of what surely held, where the sources leave no day sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Days {
    /// The first day.
    pub first: i32,
    /// The last day.
    pub last: i32,
}

impl Days {
    /// Every day of the calendar.
    pub const ALL: Self = Self { first: i32::MIN, last: i32::MAX };

    /// No day at all.
    pub const NONE: Self = Self { first: i32::MAX, last: i32::MIN };

    /// Whether it begins by the end of what is asked about, and ends no earlier than that begins.
    #[inline]
    pub fn meets(self, asked: Self) -> bool {
        self.first <= asked.last && self.last >= asked.first
    }
}

impl From<AsOf> for Days {
    fn from(asked: AsOf) -> Self {
        let Window { first, last } = asked.days();
        Self { first: number(first), last: number(last) }
    }
}

/// What an extent says, in days.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ExtentDays {
    /// A question about days that this does not meet is answered *no*.
    pub may: Days,
    /// A question about days that one of these meets is answered *yes*; otherwise *can't tell*.
    pub sure: Vec<Days>,
    /// From the first day on which it may have begun to the last on which it may have ended.
    pub longest: Days,
    /// From the last day on which it may have begun to the first on which it may have ended.
    pub shortest: Days,
}

impl ExtentDays {
    /// Whether it surely held on one of these days.
    pub fn surely_meets(&self, asked: Days) -> bool {
        self.sure.iter().any(|days| days.meets(asked))
    }

    /// Whether it may have held after something that began on this day at the earliest; if
    /// `surely`, whether it must have, that having begun on this day at the latest. One and the
    /// same day does not make it sure. It follows `i32::MIN`, on which nothing began.
    #[inline]
    pub fn follows(&self, began: i32, surely: bool) -> bool {
        began == i32::MIN
            || if surely { began < self.shortest.last } else { began <= self.longest.last }
    }

    /// The first day on which it may have begun; if `surely`, the day by which it must have.
    #[inline]
    pub fn begins(&self, surely: bool) -> i32 {
        if surely { self.shortest.first } else { self.longest.first }
    }
}

impl Extent {
    /// The same answers as [`holds_on`](Self::holds_on), as comparisons of days.
    pub fn in_days(&self) -> ExtentDays {
        if self.is_undated() || self.is_contradictory() {
            let (may, none) = (Days::ALL, Days::NONE);
            return ExtentDays { may, sure: Vec::new(), longest: may, shortest: none };
        }
        let spells = self.spells();
        let longest = spells.first().map_or(Days::ALL, outer);
        let mut sure: Vec<Days> = spells.iter().map(inner).collect();
        let first = sure.iter().map(|days| days.first).min().unwrap_or(i32::MAX);
        let last = sure.iter().map(|days| days.last).max().unwrap_or(i32::MIN);
        let (mut may, shortest) = (longest, Days { first, last });
        if self.is_occurrence() {
            may.last = i32::MAX;
            sure = vec![Days { first, last: i32::MAX }];
        }
        ExtentDays { may, sure, longest, shortest }
    }
}

impl Extent {
    /// The days that each attestation may mean.
    pub(super) fn attested_days(&self) -> impl Iterator<Item = Days> {
        let reach = self.attestations().iter().map(super::Date::reach);
        reach.map(|Window { first, last }| Days { first: number(first), last: number(last) })
    }
}

/// The days between the outer limits, which are the same for all spells.
fn outer(spell: &Spell) -> Days {
    Days { first: number(spell.start.first.day), last: number(spell.end.last.day) }
}

/// The days between the inner limits.
fn inner(spell: &Spell) -> Days {
    Days { first: number(spell.start.last.day), last: number(spell.end.first.day) }
}

/// A day as a number; the ends of the calendar, which bound nothing, as the ends of the numbers but
/// for the very first, which stands for "nothing began yet".
pub(super) fn number(day: Day) -> i32 {
    if day == Day::MIN {
        return i32::MIN + 1;
    }
    if day == Day::MAX {
        return i32::MAX;
    }
    let days = day.duration_since(Day::constant(1970, 1, 1)).as_hours() / 24;
    i32::try_from(days).unwrap_or(i32::MAX)
}

/// The day with this number, counted from 1970-01-01; none beyond the calendar.
pub(super) fn day_of(number: i32) -> Option<Day> {
    Day::constant(1970, 1, 1).checked_add(i64::from(number).days()).ok()
}
