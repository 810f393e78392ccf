//! DOT, the language of Graphviz, through graphviz-rust, which escapes nothing: every string passes
//! through [`escape`].

use super::{Exporter, Input, Writer};
use crate::scene::{Line, Scene, SceneEdge, SceneNode, TOKENS, Theme};
use graphviz_rust::dot_structures::{
    Attribute, Edge, EdgeTy, Graph, GraphAttributes, Id, Node, NodeId, Stmt, Subgraph, Vertex,
};
use graphviz_rust::printer::{DotPrinter, PrinterContext};
use std::collections::HashMap;

pub(super) const EXPORTER: Exporter = Exporter {
    name: "dot",
    extension: "dot",
    media_type: "text/vnd.graphviz",
    summary: "DOT, for Graphviz",
    write: Writer::File(write),
};

/// How wide a label grows before it is wrapped, in characters.
const WRAP: usize = 20;

fn write(input: Input<'_>) -> Vec<u8> {
    let Input { scene, theme, .. } = input;
    let (head, foot) = around(&scene.id);
    let mut text = head;
    let mut rest = statements(scene, theme).peekable();
    while rest.peek().is_some() {
        text.push_str(&lines(rest.by_ref().take(AT_ONCE).collect()));
    }
    text.push_str(&foot);
    text.into_bytes()
}

/// How many statements are printed at once: the printer holds them several times over.
const AT_ONCE: usize = 1_000;

/// A graph with these statements, printed; its first and last line hold none of them.
fn printed(id: &str, stmts: Vec<Stmt>) -> String {
    let graph = Graph::DiGraph { id: Id::Escaped(escape(id)), strict: false, stmts };
    // Short edges would be printed a second time, to the same effect.
    let mut text = graph.print(PrinterContext::default().with_inline_size(0));
    text.push('\n');
    text
}

/// The line before all statements, and the one after them.
fn around(id: &str) -> (String, String) {
    let text = printed(id, Vec::new());
    let end = text.trim_end().rfind('}').unwrap_or(0);
    let (head, foot) = text.split_at(end);
    (format!("{}\n", head.trim_end()), foot.to_owned())
}

/// The lines of some statements.
fn lines(stmts: Vec<Stmt>) -> String {
    let text = printed("", stmts);
    let inside = text.split_once('\n').and_then(|(_, rest)| rest.rsplit_once("\n}"));
    inside.map_or_else(String::new, |(lines, _)| format!("{lines}\n"))
}

/// A string as a quoted DOT string in which nothing is special: quotes and backslashes are escaped,
/// line breaks become `\n`, other control characters a space.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn attribute(name: &str, value: &str) -> Attribute {
    Attribute(Id::Plain(name.into()), Id::Escaped(escape(value)))
}

/// The statements of the graph, each made when it is asked for.
fn statements(scene: &Scene, theme: Theme) -> impl Iterator<Item = Stmt> {
    let groups = scene.groups.iter().enumerate();
    let groups = groups.map(move |(number, title)| cluster(scene, number, title, theme));
    let nodes = scene.nodes.iter().enumerate().filter(|(_, node)| node.group.is_none());
    let nodes = nodes.map(move |(number, node)| Stmt::Node(dot_node(number, node, theme)));
    let mut labels = Labels::default();
    let edges = scene.edges.iter().map(move |edge| Stmt::Edge(dot_edge(edge, &mut labels, theme)));
    defaults(scene, theme).into_iter().chain(groups).chain(nodes).chain(edges)
}

/// How everything looks that does not say otherwise.
fn defaults(scene: &Scene, theme: Theme) -> Vec<Stmt> {
    vec![
        Stmt::GAttribute(GraphAttributes::Graph(graph_attributes(scene, theme))),
        Stmt::GAttribute(GraphAttributes::Node(vec![
            attribute("fontname", "Helvetica"),
            attribute("fontsize", "11"),
            attribute("fontcolor", TOKENS.ink.of(theme)),
            attribute("style", "filled"),
            attribute("fillcolor", TOKENS.background.of(theme)),
            attribute("penwidth", "1.8"),
            attribute("margin", "0.12,0.06"),
        ])),
        Stmt::GAttribute(GraphAttributes::Edge(vec![
            attribute("fontname", "Helvetica"),
            attribute("fontsize", "9"),
            attribute("fontcolor", TOKENS.muted.of(theme)),
            attribute("arrowsize", "0.7"),
        ])),
    ]
}

fn cluster(scene: &Scene, number: usize, title: &str, theme: Theme) -> Stmt {
    let members = scene.nodes.iter().enumerate().filter(|(_, n)| n.group == Some(number));
    let mut stmts = vec![Stmt::GAttribute(GraphAttributes::Graph(vec![
        attribute("label", title),
        attribute("style", "rounded"),
        attribute("color", TOKENS.muted.of(theme)),
    ]))];
    stmts.extend(members.map(|(n, node)| Stmt::Node(dot_node(n, node, theme))));
    Stmt::Subgraph(Subgraph { id: Id::Plain(format!("cluster_{number}")), stmts })
}

fn graph_attributes(scene: &Scene, theme: Theme) -> Vec<Attribute> {
    let says = textwrap::fill(&scene.says, 90);
    vec![
        attribute("label", &format!("{}\n{says}\n{}", scene.title, scene.footer)),
        attribute("labelloc", "t"),
        attribute("fontname", "Helvetica"),
        attribute("fontsize", "13"),
        attribute("fontcolor", TOKENS.ink.of(theme)),
        attribute("bgcolor", TOKENS.background.of(theme)),
        attribute("rankdir", "LR"),
        attribute("ranksep", "0.7"),
        attribute("nodesep", "0.3"),
        attribute("tooltip", &scene.title),
    ]
}

/// Synthetic names keep ids out of DOT's own syntax.
fn name(number: usize) -> NodeId {
    NodeId(Id::Plain(format!("n{number}")), None)
}

fn dot_node(number: usize, node: &SceneNode, theme: Theme) -> Node {
    let tone = TOKENS.tone(&node.tone);
    let mut label = textwrap::fill(&node.label, WRAP);
    if !node.detail.is_empty() {
        label = format!("{label}\n[{}]", textwrap::fill(&node.detail, WRAP));
    }
    let mut attributes = vec![
        attribute("id", &node.id),
        attribute("label", &label),
        attribute("tooltip", &format!("{} ({})", node.label, node.kind)),
        attribute("color", tone.colour.of(theme)),
    ];
    attributes.extend(shape(&tone.shape).map(|(name, value)| attribute(name, value)));
    if node.line != Line::Stated {
        attributes.push(attribute("style", "filled,dashed"));
    }
    Node::new(name(number), attributes)
}

/// Graphviz's nearest shape to one of the tokens, as attributes.
fn shape(token: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let (shape, more): (&str, &[(&str, &str)]) = match token {
        "circle" | "ellipse" => ("ellipse", &[]),
        "double-circle" => ("ellipse", &[("peripheries", "2")]),
        "square" => ("box", &[]),
        "rounded-square" | "pill" => ("box", &[("style", "filled,rounded")]),
        "person" => ("egg", &[]),
        "hexagon" => ("hexagon", &[("margin", "0.02")]),
        "diamond" | "small-diamond" => ("diamond", &[("margin", "0.0")]),
        "triangle" => ("house", &[]),
        "inverted-triangle" => ("invhouse", &[]),
        "octagon" => ("octagon", &[]),
        "parallelogram" => ("parallelogram", &[("margin", "0.02")]),
        "tab" => ("tab", &[]),
        "note" => ("note", &[]),
        _ => ("box", &[]),
    };
    std::iter::once(("shape", shape)).chain(more.iter().copied())
}

/// The labels of edges, wrapped and escaped: many edges have the same.
type Labels<'a> = HashMap<&'a str, String>;

fn dot_edge<'a>(edge: &'a SceneEdge, labels: &mut Labels<'a>, theme: Theme) -> Edge {
    let label =
        labels.entry(&edge.label).or_insert_with(|| escape(&textwrap::fill(&edge.label, WRAP)));
    let family = TOKENS.family(edge.family);
    let head = match family.end.as_str() {
        "filled-arrow" => "normal",
        "open-circle" => "odot",
        "double-bar" => "teetee",
        _ => "vee",
    };
    let style = match edge.line {
        Line::Stated => "solid",
        Line::Inferred => "dashed",
        Line::Disputed => "dashed,bold",
        Line::Ended | Line::Open => "dotted",
    };
    let mut attributes = vec![
        Attribute(Id::Plain("label".into()), Id::Escaped(label.clone())),
        attribute("color", family.colour.of(theme)),
        attribute("arrowhead", head),
        attribute("style", style),
    ];
    if !edge.directed {
        attributes.push(attribute("dir", "none"));
    }
    let ends = EdgeTy::Pair(Vertex::N(name(edge.from)), Vertex::N(name(edge.to)));
    Edge { ty: ends, attributes }
}
