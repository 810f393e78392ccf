//! The syntax tree: held to ron on what it accepts, and to hand-worked cases on how it recovers.

#[path = "syntax/generate.rs"]
mod generate;
#[path = "syntax/oracle.rs"]
mod oracle;

use foedera::syntax::{Kind, Node, parse};
use foedera::text::Step;
use generate::{changed, document, mutations, soup};
use oracle::{assert_agrees, assert_lossless, assert_parity, ron_reads};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

fn config(cases: u32) -> Config {
    Config {
        cases,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(75),
        max_shrink_iters: 20_000,
        ..Config::default()
    }
}

proptest! {
    #![proptest_config(config(1500))]

    #[test]
    fn documents_are_read_as_ron_reads_them(text in document()) {
        let value = ron_reads(&text);
        prop_assert!(value.is_some());
        assert_parity(&text);
        assert_agrees(parse(&text).root().unwrap(), &value.unwrap());
        assert_lossless(&text);
    }
}

proptest! {
    #![proptest_config(config(3000))]

    #[test]
    fn changed_documents_are_judged_as_ron_judges_them(text in document(), changes in mutations()) {
        assert_parity(&changed(&text, changes));
    }

    #[test]
    fn changed_data_is_judged_as_ron_judges_it(changes in mutations()) {
        assert_parity(&changed(DATA, changes));
    }

    #[test]
    fn soup_is_judged_as_ron_judges_it(text in soup()) {
        assert_parity(&text);
    }

    #[test]
    fn any_bytes_do(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
        assert_parity(&String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn data_cut_off_anywhere_is_judged_as_ron_judges_it() {
    for (at, _) in DATA.char_indices() {
        assert_parity(&DATA[..at]);
    }
}

/// A data file as a curator writes it.
const DATA: &str = r##"#![enable(implicit_some)]
// The alliance, and who speaks for it.
[
    Entity(
        id: "tomiichi-murayama", kind: Person, name: "Tomiichi Murayama",
        aliases: ["Prime Minister Murayama", "the \"PM\""],
        cites: [("sf75", "then Prime Minister … Murayama")], /* ok /* nested */ */
    ),
    Relation(from: "joseph-nye", kind: HoldsOffice, to: "asd", ended_before: Some("1996-05")),
    Commitment(
        id: "return-of-futenma",
        due: Within("1996-04", "P5Y", "P7Y"),
        history: [(step: Recommended, on: "1996-04", cites: [("sf75", "r\u{e9}sum\u{E9}")])],
        note: r#"first line
    "quoted" second"#,
    ),
    Measure(of: "us-forces-in-japan", value: 45_000, bound: MoreThan, share: -1.5e1, at: "1996"),
    View(id: "summit", levels: {"a": 1, "b": 0x2F}, mark: '\'', bytes: b"\x00", span: 1..=5),
]
"##;

/// ron bends its own rules in two places, which no data needs:
/// * It counts brackets in `Some(...)` without knowing byte literals, so that a quote after one
///   that is no character ends or starts a string; the tree reads them as they are.
/// * `Some(...)` takes one level of its recursion limit, or three where it unwraps a tuple; the
///   tree counts two, as for every bracket.
#[test]
fn exceptions_from_parity_are_these() {
    let misread = r#"Some([b'\xff','"'])"#;
    assert!(ron_reads(misread).is_none() && parse(misread).errors().is_empty());
    assert_parity(r#"Some([b'\x7f','"'])"#);
    assert_parity(r#"[b'\xff','"']"#);

    let nested = |count: usize, open: &str, close: &str| {
        format!("{}1{}", open.repeat(count), close.repeat(count))
    };
    let (cheap, dear) = (nested(65, "Some(", ")"), nested(43, "Some(1, ", ")"));
    assert!(ron_reads(&cheap).is_some() && !parse(&cheap).errors().is_empty());
    assert!(ron_reads(&dear).is_none() && parse(&dear).errors().is_empty());
    for (open, close) in [("[", "]"), ("(", ")"), ("A(a: ", ")"), ("{1: ", "}")] {
        for count in 62..67 {
            assert_parity(&nested(count, open, close));
            assert_eq!(parse(&nested(count, open, close)).errors().is_empty(), count <= 64);
        }
    }
}

/// Whatever one character too few, too many or wrong in a record does, the records around it are
/// found as they are.
#[test]
fn one_wrong_character_spoils_no_other_record() {
    let good: Vec<_> = parse(DATA).records().map(|record| record.range()).collect();
    for (number, range) in good.iter().enumerate() {
        for (at, c) in DATA[range.clone()].char_indices().map(|(at, c)| (range.start + at, c)) {
            let (before, after) = (&DATA[..at], &DATA[at + c.len_utf8()..]);
            let wrong =
                "()[]{},:\"'\\/*#r=\n".chars().map(|wrong| format!("{before}{wrong}{after}"));
            let more = "()[]{}\"'/".chars().map(|more| format!("{before}{more}{c}{after}"));
            for text in wrong.chain(more).chain([format!("{before}{after}")]) {
                let tree = parse(&text);
                let found: Vec<_> = tree
                    .records()
                    .enumerate()
                    .filter(|(number, _)| !tree.is_broken(*number))
                    .map(|(_, record)| record.text())
                    .collect();
                let mut others = good.iter().enumerate().filter(|(other, _)| *other != number);
                assert!(others.all(|(_, other)| found.contains(&&DATA[other.clone()])), "{text}");
            }
        }
    }
}

/// A file of three records, the second of which is `broken`.
fn around(broken: &str) -> String {
    format!(
        "[\n    Entity(id: \"first\"),\n{broken}\n    Entity(\n        id: \"last\",\n    ),\n]\n"
    )
}

/// Each broken record, where its only error is seen, what it says, and what was opened there.
const BROKEN: [(&str, &str, &str, &str); 24] = [
    ("    A(\n        id: \"b\"\n        x: 1,\n    ),", "", "expected a comma before `x`", ""),
    (
        "    A(id: \"b, x: C, y: \"d\"),",
        "\"b",
        "this string has no end: its closing quote is missing",
        "",
    ),
    (
        "    A(id: \"b\", x: \"c),",
        "\"c),",
        "this string has no end: its closing quote is missing",
        "",
    ),
    (
        "    A(\n        id: \"b,\n        x: \"c\",\n    ),",
        "\"b,",
        "this string has no end: its closing quote is missing",
        "",
    ),
    (
        "    A(\n        id: r#\"b\n   c\n    ),",
        "r#\"b",
        "this string has no end: its closing quote is missing",
        "",
    ),
    (
        "    A(\n        x: [\n            \"b,\n            \"c\",\n        ],\n    ),",
        "\"b,",
        "this string has no end: its closing quote is missing",
        "",
    ),
    ("    A(\n        id: \"b\",", "", "expected `)`, found the next record", "("),
    ("    A(id: \"b\", x: [1],", "", "expected `)`, found the next record", "("),
    ("    A(\n        x: [(\"b\", \"c\"],\n    ),", "]", "expected `)`, found `]`", "("),
    (
        "    A(\n        x: [1, 2,\n        y: 3,\n    ),",
        "y",
        "expected `]`, found the field `y`",
        "[",
    ),
    ("    A(\n        x: [1, 2,\n    ),", ")", "expected `]`, found `)`", "["),
    ("    A(\n        x: [1, 2),\n        y: 3,\n    ),", ")", "expected `]`, found `)`", "["),
    ("    A(\n        x: [1, 2]],\n        y: 3,\n    ),", "]", "`]` closes nothing", ""),
    (
        "    A(\n        x: [1]),\n        y: 3,\n    ),",
        "y",
        "the field `y` stands outside of any record; was one closed too early?",
        "",
    ),
    ("    A(x: 1)),", ")", "`)` closes nothing", ""),
    ("    A(x: , y: 1),", ",", "expected a value, found `,`", ""),
    ("    A(\n        x:\n        y: 1,\n    ),", "", "expected a value, found the next field", ""),
    ("    A(x 1, y: 2),", "", "expected `:` after `x`", ""),
    ("    A(x = 1, y: 2),", "", "expected `:` after `x`", ""),
    ("    A(\"x\": 1),", ":", "a field's name stands without quotes", ""),
    ("    A { x: 1 },", "{", "a name takes parentheses, not braces", ""),
    ("    A(x: b-c, y: 1),", "b-c", "this is no name; text stands between double quotes", ""),
    (
        "    A(x: \"\\q\", y: 1.2.3),",
        "\\q",
        "no escape is written like this; a backslash itself is `\\\\`",
        "",
    ),
    (
        "    A(\n        x: 1, /* b\n        y: 2,\n    ),",
        "/* b",
        "this comment has no end: `*/` is missing",
        "",
    ),
];

#[test]
fn a_broken_record_has_one_error_and_hides_no_other() {
    for (broken, seen, message, opened) in BROKEN {
        let text = around(broken);
        let tree = parse(&text);
        let error = &tree.errors()[0];
        assert_eq!((&text[error.range.clone()], &*error.message), (seen, message), "{broken}");
        assert_eq!(error.opened.clone().map_or("", |range| &text[range]), opened, "{broken}");
        let lines = text[..error.range.start].matches('\n').count();
        assert!((2..2 + broken.lines().count()).contains(&lines), "{broken}");

        let about: Vec<_> = tree.errors().iter().map(|error| error.record).collect();
        let expected = if broken.contains("1.2.3") { 2 } else { 1 };
        assert_eq!(about, vec![Some(1); expected], "{broken}");
        let records: Vec<_> = tree.records().map(|record| record.text()).collect();
        assert_eq!(records.len(), 3, "{broken}");
        assert_eq!(records[0], "Entity(id: \"first\")");
        assert_eq!(records[2], "Entity(\n        id: \"last\",\n    )");
    }
}

#[test]
fn several_broken_records_in_one_file_are_told_apart() {
    let text = "[
    A(id: \"a\", x: ),
    B(
        id: \"b,
        x: 1,
    ),
    C(id: \"c\", note: \"well:
        x: (this is
        y: text)\"),
    D(
        id: \"d\",
        x: [(1, 2),
    E(id: \"e\"),
    @,
    F(id: \"f\"))
    G(id: \"g\"),
    H(id: \"h\") I(id: \"i\"),
";
    let tree = parse(text);
    let told: Vec<_> = tree.errors().iter().map(|error| (error.record, &*error.message)).collect();
    let expected = [
        (Some(0), "expected a value, found `)`"),
        (Some(1), "this string has no end: its closing quote is missing"),
        (Some(3), "expected `]`, found the next record"),
        (None, "expected a record, found `@`"),
        (Some(5), "`)` closes nothing"),
        (None, "expected a comma before the next record"),
        (None, "expected `]`, found the end of the file"),
    ];
    assert_eq!(told, expected);
    let ids: Vec<_> = tree.records().map(|record| record.field("id").and_then(Node::str)).collect();
    let expected = ["a", "", "c", "d", "e", "f", "g", "h", "i"];
    assert_eq!(ids, expected.map(|id| (!id.is_empty()).then(|| id.into())));
    let good: Vec<_> = (0..9).filter(|record| !tree.is_broken(*record)).collect();
    assert_eq!(good, [2, 4, 6, 7, 8]);
}

#[test]
fn what_frames_the_records_is_told_of_no_record() {
    let told = |text: &str| -> Vec<_> {
        let tree = parse(text);
        assert!(tree.errors().iter().all(|error| error.record.is_none()));
        let records = tree.records().map(|record| record.text().to_string()).collect::<Vec<_>>();
        let errors = tree.errors().iter();
        errors.map(|error| format!("{:?} {}", error.range, error.message)).chain(records).collect()
    };
    assert_eq!(told("// none\n"), ["8..8 expected a record, found the end of the file"]);
    assert_eq!(told("[]"), [""; 0]);
    assert_eq!(told("A(x: 1)"), ["A(x: 1)"]);
    let several = "7..8 more than one record; several stand in a list, `[...]`";
    assert_eq!(told("A(x: 1),\nB(y: 2),\n]"), [several, "A(x: 1)", "B(y: 2)"]);
    assert_eq!(
        told("[A(x:1)], B()]"),
        ["7..8 the list of records ends here, but more follows", "A(x:1)", "B()"]
    );
    assert_eq!(
        told("[\n  A(),\n /* b\n  C()]")[0],
        "10..14 this comment has no end: `*/` is missing"
    );
    let head = told("/* a\n b\n[\n  A(),\n  B(),\n]");
    assert_eq!(head, ["0..4 this comment has no end: `*/` is missing", "A()", "B()"]);
    let extension = "10..15 no extension is named `bogus`; there are `unwrap_newtypes`, \
        `implicit_some`, `unwrap_variant_newtypes`, `explicit_struct_names`";
    assert_eq!(told("#![enable(bogus)]\n[A()]"), [extension, "A()"]);
}

/// Texts at which a careless reader looks again and again.
const UNITS: [&str; 40] = [
    "[",
    "]",
    "(",
    ")",
    "{",
    "\"",
    "'",
    "/*",
    "/*\n",
    "(a:",
    "a:",
    "a",
    ",",
    "@",
    "-",
    "1..",
    "r#",
    "b'",
    "*/",
    "Some ",
    "Some(",
    "A {",
    "x y ",
    "([{)]}",
    "A(x]\n",
    "A(x: \"abc\n",
    "A(x: \"abc,\n  y: \"d\n",
    "A(\"/*\n",
    "A(\"/*\"\n",
    "r#\"\n",
    "A(x: r##\"a\"#\n",
    "A(x: [\n",
    "A(x: [\nA(),\n",
    "b\"\\x\n",
    "]/*",
    "] // c\n",
    "A(\n)]",
    "\"a, b: \"c\n",
    "A(x:\"\\\n",
    "A(b c: d, [e f: g] ]\n",
];

#[test]
fn time_grows_with_the_text_alone() {
    for unit in UNITS {
        for head in ["", "[", "[\n  A(x: 1),\n  "] {
            let text = format!("{head}{}", unit.repeat(30_000 / unit.len()));
            let tree = parse(&text);
            assert!(!tree.errors().is_empty() || unit == "a", "{head:?} {unit:?}");
            assert!(tree.visited() <= 8 * text.len(), "{head:?} {unit:?}: {}", tree.visited());
            assert!(tree.errors().len() <= 2 * tree.records().count() + 100, "{head:?} {unit:?}");
        }
    }
}

#[test]
fn places_are_found_to_the_byte() {
    let text = r##"[
    A(id: "a\"\u{e9}", n: -1.5e3, kind: B, due: Within("x", "y"), opt: Some((1, [2, 3])),
      inner: Some(C(p: 1, q: (r: 2))), r#type: "t", gone: , raw: r#"z"#, wrapped: D((s: 4))),
    (k: 7),
]"##;
    use Step::{Field, Item, Key};
    let tree = parse(text);
    let at = |record: usize, steps: &[Step]| &text[tree.locate(record, steps)];
    assert_eq!(at(0, &[]), "A");
    assert_eq!(at(0, &[Field("id")]), r#""a\"\u{e9}""#);
    assert_eq!(at(0, &[Key("id")]), "id");
    assert_eq!(at(0, &[Field("n")]), "-1.5e3");
    assert_eq!(at(0, &[Field("kind")]), "B");
    assert_eq!(at(0, &[Field("due")]), r#"Within("x", "y")"#);
    assert_eq!(at(0, &[Field("due"), Item(1)]), r#""y""#);
    assert_eq!(at(0, &[Field("opt"), Item(0)]), "1");
    assert_eq!(at(0, &[Field("opt"), Item(1), Item(1)]), "3");
    assert_eq!(at(0, &[Field("opt"), Item(1), Item(9)]), "[2, 3]");
    assert_eq!(at(0, &[Field("inner"), Field("q"), Field("r")]), "2");
    assert_eq!(at(0, &[Field("inner"), Key("p")]), "p");
    assert_eq!(at(0, &[Field("inner"), Field("none")]), "Some(C(p: 1, q: (r: 2)))");
    assert_eq!(at(0, &[Field("type")]), r#""t""#);
    assert_eq!(at(0, &[Field("gone")]), "gone");
    assert_eq!(at(0, &[Field("raw")]), r##"r#"z"#"##);
    assert_eq!(at(0, &[Field("wrapped"), Field("s")]), "4");
    assert_eq!(at(0, &[Field("absent"), Item(0)]), "A");
    assert_eq!(at(1, &[]), "(k: 7)");
    assert_eq!(at(1, &[Field("k")]), "7");
    assert_eq!(tree.locate(2, &[Field("k")]), 0..0);
}

#[test]
fn nodes_answer_for_themselves() {
    let text = "/*1*/ A(x: \"\\x41\\\r\n  b\", m: {\"k\": 1}, l: [B, C(2),],\r\n // 2\r\n)";
    let tree = parse(text);
    assert_eq!((tree.errors(), tree.text()), (&[][..], text));
    let comments: Vec<_> = tree.comments().iter().map(|range| &text[range.clone()]).collect();
    assert_eq!(comments, ["/*1*/", "// 2"]);
    let record = tree.root().unwrap();
    assert_eq!((record.kind(), record.name()), (Kind::Struct, Some("A")));
    assert_eq!(record.range(), 6..text.len());
    assert_eq!(record.field("x").unwrap().str().unwrap(), "Ab");
    let (key, value) = record.field("m").unwrap().fields().next().unwrap();
    assert_eq!((key.str().unwrap(), value.text()), ("k".into(), "1"));
    let items: Vec<_> = record.field("l").unwrap().items().collect();
    assert_eq!(items.iter().map(|item| item.name()).collect::<Vec<_>>(), [Some("B"), Some("C")]);
    assert_eq!(items[1].items().next().unwrap().kind(), Kind::Number);
    assert_eq!((record.items().count(), record.key("l").unwrap().text()), (0, "l"));
    assert_eq!(format!("{value:?}"), "Number at 34..35: \"1\"");
}
