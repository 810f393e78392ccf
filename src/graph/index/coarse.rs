//! Days to within a month or so, small enough to lie beside every arc, so that a filter by date seldom
//! looks further.

use crate::time::{Days, Truth};

/// How many days are taken together, as a power of two: 32.
const SHIFT: u32 = 5;

/// First and last day, in runs of 32 days; what is too far away is at the end of the numbers.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Coarse {
    first: i16,
    last: i16,
}

impl Coarse {
    /// Rounds days.
    pub(super) fn new(days: Days) -> Self {
        Self { first: run(days.first), last: run(days.last) }
    }

    /// Whether the days meet those asked about; unknown where the run decides that they share.
    #[inline]
    pub(super) fn meets(self, asked: Self) -> Truth {
        if self.first > asked.last || self.last < asked.first {
            Truth::No
        } else if self.first < asked.last && self.last > asked.first {
            Truth::Yes
        } else {
            Truth::Unknown
        }
    }
}

fn run(day: i32) -> i16 {
    let ends = if day < 0 { i16::MIN } else { i16::MAX };
    i16::try_from(day >> SHIFT).unwrap_or(ends)
}
