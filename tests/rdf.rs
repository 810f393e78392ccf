//! RDF files say what SPARQL answers, no more and no less.
#![cfg(feature = "sparql")]
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

use foedera::export::{Input, by_name};
use foedera::graph::{Graph, Scope, Slice};
use foedera::pipeline::{Options, analyse};
use foedera::query::sparql::{CancellationToken, Format, sparql};
use foedera::scene::{Theme, build, whole};
use foedera::text::{FileRole, Files};
use foedera::workspace;
use oxrdf::Triple;
use oxttl::{NTriplesParser, TurtleParser};
use std::collections::BTreeSet;
use std::path::Path;

fn graph(records: &str) -> Graph {
    let mut files: Vec<_> = foedera::vocabulary::built_in().collect();
    files.push(Files::from_bytes("test.ron", FileRole::Records, records.as_bytes()));
    analyse(&Files::new(files), &Options::default()).graph
}

fn us_japan() -> Graph {
    let workspace = workspace::open(Path::new("data/us-japan"), &[]).unwrap();
    analyse(&workspace.files, &Options::default()).graph
}

fn scope(as_of: &str) -> Scope {
    let as_of = (!as_of.is_empty()).then(|| as_of.parse().unwrap());
    Scope { as_of, ..Scope::default() }
}

fn written(graph: &Graph, format: &str, as_of: &str) -> Vec<u8> {
    let scene = whole(graph, scope(as_of), None);
    let input = Input { graph, scene: &scene, theme: Theme::Light };
    by_name(format).unwrap().file(input).unwrap()
}

/// The lines of the N-Triples of the whole graph.
fn lines(graph: &Graph, as_of: &str) -> Vec<String> {
    let text = String::from_utf8(written(graph, "ntriples", as_of)).unwrap();
    text.lines().map(str::to_owned).collect()
}

/// What a query for every triple answers.
fn asked(graph: &Graph, as_of: &str) -> BTreeSet<String> {
    let slice = Slice::new(graph, scope(as_of));
    let query = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }";
    let answer = sparql(&slice, query, CancellationToken::new()).unwrap();
    let text = String::from_utf8(answer.write(Format::Text, 0).unwrap()).unwrap();
    text.lines().map(str::to_owned).collect()
}

const RECORDS: &str = r#"[
    Dataset(id: "t", title: "T", description: "T.", licence: "CC0-1.0", reference_date: "1990"),
    Source(id: "s", kind: Publication, title: "Source", author: ["p"], date: "1990-05"),
    Entity(id: "a", kind: State, name: "A", aliases: ["Aland"], gloss: "One.", cites: [("s", "words")]),
    Entity(id: "b", kind: State, name: "B"), Entity(id: "p", kind: Person, name: "P"),
    Entity(id: "pact", kind: Treaty, name: "Pact", life: "1960-06-23/1970"),
    Relation(from: "a", kind: PartyTo, to: "pact", during: "1960-06-23/1970-04", duration: "P9Y",
        cites: [("s", "words"), ("s", "other words")]),
    Relation(from: "b", kind: PartyTo, to: "pact", during: "1960~/1970?", attested: ["1965", "1965"]),
    Relation(from: "a", kind: Borders, to: "b"), Relation(from: "b", kind: Borders, to: "a"),
    Relation(id: "claim", from: "a", kind: BenefitsFrom, to: "pact", stance: Perception, holder: ["b"]),
    Relation(id: "doubt", from: "p", kind: Perceives, to: "claim", during: "1971"),
    Relation(from: "b", kind: Perceives, to: "doubt"),
    Commitment(id: "c", kind: Defense, name: "C", by: ["a"], to: ["b"], under: ["pact"], at: "pact",
        trigger: Circumstance("an attack"), binding: Legal, due: By("1989-12-31"), term: "1960-06/1970",
        history: [(step: InForce, on: "1960-06-23", by: "b", cites: [("s", "words")])]),
    Measure(of: "a", what: Strength, value: 45000, unit: "persons", at: "1996", cites: [("s", "x")]),
]"#;

#[test]
fn a_file_holds_what_a_query_for_everything_answers() {
    for (graph, as_of) in [(graph(RECORDS), ""), (us_japan(), ""), (us_japan(), "1996-04-17")] {
        let lines = lines(&graph, as_of);
        let set: BTreeSet<String> = lines.iter().cloned().collect();
        assert_eq!(lines.len(), set.len(), "no triple is written twice");
        assert!(set.len() > 500);
        let asked = asked(&graph, as_of);
        // Passages that back what is left out can be asked for, but nothing cites them.
        let is_uncited = |line: &&String| {
            let cites = format!("<urn:foedera:cites> {} .", line.split(' ').next().unwrap());
            line.starts_with("_:c") && !set.iter().any(|line| line.ends_with(&cites))
        };
        let differ = set.symmetric_difference(&asked).filter(|line| !is_uncited(line));
        let differ: Vec<&String> = differ.collect();
        assert!(differ.is_empty(), "as of {as_of:?}: {differ:#?}");
    }
}

#[test]
fn turtle_says_what_ntriples_do() {
    for graph in [graph(RECORDS), us_japan()] {
        let turtle = written(&graph, "turtle", "");
        let plain = written(&graph, "ntriples", "");
        let turtle: Result<BTreeSet<String>, _> = TurtleParser::new()
            .for_slice(&turtle)
            .map(|t| t.map(|t: Triple| t.to_string()))
            .collect();
        let plain: Result<BTreeSet<String>, _> = NTriplesParser::new()
            .for_slice(&plain)
            .map(|t| t.map(|t: Triple| t.to_string()))
            .collect();
        assert_eq!(turtle.unwrap(), plain.unwrap());
    }
}

const EDTF: &str = "http://id.loc.gov/datatypes/edtf/EDTF";
const XSD: &str = "http://www.w3.org/2001/XMLSchema#";
const TIME: &str = "http://www.w3.org/2006/time#";
const PROV: &str = "http://www.w3.org/ns/prov#";

#[test]
fn dates_travel_as_stated_and_as_days_and_as_instants() {
    let lines = lines(&graph(RECORDS), "");
    let has = |line: &str| assert!(lines.iter().any(|l| l == line), "{line}");
    let of = |subject: &str, property: &str, value: &str, datatype: &str| {
        has(&format!("{subject} <{property}> \"{value}\"^^<{datatype}> ."));
    };
    let day = format!("{XSD}date");
    of("_:r0", "urn:foedera:during", "1960-06-23/1970-04", EDTF);
    of("_:r0", "urn:foedera:earliestStart", "1960-06-23", &day);
    of("_:r0", "urn:foedera:latestStart", "1960-06-23", &day);
    of("_:r0", "urn:foedera:latestEnd", "1970-04-30", &day);
    of("_:r0", "urn:foedera:duration", "P9Y", &format!("{XSD}duration"));
    has(&format!("_:r0 <{TIME}hasTime> _:tr0 ."));
    has(&format!("_:tr0 <{TIME}hasBeginning> _:br0 ."));
    of("_:br0", &format!("{TIME}inXSDDate"), "1960-06-23", &day);
    of("_:er0", &format!("{TIME}inXSDgYearMonth"), "1970-04", &format!("{XSD}gYearMonth"));
    of("_:r1", "urn:foedera:during", "1960~/1970?", EDTF);
    assert!(!lines.iter().any(|line| line.starts_with("_:tr1")), "a marked date is no instant");
    of("_:bs0n0", &format!("{TIME}inXSDDate"), "1960-06-23", &day);
}

#[test]
fn claims_are_derived_from_their_sources_and_things_are_their_subjects() {
    let lines = lines(&graph(RECORDS), "");
    let source = "<urn:foedera:data:t:source:s>";
    let count = |line: &str| lines.iter().filter(|l| *l == line).count();
    assert_eq!(count(&format!("_:r0 <{PROV}wasDerivedFrom> {source} .")), 1);
    assert_eq!(count(&format!("_:r0 <{PROV}qualifiedDerivation> _:c2 .")), 1);
    assert_eq!(count(&format!("_:c2 <{PROV}entity> {source} .")), 1);
    assert_eq!(count("_:c2 <urn:foedera:locator> \"other words\" ."), 1);
    let thing = "<urn:foedera:data:t:a>";
    assert_eq!(count(&format!("{thing} <https://schema.org/subjectOf> {source} .")), 1);
    assert_eq!(count(&format!("{thing} <{PROV}wasDerivedFrom> {source} .")), 0);
    let state = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://schema.org/Country>";
    assert_eq!(count(&format!("{thing} {state} .")), 1);
}

#[test]
fn a_view_holds_its_own_edges_only() {
    let view = r#"View(id: "v", title: "V", says: "V.", show: [Ids(["a", "b"])]),]"#;
    let graph = graph(&RECORDS.replacen("\n]", &format!("\n{view}"), 1));
    let scene = build(&graph, &graph.records().views[0].record, Scope::default());
    let input = Input { graph: &graph, scene: &scene, theme: Theme::Light };
    let text = String::from_utf8(by_name("ntriples").unwrap().file(input).unwrap()).unwrap();
    assert!(text.contains("data:t:a> <urn:foedera:Borders> <urn:foedera:data:t:b> ."));
    assert!(text.contains("data:t:b> <urn:foedera:Borders> <urn:foedera:data:t:a> ."));
    assert!(!text.contains("<urn:foedera:PartyTo> <urn:foedera:data:t:pact>"));
    assert!(!text.contains("data:t:c>"), "no commitment");
}

#[test]
fn ids_that_are_none_cannot_break_out_of_an_iri() {
    let records = r#"[Dataset(id: "t", title: "T", description: "T.", licence: "L", reference_date: "1990"),
        Entity(id: "a> <x:y> <z", kind: State, name: "a\" .\nb"), Entity(id: "source:s", kind: State, name: "é"),]"#;
    let graph = graph(records);
    let lines = lines(&graph, "");
    assert!(lines.contains(
        &r#"<urn:foedera:data:t:a%3E%20%3Cx%3Ay%3E%20%3Cz> <https://schema.org/name> "a\" .\nb" ."#.to_owned()
    ));
    assert_eq!(lines.into_iter().collect::<BTreeSet<_>>(), asked(&graph, ""));
    let slice = Slice::new(&graph, Scope::default());
    let query = "SELECT ?n { <urn:foedera:data:t:source%3As> rdfs:label ?n }";
    let found = sparql(&slice, query, CancellationToken::new()).unwrap();
    assert_eq!(found.write(Format::Tsv, 0).unwrap(), "?n\n\"é\"\n".as_bytes());
}
