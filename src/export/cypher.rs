//! Cypher, for Neo4j and for embedded databases that speak it, such as Kùzu and its forks.
//!
//! One statement a line. Nodes are labelled `Entity`, `Commitment` or `Claim`; the type of a
//! relationship is its kind or role. Databases with a fixed schema need tables first: the statements
//! that make them stand in the comments that begin with `// kuzu: `.

use super::columns::{Column, EdgeRow, Holds, NodeRow, Rows, edge_columns, node_columns};
use super::literal::{strings, value};
use super::{Exporter, Input, Writer};
use std::collections::{BTreeMap, BTreeSet};

pub(super) const EXPORTER: Exporter = Exporter {
    name: "cypher",
    extension: "cypher",
    media_type: "application/x-cypher-query",
    summary: "Cypher, statements for Neo4j, Kùzu and its forks",
    write: Writer::File(write),
};

const HEAD: &str = "\
// Neo4j can run this file as it is; on a large graph, run first the statements that begin with
// `// neo4j: `. Kuzu and its forks need the tables that the statements after `// kuzu: ` make.
";

fn write(input: Input<'_>) -> Vec<u8> {
    let rows = Rows::new(input);
    let (nodes, edges) = (node_columns(), edge_columns());
    let mut out: Vec<u8> = HEAD.into();
    node_tables(&mut out, &rows, &nodes);
    edge_tables(&mut out, &rows, &edges);
    rows.put_nodes(&mut out, |out, cell, row| {
        put(out, &["CREATE (:", row.label()]);
        strings(out, &[" {id: ", row.id(), ", name: ", row.name()]);
        properties(out, &nodes, row, cell);
        put(out, &["});\n"]);
    });
    rows.put_edges(&mut out, |out, cell, row| {
        put(out, &["MATCH (a:", row.source_label()]);
        strings(out, &[" {id: ", row.source(), "})"]);
        put(out, &[", (b:", row.target_label()]);
        strings(out, &[" {id: ", row.target(), "}) CREATE (a)-[:"]);
        put(out, &[&kind(row), " {id: \""]);
        row.id(out);
        strings(out, &["\", label: ", row.label()]);
        properties(out, &edges, row, cell);
        put(out, &["}]->(b);\n"]);
    });
    out
}

fn put(out: &mut Vec<u8>, parts: &[&str]) {
    parts.iter().for_each(|part| out.extend_from_slice(part.as_bytes()));
}

/// A name in backticks, in which nothing else is special.
fn name(text: &str) -> String {
    format!("`{}`", text.replace('`', "``"))
}

/// The type of a relationship.
fn kind(row: &EdgeRow<'_>) -> String {
    let mut kind = Vec::new();
    row.kind(&mut kind);
    name(&String::from_utf8_lossy(&kind))
}

fn node_tables(out: &mut Vec<u8>, rows: &Rows<'_>, columns: &[Column<NodeRow<'_>>]) {
    let labels: BTreeSet<&str> = rows.nodes().map(|row| row.label()).collect();
    for label in &labels {
        put(out, &["// neo4j: CREATE CONSTRAINT IF NOT EXISTS FOR (n:", label]);
        put(out, &[") REQUIRE n.id IS UNIQUE;\n"]);
    }
    for label in &labels {
        put(out, &["// kuzu: CREATE NODE TABLE ", label, "(id STRING PRIMARY KEY, name STRING"]);
        declare(out, columns);
    }
}

fn edge_tables(out: &mut Vec<u8>, rows: &Rows<'_>, columns: &[Column<EdgeRow<'_>>]) {
    let mut kinds: BTreeMap<String, BTreeSet<[&str; 2]>> = BTreeMap::new();
    for row in rows.edges() {
        kinds.entry(kind(&row)).or_default().insert([row.source_label(), row.target_label()]);
    }
    for (kind, ends) in kinds {
        put(out, &["// kuzu: CREATE REL TABLE ", &kind, "("]);
        ends.iter().for_each(|[from, to]| put(out, &["FROM ", from, " TO ", to, ", "]));
        put(out, &["id STRING, label STRING"]);
        declare(out, columns);
    }
}

/// Ends the statement that makes a table with its columns.
fn declare<R>(out: &mut Vec<u8>, columns: &[Column<R>]) {
    for column in columns {
        let kind = match column.holds {
            Holds::Text => "STRING",
            Holds::Date => "DATE",
            Holds::Number => "INT64",
            Holds::Flag => "BOOL",
            Holds::List => "STRING[]",
        };
        put(out, &[", `", column.name, "` ", kind]);
    }
    put(out, &[");\n"]);
}

/// Appends what a row has of the columns as properties.
fn properties<R>(out: &mut Vec<u8>, columns: &[Column<R>], row: &R, cell: &mut Vec<u8>) {
    for column in columns {
        cell.clear();
        (column.put)(row, cell);
        if cell.is_empty() {
            continue;
        }
        put(out, &[", `", column.name, "`: "]);
        match column.holds {
            Holds::Date => {
                put(out, &["date("]);
                value(out, column.holds, cell);
                put(out, &[")"]);
            }
            Holds::Text | Holds::Number | Holds::Flag | Holds::List => {
                value(out, column.holds, cell);
            }
        }
    }
}
