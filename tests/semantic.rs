//! Mermaid by its own parser, Markdown by a parser of CommonMark, FollowTheMoney's dates and schemata
//! by its own package, and PDF by Poppler: what they read is what was drawn.
//!
//! `./test` installs the programs; `tests/readers/` calls them.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "the test runs other programs")]

#[path = "synthetic/mod.rs"]
mod synthetic;
#[path = "readers/table.rs"]
mod table;

use foedera::export::{Input, by_name};
use foedera::graph::{Graph, Scope};
use foedera::pipeline::{Options, analyse};
use foedera::record::quote;
use foedera::scene::{Scene, Theme, build, whole};
use foedera::text::{FileRole, Files};
use foedera::workspace;
use serde_json::{Value, json};
use std::process::Command;
use synthetic::{KINDS, Tie};
use table::{Keeps, Program, Read, Reader, text};

fn reader(name: &'static str, format: &'static str, runs_in: Program) -> Reader {
    Reader { name, format, runs_in, keeps: Keeps::Everything }
}

fn us_japan() -> Graph {
    let workspace = workspace::open(std::path::Path::new("data/us-japan"), &[]).unwrap();
    analyse(&workspace.files, &Options::default()).graph
}

fn generated() -> Graph {
    let tie = |number: usize| Tie {
        from: number % 2_000,
        to: (number * 7 + number / 2_000 + 1) % 2_000,
        kind: number % KINDS,
        during: number.is_multiple_of(2).then(|| format!("{}-04/..", 1900 + number % 97)),
        ..Tie::default()
    };
    synthetic::graph(2_000, (0..10_000).map(tie))
}

/// Texts that would break out of Mermaid or Markdown.
const HOSTILE: [&str; 18] = [
    "a\"]; n9 --> n0 %% x",
    "%%{init: {'theme':'dark'}}%%",
    "end",
    "`backticks` *stars* _lines_ ~~struck~~",
    "1. a list",
    "- an item",
    "# a heading",
    "> a quotation",
    "two\n\n    lines\r\n---\n- and an item",
    "<script>alert(1)</script> <!-- --> &amp; &#65; #35;",
    "[link](javascript:alert(1)) ![image](x) [[wiki]] [^1]",
    "http://example.org www.example.org a@example.org",
    "{{ template }} {% tag %} {{< code >}} $x$ ==marked==",
    "a | b \\ c \\",
    "right \u{202e}to\u{202c} left",
    "bell \u{7} tab\tend",
    "日本 é 🎌 \u{fb02}\u{b0}\u{b0}35\u{b6}\u{df}",
    "---\nid: \"x\"\n---",
];

fn texts() -> Vec<String> {
    let long = "0123456789".repeat(1_000);
    HOSTILE.iter().map(|text| (*text).to_owned()).chain([long]).collect()
}

/// A ring of nodes that each bear one text wherever one can stand.
fn hostile() -> Graph {
    let texts = texts();
    let mut records = String::from(
        r#"[Dataset(id: "d", title: "T", description: "D.", licence: "CC0-1.0", reference_date: "2000"),
        Source(id: "s", kind: Background, title: "<script> [S](x)", reference: "A *book*."),"#,
    );
    for (n, text) in texts.iter().enumerate() {
        let (quoted, next) = (quote(text), (n + 1) % texts.len());
        records += &format!(
            "Entity(id: \"e{n}\", kind: State, name: {quoted}, aliases: [{quoted}, \"b\"], \
             gloss: {quoted}, note: {quoted}, cites: [(\"s\", {quoted})]),
             RelationKind(id: K{n}, forward: {quoted}, backward: \"back\", from: [State], to: [State], \
             family: Other, cost: 1.0, gloss: \"g\"),
             Relation(from: \"e{n}\", kind: K{n}, to: \"e{next}\", gloss: {quoted}, note: {quoted}, \
             cites: [(\"s\")]),"
        );
    }
    records.push(']');
    let file = Files::from_bytes("a.ron", FileRole::Records, records.as_bytes());
    let files = Files::new(foedera::vocabulary::built_in().chain([file]));
    analyse(&files, &Options::default()).graph
}

fn scene(graph: &Graph) -> Scene {
    whole(graph, Scope::default(), None)
}

/// That Mermaid has every node and edge of a scene, in order, with its label and its ends.
fn mermaid_has(graph: &Graph) -> Read {
    let read = reader("mermaid", "mermaid", Program::Node).read(graph);
    let scene = scene(graph);
    assert_eq!((read.nodes.len(), read.edges.len()), (scene.nodes.len(), scene.edges.len()));
    for (number, node) in scene.nodes.iter().enumerate() {
        let label = text(&read.nodes[&format!("n{number}")], "label");
        let name = label.split("<br>").next().unwrap();
        assert!(name.ends_with(&node.label), "{name:?} is not {:?}", node.label);
    }
    for (edge, found) in scene.edges.iter().zip(&read.edges) {
        assert_eq!(text(found, "source"), format!("n{}", edge.from));
        assert_eq!(text(found, "target"), format!("n{}", edge.to));
        assert!(text(found, "label").ends_with(&edge.label), "{:?}", edge.label);
    }
    read
}

#[test]
fn mermaid_draws_the_curated_graph() {
    let graph = us_japan();
    let read = mermaid_has(&graph);
    let scene = scene(&graph);
    let number = scene.nodes.iter().position(|node| node.id == "japan").unwrap();
    assert_eq!(read.nodes[&format!("n{number}")]["type"], "circle");
    assert_eq!(read.nodes[&format!("n{number}")]["classes"], json!(["tone_state"]));
    let ends = |from: &str, to: &str| {
        let is = |n: usize, id: &str| scene.nodes[n].id == id;
        scene.edges.iter().position(|e| is(e.from, from) && is(e.to, to)).unwrap()
    };
    let ally = &read.edges[ends("japan", "us-japan-alliance")];
    assert_eq!(text(ally, "label"), "is an ally in (attested April 1996)");
    assert_eq!(
        (text(ally, "type"), text(ally, "stroke")),
        ("arrow_circle".into(), "normal".into())
    );
    let belief = &read.edges[ends("summit-optimists", "summit-ends-economic-clashes")];
    assert_eq!(text(belief, "stroke"), "dotted", "a prediction is drawn as one");
}

#[test]
fn mermaid_draws_ten_thousand_relations() {
    mermaid_has(&generated());
}

#[test]
fn mermaid_reads_nothing_of_hostile_text_as_syntax() {
    let read = mermaid_has(&hostile());
    assert_eq!(read.nodes.len(), texts().len());
}

/// That each page lists the ties of its node; the reader has seen that every link leads to a page.
fn markdown_has(graph: &Graph) -> Read {
    let read = reader("markdown-pages", "markdown", Program::Python).read(graph);
    let scene = scene(graph);
    assert_eq!(read.nodes.len(), scene.nodes.len());
    for (number, node) in scene.nodes.iter().enumerate() {
        let page = &read.nodes[&node.id];
        let ties =
            scene.edges.iter().filter(|edge| edge.from == number || edge.to == number).count();
        assert_eq!(text(page, "ties"), ties.to_string(), "{}", node.id);
        assert_eq!(text(page, "title"), node.label);
        let bare = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        // Markdown has no bell, and shows its picture.
        assert_eq!(bare(&text(page, "heading")), bare(&node.label.replace('\u{7}', "\u{2407}")));
    }
    read
}

#[test]
fn markdown_has_a_page_for_each_node_of_the_curated_graph() {
    let read = markdown_has(&us_japan());
    let page = &read.nodes["return-of-futenma"];
    let expected = [
        ("kind", json!("FacilityReturn")),
        ("sort", json!("commitment")),
        ("status", json!(["recommended"])),
        ("due", json!("5 years to 7 years after April 1996")),
        ("due_earliest", json!("2001-04-01")),
        ("due_latest", json!("2003-04-30")),
        ("notes", json!(2)),
    ];
    expected.iter().for_each(|(name, value)| assert_eq!(page[*name], *value, "{name}"));
    let headings: Vec<String> = serde_json::from_value(page["headings"].clone()).unwrap();
    assert!(headings.contains(&"h2 History".into()) && headings.contains(&"h3 Owed by".into()));
    let page = &read.nodes["special-action-committee-on-okinawa"];
    assert_eq!(
        (text(page, "life"), page["aliases"].clone()),
        ("1995-11/..".into(), json!(["SACO"]))
    );
    assert_eq!(text(page, "latest_start"), "1995-11-30");
}

#[test]
fn markdown_has_ten_thousand_relations() {
    markdown_has(&generated());
}

#[test]
fn markdown_reads_nothing_of_hostile_text_as_syntax() {
    let read = markdown_has(&hostile());
    for (n, original) in texts().iter().enumerate() {
        let page = &read.nodes[&format!("e{n}")];
        assert_eq!(page["aliases"], json!([original, "b"]));
        let headings = page["headings"].as_array().unwrap().len();
        // Ties, one label for each of the two, and the note.
        assert_eq!(headings, 4, "{original:?}: {}", page["headings"]);
    }
}

#[test]
fn followthemoney_has_schemata_dates_and_proof() {
    let read = reader("ftm-followthemoney", "ftm", Program::Python).read(&us_japan());
    let schema = |id: &str| text(&read.nodes[id], "schema");
    assert_eq!(schema("joseph-nye"), "Person");
    assert_eq!(schema("assistant-secretary-of-defense"), "Position");
    assert_eq!(schema("japan"), "PublicBody");
    assert_eq!(schema("mutual-security-treaty"), "Document");
    assert_eq!(schema("return-of-futenma"), "Project");
    let link = |source: &str, kind: &str, target: &str| {
        let is = |edge: &&serde_json::Map<String, Value>| {
            [("source", source), ("kind", kind), ("target", target)]
                .iter()
                .all(|(name, value)| text(edge, name) == *value)
        };
        read.edges.iter().find(is).unwrap()
    };
    let office = link("joseph-nye", "HoldsOffice", "assistant-secretary-of-defense");
    assert_eq!(text(office, "schema"), "Occupancy");
    assert_eq!(office["proof"], json!(["source.sf75"]));
    let ally = link("japan", "AllyIn", "us-japan-alliance");
    assert_eq!((text(ally, "schema"), &ally["date"]), ("Membership".into(), &json!(["1996-04"])));
    let treaty = link("mutual-security-treaty", "Supersedes", "security-treaty-1951");
    assert_eq!(treaty["date"], json!(["1960-06-23"]), "an occurrence has a date, not a span");
    let owed = link("united-states", "Obligor", "return-of-futenma");
    assert_eq!(
        (text(owed, "schema"), text(owed, "label")),
        ("ProjectParticipant".into(), "obligor of".into())
    );
}

#[cfg(feature = "raster")]
#[test]
fn pdf_is_one_page_that_is_not_blank() {
    let graph = us_japan();
    let view = graph.records().views.iter().find(|view| view.id == "summit").unwrap();
    let scene = build(&graph, view, Scope::default());
    let input = Input { graph: &graph, scene: &scene, theme: Theme::Light };
    let folder = tempfile::tempdir().unwrap();
    let (pdf, page) = (folder.path().join("summit.pdf"), folder.path().join("page"));
    std::fs::write(&pdf, by_name("pdf").unwrap().file(input).unwrap()).unwrap();
    let run = |program: &str, args: &[&str]| {
        let output = Command::new(program).args(args).arg(&pdf).arg(&page).output();
        let output =
            output.unwrap_or_else(|error| panic!("{program}: {error}; ./test installs it"));
        assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    };
    run("pdftoppm", &["-gray", "-r", "40"]);
    let pages: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().path()).collect();
    let pages: Vec<_> =
        pages.iter().filter(|p| p.extension().is_some_and(|e| e == "pgm")).collect();
    assert_eq!(pages.len(), 1, "one page");
    let pixels = std::fs::read(pages[0]).unwrap();
    let dark = pixels.iter().filter(|byte| **byte < 128).count();
    assert!(
        dark > pixels.len() / 500 && dark < pixels.len() / 2,
        "{dark} of {} dark",
        pixels.len()
    );
    run("pdftotext", &["-raw"]);
    let text = std::fs::read_to_string(&page).unwrap();
    for node in &scene.nodes {
        let words: Vec<&str> = node.label.split_whitespace().collect();
        assert!(words.iter().all(|word| text.contains(word)), "{}", node.label);
    }
}
