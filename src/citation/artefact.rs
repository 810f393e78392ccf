//! Declared damage: what a page break left in the middle of a paragraph.

use std::fmt;
use std::ops::Range;

use super::fold::{Folded, fold};
use super::index::aligned;
use crate::record::{Artefact, Join};

/// How many lines that are not blank may stand in a page break: a stamp, a page number, a running
/// head.
const MAX_STAMPS: usize = 3;

/// A declared artefact that could not be mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ArtefactProblem {
    /// Which of the artefacts, from 0.
    pub index: usize,
    /// What is wrong with it.
    pub flaw: ArtefactFlaw,
}

/// What is wrong with a declared artefact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArtefactFlaw {
    /// Its `after` or its `before` holds no word.
    Empty,
    /// No page break stands between its words.
    NotFound,
    /// So many page breaks stand between its words.
    Ambiguous(usize),
}

impl fmt::Display for ArtefactFlaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("an artefact needs words on both sides"),
            Self::NotFound => f.write_str(
                "no page break stands between these words: the first must end a line, the second \
                 start one that follows",
            ),
            Self::Ambiguous(count) => {
                write!(f, "{count} page breaks stand between such words; give more of the words")
            }
        }
    }
}

/// The text with its page breaks filled, at the same length, so that every byte offset stays: by
/// spaces where the halves are joined by one, by NUL characters, which [`fold`] drops, where a
/// word was cut.
pub(super) fn mend(text: &str, artefacts: &[Artefact]) -> (String, Vec<ArtefactProblem>) {
    let mut mended = text.to_owned();
    let mut problems = Vec::new();
    let folded = if artefacts.is_empty() { Folded::default() } else { fold(text) };
    for (index, artefact) in artefacts.iter().enumerate() {
        match page_break(text, &folded, artefact) {
            Ok(gap) => {
                let filler = if artefact.how == Join::Space { " " } else { "\0" };
                mended.replace_range(gap.clone(), &filler.repeat(gap.len()));
            }
            Err(flaw) => problems.push(ArtefactProblem { index, flaw }),
        }
    }
    (mended, problems)
}

/// The bytes of the one page break between an artefact's words.
fn page_break(
    text: &str,
    folded: &Folded,
    artefact: &Artefact,
) -> Result<Range<usize>, ArtefactFlaw> {
    let (after, before) = (fold(&artefact.after), fold(&artefact.before));
    if after.text().is_empty() || before.text().is_empty() {
        return Err(ArtefactFlaw::Empty);
    }
    let ends: Vec<usize> = places(folded, after.text()).map(|words| words.end).collect();
    let starts: Vec<usize> = places(folded, before.text()).map(|words| words.start).collect();
    let mut gaps = ends.iter().zip(ends.iter().skip(1).map(Some).chain([None])).filter_map(
        |(&end, next_end)| {
            let start = *starts.get(starts.partition_point(|start| *start < end))?;
            let nearest = next_end.is_none_or(|next| *next > start);
            (nearest && is_page_break(text.get(end..start)?, artefact.how)).then_some(end..start)
        },
    );
    match (gaps.next(), gaps.count()) {
        (None, _) => Err(ArtefactFlaw::NotFound),
        (Some(gap), 0) => Ok(gap),
        (Some(_), more) => Err(ArtefactFlaw::Ambiguous(more + 1)),
    }
}

/// Where the words stand in the original text.
fn places<'a>(folded: &'a Folded, words: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    let places = folded.text().match_indices(words).map(|(at, words)| at..at + words.len());
    places.filter(|place| aligned(folded.text(), place)).map(|place| folded.original(place))
}

/// Whether what stands between two words is a page break: it leaves the line of the first, reaches
/// the start of another, and holds few lines in between, none of them a heading.
fn is_page_break(between: &str, how: Join) -> bool {
    let filler = |c: char| {
        c.is_whitespace() || matches!(c, '*' | '_') || how == Join::Nothing && is_hyphen(c)
    };
    let Some((rest, others)) = between.split_once('\n') else { return false };
    let (stamps, lead) = others.rsplit_once('\n').unwrap_or(("", others));
    let stamps = || stamps.lines().map(str::trim).filter(|line| !line.is_empty());
    rest.chars().chain(lead.chars()).all(filler)
        && stamps().count() <= MAX_STAMPS
        && stamps().all(|line| !line.starts_with('#'))
}

fn is_hyphen(char: char) -> bool {
    matches!(char, '-' | '\u{AD}' | '\u{2010}' | '\u{2011}')
}
