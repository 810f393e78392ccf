//! A source text, read: its sections, paragraphs and sentences, ready for resolving locators.

use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};

use super::artefact::{ArtefactProblem, mend};
use super::blocks::{Block, blocks, without_quote_marks};
use super::fold::{Folded, fold};
use super::hash::sha256;
use super::index::Index;
use super::outline::{Outline, Section};
use super::sentence::sentences;
use crate::record::Artefact;

/// A sentence of a document. What it is counted by starts at 1, but for sections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The number of its section; 0 stands before the first heading.
    pub section: usize,
    /// Its paragraph within the section, from 1.
    pub paragraph: usize,
    /// Its own number within the section, from 1.
    pub number: usize,
    /// Its bytes in the original text, from its first character to its last that is no markup.
    pub range: Range<usize>,
    /// Its bytes in the document's folded text.
    pub(super) folded: Range<usize>,
}

/// A source text, read.
///
/// Locators are searched in its *folded text*: the folded paragraphs, without headings, with a
/// space between paragraphs and a line end between sections.
#[derive(Debug, Clone)]
pub struct Document {
    pub(super) outline: Outline,
    pub(super) sentences: Vec<Sentence>,
    pub(super) folded: Folded,
    pub(super) index: Index,
    /// Where the sections stand in the original text, headings included.
    sections: Vec<Range<usize>>,
    sha256: String,
    problems: Vec<ArtefactProblem>,
}

impl Document {
    /// Reads a text, in Markdown or plain, and mends the declared artefacts in it.
    ///
    /// Never fails: an artefact that does not match exactly one place is left alone and told of by
    /// [`problems`](Self::problems).
    pub fn read(text: &str, artefacts: &[Artefact]) -> Self {
        let (mended, problems) = mend(text, artefacts);
        let mended = without_quote_marks(&mended);
        let mut reader = Reader::new(&mended);
        for block in blocks(&mended) {
            if block.heading { reader.heading(&block) } else { reader.paragraph(&block) }
        }
        let Reader { outline, sentences, folded, starts, .. } = reader;
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        let sections = starts.iter().zip(ends).map(|(start, end)| *start..end).collect();
        let index = Index::new(folded.text());
        Self { outline, sentences, folded, index, sections, sha256: sha256(text), problems }
    }

    /// The artefacts that do not match exactly one place.
    pub fn problems(&self) -> &[ArtefactProblem] {
        &self.problems
    }

    /// The SHA-256 of the text as it was given, as hexadecimal digits.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// The sections, and how many sentences stand in each of their paragraphs.
    pub fn outline(&self) -> &Outline {
        &self.outline
    }

    /// All sentences, in order.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// A sentence by its section and its number there, from 1.
    pub fn sentence(&self, section: usize, number: usize) -> Option<&Sentence> {
        let key = |sentence: &Sentence| (sentence.section, sentence.number);
        let index = self.sentences.binary_search_by_key(&(section, number), key).ok()?;
        self.sentences.get(index)
    }

    /// The sentences of a paragraph, by its section and its number there, from 1; none where there
    /// is no such paragraph.
    pub fn paragraph(&self, section: usize, paragraph: usize) -> &[Sentence] {
        let key = |sentence: &Sentence| (sentence.section, sentence.paragraph);
        let start = self.sentences.partition_point(|s| key(s) < (section, paragraph));
        let end = self.sentences.partition_point(|s| key(s) <= (section, paragraph));
        self.sentences.get(start..end).unwrap_or_default()
    }

    /// The bytes of a section in the original text, its heading included.
    pub fn section_range(&self, section: usize) -> Option<Range<usize>> {
        self.sections.get(section).cloned()
    }

    /// The bytes of a paragraph in the original text, from its first sentence to its last.
    pub fn paragraph_range(&self, section: usize, paragraph: usize) -> Option<Range<usize>> {
        let sentences = self.paragraph(section, paragraph);
        Some(sentences.first()?.range.start..sentences.last()?.range.end)
    }

    /// The folded text of the sentences with these numbers, from 1, of a section: what their hash
    /// is made from, and what can be shown of them where the text is at hand.
    pub fn text_of(&self, section: usize, numbers: RangeInclusive<usize>) -> Option<&str> {
        let first = self.sentence(section, *numbers.start())?;
        let last = self.sentence(section, *numbers.end())?;
        self.folded.text().get(first.folded.start..last.folded.end)
    }
}

/// A document in the making.
struct Reader<'a> {
    text: &'a str,
    outline: Outline,
    /// The titles, and the last number that each was given.
    titles: BTreeMap<String, usize>,
    /// Where each section starts.
    starts: Vec<usize>,
    sentences: Vec<Sentence>,
    folded: Folded,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        let mut reader = Self {
            text,
            outline: Outline::default(),
            titles: BTreeMap::new(),
            starts: Vec::new(),
            sentences: Vec::new(),
            folded: Folded::default(),
        };
        reader.section(String::new(), 0);
        reader
    }

    fn heading(&mut self, block: &Block) {
        let text = self.text.get(block.text.clone()).unwrap_or_default();
        let title = fold(text).spelled(text);
        let title = self.unique(title);
        self.section(title, block.start);
    }

    /// The title, with a number if it is taken.
    fn unique(&mut self, title: String) -> String {
        let mut met = self.titles.get(&title).copied().unwrap_or(1);
        let mut unique = title.clone();
        while self.titles.contains_key(&unique) {
            met += 1;
            unique = format!("{title} ({met})");
        }
        self.titles.insert(title, met);
        self.titles.entry(unique.clone()).or_insert(1);
        unique
    }

    fn section(&mut self, title: String, start: usize) {
        self.outline.sections.push(Section { title, paragraphs: Vec::new() });
        self.starts.push(start);
    }

    /// Adds a paragraph, unless no word stands in it.
    fn paragraph(&mut self, block: &Block) {
        let folded = fold(self.text.get(block.text.clone()).unwrap_or_default());
        let number = self.outline.sections.len().saturating_sub(1);
        let Some(section) = self.outline.sections.last_mut() else { return };
        if !folded.text().contains(char::is_alphanumeric) {
            return;
        }
        let separator = if section.paragraphs.is_empty() { '\n' } else { ' ' };
        let at = self.folded.append(separator, &folded, block.text.start).start;
        let last = self.sentences.last().filter(|last| last.section == number);
        let before = last.map_or(0, |last| last.number);
        let ranges = sentences(folded.text());
        section.paragraphs.push(ranges.len());
        let paragraph = section.paragraphs.len();
        self.sentences.extend(ranges.into_iter().zip(before + 1..).map(|(range, count)| {
            let folded = at + range.start..at + range.end;
            let range = self.folded.original(folded.clone());
            Sentence { section: number, paragraph, number: count, range, folded }
        }));
    }
}
