//! The columns of nodes.

use super::{Column, Dates, Holds, Row, Rows, citations, dates, flag, list, maybe, number, put};
use crate::graph::{Citation, Node, NodeView, overdue};
use crate::query::MeasureBody;
use crate::query::document::{DueRef, truth_word};
use crate::record::{Commitment, Entity, Event};
use crate::scene::SceneNode;
use crate::time::AsOf;

/// A node that a scene shows.
pub(in super::super) struct NodeRow<'a> {
    rows: &'a Rows<'a>,
    drawn: &'a SceneNode,
    node: NodeView<'a>,
    entity: Option<&'a Entity>,
    commitment: Option<&'a Commitment>,
    dates: Dates,
    cites: &'a [Citation],
}

impl<'a> NodeRow<'a> {
    pub(super) fn new(rows: &'a Rows<'a>, drawn: &'a SceneNode) -> Self {
        let node = rows.input.graph.node(drawn.index);
        Self {
            rows,
            drawn,
            node,
            entity: node.entity().map(|filed| &filed.record),
            commitment: node.commitment().map(|filed| &filed.record),
            dates: Dates::of(&node.extent()),
            cites: node.graph().evidence().list(node.origin()),
        }
    }

    /// Its id.
    pub(in super::super) fn id(&self) -> &'a str {
        &self.drawn.id
    }

    /// Its name.
    pub(in super::super) fn name(&self) -> &'a str {
        &self.drawn.label
    }

    /// The name of its kind.
    pub(in super::super) fn kind(&self) -> &'a str {
        self.node.kind()
    }

    /// Whether it is an `entity`, a `commitment` or a `relation`.
    pub(in super::super) fn sort(&self) -> &'static str {
        match (self.entity, self.commitment) {
            (Some(_), _) => "entity",
            (_, Some(_)) => "commitment",
            _ => "relation",
        }
    }

    /// What graph databases label all nodes of its sort with.
    pub(in super::super) fn label(&self) -> &'static str {
        label(self.node)
    }

    fn group(&self) -> Option<&'a str> {
        Some(self.rows.input.scene.groups.get(self.drawn.group?)?)
    }

    fn as_of(&self) -> Option<&'a AsOf> {
        self.rows.input.scene.as_of.as_ref()
    }

    /// When a commitment is due.
    fn due(&self) -> Option<DueRef> {
        self.commitment?.due.as_ref().map(DueRef::of)
    }

    /// Whether a commitment is overdue; none where it has no due date.
    fn overdue(&self) -> Option<String> {
        let commitment = self.commitment.filter(|commitment| commitment.due.is_some())?;
        let reference = self.node.graph().reference_date().copied();
        let date = self.as_of().map(AsOf::date).or(reference)?;
        Some(truth_word(overdue(commitment, &date)))
    }
}

/// What graph databases label all nodes of a sort with.
pub(super) fn label(node: NodeView<'_>) -> &'static str {
    match node.node() {
        Node::Entity(_) => "Entity",
        Node::Commitment(_) => "Commitment",
        Node::Relation(_) => "Claim",
    }
}

impl Row for NodeRow<'_> {
    fn dates(&self) -> &Dates {
        &self.dates
    }

    fn cites(&self) -> &[Citation] {
        self.cites
    }
}

/// Every column of nodes but their id and name, which each format has a place of its own for.
pub(in super::super) fn node_columns<'a>() -> Vec<Column<NodeRow<'a>>> {
    let mut columns = about();
    columns.extend(dates());
    columns.extend(statements());
    columns.extend(commitment());
    columns.extend([Column::new("measures", Holds::List, |row: &NodeRow<'_>, out| {
        let measures = row.rows.measures.get(row.id()).into_iter().flatten();
        list(out, measures.map(|measure| MeasureBody::of(row.node.graph(), measure).words));
    })]);
    columns.extend(citations());
    columns
}

/// What it is.
fn about<'a>() -> Vec<Column<NodeRow<'a>>> {
    vec![
        Column::text("sort", |row, out| put(out, row.sort())),
        Column::text("kind", |row, out| put(out, row.kind())),
        Column::text("kind_label", |row, out| put(out, &row.drawn.kind)),
        Column::new("aliases", Holds::List, |row, out| list(out, row.node.aliases())),
        Column::text("gloss", |row, out| maybe(out, row.node.gloss())),
        Column::text("note", |row, out| maybe(out, row.node.note())),
        Column::text("group", |row, out| maybe(out, row.group())),
        Column::text("line", |row, out| put(out, row.drawn.line.token())),
        Column::new("background", Holds::Flag, |row, out| {
            flag(out, row.node.graph().evidence().are_background(row.cites));
        }),
        Column::text("number", |row, out| {
            maybe(out, row.entity.and_then(|entity| entity.number.as_deref()));
        }),
        Column::new("order", Holds::Number, |row, out| {
            number(out, row.entity.and_then(|entity| entity.order));
        }),
        Column::new("seats", Holds::Number, |row, out| {
            number(out, row.entity.and_then(|entity| entity.seats));
        }),
    ]
}

/// The dates of an entity as they are stated, in EDTF.
fn statements<'a>() -> [Column<NodeRow<'a>>; 3] {
    [
        Column::text("during", |row, out| {
            maybe(out, row.entity.and_then(|e| Some(&*e.life.as_ref()?.text)));
        }),
        Column::text("began_after", |row, out| {
            maybe(out, row.entity.and_then(|e| Some(&*e.began_after.as_ref()?.text)));
        }),
        Column::text("ended_before", |row, out| {
            maybe(out, row.entity.and_then(|e| Some(&*e.ended_before.as_ref()?.text)));
        }),
    ]
}

/// What a commitment has beside its ties.
fn commitment<'a>() -> Vec<Column<NodeRow<'a>>> {
    vec![
        Column::text("binding", |row, out| {
            maybe(out, row.commitment.map(|commitment| commitment.binding.word()));
        }),
        Column::text("certainty", |row, out| {
            maybe(out, row.commitment.map(|commitment| commitment.certainty.word()));
        }),
        Column::new("status", Holds::List, |row, out| {
            let standing = row.node.standing(row.as_of());
            let possible = standing.iter().flat_map(|standing| &standing.possible);
            list(out, possible.map(|status| status.words()));
        }),
        Column::text("decides", |row, out| {
            let standing = row.node.standing(row.as_of());
            maybe(out, standing.and_then(|standing| standing.decides).as_deref());
        }),
        Column::text("term", |row, out| {
            maybe(out, row.commitment.and_then(|c| Some(&*c.term.as_ref()?.text)));
        }),
        Column::text("due", |row, out| maybe(out, row.due().map(|due| due.words).as_deref())),
        Column::new("due_earliest", Holds::Date, |row, out| {
            maybe(out, row.due().and_then(|due| due.earliest).as_deref());
        }),
        Column::new("due_latest", Holds::Date, |row, out| {
            maybe(out, row.due().and_then(|due| due.latest).as_deref());
        }),
        Column::text("overdue", |row, out| maybe(out, row.overdue().as_deref())),
        Column::new("history", Holds::List, |row, out| {
            let steps = row.commitment.iter().flat_map(|commitment| &commitment.history);
            list(out, steps.map(step));
        }),
    ]
}

/// A step with its date in EDTF and who took it: `signed 1960-01-19 by japan`.
fn step(event: &Event) -> String {
    let mut text = event.step.word().to_owned();
    let parts = [
        ("", event.on.as_ref().map(|date| date.text.as_str())),
        ("before ", event.before.as_ref().map(|date| date.text.as_str())),
        ("by ", event.by.as_deref()),
    ];
    for (word, value) in parts {
        if let Some(value) = value {
            text.push(' ');
            text.push_str(word);
            text.push_str(value);
        }
    }
    text
}
