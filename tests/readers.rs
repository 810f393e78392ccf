//! Exports, read back by the libraries that they are made for: nothing is lost on the way.
//!
//! `./test` installs the libraries, pinned; `tests/readers/table.rs` says how to add one.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "the test runs other programs")]

#[path = "synthetic/mod.rs"]
mod synthetic;
#[path = "readers/table.rs"]
mod table;

use foedera::graph::{EdgeView, Graph};
use foedera::pipeline::{Options, analyse};
use foedera::record::Stance;
use foedera::time::Day;
use foedera::vocabulary::Role;
use foedera::workspace;
use std::collections::BTreeSet;
use synthetic::{KINDS, Tie};
use table::{READERS, Read, Reader, text};

/// What the curated records say of some nodes, worked out by hand: id, column, value.
const NODES: &[(&str, &str, &str)] = &[
    ("return-of-futenma", "label", "Return of Futenma Air Station"),
    ("return-of-futenma", "kind", "FacilityReturn"),
    ("return-of-futenma", "sort", "commitment"),
    ("return-of-futenma", "binding", "political"),
    ("return-of-futenma", "status", r#"["recommended"]"#),
    ("return-of-futenma", "due", "5 years to 7 years after April 1996"),
    ("return-of-futenma", "due_earliest", "2001-04-01"),
    ("return-of-futenma", "due_latest", "2003-04-30"),
    ("return-of-futenma", "overdue", "no"),
    (
        "return-of-futenma",
        "history",
        r#"["recommended 1996-04 by special-action-committee-on-okinawa"]"#,
    ),
    ("return-of-futenma", "sources", r#"["sf75","sf75"]"#),
    ("return-of-futenma", "places", r#"["Conclusions ¶2","Trust and Reciprocity ¶3"]"#),
    (
        "return-of-futenma",
        "locators",
        r#"["including the Futenma Air Station … 5-to-7 years","return of Futenma Air Station"]"#,
    ),
    ("special-action-committee-on-okinawa", "aliases", r#"["SACO"]"#),
    ("special-action-committee-on-okinawa", "during", "1995-11/.."),
    ("special-action-committee-on-okinawa", "when", "since November 1995"),
    ("special-action-committee-on-okinawa", "earliest_start", "1995-11-01"),
    ("special-action-committee-on-okinawa", "latest_start", "1995-11-30"),
    ("special-action-committee-on-okinawa", "earliest_end", ""),
    ("special-action-committee-on-okinawa", "latest_end", ""),
    ("us-forces-in-japan", "measures", r#"["more than 45,000 persons, 1996"]"#),
];

/// The same of some edges: source, kind, target, column, value.
const EDGES: &[(&str, &str, &str, &str, &str)] = &[
    ("mutual-security-treaty", "Supersedes", "security-treaty-1951", "during", "1960-06-23"),
    ("mutual-security-treaty", "Supersedes", "security-treaty-1951", "holding", "occurrence"),
    ("mutual-security-treaty", "Supersedes", "security-treaty-1951", "background", "true"),
    ("mutual-security-treaty", "Supersedes", "security-treaty-1951", "latest_end", "1960-06-23"),
    ("japan", "AllyIn", "us-japan-alliance", "label", "is an ally in"),
    ("japan", "AllyIn", "us-japan-alliance", "inverse", "allies"),
    ("japan", "AllyIn", "us-japan-alliance", "family", "membership"),
    ("japan", "AllyIn", "us-japan-alliance", "attested", r#"["1996-04"]"#),
    ("japan", "AllyIn", "us-japan-alliance", "when", "attested April 1996"),
    ("japan", "AllyIn", "us-japan-alliance", "earliest_start", ""),
    ("japan", "AllyIn", "us-japan-alliance", "latest_start", "1996-04-30"),
    ("japan", "AllyIn", "us-japan-alliance", "earliest_end", "1996-04-01"),
    ("japan", "AllyIn", "us-japan-alliance", "holding", "state"),
    ("joseph-nye", "Began", "summit-diplomacy", "ended_before", "1996-04"),
    ("united-states", "DisputesWith", "japan", "directed", "false"),
    ("summit-optimists", "Believes", "summit-ends-economic-clashes", "stance", "prediction"),
    ("summit-optimists", "Believes", "summit-ends-economic-clashes", "certainty", "possible"),
    (
        "summit-optimists",
        "Believes",
        "summit-ends-economic-clashes",
        "holder",
        r#"["summit-optimists"]"#,
    ),
    ("united-states", "Obligor", "return-of-futenma", "family", "obligation"),
    ("united-states", "Obligor", "return-of-futenma", "label", "obligor of"),
];

/// What is compared of every edge of both graphs, after its ends.
const COMPARED: [&str; 8] = [
    "kind",
    "label",
    "stance",
    "certainty",
    "earliest_start",
    "latest_start",
    "earliest_end",
    "latest_end",
];

fn us_japan() -> Graph {
    let workspace = workspace::open(std::path::Path::new("data/us-japan"), &[]).unwrap();
    analyse(&workspace.files, &Options::default()).graph
}

/// Ten thousand relations among two thousand nodes, dated in every way.
fn generated() -> Graph {
    let tie = |number: usize| {
        let year = 1900 + number % 97;
        let month = 1 + number % 12;
        Tie {
            from: number % 2_000,
            to: (number * 7 + number / 2_000 + 1) % 2_000,
            kind: number % KINDS,
            stance: Stance::ALL[number % Stance::ALL.len()],
            during: match number % 5 {
                0 => Some(format!("{year}-{month:02}/{}", year + 3)),
                1 => Some(format!("{year}~/..")),
                2 => Some(format!("/{year}-{month:02}-17")),
                _ => None,
            },
            attested: if number % 5 == 3 { vec![year.to_string()] } else { Vec::new() },
            ended_before: None,
        }
    };
    synthetic::graph(2_000, (0..10_000).map(tie))
}

/// What a reader should give back of an edge, in the order of [`COMPARED`] after its ends.
fn told(edge: EdgeView<'_>) -> [String; 10] {
    let (start, end) = (edge.extent().start_window(), edge.extent().end_window());
    let day = |day: Option<Day>| {
        let dated = !edge.extent().is_undated();
        day.filter(|_| dated).map(|day| day.to_string()).unwrap_or_default()
    };
    [
        edge.source().id().into(),
        edge.target().id().into(),
        edge.kind(),
        edge.label(false).into(),
        edge.stance().word().into(),
        edge.certainty().word().into(),
        day(start.earliest()),
        day(start.latest()),
        day(end.earliest()),
        day(end.latest()),
    ]
}

/// Checks that a reader has every edge with what it keeps of it, and as many nodes as there are.
fn compare(reader: &Reader, read: &Read, graph: &Graph) {
    let nodes: Vec<_> = graph.nodes().filter(|node| node.relation().is_none()).collect();
    assert_eq!(read.nodes.len(), nodes.len(), "{}: nodes", reader.name);
    for node in nodes {
        let there = read.nodes.get(node.id());
        let there = there.unwrap_or_else(|| panic!("{}: no {}", reader.name, node.id()));
        if reader.keeps("label") {
            assert_eq!(text(there, "label"), node.name(), "{}", reader.name);
        }
    }
    let columns = ["source", "target"].into_iter().chain(COMPARED);
    let columns: Vec<(usize, &str)> =
        columns.enumerate().filter(|(n, name)| *n < 2 || reader.keeps(name)).collect();
    let is_shown = |edge: &EdgeView<'_>| {
        edge.source().relation().is_none() && edge.target().relation().is_none()
    };
    // RDF is a set: who has a role twice has it once. Who takes a step is told of the step.
    let is_set = ["jsonld", "ntriples", "turtle"].contains(&reader.format);
    let mut seen = BTreeSet::new();
    let mut is_first = |edge: &EdgeView<'_>| {
        let role = edge.role().filter(|role| is_set && *role != Role::Actor);
        role.is_none_or(|role| seen.insert((edge.source().index(), role, edge.target().index())))
    };
    let mut expected: Vec<Vec<String>> = graph
        .edges()
        .filter(is_shown)
        .filter(|edge| is_first(edge))
        .map(told)
        .map(|told| columns.iter().map(|(n, _)| told[*n].clone()).collect())
        .collect();
    let attributes = |edge| columns.iter().map(|(_, name)| text(edge, name)).collect();
    let mut found: Vec<Vec<String>> = read.edges.iter().map(attributes).collect();
    expected.sort_unstable();
    found.sort_unstable();
    assert_eq!(found.len(), expected.len(), "{}: edges", reader.name);
    for (found, expected) in found.iter().zip(&expected) {
        assert_eq!(found, expected, "{}: {columns:?}", reader.name);
    }
}

#[test]
fn readers_have_the_curated_graph_whole() {
    let graph = us_japan();
    for reader in READERS {
        let read = reader.read(&graph);
        compare(reader, &read, &graph);
        for (id, column, value) in NODES.iter().filter(|(_, column, _)| reader.keeps(column)) {
            assert_eq!(text(&read.nodes[*id], column), *value, "{}: {id}.{column}", reader.name);
        }
        for (source, kind, target, column, value) in EDGES {
            if !reader.keeps(column) || !reader.keeps("kind") {
                continue;
            }
            let ends = [("source", source), ("kind", kind), ("target", target)];
            let mut edges = read.edges.iter();
            let edge = edges.find(|edge| ends.iter().all(|(name, id)| text(edge, name) == **id));
            let edge = edge.unwrap_or_else(|| panic!("{}: {source} {kind}", reader.name));
            assert_eq!(text(edge, column), *value, "{}: {source} {kind} {column}", reader.name);
        }
    }
}

#[test]
fn readers_have_ten_thousand_relations_whole() {
    let graph = generated();
    assert_eq!(graph.edges().count(), 10_000);
    for reader in READERS {
        compare(reader, &reader.read(&graph), &graph);
    }
}

/// The spells that networkx reads from GEXF, as JSON; empty where there are none.
#[test]
fn lifetimes_come_back_as_spells() {
    let reader = READERS.iter().find(|reader| reader.name == "gexf-networkx").unwrap();
    let read = reader.read(&us_japan());
    let nodes = [
        ("special-action-committee-on-okinawa", r#"[["1995-11-01",null]]"#),
        ("summit-diplomacy", r#"[[null,"1996-04-30"]]"#),
        ("april-1996-summit", r#"[["1996-04-01","1996-04-30"]]"#),
        ("japan", ""),
    ];
    for (id, spells) in nodes {
        assert_eq!(text(&read.nodes[id], "spells"), spells, "{id}");
    }
    let edges = [
        // An occurrence is true from its date on; a state that is only attested has no known end.
        ("mutual-security-treaty", "Supersedes", r#"[["1960-06-23",null]]"#),
        ("united-states", "DisputesWith", r#"[[null,"1996-04-30"]]"#),
        ("japan", "AllyIn", ""),
    ];
    for (source, kind, spells) in edges {
        let is_it = |edge: &&serde_json::Map<_, _>| {
            text(edge, "source") == source && text(edge, "kind") == kind
        };
        let edge = read.edges.iter().find(is_it).unwrap();
        assert_eq!(text(edge, "spells"), spells, "{source} {kind}");
    }
}
