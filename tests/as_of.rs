//! Every question that takes a date: what was surely not so is left out, what can't be told is kept
//! and marked with what would decide it, and `--certain` leaves that out too.
#![allow(clippy::disallowed_methods, reason = "the test makes a data set")]
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

use std::fs;
use std::path::Path;
use std::process::Command;

/// Three ties and three commitments between the same ends: one surely over in June 1990, one that
/// may be, and one that holds.
const RECORDS: &str = r#"[
    Dataset(id: "t", title: "T", description: "T.", licence: "CC0-1.0", reference_date: "2000"),
    Entity(id: "over", kind: Treaty, name: "Treaty over", life: "1960/1980"),
    Entity(id: "maybe", kind: Treaty, name: "Treaty maybe", life: "1960/1990"),
    Entity(id: "holds", kind: Treaty, name: "Treaty holds", life: "1960/1999"),
    Entity(id: "a", kind: State, name: "A"), Entity(id: "b", kind: State, name: "B"),
    Relation(from: "a", kind: PartyTo, to: "over", during: "1960/1980"),
    Relation(from: "a", kind: PartyTo, to: "maybe", during: "1960/1990"),
    Relation(from: "a", kind: PartyTo, to: "holds", during: "1960/1999"),
    Commitment(id: "c-over", kind: Defense, name: "C over", by: ["a"], to: ["b"], under: ["over"],
        binding: Legal, term: "1960/1980", history: [(step: InForce, on: "1960")]),
    Commitment(id: "c-maybe", kind: Defense, name: "C maybe", by: ["a"], to: ["b"], under: ["maybe"],
        binding: Legal, term: "1960/1990", history: [(step: InForce, on: "1960")]),
    Commitment(id: "c-holds", kind: Defense, name: "C holds", by: ["a"], to: ["b"], under: ["holds"],
        binding: Legal, history: [(step: InForce, on: "1960")]),
]"#;

fn run(data: &Path, arguments: &[&str]) -> (String, bool) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_foedera"));
    command.arg("--data").arg(data).args(["--width", "160"]).args(arguments);
    let output = command.env_remove("FOEDERA_SOURCES").env("NO_COLOR", "1").output().unwrap();
    assert_ne!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    (String::from_utf8(output.stdout).unwrap(), output.status.success())
}

fn data_set() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("dataset.ron"), RECORDS).unwrap();
    folder
}

/// The line that tells of something.
fn line<'t>(text: &'t str, what: &str) -> Option<&'t str> {
    text.lines().find(|line| line.contains(what))
}

#[test]
fn what_cant_be_told_is_kept_marked_and_left_out_when_only_the_certain_is_asked_for() {
    let folder = data_set();
    let questions: [(&[&str], [&str; 3]); 5] = [
        (&["find", "treaty"], ["Treaty over", "Treaty maybe", "Treaty holds"]),
        (&["show", "a", "--kinds", "PartyTo"], ["Treaty over", "Treaty maybe", "Treaty holds"]),
        (
            &["neighbors", "a", "--kinds", "PartyTo"],
            ["Treaty over", "Treaty maybe", "Treaty holds"],
        ),
        (&["commitments", "--status", "in-force"], ["C over", "C maybe", "C holds"]),
        (&["obligations", "a", "b"], ["C over", "C maybe", "C holds"]),
    ];
    for (question, [over, maybe, holds]) in questions {
        let dated = [question, &["--as-of", "1990-06"]].concat();
        let (text, _) = run(folder.path(), &dated);
        assert_eq!(line(&text, over), None, "{question:?}\n{text}");
        let open = line(&text, maybe).unwrap_or_else(|| panic!("{question:?}\n{text}"));
        assert!(open.contains('?'), "{question:?}: not marked\n{text}");
        assert!(text.contains("1990"), "{question:?}: names no date\n{text}");
        let sure = line(&text, holds).unwrap_or_else(|| panic!("{question:?}\n{text}"));
        assert!(!sure.contains('?'), "{question:?}\n{text}");
        let (text, _) = run(folder.path(), &[&dated[..], &["--certain"]].concat());
        assert_eq!(line(&text, maybe), None, "{question:?} --certain\n{text}");
        assert!(line(&text, holds).is_some(), "{question:?} --certain\n{text}");
    }
}

#[test]
fn paths_sparql_exports_and_differences_ask_as_of_a_day_too() {
    let folder = data_set();
    let ask = |question: &[&str], extra: &[&str]| {
        run(folder.path(), &[question, &["--as-of", "1990-06"], extra].concat())
    };
    let path = |to: &str, extra: &[&str]| ask(&["path", "a", to, "--kinds", "PartyTo"], extra);
    assert!(!path("over", &[]).1, "surely over: no path");
    assert!(path("maybe", &[]).0.contains('?'), "may be: marked");
    assert!(!path("maybe", &["--certain"]).1);
    assert!(path("holds", &["--certain"]).1);

    let pattern = |to: &str| format!("ASK {{ d:a fo:PartyTo d:{to} }}");
    let sparql = |to: &str, extra: &[&str]| ask(&["sparql", &pattern(to)], extra).1;
    assert!(!sparql("over", &[]) && sparql("maybe", &[]) && !sparql("maybe", &["--certain"]));
    assert!(sparql("holds", &["--certain"]));

    let links = |extra: &[&str]| {
        let text = ask(&["export", "--format", "json"], extra).0;
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        let links = json["links"].as_array().unwrap().iter();
        let targets = links.filter(|link| link["kind"] == "PartyTo");
        targets.map(|link| link["target"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(links(&[]), ["maybe", "holds"]);
    assert_eq!(links(&["--certain"]), ["holds"]);

    let other = data_set();
    let changed = RECORDS.replace(r#"during: "1960/1980""#, r#"during: "1960/1979""#);
    fs::write(other.path().join("dataset.ron"), changed).unwrap();
    let (old, new) = (folder.path().to_str().unwrap(), other.path().to_str().unwrap());
    let same = "The data sets say the same.\n";
    assert_eq!(ask(&["diff", old, new], &[]).0, same, "what was over is on neither side");
    assert_ne!(run(folder.path(), &["diff", old, new]).0, same);
}

#[test]
fn a_timeline_ends_with_the_day_asked_of() {
    let folder = data_set();
    let timeline = |extra: &[&str]| {
        let question =
            [&["timeline", "a", "--kinds", "PartyTo", "--as-of", "1990-06"], extra].concat();
        run(folder.path(), &question).0
    };
    let text = timeline(&[]);
    assert!(line(&text, "until 1980").is_some_and(|line| !line.contains('?')), "{text}");
    assert!(line(&text, "until 1990").is_some_and(|line| line.starts_with('?')), "{text}");
    assert_eq!(line(&text, "until 1999"), None);
    assert_eq!(line(&timeline(&["--certain"]), "until 1990"), None);
}
