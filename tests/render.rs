//! The outputs of findings, on findings that are hard to print.
//!
//! `SNAPSHOTS=overwrite` rewrites the expectations in these files, `BLESS=1` the committed schema.
#![allow(clippy::disallowed_methods, reason = "tests read the repository they stand in")]
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

use foedera::diagnostic::render::{FORMATS, Report, Style, format, schema};
use foedera::diagnostic::{Diagnostic, Edit, Level, Rule};
use foedera::text::{FileRole, Files, Place, Span};
use proptest::prelude::{Just, Strategy, any, prop, prop_assert, prop_oneof, proptest};
use serde_json::Value;
use snapbox::{IntoData, assert_data_eq, str};
use std::slice;

#[path = "render/human.rs"]
mod human;
#[path = "render/machine.rs"]
mod machine;
#[path = "render/sarif.rs"]
mod sarif;

static DANGLING: Rule = Rule {
    code: "F0201",
    name: "dangling-reference",
    level: Level::Deny,
    docs: "A reference to an id that no record has.\n\nThe graph\nwould lack an end.\n\n# Mend\n`{}`",
};
static HIDDEN: Rule =
    Rule { code: "F0901", name: "hidden-character", level: Level::Warn, docs: "Hidden." };

/// Files by path and text; their numbers follow the order of the paths.
fn files(list: &[(&str, &str)]) -> Files {
    Files::new(
        list.iter()
            .map(|(path, text)| Files::from_bytes(*path, FileRole::Records, text.as_bytes())),
    )
}

/// The first place in the file of this path where `needle` stands.
fn at(files: &Files, path: &str, needle: &str) -> Place {
    let (id, file) = files.iter().find(|(_, file)| file.path == path).unwrap();
    let start = file.text.find(needle).unwrap();
    Place::Bytes(Span::new(id, start..start + needle.len()))
}

fn edit(at: Place, new: &str) -> Vec<Edit> {
    vec![Edit::replace(at, new)]
}

fn render(name: &str, files: &Files, findings: &[Diagnostic], color: bool) -> String {
    let rules = &[&HIDDEN, &DANGLING];
    let style = Style { color, width: 80 };
    let report = Report { files, findings, rules, style, limit: 1_000 };
    let mut out = Vec::new();
    (format(name).unwrap().write)(&report, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn json(name: &str, files: &Files, findings: &[Diagnostic]) -> Value {
    serde_json::from_str(&render(name, files, findings, false)).unwrap()
}

/// Two files: a reference with a slip, behind a tab and before wide characters; and what it means.
fn slip() -> (Files, Diagnostic) {
    let files = files(&[
        ("entities.ron", "[\n  Entity(id: \"joseph-nye\"),\n]\n"),
        ("relations.ron", "[\n\tRelation(\"日本\", to: \"josef-nye\"), // é\n]\n"),
    ]);
    let wrong = at(&files, "relations.ron", "josef-nye");
    let finding = Diagnostic::new(&DANGLING, wrong.clone(), "unknown id `josef-nye`")
        .label("no record has this id")
        .related(at(&files, "entities.ron", "joseph-nye"), "a similar id")
        .note("ids are case-sensitive")
        .help("declare it")
        .fix("replace it by `joseph-nye`", edit(wrong, "joseph-nye"), true);
    (files, finding)
}

/// Files and findings that try to drive the terminal, or to hide.
fn hostile() -> (Files, Vec<Diagnostic>) {
    let path = "a\u{1b}[31m\n::error::,%.ron";
    let text = "\u{1b}]0;title\u{7}\r\n\u{202e}evil\u{9b}31m\u{200b}\r\n\u{e0041}\0\r";
    let files = files(&[(path, text), ("empty.ron", "")]);
    let evil = "\u{1b}[2J\r\n::add-mask::x \u{202e}%";
    let empty = Place::Bytes(Span::new(files.iter().last().unwrap().0, 7..9));
    let place = at(&files, path, "evil");
    let first = Diagnostic::new(&HIDDEN, place.clone(), evil)
        .label(evil)
        .related(at(&files, path, "title"), evil)
        .related(empty.clone(), "")
        .note(evil)
        .help(evil)
        .fix(evil, edit(place, "\u{1b}[1mx\r\n\u{202e}"), false);
    (files, vec![first, Diagnostic::new(&DANGLING, empty, evil)])
}

#[test]
fn the_committed_schema_is_fresh_and_describes_the_json() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/schema/findings.v1.json");
    let fresh = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, &fresh).unwrap();
    }
    let committed = std::fs::read_to_string(path).unwrap();
    assert_eq!(committed, fresh, "BLESS=1 rewrites {path}");
    let validator = jsonschema::validator_for(&schema()).unwrap();
    for (files, findings) in [hostile(), (slip().0, vec![slip().1]), (Files::default(), vec![])] {
        let document = json("json", &files, &findings);
        validator.validate(&document).unwrap();
    }
    let (files, finding) = slip();
    let mut document = json("json", &files, &[finding]);
    document["findings"][0]["primary"]["line"] = 0.into();
    assert!(!validator.is_valid(&document));
}

#[test]
fn what_is_left_out_is_counted() {
    let (files, finding) = slip();
    let warning = Diagnostic { level: Level::Warn, ..finding.clone() };
    let findings = [vec![finding; 1_499], vec![warning]].concat();
    let last =
        |name: &str| render(name, &files, &findings, false).lines().last().unwrap().to_owned();
    assert_eq!(last("short"), "note: 500 more findings are not shown");
    assert_eq!(last("github"), "::notice::500 more findings are not shown");
    let human = render("human", &files, &findings, false);
    assert!(human.ends_with(
        "\nnote: 500 more findings are not shown\nerror: 1499 errors, 1 warning\n\
         note: for more about this finding: foedera explain F0201\n"
    ));
    assert_eq!(human.matches("error[F0201]").count(), 1_000);
    let document = json("json", &files, &findings);
    assert_eq!((&document["total"], &document["shown"]), (&1_500.into(), &1_000.into()));
    assert_eq!(document["findings"].as_array().unwrap().len(), 1_000);
    let run = &json("sarif", &files, &findings)["runs"][0];
    let notice = &run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"];
    assert_eq!(notice, "500 more findings are not shown");
    let one_more = render("short", &files, &findings[..1_001], false);
    assert!(one_more.ends_with("\nnote: 1 more finding is not shown\n"));
}

#[test]
fn without_findings_people_are_told_nothing() {
    for name in ["human", "short", "github"] {
        assert_eq!(render(name, &Files::default(), &[], true), "");
    }
    assert_eq!(json("json", &Files::default(), &[])["findings"], Value::Array(vec![]));
    assert_eq!(json("sarif", &Files::default(), &[])["runs"][0]["results"], Value::Array(vec![]));
}

#[test]
fn every_format_is_found_by_its_name() {
    let names: Vec<&str> = FORMATS.iter().map(|format| format.name).collect();
    assert_eq!(names, ["human", "short", "json", "sarif", "github"]);
    assert!(FORMATS.iter().all(|known| format(known.name).unwrap().summary == known.summary));
    assert!(format("xml").is_none());
}

/// Without the colours that foedera itself sets (SGR sequences), if there are any.
fn uncolored(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or("").to_owned();
    parts.fold(first, |text, part| {
        let end = part.find(|c: char| !c.is_ascii_digit() && c != ';').unwrap_or(part.len());
        text + part[end..].strip_prefix('m').unwrap_or("\u{1b}not a colour")
    })
}

/// Whether text holds nothing that drives a terminal or can't be seen.
fn is_inert(text: &str) -> bool {
    !text.chars().any(|c| {
        (c.is_control() && c != '\n') || "\u{202e}\u{2066}\u{200b}\u{2028}\u{e0041}".contains(c)
    })
}

#[test]
fn data_cannot_drive_a_terminal() {
    let (files, findings) = hostile();
    for format in FORMATS {
        let plain = render(format.name, &files, &findings, false);
        assert!(is_inert(&plain), "{}: {plain:?}", format.name);
        let colored = render(format.name, &files, &findings, true);
        assert_eq!(uncolored(&colored), plain, "{}", format.name);
        assert!(plain.lines().all(|line| !line.trim_start().starts_with("::add-mask")));
    }
    assert_data_eq!(
        render("human", &files, &findings, false),
        str![[r#"
warning[F0901]: \u{1b}[2J\r\n::add-mask::x \u{202e}%
 --> a\u{1b}[31m\n::error::,%.ron:2:2
  |
1 | ␛]0;title␇
  |     ----- \u{1b}[2J\r\n::add-mask::x \u{202e}%
2 | �evil�31m�
  |  ^^^^ \u{1b}[2J\r\n::add-mask::x \u{202e}%
  |
 ::: empty.ron:1:1
  |
1 |
  | -
  |
  = note: \u{1b}[2J\r\n::add-mask::x \u{202e}%
  = help: \u{1b}[2J\r\n::add-mask::x \u{202e}%
help: \u{1b}[2J\r\n::add-mask::x \u{202e}%
  |
2 ~ �␛[1mx
3 ~ ��31m�
  |

error[F0201]: \u{1b}[2J\r\n::add-mask::x \u{202e}%
 --> empty.ron:1:1
  |
1 |
  | ^

error: 1 error, 1 warning
note: for more about these findings: foedera explain F0201 (or F0901)

"#]]
        .raw()
    );
}

/// Text of tricky characters, and places in it, of which some don't fit.
fn tricky() -> impl Strategy<Value = (String, Vec<(usize, usize, String)>)> {
    let piece = prop_oneof![
        Just("\n"),
        Just("\r\n"),
        Just("\r"),
        Just("\t"),
        Just(" "),
        Just("a"),
        Just("bc"),
        Just("日"),
        Just("e\u{301}"),
        Just("\u{1b}"),
        Just("\u{202e}"),
        Just("👩\u{200d}👩"),
        Just("(")
    ];
    let text = || prop::collection::vec(piece.clone(), 0..40).prop_map(|pieces| pieces.concat());
    let places = prop::collection::vec((0..70usize, 0..70usize, text()), 1..4);
    (text(), places)
}

proptest! {
    #[test]
    fn no_place_or_edit_is_too_odd((text, places) in tricky(), color in any::<bool>()) {
        let files = files(&[("a.ron", &text), ("b.ron", "b")]);
        let id = files.iter().next().unwrap().0;
        let place = |(start, end, _): &(usize, usize, String)| Place::Bytes(Span::new(id, *start..*end));
        let mut finding = Diagnostic::new(&DANGLING, place(&places[0]), text.clone()).label("here");
        for spot in &places {
            finding = finding.related(place(spot), spot.2.clone());
        }
        let edits = |places: &[_]| places.iter().map(|spot: &(usize, usize, String)| {
            Edit::replace(place(spot), spot.2.clone())
        }).collect();
        finding = finding.fix("one", edits(&places[..1]), true).fix("all", edits(&places), true);
        for format in FORMATS {
            let out = render(format.name, &files, slice::from_ref(&finding), color);
            prop_assert!(is_inert(&uncolored(&out)), "{}: {:?}", format.name, out);
        }
    }
}
