//! Places in files: exact byte spans, and fields of records that become spans only when shown.

use super::FileId;
use std::ops::Range;

/// A range of bytes in one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// Offset of the first byte.
    pub start: u32,
    /// Offset past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of `range` in `file`; offsets past 4 GiB saturate (files are limited to 16 MiB).
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { file, start: clamp(range.start), end: clamp(range.end) }
    }

    /// The offsets as a range that can index the file's text.
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// One step from a record down to a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// The value of the named field.
    Field(&'static str),
    /// The name of the named field, not its value.
    Key(&'static str),
    /// The item at this index of a list or tuple, from 0.
    Item(u32),
}

/// Where a finding points: bytes, or a part of a record.
///
/// A record does not know the bytes of its fields. It knows its file and its number in it, and the
/// syntax tree turns the rest into a [`Span`] when a finding is shown, so a clean run pays nothing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// These bytes.
    Bytes(Span),
    /// A part of the record with this number in the file, from 0; no steps: the record's name.
    Record {
        /// The file.
        file: FileId,
        /// The record's number in the file, from 0.
        record: u32,
        /// The way down to the part.
        steps: Vec<Step>,
    },
}

impl Place {
    /// The record with this number in the file.
    pub fn record(file: FileId, record: u32) -> Self {
        Self::Record { file, record, steps: Vec::new() }
    }

    /// Whether it is a part of another place of the same record, or that place itself.
    pub fn is_within(&self, whole: &Self) -> bool {
        match (self, whole) {
            (
                Self::Record { file, record, steps },
                Self::Record { file: other, record: of, steps: whole },
            ) => (file, record) == (other, of) && steps.starts_with(whole),
            _ => false,
        }
    }

    /// The file that holds the place.
    pub fn file(&self) -> FileId {
        match self {
            Self::Bytes(span) => span.file,
            Self::Record { file, .. } => *file,
        }
    }

    /// The value of a field of this place.
    #[must_use]
    pub fn field(&self, name: &'static str) -> Self {
        self.step(Step::Field(name))
    }

    /// The name of a field of this place.
    #[must_use]
    pub fn key(&self, name: &'static str) -> Self {
        self.step(Step::Key(name))
    }

    /// The item at `index` of this place, from 0.
    #[must_use]
    pub fn item(&self, index: usize) -> Self {
        self.step(Step::Item(u32::try_from(index).unwrap_or(u32::MAX)))
    }

    fn step(&self, step: Step) -> Self {
        let mut place = self.clone();
        if let Self::Record { steps, .. } = &mut place {
            steps.push(step);
        }
        place
    }
}
