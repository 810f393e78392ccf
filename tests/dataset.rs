//! The curated data set: clean, and its exports fresh.

use foedera::diagnostic::render::{Report, Style, format};
use foedera::export::site;
use foedera::pipeline::{Analysis, Options, analyse};
use foedera::record::SourceKind;
use foedera::text::FileRole;
use foedera::workspace::{self, Workspace};
use std::path::{Path, PathBuf};

/// The data set, with the texts of its sources where the environment says they are.
fn us_japan() -> (Workspace, Analysis) {
    let sources: Vec<PathBuf> =
        std::env::var_os("FOEDERA_SOURCES").map(PathBuf::from).into_iter().collect();
    let workspace = workspace::open(Path::new("data/us-japan"), &sources).unwrap();
    let analysis = analyse(&workspace.files, &Options::default());
    (workspace, analysis)
}

#[test]
fn it_is_clean() {
    let (workspace, analysis) = us_japan();
    let style = Style { color: false, width: 160 };
    let findings = &analysis.diagnostics;
    let report = Report { files: &workspace.files, findings, rules: &[], style, limit: 100 };
    let mut text = Vec::new();
    (format("human").unwrap().write)(&report, &mut text).unwrap();
    assert!(findings.is_empty(), "\n{}", String::from_utf8_lossy(&text));
}

#[test]
fn the_text_is_verified_where_it_is_at_hand() {
    let (workspace, analysis) = us_japan();
    let evidence = analysis.graph.evidence();
    let at_hand = workspace.files.of(FileRole::SourceText).count();
    let read = evidence.sources().iter().filter(|source| source.document().is_some()).count();
    if at_hand == 0 {
        println!("note: no source text is at hand (FOEDERA_SOURCES), so the lock is trusted");
    }
    assert_eq!(read, at_hand, "every text at hand is the one that its source names");
    assert!(evidence.lock().is_some());
}

#[test]
fn every_record_is_cited_and_every_citation_resolves() {
    let (_, analysis) = us_japan();
    let graph = &analysis.graph;
    let background: Vec<&str> = graph
        .records()
        .sources
        .iter()
        .filter(|source| source.kind == SourceKind::Background)
        .map(|source| source.id.as_str())
        .collect();
    for citation in graph.evidence().citations() {
        let resolved = citation.proof.passage().is_some();
        let is_background = background.contains(&&*citation.source);
        assert!(resolved != is_background, "{citation:?}");
    }
}

#[test]
fn exports_are_fresh() {
    let (_, analysis) = us_japan();
    let out = Path::new("exports/us-japan");
    let files = site(&analysis.graph, &|_, _| {});
    if std::env::var_os("BLESS").is_some() {
        workspace::replace_folder(out, &files).unwrap();
    }
    let there = workspace::list_folder(out).unwrap();
    assert_eq!(there, files.keys().cloned().collect::<Vec<_>>(), "run `foedera build`");
    for (name, bytes) in &files {
        let old = std::fs::read(out.join(name)).unwrap();
        assert!(old == *bytes, "exports/us-japan/{name} is stale: run `foedera build`");
    }
}
