//! The day that a question is asked of.

use super::{Date, DateError, Day, Window};
use std::fmt;
use std::str::FromStr;

/// The day that a question is asked of, or a longer span: "at some time in April 1996".
///
/// It is what the asker chose, so it carries no `~`, `?` or `%`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AsOf(Date);

impl AsOf {
    /// The date asked of.
    pub fn date(&self) -> Date {
        self.0
    }

    /// "17 April 1996", "April 1996".
    pub fn in_words(&self) -> String {
        self.0.in_words()
    }

    pub(super) fn days(&self) -> Window {
        self.0.days()
    }
}

impl From<Day> for AsOf {
    fn from(day: Day) -> Self {
        Self(day.into())
    }
}

impl TryFrom<Date> for AsOf {
    type Error = DateError;

    fn try_from(date: Date) -> Result<Self, DateError> {
        if date.is_firm() {
            return Ok(Self(date));
        }
        let end = date.to_string().len();
        let mut error = DateError::new("a day that is asked of takes no mark", end - 1..end);
        error.instead = Some(date.without_mark().to_string());
        Err(error)
    }
}

impl FromStr for AsOf {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        text.parse::<Date>()?.try_into()
    }
}

impl fmt::Display for AsOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
