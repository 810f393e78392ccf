//! ISO 8601-1 durations in calendar units.

use super::{Date, DateError, Day, Window, hint};
use jiff::{Span, ToSpan};
use std::fmt;
use std::str::FromStr;

/// An ISO 8601-1 duration in years, months, weeks and days, as written: `P18M`, `P1Y6M`, `P1D`.
///
/// Months and years are added by the calendar: a month after 31 January is the last day of
/// February. Hours and shorter units, fractions and signs are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Duration {
    /// How many of each of [`UNITS`]; `None` where the unit is not written.
    counts: [Option<u16>; 4],
}

const UNITS: [(char, &str); 4] = [('Y', "year"), ('M', "month"), ('W', "week"), ('D', "day")];

/// More digits would count past the calendar.
const MOST_DIGITS: usize = 4;

impl Duration {
    /// The days on which it is over, counted from the days that `date` may mean
    /// ([`Date::reach`]), as a treaty counts a term: `P5Y` from `1996-04` ends in April 2001.
    pub fn after(&self, date: &Date) -> Window {
        let from = date.reach();
        Window::new(self.added_to(from.first), self.added_to(from.last))
    }

    /// The duration in words: "18 months", "1 year and 6 months".
    pub fn in_words(&self) -> String {
        let part = |(count, (_, unit)): (&Option<u16>, &(char, &str))| {
            count.map(|count| format!("{count} {unit}{}", if count == 1 { "" } else { "s" }))
        };
        join_and(&self.counts.iter().zip(&UNITS).filter_map(part).collect::<Vec<_>>())
    }

    fn added_to(&self, day: Day) -> Day {
        day.saturating_add(self.span())
    }

    /// The first day that can be the last of a state that begins on `start` and lasts this long.
    pub(super) fn earliest_end(&self, start: Day) -> Day {
        self.added_to(start).saturating_sub(1.day()).max(start)
    }

    /// The last day that can be the last of a state that begins on `start` and lasts this long, but
    /// not one more of the smallest unit written.
    pub(super) fn latest_end(&self, start: Day) -> Day {
        self.one_more().added_to(start).saturating_sub(2.days()).max(start)
    }

    /// The first day from which [`latest_end`](Self::latest_end) reaches `end`.
    pub(super) fn earliest_start(&self, end: Day) -> Day {
        let too_early = self.one_more().latest_start_over_by(end.saturating_add(1.day()));
        too_early.saturating_add(1.day()).min(end)
    }

    /// The last day from which [`earliest_end`](Self::earliest_end) comes no later than `end`.
    pub(super) fn latest_start(&self, end: Day) -> Day {
        self.latest_start_over_by(end.saturating_add(1.day())).min(end)
    }

    /// The last day from which the duration is over by `end`. Counting back by the calendar comes
    /// within days of it, because months differ in length.
    fn latest_start_over_by(&self, end: Day) -> Day {
        let is_over = |start: Day| start.checked_add(self.span()).is_ok_and(|over| over <= end);
        let mut start = end.saturating_sub(self.span());
        while !is_over(start)
            && let Ok(day) = start.yesterday()
        {
            start = day;
        }
        while let Ok(day) = start.tomorrow()
            && is_over(day)
        {
            start = day;
        }
        start
    }

    fn one_more(mut self) -> Self {
        if let Some(count) = self.counts.iter_mut().rev().find_map(Option::as_mut) {
            *count = count.saturating_add(1);
        }
        self
    }

    fn span(&self) -> Span {
        let [years, months, weeks, days] = self.counts.map(|count| i64::from(count.unwrap_or(0)));
        Span::new().years(years).months(months).weeks(weeks).days(days)
    }
}

/// "a", "a and b", "a, b and c".
pub(super) fn join_and(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [some @ .., last] => format!("{} and {last}", some.join(", ")),
    }
}

impl FromStr for Duration {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        read(text).map_err(|error| error.or_instead(|| hint::duration(text)))
    }
}

/// Reads without a guess at what was meant.
pub(super) fn read(text: &str) -> Result<Duration, DateError> {
    let mut rest = text.strip_prefix('P').unwrap_or("");
    if rest.is_empty() {
        return Err(no_duration(text));
    }
    let mut counts = [None; 4];
    for (slot, (letter, _)) in counts.iter_mut().zip(UNITS) {
        let (digits, tail) = split_digits(rest);
        if let Some(tail) = tail.strip_prefix(letter).filter(|_| !digits.is_empty()) {
            *slot = Some(count(digits).map_err(|error| error.shifted(text.len() - rest.len()))?);
            rest = tail;
        }
    }
    if rest.is_empty() { Ok(Duration { counts }) } else { Err(fault_at(text, rest)) }
}

fn split_digits(text: &str) -> (&str, &str) {
    text.split_at(text.bytes().take_while(u8::is_ascii_digit).count())
}

fn no_duration(text: &str) -> DateError {
    DateError::new("this is not a duration of the form `P18M`, `P5Y` or `P1D`", 0..text.len())
}

/// What is wrong with `rest`, the end of `text` that can't follow what stands before it.
fn fault_at(text: &str, rest: &str) -> DateError {
    let at = text.len() - rest.len();
    if rest.starts_with('T') {
        let message = "a duration is counted in days or longer units, not in hours";
        return DateError::new(message, at..text.len());
    }
    let (digits, tail) = split_digits(rest);
    if !digits.is_empty() && tail.starts_with(UNITS.map(|(letter, _)| letter)) {
        let message = "the units of a duration stand once each, in the order Y, M, W, D";
        return DateError::new(message, at..at + digits.len() + 1);
    }
    no_duration(text)
}

fn count(digits: &str) -> Result<u16, DateError> {
    if digits.len() > MOST_DIGITS {
        return Err(DateError::new("a duration counts at most 9999 of a unit", 0..digits.len()));
    }
    if digits.len() > 1 && digits.starts_with('0') {
        return Err(DateError::new("a duration is written without leading zeros", 0..digits.len()));
    }
    digits.parse().map_err(|_| DateError::new("this is not a number", 0..digits.len()))
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written: String = (self.counts.iter().zip(UNITS))
            .filter_map(|(count, (letter, _))| count.map(|count| format!("{count}{letter}")))
            .collect();
        f.pad(&format!("P{written}"))
    }
}
