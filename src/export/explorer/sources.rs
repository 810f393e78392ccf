//! The sources: what they are, and which of their sentences back what.

use super::Passages;
use super::body::{SectionBody, SentenceBody, SourceBody};
use super::cites::Cites;
use crate::citation::{Document, SectionCoverage, State};
use crate::graph::{Graph, SourceState, coverage};
use crate::record::{Filed, Source};

/// Every source, in the order of the records.
pub(super) fn bodies(graph: &Graph, cites: &mut Cites<'_>, passages: Passages) -> Vec<SourceBody> {
    let sources = graph.records().sources.iter().enumerate();
    sources.map(|(number, source)| body(graph, cites, passages, number, source)).collect()
}

fn body(
    graph: &Graph,
    cites: &Cites<'_>,
    passages: Passages,
    number: usize,
    source: &Filed<Source>,
) -> SourceBody {
    let text = graph.evidence().sources().get(number).and_then(SourceState::document);
    let text = text.filter(|_| passages == Passages::Shown);
    let covered = source.text.as_ref().and_then(|_| coverage(graph, source));
    let sections = covered.iter().flat_map(|covered| covered.sections.iter().enumerate());
    let section = |(section, covered): (usize, &SectionCoverage)| SectionBody {
        title: covered.title.clone(),
        sentences: sentences(cites, text, (number, section), covered),
    };
    let sections = sections.map(section).filter(|section| !section.sentences.is_empty());
    let name = |id: &String| graph.find(id).map_or(id.as_str(), |node| node.name()).to_owned();
    let author = source.author.iter().map(name).collect();
    let about = crate::export::SourceBody { author, ..crate::export::SourceBody::of(source) };
    SourceBody { about, sections: sections.collect() }
}

fn sentences(
    cites: &Cites<'_>,
    text: Option<&Document>,
    (source, section): (usize, usize),
    covered: &SectionCoverage,
) -> Vec<SentenceBody> {
    let sentence = |found: &crate::citation::SentenceCoverage| SentenceBody {
        paragraph: found.paragraph,
        covered: matches!(found.state, State::Covered(_)),
        reason: match &found.state {
            State::Uncited(reason) => Some(reason.clone()),
            State::Covered(_) | State::Missed => None,
        },
        cites: cites.touching(source, section, found.number),
        text: text
            .and_then(|text| text.text_of(section, found.number..=found.number))
            .map(str::to_owned),
    };
    covered.sentences.iter().map(sentence).collect()
}
