//! Which sentences of a source back a record, as a test-coverage report does for code.

use super::Answer;
use crate::citation::{self, State, Tally};
use crate::graph::{self, Graph};
use crate::record::{Filed, Source};
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt::Write;

/// The coverage of each source whose outline is known, from its text or from the lock.
#[derive(Debug, Clone)]
pub struct Coverage<'g> {
    detail: bool,
    sources: Vec<(&'g Filed<Source>, citation::Coverage)>,
    /// The sources of which neither text nor lock tells the outline.
    unknown: Vec<&'g Filed<Source>>,
}

/// The coverage of one source, or of all that have a text. `detail`: every sentence in the text for
/// people, not only those missed.
pub fn coverage<'g>(graph: &'g Graph, source: Option<&str>, detail: bool) -> Coverage<'g> {
    let records = graph.records();
    let mut coverage = Coverage { detail, sources: Vec::new(), unknown: Vec::new() };
    let wanted = |record: &&Filed<Source>| match source {
        Some(id) => record.id == id,
        None => record.text.is_some(),
    };
    for record in records.sources.iter().filter(wanted) {
        match graph::coverage(graph, record) {
            Some(found) => coverage.sources.push((record, found)),
            None => coverage.unknown.push(record),
        }
    }
    coverage
}

/// How many sentences are in each state.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct TallyBody {
    /// Those that back a record.
    pub covered: usize,
    /// Those declared to back none.
    pub uncited: usize,
    /// All others.
    pub missed: usize,
}

impl From<Tally> for TallyBody {
    fn from(tally: Tally) -> Self {
        Self { covered: tally.covered, uncited: tally.uncited, missed: tally.missed }
    }
}

/// A sentence.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SentenceBody {
    /// Its paragraph in the section, from 1.
    pub paragraph: usize,
    /// Its number in the section, from 1.
    pub sentence: usize,
    /// `covered`, `uncited` or `missed`.
    pub state: String,
    /// The records that it backs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<String>,
    /// Why it backs none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A section.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SectionBody {
    /// Its title; empty for what stands before the first heading.
    pub title: String,
    /// How many of its sentences are in each state.
    pub tally: TallyBody,
    /// Its sentences.
    pub sentences: Vec<SentenceBody>,
}

/// A source.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SourceBody {
    /// Its id.
    pub source: String,
    /// How many of its sentences are in each state.
    pub tally: TallyBody,
    /// Covered sentences per hundred that are not declared uncited, rounded down.
    pub percent: usize,
    /// Its sections.
    pub sections: Vec<SectionBody>,
    /// What is wrong with the declarations of what is uncited.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<String>,
}

/// The answer to `coverage`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CoverageBody {
    /// The sources whose sentences are known.
    pub sources: Vec<SourceBody>,
    /// The ids of the sources of which neither text nor lock is at hand.
    pub unknown: Vec<String>,
}

fn sentence(found: &citation::SentenceCoverage) -> SentenceBody {
    let (state, records, reason) = match &found.state {
        State::Covered(records) => ("covered", records.to_vec(), None),
        State::Uncited(reason) => ("uncited", Vec::new(), Some(reason.clone())),
        State::Missed => ("missed", Vec::new(), None),
    };
    SentenceBody {
        paragraph: found.paragraph,
        sentence: found.number,
        state: state.into(),
        records,
        reason,
    }
}

impl Answer for Coverage<'_> {
    const QUESTION: &'static str = "coverage";
    type Body = CoverageBody;

    fn body(&self) -> CoverageBody {
        let section = |found: &citation::SectionCoverage| SectionBody {
            title: found.title.clone(),
            tally: found.tally().into(),
            sentences: found.sentences.iter().map(sentence).collect(),
        };
        let source = |(record, found): &(&Filed<Source>, citation::Coverage)| SourceBody {
            source: record.id.clone(),
            tally: found.tally().into(),
            percent: found.tally().percent(),
            sections: found.sections.iter().map(section).collect(),
            problems: found.problems.iter().map(|problem| problem.flaw.to_string()).collect(),
        };
        CoverageBody {
            sources: self.sources.iter().map(source).collect(),
            unknown: self.unknown.iter().map(|source| source.id.clone()).collect(),
        }
    }

    fn text(&self) -> String {
        let mut out = String::new();
        for (record, found) in &self.sources {
            let all = found.tally();
            write!(out, "{}: {}\n\n", record.id, record.title).unwrap_or_default();
            out += "covered  uncited  missed  section\n";
            for section in found.sections.iter().filter(|section| !section.sentences.is_empty()) {
                let title = if section.title.is_empty() { "front matter" } else { &section.title };
                out += &row(section.tally(), title);
                let shown =
                    section.sentences.iter().filter(|s| self.detail || s.state == State::Missed);
                shown.for_each(|found| out += &sentence_line(found));
            }
            out += &row(all, &format!("in all: {} % of what should be cited is", all.percent()));
            for problem in &found.problems {
                let (item, flaw) = (problem.index + 1, &problem.flaw);
                writeln!(out, "uncited, item {item}: {flaw}").unwrap_or_default();
            }
        }
        for source in &self.unknown {
            let id = &source.id;
            writeln!(out, "{id}: neither its text nor the lock is at hand").unwrap_or_default();
        }
        out
    }

    fn is_empty(&self) -> bool {
        let missed = self.sources.iter().any(|(_, found)| found.tally().missed > 0);
        missed || !self.unknown.is_empty() || self.sources.is_empty()
    }
}

fn row(tally: Tally, title: &str) -> String {
    let Tally { covered, uncited, missed } = tally;
    format!("{covered:7}  {uncited:7}  {missed:6}  {title}\n")
}

fn sentence_line(found: &citation::SentenceCoverage) -> String {
    let (paragraph, number) = (found.paragraph, found.number);
    let what = match &found.state {
        State::Covered(records) => {
            format!("backs {}", records.to_vec().join(", "))
        }
        State::Uncited(reason) => format!("uncited: {reason}"),
        State::Missed => "missed".into(),
    };
    format!("{:27}¶{paragraph}, sentence {number}: {what}\n", "")
}
