//! CSV for Gephi and spreadsheets: a table of nodes and one of edges, with the headers that Gephi's
//! spreadsheet import knows.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return for a
//! formula. Such a text, and one that begins with an apostrophe, gets an apostrophe in front: it
//! stays inert, and a reader that takes one leading apostrophe away has it whole.

use super::columns::{Column, Holds, Rows, edge_columns, node_columns};
use super::table::{cell, end, field};
use super::{Exporter, Input, Writer};
use std::collections::BTreeMap;

pub(super) const EXPORTER: Exporter = Exporter {
    name: "csv",
    extension: "csv",
    media_type: "text/csv",
    summary: "CSV, a folder of nodes.csv and edges.csv, for Gephi and spreadsheets",
    write: Writer::Folder(write),
};

fn write(input: Input<'_>) -> BTreeMap<String, Vec<u8>> {
    let rows = Rows::new(input);
    BTreeMap::from([("nodes.csv".into(), nodes(&rows)), ("edges.csv".into(), edges(&rows))])
}

fn nodes(rows: &Rows<'_>) -> Vec<u8> {
    let columns = node_columns();
    let mut out = Vec::new();
    header(&mut out, &["Id", "Label"], &columns);
    rows.put_nodes(&mut out, |out, _, row| {
        text(out, row.id());
        text(out, row.name());
        values(out, &columns, row);
    });
    out
}

fn edges(rows: &Rows<'_>) -> Vec<u8> {
    let columns = edge_columns();
    let mut out = Vec::new();
    header(&mut out, &["Source", "Target", "Type", "Id", "Label"], &columns);
    rows.put_edges(&mut out, |out, _, row| {
        text(out, row.source());
        text(out, row.target());
        text(out, if row.directed() { "Directed" } else { "Undirected" });
        cell(out, |out| guarded(out, |out| row.id(out)));
        text(out, row.label());
        values(out, &columns, row);
    });
    out
}

fn header<R>(out: &mut Vec<u8>, first: &[&str], columns: &[Column<R>]) {
    let names = columns.iter().map(|column| column.name);
    first.iter().copied().chain(names).for_each(|name| field(out, name.as_bytes()));
    end(out);
}

/// Appends a cell of text.
fn text(out: &mut Vec<u8>, text: &str) {
    cell(out, |out| guarded(out, |out| out.extend_from_slice(text.as_bytes())));
}

/// Appends what `put` writes, guarded if it would be taken for a formula.
fn guarded(out: &mut Vec<u8>, put: impl FnOnce(&mut Vec<u8>)) {
    let start = out.len();
    put(out);
    if matches!(out.get(start), Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r' | b'\'')) {
        out.insert(start, b'\'');
    }
}

/// Appends the cells of the columns, and ends the row.
fn values<R>(out: &mut Vec<u8>, columns: &[Column<R>], row: &R) {
    for column in columns {
        cell(out, |out| match column.holds {
            Holds::Text => guarded(out, |out| (column.put)(row, out)),
            Holds::Date | Holds::Number | Holds::Flag | Holds::List => (column.put)(row, out),
        });
    }
    end(out);
}
