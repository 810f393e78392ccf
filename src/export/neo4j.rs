//! CSV for Neo4j's bulk import, with its headers, which also say what each column holds:
//!
//! ```text
//! neo4j-admin database import full --multiline-fields=true --nodes=nodes.csv --relationships=edges.csv
//! ```
//!
//! A node is labelled with its kind, and with `Entity`, `Commitment` or `Claim`. Cells are as they
//! are, without a guard against spreadsheets.

use super::columns::{Column, EdgeRow, Holds, Rows, edge_columns, node_columns};
use super::{Exporter, Input, Writer};
use std::collections::BTreeMap;

pub(super) const EXPORTER: Exporter = Exporter {
    name: "neo4j",
    extension: "neo4j",
    media_type: "text/csv",
    summary: "CSV for the bulk import of Neo4j, a folder of nodes.csv and edges.csv",
    write: Writer::Folder(write),
};

fn write(input: Input<'_>) -> BTreeMap<String, Vec<u8>> {
    let rows = Rows::new(input);
    BTreeMap::from([("nodes.csv".into(), nodes(&rows)), ("edges.csv".into(), edges(&rows))])
}

type Table = csv::Writer<Vec<u8>>;

fn nodes(rows: &Rows<'_>) -> Vec<u8> {
    let columns = node_columns();
    let mut table = table(&["id:ID", ":LABEL", "name:string"], &columns);
    let mut cell = Vec::new();
    for row in rows.nodes() {
        cell.clear();
        cell.extend_from_slice(row.label().as_bytes());
        cell.push(b';');
        cell.extend_from_slice(row.kind().as_bytes());
        field(&mut table, row.id().as_bytes());
        field(&mut table, &cell);
        field(&mut table, row.name().as_bytes());
        end(&mut table, &columns, &row, &mut cell);
    }
    table.into_inner().unwrap_or_default()
}

fn edges(rows: &Rows<'_>) -> Vec<u8> {
    let columns = edge_columns();
    let first = [":START_ID", ":END_ID", ":TYPE", "id:string", "label:string"];
    let mut table = table(&first, &columns);
    let mut cell = Vec::new();
    for row in rows.edges() {
        field(&mut table, row.source().as_bytes());
        field(&mut table, row.target().as_bytes());
        for put in [EdgeRow::kind, EdgeRow::id] {
            cell.clear();
            put(&row, &mut cell);
            field(&mut table, &cell);
        }
        field(&mut table, row.label().as_bytes());
        end(&mut table, &columns, &row, &mut cell);
    }
    table.into_inner().unwrap_or_default()
}

/// A table with its header.
fn table<R>(first: &[&str], columns: &[Column<R>]) -> Table {
    let mut table = csv::Writer::from_writer(Vec::new());
    first.iter().for_each(|name| field(&mut table, name.as_bytes()));
    for Column { name, holds, .. } in columns {
        let kind = match holds {
            Holds::Text | Holds::List => "string",
            Holds::Date => "date",
            Holds::Number => "int",
            Holds::Flag => "boolean",
        };
        field(&mut table, format!("{name}:{kind}").as_bytes());
    }
    table.write_record(None::<&[u8]>).unwrap_or_default();
    table
}

/// Adds a cell. Writing to memory can't fail.
fn field(table: &mut Table, cell: &[u8]) {
    table.write_field(cell).unwrap_or_default();
}

/// Adds the cells of the columns, and ends the row.
fn end<R>(table: &mut Table, columns: &[Column<R>], row: &R, cell: &mut Vec<u8>) {
    for column in columns {
        cell.clear();
        (column.put)(row, cell);
        field(table, cell);
    }
    table.write_record(None::<&[u8]>).unwrap_or_default();
}
