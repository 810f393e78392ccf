//! Coverage of a source: which of its sentences back a record, which are set aside, which are
//! missed.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::RangeInclusive;

use super::outline::{Outline, Section};
use super::resolve::Passage;
use crate::record::Uncited;

/// What there is to say of one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It backs these records, in alphabetical order.
    Covered(Vec<String>),
    /// It is declared to back none, for this reason.
    Uncited(String),
    /// It backs no record, and nothing says why.
    Missed,
}

/// Coverage of one source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// Its sections in order, those without sentences too; the first stands before the first
    /// heading.
    pub sections: Vec<SectionCoverage>,
    /// What is wrong with the declarations of what is uncited.
    pub problems: Vec<UncitedProblem>,
}

/// Coverage of one section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionCoverage {
    /// Its title; empty for what stands before the first heading.
    pub title: String,
    /// Its sentences in order.
    pub sentences: Vec<SentenceCoverage>,
}

/// Coverage of one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentenceCoverage {
    /// Its paragraph in the section, from 1.
    pub paragraph: usize,
    /// Its number in the section, from 1.
    pub number: usize,
    /// What there is to say of it.
    pub state: State,
}

/// How many sentences are in each state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Those that back a record.
    pub covered: usize,
    /// Those declared to back none.
    pub uncited: usize,
    /// All others.
    pub missed: usize,
}

/// A declaration of uncited sentences that says something wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UncitedProblem {
    /// Which of the declarations, from 0.
    pub index: usize,
    /// What is wrong with it.
    pub flaw: UncitedFlaw,
}

/// What is wrong with a declaration of uncited sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UncitedFlaw {
    /// There is no section with this title.
    NoSection,
    /// The section has not the sentences declared, only so many.
    NoSentence(usize),
    /// `to` comes before `sentence`, or is given without it.
    Backwards,
    /// These sentences of the section back a record after all.
    Covered(Vec<usize>),
    /// These sentences of the section were declared before.
    Twice(Vec<usize>),
}

impl Coverage {
    /// Coverage of a source with this outline, by citations (owner, passage), where an owner is
    /// what a person calls the record that cites. The outline and the passages may come from a
    /// [`Document`](super::Document) or from a [`Lock`](super::Lock) alone.
    pub fn of<'a>(
        outline: &Outline,
        citations: impl IntoIterator<Item = (&'a str, &'a Passage)>,
        uncited: &[Uncited],
    ) -> Self {
        let mut owners: BTreeMap<(usize, usize), BTreeSet<&str>> = BTreeMap::new();
        for (owner, passage) in citations {
            for sentence in passage.sentences.clone() {
                owners.entry((passage.section, sentence)).or_default().insert(owner);
            }
        }
        let covered = |section: usize, sentence: &SentenceCoverage| {
            let owners = owners.get(&(section, sentence.number))?;
            Some(State::Covered(owners.iter().map(|owner| (*owner).to_owned()).collect()))
        };
        let mut sections: Vec<SectionCoverage> = outline.sections.iter().map(missed).collect();
        for (number, section) in sections.iter_mut().enumerate() {
            for sentence in &mut section.sentences {
                sentence.state = covered(number, sentence).unwrap_or(State::Missed);
            }
        }
        let mut coverage = Self { sections, problems: Vec::new() };
        for (index, declared) in uncited.iter().enumerate() {
            let flaws = coverage.set_aside(outline, declared);
            coverage.problems.extend(flaws.into_iter().map(|flaw| UncitedProblem { index, flaw }));
        }
        coverage
    }

    /// Marks the sentences of one declaration, but for those that are covered anyway.
    fn set_aside(&mut self, outline: &Outline, declared: &Uncited) -> Vec<UncitedFlaw> {
        let section = outline.find(&declared.section);
        let Some(section) = section.and_then(|number| self.sections.get_mut(number)) else {
            return vec![UncitedFlaw::NoSection];
        };
        let Some(numbers) = declared.numbers(section.sentences.len()) else {
            return vec![UncitedFlaw::Backwards];
        };
        let (mut covered, mut twice) = (Vec::new(), Vec::new());
        let meant = section.sentences.iter_mut().filter(|s| numbers.contains(&s.number));
        for sentence in meant {
            match sentence.state {
                State::Covered(_) => covered.push(sentence.number),
                State::Uncited(_) => twice.push(sentence.number),
                State::Missed => sentence.state = State::Uncited(declared.reason.clone()),
            }
        }
        let has = section.sentences.len();
        let beyond = numbers.is_empty() || *numbers.start() < 1 || *numbers.end() > has;
        let flaws = [
            beyond.then_some(UncitedFlaw::NoSentence(has)),
            (!covered.is_empty()).then_some(UncitedFlaw::Covered(covered)),
            (!twice.is_empty()).then_some(UncitedFlaw::Twice(twice)),
        ];
        flaws.into_iter().flatten().collect()
    }

    /// How many of all sentences are in each state.
    pub fn tally(&self) -> Tally {
        self.sections.iter().map(SectionCoverage::tally).fold(Tally::default(), |sum, tally| {
            Tally {
                covered: sum.covered + tally.covered,
                uncited: sum.uncited + tally.uncited,
                missed: sum.missed + tally.missed,
            }
        })
    }
}

impl Uncited {
    /// The numbers meant in a section of so many sentences; none where they run backwards.
    fn numbers(&self, count: usize) -> Option<RangeInclusive<usize>> {
        match (self.sentence, self.to) {
            (None, None) => Some(1..=count),
            (None, Some(_)) => None,
            (Some(first), to) => {
                let last = to.unwrap_or(first);
                (first <= last).then_some(first..=last)
            }
        }
    }
}

fn missed(section: &Section) -> SectionCoverage {
    let paragraphs = section.paragraphs.iter().zip(1..);
    let sentences =
        paragraphs.flat_map(|(count, paragraph)| std::iter::repeat_n(paragraph, *count));
    let sentences = sentences.zip(1..).map(|(paragraph, number)| SentenceCoverage {
        paragraph,
        number,
        state: State::Missed,
    });
    SectionCoverage { title: section.title.clone(), sentences: sentences.collect() }
}

impl SectionCoverage {
    /// How many of its sentences are in each state.
    pub fn tally(&self) -> Tally {
        self.sentences.iter().fold(Tally::default(), |mut tally, sentence| {
            match sentence.state {
                State::Covered(_) => tally.covered += 1,
                State::Uncited(_) => tally.uncited += 1,
                State::Missed => tally.missed += 1,
            }
            tally
        })
    }
}

impl Tally {
    /// The number of all sentences.
    pub fn total(self) -> usize {
        self.covered + self.uncited + self.missed
    }

    /// How many of a hundred sentences that are to be cited are covered, rounded down, so that 100
    /// means all of them. Sentences declared uncited are not counted; where no others are left,
    /// all are.
    pub fn percent(self) -> usize {
        (self.covered * 100).checked_div(self.covered + self.missed).unwrap_or(100)
    }
}

impl fmt::Display for UncitedFlaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |numbers: &[usize]| {
            let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
            let noun = if numbers.len() == 1 { "sentence" } else { "sentences" };
            format!("{noun} {} of the section", numbers.join(", "))
        };
        match self {
            Self::NoSection => f.write_str("the source has no section with this title"),
            Self::NoSentence(0) => f.write_str("the section has no sentences"),
            Self::NoSentence(count) => {
                write!(f, "the section has only the sentences from 1 to {count}")
            }
            Self::Backwards => f.write_str("`to` comes before `sentence`"),
            Self::Covered(numbers) => write!(f, "a record cites {}", list(numbers)),
            Self::Twice(numbers) => write!(f, "{} was declared uncited before", list(numbers)),
        }
    }
}
