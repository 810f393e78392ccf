//! Kleene's strong three-valued logic.

use std::fmt;
use std::ops::Not;

/// The answer to a question: yes, no, or the sources don't tell.
///
/// Ordered by how true it is, so that *and* is the minimum and *or* the maximum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Truth {
    /// No on every reading of the sources.
    No,
    /// Yes on one reading, no on another.
    Unknown,
    /// Yes on every reading of the sources.
    Yes,
}

impl Truth {
    /// Yes where both are, no where either is.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// Yes where either is, no where both are.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.max(other)
    }

    /// Whether it is a firm yes.
    pub fn is_yes(self) -> bool {
        self == Self::Yes
    }

    /// Whether it is a firm no.
    pub fn is_no(self) -> bool {
        self == Self::No
    }
}

impl Not for Truth {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::Unknown => Self::Unknown,
            Self::No => Self::Yes,
        }
    }
}

impl From<bool> for Truth {
    fn from(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }
}

impl fmt::Display for Truth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown => "can't tell",
        })
    }
}
