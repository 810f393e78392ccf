//! What differs between two data sets, entity by entity, for reviews of changes.

use super::super::Answer;
use super::super::document::{EdgeRef, NodeRef};
use super::super::find::holds;
use super::super::show;
use super::fields::{FieldChange, changes, without};
use crate::graph::{EdgeView, NodeView, Slice, Tie};
use crate::time::AsOf;
use crate::vocabulary::Role;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fmt::Write;

/// What differs between two data sets.
#[derive(Debug, Clone)]
pub struct DataDiff {
    body: DataDiffBody,
}

/// The answer to `diff OLD NEW`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DataDiffBody {
    /// The date as of which both are compared, as an EDTF date; all times where none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// The entities, commitments and relations with an id that differ, by id.
    pub nodes: Vec<NodeChange>,
    /// The sources that differ, by id.
    pub sources: Vec<SourceChange>,
}

/// A node that differs, with what it owns: a relation belongs to the node that it is read from, a
/// role to its commitment, a part to itself.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct NodeChange {
    /// `added`, `removed`, or `changed`.
    pub how: String,
    /// The node, as it is; a removed one as it was.
    pub node: NodeRef,
    /// The fields that differ; none where it was added or removed.
    pub fields: Vec<FieldChange>,
    /// The ties that are new.
    pub added: Vec<EdgeRef>,
    /// The ties that are gone.
    pub removed: Vec<EdgeRef>,
    /// The ties that say something else.
    pub changed: Vec<EdgeChange>,
}

/// A tie between the same ends, of the same kind, that says something else.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EdgeChange {
    /// The tie, as it is.
    pub edge: EdgeRef,
    /// The fields that differ.
    pub fields: Vec<FieldChange>,
}

/// A source that differs.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SourceChange {
    /// `added`, `removed`, or `changed`.
    pub how: String,
    /// Its id.
    pub id: String,
    /// The fields that differ.
    pub fields: Vec<FieldChange>,
}

/// What differs between two data sets, each seen through a slice. As of a date, what surely was not
/// so is on neither side, and statuses are told as of it.
pub fn diff_data(old: &Slice<'_>, new: &Slice<'_>) -> DataDiff {
    let (olds, news) = (cards(old), cards(new));
    let ids = olds.keys().chain(news.keys().filter(|id| !olds.contains_key(*id)));
    let mut nodes: Vec<NodeChange> =
        ids.filter_map(|id| node_change(olds.get(id), news.get(id))).collect();
    nodes.sort_by(|a, b| a.node.id.cmp(&b.node.id));
    let as_of = new.scope().as_of.as_ref().map(AsOf::to_string);
    DataDiff { body: DataDiffBody { as_of, nodes, sources: source_changes(old, new) } }
}

/// A node with its fields and the ties that belong to it.
struct Card {
    node: NodeRef,
    fields: Map<String, Value>,
    edges: Vec<EdgeRef>,
}

fn cards<'g>(slice: &Slice<'g>) -> BTreeMap<&'g str, Card> {
    let is_there =
        |node: &NodeView<'g>| holds(slice, *node).is_none_or(|holds| slice.keeps(holds.truth));
    let nodes = slice.graph().nodes().filter(is_there);
    let mut cards: BTreeMap<&str, Card> =
        nodes.map(|node| (node.id(), card(slice, node))).collect();
    for edge in slice.graph().edges().filter(|edge| slice.admits(edge.index())) {
        if let Some(card) = owner(edge).and_then(|owner| cards.get_mut(owner.id())) {
            card.edges.push(EdgeRef::of(edge));
        }
    }
    cards
}

fn card<'g>(slice: &Slice<'g>, node: NodeView<'g>) -> Card {
    let mut fields = object(&show::alone(slice, node).body());
    for field in ["id", "sort", "kind_label", "edges", "holds"] {
        fields.shift_remove(field);
    }
    trim(&mut fields);
    Card { node: NodeRef::of(node), fields, edges: Vec::new() }
}

/// The node to which a tie belongs; none for the ends of relations that are nodes themselves, whose
/// relation says it all.
fn owner(edge: EdgeView<'_>) -> Option<NodeView<'_>> {
    match edge.tie() {
        Tie::Relation(_) | Tie::Whole(_) => Some(edge.source()),
        Tie::Role { .. } => [edge.source(), edge.target()].into_iter().find(|node| {
            node.commitment().is_some_and(|commitment| commitment.origin == edge.origin())
        }),
        Tie::End { .. } => None,
    }
}

fn object(value: &impl Serialize) -> Map<String, Value> {
    match serde_json::to_value(value) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// Leaves out what is not the curator's: where the tool found a passage, and how it verified it.
fn trim(fields: &mut Map<String, Value>) {
    for (_, value) in fields.iter_mut() {
        match value {
            Value::Object(inner) => trim(inner),
            Value::Array(items) => items.iter_mut().filter_map(Value::as_object_mut).for_each(trim),
            _ => {}
        }
    }
    if fields.contains_key("locator") || fields.contains_key("verified") {
        for field in ["section", "paragraph", "verified"] {
            fields.shift_remove(field);
        }
    }
}

fn node_change(old: Option<&Card>, new: Option<&Card>) -> Option<NodeChange> {
    let (how, node, fields) = match (old, new) {
        (Some(old), Some(new)) => ("changed", &new.node, changes(&old.fields, &new.fields)),
        (None, Some(new)) => ("added", &new.node, Vec::new()),
        (Some(old), None) => ("removed", &old.node, Vec::new()),
        (None, None) => return None,
    };
    let edges = |card: Option<&Card>| card.map(|card| card.edges.clone()).unwrap_or_default();
    let (added, removed, changed) = edge_changes(edges(old), edges(new));
    let is_same = how == "changed"
        && fields.is_empty()
        && added.is_empty()
        && removed.is_empty()
        && changed.is_empty();
    let how = how.into();
    (!is_same).then(|| NodeChange { how, node: node.clone(), fields, added, removed, changed })
}

/// Tells apart ties that are new, gone, and between the same ends but say something else.
fn edge_changes(
    old: Vec<EdgeRef>,
    new: Vec<EdgeRef>,
) -> (Vec<EdgeRef>, Vec<EdgeRef>, Vec<EdgeChange>) {
    let said = |edge: &EdgeRef| {
        let mut fields = object(edge);
        trim(&mut fields);
        fields
    };
    let values = |edges: &[EdgeRef]| -> Vec<Value> {
        edges.iter().map(|edge| Value::Object(said(edge))).collect()
    };
    let (old_values, new_values) = (values(&old), values(&new));
    let only = |edges: Vec<EdgeRef>, values: &[Value], others: &[Value]| -> Vec<EdgeRef> {
        let mut missing = without(values, others);
        let mut take = |value: &Value| {
            let at = missing.iter().position(|other| other == value);
            at.map(|at| missing.swap_remove(at)).is_some()
        };
        let pairs = edges.into_iter().zip(values);
        pairs.filter(|(_, value)| take(value)).map(|(edge, _)| edge).collect()
    };
    let mut removed = only(old, &old_values, &new_values);
    let (mut added, mut changed) = (Vec::new(), Vec::new());
    for edge in only(new, &new_values, &old_values) {
        let same_ends = |other: &EdgeRef| {
            (&other.from, &other.kind, &other.to) == (&edge.from, &edge.kind, &edge.to)
        };
        match removed.iter().position(same_ends) {
            Some(at) => {
                let fields = changes(&said(&removed.remove(at)), &said(&edge));
                changed.push(EdgeChange { edge, fields });
            }
            None => added.push(edge),
        }
    }
    (added, removed, changed)
}

fn source_changes(old: &Slice<'_>, new: &Slice<'_>) -> Vec<SourceChange> {
    let sources = |slice: &Slice<'_>| -> BTreeMap<String, Map<String, Value>> {
        let records = &slice.graph().records().sources;
        records.iter().map(|source| (source.id.clone(), said_of(source))).collect()
    };
    let (olds, news) = (sources(old), sources(new));
    let mut ids: Vec<&String> = olds.keys().chain(news.keys()).collect();
    ids.sort_unstable();
    ids.dedup();
    let change = |id: &String| {
        let (how, fields) = match (olds.get(id), news.get(id)) {
            (Some(old), Some(new)) => ("changed", changes(old, new)),
            (None, _) => ("added", Vec::new()),
            (_, None) => ("removed", Vec::new()),
        };
        let is_same = how == "changed" && fields.is_empty();
        (!is_same).then(|| SourceChange { how: how.into(), id: id.clone(), fields })
    };
    ids.into_iter().filter_map(change).collect()
}

fn said_of(source: &crate::record::Source) -> Map<String, Value> {
    object(&serde_json::json!({
        "title": source.title,
        "author": source.author,
        "date": source.date.as_ref().map(|date| &date.text),
        "publisher": source.publisher,
        "series": source.series,
        "reference": source.reference,
        "sha256": source.text.as_ref().map(|text| &text.sha256),
        "note": source.note,
    }))
}

impl NodeChange {
    fn text(&self) -> String {
        let sign = sign(&self.how);
        let mut out = format!("{sign} {} ({}, {})\n", self.node.name, self.node.kind, self.node.id);
        let fields = lines(&self.fields);
        let gone = self.removed.iter().map(|edge| format!("- {}", tie(edge)));
        let come = self.added.iter().map(|edge| format!("+ {}", tie(edge)));
        let other = self.changed.iter().flat_map(|change| {
            let fields = lines(&change.fields);
            let head = format!("~ {}", tie(&change.edge));
            std::iter::once(head).chain(fields.map(|line| format!("  {line}")))
        });
        for line in fields.chain(gone).chain(come).chain(other) {
            writeln!(out, "    {line}").unwrap_or_default();
        }
        out
    }
}

/// Changes of fields as lines; of a time or status, its words alone.
fn lines(fields: &[FieldChange]) -> impl Iterator<Item = String> {
    let is_said = |field: &&FieldChange| {
        let is_inner = ["when.", "commitment.status."].iter().any(|of| field.field.starts_with(of));
        !is_inner || field.field.ends_with(".words")
    };
    fields.iter().filter(is_said).flat_map(FieldChange::lines)
}

fn sign(how: &str) -> char {
    match how {
        "added" => '+',
        "removed" => '-',
        _ => '~',
    }
}

/// A tie as a line: `japan —is a party to→ mutual-security-treaty (attested April 1996)`. A role has
/// its commitment's dates, which go without saying.
fn tie(edge: &EdgeRef) -> String {
    let is_role = Role::ALL.iter().any(|role| format!("{role:?}") == edge.kind);
    let when = edge.when.as_ref().filter(|_| !is_role);
    let when = when.map(|when| format!(" ({})", when.words)).unwrap_or_default();
    format!("{} —{}→ {}{when}", edge.from, edge.label, edge.to)
}

impl Answer for DataDiff {
    const QUESTION: &'static str = "diff-data";
    type Body = DataDiffBody;

    fn body(&self) -> DataDiffBody {
        self.body.clone()
    }

    fn text(&self) -> String {
        if self.body.nodes.is_empty() && self.body.sources.is_empty() {
            return "The data sets say the same.\n".into();
        }
        let mut out: String = self.body.nodes.iter().map(NodeChange::text).collect();
        for source in &self.body.sources {
            writeln!(out, "{} source {}", sign(&source.how), source.id).unwrap_or_default();
            for line in source.fields.iter().flat_map(FieldChange::lines) {
                writeln!(out, "    {line}").unwrap_or_default();
            }
        }
        let count = |how: &str| self.body.nodes.iter().filter(|node| node.how == how).count();
        let (added, removed, changed) = (count("added"), count("removed"), count("changed"));
        out + &format!("\n{added} added, {removed} removed, {changed} changed\n")
    }

    /// That nothing differs is an answer too.
    fn is_empty(&self) -> bool {
        false
    }
}
