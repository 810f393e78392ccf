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
    pub(super) fn refer(&mut self, passages: &[String]) -> String {
        let mut marks: Vec<usize> = passages.iter().map(|passage| self.number(passage)).collect();
        marks.sort_unstable();
        marks.dedup();
        marks.iter().map(|number| format!("[^{number}]")).collect()
    }

    fn number(&mut self, note: &str) -> usize {
        if let Some(number) = self.numbers.get(note) {
            return *number;
        }
        self.notes.push(note.to_owned());
        self.numbers.insert(note.to_owned(), self.notes.len());
        self.notes.len()
    }

    /// The footnotes, for the end of the page.
    pub(super) fn print(&self, out: &mut String) {
        for (number, note) in (1..).zip(&self.notes) {
            let gap = if number == 1 { "\n" } else { "" };
            writeln!(out, "{gap}[^{number}]: {note}").unwrap_or_default();
        }
    }
}

/// The passages that are cited, as footnotes tell them.
pub(super) fn passages(book: &Book<'_>, cites: &[CiteRef]) -> Vec<String> {
    cites.iter().map(|cite| passage(book, cite)).collect()
}

/// A passage: its source, where in it, and the words that find it.
fn passage(book: &Book<'_>, cite: &CiteRef) -> String {
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
