//! SPARQL over the graph: terms, stances, dates, formats, errors, and patterns against a full scan.
#![cfg(feature = "sparql")]
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

use foedera::graph::{Graph, Scope, Slice};
use foedera::pipeline::{Options, analyse};
use foedera::query::sparql::{CancellationToken, Format, Results, SparqlError, sparql};
use foedera::text::{FileRole, Files};
use foedera::workspace;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

fn graph(records: &str) -> Graph {
    let mut files: Vec<_> = foedera::vocabulary::built_in().collect();
    files.push(Files::from_bytes("test.ron", FileRole::Records, records.as_bytes()));
    let graph = analyse(&Files::new(files), &Options::default()).graph;
    assert_eq!(graph.records().defects, []);
    graph
}

fn us_japan() -> Graph {
    let workspace = workspace::open(Path::new("data/us-japan"), &[]).unwrap();
    analyse(&workspace.files, &Options::default()).graph
}

fn ask(graph: &Graph, as_of: &str, query: &str) -> Result<Results, SparqlError> {
    let as_of = (!as_of.is_empty()).then(|| as_of.parse().unwrap());
    let slice = Slice::new(graph, Scope { as_of, ..Scope::default() });
    sparql(&slice, query, CancellationToken::new())
}

/// The rows of an answer, as TSV writes them, sorted.
fn rows(graph: &Graph, as_of: &str, query: &str) -> Vec<String> {
    let bytes = ask(graph, as_of, query).unwrap().write(Format::Tsv, 100).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let mut rows: Vec<String> = text.lines().skip(1).map(str::to_owned).collect();
    rows.sort();
    rows
}

fn yes(graph: &Graph, as_of: &str, pattern: &str) -> bool {
    !ask(graph, as_of, &format!("ASK {{ {pattern} }}")).unwrap().is_empty()
}

const RECORDS: &str = r#"[
    Dataset(id: "t", title: "T", description: "T.", licence: "CC0-1.0", reference_date: "1990"),
    Source(id: "s", kind: Background, title: "Source", author: ["p", "Somebody"], date: "1990-05",
        reference: "A made-up source."),
    Entity(id: "a", kind: State, name: "A", aliases: ["Aland"], gloss: "One of two."),
    Entity(id: "b", kind: State, name: "B"), Entity(id: "p", kind: Person, name: "P"),
    Entity(id: "pact", kind: Treaty, name: "Pact", life: "1960-06-23/.."),
    Entity(id: "pact-article-5", kind: Provision, name: "Article 5", of: "pact", number: "5"),
    Relation(from: "a", kind: PartyTo, to: "pact", during: "1960-06-23/1970", cites: [("s")]),
    Relation(from: "a", kind: Borders, to: "b"),
    Relation(id: "claim", from: "a", kind: BenefitsFrom, to: "pact", stance: Perception, holder: ["b"],
        certainty: Probable),
    Relation(from: "p", kind: Perceives, to: "claim"),
    Commitment(id: "c", kind: Defense, name: "C", by: ["a"], to: ["b"], under: ["pact-article-5"],
        binding: Legal, due: By("1989-12-31"), history: [(step: InForce, on: "1960-06-23", by: "b")]),
    Measure(of: "a", what: Strength, value: 45000, bound: MoreThan, unit: "persons", at: "1996"),
]"#;

#[test]
fn roles_are_properties_of_the_commitment() {
    let graph = graph(RECORDS);
    for pattern in [
        "d:c fo:obligor d:a",
        "d:c fo:beneficiary d:b",
        "d:c fo:under d:pact-article-5",
        "d:c fo:under/fo:of d:pact",
        "d:c a fo:Defense, fo:Commitment",
        "fo:Defense rdfs:subClassOf fo:Commitment",
        "d:c fo:status \"in-force\" ; fo:binding \"legal\" ; fo:overdue \"yes\"",
        "d:c fo:dueLatest \"1989-12-31\"^^xsd:date",
        "d:c fo:step [ fo:taken \"in force\" ; fo:on \"1960-06-23\"^^edtf:EDTF ; fo:actor d:b ]",
        "d:c fo:cow \"Type I: defense pact\" ; fo:reciprocity \"one-sided\"",
        "d:a rdfs:label \"A\" ; skos:altLabel \"Aland\" ; rdfs:comment \"One of two.\"",
        "d:a fo:figure [ rdf:value ?v ; fo:unit \"persons\" ; fo:bound \"MoreThan\" ] FILTER(?v > 44999)",
        "d:pact a/rdfs:subClassOf* fo:Entity ; fo:life \"1960-06-23/..\"^^edtf:EDTF",
        "d:source:s a fo:Source ; dct:title \"Source\" ; dct:creator d:p, \"Somebody\"",
    ] {
        assert!(yes(&graph, "", pattern), "{pattern}");
    }
    assert!(!yes(&graph, "", "d:a fo:obligor d:c"), "read from the commitment only");
}

#[test]
fn a_relation_is_a_triple_and_a_statement() {
    let graph = graph(RECORDS);
    assert!(yes(&graph, "", "d:a fo:PartyTo d:pact"));
    assert!(yes(&graph, "", "d:a fo:Borders d:b . d:b fo:Borders d:a"), "symmetric");
    let statement = "[ a rdf:Statement ; rdf:subject d:a ; rdf:predicate fo:PartyTo ; rdf:object d:pact ; \
                     fo:stance \"fact\" ; fo:certainty \"certain\" ; fo:earliestEnd \"1970-01-01\"^^xsd:date ; \
                     fo:during \"1960-06-23/1970\"^^edtf:EDTF ]";
    assert!(yes(&graph, "", statement));
}

#[test]
fn what_is_only_perceived_is_no_triple_but_a_statement_of_its_holder() {
    let graph = graph(RECORDS);
    assert!(!yes(&graph, "", "d:a fo:BenefitsFrom d:pact"));
    let statement = "d:claim a rdf:Statement ; rdf:subject d:a ; rdf:object d:pact ; fo:holder d:b ; \
                     fo:stance \"perception\" ; fo:certainty \"probable\"";
    assert!(yes(&graph, "", statement), "a relation with an id is its own statement");
    assert!(yes(&graph, "", "d:p fo:Perceives d:claim"));
}

#[test]
fn as_of_a_day_only_what_held_or_may_have_is_there() {
    let graph = graph(RECORDS);
    let party = "d:a fo:PartyTo d:pact";
    let holds = |as_of: &str| {
        let query = "SELECT ?h { ?s rdf:predicate fo:PartyTo ; fo:holds ?h }";
        (yes(&graph, as_of, party), rows(&graph, as_of, query))
    };
    assert_eq!(holds("1950"), (false, vec![]));
    assert_eq!(holds("1965"), (true, vec!["\"yes\"".to_owned()]));
    assert_eq!(holds("1970-06-01"), (true, vec!["\"can't tell\"".to_owned()]));
    assert_eq!(holds("1971"), (false, vec![]));
    let status = "SELECT ?s { d:c fo:status ?s }";
    assert_eq!(rows(&graph, "1960-06-22", status), ["\"not-yet\""]);
    assert_eq!(rows(&graph, "", status), ["\"in-force\""]);
}

#[test]
fn days_are_compared_and_paths_are_walked() {
    let graph = us_japan();
    let early = "SELECT ?o { ?s rdf:subject ?o ; fo:earliestStart ?d FILTER(?d < \"1970-01-01\"^^xsd:date) }";
    assert_eq!(rows(&graph, "", early), ["<urn:foedera:data:us-japan:mutual-security-treaty>"]);
    let under =
        "SELECT DISTINCT ?c { ?c fo:under/fo:of* d:mutual-security-treaty ; fo:obligor d:japan }";
    let expected = ["host-nation-support-for-us-forces", "regional-security-in-the-far-east"];
    let expected = expected.map(|id| format!("<urn:foedera:data:us-japan:{id}>"));
    assert_eq!(rows(&graph, "", under), expected);
}

/// The parts of an N-Triples line.
fn parts(line: &str) -> [String; 3] {
    let line = line.trim_end().trim_end_matches(" .");
    let mut parts = line.splitn(3, ' ').map(str::to_owned);
    [parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap()]
}

#[test]
fn every_pattern_finds_what_a_full_scan_finds() {
    let graph = us_japan();
    let select = "SELECT ?s ?p ?o { ?s ?p ?o }";
    let all: Vec<[String; 3]> = {
        let bytes = ask(&graph, "", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }").unwrap();
        let text = String::from_utf8(bytes.write(Format::Text, 0).unwrap()).unwrap();
        text.lines().map(parts).collect()
    };
    assert_eq!(all.len(), rows(&graph, "", select).len(), "no triple is told twice");
    let mut asked = BTreeSet::new();
    for sample in all.iter().step_by(all.len() / 60) {
        for mask in 1..8 {
            let bound = |n: usize| mask & (1 << n) != 0 && !sample[n].starts_with("_:");
            let term = |n: usize| match bound(n) {
                true => sample[n].clone(),
                false => ["?s", "?p", "?o"][n].to_owned(),
            };
            let pattern = format!("{} {} {}", term(0), term(1), term(2));
            if !asked.insert(pattern.clone()) || (0..3).all(|n| !bound(n)) {
                continue;
            }
            let fits = |triple: &&[String; 3]| (0..3).all(|n| !bound(n) || triple[n] == sample[n]);
            let expected = all.iter().filter(fits).count();
            let count = format!("SELECT (COUNT(*) AS ?n) {{ {pattern} }}");
            let found = rows(&graph, "", &count);
            assert_eq!(found, [expected.to_string()], "{pattern}");
        }
    }
    assert!(asked.len() > 150);
}

#[test]
fn results_come_in_the_formats_of_the_w3c() {
    let graph = graph(RECORDS);
    let query = "SELECT ?s ?name { ?s a fo:State ; rdfs:label ?name } ORDER BY ?name";
    let write = |query: &str, format| {
        String::from_utf8(ask(&graph, "", query).unwrap().write(format, 80).unwrap()).unwrap()
    };
    assert_eq!(write(query, Format::Text), "s    name\nd:a  A\nd:b  B\n\n2 rows\n");
    let csv = "s,name\r\nurn:foedera:data:t:a,A\r\nurn:foedera:data:t:b,B\r\n";
    assert_eq!(write(query, Format::Csv), csv);
    assert!(write(query, Format::Tsv).starts_with("?s\t?name\n<urn:foedera:data:t:a>\t\"A\"\n"));
    let json: Value = serde_json::from_str(&write(query, Format::Json)).unwrap();
    assert_eq!(json["head"]["vars"], serde_json::json!(["s", "name"]));
    assert_eq!(json["results"]["bindings"][1]["name"]["value"], "B");
    assert!(write(query, Format::Xml).contains("<uri>urn:foedera:data:t:a</uri>"));
    assert_eq!(write("ASK { d:a a fo:State }", Format::Text), "yes\n");
    let json: Value =
        serde_json::from_str(&write("ASK { d:a a fo:Person }", Format::Json)).unwrap();
    assert_eq!(json["boolean"], false);
    let construct = "CONSTRUCT { ?a fo:owes ?b } WHERE { ?c fo:obligor ?a ; fo:beneficiary ?b }";
    let triple = "<urn:foedera:data:t:a> <urn:foedera:owes> <urn:foedera:data:t:b> .\n";
    assert_eq!(write(construct, Format::Text), triple);
    assert!(write("DESCRIBE d:b", Format::Text).contains("\"B\" .\n"));
    let refused = ask(&graph, "", construct).unwrap().write(Format::Json, 80).unwrap_err();
    assert!(refused.to_string().contains("N-Triples"), "{refused}");
}

#[test]
fn errors_tell_where() {
    let graph = graph(RECORDS);
    let error = |query: &str| ask(&graph, "", query).unwrap_err().to_string();
    let expected = "the query is no SPARQL, at 2:12\n    ?x fo:of }\n             ^";
    assert_eq!(error("SELECT ?x WHERE {\n  ?x fo:of }"), expected);
    assert!(error("SELECT ?x { ?x nope:of ?y }").contains("nope"), "unknown prefix");
    assert!(
        error("SELECT ?x { SERVICE <http://example.org/> { ?x ?y ?z } }").contains("evaluated")
    );
}

#[test]
fn a_query_can_be_stopped() {
    let graph = graph(RECORDS);
    let stop = CancellationToken::new();
    stop.cancel();
    let slice = Slice::new(&graph, Scope::default());
    let stopped = sparql(&slice, "SELECT * { ?s ?p ?o }", stop).unwrap_err();
    assert_eq!(stopped, SparqlError::Stopped);
}
