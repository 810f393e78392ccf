//! What people read.

use super::{HIDDEN, at, edit, files, render, slip};
use foedera::diagnostic::{Diagnostic, Level, Rule};
use foedera::text::{Place, Span};
use snapbox::{IntoData, assert_data_eq, str};

#[test]
fn shows_every_file_and_the_fix() {
    let (files, finding) = slip();
    assert_data_eq!(
        render("human", &files, &[finding], false),
        str![[r#"
error[F0201]: unknown id `josef-nye`
 --> relations.ron:2:22
  |
2 |     Relation("日本", to: "josef-nye"), // é
  |                           ^^^^^^^^^ no record has this id
  |
 ::: entities.ron:2:15
  |
2 |   Entity(id: "joseph-nye"),
  |               ---------- a similar id
  |
  = note: ids are case-sensitive
  = help: declare it
help: replace it by `joseph-nye`
  |
2 -     Relation("日本", to: "josef-nye"), // é
2 +     Relation("日本", to: "joseph-nye"), // é
  |

error: 1 error
note: for more about this finding: foedera explain F0201

"#]]
        .raw()
    );
}

#[test]
fn copes_with_odd_places() {
    let text = format!("(\r\n  a: 1,\r\n)\r\n{}end\n", "\n".repeat(50));
    let files = files(&[("a.ron", &text), ("empty.ron", "")]);
    let (a, empty) = (files.iter().next().unwrap().0, files.iter().last().unwrap().0);
    let bytes = |range| Place::Bytes(Span::new(a, range));
    let whole = bytes(0..text.len());
    let eof = bytes(text.len()..usize::MAX);
    let two = [edit(bytes(5..6), "b"), edit(bytes(8..9), "2")].concat();
    let clash = [edit(bytes(0..6), "b"), edit(bytes(5..9), "2")].concat();
    let ends = [edit(bytes(0..1), "["), edit(eof.clone(), "]")].concat();
    let added = "  b:\t2,\r\n";
    let findings = [
        Diagnostic::new(&HIDDEN, bytes(0..16), "several lines").label("from here"),
        Diagnostic::new(&HIDDEN, whole, "very many lines").label("all of it"),
        Diagnostic::new(&HIDDEN, eof.clone(), "the end")
            .label("here")
            .related(eof.clone(), "again")
            .related(at(&files, "a.ron", "end"), "near")
            .related(bytes(1..2), "far: between the parts of a line end"),
        Diagnostic::new(&HIDDEN, Place::Bytes(Span::new(empty, 0..0)), "nothing at all"),
        Diagnostic::new(&HIDDEN, Place::record(a, 3), "a record")
            .fix("change two places", two, true)
            .fix("add a line", edit(bytes(12..12), added), true)
            .fix("add at the end", edit(eof, "x"), true)
            .fix("change both ends", ends, true)
            .fix("edits that overlap", clash, false),
    ];
    assert_data_eq!(
        render("human", &files, &findings, false),
        str![[r#"
warning[F0901]: several lines
 --> a.ron:1:1
  |
1 | / (
2 | |   a: 1,
3 | | )
  | |_^ from here

warning[F0901]: very many lines
 --> a.ron:1:1
  |
1 | (
  | ^ all of it (up to line 55)

warning[F0901]: the end
  --> a.ron:55:1
   |
55 |
   | ^
   | |
   | here
   | again
   |
  ::: a.ron:1:2
   |
 1 | (
   |  - far: between the parts of a line end
   |
  ::: a.ron:54:1
   |
54 | end
   | --- near

warning[F0901]: nothing at all
 --> empty.ron:1:1
  |
1 |
  | ^

warning[F0901]: a record
  --> a.ron:1:1
   |
 1 | (
   | ^
   |
help: change two places
   |
 2 -   a: 1,
 2 +   b: 2,
   |
help: add a line
   |
 3 +   b:    2,
   |
help: add at the end
   |
55 | x
   |
help: change both ends
   |
 1 - (
 1 + [
   |
55 | ]
   |
help: edits that overlap

warning: 5 warnings
note: for more about this finding: foedera explain F0901

"#]]
        .raw()
    );
}

#[test]
fn cuts_long_lines() {
    let line = |length: usize| format!("{}\"id\"{}\n", "x".repeat(length), "日".repeat(length));
    let files = files(&[("a.ron", &line(5_000)), ("b.ron", &line(50_000))]);
    let a = at(&files, "a.ron", "id");
    let finding = Diagnostic::new(&HIDDEN, a.clone(), "long")
        .label("here")
        .related(at(&files, "b.ron", "id"), "and here")
        .fix("shorten it", edit(a, "i"), true);
    assert_data_eq!(
        render("human", &files, &[finding], false),
        str![[r#"
warning[F0901]: long
 --> a.ron:1:5002
  |
1 | ...xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"id"日日日日日日日日日日日日日日日日日...
  |                                   ^^ here
  |
 ::: b.ron:1:50002
  |
  = note: the line is too long to show: and here
help: shorten it

warning: 1 warning
note: for more about this finding: foedera explain F0901

"#]]
        .raw()
    );
}

#[test]
fn at_most_three_codes_are_named() {
    static RULES: [Rule; 4] = [rule("F0101"), rule("F0102"), rule("F0103"), rule("F0104")];
    const fn rule(code: &'static str) -> Rule {
        Rule { code, name: "some-rule", level: Level::Warn, docs: "" }
    }
    let files = files(&[("a.ron", "a")]);
    let finding = |rule: &'static Rule| Diagnostic::new(rule, at(&files, "a.ron", "a"), "m");
    let last = |findings: &[Diagnostic]| {
        let out = render("human", &files, findings, false);
        out.lines().last().unwrap().to_owned()
    };
    let findings: Vec<Diagnostic> = RULES.iter().rev().map(finding).collect();
    let about = "note: for more about these findings: foedera explain";
    assert_eq!(last(&findings[1..]), format!("{about} F0101 (or F0102, F0103)"));
    assert_eq!(last(&findings), format!("{about} F0101 (or F0102, F0103, ...)"));
}
