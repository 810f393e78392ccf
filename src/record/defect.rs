//! What could not be read, kept beside what could.

use super::Origin;
use crate::text::Place;

/// Why a file or a record could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Defect {
    /// The file's bytes are not text that can be read.
    Unreadable {
        /// Where in the file.
        at: Place,
        /// What is wrong.
        message: String,
    },
    /// The text breaks the syntax of RON.
    Syntax {
        /// Where.
        at: Place,
        /// What is wrong.
        message: String,
        /// What was opened and never closed.
        opened: Option<Place>,
    },
    /// The record's type is not one that foedera knows.
    UnknownType {
        /// The record.
        at: Place,
        /// The type as written; none where the record has no name.
        name: Option<String>,
    },
    /// A field or variant that its type does not have.
    UnknownName {
        /// Where the name stands.
        at: Place,
        /// The name as written.
        found: String,
        /// What lacks it.
        of: String,
        /// The names that would have been right.
        expected: &'static [&'static str],
    },
    /// A field that the type needs is not there.
    MissingField {
        /// The record.
        at: Place,
        /// The field.
        field: &'static str,
        /// What lacks it.
        of: String,
    },
    /// A value of the wrong type or form.
    Malformed {
        /// Where.
        at: Place,
        /// What is wrong.
        message: String,
    },
}

/// A record that could not be read, as far as it is known, so that what refers to it is not
/// reported as dangling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Where it stands.
    pub origin: Origin,
    /// Its id, where that could be read.
    pub id: Option<String>,
}
