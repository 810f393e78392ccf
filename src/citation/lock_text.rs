//! The text form of a lock: one fact a line, fields between tabs, always in the same order, so
//! that a change of the data is a change of few lines in git.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::{Range, RangeInclusive};

use super::lock::{Lock, LockedSource};
use super::outline::Section;
use super::resolve::Passage;

const HEADER: &str = "# What each citation resolved to. Written by foedera; not to be edited.";
const VERSION: &str = "1";

/// A lock that can't be read. Writing it again from the source texts mends it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it: a sentence without a full stop.
    pub message: String,
}

impl fmt::Display for LockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for LockError {}

impl fmt::Display for Lock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEADER}\nversion\t{VERSION}")?;
        for (id, source) in &self.sources {
            write_source(f, &escape(id), source)?;
        }
        Ok(())
    }
}

fn write_source(f: &mut fmt::Formatter<'_>, id: &str, source: &LockedSource) -> fmt::Result {
    writeln!(f, "source\t{id}\t{}\t{}", escape(&source.file), source.sha256)?;
    let covered = source.covered();
    for (number, section) in source.outline.sections.iter().enumerate() {
        writeln!(f, "section\t{id}\t{number}\t{}", escape(&section.title))?;
        for (paragraph, marks) in marks(section, number, &covered).iter().enumerate() {
            writeln!(f, "paragraph\t{id}\t{number}\t{}\t{marks}", paragraph + 1)?;
        }
    }
    let mut cites: Vec<_> = source.passages.iter().collect();
    cites.sort_by_key(|(locator, passage)| (passage.section, passage.range.start, *locator));
    for (locator, Passage { section, paragraph, sentences, range, hash }) in cites {
        let (first, last) = (sentences.start(), sentences.end());
        let sentences = if first == last { first.to_string() } else { format!("{first}-{last}") };
        let bytes = format!("{}..{}", range.start, range.end);
        let locator = escape(&locator.to_string());
        writeln!(f, "cite\t{id}\t{section}\t{paragraph}\t{sentences}\t{bytes}\t{hash}\t{locator}")?;
    }
    Ok(())
}

/// The marks of each paragraph of a section.
fn marks(section: &Section, number: usize, covered: &BTreeSet<(usize, usize)>) -> Vec<String> {
    let mut sentence = 0;
    let mut mark = || {
        sentence += 1;
        if covered.contains(&(number, sentence)) { '+' } else { '-' }
    };
    section.paragraphs.iter().map(|count| (0..*count).map(|_| mark()).collect()).collect()
}

impl LockedSource {
    /// Section and number of each sentence that a passage touches.
    fn covered(&self) -> BTreeSet<(usize, usize)> {
        let passages = self.passages.values();
        passages.flat_map(|p| p.sentences.clone().map(|sentence| (p.section, sentence))).collect()
    }
}

fn escape(field: &str) -> String {
    let field = field.replace('\\', "\\\\");
    field.replace('\t', "\\t").replace('\n', "\\n").replace('\r', "\\r")
}

fn unescape(field: &str) -> Result<String, String> {
    let mut plain = String::with_capacity(field.len());
    let mut chars = field.chars();
    while let Some(char) = chars.next() {
        plain.push(match char {
            '\\' => match chars.next() {
                Some('\\') => '\\',
                Some('t') => '\t',
                Some('n') => '\n',
                Some('r') => '\r',
                _ => return Err("a backslash stands before none of `\\`, `t`, `n`, `r`".into()),
            },
            _ => char,
        });
    }
    Ok(plain)
}

impl Lock {
    /// Reads the text form. Blank lines and lines that start with `#` are passed over.
    ///
    /// # Errors
    /// Names the first line that does not have the form described, does not fit what stands before
    /// it, or is marked otherwise than the citations say.
    pub fn read(text: &str) -> Result<Self, LockError> {
        let mut reader = Reader::default();
        let lines = text.lines().enumerate().map(|(index, line)| (index + 1, line));
        for (line, text) in lines.filter(|(_, text)| !text.is_empty() && !text.starts_with('#')) {
            reader.line(line, text).map_err(|message| LockError { line, message })?;
        }
        reader.finish()
    }
}

/// A lock as far as it is read.
#[derive(Default)]
struct Reader {
    versioned: bool,
    lock: Lock,
    /// What the marks of a paragraph said, to be held against the citations: line, source, section,
    /// paragraph from 0, marks.
    marked: Vec<(usize, String, usize, usize, String)>,
}

impl Reader {
    fn line(&mut self, line: usize, text: &str) -> Result<(), String> {
        let fields: Vec<String> = text.split('\t').map(unescape).collect::<Result<_, _>>()?;
        let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
        match (self.versioned, fields.as_slice()) {
            (false, ["version", VERSION]) => {
                self.versioned = true;
                Ok(())
            }
            (false, _) => Err(format!("a lock starts with the line `version\t{VERSION}`")),
            (true, ["source", id, file, sha256]) => self.source(id, file, sha256),
            (true, ["section", id, section, title]) => self.section(id, section, title),
            (true, ["paragraph", id, section, paragraph, marks]) => {
                let (section, paragraph) = self.paragraph(id, section, paragraph, marks)?;
                let mark = (line, (*id).to_owned(), section, paragraph, (*marks).to_owned());
                self.marked.push(mark);
                Ok(())
            }
            (true, ["cite", id, fields @ .., locator]) => self.cite(id, fields, locator),
            (true, _) => Err("it is no line of a lock; perhaps of an unfinished merge".into()),
        }
    }

    fn source(&mut self, id: &str, file: &str, sha256: &str) -> Result<(), String> {
        let source = LockedSource {
            file: file.to_owned(),
            sha256: digits(sha256, 64)?,
            outline: super::Outline::default(),
            passages: std::collections::BTreeMap::new(),
        };
        match self.lock.sources.insert(id.to_owned(), source) {
            None => Ok(()),
            Some(_) => Err(format!("source `{id}` stands twice")),
        }
    }

    fn section(&mut self, id: &str, section: &str, title: &str) -> Result<(), String> {
        let sections = &mut self.known(id)?.outline.sections;
        if number(section)? != sections.len() {
            return Err(format!("section {} was expected", sections.len()));
        }
        sections.push(Section { title: title.to_owned(), paragraphs: Vec::new() });
        Ok(())
    }

    fn paragraph(
        &mut self,
        id: &str,
        section: &str,
        paragraph: &str,
        marks: &str,
    ) -> Result<(usize, usize), String> {
        let section = number(section)?;
        let sections = &mut self.known(id)?.outline.sections;
        let known = sections.get_mut(section).ok_or(format!("there is no section {section}"))?;
        let next = known.paragraphs.len();
        if number(paragraph)? != next + 1 {
            return Err(format!("paragraph {} was expected", next + 1));
        }
        if marks.is_empty() || marks.contains(|mark| !matches!(mark, '+' | '-')) {
            return Err("the marks of a paragraph are `+` and `-`, one for each sentence".into());
        }
        known.paragraphs.push(marks.len());
        Ok((section, next))
    }

    fn cite(&mut self, id: &str, fields: &[&str], locator: &str) -> Result<(), String> {
        let [section, paragraph, sentences, bytes, hash] = fields else {
            return Err("a citation has eight fields".into());
        };
        let passage = Passage {
            section: number(section)?,
            paragraph: number(paragraph)?,
            sentences: numbers(sentences)?,
            range: range(bytes)?,
            hash: digits(hash, 16)?,
        };
        let known = self.known(id)?;
        let section = known.outline.sections.get(passage.section);
        let section = section.ok_or(format!("there is no section {}", passage.section))?;
        let (first, last) = (*passage.sentences.start(), *passage.sentences.end());
        if last > section.sentences() || section.paragraph_of(first) != Some(passage.paragraph) {
            return Err(format!("paragraph {} has no such sentences", passage.paragraph));
        }
        let locator = locator.parse().map_err(|error| format!("{error}"))?;
        match known.passages.insert(locator, passage) {
            None => Ok(()),
            Some(_) => Err("the citation stands twice".into()),
        }
    }

    fn known(&mut self, id: &str) -> Result<&mut LockedSource, String> {
        self.lock.sources.get_mut(id).ok_or_else(|| format!("no line told of source `{id}` before"))
    }

    /// The lock, if it is marked as its citations say.
    fn finish(self) -> Result<Lock, LockError> {
        if !self.versioned {
            return Err(LockError { line: 1, message: "the lock is empty".into() });
        }
        for (id, source) in &self.lock.sources {
            let covered = source.covered();
            let ours = self.marked.iter().filter(|(_, of, ..)| of == id);
            let numbered = source.outline.sections.iter().enumerate();
            let marks: Vec<Vec<String>> =
                numbered.map(|(number, section)| marks(section, number, &covered)).collect();
            for (line, _, section, paragraph, found) in ours {
                let right = marks.get(*section).and_then(|marks| marks.get(*paragraph));
                if let Some(right) = right.filter(|right| *right != found) {
                    let message = format!("the marks should be `{right}`, as the citations say");
                    return Err(LockError { line: *line, message });
                }
            }
        }
        Ok(self.lock)
    }
}

fn number(field: &str) -> Result<usize, String> {
    field.parse().map_err(|_| format!("`{field}` is no number"))
}

fn numbers(field: &str) -> Result<RangeInclusive<usize>, String> {
    let (first, last) = field.split_once('-').unwrap_or((field, field));
    let (first, last) = (number(first)?, number(last)?);
    if first > last { Err(format!("`{field}` runs backwards")) } else { Ok(first..=last) }
}

fn range(field: &str) -> Result<Range<usize>, String> {
    let (start, end) = field.split_once("..").ok_or(format!("`{field}` is no range of bytes"))?;
    let (start, end) = (number(start)?, number(end)?);
    if start > end { Err(format!("`{field}` runs backwards")) } else { Ok(start..end) }
}

fn digits(field: &str, count: usize) -> Result<String, String> {
    let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    if field.len() == count && field.bytes().all(digit) {
        Ok(field.to_owned())
    } else {
        Err(format!("`{field}` is not {count} hexadecimal digits"))
    }
}
