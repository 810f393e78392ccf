//! What changed: between two days against a naive enumeration of readings, and between data sets.
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

use foedera::graph::{Graph, Scope, Slice};
use foedera::pipeline::{Options, analyse};
use foedera::query::{Answer, diff_data, diff_days};
use foedera::text::{FileRole, Files};
use serde_json::{Value, json};

#[path = "diff/naive.rs"]
mod naive;
#[path = "diff/revision.rs"]
mod revision;

fn graph(records: &str) -> Graph {
    let mut files: Vec<_> = foedera::vocabulary::built_in().collect();
    files.push(Files::from_bytes("test.ron", FileRole::Records, records.as_bytes()));
    let graph = analyse(&Files::new(files), &Options::default()).graph;
    assert_eq!(graph.records().defects, []);
    graph
}

fn slice<'g>(graph: &'g Graph, as_of: &str, certain: bool) -> Slice<'g> {
    let as_of = (!as_of.is_empty()).then(|| as_of.parse().unwrap());
    Slice::new(graph, Scope { as_of, certain, ..Scope::default() })
}

const DAYS: &str = r#"[
    Entity(id: "a", kind: State, name: "A"), Entity(id: "b", kind: State, name: "B"),
    Entity(id: "p", kind: Person, name: "P"), Entity(id: "o", kind: Office, name: "O"),
    Entity(id: "pact", kind: Treaty, name: "Pact", life: "1960/.."),
    Entity(id: "talks", kind: Meeting, name: "Talks", life: "1996-04-XX"),
    Entity(id: "scare", kind: Process, name: "Scare", life: "1996-04-03/1996-04-09"),
    Entity(id: "long-talks", kind: Process, name: "Long talks", life: "1996-02/1996-04"),
    Relation(from: "p", kind: HoldsOffice, to: "o", ended_before: "1996-05"),
    Relation(from: "a", kind: PartyTo, to: "pact", attested: ["1996-04"]),
    Relation(from: "b", kind: Issued, to: "pact", during: "1996-04-17"),
    Relation(from: "b", kind: PartyTo, to: "pact"),
    Commitment(id: "c", kind: Defense, name: "C", by: ["a"], to: ["b"], under: ["pact"], binding: Legal,
        history: [(step: Announced, on: "1996-04-10"), (step: Signed, on: "1996-05")]),
]"#;

/// Each change as `truth how: id id`.
fn changes(from: &str, to: &str, certain: bool) -> Vec<String> {
    let graph = graph(DAYS);
    let answer = diff_days(&slice(&graph, "", certain), from.parse().unwrap(), to.parse().unwrap());
    let body = answer.body();
    assert_eq!(body.undated, 1);
    let json = serde_json::to_value(body).unwrap();
    let change = |change: &Value| {
        let ids: Vec<&str> =
            change["ids"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
        let text = |field: &str| change[field].as_str().unwrap().to_owned();
        format!("{} {}: {}", text("truth"), text("how"), ids.join(" "))
    };
    json["changes"].as_array().unwrap().iter().map(change).collect()
}

#[test]
fn between_two_days_what_is_sure_comes_first() {
    let sure = [
        "yes took place: talks",
        "yes came and went: scare",
        "yes ended: long-talks",
        "yes changed: c",
        "yes took place: b pact",
    ];
    let perhaps = [
        "can't tell ended or came and went: p o",
        "can't tell began or ended or came and went: a pact",
    ];
    let all = [&sure[..], &perhaps].concat();
    assert_eq!(changes("1996-03-31", "1996-05-31", false), all);
    assert_eq!(changes("1996-03", "1996-05", false), all, "of a span, the last day counts");
    assert_eq!(changes("1996-03-31", "1996-05-31", true), sure);
}

#[test]
fn days_in_the_middle_leave_more_open() {
    let found = changes("1996-04-05", "1996-04-16", false);
    let expected = [
        "yes ended: scare",
        "yes changed: c",
        "can't tell took place: talks",
        "can't tell ended: long-talks",
        "can't tell began or ended or came and went: p o",
        "can't tell began or ended or came and went: a pact",
    ];
    assert_eq!(found, expected);
    assert_eq!(changes("1996-06", "1996-07", false), ["can't tell ended: a pact"]);
}

#[test]
fn the_text_tells_both_statuses_and_the_dates() {
    let graph = graph(DAYS);
    let slice = slice(&graph, "", false);
    let text =
        diff_days(&slice, "1996-04-09".parse().unwrap(), "1996-05-15".parse().unwrap()).text();
    assert!(text.starts_with("Surely, between 9 April 1996 and 15 May 1996:\n"), "{text}");
    let status = "  changed: C: not yet undertaken → announced or signed (signed in May 1996)\n";
    assert!(text.contains(status), "{text}");
    assert!(text.contains("\nPerhaps, between"), "{text}");
    assert!(text.ends_with("\n1 relation is undated\n"), "{text}");
}

const OLD: &str = r#"[
    Source(id: "s", kind: Background, title: "S", reference: "A made-up source."),
    Entity(id: "a", kind: State, name: "A", note: "n"), Entity(id: "b", kind: State, name: "B"),
    Entity(id: "gone", kind: State, name: "Gone"), Entity(id: "pact", kind: Treaty, name: "Pact"),
    Relation(from: "a", kind: PartyTo, to: "pact", attested: ["1995"]),
    Relation(from: "b", kind: PartyTo, to: "pact"),
    Relation(from: "a", kind: Borders, to: "gone"),
    Commitment(id: "c", kind: Defense, name: "C", by: ["a"], to: ["b"], under: ["pact"], binding: Political,
        history: [(step: Announced, on: "1995")]),
]"#;

const NEW: &str = r#"[
    Commitment(id: "c", kind: Defense, name: "C", by: ["a"], to: ["a", "b"], under: ["pact"], binding: Legal,
        history: [(step: Announced, on: "1995"), (step: InForce, on: "1996-04-17")]),
    Relation(from: "b", kind: PartyTo, to: "pact"),
    Relation(from: "a", kind: PartyTo, to: "pact", attested: ["1995"], stance: Assessment),
    Relation(from: "b", kind: Hosts, to: "a", during: "1997/.."),
    Entity(id: "b", kind: State, name: "B"), Entity(id: "a", kind: State, name: "A", gloss: "g"),
    Entity(id: "pact", kind: Treaty, name: "Pact"), Entity(id: "come", kind: Treaty, name: "Come"),
    Source(id: "s", kind: Background, title: "S2", reference: "A made-up source."),
]"#;

#[test]
fn two_data_sets_entity_by_entity_in_words() {
    let (old, new) = (graph(OLD), graph(NEW));
    let text = diff_data(&slice(&old, "", false), &slice(&new, "", false)).text();
    let expected = "\
~ A (State, a)
    - note: n
    + gloss: g
    - a —borders→ gone
    ~ a —is a party to→ pact (attested 1995)
      ~ stance: fact → assessment
~ B (State, b)
    + b —hosts→ a (since 1997)
~ C (Defense, c)
    ~ commitment.binding: political → legal
    ~ commitment.status.words: announced → in force
    + commitment.history: in force: 17 April 1996
    + a —beneficiary of→ c
+ Come (Treaty, come)
- Gone (State, gone)
~ source s
    ~ title: S → S2

1 added, 1 removed, 3 changed
";
    assert_eq!(text, expected);
}

#[test]
fn the_order_of_records_is_no_difference() {
    let old = graph(OLD);
    let (entities, rest) = OLD.trim_matches(['[', ']']).split_at(OLD.find("Relation").unwrap() - 1);
    let new = graph(&format!("[{rest}{entities}]"));
    let same = diff_data(&slice(&old, "", false), &slice(&new, "", false));
    assert_eq!(same.text(), "The data sets say the same.\n");
    assert_eq!(serde_json::to_value(same.body()).unwrap(), json!({ "nodes": [], "sources": [] }));
}

#[test]
fn as_of_a_day_only_what_was_so_then_counts() {
    let (old, new) = (graph(OLD), graph(NEW));
    let ids = |as_of: &str| {
        let body = diff_data(&slice(&old, as_of, false), &slice(&new, as_of, false)).body();
        let json = serde_json::to_value(body).unwrap();
        let nodes = json["nodes"].as_array().unwrap().iter();
        let field = |node: &Value| {
            let ties = node["added"].as_array().unwrap().len();
            format!("{} {ties}", node["node"]["id"].as_str().unwrap())
        };
        nodes.map(field).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(ids("1996-05-01"), "a 0, c 1, come 0, gone 0", "B hosts nothing before 1997");
    assert_eq!(ids("1997-12-31"), "a 0, b 1, c 1, come 0, gone 0");
}
