//! What a lock says otherwise than the sources do now.

use std::collections::BTreeSet;
use std::fmt;

use super::locator::Locator;
use super::lock::{Lock, LockedSource};
use super::resolve::Passage;

/// One thing that a lock says otherwise than what is resolved now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stale {
    /// The lock does not know this source.
    NewSource(String),
    /// The lock knows a source that is no longer there.
    GoneSource(String),
    /// The text of this source is another.
    Text {
        /// The source.
        source: String,
        /// The SHA-256 of the text that the lock was written from.
        was: String,
        /// The SHA-256 of the text now.
        now: String,
    },
    /// The text of this source is in a file of another name.
    File {
        /// The source.
        source: String,
        /// The name in the lock.
        was: String,
        /// The name now.
        now: String,
    },
    /// The text of this source is the same, but is cut into other sections, paragraphs or
    /// sentences: artefacts were declared, or foedera reads it otherwise.
    Outline(String),
    /// The lock does not know this citation.
    NewCitation(String, Locator),
    /// The lock knows a citation that no record makes.
    GoneCitation(String, Locator),
    /// This citation resolves to something else.
    Citation {
        /// The source.
        source: String,
        /// The locator.
        locator: Locator,
        /// The passage in the lock, in words.
        was: String,
        /// The passage now, in words.
        now: String,
        /// Whether it is the words of the passage that changed, not only where they stand.
        words: bool,
    },
}

impl Lock {
    /// How this lock, as it was written, differs from one built now; sources in order, each with
    /// its citations.
    pub fn stale(&self, now: &Self) -> Vec<Stale> {
        let ids: BTreeSet<&String> = self.sources.keys().chain(now.sources.keys()).collect();
        let mut stale = Vec::new();
        for id in ids {
            match (self.source(id), now.source(id)) {
                (Some(was), Some(now)) => compare(id, was, now, &mut stale),
                (None, _) => stale.push(Stale::NewSource(id.clone())),
                (_, None) => stale.push(Stale::GoneSource(id.clone())),
            }
        }
        stale
    }
}

fn compare(id: &str, was: &LockedSource, now: &LockedSource, stale: &mut Vec<Stale>) {
    let source = id.to_owned();
    if was.file != now.file {
        let (was, now) = (was.file.clone(), now.file.clone());
        stale.push(Stale::File { source: source.clone(), was, now });
    }
    if was.sha256 != now.sha256 {
        let (was, now) = (was.sha256.clone(), now.sha256.clone());
        stale.push(Stale::Text { source: source.clone(), was, now });
    } else if was.outline != now.outline {
        stale.push(Stale::Outline(source.clone()));
    }
    let locators: BTreeSet<&Locator> = was.passages.keys().chain(now.passages.keys()).collect();
    stale.extend(locators.into_iter().filter_map(|locator| {
        let (source, key) = (source.clone(), locator.clone());
        match (was.passages.get(locator), now.passages.get(locator)) {
            (Some(old), Some(new)) if old == new => None,
            (Some(old), Some(new)) => Some(Stale::Citation {
                source,
                locator: key,
                was: in_words(was, old),
                now: in_words(now, new),
                words: old.hash != new.hash,
            }),
            (None, _) => Some(Stale::NewCitation(source, key)),
            (_, None) => Some(Stale::GoneCitation(source, key)),
        }
    }));
}

/// `An Historic Summit ¶4, sentences 8-9, bytes 120..145`.
fn in_words(source: &LockedSource, passage: &Passage) -> String {
    let place = source.outline.pinpoint(passage.section, passage.paragraph);
    let (first, last) = (passage.sentences.start(), passage.sentences.end());
    let sentences = if first == last {
        format!("sentence {first}")
    } else {
        format!("sentences {first}-{last}")
    };
    format!("{place}, {sentences}, bytes {}..{}", passage.range.start, passage.range.end)
}

impl fmt::Display for Stale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NewSource(source) => write!(f, "the lock does not know source `{source}`"),
            Self::GoneSource(source) => {
                write!(f, "the lock knows source `{source}`, which has no text to cite")
            }
            Self::Text { source, was, now } => {
                write!(f, "the text of `{source}` changed: its SHA-256 was {was} and is {now}")
            }
            Self::File { source, was, now } => {
                write!(f, "the text of `{source}` was in `{was}` and is in `{now}`")
            }
            Self::Outline(source) => {
                write!(f, "the text of `{source}` is cut otherwise than it was")
            }
            Self::NewCitation(source, locator) => {
                write!(f, "the lock does not know the citation `{locator}` of `{source}`")
            }
            Self::GoneCitation(source, locator) => {
                write!(
                    f,
                    "the lock knows a citation `{locator}` of `{source}` that no record makes"
                )
            }
            Self::Citation { source, locator, was, now, words } => {
                let how = if *words { "changed its words" } else { "moved" };
                write!(
                    f,
                    "the passage of `{locator}` in `{source}` {how}: it was {was}; it is {now}"
                )
            }
        }
    }
}
