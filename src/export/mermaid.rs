//! Mermaid flowcharts, which Markdown pages of many sites draw.
//!
//! Every text passes through [`escape`], and nodes have names of their own, so that nothing of the
//! data is read as Mermaid's syntax.

use super::{Exporter, Input, Writer};
use crate::scene::{Line, Scene, SceneEdge, SceneNode, TOKENS, Theme};
use crate::vocabulary::Family;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

pub(super) const EXPORTER: Exporter = Exporter {
    name: "mermaid",
    extension: "mmd",
    media_type: "text/vnd.mermaid",
    summary: "Mermaid flowchart, for Markdown pages",
    write: Writer::File(write),
};

/// How many edges Mermaid draws unless it is told to draw more.
const MOST_EDGES: usize = 500;

fn write(input: Input<'_>) -> Vec<u8> {
    let mut out = String::new();
    flowchart(input.scene, input.theme, &mut out).unwrap_or_default();
    out.into_bytes()
}

fn flowchart(scene: &Scene, theme: Theme, out: &mut String) -> std::fmt::Result {
    let title = serde_json::to_string(&scene.title).unwrap_or_default();
    writeln!(out, "---\ntitle: {title}\n---")?;
    if scene.edges.len() > MOST_EDGES {
        writeln!(out, "%% Mermaid draws {MOST_EDGES} edges unless its maxEdges is set higher,")?;
        writeln!(out, "%% and a text of this length only where its maxTextSize is.")?;
    }
    writeln!(out, "flowchart LR")?;
    writeln!(out, "  accTitle: {}", escape(&scene.title))?;
    let about = format!("{} {}", scene.says, scene.footer);
    writeln!(out, "  accDescr: {}", escape(about.trim()))?;
    for (number, title) in scene.groups.iter().enumerate() {
        writeln!(out, "  subgraph g{number}[\"{}\"]", escape(title))?;
        nodes(scene, Some(number), out)?;
        writeln!(out, "  end")?;
    }
    nodes(scene, None, out)?;
    for edge in &scene.edges {
        link(edge, out)?;
    }
    classes(scene, theme, out)?;
    link_styles(scene, theme, out)
}

/// A text in which nothing is special to Mermaid, nor to the Markdown of its labels: what might be is
/// written as an entity, such as `#60;`, which Mermaid turns back when it draws.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    put(text, &mut out);
    out
}

/// Appends a text so escaped.
fn put(text: &str, out: &mut String) {
    let mut before: Option<char> = None;
    let (mut starts_line, mut only_digits) = (true, true);
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let next = rest.peek().copied();
        let is_plain = match c {
            c if c.is_alphanumeric() => true,
            _ if starts_line => false,
            ' ' | ',' | '\'' | '(' | '/' | '?' => true,
            // Not as what marks an item of a list, nor in a web address, a comment or an arrow.
            '.' | ')' => !only_digits,
            ':' => next != Some('/') && before != Some(':'),
            '-' => is_letter(before) && is_letter(next),
            _ => false,
        };
        if is_plain {
            out.push(c);
        } else {
            write!(out, "#{};", u32::from(c)).unwrap_or_default();
        }
        starts_line = c == '\n' || (starts_line && c.is_whitespace());
        only_digits = starts_line || (only_digits && c.is_ascii_digit());
        before = Some(c);
    }
}

fn is_letter(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_alphanumeric() || c == '.')
}

fn nodes(scene: &Scene, group: Option<usize>, out: &mut String) -> std::fmt::Result {
    let members = scene.nodes.iter().enumerate().filter(|(_, node)| node.group == group);
    let indent = if group.is_some() { "    " } else { "  " };
    for (number, node) in members {
        let (open, close) = shape(&TOKENS.tone(&node.tone).shape);
        write!(out, "{indent}n{number}{open}\"")?;
        label(node, out);
        writeln!(out, "\"{close}:::tone_{}", known(&node.tone))?;
    }
    Ok(())
}

fn label(node: &SceneNode, out: &mut String) {
    signed(node.line, &node.label, out);
    if !node.detail.is_empty() {
        out.push_str("<br>");
        put(&node.detail, out);
    }
}

/// Appends a text after the sign of its line, so that the line is also told by reading.
fn signed(line: Line, text: &str, out: &mut String) {
    let sign = &TOKENS.line(line).sign;
    if !sign.is_empty() {
        put(sign, out);
        out.push(' ');
    }
    put(text, out);
}

/// Mermaid's nearest shape to one of the tokens: what opens and what closes its label.
fn shape(token: &str) -> (&'static str, &'static str) {
    match token {
        "circle" => ("((", "))"),
        "double-circle" => ("(((", ")))"),
        "rounded-square" => ("[[", "]]"),
        "person" => ("([", "])"),
        "pill" | "ellipse" => ("(", ")"),
        "hexagon" => ("{{", "}}"),
        "diamond" | "small-diamond" => ("{", "}"),
        "triangle" => ("[/", "\\]"),
        "inverted-triangle" => ("[\\", "/]"),
        "octagon" | "parallelogram" => ("[/", "/]"),
        "tab" => ("[\\", "\\]"),
        "note" => (">", "]"),
        _ => ("[", "]"),
    }
}

fn link(edge: &SceneEdge, out: &mut String) -> std::fmt::Result {
    let circle = edge.directed && TOKENS.family(edge.family).end == "open-circle";
    let arrow = match (edge.line, edge.directed, circle) {
        (Line::Stated, false, _) => "---",
        (Line::Stated, true, false) => "-->",
        (Line::Stated, true, true) => "--o",
        (Line::Disputed, false, _) => "===",
        (Line::Disputed, true, false) => "==>",
        (Line::Disputed, true, true) => "==o",
        (Line::Inferred | Line::Ended | Line::Open, false, _) => "-.-",
        (Line::Inferred | Line::Ended | Line::Open, true, false) => "-.->",
        (Line::Inferred | Line::Ended | Line::Open, true, true) => "-.-o",
    };
    write!(out, "  n{} {arrow}|\"", edge.from)?;
    signed(edge.line, &edge.label, out);
    writeln!(out, "\"| n{}", edge.to)
}

/// The name of a tone among the tokens; an unknown one is drawn as an issue is.
fn known(tone: &str) -> &'static str {
    TOKENS.tones().find(|name| *name == tone).unwrap_or("issue")
}

/// The classes of tones and of the lines of nodes, those that are used.
fn classes(scene: &Scene, theme: Theme, out: &mut String) -> std::fmt::Result {
    let (ground, ink) = (TOKENS.background.of(theme), TOKENS.ink.of(theme));
    let tones: BTreeSet<&str> = scene.nodes.iter().map(|node| known(&node.tone)).collect();
    for tone in tones {
        let colour = TOKENS.tone(tone).colour.of(theme);
        writeln!(out, "  classDef tone_{tone} fill:{ground},stroke:{colour},color:{ink}")?;
    }
    let mut lines: BTreeMap<Line, Vec<usize>> = BTreeMap::new();
    for (number, node) in scene.nodes.iter().enumerate().filter(|(_, n)| n.line != Line::Stated) {
        lines.entry(node.line).or_default().push(number);
    }
    for (line, members) in lines {
        let name = line.token();
        writeln!(out, "  classDef line_{name} {}", dashes(line))?;
        out.push_str("  class ");
        numbers(&members, "n", out)?;
        writeln!(out, " line_{name}")?;
    }
    Ok(())
}

/// Appends numbers, each after a prefix, between commas.
fn numbers(numbers: &[usize], prefix: &str, out: &mut String) -> std::fmt::Result {
    for (at, number) in numbers.iter().enumerate() {
        let comma = if at == 0 { "" } else { "," };
        write!(out, "{comma}{prefix}{number}")?;
    }
    Ok(())
}

fn dashes(line: Line) -> String {
    let token = TOKENS.line(line);
    let dash = if token.dash.is_empty() { "none" } else { &token.dash };
    format!("stroke-width:{}px,stroke-dasharray:{dash}", token.width)
}

/// The colours and dashes of edges, each style once with the numbers of its edges.
fn link_styles(scene: &Scene, theme: Theme, out: &mut String) -> std::fmt::Result {
    let mut styles: BTreeMap<(Family, Line), Vec<usize>> = BTreeMap::new();
    for (number, edge) in scene.edges.iter().enumerate() {
        styles.entry((edge.family, edge.line)).or_default().push(number);
    }
    for ((family, line), edges) in styles {
        let colour = TOKENS.family(family).colour.of(theme);
        out.push_str("  linkStyle ");
        numbers(&edges, "", out)?;
        writeln!(out, " stroke:{colour},{}", dashes(line))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn names_stay_legible_and_syntax_becomes_entities() {
        assert_eq!(escape("U.S.-Japan alliance (1996)"), "U.S.-Japan alliance (1996)");
        assert_eq!(escape("a --> b"), "a #45;#45;#62; b");
        assert_eq!(escape("\"x\" #1; %%{}"), "#34;x#34; #35;1#59; #37;#37;#123;#125;");
        assert_eq!(escape("1. one"), "1#46; one");
        assert_eq!(escape("in 1996. Then"), "in 1996. Then");
        assert_eq!(escape("- one\n* two"), "#45; one#10;#42; two");
        assert_eq!(escape("see http://x.y"), "see http#58;//x.y");
        assert_eq!(escape("日本 é"), "日本 é");
    }
}
