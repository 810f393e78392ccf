//! Places as outputs need them: bytes that fit the text, with lines and columns.

use crate::text::{File, Files, Place, Position};
use std::ops::Range;

/// A part of a file.
pub(super) struct Region<'a> {
    /// The file.
    pub(super) file: &'a File,
    /// Its bytes: within the text, on character boundaries, never between a `\r` and its `\n`.
    pub(super) range: Range<usize>,
    /// Where it starts.
    pub(super) start: Position,
    /// Where it ends: just past its last character.
    pub(super) end: Position,
}

impl<'a> Region<'a> {
    /// The region of a place. A place that names a record is the start of its file; bytes that
    /// don't fit the text are moved to the nearest that do.
    pub(super) fn of(files: &'a Files, place: &Place) -> Self {
        let file = files.get(place.file());
        let text: &str = &file.text;
        let wanted = match place {
            Place::Bytes(span) => span.range(),
            Place::Record { .. } => 0..0,
        };
        let start = snap(text, wanted.start);
        let range = start..snap(text, wanted.end).max(start);
        let start = file.lines().position(text, range.start);
        let mut region = Self { file, range, start, end: start };
        region.find_end();
        region
    }

    /// Ends the region at another offset, between its start and the end of its text.
    pub(super) fn end_at(&mut self, offset: usize) {
        self.range.end = offset;
        self.find_end();
    }

    fn find_end(&mut self) {
        let covered = &self.file.text[self.range.clone()];
        self.end = if covered.contains('\n') {
            self.file.lines().position(&self.file.text, self.range.end)
        } else {
            // On a long line, cheaper than from its start.
            Position {
                line: self.start.line,
                column: self.start.column + covered.chars().count(),
                utf16: self.start.utf16 + covered.encode_utf16().count(),
            }
        };
    }
}

/// The nearest offset at or before this one that is in the text, between two characters, and not
/// between a `\r` and its `\n`.
fn snap(text: &str, offset: usize) -> usize {
    let offset = text.floor_char_boundary(offset);
    let splits = text[..offset].ends_with('\r') && text[offset..].starts_with('\n');
    if splits { offset - 1 } else { offset }
}
