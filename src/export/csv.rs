//! CSV for Gephi and spreadsheets: a table of nodes and one of edges, with the headers that Gephi's
//! spreadsheet import knows.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return for a
//! formula. Such a text, and one that begins with an apostrophe, gets an apostrophe in front: it
//! stays inert, and a reader that takes one leading apostrophe away has it whole.

use super::columns::{Column, Holds, Rows, edge_columns, node_columns};
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
    let mut table = Table::new(&["Id", "Label"], &columns);
    for row in rows.nodes() {
        table.text(row.id());
        table.text(row.name());
        table.row(&columns, &row);
    }
    table.finish()
}

fn edges(rows: &Rows<'_>) -> Vec<u8> {
    let columns = edge_columns();
    let mut table = Table::new(&["Source", "Target", "Type", "Id", "Label"], &columns);
    for row in rows.edges() {
        table.text(row.source());
        table.text(row.target());
        table.text(if row.directed() { "Directed" } else { "Undirected" });
        table.cell(|out| row.id(out));
        table.text(row.label());
        table.row(&columns, &row);
    }
    table.finish()
}

/// A table under way. Writing to memory can't fail, so that the writer's answers are dropped.
struct Table {
    writer: csv::Writer<Vec<u8>>,
    cell: Vec<u8>,
}

impl Table {
    fn new<R>(first: &[&str], columns: &[Column<R>]) -> Self {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let names = columns.iter().map(|column| column.name);
        writer.write_record(first.iter().copied().chain(names)).unwrap_or_default();
        Self { writer, cell: Vec::new() }
    }

    /// Adds a cell of text, guarded.
    fn text(&mut self, text: &str) {
        self.cell(|out| out.extend_from_slice(text.as_bytes()));
    }

    /// Adds a cell, guarded if it would be taken for a formula.
    fn cell(&mut self, put: impl FnOnce(&mut Vec<u8>)) {
        self.cell.clear();
        put(&mut self.cell);
        if matches!(self.cell.first(), Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r' | b'\'')) {
            self.cell.insert(0, b'\'');
        }
        self.writer.write_field(&self.cell).unwrap_or_default();
    }

    /// Adds the cells of the columns, and ends the row.
    fn row<R>(&mut self, columns: &[Column<R>], row: &R) {
        for column in columns {
            match column.holds {
                Holds::Text => self.cell(|out| (column.put)(row, out)),
                Holds::Date | Holds::Number | Holds::Flag | Holds::List => {
                    self.cell.clear();
                    (column.put)(row, &mut self.cell);
                    self.writer.write_field(&self.cell).unwrap_or_default();
                }
            }
        }
        self.writer.write_record(None::<&[u8]>).unwrap_or_default();
    }

    fn finish(self) -> Vec<u8> {
        self.writer.into_inner().unwrap_or_default()
    }
}
