//! GEXF 1.3, dynamic, for Gephi: lifetimes are spells, so that its timeline works.
//!
//! A spell is the longest time for which something may have been so: from the first day on which it
//! may have begun to the last on which it may have ended. An end that is open or unknown is left out,
//! so that nothing bounds the spell there; what is undated has no spell, and is always there. An
//! occurrence is true from its date on, and its spell stays open. The bounds of both ends, and the
//! words, are attributes.
//!
//! Readers refuse graphs that are both directed and undirected, so that symmetric relations are told
//! apart by their attribute `directed`.

use super::columns::{Column, Dates, Holds, Row, Rows, edge_columns, node_columns};
use super::xml::{escape, tag};
use super::{Exporter, Input, Writer};
use crate::scene::Scene;

pub(super) const EXPORTER: Exporter = Exporter {
    name: "gexf",
    extension: "gexf",
    media_type: "application/gexf+xml",
    summary: "GEXF 1.3 with lifetimes as spells, for Gephi and its timeline",
    write: Writer::File(write),
};

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
"#;

fn write(input: Input<'_>) -> Vec<u8> {
    let rows = Rows::new(input);
    let (nodes, edges) = (node_columns(), edge_columns());
    let mut out: Vec<u8> = HEAD.into();
    meta(&mut out, input.scene);
    out.extend_from_slice(
        b"<graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"date\" timerepresentation=\"interval\">\n",
    );
    attributes(&mut out, "node", &nodes);
    attributes(&mut out, "edge", &edges);
    out.extend_from_slice(b"<nodes>\n");
    rows.put_nodes(&mut out, |out, cell, row| {
        tag(out, &["<node id=\"", row.id(), "\" label=\"", row.name(), "\">"]);
        values(out, &nodes, row, cell);
        spell(out, row.dates());
        out.extend_from_slice(b"</node>\n");
    });
    out.extend_from_slice(b"</nodes>\n<edges>\n");
    rows.put_edges(&mut out, |out, cell, row| {
        out.extend_from_slice(b"<edge id=\"");
        row.id(out);
        tag(out, &["\" source=\"", row.source(), "\" target=\"", row.target()]);
        tag(out, &["\" label=\"", row.label(), "\">"]);
        values(out, &edges, row, cell);
        spell(out, row.dates());
        out.extend_from_slice(b"</edge>\n");
    });
    out.extend_from_slice(b"</edges>\n</graph>\n</gexf>\n");
    out
}

fn meta(out: &mut Vec<u8>, scene: &Scene) {
    let texts: Vec<&str> = scene.about().into_iter().map(|(_, text)| text).collect();
    let description = texts.join("\n");
    tag(out, &["<meta>\n<creator>foedera</creator>\n<description>", &description]);
    out.extend_from_slice(b"</description>\n</meta>\n");
}

fn attributes<R>(out: &mut Vec<u8>, class: &str, columns: &[Column<R>]) {
    tag(out, &["<attributes class=\"", class, "\" mode=\"static\">\n"]);
    for Column { name, holds, .. } in columns {
        let kind = match holds {
            Holds::Text | Holds::Date => "string",
            Holds::Number => "integer",
            Holds::Flag => "boolean",
            Holds::List => "liststring",
        };
        tag(out, &["<attribute id=\"", name, "\" title=\"", name, "\" type=\"", kind, "\"/>\n"]);
    }
    out.extend_from_slice(b"</attributes>\n");
}

fn values<R>(out: &mut Vec<u8>, columns: &[Column<R>], row: &R, cell: &mut Vec<u8>) {
    out.extend_from_slice(b"<attvalues>");
    for column in columns {
        cell.clear();
        (column.put)(row, cell);
        if !cell.is_empty() {
            out.extend_from_slice(b"<attvalue for=\"");
            out.extend_from_slice(column.name.as_bytes());
            out.extend_from_slice(b"\" value=\"");
            escape(cell, out);
            out.extend_from_slice(b"\"/>");
        }
    }
    out.extend_from_slice(b"</attvalues>");
}

fn spell(out: &mut Vec<u8>, dates: &Dates) {
    let Some((start, end)) = dates.spell() else { return };
    out.extend_from_slice(b"<spells><spell");
    for (name, day) in [(" start=\"", start), (" end=\"", end)] {
        if !day.is_empty() {
            tag(out, &[name, day, "\""]);
        }
    }
    out.extend_from_slice(b"/></spells>");
}
