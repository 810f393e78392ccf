//! The JSON of graphology, which sigma.js and Gephi Lite draw: a mixed multigraph, one node or edge a
//! line.

use super::columns::{Rows, edge_columns, node_columns};
use super::literal::{about, list, members, strings};
use super::{Exporter, Input, Writer};

pub(super) const EXPORTER: Exporter = Exporter {
    name: "graphology",
    extension: "graphology.json",
    media_type: "application/json",
    summary: "JSON for graphology, sigma.js and Gephi Lite",
    write: Writer::File(write),
};

const OPTIONS: &[u8] =
    b",\n\"options\":{\"type\":\"mixed\",\"multi\":true,\"allowSelfLoops\":true},\n\"nodes\":";

fn write(input: Input<'_>) -> Vec<u8> {
    let rows = Rows::new(input);
    let (nodes, edges) = (node_columns(), edge_columns());
    let mut out = b"{\"attributes\":".to_vec();
    about(&mut out, input.scene);
    out.extend_from_slice(OPTIONS);
    list(&mut out, |out| {
        rows.put_nodes(out, |out, cell, row| {
            strings(out, &["{\"key\":", row.id(), ",\"attributes\":{\"label\":", row.name()]);
            members(out, &nodes, row, cell);
            out.extend_from_slice(b"}},\n");
        });
    });
    out.extend_from_slice(b",\n\"edges\":");
    list(&mut out, |out| {
        rows.put_edges(out, |out, cell, row| {
            out.extend_from_slice(b"{\"key\":\"");
            row.id(out);
            strings(out, &["\",\"source\":", row.source(), ",\"target\":", row.target()]);
            if !row.directed() {
                out.extend_from_slice(b",\"undirected\":true");
            }
            strings(out, &[",\"attributes\":{\"label\":", row.label()]);
            members(out, &edges, row, cell);
            out.extend_from_slice(b"}},\n");
        });
    });
    out.extend_from_slice(b"}\n");
    out
}
