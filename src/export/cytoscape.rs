//! JSON for Cytoscape.js, which Cytoscape reads too: one element a line.

use super::columns::{Rows, edge_columns, node_columns};
use super::literal::{about, list, members, strings};
use super::{Exporter, Input, Writer};

pub(super) const EXPORTER: Exporter = Exporter {
    name: "cytoscape",
    extension: "cyjs",
    media_type: "application/json",
    summary: "JSON for Cytoscape.js and Cytoscape",
    write: Writer::File(write),
};

const HEAD: &str = "{\"format_version\":\"1.0\",\"generated_by\":\"foedera\",\
    \"target_cytoscapejs_version\":\"~3.0\",\n\"data\":";

fn write(input: Input<'_>) -> Vec<u8> {
    let rows = Rows::new(input);
    let (nodes, edges) = (node_columns(), edge_columns());
    let mut out: Vec<u8> = HEAD.into();
    about(&mut out, input.scene);
    out.extend_from_slice(b",\n\"elements\":{\"nodes\":");
    list(&mut out, |out| {
        rows.put_nodes(out, |out, cell, row| {
            strings(out, &["{\"data\":{\"id\":", row.id(), ",\"label\":", row.name()]);
            members(out, &nodes, row, cell);
            out.extend_from_slice(b"}},\n");
        });
    });
    out.extend_from_slice(b",\n\"edges\":");
    list(&mut out, |out| {
        rows.put_edges(out, |out, cell, row| {
            out.extend_from_slice(b"{\"data\":{\"id\":\"");
            row.id(out);
            strings(out, &["\",\"source\":", row.source(), ",\"target\":", row.target()]);
            strings(out, &[",\"label\":", row.label()]);
            members(out, &edges, row, cell);
            out.extend_from_slice(b"}},\n");
        });
    });
    out.extend_from_slice(b"}}\n");
    out
}
