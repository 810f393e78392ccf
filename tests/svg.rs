//! SVG, PNG and PDF: well-formed, complete, inert, and not told by colour alone.

#![allow(clippy::disallowed_methods, reason = "the tests run foedera, and read the font")]
#![allow(clippy::unwrap_used, reason = "this is a test")]

use foedera::export::{EXPORTERS, Input, by_name, picture, site, svg};
use foedera::graph::{Graph, Scope};
use foedera::layout::{arrange, width};
use foedera::pipeline::{Options, analyse};
use foedera::scene::{Line, Scene, TOKENS, Theme, build, whole};
use foedera::text::{File, FileRole, Files};
use foedera::workspace;
use roxmltree::{Document, Node};
use std::collections::BTreeSet;
use std::path::Path;

const PREAMBLE: &str = r#"[
    Dataset(id: "d", title: "D", description: "Tests.", licence: "CC0-1.0", reference_date: "2000"),
    Source(id: "s", kind: Background, title: "S", reference: "A book."),
]"#;

fn graph(records: &str) -> Graph {
    let file = |path: &str, text: &str| -> File {
        Files::from_bytes(path, FileRole::Records, text.as_bytes())
    };
    let own = [file("a.ron", records), file("p.ron", PREAMBLE)];
    let all = foedera::vocabulary::built_in().chain(own);
    analyse(&Files::new(all), &Options::default()).graph
}

fn us_japan() -> Graph {
    let opened = workspace::open(Path::new("data/us-japan"), &[]).unwrap();
    analyse(&opened.files, &Options::default()).graph
}

fn drawn(scene: &Scene, theme: Theme) -> String {
    svg(scene, &arrange(scene), theme)
}

/// The text of an element without any white space: lines are broken at spaces and hyphens.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn text_of(node: Node<'_, '_>) -> String {
    let pieces = node.descendants().filter(|n| n.is_text()).filter_map(|n| n.text());
    bare(&pieces.collect::<String>())
}

/// The texts of a class, without white space.
fn texts(document: &Document<'_>, class: &str) -> Vec<String> {
    let of_class = |node: &Node<'_, '_>| {
        node.has_tag_name(("http://www.w3.org/2000/svg", "text"))
            && node.attribute("class") == Some(class)
    };
    document.descendants().filter(of_class).map(text_of).collect()
}

#[test]
fn every_view_is_well_formed_and_holds_each_name_once() {
    let graph = us_japan();
    for view in &graph.records().views {
        let scene = build(&graph, &view.record, Scope::default());
        let text = drawn(&scene, Theme::Light);
        let document = Document::parse(&text).unwrap();
        let mut names = texts(&document, "name");
        let mut expected: Vec<String> = scene.nodes.iter().map(|node| bare(&node.label)).collect();
        names.sort();
        expected.sort();
        assert_eq!(names, expected, "{}", scene.id);
        assert_eq!(texts(&document, "title"), [bare(&scene.title)]);
        assert_eq!(texts(&document, "says").concat(), bare(&scene.says));
        assert_eq!(texts(&document, "foot").concat(), bare(&scene.footer));
        assert!(scene.footer.contains("The U.S.-Japan Alliance Redefined"), "{}", scene.footer);
    }
}

#[test]
fn commitments_tell_their_status_in_words() {
    let graph = us_japan();
    let views = &graph.records().views;
    let view = views.iter().find(|view| view.id == "okinawa").unwrap();
    let scene = build(&graph, &view.record, Scope::default());
    let text = drawn(&scene, Theme::Light);
    let told = texts(&Document::parse(&text).unwrap(), "detail");
    let commitments = scene.nodes.iter().filter(|node| node.tone == "commitment").count();
    assert_eq!(told, vec!["recommended"; commitments]);
    assert!(commitments >= 4);
    assert!(scene.nodes.iter().all(|n| n.tone != "commitment" || n.line == Line::Inferred));
}

/// Two states, one edge for each way in which a line may be drawn.
const LINES: &str = r#"[
    Entity(id: "a", kind: State, name: "A", cites: [("s")]),
    Entity(id: "b", kind: State, name: "B", cites: [("s")]),
    Relation(from: "a", kind: AlliedWith, to: "b", during: "1951/1960", cites: [("s")]),
    Relation(from: "a", kind: LedTo, to: "b", cites: [("s")]),
    Relation(from: "a", kind: Weakens, to: "b", stance: Assessment, during: "1940/..", cites: [("s")]),
    Relation(from: "b", kind: Weakens, to: "a", stance: Disputed, during: "1940/..", cites: [("s")]),
    Relation(from: "b", kind: Strengthens, to: "a", during: "1940/..", cites: [("s")]),
]"#;

#[test]
fn lines_differ_by_dashes_and_signs_and_the_legend_tells_them() {
    let graph = graph(LINES);
    let mut scene = whole(&graph, Scope::default(), None);
    let found: BTreeSet<Line> = scene.edges.iter().map(|edge| edge.line).collect();
    assert!(found.len() >= 3, "{found:?}");
    let all = [Line::Stated, Line::Inferred, Line::Disputed, Line::Ended, Line::Open];
    for (edge, line) in scene.edges.iter_mut().zip(all) {
        edge.line = line;
    }
    let text = drawn(&scene, Theme::Light);
    let document = Document::parse(&text).unwrap();
    let mut looks = BTreeSet::new();
    for line in all {
        let class = format!("edge {}", line.token());
        let group = document.descendants().find(|n| n.attribute("class") == Some(&class)).unwrap();
        let path = group.descendants().find(|n| n.attribute("stroke-width").is_some()).unwrap();
        looks.insert((path.attribute("stroke-dasharray"), path.attribute("stroke-linecap")));
        let keys = texts(&document, "key");
        assert!(keys.iter().any(|key| key.ends_with(&bare(line.meaning()))), "{keys:?}");
    }
    assert_eq!(looks.len(), all.len(), "each line has dashes of its own");
    let labels = texts(&document, "edge-label");
    for line in [Line::Disputed, Line::Ended, Line::Open] {
        let sign = &TOKENS.line(line).sign;
        assert!(!sign.is_empty());
        assert_eq!(labels.iter().filter(|label| label.starts_with(sign.as_str())).count(), 1);
    }
}

#[test]
fn the_legend_tells_only_what_occurs() {
    let text = drawn(&whole(&graph(LINES), Scope::default(), None), Theme::Light);
    let keys = texts(&Document::parse(&text).unwrap(), "key");
    assert_eq!(keys.iter().filter(|key| *key == "state").count(), 1);
    assert!(!keys.iter().any(|key| key.contains("commitment") || key.contains("person")));
    let one = graph(r#"[Entity(id: "a", kind: State, name: "A", cites: [("s")])]"#);
    let text = drawn(&whole(&one, Scope::default(), None), Theme::Light);
    assert_eq!(texts(&Document::parse(&text).unwrap(), "key"), ["state"]);
}

/// Strings that break what is not escaped, and what a reader sees of them without white space.
fn hostile() -> Vec<(String, String)> {
    let same = |text: &str| (text.to_owned(), bare(text));
    vec![
        same("has \"double\" and 'single' quotes"),
        same("ends with \\"),
        same("<script>alert(1)</script>"),
        same("]]> --> <![CDATA[ <!-- &amp; &#x0;"),
        same("\"/><image href=\"x\" onerror=\"alert(1)\"/>"),
        same("=cmd()|' /C calc'!A0"),
        same("two\nlines\tand\ra return"),
        same("日本 é 🎌"),
        ("bidi \u{202e}turned\u{202c} \u{2066}x\u{2069}".into(), "biditurnedx".into()),
        ("a\u{1}b\u{7f}c\u{9b}d".into(), "abcd".into()),
    ]
}

#[test]
fn hostile_names_come_out_whole_and_inert() {
    let names = hostile();
    let long = "long ".repeat(2_000);
    let mut records = String::from("[");
    let all = names.iter().map(|(name, _)| name.as_str()).chain([long.as_str()]);
    for (n, name) in all.enumerate() {
        let name = foedera::record::quote(name);
        records += &format!(r#"Entity(id: "e{n}", kind: State, name: {name}, cites: [("s")]),"#);
        records += &format!(r#"Relation(from: "e{n}", kind: LedTo, to: "e0", cites: [("s")]),"#);
    }
    let mut scene = whole(&graph(&(records + "]")), Scope::default(), None);
    scene.title = names[2].0.clone();
    scene.says = names[4].0.clone();
    scene.footer = names[3].0.clone();
    scene.groups = vec![names[2].0.clone()];
    scene.nodes.iter_mut().take(3).for_each(|node| node.group = Some(0));
    let text = drawn(&scene, Theme::Dark);
    let document = Document::parse(&text).unwrap();
    let shown = texts(&document, "name");
    for (_, expected) in &names {
        assert_eq!(shown.iter().filter(|name| *name == expected).count(), 1, "{expected}");
    }
    assert!(shown.iter().any(|name| name.starts_with("longlong") && name.ends_with('…')));
    let allowed = ["svg", "title", "desc", "style", "rect", "g", "text", "tspan", "path", "line"];
    for node in document.descendants().filter(Node::is_element) {
        assert!(allowed.contains(&node.tag_name().name()), "{:?}", node.tag_name());
        assert!(node.attributes().all(|a| !a.name().starts_with("on") && a.name() != "href"));
    }
    let titles =
        document.descendants().filter(|n| n.has_tag_name(("http://www.w3.org/2000/svg", "title")));
    assert!(titles.map(text_of).any(|title| title.contains(&bare(&long))), "tooltips are whole");
}

#[test]
fn themes_change_colours_and_nothing_else() {
    let scene = whole(&graph(LINES), Scope::default(), None);
    let (light, dark) = (drawn(&scene, Theme::Light), drawn(&scene, Theme::Dark));
    assert!(light.contains(TOKENS.background.of(Theme::Light)));
    assert!(dark.contains(TOKENS.background.of(Theme::Dark)));
    let without = |text: &str| {
        let mut parts = text.split('#');
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |all, part| all + part.get(6..).unwrap_or_default())
    };
    assert_eq!(without(&light), without(&dark));
    assert_ne!(light, dark);
}

#[test]
fn pictures_are_not_for_those_who_see_alone() {
    let text = drawn(&whole(&graph(LINES), Scope::default(), None), Theme::Light);
    let document = Document::parse(&text).unwrap();
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("graphics-document"));
    assert_eq!(root.attribute("aria-label"), Some("D"));
    let spoken: Vec<&str> = document
        .descendants()
        .filter(|node| node.attribute("role") == Some("graphics-symbol"))
        .filter_map(|node| node.attribute("aria-label"))
        .collect();
    assert_eq!(spoken.len(), 2 + 5);
    assert!(spoken.contains(&"A (state)"), "{spoken:?}");
    assert!(spoken.iter().any(|s| s.starts_with("A – led to – B (")), "{spoken:?}");
}

#[test]
fn only_svg_of_the_pictures_is_built() {
    let files = site(&graph(LINES), &|_, _| {});
    assert!(files.contains_key("graph.svg"));
    assert!(files.keys().all(|path| !path.ends_with(".png") && !path.ends_with(".pdf")));
    assert!(picture("dot").is_none());
}

#[cfg(feature = "raster")]
mod raster {
    use super::*;
    use resvg::tiny_skia::Pixmap;

    fn exported(name: &str, graph: &Graph, scene: &Scene) -> Vec<u8> {
        let exporter = by_name(name).unwrap();
        exporter.file(Input { graph, scene, theme: Theme::Light }).unwrap()
    }

    #[test]
    fn a_png_shows_text_and_is_as_wide_as_asked_for() {
        let graph = graph(LINES);
        let scene = whole(&graph, Scope::default(), None);
        let pixels = Pixmap::decode_png(&exported("png", &graph, &scene)).unwrap();
        let blank = Scene { title: " ".into(), ..scene.clone() };
        let without = Pixmap::decode_png(&exported("png", &graph, &blank)).unwrap();
        let inked = |picture: &Pixmap| {
            let first_rows = picture.width() as usize * 2 * 45;
            let dark = |p: &&resvg::tiny_skia::PremultipliedColorU8| p.red() < 90;
            picture.pixels().iter().take(first_rows).filter(dark).count()
        };
        assert!(inked(&pixels) > 100, "the title is drawn in the shipped font");
        assert_eq!(pixels.width(), without.width());
        let text = drawn(&scene, Theme::Light);
        let convert = picture("png").unwrap();
        let narrow = Pixmap::decode_png(&convert(text, Some(321)).unwrap()).unwrap();
        assert_eq!(narrow.width(), 321);
    }

    #[test]
    fn a_pdf_is_one_page_with_the_font_in_it() {
        let graph = graph(LINES);
        let scene = whole(&graph, Scope::default(), None);
        let pdf = exported("pdf", &graph, &scene);
        assert!(pdf.starts_with(b"%PDF-"));
        let text = String::from_utf8_lossy(&pdf);
        assert_eq!(text.matches("/Type /Page\n").count() + text.matches("/Type /Page ").count(), 1);
        assert!(text.contains("Inter"), "the shipped font is embedded");
    }
}

#[test]
fn the_table_of_advances_is_that_of_the_shipped_font() {
    let bytes = std::fs::read("assets/fonts/Inter-SemiBold.otf").unwrap();
    let face = ttf_parser::Face::parse(&bytes, 0).unwrap();
    for c in (' '..='~').chain('\u{a0}'..='\u{17f}') {
        let Some(glyph) = face.glyph_index(c) else { continue };
        let advance = face.glyph_hor_advance(glyph).unwrap();
        let expected = f64::from(advance) / f64::from(face.units_per_em());
        let told = width(c.encode_utf8(&mut [0; 4]), 1.0);
        assert!((told - expected).abs() < 0.001, "{c}: {told} and {expected}");
    }
}

#[test]
fn every_picture_is_a_format() {
    for name in EXPORTERS.iter().map(|exporter| exporter.name).filter(|n| picture(n).is_some()) {
        assert!(["svg", "png", "pdf"].contains(&name));
    }
    assert!(by_name("svg").is_some());
}

/// Runs `foedera export` on the curated data, and returns what it wrote and what it said.
fn export(arguments: &[&str], path: &str) -> (String, String) {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_foedera"))
        .args(["--data", "data/us-japan", "export", "--format", "svg"])
        .args(arguments)
        .env("PATH", path)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr))
}

#[test]
fn without_graphviz_the_nearest_layout_is_used_and_said_to_be() {
    let (fallen_back, said) = export(&["--view", "treaty", "--layout", "fdp"], "");
    assert!(said.contains("fdp") && said.contains("nearest built-in layout"), "{said}");
    let (force, said) = export(&["--view", "treaty", "--layout", "force"], "");
    assert!(!said.contains("built-in"), "{said}");
    assert_eq!(fallen_back, force);
    let (with, said) = export(&["--view", "treaty", "--layout", "fdp"], env!("PATH"));
    assert!(!said.contains("built-in"), "{said}");
    assert_ne!(with, force);
}

#[test]
fn title_groups_and_theme_are_as_asked_for() {
    let asked = ["--view", "okinawa", "--title", "A <b>", "--group-by", "kind", "--theme", "dark"];
    let (text, _) = export(&asked, "");
    let document = Document::parse(&text).unwrap();
    assert_eq!(texts(&document, "title"), ["A<b>"]);
    assert!(texts(&document, "group").contains(&"commitments".to_owned()));
    assert!(text.contains(TOKENS.background.of(Theme::Dark)));
}
