//! Fixes: what they make of a text, and `check --fix` as a user runs it.
#![allow(clippy::disallowed_methods, reason = "the tests make data sets and run foedera and git")]
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

use foedera::diagnostic::{Mended, mend};
use foedera::pipeline::{Analysis, Options, analyse};
use foedera::text::{FileRole, Files};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// A data set with one of each that has one right answer, between comments and odd layout.
const WRONG: &str = r#"// A data set.
[
    Dataset(id: "d", title: "D", description: "Two realms.", licence: "CC0-1.0", reference_date: "1900"),
    Source(id: "atlas", kind: Background, title: "Atlas", reference: "Made up."),

    // The realms.
    Entity(id: "ruritania", kind: Stat, name: "Ruritania", cites: [("atlas")]), // a misspelt kind
    Entity(
        id: "graustark", kind: State, name: "Graustark",
        allow: [("isolated-entity", "It was, once.")], // a needless waiver
        cites: [("atlas")],
    ),

    Relation(from: "ruritnia", kind: AlliedWith, to: "graustark", cites: [("atlas")]), // a misspelt id
    /* once */
    Relation(from: "ruritania",   kind: Borders, to: "graustark", cites: [("atlas")]),
    // The same, turned round.
    Relation(from: "graustark", kind: Borders, to: "ruritania", cites: [("atlas"), ("atlas")]),
    Measure(of: "ruritania", waht: Strength, value: 3, unit: "persons", cites: [("atlas")]),
]
"#;

const RIGHT: &str = r#"// A data set.
[
    Dataset(id: "d", title: "D", description: "Two realms.", licence: "CC0-1.0", reference_date: "1900"),
    Source(id: "atlas", kind: Background, title: "Atlas", reference: "Made up."),

    // The realms.
    Entity(id: "ruritania", kind: State, name: "Ruritania", cites: [("atlas")]), // a misspelt kind
    Entity(
        id: "graustark", kind: State, name: "Graustark",
        // a needless waiver
        cites: [("atlas")],
    ),

    Relation(from: "ruritania", kind: AlliedWith, to: "graustark", cites: [("atlas")]), // a misspelt id
    /* once */
    Relation(from: "ruritania",   kind: Borders, to: "graustark", cites: [("atlas")]),
    // The same, turned round.
    Measure(of: "ruritania", what: Strength, value: 3, unit: "persons", cites: [("atlas")]),
]
"#;

fn checked(text: &str) -> (Files, Analysis) {
    let own = Files::from_bytes("d.ron", FileRole::Records, text.as_bytes());
    let files = Files::new(foedera::vocabulary::built_in().chain([own]));
    let analysis = analyse(&files, &Options::default());
    (files, analysis)
}

/// The text after one pass, and how many findings are mended and put off.
fn mended(text: &str) -> (String, usize, usize) {
    let (files, analysis) = checked(text);
    let Mended { texts, applied, put_off } = mend(&files, &analysis.diagnostics);
    let new = texts.into_values().next().unwrap_or_else(|| text.to_owned());
    (new, applied.len(), put_off)
}

#[test]
fn what_has_one_right_answer_is_mended_and_all_else_is_kept() {
    // The repeated citation lies within the relation that goes, so it waits for the next pass.
    assert_eq!(mended(WRONG), (RIGHT.to_owned(), 5, 1));
    assert_eq!(checked(RIGHT).1.diagnostics.len(), 0);
    assert_eq!(mended(RIGHT), (RIGHT.to_owned(), 0, 0));
}

#[test]
fn a_repetition_that_says_more_is_kept() {
    let text = RIGHT.replace(
        "    // The same, turned round.\n",
        "    Relation(from: \"graustark\", kind: Borders, to: \"ruritania\", note: \"At the river.\", cites: [(\"atlas\")]),\n",
    );
    let (files, analysis) = checked(&text);
    let codes: Vec<&str> = analysis.diagnostics.iter().map(|d| d.rule.code).collect();
    assert_eq!(codes, ["F0205"]);
    assert!(mend(&files, &analysis.diagnostics).texts.is_empty());
}

#[test]
fn two_near_names_are_no_one_right_answer() {
    let text = RIGHT.replace(
        "from: \"ruritania\", kind: AlliedWith",
        "from: \"ruritania-9\", kind: AlliedWith",
    );
    let text = text.replace(
        "    // The realms.",
        "    Entity(id: \"ruritania-1\", kind: State, name: \"Older Ruritania\", cites: [(\"atlas\")]),\n    \
         Relation(from: \"ruritania-1\", kind: Borders, to: \"graustark\", cites: [(\"atlas\")]),",
    );
    let (files, analysis) = checked(&text);
    let codes: Vec<&str> = analysis.diagnostics.iter().map(|d| d.rule.code).collect();
    assert_eq!(codes, ["F0201"]);
    assert!(!analysis.diagnostics[0].fixes.is_empty());
    assert!(mend(&files, &analysis.diagnostics).texts.is_empty());
}

fn foedera(folder: &Path, arguments: &[&str]) -> Output {
    let data = folder.to_str().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_foedera"));
    command.args(["--data", data, "check"]).args(arguments).env("NO_COLOR", "1").output().unwrap()
}

fn git(folder: &Path, arguments: &[&str]) {
    let who = ["-c", "user.name=A", "-c", "user.email=a@example.org"];
    let ended =
        Command::new("git").arg("-C").arg(folder).args(who).args(arguments).output().unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
}

#[test]
fn without_git_it_writes_says_so_and_checks_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("dataset.ron");
    fs::write(&file, WRONG).unwrap();
    let ended = foedera(folder.path(), &["--fix"]);
    assert_eq!(ended.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&ended.stdout), "");
    let said = String::from_utf8_lossy(&ended.stderr);
    assert_eq!(said.lines().filter(|line| line.starts_with("mended ")).count(), 5, "{said}");
    assert!(said.contains("dataset.ron:14:20: F0201: no record has the id `ruritnia`"), "{said}");
    assert_eq!(fs::read_to_string(&file).unwrap(), RIGHT);
}

#[test]
fn a_dry_run_prints_a_diff_and_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("dataset.ron");
    fs::write(&file, WRONG).unwrap();
    let ended = foedera(folder.path(), &["--fix", "--dry-run"]);
    assert_eq!(ended.status.code(), Some(1));
    let diff = String::from_utf8(ended.stdout).unwrap();
    assert!(diff.starts_with("--- a/"), "{diff}");
    let removed = diff.lines().filter(|line| line.starts_with('-')).count();
    let added = diff.lines().filter(|line| line.starts_with('+')).count();
    assert_eq!((removed, added), (6, 5), "{diff}");
    assert_eq!(fs::read_to_string(&file).unwrap(), WRONG);
}

#[test]
fn a_file_that_git_has_not_recorded_is_changed_only_when_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("dataset.ron");
    git(folder.path(), &["init", "-q"]);
    fs::write(&file, WRONG).unwrap();
    let refused = foedera(folder.path(), &["--fix"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("--allow-dirty"));
    assert_eq!(fs::read_to_string(&file).unwrap(), WRONG);

    assert_eq!(foedera(folder.path(), &["--fix", "--allow-dirty"]).status.code(), Some(0));
    assert_eq!(fs::read_to_string(&file).unwrap(), RIGHT);

    fs::write(&file, WRONG).unwrap();
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "-q", "-m", "wrong"]);
    assert_eq!(foedera(folder.path(), &["--fix"]).status.code(), Some(0));
    assert_eq!(fs::read_to_string(&file).unwrap(), RIGHT);
}

#[test]
fn a_byte_order_mark_and_line_ends_stay() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("dataset.ron");
    let odd = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    fs::write(&file, odd(WRONG)).unwrap();
    assert_eq!(foedera(folder.path(), &["--fix"]).status.code(), Some(0));
    assert_eq!(fs::read_to_string(&file).unwrap(), odd(RIGHT));
}
