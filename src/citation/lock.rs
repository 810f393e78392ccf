//! The lock: what each citation resolved to, so that a copy of the data without the source texts
//! still knows that every citation was found, where, and in which text.
//!
//! It holds no word of a text but headings and the locators themselves.

use std::collections::BTreeMap;

use super::document::Document;
use super::locator::Locator;
use super::outline::Outline;
use super::resolve::Passage;

/// What the citations of a data set resolved to, by source.
///
/// Its text form, written by `Display` and read by [`Lock::read`], is one fact a line, with tabs
/// between the fields:
///
/// ```text
/// # What each citation resolved to. Written by foedera; not to be edited.
/// version    1
/// source     SOURCE  FILE  SHA256
/// section    SOURCE  SECTION  TITLE
/// paragraph  SOURCE  SECTION  PARAGRAPH  MARKS
/// cite       SOURCE  SECTION  PARAGRAPH  SENTENCES  BYTES  HASH  LOCATOR
/// ```
///
/// Sections are numbered from 0, the text before the first heading; paragraphs and sentences from
/// 1 within their section. `MARKS` is one character for each sentence of the paragraph: `+` where a
/// citation covers it, `-` where none does. `SENTENCES` is `3` or `3-5`, `BYTES` is `120..145`.
/// In a field, a tab, line feed, carriage return or backslash is written `\t`, `\n`, `\r`, `\\`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lock {
    pub(super) sources: BTreeMap<String, LockedSource>,
}

/// What is locked of one source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockedSource {
    /// The name of the file that its text was read from.
    pub file: String,
    /// The SHA-256 of its text, as 64 hexadecimal digits.
    pub sha256: String,
    /// Its sections, and how many sentences stand in each of their paragraphs.
    pub outline: Outline,
    /// What each locator that cites it resolved to.
    pub passages: BTreeMap<Locator, Passage>,
}

/// A source whose text is at hand.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    /// The id of the source.
    pub source: &'a str,
    /// The name of the file that the text was read from.
    pub file: &'a str,
    /// The text, read.
    pub document: &'a Document,
}

impl Lock {
    /// Locks what citations (source, locator, passage) of these texts resolved to. Those that cite
    /// other sources are left out; see [`adopt`](Self::adopt).
    pub fn build<'a>(
        texts: impl IntoIterator<Item = Text<'a>>,
        citations: impl IntoIterator<Item = (&'a str, &'a Locator, &'a Passage)>,
    ) -> Self {
        let locked = |text: Text<'a>| {
            let source = LockedSource {
                file: text.file.to_owned(),
                sha256: text.document.sha256().to_owned(),
                outline: text.document.outline().clone(),
                passages: BTreeMap::new(),
            };
            (text.source.to_owned(), source)
        };
        let mut sources: BTreeMap<String, LockedSource> = texts.into_iter().map(locked).collect();
        for (source, locator, passage) in citations {
            if let Some(source) = sources.get_mut(source) {
                source.passages.insert(locator.clone(), passage.clone());
            }
        }
        Self { sources }
    }

    /// Takes over from an older lock what it knows of a source whose text is not at hand, with
    /// the passages of the locators that still cite it. Returns the locators that the older lock
    /// does not know: nothing says that these were ever found.
    pub fn adopt<'a>(
        &mut self,
        old: &Self,
        source: &str,
        cited: impl IntoIterator<Item = &'a Locator>,
    ) -> Vec<&'a Locator> {
        let Some(known) = old.source(source) else { return cited.into_iter().collect() };
        let mut unknown = Vec::new();
        let mut passages = BTreeMap::new();
        for locator in cited {
            match known.passages.get(locator) {
                Some(passage) => drop(passages.insert(locator.clone(), passage.clone())),
                None => unknown.push(locator),
            }
        }
        self.sources.insert(source.to_owned(), LockedSource { passages, ..known.clone() });
        unknown
    }

    /// What is locked of a source.
    pub fn source(&self, id: &str) -> Option<&LockedSource> {
        self.sources.get(id)
    }

    /// The sources, by id, in alphabetical order.
    pub fn sources(&self) -> impl Iterator<Item = (&str, &LockedSource)> {
        self.sources.iter().map(|(id, source)| (id.as_str(), source))
    }

    /// What a citation resolved to when the lock was written.
    pub fn lookup(&self, source: &str, locator: &Locator) -> Option<&Passage> {
        self.source(source)?.passages.get(locator)
    }
}
