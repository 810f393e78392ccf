//! CSV for Neo4j's bulk import, with its headers, which also say what each column holds:
//!
//! ```text
//! neo4j-admin database import full --multiline-fields=true --nodes=nodes.csv --relationships=edges.csv
//! ```
//!
//! A node is labelled with its kind, and with `Entity`, `Commitment` or `Claim`. Cells are as they
//! are, without a guard against spreadsheets.

use super::columns::{Column, Holds, Rows, edge_columns, node_columns};
use super::table::{cell, end, field};
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

fn nodes(rows: &Rows<'_>) -> Vec<u8> {
    let columns = node_columns();
    let mut out = Vec::new();
    header(&mut out, &["id:ID", ":LABEL", "name:string"], &columns);
    rows.put_nodes(&mut out, |out, _, row| {
        field(out, row.id().as_bytes());
        cell(out, |out| {
            let labels = [row.label(), ";", row.kind()];
            labels.iter().for_each(|text| out.extend_from_slice(text.as_bytes()));
        });
        field(out, row.name().as_bytes());
        values(out, &columns, row);
    });
    out
}

fn edges(rows: &Rows<'_>) -> Vec<u8> {
    let columns = edge_columns();
    let mut out = Vec::new();
    let first = [":START_ID", ":END_ID", ":TYPE", "id:string", "label:string"];
    header(&mut out, &first, &columns);
    rows.put_edges(&mut out, |out, _, row| {
        field(out, row.source().as_bytes());
        field(out, row.target().as_bytes());
        cell(out, |out| row.kind(out));
        cell(out, |out| row.id(out));
        field(out, row.label().as_bytes());
        values(out, &columns, row);
    });
    out
}

fn header<R>(out: &mut Vec<u8>, first: &[&str], columns: &[Column<R>]) {
    first.iter().for_each(|name| field(out, name.as_bytes()));
    for Column { name, holds, .. } in columns {
        let kind = match holds {
            Holds::Text | Holds::List => "string",
            Holds::Date => "date",
            Holds::Number => "int",
            Holds::Flag => "boolean",
        };
        field(out, format!("{name}:{kind}").as_bytes());
    }
    end(out);
}

/// Adds the cells of the columns, and ends the row.
fn values<R>(out: &mut Vec<u8>, columns: &[Column<R>], row: &R) {
    for column in columns {
        cell(out, |out| (column.put)(row, out));
    }
    end(out);
}
