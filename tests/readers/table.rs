//! The readers of exports: the libraries that formats are made for, called through read.py and
//! read.mjs beside this file.
//!
//! To add one: a function in read.py or read.mjs (and its library, pinned, in requirements.txt or
//! package.json), and a row in [`READERS`].
#![allow(dead_code, unreachable_pub, reason = "each test uses a part")]

use foedera::export::{Input, Writer, by_name};
use foedera::graph::{Graph, Scope};
use foedera::scene::{Theme, whole};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// A library that reads a format.
#[derive(Debug)]
pub struct Reader {
    /// The name of its function in read.py or read.mjs.
    pub name: &'static str,
    /// The format that it reads.
    pub format: &'static str,
    /// What runs it.
    pub runs_in: Program,
    /// What it gives back of nodes and edges, beside their ids and ends.
    pub keeps: Keeps,
}

#[derive(Debug, Clone, Copy)]
pub enum Program {
    Python,
    Node,
}

/// The columns that a reader gives back.
#[derive(Debug, Clone, Copy)]
pub enum Keeps {
    Everything,
    /// Just these.
    Only(&'static [&'static str]),
}

use Keeps::{Everything, Only};
use Program::{Node, Python};

const fn row(name: &'static str, format: &'static str, runs_in: Program, keeps: Keeps) -> Reader {
    Reader { name, format, runs_in, keeps }
}

/// What RDF holds of the columns that tests compare.
const RDF: Keeps = Only(&[
    "label",
    "inverse",
    "kind",
    "sort",
    "gloss",
    "note",
    "stance",
    "certainty",
    "holder",
    "during",
    "attested",
    "ended_before",
    "earliest_start",
    "latest_start",
    "earliest_end",
    "latest_end",
    "binding",
    "status",
    "due_earliest",
    "due_latest",
    "overdue",
]);

/// What FollowTheMoney holds of them; it has no earliest and latest days.
const FTM: Keeps = Only(&["label", "kind", "status", "stance", "certainty"]);

/// Every reader.
pub const READERS: &[Reader] = &[
    row("csv-python", "csv", Python, Everything),
    row("cypher-ladybug", "cypher", Python, Everything),
    row("cytoscape", "cytoscape", Node, Everything),
    row("gexf-graphology", "gexf", Node, Everything),
    row("gexf-networkx", "gexf", Python, Everything),
    row("graphology", "graphology", Node, Everything),
    row("graphml-igraph", "graphml", Python, Everything),
    row("graphml-networkx", "graphml", Python, Everything),
    row("ftm-followthemoney", "ftm", Python, FTM),
    row("jsonld-pyoxigraph", "jsonld", Python, RDF),
    row("jsonld-rdflib", "jsonld", Python, RDF),
    row("neo4j-ladybug", "neo4j", Python, Everything),
    row("ntriples-pyoxigraph", "ntriples", Python, RDF),
    row("ntriples-rdflib", "ntriples", Python, RDF),
    row("turtle-pyoxigraph", "turtle", Python, RDF),
    row("turtle-rdflib", "turtle", Python, RDF),
];

impl Reader {
    pub fn keeps(&self, column: &str) -> bool {
        match self.keeps {
            Everything => true,
            Only(columns) => columns.contains(&column),
        }
    }

    /// Exports the whole graph, and reads it back.
    pub fn read(&self, graph: &Graph) -> Read {
        let folder = tempfile::tempdir().unwrap();
        let exporter = by_name(self.format).unwrap();
        let scene = whole(graph, Scope::default(), None);
        let files = exporter.files(Input { graph, scene: &scene, theme: Theme::Light }, "graph");
        for (name, bytes) in files {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
        let between = if matches!(exporter.write, Writer::Folder(_)) { '-' } else { '.' };
        self.run(&folder.path().join(format!("graph{between}{}", exporter.extension)))
    }

    fn run(&self, path: &Path) -> Read {
        let (program, script) = match self.runs_in {
            Python => ("target/readers/venv/bin/python", "tests/readers/read.py"),
            Node => ("node", "tests/readers/read.mjs"),
        };
        let output = Command::new(program).args([script, self.name]).arg(path).output();
        let output = output.unwrap_or_else(|error| panic!("{program}: {error}; {MISSING}"));
        let messages = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{}: {messages}\n{MISSING}", self.name);
        let mut answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        Read {
            nodes: serde_json::from_value(answer["nodes"].take()).unwrap(),
            edges: serde_json::from_value(answer["edges"].take()).unwrap(),
        }
    }
}

const MISSING: &str = "where a reader is missing, ./test installs it";

/// A graph as a reader gave it back.
#[derive(Debug)]
pub struct Read {
    /// The attributes of nodes, by id.
    pub nodes: BTreeMap<String, Map<String, Value>>,
    /// The attributes of edges, among them `source` and `target`.
    pub edges: Vec<Map<String, Value>>,
}

/// A value as text, whichever type a library has for it: lists as JSON, numbers without a
/// fraction of nothing; empty where there is none.
pub fn text(attributes: &Map<String, Value>, name: &str) -> String {
    match attributes.get(name) {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.as_f64().unwrap().to_string(),
        Some(Value::Array(items)) if items.is_empty() => String::new(),
        Some(value) => value.to_string(),
    }
}
