//! CSV for Gephi and spreadsheets: a table of nodes and one of edges, with the headers that Gephi's
//! spreadsheet import knows.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return for a
//! formula. Such a text, and one that begins with an apostrophe, gets an apostrophe in front: it
//! stays inert, and a reader that takes one leading apostrophe away has it whole.

use super::columns::{Column, Holds, Rows, edge_columns, node_columns};
use super::table::{end, field};
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
    rows.put_nodes(&mut out, |out, cell, row| {
        text(out, cell, row.id());
        text(out, cell, row.name());
        values(out, cell, &columns, row);
    });
    out
}

fn edges(rows: &Rows<'_>) -> Vec<u8> {
    let columns = edge_columns();
    let mut out = Vec::new();
    header(&mut out, &["Source", "Target", "Type", "Id", "Label"], &columns);
    rows.put_edges(&mut out, |out, cell, row| {
        text(out, cell, row.source());
        text(out, cell, row.target());
        text(out, cell, if row.directed() { "Directed" } else { "Undirected" });
        guarded(out, cell, |out| row.id(out));
        text(out, cell, row.label());
        values(out, cell, &columns, row);
    });
    out
}

fn header<R>(out: &mut Vec<u8>, first: &[&str], columns: &[Column<R>]) {
    let names = columns.iter().map(|column| column.name);
    first.iter().copied().chain(names).for_each(|name| field(out, name.as_bytes()));
    end(out);
}

/// Adds a cell of text, guarded.
fn text(out: &mut Vec<u8>, cell: &mut Vec<u8>, text: &str) {
    guarded(out, cell, |out| out.extend_from_slice(text.as_bytes()));
}

/// Adds a cell, guarded if it would be taken for a formula.
fn guarded(out: &mut Vec<u8>, cell: &mut Vec<u8>, put: impl FnOnce(&mut Vec<u8>)) {
    cell.clear();
    put(cell);
    if matches!(cell.first(), Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r' | b'\'')) {
        cell.insert(0, b'\'');
    }
    field(out, cell);
}

/// Adds the cells of the columns, and ends the row.
fn values<R>(out: &mut Vec<u8>, cell: &mut Vec<u8>, columns: &[Column<R>], row: &R) {
    for column in columns {
        match column.holds {
            Holds::Text => guarded(out, cell, |out| (column.put)(row, out)),
            Holds::Date | Holds::Number | Holds::Flag | Holds::List => {
                cell.clear();
                (column.put)(row, cell);
                field(out, cell);
            }
        }
    }
    end(out);
}
