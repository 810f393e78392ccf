//! Locators: the few words by which a citation points at a passage.

use std::fmt;
use std::str::FromStr;

use super::fold::fold;

/// How many words either part of a locator may hold: enough to be found by, too few to be a copy.
pub const MAX_WORDS: usize = 12;

/// What stands between the two parts of a locator. Only the one character does: three full stops
/// are words of the text.
const ELLIPSIS: char = '…';

/// The words where a passage starts, and perhaps those where it ends: `start words` or
/// `start words … end words`. Either part is 1 to [`MAX_WORDS`] words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Locator {
    start: String,
    end: Option<String>,
}

/// A part of a locator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The words where the passage starts.
    Start,
    /// The words where it ends.
    End,
}

/// Why a text is no locator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LocatorError {
    /// A part holds no word.
    Empty(Part),
    /// A part holds more than [`MAX_WORDS`] words.
    TooLong {
        /// Which part.
        part: Part,
        /// How many words it holds.
        words: usize,
    },
    /// It holds more than one `…`.
    TwoEllipses,
}

impl Locator {
    /// The words where the passage starts, as written, with single spaces.
    pub fn start(&self) -> &str {
        &self.start
    }

    /// The words where the passage ends, as written, with single spaces.
    pub fn end(&self) -> Option<&str> {
        self.end.as_deref()
    }
}

impl FromStr for Locator {
    type Err = LocatorError;

    fn from_str(text: &str) -> Result<Self, LocatorError> {
        let mut parts = text.split(ELLIPSIS);
        let start = read(parts.next().unwrap_or_default(), Part::Start)?;
        let end = parts.next().map(|end| read(end, Part::End)).transpose()?;
        match parts.next() {
            None => Ok(Self { start, end }),
            Some(_) => Err(LocatorError::TwoEllipses),
        }
    }
}

/// A part with single spaces, if it holds a permitted number of words.
fn read(text: &str, part: Part) -> Result<String, LocatorError> {
    let folded = fold(text);
    match folded.text().split(' ').filter(|token| is_word(token)).count() {
        0 => Err(LocatorError::Empty(part)),
        1..=MAX_WORDS => Ok(text.split_whitespace().collect::<Vec<_>>().join(" ")),
        words => Err(LocatorError::TooLong { part, words }),
    }
}

/// A part of a locator as it is searched for: folded, without the bullets and dashes at its ends.
pub(super) fn needle(part: &str) -> String {
    let folded = fold(part);
    let mut tokens: Vec<&str> =
        folded.text().split(' ').skip_while(|token| !is_word(token)).collect();
    while tokens.pop_if(|token| !is_word(token)).is_some() {}
    tokens.join(" ")
}

fn is_word(token: &str) -> bool {
    token.contains(char::is_alphanumeric)
}

impl fmt::Display for Locator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.start)?;
        self.end.as_ref().map_or(Ok(()), |end| write!(f, " {ELLIPSIS} {end}"))
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Start => "start",
            Self::End => "end",
        })
    }
}

impl fmt::Display for LocatorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty(part) => write!(f, "the {part} of the locator holds no word"),
            Self::TooLong { part, words } => write!(
                f,
                "the {part} of the locator is {words} words long; at most {MAX_WORDS} may be given: \
                 point at a long passage by where it starts {ELLIPSIS} where it ends"
            ),
            Self::TwoEllipses => write!(f, "a locator holds at most one `{ELLIPSIS}`"),
        }
    }
}

impl std::error::Error for LocatorError {}
