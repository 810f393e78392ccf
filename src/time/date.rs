//! An EDTF date: a run of days, as precise as its source.

use super::{Day, Window};
use jiff::{Span, ToSpan};
use std::fmt;

/// A date of EDTF level 1 (ISO 8601-2, annex A), as written.
///
/// - `1996-04-17`, `1996-04`, `1996`; `1996-21` to `1996-24`: spring, summer, autumn, winter;
/// - `199X`, `19XX`, `1996-XX`, `1996-04-XX`, `1996-XX-XX`: some unstated year, month or day;
/// - `~` approximate, `?` uncertain, `%` both, at the end and of the whole date.
///
/// **Seasons** are the meteorological ones of the northern hemisphere, spring from March to May;
/// winter starts in December of the year named. A source that means other months states months.
///
/// **Marks** (`~`, `?`, `%`) don't change [`earliest`](Self::earliest) and
/// [`latest`](Self::latest). But no comparison trusts a marked date at its own edges: it counts as
/// reaching one unit of its own precision (a day, a month, three months, a year, ...) further, and
/// may stop as much short ([`reach`](Self::reach)), so that within a unit of the edge the answer
/// is "can't tell", and beyond it is firm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Date {
    form: Form,
    mark: Option<Mark>,
    days: Window,
}

/// How long a date's run of days is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// One day.
    Day,
    /// A calendar month, or an unstated day of it.
    Month,
    /// Three months.
    Season,
    /// A calendar year, or an unstated day or month of it.
    Year,
    /// The ten years that share all digits but the last.
    Decade,
    /// The hundred years that share all digits but the last two.
    Century,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Form {
    Day(Day),
    Month(i16, i8),
    Season(i16, Season),
    Year(i16),
    /// `1996-04-XX`
    DayInMonth(i16, i8),
    /// `1996-XX`
    MonthInYear(i16),
    /// `1996-XX-XX`
    DayInYear(i16),
    /// `199X`: the digits before the `X`, with the year's sign.
    Decade(i16),
    /// `19XX`
    Century(i16),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Season {
    Spring = 21,
    Summer = 22,
    Autumn = 23,
    Winter = 24,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Mark {
    Approximate,
    Uncertain,
    Both,
}

impl Date {
    /// `None` where the calendar has no such day.
    pub(super) fn new(form: Form, mark: Option<Mark>) -> Option<Self> {
        Some(Self { form, mark, days: form.days()? })
    }

    pub(super) fn form(&self) -> Form {
        self.form
    }

    pub(super) fn days(&self) -> Window {
        self.days
    }

    /// The first day that the date, read literally, may mean.
    pub fn earliest(&self) -> Day {
        self.days.first
    }

    /// The last day that the date, read literally, may mean.
    pub fn latest(&self) -> Day {
        self.days.last
    }

    /// How long its run of days is; `1996-XX-XX` is as wide as a year.
    pub fn precision(&self) -> Precision {
        match self.form {
            Form::Day(_) => Precision::Day,
            Form::Month(..) | Form::DayInMonth(..) => Precision::Month,
            Form::Season(..) => Precision::Season,
            Form::Year(_) | Form::MonthInYear(_) | Form::DayInYear(_) => Precision::Year,
            Form::Decade(_) => Precision::Decade,
            Form::Century(_) => Precision::Century,
        }
    }

    /// The calendar day, month or year of ISO 8601-1 in which it lies, as precise as it is and without
    /// its mark: `1996-04` of `1996-04-XX?`. None for a season, decade or century, which ISO 8601-1 has
    /// no form for.
    pub fn calendar(&self) -> Option<String> {
        let day = self.days.first;
        let sign = if day.year() < 0 { "-" } else { "" };
        let year = format!("{sign}{:04}", day.year().unsigned_abs());
        match self.precision() {
            Precision::Day => Some(format!("{year}-{:02}-{:02}", day.month(), day.day())),
            Precision::Month => Some(format!("{year}-{:02}", day.month())),
            Precision::Year => Some(year),
            Precision::Season | Precision::Decade | Precision::Century => None,
        }
    }

    /// Whether it is marked `~` or `%`: near the truth.
    pub fn is_approximate(&self) -> bool {
        matches!(self.mark, Some(Mark::Approximate | Mark::Both))
    }

    /// Whether it is marked `?` or `%`: the source may be wrong.
    pub fn is_uncertain(&self) -> bool {
        matches!(self.mark, Some(Mark::Uncertain | Mark::Both))
    }

    /// Whether it bears no mark, so that its edges can be relied on.
    pub fn is_firm(&self) -> bool {
        self.mark.is_none()
    }

    /// Whether it means some unstated part of its days (an `X`), not all of them.
    pub fn is_unspecified(&self) -> bool {
        !matches!(self.form, Form::Day(_) | Form::Month(..) | Form::Season(..) | Form::Year(_))
    }

    /// The same date without `~`, `?` or `%`.
    #[must_use]
    pub fn without_mark(self) -> Self {
        Self { mark: None, ..self }
    }

    /// The days that a comparison reckons with: its own, and where it is marked one unit of its
    /// precision on either side.
    pub fn reach(&self) -> Window {
        Window::new(self.around(self.days.first).first, self.around(self.days.last).last)
    }

    /// Where one of its edges may truly lie: on that day, or where it is marked within a unit of it.
    pub(super) fn around(&self, edge: Day) -> Window {
        if self.is_firm() {
            return Window::on(edge);
        }
        let unit = self.precision().unit();
        Window::new(edge.saturating_sub(unit), edge.saturating_add(unit))
    }
}

impl From<Day> for Date {
    fn from(day: Day) -> Self {
        Self { form: Form::Day(day), mark: None, days: Window::on(day) }
    }
}

impl Precision {
    fn unit(self) -> Span {
        match self {
            Self::Day => 1.day(),
            Self::Month => 1.month(),
            Self::Season => 3.months(),
            Self::Year => 1.year(),
            Self::Decade => 10.years(),
            Self::Century => 100.years(),
        }
    }
}

impl Form {
    fn days(self) -> Option<Window> {
        match self {
            Self::Day(day) => Some(Window::on(day)),
            Self::Month(year, month) | Self::DayInMonth(year, month) => months(year, month, 1),
            Self::Season(year, season) => months(year, season.first_month(), 3),
            Self::Year(year) | Self::MonthInYear(year) | Self::DayInYear(year) => years(year, year),
            Self::Decade(_) | Self::Century(_) => {
                let (first, last) = self.year_span()?;
                years(first, last)
            }
        }
    }

    /// The first and last year of a decade or century; before the year 0, digits count backwards.
    pub(super) fn year_span(self) -> Option<(i16, i16)> {
        let (prefix, size) = match self {
            Self::Decade(prefix) => (prefix, 10),
            Self::Century(prefix) => (prefix, 100),
            _ => return None,
        };
        let round = prefix.checked_mul(size)?;
        Some(if prefix < 0 { (round - (size - 1), round) } else { (round, round + (size - 1)) })
    }
}

fn months(year: i16, month: i8, count: i32) -> Option<Window> {
    let first = Day::new(year, month, 1).ok()?;
    Some(Window::new(first, first.saturating_add((count - 1).months()).last_of_month()))
}

fn years(first: i16, last: i16) -> Option<Window> {
    Some(Window::new(Day::new(first, 1, 1).ok()?, Day::new(last, 12, 31).ok()?))
}

impl Season {
    pub(super) const ALL: [Self; 4] = [Self::Spring, Self::Summer, Self::Autumn, Self::Winter];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Spring => "spring",
            Self::Summer => "summer",
            Self::Autumn => "autumn",
            Self::Winter => "winter",
        }
    }

    fn first_month(self) -> i8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

impl Mark {
    pub(super) const ALL: [Self; 3] = [Self::Approximate, Self::Uncertain, Self::Both];

    pub(super) fn sign(self) -> char {
        match self {
            Self::Approximate => '~',
            Self::Uncertain => '?',
            Self::Both => '%',
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (number, width, rest) = match self.form {
            Form::Day(day) => (day.year(), 4, format!("-{:02}-{:02}", day.month(), day.day())),
            Form::Month(year, month) => (year, 4, format!("-{month:02}")),
            Form::Season(year, season) => (year, 4, format!("-{}", season as u8)),
            Form::Year(year) => (year, 4, String::new()),
            Form::DayInMonth(year, month) => (year, 4, format!("-{month:02}-XX")),
            Form::MonthInYear(year) => (year, 4, "-XX".into()),
            Form::DayInYear(year) => (year, 4, "-XX-XX".into()),
            Form::Decade(prefix) => (prefix, 3, "X".into()),
            Form::Century(prefix) => (prefix, 2, "XX".into()),
        };
        let sign = if number < 0 { "-" } else { "" };
        let mark = self.mark.map(|mark| mark.sign().to_string()).unwrap_or_default();
        f.pad(&format!("{sign}{:0width$}{rest}{mark}", number.unsigned_abs()))
    }
}
