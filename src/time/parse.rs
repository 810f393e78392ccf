//! Reads EDTF dates, and says what is wrong with a text that is none.

use super::date::{Form, Mark, Season};
use super::words::month_in_words;
use super::{Date, DateError, Day, hint};
use std::ops::Range;
use std::str::FromStr;

impl FromStr for Date {
    type Err = DateError;

    /// Reads EDTF; the error points at the part that is wrong and, where it can be guessed, gives
    /// the form that was meant.
    fn from_str(text: &str) -> Result<Self, DateError> {
        read(text).map_err(|error| error.or_instead(|| hint::date(text)))
    }
}

/// Reads without a guess at what was meant.
pub(super) fn read(text: &str) -> Result<Date, DateError> {
    let whole = Part { text, at: 0 };
    if text.trim().is_empty() {
        return Err(whole.fault("a date is missing here"));
    }
    if let Some(at) = text.find('/') {
        return Err(DateError::new("an interval stands where a single date is wanted", at..at + 1));
    }
    if let Some(digits) = text.strip_prefix('Y') {
        return Err(long_year(&whole, digits));
    }
    let mark = Mark::ALL.into_iter().find(|mark| text.ends_with(mark.sign()));
    let stem = &text[..text.len() - usize::from(mark.is_some())];
    if let Some(at) = stem.find(|c| Mark::ALL.iter().any(|mark| mark.sign() == c)) {
        let message = "a mark (`~`, `?`, `%`) stands once, at the end of the whole date";
        return Err(DateError::new(message, at..at + 1));
    }
    let form = form(stem)?;
    Date::new(form, mark).ok_or_else(|| whole.fault("the calendar has no such date"))
}

/// A part of the text, and the byte where it starts.
#[derive(Clone, Copy)]
struct Part<'a> {
    text: &'a str,
    at: usize,
}

/// Digits, of which the last may be `X`.
struct Field<'a> {
    known: &'a str,
    unknown: usize,
}

impl<'a> Part<'a> {
    fn range(&self) -> Range<usize> {
        self.at..self.at + self.text.len()
    }

    fn fault(&self, message: impl Into<String>) -> DateError {
        DateError::new(message, self.range())
    }

    fn is_number(&self) -> bool {
        !self.text.is_empty() && self.text.bytes().all(|byte| byte.is_ascii_digit())
    }

    fn field(&self, width: usize) -> Option<Field<'a>> {
        let known = self.text.trim_end_matches('X');
        let digits = known.bytes().all(|byte| byte.is_ascii_digit());
        (digits && self.text.len() == width).then(|| Field { known, unknown: width - known.len() })
    }
}

fn form(stem: &str) -> Result<Form, DateError> {
    let (negative, digits) = match stem.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, stem),
    };
    let mut at = stem.len() - digits.len();
    let mut parts = Vec::new();
    for text in digits.split('-').take(4) {
        parts.push(Part { text, at });
        at += text.len() + 1;
    }
    match parts.as_slice() {
        [y] => year(stem, y, negative),
        [y, m] => month(full_year(stem, y, negative)?, m),
        [y, m, d] => day(full_year(stem, y, negative)?, m, d),
        [y, _, _, rest, ..] => {
            full_year(stem, y, negative)?;
            let message = "a date ends with its day";
            Err(DateError::new(message, rest.at - 1..stem.len()))
        }
        [] => Err(no_date(stem)),
    }
}

fn no_date(stem: &str) -> DateError {
    let message = "this is not a date of the form `1996`, `1996-04` or `1996-04-17`";
    DateError::new(message, 0..stem.len())
}

fn year(stem: &str, part: &Part<'_>, negative: bool) -> Result<Form, DateError> {
    let Some(field) = part.field(4) else {
        let short = part.is_number() && part.text.len() < 4;
        return Err(if short {
            part.fault("a year is written with four digits")
        } else {
            no_date(stem)
        });
    };
    let form = match field.unknown {
        0 => Form::Year,
        1 => Form::Decade,
        2 => Form::Century,
        _ => return Err(part.fault("at most the last two digits of a year may be `X`")),
    };
    let number: i16 = field.known.parse().map_err(|_| no_date(stem))?;
    if negative && number == 0 {
        return Err(DateError::new("the year 0 takes no minus sign", 0..1));
    }
    Ok(form(if negative { -number } else { number }))
}

fn full_year(stem: &str, part: &Part<'_>, negative: bool) -> Result<i16, DateError> {
    match year(stem, part, negative)? {
        Form::Year(year) => Ok(year),
        _ => Err(part.fault("a year with an `X` stands alone, without month or day")),
    }
}

fn month(year: i16, part: &Part<'_>) -> Result<Form, DateError> {
    let Some(number) = two_digits(part, "month")? else {
        return Ok(Form::MonthInYear(year));
    };
    if let Some(season) = Season::ALL.into_iter().find(|season| *season as i8 == number) {
        return Ok(Form::Season(year, season));
    }
    Ok(Form::Month(year, in_year(part, number)?))
}

fn day(year: i16, month: &Part<'_>, day: &Part<'_>) -> Result<Form, DateError> {
    let Some(month_number) = two_digits(month, "month")? else {
        return match two_digits(day, "day")? {
            None => Ok(Form::DayInYear(year)),
            Some(_) => Err(month.fault("a known day needs a known month")),
        };
    };
    if Season::ALL.iter().any(|season| *season as i8 == month_number) {
        return Err(day.fault("a season has no days"));
    }
    let month_number = in_year(month, month_number)?;
    let Some(number) = two_digits(day, "day")? else {
        return Ok(Form::DayInMonth(year, month_number));
    };
    Day::new(year, month_number, number).map(Form::Day).map_err(|_| {
        let name = month_in_words(year, month_number);
        let length = Day::new(year, month_number, 1).map_or(0, Day::days_in_month);
        day.fault(format!("{name} has {length} days, and no day {number}"))
    })
}

/// A number of two digits, `None` for `XX`.
fn two_digits(part: &Part<'_>, what: &str) -> Result<Option<i8>, DateError> {
    match part.field(2) {
        Some(Field { unknown: 2, .. }) => Ok(None),
        Some(Field { unknown: 0, known }) => {
            known.parse().map(Some).map_err(|_| part.fault(format!("this is not a {what}")))
        }
        _ if part.text.is_empty() => {
            Err(DateError::new(format!("a {what} is missing after the dash"), part.range()))
        }
        _ => Err(part.fault(format!("a {what} is written with two digits, or `XX`"))),
    }
}

fn in_year(part: &Part<'_>, month: i8) -> Result<i8, DateError> {
    if (1..=12).contains(&month) {
        return Ok(month);
    }
    let message = format!(
        "there is no month {month:02}: months run from 01 to 12, seasons from 21 (spring) to 24 (winter)"
    );
    Err(part.fault(message))
}

/// What is wrong with `Y` and these digits: the calendar holds no year that needs the `Y`.
fn long_year(whole: &Part<'_>, digits: &str) -> DateError {
    let unsigned = digits.strip_prefix('-').unwrap_or(digits);
    if unsigned.is_empty() || !unsigned.bytes().all(|byte| byte.is_ascii_digit()) {
        return no_date(whole.text);
    }
    if unsigned.len() > 4 {
        return whole.fault(format!("the year {digits} lies outside the calendar, -9999 to 9999"));
    }
    let mut error = whole.fault("`Y` starts only years of more than four digits");
    let sign = if digits.len() > unsigned.len() { "-" } else { "" };
    let plain = format!("{sign}{unsigned:0>4}");
    error.instead = read(&plain).is_ok().then_some(plain);
    error
}
