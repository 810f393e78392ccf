//! One unbroken time in which something held, as a start window and an end window, and what every
//! pair of a start and an end (a *reading*) agrees on.

use super::{Day, Truth, Window};

/// Which statement of a source a limit comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    /// No statement.
    Untold,
    /// The start of its interval.
    Start,
    /// The end of its interval.
    End,
    BeganAfter,
    EndedBefore,
    /// The attestation with this index.
    Attested(usize),
    Length,
}

/// A day, and the statement that sets it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limit {
    pub(super) day: Day,
    pub(super) by: Reason,
}

/// The days on which a start or an end may fall.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    pub(super) first: Limit,
    pub(super) last: Limit,
}

impl Edge {
    pub(super) fn new(days: Window, by: Reason) -> Self {
        Self { first: Limit { day: days.first, by }, last: Limit { day: days.last, by } }
    }

    pub(super) fn anywhere(by: Reason) -> Self {
        Self::new(Window::new(Day::MIN, Day::MAX), by)
    }

    pub(super) fn not_before(&mut self, day: Day, by: Reason) {
        if day > self.first.day {
            self.first = Limit { day, by };
        }
    }

    pub(super) fn not_after(&mut self, day: Day, by: Reason) {
        if day < self.last.day {
            self.last = Limit { day, by };
        }
    }

    /// The statement that a reader would look to: a limit's own where it has one.
    fn reason(preferred: Limit, other: Limit) -> Reason {
        if preferred.by == Reason::Untold { other.by } else { preferred.by }
    }
}

/// An unbroken time. Its readings are the pairs of a day of `start` and a day of `end` that is not
/// earlier.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spell {
    pub(super) start: Edge,
    pub(super) end: Edge,
}

impl Spell {
    /// Trims each edge to the days that some reading uses. A limit moved so still counts as set
    /// by its own statement, if it has one.
    pub(super) fn trim(&mut self) {
        let (end, start) = (self.end.last, self.start.first);
        self.start.not_after(end.day, Edge::reason(self.start.last, end));
        self.end.not_before(start.day, Edge::reason(self.end.first, start));
    }

    /// Whether no reading is left: its statements contradict each other.
    pub(super) fn is_impossible(&self) -> bool {
        self.start.first.day > self.start.last.day || self.end.first.day > self.end.last.day
    }

    /// Whether it held at some time within these days, and the statement that decides.
    pub(super) fn meets(&self, asked: Window) -> (Truth, Reason) {
        let (start, end) = (self.start, self.end);
        if start.first.day > asked.last {
            (Truth::No, start.first.by)
        } else if end.last.day < asked.first {
            (Truth::No, end.last.by)
        } else if start.last.day > asked.last {
            (Truth::Unknown, Edge::reason(start.first, start.last))
        } else if end.first.day < asked.first {
            (Truth::Unknown, Edge::reason(end.last, end.first))
        } else if start.last.day == Day::MIN {
            (Truth::Yes, end.first.by)
        } else {
            (Truth::Yes, start.last.by)
        }
    }

    /// Whether it had begun by the last of these days, and the statement that decides.
    pub(super) fn begun(&self, asked: Window) -> (Truth, Reason) {
        let start = self.start;
        if start.first.day > asked.last {
            (Truth::No, start.first.by)
        } else if start.last.day > asked.last {
            (Truth::Unknown, Edge::reason(start.first, start.last))
        } else {
            (Truth::Yes, start.last.by)
        }
    }

    /// Whether they share a day, other than the day on which one hands over to the other.
    pub(super) fn overlaps(&self, other: &Self) -> Truth {
        if self.start.first.day > other.end.last.day || other.start.first.day > self.end.last.day {
            return Truth::No;
        }
        let always = self.start.last.day <= other.end.first.day
            && other.start.last.day <= self.end.first.day;
        if always && !self.may_hand_over_to(other) && !other.may_hand_over_to(self) {
            Truth::Yes
        } else {
            Truth::Unknown
        }
    }

    /// Whether, of two that share a day on every reading, some reading lets this one end on the
    /// day on which the other begins, each having a further day to itself.
    fn may_hand_over_to(&self, other: &Self) -> bool {
        let day = self.end.first.day;
        day == other.start.last.day && self.start.first.day < day && day < other.end.last.day
    }

    /// Whether it ended before the other began; on one and the same day, that can't be told.
    pub(super) fn before(&self, other: &Self) -> Truth {
        if self.end.last.day < other.start.first.day {
            Truth::Yes
        } else if self.end.first.day > other.start.last.day {
            Truth::No
        } else {
            Truth::Unknown
        }
    }

    /// Whether it began before the other did; on one and the same day, it did not.
    pub(super) fn starts_before(&self, other: &Self) -> Truth {
        if self.start.last.day < other.start.first.day {
            Truth::Yes
        } else if self.start.first.day >= other.start.last.day {
            Truth::No
        } else {
            Truth::Unknown
        }
    }

    /// Whether every day of the other is a day of this one.
    pub(super) fn contains(&self, other: &Self) -> Truth {
        let (start, end) = (self.start, self.end);
        if other.start.last.day < start.first.day || other.end.first.day > end.last.day {
            Truth::No
        } else if start.last.day <= other.start.first.day && other.end.last.day <= end.first.day {
            Truth::Yes
        } else {
            Truth::Unknown
        }
    }
}
