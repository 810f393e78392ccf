//! Text that breaks what is not escaped, in every format: it comes back whole, and stays inert.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "the test runs other programs")]

#[path = "readers/table.rs"]
mod table;

use foedera::export::{EXPORTERS, Exporter, Input, by_name};
use foedera::graph::{Graph, Scope};
use foedera::pipeline::{Options, analyse};
use foedera::record::quote;
use foedera::scene::{Theme, whole};
use foedera::text::{FileRole, Files};
use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, Stdio};
use table::{READERS, Reader, text};

/// The texts, but for a very long one.
const HOSTILE: &[&str] = &[
    "has \"double\" and 'single' quotes, and `backticks`",
    "ends with \\",
    "\\N \\G \\L \\n \\u0041 \\\" \\'",
    "two\nlines\r\nand\ttabs",
    "<b>markup</b> & <script>alert(1)</script> &amp; &#65;",
    "]]> --> */ # // ${x} $(x) {{x}} %s",
    "=cmd()|' /C calc'!A0",
    "+1+1",
    "-1-1",
    "@SUM(1)",
    "'already guarded",
    "\tbegins with a tab",
    "a\"]; injected -> node [label=\"x",
    "a\"}) DETACH DELETE n; //",
    "a,b;c|d:e",
    "日本 é e\u{301} 🎌 👩\u{200d}👩\u{200d}👧",
    "right \u{202e}to\u{202c} left \u{2066}isolated\u{2069} \u{200f}",
    "bell \u{7} escape \u{1b}[31m",
    "{record|port} <f0> %20 [link](javascript:alert(1)) | cell",
    "null",
    "NaN",
    "true",
    "1996-04-17",
    "[\"a list\"]",
];

fn texts() -> Vec<String> {
    let long = "0123456789".repeat(1_000);
    HOSTILE.iter().map(|text| (*text).to_owned()).chain([long]).collect()
}

/// A ring of nodes that each bear one text as name, alias, gloss and note, and edges that bear it as
/// gloss, note and, by a kind of their own, as label.
fn hostile() -> Graph {
    let texts = texts();
    let mut records = String::from(
        r#"[Dataset(id: "d", title: "]]> <script>", description: "-->\n\"", licence: "CC0-1.0", reference_date: "2000"),
        Source(id: "s", kind: Background, title: "<script> \"S\"", reference: "A book."),"#,
    );
    for (n, text) in texts.iter().enumerate() {
        let (quoted, next) = (quote(text), (n + 1) % texts.len());
        records += &format!(
            "Entity(id: \"e{n}\", kind: State, name: {quoted}, aliases: [{quoted}, \"b\"], \
             gloss: {quoted}, note: {quoted}, cites: [(\"s\", {quoted})]),
             RelationKind(id: K{n}, forward: {quoted}, backward: {quoted}, from: [State], to: [State], \
             family: Other, cost: 1.0, gloss: \"g\"),
             Relation(from: \"e{n}\", kind: K{n}, to: \"e{next}\", gloss: {quoted}, note: {quoted}, \
             cites: [(\"s\")]),"
        );
    }
    records.push(']');
    let file = Files::from_bytes("a.ron", FileRole::Records, records.as_bytes());
    let files = Files::new(foedera::vocabulary::built_in().chain([file]));
    let graph = analyse(&files, &Options::default()).graph;
    assert_eq!((graph.nodes().count(), graph.edges().count()), (texts.len(), texts.len()));
    graph
}

/// A text as a reader should give it back: XML can't hold control characters, and has their pictures
/// instead.
fn expected(format: &str, text: &str) -> String {
    let is_xml = ["gexf", "graphml"].contains(&format);
    let picture = |c: char| match c {
        '\t' | '\n' | '\r' => c,
        '\0'..'\u{20}' => char::from_u32(0x2400 + u32::from(c)).unwrap(),
        c => c,
    };
    if is_xml { text.chars().map(picture).collect() } else { text.to_owned() }
}

fn comes_back_whole(reader: &Reader, graph: &Graph) {
    let read = reader.read(graph);
    let (name, texts) = (reader.name, texts());
    assert_eq!((read.nodes.len(), read.edges.len()), (texts.len(), texts.len()), "{name}");
    for (n, original) in texts.iter().enumerate() {
        let whole = expected(reader.format, original);
        let node = &read.nodes[&format!("e{n}")];
        let from = |edge: &&serde_json::Map<_, _>| text(edge, "source") == format!("e{n}");
        let edge = read.edges.iter().find(from).unwrap();
        for column in ["label", "gloss", "note"].into_iter().filter(|c| reader.keeps(c)) {
            assert_eq!(text(node, column), whole, "{name}: {column} of a node");
            assert_eq!(text(edge, column), whole, "{name}: {column} of an edge");
        }
        // The parser of lists of graphology-gexf knows no `\u0007`.
        let unread = reader.name == "gexf-graphology" && original.contains('\u{7}');
        if reader.keeps("aliases") && !unread {
            let aliases: Vec<String> = serde_json::from_str(&text(node, "aliases")).unwrap();
            assert_eq!(aliases, [original.as_str(), "b"], "{name}: aliases");
        }
    }
}

#[test]
fn readers_have_it_whole() {
    let graph = hostile();
    READERS.iter().for_each(|reader| comes_back_whole(reader, &graph));
}

/// Formats that no reader of the table reads: the tests below do (of Markdown and Mermaid, those of
/// tests/semantic.rs), or they are pictures.
const OTHERS: [&str; 8] =
    ["dot", "explorer", "json", "markdown", "mermaid", "pdf", "png", "svg"];

#[test]
fn every_format_is_tried() {
    for exporter in EXPORTERS {
        let is_read = READERS.iter().any(|reader| reader.format == exporter.name);
        assert!(is_read != OTHERS.contains(&exporter.name), "{}", exporter.name);
    }
}

fn written(exporter: &Exporter, graph: &Graph) -> BTreeMap<String, Vec<u8>> {
    let scene = whole(graph, Scope::default(), None);
    exporter.files(Input { graph, scene: &scene, theme: Theme::Light }, "graph")
}

fn one(name: &str) -> String {
    let files = written(by_name(name).unwrap(), &hostile());
    String::from_utf8(files.into_values().next().unwrap()).unwrap()
}

#[test]
fn no_markup_leaks() {
    let graph = hostile();
    for exporter in EXPORTERS {
        let is_markup = ["xml", "html", "markdown"].iter().any(|m| exporter.media_type.contains(m));
        for (name, bytes) in written(exporter, &graph).into_iter().filter(|_| is_markup) {
            let text = String::from_utf8(bytes).unwrap().to_lowercase();
            assert!(!text.contains("<script>alert"), "{name}");
            if exporter.media_type.contains("xml") {
                let document = roxmltree::Document::parse(&text).unwrap();
                assert!(document.descendants().all(|node| !node.has_tag_name("script")), "{name}");
            }
        }
    }
}

#[test]
fn json_has_it_whole() {
    let document: serde_json::Value = serde_json::from_str(&one("json")).unwrap();
    for (n, text) in texts().iter().enumerate() {
        let (node, link) = (&document["nodes"][n], &document["links"][n]);
        for value in [&node["name"], &node["aliases"][0], &node["gloss"], &node["note"]] {
            assert_eq!(value, text);
        }
        for value in [&link["label"], &link["inverse"], &link["gloss"], &link["note"]] {
            assert_eq!(value, text);
        }
        assert_eq!(node["cites"][0]["locator"], *text);
    }
}

/// What is left of a text where a drawing wraps it, and leaves out what can't be seen.
fn bare(text: &str) -> String {
    let unseen = |c: &char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().filter(|c| !unseen(c)).collect()
}

#[test]
fn dot_has_every_label() {
    let mut child = Command::new("dot")
        .arg("-Tdot_json")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Graphviz is installed: ./test does so");
    let dot = one("dot");
    let mut input = child.stdin.take().unwrap();
    let feed = std::thread::spawn(move || input.write_all(dot.as_bytes()).unwrap());
    let output = child.wait_with_output().unwrap();
    feed.join().unwrap();
    let read: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    for what in ["objects", "edges"] {
        assert_eq!(read[what].as_array().unwrap().len(), texts().len(), "{what}");
        for (n, text) in texts().iter().enumerate() {
            let label = plain(read[what][n]["label"].as_str().unwrap());
            assert_eq!(bare(&label), bare(text), "{what}");
        }
    }
}

/// A label of DOT, which Graphviz gives back with its escapes, as it is drawn.
fn plain(label: &str) -> String {
    let (mut out, mut rest) = (String::new(), label.chars());
    while let Some(c) = rest.next() {
        match (c, if c == '\\' { rest.next() } else { None }) {
            ('\\', Some('n')) => out.push('\n'),
            ('\\', Some(escaped)) => out.push(escaped),
            _ => out.push(c),
        }
    }
    out
}

#[test]
fn svg_has_every_label() {
    let svg = one("svg");
    let document = roxmltree::Document::parse(&svg).unwrap();
    let texts_of: String = document.descendants().filter_map(|node| node.text()).collect();
    let drawn = bare(&texts_of);
    for text in texts() {
        assert!(drawn.contains(&bare(&text)), "{text}");
    }
}

#[cfg(feature = "raster")]
#[test]
fn pictures_are_made() {
    for (name, magic) in [("png", &b"\x89PNG"[..]), ("pdf", b"%PDF")] {
        let files = written(by_name(name).unwrap(), &hostile());
        assert!(files.into_values().all(|bytes| bytes.starts_with(magic)), "{name}");
    }
}
