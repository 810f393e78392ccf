//! The columns of edges.

use super::node;
use super::{Column, Dates, Holds, Row, Rows, citations, dates, flag, list, maybe, put};
use crate::graph::{Citation, EdgeView};
use crate::record::Relation;
use crate::scene::SceneEdge;
use crate::vocabulary::Family;
use std::io::Write;

/// An edge that a scene shows.
pub(in super::super) struct EdgeRow<'a> {
    rows: &'a Rows<'a>,
    drawn: &'a SceneEdge,
    edge: EdgeView<'a>,
    relation: Option<&'a Relation>,
    dates: &'a Dates,
    cites: &'a [Citation],
}

impl<'a> EdgeRow<'a> {
    pub(super) fn new(rows: &'a Rows<'a>, drawn: &'a SceneEdge) -> Self {
        let edge = rows.edge(drawn.index);
        Self {
            rows,
            drawn,
            edge,
            relation: edge.relation().map(|filed| &filed.record),
            dates: rows.dates_of(edge),
            cites: rows.input.graph.evidence().list(edge.origin()),
        }
    }

    /// Appends its id, the same in every export of the same data: `edge:` and its number, which no
    /// node can be called.
    pub(in super::super) fn id(&self, out: &mut Vec<u8>) {
        put(out, "edge:");
        put(out, itoa::Buffer::new().format(self.drawn.index.index()));
    }

    /// The id of the node that it leaves.
    pub(in super::super) fn source(&self) -> &'a str {
        self.end(self.drawn.from)
    }

    /// The id of the node that it reaches.
    pub(in super::super) fn target(&self) -> &'a str {
        self.end(self.drawn.to)
    }

    /// What graph databases label the node that it leaves with.
    pub(in super::super) fn source_label(&self) -> &'static str {
        node::label(self.edge.source())
    }

    /// What graph databases label the node that it reaches with.
    pub(in super::super) fn target_label(&self) -> &'static str {
        node::label(self.edge.target())
    }

    fn end(&self, number: usize) -> &'a str {
        self.rows.input.scene.nodes.get(number).map_or("", |node| &node.id)
    }

    /// Its label, read from source to target.
    pub(in super::super) fn label(&self) -> &'a str {
        self.edge.label(false)
    }

    /// Appends the name of its kind of relation, or of its role.
    pub(in super::super) fn kind(&self, out: &mut Vec<u8>) {
        match (self.relation, self.edge.role()) {
            (Some(relation), _) => put(out, &relation.kind.0),
            (None, Some(role)) => write!(out, "{role:?}").unwrap_or_default(),
            (None, None) => {}
        }
    }

    /// Whether it is read one way only.
    pub(in super::super) fn directed(&self) -> bool {
        self.drawn.directed
    }
}

impl Row for EdgeRow<'_> {
    fn dates(&self) -> &Dates {
        self.dates
    }

    fn cites(&self) -> &[Citation] {
        self.cites
    }
}

/// Every column of edges but their id, ends and label, which each format has a place of its own for.
pub(in super::super) fn edge_columns<'a>() -> Vec<Column<EdgeRow<'a>>> {
    let mut columns = about();
    columns.extend(claim());
    columns.extend(dates());
    columns.extend(statements());
    columns.extend(citations());
    columns
}

/// What it says.
fn about<'a>() -> Vec<Column<EdgeRow<'a>>> {
    vec![
        Column::text("inverse", |row, out| put(out, row.edge.label(true))),
        Column::text("kind", |row, out| row.kind(out)),
        Column::text("family", |row, out| put(out, family(row.drawn.family))),
        Column::new("directed", Holds::Flag, |row, out| flag(out, row.drawn.directed)),
        Column::text("gloss", |row, out| {
            maybe(out, row.relation.and_then(|relation| relation.gloss.as_deref()));
        }),
        Column::text("note", |row, out| {
            maybe(out, row.relation.and_then(|relation| relation.note.as_deref()));
        }),
    ]
}

/// Who says so, and how sure.
fn claim<'a>() -> Vec<Column<EdgeRow<'a>>> {
    vec![
        Column::text("stance", |row, out| put(out, row.edge.stance().word())),
        Column::text("certainty", |row, out| put(out, row.edge.certainty().word())),
        Column::new("holder", Holds::List, |row, out| {
            list(out, row.relation.iter().flat_map(|relation| &relation.holder));
        }),
        Column::text("line", |row, out| put(out, row.drawn.line.token())),
        Column::new("background", Holds::Flag, |row, out| {
            flag(out, row.rows.input.graph.evidence().are_background(row.cites));
        }),
        Column::text("holding", |row, out| {
            put(out, if row.dates.is_occurrence { "occurrence" } else { "state" });
        }),
    ]
}

/// The dates of a relation as they are stated, in EDTF.
fn statements<'a>() -> Vec<Column<EdgeRow<'a>>> {
    vec![
        Column::text("during", |row, out| {
            maybe(out, row.relation.and_then(|r| Some(&*r.during.as_ref()?.text)));
        }),
        Column::new("attested", Holds::List, |row, out| {
            let dates = row.relation.iter().flat_map(|relation| &relation.attested);
            list(out, dates.map(|date| &date.text));
        }),
        Column::text("began_after", |row, out| {
            maybe(out, row.relation.and_then(|r| Some(&*r.began_after.as_ref()?.text)));
        }),
        Column::text("ended_before", |row, out| {
            maybe(out, row.relation.and_then(|r| Some(&*r.ended_before.as_ref()?.text)));
        }),
        Column::text("duration", |row, out| {
            maybe(out, row.relation.and_then(|r| Some(&*r.duration.as_ref()?.text)));
        }),
        Column::text("lag", |row, out| {
            maybe(out, row.relation.and_then(|r| Some(&*r.lag.as_ref()?.text)));
        }),
    ]
}

fn family(family: Family) -> &'static str {
    match family {
        Family::Obligation => "obligation",
        Family::Membership => "membership",
        Family::Legal => "legal",
        Family::Other => "other",
    }
}
