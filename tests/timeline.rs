//! Timelines: order, imprecise dates, what is undated, and as of a day, against a naive filter.
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

use foedera::graph::{Graph, Scope, Slice};
use foedera::pipeline::{Options, analyse};
use foedera::query::{Answer, timeline};
use foedera::text::{FileRole, Files};
use proptest::prelude::*;
use serde_json::Value;

fn graph(records: &str) -> Graph {
    let mut files: Vec<_> = foedera::vocabulary::built_in().collect();
    files.push(Files::from_bytes("test.ron", FileRole::Records, records.as_bytes()));
    let graph = analyse(&Files::new(files), &Options::default()).graph;
    assert_eq!(graph.records().defects, []);
    graph
}

const RECORDS: &str = r#"[
    Entity(id: "a", kind: State, name: "A"), Entity(id: "b", kind: State, name: "B"),
    Entity(id: "pact", kind: Treaty, name: "Pact", life: "1960-06-23/1970"),
    Entity(id: "talks", kind: Meeting, name: "Talks", life: "1959-XX"),
    Entity(id: "undated-talks", kind: Meeting, name: "Undated talks"),
    Relation(from: "a", kind: PartyTo, to: "pact", attested: ["1965", "1961-02"]),
    Relation(from: "b", kind: Issued, to: "pact", during: "1960", certainty: Probable),
    Relation(from: "b", kind: PartyTo, to: "pact"),
    Relation(from: "b", kind: Borders, to: "a", ended_before: "1960-06-23", stance: Assessment),
    Commitment(id: "c", kind: Defense, name: "C", by: ["a"], to: ["b"], under: ["pact"], binding: Legal,
        due: Within("1960", "P5Y", "P7Y"),
        history: [(step: Signed, on: "1960-01-19~"), (step: InForce, before: "1960-07"), (step: Renewed)]),
    Measure(of: "a", what: Strength, value: 45000, bound: MoreThan, unit: "persons", at: "1962"),
]"#;

fn entries(graph: &Graph, id: Option<&str>, as_of: &str, certain: bool) -> (Vec<String>, u64) {
    let as_of = (!as_of.is_empty()).then(|| as_of.parse().unwrap());
    let slice = Slice::new(graph, Scope { as_of, certain, ..Scope::default() });
    let answer = timeline(&slice, id.map(|id| graph.find(id).unwrap()));
    let json = serde_json::to_value(answer.body()).unwrap();
    let line = |entry: &Value| {
        let open = if entry["come"]["truth"] == "can't tell" { "? " } else { "" };
        format!("{open}{}: {}", entry["when"].as_str().unwrap(), entry["what"].as_str().unwrap())
    };
    let lines = json["entries"].as_array().unwrap().iter().map(line).collect();
    (lines, json["undated"].as_u64().unwrap())
}

#[test]
fn entries_stand_by_their_earliest_day_and_undated_ones_are_counted() {
    let (lines, undated) = entries(&graph(RECORDS), None, "", false);
    let expected = [
        "some month of 1959: Talks (meeting)",
        "1960: B —issued→ Pact (probable)",
        "about 19 January 1960: C: signed",
        "ended before 23 June 1960: B —borders→ A (assessment)",
        "from 23 June 1960: Pact (treaty)",
        "before July 1960: C: in force",
        "attested February 1961: A —is a party to→ Pact",
        "1962: A: more than 45,000 persons",
        "attested 1965: A —is a party to→ Pact",
        "5 years to 7 years after 1960: C: due",
        "until 1970: Pact (treaty)",
    ];
    assert_eq!(lines, expected);
    assert_eq!(undated, 3, "B is a party, undated talks, renewed");
}

#[test]
fn of_one_node_only_what_concerns_it() {
    let graph = graph(RECORDS);
    let (lines, undated) = entries(&graph, Some("talks"), "", false);
    assert_eq!((lines.len(), undated), (1, 0));
    let (lines, undated) = entries(&graph, Some("b"), "", false);
    let expected = [
        "1960: B —issued→ Pact (probable)",
        "about 19 January 1960: C: signed",
        "ended before 23 June 1960: B —borders→ A (assessment)",
        "before July 1960: C: in force",
        "5 years to 7 years after 1960: C: due",
    ];
    assert_eq!(lines, expected);
    assert_eq!(undated, 2);
}

#[test]
fn as_of_a_day_what_came_later_is_left_out() {
    let graph = graph(RECORDS);
    let expected = [
        "some month of 1959: Talks (meeting)",
        "? 1960: B —issued→ Pact (probable)",
        "? about 19 January 1960: C: signed",
        "? ended before 23 June 1960: B —borders→ A (assessment)",
        "? before July 1960: C: in force",
    ];
    assert_eq!(entries(&graph, None, "1960-01-19", false).0, expected);
    assert_eq!(entries(&graph, None, "1960-01-19", true).0, expected[..1]);
    let end_of_june = entries(&graph, None, "1960-06", true).0;
    assert!(end_of_june.contains(&"before July 1960: C: in force".to_owned()));
}

#[test]
fn the_text_fits_the_width() {
    let graph = graph(RECORDS);
    let answer_of = |as_of: &str| {
        let as_of = (!as_of.is_empty()).then(|| as_of.parse().unwrap());
        let slice = Slice::new(&graph, Scope { as_of, ..Scope::default() });
        timeline(&slice, None)
    };
    for width in [50, 80, 120] {
        let text = answer_of("").fit(width);
        assert!(text.lines().all(|line| line.chars().count() <= width), "{width}:\n{text}");
    }
    assert!(answer_of("").fit(80).ends_with("\n3 more are undated\n"));
    let marked = answer_of("1960-01-19").fit(120);
    assert!(marked.contains("\n?  about 19 January 1960"), "{marked}");
}

proptest! {
    /// Steps on days and in months of 2001, asked of on a day: those whose last day has come are
    /// sure, those whose first has not are left out; the order is that of the first days.
    #[test]
    fn as_of_a_day_agrees_with_a_naive_filter(
        dates in prop::collection::vec((1..=12u8, prop::option::of(1..=28u8)), 1..12),
        month in 1..=12u8, day in 1..=28u8,
    ) {
        let text = |(month, day): &(u8, Option<u8>)| match day {
            Some(day) => format!("2001-{month:02}-{day:02}"),
            None => format!("2001-{month:02}"),
        };
        let relations: Vec<String> = dates.iter().map(|date| {
            format!(r#"Relation(from: "a", kind: Issued, to: "pact", during: "{}")"#, text(date))
        }).collect();
        let records = format!(
            r#"[Entity(id: "a", kind: State, name: "A"), Entity(id: "pact", kind: Treaty, name: "P"), {}]"#,
            relations.join(", ")
        );
        let graph = graph(&records);
        let asked = format!("2001-{month:02}-{day:02}");
        let slice = Slice::new(&graph, Scope { as_of: Some(asked.parse().unwrap()), ..Scope::default() });
        let body = serde_json::to_value(timeline(&slice, None).body()).unwrap();

        let length = |m: u8| [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][usize::from(m) - 1];
        let last = |(m, d): &(u8, Option<u8>)| (*m, d.unwrap_or(length(*m)));
        let first = |(m, d): &(u8, Option<u8>)| (*m, d.unwrap_or(1));
        let mut naive: Vec<_> = dates.iter().filter(|date| first(date) <= (month, day)).collect();
        naive.sort_by_key(|date| (first(date), last(date)));
        let expected: Vec<(String, &str)> = naive.iter().map(|date| {
            let (month_first, day_first) = first(date);
            let sure = if last(date) <= (month, day) { "yes" } else { "can't tell" };
            (format!("2001-{month_first:02}-{day_first:02}"), sure)
        }).collect();
        let found: Vec<(String, &str)> = body["entries"].as_array().unwrap().iter().map(|entry| {
            (entry["earliest"].as_str().unwrap().to_owned(), entry["come"]["truth"].as_str().unwrap())
        }).collect();
        prop_assert_eq!(found, expected);
    }
}
