//! The footnotes of a page: each passage that is cited, once.

use super::text::line;
use super::{Book, source_path};
use crate::query::document::CiteRef;
use std::collections::HashMap;
use std::fmt::Write;

/// The passages cited on a page, in the order in which they are first cited.
#[derive(Debug, Default)]
pub(super) struct Notes {
    notes: Vec<String>,
    numbers: HashMap<String, usize>,
}

impl Notes {
    /// The marks that refer to passages.
    pub(super) fn refer(&mut self, book: &Book<'_>, cites: &[CiteRef]) -> String {
        let mut marks: Vec<usize> =
            cites.iter().map(|cite| self.number(told(book, cite))).collect();
        marks.sort_unstable();
        marks.dedup();
        marks.iter().map(|number| format!("[^{number}]")).collect()
    }

    fn number(&mut self, note: String) -> usize {
        let next = self.notes.len() + 1;
        let number = *self.numbers.entry(note.clone()).or_insert(next);
        if number == next {
            self.notes.push(note);
        }
        number
    }

    /// The footnotes, for the end of the page.
    pub(super) fn print(&self, out: &mut String) {
        for (number, note) in (1..).zip(&self.notes) {
            let gap = if number == 1 { "\n" } else { "" };
            writeln!(out, "{gap}[^{number}]: {note}").unwrap_or_default();
        }
    }
}

/// A passage: its source, where in it, and the words that find it.
fn told(book: &Book<'_>, cite: &CiteRef) -> String {
    let mut note = match book.sources.get(cite.source.as_str()) {
        Some(source) => format!("[{}](../{})", line(&source.title), source_path(&cite.source)),
        None => line(&cite.source),
    };
    if let (Some(section), Some(paragraph)) = (&cite.section, cite.paragraph) {
        write!(note, ", {}, paragraph {paragraph}", line(section)).unwrap_or_default();
    }
    if let Some(locator) = &cite.locator {
        write!(note, ": “{}”", line(locator)).unwrap_or_default();
    }
    match cite.verified.as_str() {
        "background" => note.push_str(" (background)"),
        "no" => note.push_str(" (not verified)"),
        _ => {}
    }
    note
}
