//! Resolving a locator to the one passage of a document that it means.

use std::fmt;
use std::ops::{Range, RangeInclusive};

use super::document::{Document, Sentence};
use super::hash::fingerprint;
use super::locator::{Locator, MAX_WORDS, needle};
use super::outline::Pinpoint;

/// How many places an ambiguous locator tells of.
const MAX_PLACES: usize = 10;

/// What a locator resolved to: all sentences from the first that it touches to the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The number of the section; 0 stands before the first heading.
    pub section: usize,
    /// The paragraph in which it starts, from 1 within the section.
    pub paragraph: usize,
    /// The sentences that it touches, by their numbers from 1 within the section.
    pub sentences: RangeInclusive<usize>,
    /// The bytes of the original text from the first word of the locator to its last.
    pub range: Range<usize>,
    /// The first 16 hexadecimal digits of the SHA-256 of the folded text of its sentences, whole:
    /// a change anywhere in them shows.
    pub hash: String,
}

/// Words of the text that are nearly those sought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nearest {
    /// The words, folded; at most [`MAX_WORDS`].
    pub words: String,
    /// Where they stand.
    pub place: Pinpoint,
}

/// Why a locator resolves to no passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unresolved {
    /// The start stands nowhere in the text.
    NotFound {
        /// The words that are the most like it, if any are alike.
        nearest: Option<Nearest>,
    },
    /// The start stands in a heading, which is no part of a passage; this is its title.
    Heading(String),
    /// The start stands in more than one place.
    Ambiguous {
        /// The first of the places, at most ten; one for each time that the words occur.
        places: Vec<Pinpoint>,
        /// Whether there are more.
        more: bool,
    },
    /// The end does not stand after the start in the same section.
    EndNotFound {
        /// Where the passage starts.
        start: Pinpoint,
        /// The end elsewhere, before the start or in another section; where it stands nowhere, the
        /// words that are the most like it, if any are alike.
        nearest: Option<Nearest>,
    },
}

impl Document {
    /// Finds the passage that a locator means.
    ///
    /// Its start must stand in exactly one place of the text, as whole words, after
    /// [folding](super::fold()); its end is the nearest place after that in the same section.
    /// Words in headings are not looked at.
    ///
    /// # Errors
    /// Where the start stands nowhere or in several places, or the end not after it.
    pub fn resolve(&self, locator: &Locator) -> Result<Passage, Unresolved> {
        let start = self.find_start(&needle(locator.start()))?;
        let end = match locator.end() {
            None => start.clone(),
            Some(words) => self.find_end(&needle(words), &start)?,
        };
        self.passage(start.start..end.end).ok_or(Unresolved::NotFound { nearest: None })
    }

    fn find_start(&self, words: &str) -> Result<Range<usize>, Unresolved> {
        let mut found = self.index.find(self.folded.text(), words, 0);
        let Some(first) = found.next() else {
            let titled = |title: &str| super::fold(title).text().contains(words);
            let heading = self.outline.sections.iter().find(|section| titled(&section.title));
            return Err(match heading {
                Some(section) => Unresolved::Heading(section.title.clone()),
                None => Unresolved::NotFound { nearest: self.nearest(words) },
            });
        };
        let Some(second) = found.next() else { return Ok(first) };
        let ranges = [first, second].into_iter().chain(found.by_ref().take(MAX_PLACES - 2));
        let places = ranges.filter_map(|range| self.pinpoint(&range)).collect();
        Err(Unresolved::Ambiguous { places, more: found.next().is_some() })
    }

    fn find_end(&self, words: &str, start: &Range<usize>) -> Result<Range<usize>, Unresolved> {
        let section = |range: &Range<usize>| self.sentence_at(range.start).map(|s| s.section);
        let text = self.folded.text();
        let next = self.index.find(text, words, start.end).next();
        if let Some(end) = next.filter(|end| section(end) == section(start)) {
            return Ok(end);
        }
        let elsewhere = self.index.find(text, words, 0).next();
        let elsewhere = elsewhere.and_then(|range| self.pinpoint(&range));
        let elsewhere = elsewhere.map(|place| Nearest { words: words.to_owned(), place });
        Err(Unresolved::EndNotFound {
            start: self.pinpoint(start).unwrap_or_else(|| self.outline.pinpoint(0, 1)),
            nearest: elsewhere.or_else(|| self.nearest(words)),
        })
    }

    /// The passage whose words stand at these bytes of the folded text.
    fn passage(&self, words: Range<usize>) -> Option<Passage> {
        let first = self.sentence_at(words.start)?;
        let last = self.sentence_at(words.end.checked_sub(1)?)?;
        let sentences = first.number..=last.number;
        Some(Passage {
            section: first.section,
            paragraph: first.paragraph,
            hash: fingerprint(self.text_of(first.section, sentences.clone())?),
            sentences,
            range: self.folded.original(words),
        })
    }

    fn nearest(&self, words: &str) -> Option<Nearest> {
        let text = self.folded.text();
        let range = self.index.nearest(text, words)?;
        let found = text.get(range.clone())?.split(' ').take(MAX_WORDS).collect::<Vec<_>>();
        Some(Nearest { words: found.join(" "), place: self.pinpoint(&range)? })
    }

    fn pinpoint(&self, folded: &Range<usize>) -> Option<Pinpoint> {
        let sentence = self.sentence_at(folded.start)?;
        Some(self.outline.pinpoint(sentence.section, sentence.paragraph))
    }

    /// The sentence at a byte of the folded text.
    fn sentence_at(&self, folded: usize) -> Option<&Sentence> {
        let after = self.sentences.partition_point(|sentence| sentence.folded.start <= folded);
        self.sentences.get(after.checked_sub(1)?)
    }
}

impl fmt::Display for Nearest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` ({})", self.words, self.place)
    }
}

impl fmt::Display for Unresolved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let nearest = |f: &mut fmt::Formatter<'_>, nearest: &Option<Nearest>| match nearest {
            Some(nearest) => write!(f, "; the nearest words are {nearest}"),
            None => Ok(()),
        };
        match self {
            Self::NotFound { nearest: near } => {
                f.write_str("the start of the locator stands nowhere in the text")?;
                nearest(f, near)
            }
            Self::Heading(title) => {
                write!(
                    f,
                    "the start of the locator stands in the heading `{title}`, not in a sentence"
                )
            }
            Self::Ambiguous { places, more } => {
                f.write_str("the start of the locator stands in more than one place: ")?;
                let places: Vec<String> = places.iter().map(Pinpoint::to_string).collect();
                write!(f, "{}{}", places.join(", "), if *more { ", and more" } else { "" })
            }
            Self::EndNotFound { start, nearest: near } => {
                write!(
                    f,
                    "the end of the locator does not follow its start ({start}) in the section"
                )?;
                nearest(f, near)
            }
        }
    }
}

impl std::error::Error for Unresolved {}
