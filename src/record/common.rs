//! What every record has: where it stands, and the citations that back it.

use crate::text::{FileId, Place};
use compact_str::CompactString;
use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};
use std::fmt;
use std::ops::Deref;

/// Where a record stands: its file and its number in it, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin {
    /// The file.
    pub file: FileId,
    /// The record's number in the file, from 0.
    pub record: u32,
}

impl Origin {
    /// The record as a place that findings can point at.
    pub fn place(self) -> Place {
        Place::record(self.file, self.record)
    }
}

/// A record with where it stands.
#[derive(Debug, Clone)]
pub struct Filed<T> {
    /// Where it stands.
    pub origin: Origin,
    /// The record.
    pub record: T,
}

impl<T> Filed<T> {
    /// The record as a place.
    pub fn place(&self) -> Place {
        self.origin.place()
    }
}

impl<T> Deref for Filed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.record
    }
}

/// A citation: a source, and the few words that find the passage in it.
///
/// Written as a tuple, `("sf75", "first words … last words")`; a source that has no text, such as
/// one for background, is cited by its id alone, `("embassy-list")`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cite {
    /// The id of the source.
    pub source: CompactString,
    /// The locator, as written.
    pub locator: Option<String>,
}

struct CiteVisitor;

impl<'de> Visitor<'de> for CiteVisitor {
    type Value = Cite;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a citation, (\"source\", \"first words … last words\")")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Cite, A::Error> {
        let source = seq.next_element()?.ok_or_else(|| A::Error::invalid_length(0, &self))?;
        Ok(Cite { source, locator: seq.next_element()? })
    }
}

impl<'de> Deserialize<'de> for Cite {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_tuple(2, CiteVisitor)
    }
}
