//! Citations as evidence: what each one resolves to, in the texts at hand or as the lock says.

use crate::citation::{
    Document, Locator, Lock, LockError, Outline, Passage, Pinpoint, Text, Unresolved,
};
use crate::record::{Cite, Filed, Origin, Records, Source, SourceKind};
use crate::text::{File, FileRole, Files, Place};
use foldhash::HashMap;
use std::ops::Range;
use std::sync::Arc;

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
}

/// A citation of a record.
#[derive(Debug, Clone)]
pub struct Citation {
    /// The record that it backs.
    pub origin: Origin,
    /// The number of the step of the record's history that it backs; none where it backs all of it.
    pub step: Option<u32>,
    /// Its number in the list of citations, from 0.
    pub number: u32,
    /// The id of the source.
    pub source: Arc<str>,
    /// The locator, as written.
    pub locator: Option<String>,
    /// What it rests on.
    pub proof: Proof,
    /// The section and paragraph of the passage, where one was found.
    pub pinpoint: Option<Pinpoint>,
}

impl Citation {
    /// Where it stands.
    pub fn at(&self) -> Place {
        let record = self.origin.place();
        let part = match self.step {
            Some(step) => record.field("history").item(step as usize),
            None => record,
        };
        part.field("cites").item(self.number as usize)
    }
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

    fn of(source: &Source, files: &Files) -> Self {
        let Some(text) = &source.text else { return Self::NoText };
        let at_hand = |(_, file): &(_, &File)| file.path == text.file && file.flaw.is_none();
        let Some((_, file)) = files.of(FileRole::SourceText).find(at_hand) else {
            return Self::Absent;
        };
        let document = Document::read(&file.text, &source.artefacts);
        if document.sha256().eq_ignore_ascii_case(&text.sha256) {
            Self::Present(Box::new(document))
        } else {
            Self::Changed { found: document.sha256().to_owned() }
        }
    }
}

/// The citations of a data set, and what they rest on.
#[derive(Debug, Default)]
pub struct Evidence {
    citations: Vec<Citation>,
    /// Where the citations of each record stand among all, by file and record: they stand together.
    by_origin: Vec<Vec<Range<u32>>>,
    sources: Vec<SourceState>,
    lock: Option<Lock>,
    lock_error: Option<LockError>,
    fresh: Lock,
    stale: Vec<String>,
}

impl Evidence {
    /// Every citation, in the order of the records.
    pub fn citations(&self) -> &[Citation] {
        &self.citations
    }

    /// The citations of one record, those of the steps of its history included.
    pub fn of(&self, origin: Origin) -> impl Iterator<Item = &Citation> {
        self.list(origin).iter()
    }

    /// The same as a list.
    pub fn list(&self, origin: Origin) -> &[Citation] {
        let of_file = self.by_origin.get(origin.file.0 as usize);
        let range = of_file.and_then(|file| file.get(origin.record as usize));
        let range = range.map(|range| range.start as usize..range.end as usize);
        range.and_then(|range| self.citations.get(range)).unwrap_or_default()
    }

    /// Whether a record rests on background alone, in a data set that otherwise cites texts.
    pub fn is_background(&self, origin: Origin) -> bool {
        self.are_background(self.list(origin))
    }

    /// Whether the citations of a record are of background alone, in a data set that otherwise cites
    /// texts.
    pub fn are_background(&self, citations: &[Citation]) -> bool {
        !citations.is_empty()
            && self.sources.iter().any(|state| !matches!(state, SourceState::NoText))
            && citations.iter().all(|citation| citation.proof == Proof::Background)
    }

    /// The texts of the sources, in the order of the source records.
    pub fn sources(&self) -> &[SourceState] {
        &self.sources
    }

    /// The lock as it was read; none where there is none, or it can't be read.
    pub fn lock(&self) -> Option<&Lock> {
        self.lock.as_ref()
    }

    /// Why the lock can't be read.
    pub fn lock_error(&self) -> Option<&LockError> {
        self.lock_error.as_ref()
    }

    /// The sections of a source: from its text, else as the lock says.
    pub fn outline(&self, records: &Records, source: &str) -> Option<&Outline> {
        let number = records.sources.iter().position(|record| record.id == source)?;
        let document = self.sources.get(number).and_then(SourceState::document);
        let locked = || Some(&self.lock.as_ref()?.source(source)?.outline);
        document.map(Document::outline).or_else(locked)
    }

    /// Where the lock says otherwise than the texts and citations at hand, in sentences.
    pub fn stale(&self) -> &[String] {
        &self.stale
    }

    /// The text of the lock as it should be, where it is not so.
    pub fn fresh_lock(&self) -> Option<String> {
        (!self.stale.is_empty() || self.lock_error.is_some()).then(|| self.fresh.to_string())
    }

    /// Resolves the citations of records against the texts and the lock among the files.
    pub(super) fn gather(records: &Records, files: &Files) -> Self {
        let mut evidence = Self {
            sources: records.sources.iter().map(|source| SourceState::of(source, files)).collect(),
            ..Self::default()
        };
        match files.of(FileRole::Lock).next().map(|(_, file)| Lock::read(&file.text)) {
            Some(Ok(lock)) => evidence.lock = Some(lock),
            Some(Err(error)) => evidence.lock_error = Some(error),
            None => {}
        }
        let sources = records.sources.iter().enumerate();
        let known: HashMap<&str, Known<'_>> =
            sources.map(|(number, source)| (&*source.id, Known::new(number, source))).collect();
        for (origin, step, cites) in cited(records) {
            for (number, cite) in (0..).zip(cites) {
                evidence.add(origin, step, number, cite, known.get(&*cite.source));
            }
        }
        evidence.compare(records);
        evidence
    }

    fn add(
        &mut self,
        origin: Origin,
        step: Option<u32>,
        number: u32,
        cite: &Cite,
        known: Option<&Known<'_>>,
    ) {
        let proof =
            known.map_or(Proof::NoSource, |known| self.prove(known.number, known.record, cite));
        let pinpoint = known.and_then(|known| {
            let passage = proof.passage()?;
            let document = self.sources.get(known.number).and_then(SourceState::document);
            let locked = || Some(&self.lock.as_ref()?.source(&known.id)?.outline);
            let outline = document.map(Document::outline).or_else(locked)?;
            Some(outline.pinpoint(passage.section, passage.paragraph))
        });
        self.note(origin, u32::try_from(self.citations.len()).unwrap_or(u32::MAX));
        let source = known.map_or_else(|| (*cite.source).into(), |known| Arc::clone(&known.id));
        let locator = cite.locator.clone();
        self.citations.push(Citation { origin, step, number, source, locator, proof, pinpoint });
    }

    /// Notes that the citation of this number is one of a record's.
    fn note(&mut self, origin: Origin, number: u32) {
        let (file, record) = (origin.file.0 as usize, origin.record as usize);
        let longer = |len: usize, index: usize| len.max(index + 1);
        self.by_origin.resize_with(longer(self.by_origin.len(), file), Vec::new);
        let Some(of_file) = self.by_origin.get_mut(file) else { return };
        of_file.resize(longer(of_file.len(), record), 0..0);
        if let Some(range) = of_file.get_mut(record) {
            let start = if range.start == range.end { number } else { range.start };
            *range = start..number + 1;
        }
    }

    fn prove(&self, number: usize, source: &Filed<Source>, cite: &Cite) -> Proof {
        if source.kind == SourceKind::Background && source.text.is_none() {
            return Proof::Background;
        }
        let Some(text) = &cite.locator else { return Proof::NoLocator };
        let locator: Locator = match text.parse() {
            Ok(locator) => locator,
            Err(error) => return Proof::Malformed(format!("{error}")),
        };
        match self.sources.get(number) {
            Some(SourceState::Present(document)) => match document.resolve(&locator) {
                Ok(passage) => Proof::Text(passage),
                Err(unresolved) => Proof::Failed(unresolved),
            },
            _ => match self.lock.as_ref().and_then(|lock| lock.lookup(&source.id, &locator)) {
                Some(passage) => Proof::Lock(passage.clone()),
                None => Proof::Unverified,
            },
        }
    }

    /// Makes the lock as it should be, and compares it with the one at hand.
    fn compare(&mut self, records: &Records) {
        let texts = records.sources.iter().zip(&self.sources).filter_map(|(source, state)| {
            let file = &source.text.as_ref()?.file;
            Some(Text { source: &source.id, file, document: state.document()? })
        });
        let located: Vec<(&str, Locator, &Passage)> = self
            .citations
            .iter()
            .filter_map(|citation| {
                let locator = citation.locator.as_ref()?.parse().ok()?;
                Some((&*citation.source, locator, citation.proof.passage()?))
            })
            .collect();
        let proven = located.iter().map(|(source, locator, passage)| (*source, locator, *passage));
        let mut fresh = Lock::build(texts, proven);
        for (source, state) in records.sources.iter().zip(&self.sources) {
            if let (SourceState::Absent | SourceState::Changed { .. }, Some(old)) =
                (state, &self.lock)
            {
                let of_source = located.iter().filter(|(id, ..)| *id == source.id);
                fresh.adopt(old, &source.id, of_source.map(|(_, locator, _)| locator));
            }
        }
        let old = self.lock.clone().unwrap_or_default();
        self.stale = old.stale(&fresh).iter().map(ToString::to_string).collect();
        self.fresh = fresh;
    }
}

/// A source that a record describes.
struct Known<'a> {
    /// Its number among the source records.
    number: usize,
    record: &'a Filed<Source>,
    /// Its id, which its citations share.
    id: Arc<str>,
}

impl<'a> Known<'a> {
    fn new(number: usize, record: &'a Filed<Source>) -> Self {
        Self { number, record, id: (*record.id).into() }
    }
}

/// Every list of citations, with the record that it backs, and the step of its history.
fn cited(records: &Records) -> impl Iterator<Item = (Origin, Option<u32>, &[Cite])> {
    let entities = records.entities.iter().map(|e| (e.origin, None, &*e.cites));
    let relations = records.relations.iter().map(|r| (r.origin, None, &*r.cites));
    let commitments = records.commitments.iter().flat_map(|c| {
        let steps = (0..).zip(&c.history).map(|(i, step)| (c.origin, Some(i), &*step.cites));
        std::iter::once((c.origin, None, &*c.cites)).chain(steps)
    });
    let measures = records.measures.iter().map(|m| (m.origin, None, &*m.cites));
    entities.chain(relations).chain(commitments).chain(measures)
}
