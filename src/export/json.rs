//! The graph as a node-link document, versioned, with a published schema; a node or link a line.

use super::literal::list;
use super::measures::{Measures, measures};
use super::parallel::in_parallel;
use super::{Exporter, Input, Writer};
use crate::graph::{EdgeView, Graph, NodeView};
use crate::query::VERSION;
use crate::query::document::{CiteRef, EdgeRef, NodeRef, When};
use crate::query::{CommitmentBody, MeasureBody};
use crate::record::{Source, SourceKind};
use crate::scene::{SceneEdge, SceneNode};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::ser::Formatter;
use std::io::{self, Write};

pub(super) const EXPORTER: Exporter = Exporter {
    name: "json",
    extension: "json",
    media_type: "application/json",
    summary: "JSON, nodes and links with dates, stances and citations",
    write: Writer::File(write),
};

/// A node-link document.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Document {
    /// The version of the form.
    pub version: u32,
    /// The id of the view, or of the data set for the whole graph.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it shows, in a sentence.
    pub says: String,
    /// The date as of which statuses are told, as an EDTF date.
    pub reference_date: Option<String>,
    /// The sources cited.
    pub sources: Vec<SourceBody>,
    /// The nodes.
    pub nodes: Vec<NodeBody>,
    /// The links between them.
    pub links: Vec<LinkBody>,
}

/// A source.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SourceBody {
    /// Its id.
    pub id: String,
    /// Whether it is a `publication` or `background`.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// Its authors.
    pub author: Vec<String>,
    /// When it was published, as an EDTF date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The series that it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub series: Option<String>,
    /// Where a reader finds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
}

/// A node.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct NodeBody {
    /// What it is called.
    #[serde(flatten)]
    pub node: NodeRef,
    /// What its kind is called.
    pub kind_label: String,
    /// The name of its tone in the palette.
    pub tone: String,
    /// How sure and current it is: `stated`, `inferred`, `disputed`, `ended` or `open`.
    pub line: String,
    /// The title of its group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Its other names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// What it is, in the curator's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gloss: Option<String>,
    /// The curator's remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// When it existed; none where undated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// What a commitment has beside its ties.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commitment: Option<CommitmentBody>,
    /// Its figures.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<MeasureBody>,
    /// The passages that back it.
    pub cites: Vec<CiteRef>,
}

/// A link.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LinkBody {
    /// The edge; `source` and `target` repeat its ends under the names that node-link readers expect.
    #[serde(flatten)]
    pub edge: EdgeRef,
    /// The id of the node that it leaves.
    pub source: String,
    /// The id of the node that it reaches.
    pub target: String,
    /// How sure and current it is: `stated`, `inferred`, `disputed`, `ended` or `open`.
    pub line: String,
}

fn write(input: Input<'_>) -> Vec<u8> {
    let Input { graph, scene, .. } = input;
    let measures = measures(graph);
    let whens: Vec<Option<When>> = graph.extents().iter().map(When::of).collect();
    let mut text = head(input);
    list(&mut text, |out| {
        in_parallel(out, &scene.nodes, |out, _, drawn| {
            line(out, &node_body(input, &measures, drawn));
        });
    });
    text.extend_from_slice(b",\n\"links\":");
    list(&mut text, |out| {
        in_parallel(out, &scene.edges, |out, _, drawn| line(out, &link_body(graph, &whens, drawn)));
    });
    text.extend_from_slice(b"\n}\n");
    text
}

/// The document up to its list of nodes.
fn head(input: Input<'_>) -> Vec<u8> {
    let Input { graph, scene, .. } = input;
    let document = Document {
        version: VERSION,
        id: scene.id.clone(),
        title: scene.title.clone(),
        says: scene.says.clone(),
        reference_date: graph.dataset().map(|dataset| dataset.reference_date.text.to_string()),
        sources: graph.records().sources.iter().map(|source| SourceBody::of(source)).collect(),
        nodes: Vec::new(),
        links: Vec::new(),
    };
    let mut text = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut text, Lines::default());
    document.serialize(&mut serializer).unwrap_or_default();
    let rest = b"[\n],\n\"links\":[\n]\n}";
    text.truncate(text.len().saturating_sub(rest.len()));
    text
}

/// Appends a node or link.
fn line(out: &mut Vec<u8>, body: &impl Serialize) {
    serde_json::to_writer(&mut *out, body).unwrap_or_default();
    out.extend_from_slice(b",\n");
}

/// Writes each member of the document, and each item of its lists, on a line of its own.
#[derive(Debug, Default)]
struct Lines {
    /// How many objects and lists are open.
    depth: usize,
}

impl Formatter for Lines {
    fn begin_object<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth += 1;
        writer.write_all(b"{")
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        out.write_all(separator(first, self.depth == 1))
    }

    fn end_object<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth -= 1;
        writer.write_all(if self.depth == 0 { b"\n}" } else { b"}" })
    }

    fn begin_array<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth += 1;
        writer.write_all(b"[")
    }

    fn begin_array_value<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        out.write_all(separator(first, self.depth == 2))
    }

    fn end_array<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth -= 1;
        writer.write_all(if self.depth == 1 { b"\n]" } else { b"]" })
    }
}

fn separator(first: bool, on_a_line: bool) -> &'static [u8] {
    match (first, on_a_line) {
        (true, true) => b"\n",
        (true, false) => b"",
        (false, true) => b",\n",
        (false, false) => b",",
    }
}

impl SourceBody {
    pub(super) fn of(source: &Source) -> Self {
        Self {
            id: source.id.clone(),
            kind: match source.kind {
                SourceKind::Publication => "publication".into(),
                SourceKind::Background => "background".into(),
            },
            title: source.title.clone(),
            author: source.author.clone(),
            date: source.date.as_ref().map(|date| date.text.to_string()),
            series: source.series.clone(),
            reference: source.reference.clone(),
        }
    }
}

fn node_body(input: Input<'_>, measures: &Measures<'_>, drawn: &SceneNode) -> NodeBody {
    let Input { graph, scene, .. } = input;
    let node: NodeView<'_> = graph.node(drawn.index);
    let measures = measures.get(node.id()).into_iter().flatten();
    NodeBody {
        node: NodeRef::of(node),
        kind_label: drawn.kind.clone(),
        tone: drawn.tone.clone(),
        line: drawn.line.token().into(),
        group: drawn.group.and_then(|group| scene.groups.get(group)).cloned(),
        aliases: node.aliases().cloned().collect(),
        gloss: node.gloss().map(str::to_owned),
        note: node.note().map(str::to_owned),
        when: When::of(&node.extent()),
        commitment: CommitmentBody::of(node, scene.as_of.as_ref()),
        measures: measures.map(|measure| MeasureBody::of(graph, measure)).collect(),
        cites: CiteRef::all(graph, node.origin()),
    }
}

fn link_body(graph: &Graph, whens: &[Option<When>], drawn: &SceneEdge) -> LinkBody {
    let edge: EdgeView<'_> = graph.edge(drawn.index);
    LinkBody {
        source: edge.source().id().into(),
        target: edge.target().id().into(),
        line: drawn.line.token().into(),
        edge: EdgeRef::with(edge, whens.get(edge.extent_number() as usize).cloned().flatten()),
    }
}
