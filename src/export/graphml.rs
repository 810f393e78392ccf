//! GraphML 1.0: a directed multigraph with typed attributes, for networkx, igraph, yEd and Gephi.
//!
//! Readers refuse graphs that are both directed and undirected, so that symmetric relations are
//! told apart by their attribute `directed`.

use super::columns::{Column, Holds, Rows, edge_columns, node_columns};
use super::xml::{escape, tag};
use super::{Exporter, Input, Writer};

pub(super) const EXPORTER: Exporter = Exporter {
    name: "graphml",
    extension: "graphml",
    media_type: "application/graphml+xml",
    summary: "GraphML with typed attributes, for networkx, igraph, yEd",
    write: Writer::File(write),
};

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"#;

fn write(input: Input<'_>) -> Vec<u8> {
    let rows = Rows::new(input);
    let (nodes, edges) = (node_columns(), edge_columns());
    let mut out: Vec<u8> = HEAD.into();
    let about = input.scene.about();
    about.iter().for_each(|(name, _)| key(&mut out, "graph", name, Holds::Text));
    key(&mut out, "node", "label", Holds::Text);
    nodes.iter().for_each(|column| key(&mut out, "node", column.name, column.holds));
    key(&mut out, "edge", "label", Holds::Text);
    edges.iter().for_each(|column| key(&mut out, "edge", column.name, column.holds));
    tag(&mut out, &["<graph id=\"", &input.scene.id, "\" edgedefault=\"directed\">\n"]);
    about.iter().for_each(|(name, text)| data(&mut out, &format!("graph-{name}"), text.as_bytes()));
    let (nodes, edges) = (Keyed::new("node", nodes), Keyed::new("edge", edges));
    rows.put_nodes(&mut out, |out, cell, row| {
        tag(out, &["<node id=\"", row.id(), "\">"]);
        data(out, "node-label", row.name().as_bytes());
        nodes.data(out, row, cell);
        out.extend_from_slice(b"</node>\n");
    });
    rows.put_edges(&mut out, |out, cell, row| {
        out.extend_from_slice(b"<edge id=\"");
        row.id(out);
        tag(out, &["\" source=\"", row.source(), "\" target=\"", row.target(), "\">"]);
        data(out, "edge-label", row.label().as_bytes());
        edges.data(out, row, cell);
        out.extend_from_slice(b"</edge>\n");
    });
    out.extend_from_slice(b"</graph>\n</graphml>\n");
    out
}

/// Declares an attribute; its key is told apart from that of the same name elsewhere.
fn key(out: &mut Vec<u8>, of: &str, name: &str, holds: Holds) {
    let kind = match holds {
        Holds::Text | Holds::Date | Holds::List => "string",
        Holds::Number => "int",
        Holds::Flag => "boolean",
    };
    let text = format!(
        "<key id=\"{of}-{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>\n"
    );
    out.extend_from_slice(text.as_bytes());
}

fn data(out: &mut Vec<u8>, key: &str, value: &[u8]) {
    if !value.is_empty() {
        out.extend_from_slice(b"<data key=\"");
        out.extend_from_slice(key.as_bytes());
        out.extend_from_slice(b"\">");
        escape(value, out);
        out.extend_from_slice(b"</data>");
    }
}

/// Columns with their keys.
struct Keyed<R>(Vec<(String, Column<R>)>);

impl<R> Keyed<R> {
    fn new(of: &str, columns: Vec<Column<R>>) -> Self {
        let key = |column: Column<R>| (format!("{of}-{}", column.name), column);
        Self(columns.into_iter().map(key).collect())
    }

    fn data(&self, out: &mut Vec<u8>, row: &R, cell: &mut Vec<u8>) {
        for (key, column) in &self.0 {
            cell.clear();
            (column.put)(row, cell);
            data(out, key, cell);
        }
    }
}
