//! EDTF intervals: a start and an end, either of which may be open or unknown.

use super::{Date, DateError, compare, hint, parse};
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// Where an interval starts or ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// On some day of this date.
    On(Date),
    /// `..`: it has no such bound, as far as the source tells ("still going on").
    Open,
    /// Nothing before or after the `/`: it has one, which the source doesn't tell.
    Unknown,
}

/// An interval of EDTF level 1 (ISO 8601-2), as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Interval {
    /// A bare date, `1996-04`: all through its days, from the first to the last. A date with an
    /// `X` means some unstated part of its days.
    Through(Date),
    /// `1996-04/1996-06`, `1996/..`, `../1996`, `1996/`, `/1996`: from some day of the start to
    /// some day of the end.
    Between(Bound, Bound),
}

impl Interval {
    /// Where it starts; of a bare date, that date.
    pub fn start(&self) -> Bound {
        match *self {
            Self::Through(date) => Bound::On(date),
            Self::Between(start, _) => start,
        }
    }

    /// Where it ends; of a bare date, that date.
    pub fn end(&self) -> Bound {
        match *self {
            Self::Through(date) => Bound::On(date),
            Self::Between(_, end) => end,
        }
    }

    /// Whether it surely starts after it ends.
    pub fn reversed(&self) -> bool {
        match self {
            Self::Between(Bound::On(start), Bound::On(end)) => {
                compare(start, end) == Some(Ordering::Greater)
            }
            _ => false,
        }
    }

    /// The interval in words: "in April 1996", "from April 1996 to June 1996", "since 1960",
    /// "until 1994".
    pub fn in_words(&self) -> String {
        use Bound::{On, Open, Unknown};
        match self {
            Self::Through(date) => date.when(),
            Self::Between(On(start), On(end)) => {
                format!("from {} to {}", start.in_words(), end.in_words())
            }
            Self::Between(On(start), Open) => format!("since {}", start.in_words()),
            Self::Between(On(start), Unknown) => {
                format!("from {} to an unknown date", start.in_words())
            }
            Self::Between(Open, On(end)) => format!("until {}", end.in_words()),
            Self::Between(Unknown, On(end)) => {
                format!("from an unknown date to {}", end.in_words())
            }
            Self::Between(Open, Open) => "always".into(),
            Self::Between(Unknown, Open) => "since an unknown date".into(),
            Self::Between(Open, Unknown) => "until an unknown date".into(),
            Self::Between(Unknown, Unknown) => "at an unknown time".into(),
        }
    }
}

impl From<Date> for Interval {
    fn from(date: Date) -> Self {
        Self::Through(date)
    }
}

impl FromStr for Interval {
    type Err = DateError;

    /// Reads an EDTF interval or date. One that is reversed is read too: see
    /// [`reversed`](Self::reversed).
    fn from_str(text: &str) -> Result<Self, DateError> {
        read(text).map_err(|error| {
            error.or_instead(|| hint::date(text)).or_instead(|| hint::interval(text))
        })
    }
}

/// Reads without a guess at what was meant.
pub(super) fn read(text: &str) -> Result<Interval, DateError> {
    let Some((start, end)) = text.split_once('/') else {
        return parse::read(text).map(Interval::Through);
    };
    let end_at = start.len() + 1;
    if let Some(at) = end.find('/') {
        let at = end_at + at;
        return Err(DateError::new("an interval has one `/`", at..at + 1));
    }
    let start = bound(start)?;
    let end = bound(end).map_err(|error| error.shifted(end_at))?;
    if (start, end) == (Bound::Unknown, Bound::Unknown) {
        return Err(DateError::new("an interval states its start, its end or both", 0..text.len()));
    }
    Ok(Interval::Between(start, end))
}

fn bound(text: &str) -> Result<Bound, DateError> {
    match text {
        "" => Ok(Bound::Unknown),
        ".." => Ok(Bound::Open),
        _ => parse::read(text).map(Bound::On),
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Through(date) => date.fmt(f),
            Self::Between(start, end) => f.pad(&format!("{start}/{end}")),
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(date) => date.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}
