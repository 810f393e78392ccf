//! The documentation says what is so: its examples are checked, its generated pages are fresh.

use foedera::pipeline::{Options, analyse};
use foedera::record::RECORD_TYPES;
use foedera::text::{File, FileRole, Files};
use std::fs;

/// The blocks of a page that are fenced as `language`.
fn blocks(page: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    let block = |rest: &str| rest.split("\n```").next().unwrap_or("").to_owned();
    page.split(&fence).skip(1).map(block).collect()
}

#[test]
fn the_examples_of_every_record_type_are_clean() {
    let page = fs::read_to_string("docs/data-format.md").unwrap();
    let blocks = blocks(&page, "ron");
    let kinds = ["EntityKind", "RelationKind", "ObligationKind", "MeasureKind", "RoleKind"];
    for name in RECORD_TYPES.iter().filter(|name| !kinds.contains(name)) {
        let start = format!("{name}(");
        assert!(blocks.iter().any(|block| block.contains(&start)), "no example of {name}");
    }
    let file = |(n, block): (usize, &String)| -> File {
        Files::from_bytes(format!("{n}.ron"), FileRole::Records, block.as_bytes())
    };
    let files =
        Files::new(foedera::vocabulary::built_in().chain(blocks.iter().enumerate().map(file)));
    let analysis = analyse(&files, &Options::default());
    let found: Vec<String> = analysis
        .diagnostics
        .iter()
        .map(|finding| format!("{} {}", finding.rule.code, finding.message))
        .collect();
    assert!(found.is_empty(), "{found:#?}");
    assert_eq!(analysis.graph.records().commitments.len(), 2);
}

#[test]
fn every_built_in_kind_is_used_by_its_own_rules() {
    let files = Files::new(foedera::vocabulary::built_in());
    let analysis = analyse(&files, &Options::default());
    let codes: Vec<&str> = analysis.diagnostics.iter().map(|d| d.rule.code).collect();
    assert!(codes.is_empty(), "the built-in vocabulary is clean by itself: {codes:?}");
    let vocabulary = analysis.graph.vocabulary();
    for role in foedera::vocabulary::Role::ALL {
        assert!(vocabulary.role(role).is_some(), "{role:?} has no labels");
    }
    for kind in vocabulary.entities() {
        assert!(vocabulary.nature(&kind.id.0).is_some(), "{} has no nature", kind.id);
        assert!(vocabulary.tone(&kind.id.0).is_some(), "{} has no tone", kind.id);
    }
}

/// Holds a generated page to what it is made from, or rewrites it.
fn fresh(path: &str, text: &str) {
    if std::env::var_os("BLESS").is_some() {
        fs::write(path, text).unwrap();
    }
    let old = fs::read_to_string(path).unwrap_or_default();
    assert!(old == text, "{path} is stale: run `just bless`");
}

#[test]
fn the_vocabulary_page_is_fresh() {
    let files = Files::new(foedera::vocabulary::built_in());
    let graph = analyse(&files, &Options::default()).graph;
    fresh("docs/vocabulary.md", &foedera::vocabulary::reference(graph.vocabulary()));
}
