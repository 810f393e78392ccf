//! Dates in plain English.

use super::Date;
use super::date::Form;
use jiff::civil::Date as Day;

pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Date {
    /// The date in words: "17 April 1996", "spring 1996", "about 1996", "1996 (uncertain)", "the
    /// 1990s", "some day in April 1996".
    pub fn in_words(&self) -> String {
        self.phrase("")
    }

    /// The date as an answer to "when?": "on 17 April 1996", "in April 1996", "about 1996".
    pub fn when(&self) -> String {
        let preposition = match self.form() {
            _ if self.is_approximate() => "",
            Form::Day(_) | Form::DayInMonth(..) | Form::DayInYear(_) => "on ",
            _ => "in ",
        };
        self.phrase(preposition)
    }

    fn phrase(&self, preposition: &str) -> String {
        let about = if self.is_approximate() { "about " } else { "" };
        let uncertain = if self.is_uncertain() { " (uncertain)" } else { "" };
        format!("{preposition}{about}{}{uncertain}", self.form().in_words())
    }
}

impl Form {
    fn in_words(self) -> String {
        match self {
            Self::Day(day) => day_in_words(day),
            Self::Month(year, month) => month_in_words(year, month),
            Self::Season(year, season) => format!("{} {}", season.name(), year_in_words(year)),
            Self::Year(year) => year_in_words(year),
            Self::DayInMonth(year, month) => {
                format!("some day in {}", month_in_words(year, month))
            }
            Self::MonthInYear(year) => format!("some month of {}", year_in_words(year)),
            Self::DayInYear(year) => format!("some day in {}", year_in_words(year)),
            // "the 1900s" could be ten years or a hundred: those two are spelt out.
            Self::Decade(prefix) if prefix >= 100 && prefix % 10 != 0 => format!("the {prefix}0s"),
            Self::Decade(_) | Self::Century(_) => {
                self.year_span().map_or_else(String::new, |(first, last)| {
                    format!("the years {} to {}", year_in_words(first), year_in_words(last))
                })
            }
        }
    }
}

/// "17 April 1996".
pub(super) fn day_in_words(day: Day) -> String {
    format!("{} {}", day.day(), month_in_words(day.year(), day.month()))
}

pub(super) fn month_in_words(year: i16, month: i8) -> String {
    let name = usize::try_from(month - 1).ok().and_then(|index| MONTHS.get(index));
    format!("{} {}", name.unwrap_or(&""), year_in_words(year))
}

/// "1996", "AD 47", "44 BC" (the year -43: EDTF counts a year 0, which is 1 BC).
fn year_in_words(year: i16) -> String {
    match year {
        1000.. => year.to_string(),
        1..1000 => format!("AD {year}"),
        _ => format!("{} BC", 1 - year),
    }
}
