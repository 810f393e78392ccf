//! The data set as a whole: its size, its one piece, its drawings, its figures, and that it holds nothing of
//! the paper's text.

use super::{graph, us_japan};
use foedera::citation::Locator;
use foedera::graph::{Scope, Slice, select};
use foedera::query::{Answer, coverage};
use foedera::time::AsOf;
use std::collections::HashSet;
use std::path::Path;
use walkdir::WalkDir;

/// This many words in a row of the paper are a quotation.
const QUOTATION: usize = 14;
/// The most words that a part of a locator may have.
const LOCATOR: usize = 12;

#[test]
fn it_is_as_large_as_the_paper_is_rich() {
    let graph = graph();
    let records = graph.records();
    let counts = [records.entities.len(), records.relations.len(), records.commitments.len()];
    for (count, least) in counts.into_iter().zip([150, 220, 45]) {
        assert!(count >= least, "{counts:?}");
    }
}

#[test]
fn it_hangs_together() {
    assert_eq!(petgraph::algo::connected_components(graph().net()), 1);
}

#[test]
fn every_view_fits_a_slide() {
    let graph = graph();
    let views = &graph.records().views;
    assert!(views.len() >= 8);
    for view in views {
        let date = view.as_of.as_ref().map(|date| AsOf::try_from(*date.get().unwrap()).unwrap());
        let slice = Slice::new(&graph, Scope { as_of: date, ..Scope::default() });
        let drawn = select(&slice, view);
        assert!((2..=30).contains(&drawn.nodes.len()), "{}: {} nodes", view.id, drawn.nodes.len());
        assert!(!drawn.edges.is_empty(), "{}: nothing ties them", view.id);
        let alone = |node| {
            let at = |edge: &_| [graph.edge(*edge).source(), graph.edge(*edge).target()];
            !drawn.edges.iter().flat_map(at).any(|end| end.index() == node)
        };
        let alone: Vec<&str> =
            drawn.nodes.iter().filter(|node| alone(**node)).map(|n| graph.node(*n).id()).collect();
        assert_eq!(alone, [""; 0], "{}: tied to nothing in it", view.id);
    }
}

#[test]
fn every_figure_is_in_a_unit_of_its_kind() {
    let graph = graph();
    for measure in &graph.records().measures {
        let kind = graph.vocabulary().measure(&measure.what.0).unwrap();
        assert!(kind.units.contains(&measure.unit), "{} of {}", measure.what, measure.of);
    }
}

#[test]
fn every_sentence_backs_a_record_or_is_said_not_to() {
    let graph = graph();
    let body = coverage(&graph, None, false).body();
    let [paper] = &body.sources[..] else { panic!("one source has a text") };
    assert_eq!((paper.tally.covered, paper.tally.missed, paper.percent), (109, 0, 100));
    for section in &paper.sections {
        // The author's telephone, the links of the page, and a library's form.
        let uncited = match section.title.as_str() {
            "Recommendations" => 3,
            "INTERNET DOCUMENT INFORMATION FORM" => section.sentences.len(),
            _ => 0,
        };
        assert_eq!(section.tally.uncited, uncited, "{}", section.title);
        let silent = section.sentences.iter().filter(|one| one.state == "uncited");
        assert!(silent.into_iter().all(|one| one.reason.is_some()), "{}", section.title);
    }
}

#[test]
fn no_locator_is_a_quotation() {
    let graph = graph();
    for citation in graph.evidence().citations() {
        let Some(text) = &citation.locator else { continue };
        let locator: Locator = text.parse().unwrap();
        for part in [Some(locator.start()), locator.end()].into_iter().flatten() {
            assert!(part.split_whitespace().count() <= LOCATOR, "{text}");
        }
    }
}

/// The words of a text, in lower case, without what stands between them.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Holds for the data with its names, glosses, notes and locators, and for all that is made of it or says
/// something of it.
#[test]
fn no_file_of_the_project_quotes_the_paper() {
    let analysis = us_japan();
    let documents = analysis.graph.evidence().sources().iter().filter_map(|s| s.document());
    let text: Vec<&str> = documents
        .flat_map(|document| document.sentences().iter().map(move |one| (document, one)))
        .filter_map(|(document, one)| document.text_of(one.section, one.number..=one.number))
        .collect();
    if text.is_empty() {
        println!("note: skipped, as the text of the paper is not at hand (FOEDERA_SOURCES)");
        return;
    }
    let paper = words(&text.join(" "));
    let quotations: HashSet<&[String]> = paper.windows(QUOTATION).collect();
    assert!(quotations.len() > 2000, "the whole paper was read");
    for folder in ["data", "docs", "exports", "src", "tests", "README.md", "CONTRIBUTING.md"] {
        let files = WalkDir::new(Path::new(folder)).into_iter().filter_map(Result::ok);
        for file in files.filter(|file| file.file_type().is_file()) {
            let bytes = std::fs::read(file.path()).unwrap();
            let found = words(&String::from_utf8_lossy(&bytes));
            let quoted = found.windows(QUOTATION).find(|run| quotations.contains(run));
            assert_eq!(quoted, None, "{}", file.path().display());
        }
    }
}
