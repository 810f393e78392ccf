//! What is wrong with a date, an interval or a duration as written.

use std::fmt;
use std::ops::Range;

/// Why a text is no date, interval or duration, where in it, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError {
    /// One sentence without a full stop.
    pub message: String,
    /// The bytes of the text that are wrong; empty where something is missing.
    pub range: Range<usize>,
    /// The whole text as it was probably meant; always one that parses.
    pub instead: Option<String>,
}

impl DateError {
    pub(super) fn new(message: impl Into<String>, range: Range<usize>) -> Self {
        Self { message: message.into(), range, instead: None }
    }

    pub(super) fn or_instead(mut self, guess: impl FnOnce() -> Option<String>) -> Self {
        self.instead = self.instead.or_else(guess);
        self
    }

    /// The same fault, seen in a longer text in which this one starts at byte `by`.
    pub(super) fn shifted(mut self, by: usize) -> Self {
        self.range = self.range.start + by..self.range.end + by;
        self
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        match &self.instead {
            Some(instead) => write!(f, "; write `{instead}`"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for DateError {}
