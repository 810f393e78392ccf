//! Every format: whole, stable, and read by other programs.

use foedera::export::{EXPORTERS, Input, escape, site};
use foedera::graph::{Graph, Scope};
use foedera::pipeline::{Options, analyse};
use foedera::scene::{Theme, whole};
use foedera::text::{File, FileRole, Files};
use std::io::Write;
use std::process::{Command, Stdio};

const PREAMBLE: &str = r#"[
    Dataset(id: "d", title: "D", description: "Tests.", licence: "CC0-1.0", reference_date: "2000"),
    Source(id: "s", kind: Background, title: "S", reference: "A book."),
]"#;

/// Strings that break what is not escaped.
const HOSTILE: &[&str] = &[
    "has \"quotes\"",
    "ends with \\",
    "\\N and \\G and \\L",
    "two\nlines",
    "<b>markup</b> & <script>alert(1)</script>",
    "]]> --> */ #",
    "=cmd()|' /C calc'!A0",
    "a\"]; injected -> node [label=\"x",
    "日本 é 🎌",
    "tab\tand\rreturn",
    "{record|port}",
];

fn graph(files: &[(&str, String)]) -> Graph {
    let file = |(path, text): &(&str, String)| -> File {
        Files::from_bytes(*path, FileRole::Records, text.as_bytes())
    };
    let all = foedera::vocabulary::built_in().chain(files.iter().map(file));
    analyse(&Files::new(all), &Options::default()).graph
}

fn hostile() -> Graph {
    let mut records = String::from("[");
    for (n, name) in HOSTILE.iter().enumerate() {
        let name = foedera::record::quote(name);
        records += &format!(r#"Entity(id: "e{n}", kind: State, name: {name}, cites: [("s")]),"#);
        let next = (n + 1) % HOSTILE.len();
        records +=
            &format!(r#"Relation(from: "e{n}", kind: AlliedWith, to: "e{next}", cites: [("s")]),"#);
    }
    records.push(']');
    graph(&[("a.ron", records), ("p.ron", PREAMBLE.into())])
}

fn written(graph: &Graph, name: &str) -> String {
    let scene = whole(graph, Scope::default(), None);
    let exporter = EXPORTERS.iter().find(|exporter| exporter.name == name).unwrap();
    let bytes = exporter.file(Input { graph, scene: &scene, theme: Theme::Light }).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// What Graphviz makes of a DOT text, as JSON.
fn by_graphviz(dot: &str) -> serde_json::Value {
    let mut child = Command::new("dot")
        .args(["-Tdot_json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Graphviz is installed: ./test does so");
    child.stdin.take().unwrap().write_all(dot.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "Graphviz refuses:\n{dot}");
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn dot_keeps_hostile_names_whole_and_inert() {
    let graph = hostile();
    let dot = written(&graph, "dot");
    let read = by_graphviz(&dot);
    let objects = read["objects"].as_array().unwrap();
    assert_eq!(objects.len(), HOSTILE.len());
    assert_eq!(read["edges"].as_array().unwrap().len(), HOSTILE.len());
    for (object, name) in objects.iter().zip(HOSTILE) {
        let label = object["label"].as_str().unwrap();
        let escaped = escape(name);
        let expected = escaped[1..escaped.len() - 1].replace("\\\"", "\"");
        let bare = |text: &str| text.replace("\\n", "").replace(char::is_whitespace, "");
        assert_eq!(bare(label), bare(&expected), "{name}");
    }
}

#[test]
fn dot_is_read_by_the_parser_of_graphviz_rust() {
    let dot = written(&hostile(), "dot");
    let parsed = graphviz_rust::parse(&dot).unwrap();
    assert!(matches!(parsed, graphviz_rust::dot_structures::Graph::DiGraph { .. }));
}

#[test]
fn escape_leaves_nothing_special() {
    assert_eq!(escape(r#"a"b\c"#), r#""a\"b\\c""#);
    assert_eq!(escape("a\nb\tc"), "\"a\\nb c\"");
}

#[test]
fn json_keeps_names_dates_and_citations() {
    let text = r#"[
        Entity(id: "a", kind: State, name: "A \"1\"", cites: [("s")]),
        Entity(id: "b", kind: State, name: "B", cites: [("s")]),
        Relation(from: "a", kind: AlliedWith, to: "b", during: "1951-09-08/1960", stance: Disputed, cites: [("s")]),
    ]"#;
    let graph = graph(&[("a.ron", text.into()), ("p.ron", PREAMBLE.into())]);
    let json: serde_json::Value = serde_json::from_str(&written(&graph, "json")).unwrap();
    assert_eq!(json["version"], 1);
    assert_eq!(json["nodes"][0]["name"], "A \"1\"");
    let link = &json["links"][0];
    assert_eq!((&link["source"], &link["target"]), (&"a".into(), &"b".into()));
    assert_eq!(link["stance"], "disputed");
    assert_eq!(link["when"]["earliest_start"], "1951-09-08");
    assert_eq!(link["when"]["latest_end"], "1960-12-31");
    assert_eq!(link["cites"][0]["verified"], "background");
}

#[test]
fn exports_do_not_depend_on_the_order_of_files() {
    let one = r#"[Entity(id: "a", kind: State, name: "A", cites: [("s")])]"#;
    let two = r#"[Entity(id: "b", kind: State, name: "B", cites: [("s")]),
        Relation(from: "a", kind: AlliedWith, to: "b", cites: [("s")]),
        View(id: "v", title: "V", says: "Both.", show: [Kinds([State])])]"#;
    let mut files =
        vec![("one.ron", one.to_owned()), ("two.ron", two.to_owned()), ("p.ron", PREAMBLE.into())];
    let expected = site(&graph(&files), &|_, _| {});
    assert!(expected.contains_key("v/v.dot"));
    for _ in 0..files.len() {
        files.rotate_left(1);
        assert_eq!(site(&graph(&files), &|_, _| {}), expected);
        files.swap(0, 1);
        assert_eq!(site(&graph(&files), &|_, _| {}), expected);
    }
}

#[test]
fn names_and_extensions_of_formats_are_unique() {
    for (n, exporter) in EXPORTERS.iter().enumerate() {
        for other in &EXPORTERS[n + 1..] {
            assert_ne!(exporter.name, other.name);
            assert_ne!(exporter.extension, other.extension);
        }
    }
}

#[test]
fn the_guide_tells_what_every_format_keeps() {
    let guide = include_str!("../docs/exports.md");
    for exporter in EXPORTERS {
        assert!(guide.contains(&format!("`{}`", exporter.name)), "{}", exporter.name);
    }
}

/// How `export --format csv` into a folder ends, and what it says.
fn export_into(folder: &std::path::Path) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_foedera"))
        .args(["export", "--format", "csv", "--data", "data/us-japan", "-o"])
        .arg(folder)
        .output()
        .unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn a_folder_that_holds_something_else_is_left_alone() {
    let above = tempfile::tempdir().unwrap();
    let folder = above.path().join("out");
    for _ in 0..2 {
        assert_eq!(export_into(&folder), (Some(0), String::new()));
    }
    std::fs::write(folder.join("mine.txt"), "kept").unwrap();
    let nodes = std::fs::read(folder.join("nodes.csv")).unwrap();
    let (code, said) = export_into(&folder);
    assert_eq!(code, Some(2));
    assert!(said.contains("holds mine.txt, which is not of this export"), "{said}");
    assert_eq!(std::fs::read(folder.join("mine.txt")).unwrap(), b"kept");
    assert_eq!(std::fs::read(folder.join("nodes.csv")).unwrap(), nodes);
}
