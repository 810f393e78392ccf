//! DOT, the language of Graphviz, through graphviz-rust, which escapes nothing: every string passes
//! through [`escape`].

use super::{Exporter, Input, Writer};
use crate::scene::{Line, Scene, SceneNode, TOKENS, Theme};
use crate::vocabulary::Family;
use graphviz_rust::dot_structures::{
    Attribute, Graph, GraphAttributes, Id, Node, NodeId, Stmt, Subgraph,
};
use graphviz_rust::printer::{DotPrinter, PrinterContext};
use std::collections::HashMap;
use std::fmt::Write;

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
    let mut text = graph(scene, theme).print(&mut PrinterContext::default());
    text.truncate(text.trim_end_matches(['\n', '}']).len());
    edges(&mut text, scene, theme);
    text.push_str("\n}\n");
    text.into_bytes()
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

/// The graph without its edges.
fn graph(scene: &Scene, theme: Theme) -> Graph {
    let mut stmts = vec![
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
    ];
    for (number, title) in scene.groups.iter().enumerate() {
        let members = scene.nodes.iter().enumerate().filter(|(_, n)| n.group == Some(number));
        let mut inner = vec![Stmt::GAttribute(GraphAttributes::Graph(vec![
            attribute("label", title),
            attribute("style", "rounded"),
            attribute("color", TOKENS.muted.of(theme)),
        ]))];
        inner.extend(members.map(|(n, node)| Stmt::Node(dot_node(n, node, theme))));
        let id = Id::Plain(format!("cluster_{number}"));
        stmts.push(Stmt::Subgraph(Subgraph { id, stmts: inner }));
    }
    let loose = scene.nodes.iter().enumerate().filter(|(_, node)| node.group.is_none());
    stmts.extend(loose.map(|(n, node)| Stmt::Node(dot_node(n, node, theme))));
    Graph::DiGraph { id: Id::Escaped(escape(&scene.id)), strict: false, stmts }
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

/// Appends the edges, a line each. Many look alike or say the same, and that is printed once.
fn edges(text: &mut String, scene: &Scene, theme: Theme) {
    let mut context = PrinterContext::default();
    let mut looks: HashMap<Look, String> = HashMap::new();
    let mut labels: HashMap<&str, String> = HashMap::new();
    for edge in &scene.edges {
        let label =
            labels.entry(&edge.label).or_insert_with(|| escape(&textwrap::fill(&edge.label, WRAP)));
        let look = (edge.family, edge.line, edge.directed);
        let look = looks.entry(look).or_insert_with(|| attributes(look, theme).print(&mut context));
        let look = look.trim_start_matches('[');
        write!(text, "\n  n{} -> n{} [label={label} {look}", edge.from, edge.to)
            .unwrap_or_default();
    }
}

/// What an edge looks like: its family, its line, and whether it has an arrow.
type Look = (Family, Line, bool);

/// The attributes of an edge but its label.
fn attributes((family, line, directed): Look, theme: Theme) -> Vec<Attribute> {
    let family = TOKENS.family(family);
    let head = match family.end.as_str() {
        "filled-arrow" => "normal",
        "open-circle" => "odot",
        "double-bar" => "teetee",
        _ => "vee",
    };
    let style = match line {
        Line::Stated => "solid",
        Line::Inferred => "dashed",
        Line::Disputed => "dashed,bold",
        Line::Ended | Line::Open => "dotted",
    };
    let mut attributes = vec![
        attribute("color", family.colour.of(theme)),
        attribute("arrowhead", head),
        attribute("style", style),
    ];
    if !directed {
        attributes.push(attribute("dir", "none"));
    }
    attributes
}
