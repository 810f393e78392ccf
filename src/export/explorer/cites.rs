//! Citations: each told once, with its passage where that may be shown.

use super::Passages;
use super::body::CiteBody;
use super::table::Table;
use crate::citation::{Document, Passage};
use crate::graph::{Citation, Graph, SourceState};
use crate::query::document::CiteRef;
use crate::record::Origin;
use crate::text::Place;
use std::collections::HashMap;

/// The citations that occur.
pub(super) struct Cites<'g> {
    graph: &'g Graph,
    passages: Passages,
    sources: HashMap<&'g str, usize>,
    table: Table<(usize, Option<String>), CiteBody>,
    /// Where each citation leads, by number.
    leads: Vec<(usize, Option<Passage>)>,
}

impl<'g> Cites<'g> {
    pub(super) fn new(graph: &'g Graph, passages: Passages) -> Self {
        let sources = graph.records().sources.iter().enumerate();
        let sources = sources.map(|(number, source)| (source.id.as_str(), number)).collect();
        Self { graph, passages, sources, table: Table::new(), leads: Vec::new() }
    }

    /// The numbers of the citations of a record.
    pub(super) fn of(&mut self, origin: Origin) -> Vec<usize> {
        let graph = self.graph;
        self.numbers(graph.evidence().of(origin))
    }

    /// The numbers of the citations of a part of a record.
    pub(super) fn part(&mut self, origin: Origin, part: &Place) -> Vec<usize> {
        let graph = self.graph;
        self.numbers(graph.evidence().of(origin).filter(|cite| cite.at().is_within(part)))
    }

    /// The citations of a source that touch a sentence, by number.
    pub(super) fn touching(&self, source: usize, section: usize, sentence: usize) -> Vec<usize> {
        let touches = |(of, passage): &(usize, Option<Passage>)| {
            let passage = passage.as_ref().filter(|passage| passage.section == section);
            *of == source && passage.is_some_and(|passage| passage.sentences.contains(&sentence))
        };
        let leads = self.leads.iter().enumerate();
        leads.filter(|(_, lead)| touches(lead)).map(|(number, _)| number).collect()
    }

    pub(super) fn into_rows(self) -> Vec<CiteBody> {
        self.table.into_rows()
    }

    fn numbers<'c>(&mut self, citations: impl Iterator<Item = &'c Citation>) -> Vec<usize> {
        let mut numbers: Vec<usize> = citations.filter_map(|cite| self.number(cite)).collect();
        let mut seen = std::collections::HashSet::new();
        numbers.retain(|number| seen.insert(*number));
        numbers
    }

    /// None for a citation of a source that nothing describes.
    fn number(&mut self, citation: &Citation) -> Option<usize> {
        let source = *self.sources.get(&*citation.source)?;
        let passage = citation.proof.passage();
        let Self { graph, passages, table, leads, .. } = self;
        Some(table.number((source, citation.locator.clone()), || {
            leads.push((source, passage.cloned()));
            let shown = passage.filter(|_| *passages == Passages::Shown);
            let text = graph.evidence().sources().get(source).and_then(SourceState::document);
            let CiteRef { locator, section, paragraph, verified, .. } = CiteRef::of(citation);
            let passage = shown.zip(text).and_then(|(passage, text)| split(text, passage));
            CiteBody { source, locator, section, paragraph, verified, passage }
        }))
    }
}

/// The paragraphs of a passage in three: before it, the passage, and after it.
fn split(text: &Document, passage: &Passage) -> Option<[String; 3]> {
    let section = passage.section;
    let (first, last) = (*passage.sentences.start(), *passage.sentences.end());
    let ends_in = text.sentence(section, last)?.paragraph;
    let start = text.paragraph(section, passage.paragraph).first()?.number;
    let end = text.paragraph(section, ends_in).last()?.number;
    let part = |from: usize, to: usize| match from <= to {
        true => text.text_of(section, from..=to).unwrap_or_default().to_owned(),
        false => String::new(),
    };
    Some([part(start, first - 1), part(first, last), part(last + 1, end)])
}
