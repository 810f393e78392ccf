//! Citations as evidence: what each one resolves to, in the texts at hand or as the lock says.

use crate::citation::{Document, Lock, Passage, Unresolved};
use crate::record::{self, Cite, Filed, Origin, Records, Source, SourceKind};
use crate::text::{FileRole, Files, Place};
use std::collections::HashMap;
use std::ops::Range;

/// What a citation rests on.
#[derive(Debug, Clone, PartialEq)]
pub enum Proof {
    /// The source has no text, and needs none: it is background.
    Background,
    /// The passage was found in the text just now.
    Text(Passage),
    /// The passage was found before: the lock says where.
    Lock(Passage),
    /// The text is at hand, and the words do not lead to one passage in it.
    Failed(Unresolved),
    /// The locator is none: empty or too long.
    Malformed(String),
    /// The source has a text, and no words of it are given.
    NoLocator,
    /// Nothing describes the source.
    NoSource,
    /// Neither text nor lock is at hand to verify it.
    Unverified,
}

impl Proof {
    /// The passage, where one was found.
    pub fn passage(&self) -> Option<&Passage> {
        match self {
            Self::Text(passage) | Self::Lock(passage) => Some(passage),
            _ => None,
        }
    }

    /// The section and paragraph of the passage, where one was found.
    pub fn place(&self) -> Option<(&str, u32)> {
        self.passage().map(|passage| (passage.section.as_str(), passage.paragraph))
    }
}

/// A citation of a record.
#[derive(Debug, Clone)]
pub struct Citation {
    /// The record that it backs.
    pub origin: Origin,
    /// Where it stands.
    pub at: Place,
    /// The id of the source.
    pub source: String,
    /// The locator, as written.
    pub locator: Option<String>,
    /// What it rests on.
    pub proof: Proof,
}

/// The text of a source.
#[derive(Debug, Clone)]
pub enum SourceState {
    /// The source has none.
    NoText,
    /// It is not at hand.
    Absent,
    /// It is at hand, and is the one that the record names.
    Present(Box<Document>),
    /// A file of its name is at hand that is another text.
    Changed {
        /// The SHA-256 of that file.
        found: String,
    },
}

impl SourceState {
    /// The text, where the right one is at hand.
    pub fn document(&self) -> Option<&Document> {
        match self {
            Self::Present(document) => Some(document),
            _ => None,
        }
    }

    /// What of the record's artefacts does not fit the text, in sentences.
    pub fn problems(&self) -> &[String] {
        self.document().map_or(&[], Document::problems)
    }
}

/// The citations of a data set, and what they rest on.
#[derive(Debug, Default)]
pub struct Evidence {
    citations: Vec<Citation>,
    by_origin: HashMap<Origin, Vec<u32>>,
    sources: Vec<SourceState>,
    lock: Option<Lock>,
    fresh: Option<Lock>,
    stale: Vec<String>,
}

impl Evidence {
    /// Every citation, in the order of the records.
    pub fn citations(&self) -> &[Citation] {
        &self.citations
    }

    /// The citations of one record.
    pub fn of(&self, origin: Origin) -> impl Iterator<Item = &Citation> {
        let numbers = self.by_origin.get(&origin).map_or(&[][..], Vec::as_slice);
        numbers.iter().map(|n| &self.citations[*n as usize])
    }

    /// The texts of the sources, in the order of the source records.
    pub fn sources(&self) -> &[SourceState] {
        &self.sources
    }

    /// The lock as it was read.
    pub fn lock(&self) -> Option<&Lock> {
        self.lock.as_ref()
    }

    /// Where the lock and the texts at hand disagree, in sentences; empty where no text is at hand.
    pub fn stale(&self) -> &[String] {
        &self.stale
    }

    /// The text of the lock as it should be, where it is not so and the texts at hand can tell.
    pub fn fresh_lock(&self) -> Option<String> {
        let fresh = self.fresh.as_ref().filter(|_| !self.stale.is_empty())?;
        Some(fresh.to_string())
    }

    pub(super) fn gather(records: &Records, _files: &Files) -> Self {
        let sources: Vec<SourceState> =
            records.sources.iter().map(|_| SourceState::NoText).collect();
        Self { sources, ..Self::default() }
    }
}
