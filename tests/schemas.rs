//! The published schemas: fresh, and true of what commands print.
//!
//! `BLESS=1` rewrites them.
#![allow(clippy::disallowed_methods, reason = "the test reads and rewrites docs/schema/")]
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

use foedera::export::{Document, ExplorerDocument, Passages, document};
use foedera::pipeline::{Options, analyse};
use foedera::query::{QUESTIONS, schema_of};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Runs of each question, so that every part of its answer is seen.
const RUNS: &[(&str, &[&str])] = &[
    ("commitments", &["commitments"]),
    ("commitments", &["commitments", "--as-of", "1996-04-17", "--under", "mutual-security-treaty"]),
    ("commitments", &["commitments", "--due-before", "2003-04-15"]),
    ("bridges", &["bridges"]),
    ("components", &["components"]),
    ("coverage", &["coverage"]),
    ("cut", &["path", "joseph-nye", "futenma-air-station", "--cut"]),
    ("rank", &["rank"]),
    ("stats", &["stats"]),
    ("diff", &["diff", "--from", "1996-03-31", "--to", "1996-05-31"]),
    ("diff", &["diff", "--from", "1995", "--to", "1996-04-17", "--certain"]),
    ("diff-data", &["diff", "src/cli/template", "data/us-japan"]),
    ("diff-data", &["diff", "data/us-japan", "data/us-japan", "--as-of", "1996-04"]),
    ("bridges", &["bridges"]),
    ("components", &["components"]),
    ("components", &["components", "--kinds", "PartyTo,HoldsOffice"]),
    ("coverage", &["coverage"]),
    ("cut", &["path", "joseph-nye", "china", "--cut"]),
    ("cut", &["path", "joseph-nye", "china", "--cut=relations"]),
    ("find", &["find", "futenma"]),
    ("find", &["find", "treaty", "--as-of", "1996-04-17"]),
    ("list", &["list", "checks"]),
    ("list", &["list", "obligations"]),
    ("neighbors", &["neighbors", "japan"]),
    ("obligations", &["obligations", "united-states", "japan"]),
    ("obligations", &["obligations", "united-states", "japan", "--all", "--as-of", "1996-04-17"]),
    ("path", &["path", "joseph-nye", "futenma-air-station"]),
    ("path", &["path", "japan", "us-forces-in-japan", "--as-of", "1996-04-17"]),
    ("rank", &["rank", "--by", "pagerank"]),
    ("rank", &["rank", "--by", "betweenness", "--kind", "Person"]),
    ("show", &["show", "us-forces-in-japan"]),
    ("show", &["show", "return-of-futenma", "--as-of", "1996-04-17"]),
    ("show", &["show", "defense-of-japan"]),
    ("stats", &["stats"]),
    ("timeline", &["timeline"]),
    ("timeline", &["timeline", "japan", "--as-of", "1996-04-17"]),
];

fn run(arguments: &[&str]) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_foedera"));
    command.env_remove("FOEDERA_SOURCES").args(arguments);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Holds a published schema to what it is made from, or rewrites it.
fn fresh(name: &str, schema: &schemars::Schema) {
    let path = format!("docs/schema/{name}.v1.json");
    let text = serde_json::to_string_pretty(schema).unwrap() + "\n";
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &text).unwrap();
    }
    let old = fs::read_to_string(&path).unwrap_or_default();
    assert!(old == text, "{path} is stale: run `just bless`");
}

#[test]
fn published_schemas_are_fresh() {
    for question in QUESTIONS {
        fresh(question.name, &(question.schema)());
    }
    fresh("graph", &schema_of::<Document>());
    fresh("explorer", &schema_of::<ExplorerDocument>());
}

#[test]
fn no_schema_is_left_over() {
    let mut expected: BTreeSet<String> =
        QUESTIONS.iter().map(|question| format!("{}.v1.json", question.name)).collect();
    expected.extend(["graph.v1.json", "explorer.v1.json", "findings.v1.json"].map(str::to_owned));
    let entries = fs::read_dir("docs/schema").unwrap();
    let found: BTreeSet<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(found, expected);
}

/// Checks a document against a published schema, and that the schema is no empty promise: without a
/// field that it requires, the document is refused.
fn conforms(name: &str, document: &Value) {
    let path = format!("docs/schema/{name}.v1.json");
    let schema: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(document)
        .take(5)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{name}: {errors:#?}");
    let mut broken = document.clone();
    broken.as_object_mut().unwrap().remove("version");
    assert!(!validator.is_valid(&broken), "{path} lets a document without a version pass");
}

#[test]
fn answers_conform_to_their_schemas() {
    for (question, arguments) in RUNS {
        let document = run(&[arguments, &["--format", "json"][..]].concat());
        assert_eq!(document["version"], 1, "{arguments:?}");
        assert_eq!(document["question"], *question, "{arguments:?}");
        conforms(question, &document);
    }
    let asked: BTreeSet<&str> = RUNS.iter().map(|(question, _)| *question).collect();
    let all: BTreeSet<&str> = QUESTIONS.iter().map(|question| question.name).collect();
    assert_eq!(asked, all, "every question is run");
}

#[test]
fn the_exported_graph_conforms_to_its_schema() {
    let document = run(&["export", "--format", "json"]);
    assert!(document["nodes"].as_array().unwrap().len() > 100);
    conforms("graph", &document);
    conforms("graph", &run(&["export", "--format", "json", "--view", "summit"]));
}

#[test]
fn what_the_explorer_reads_conforms_to_its_schema() {
    let workspace = foedera::workspace::open(Path::new("data/us-japan"), &[]).unwrap();
    let graph = analyse(&workspace.files, &Options::default()).graph;
    let told = document(&graph, Passages::Hidden, Some("summit"));
    assert_eq!(told.open.as_deref(), Some("summit"));
    conforms("explorer", &serde_json::to_value(told).unwrap());
}
