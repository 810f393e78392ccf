//! Layouts: nothing overlaps, all can be read on A4, and every run draws the same.

#![allow(clippy::unwrap_used, reason = "this is a test")]

use foedera::graph::{Graph, Scope};
use foedera::layout::{
    Drawing, MARGIN, PAGE_WIDTH, Rect, arrange, engine, measure, placed, request,
};
use foedera::pipeline::{Options, analyse};
use foedera::record::{GroupBy, Layout};
use foedera::scene::{Scene, build, whole};
use foedera::text::{File, FileRole, Files};
use foedera::workspace;
use std::path::Path;

const PREAMBLE: &str = r#"[
    Dataset(id: "d", title: "D", description: "Tests.", licence: "CC0-1.0", reference_date: "2000"),
    Source(id: "s", kind: Background, title: "S", reference: "A book."),
]"#;

/// The layouts of this crate.
const BUILT_IN: [Layout; 4] = [Layout::Layered, Layout::Force, Layout::Columns, Layout::Timeline];

fn graph(records: &str) -> Graph {
    let file = |path: &str, text: &str| -> File {
        Files::from_bytes(path, FileRole::Records, text.as_bytes())
    };
    let own = [file("a.ron", records), file("p.ron", PREAMBLE)];
    let all = foedera::vocabulary::built_in().chain(own);
    analyse(&Files::new(all), &Options::default()).graph
}

/// The curated data set.
fn us_japan() -> Graph {
    let opened = workspace::open(Path::new("data/us-japan"), &[]).unwrap();
    analyse(&opened.files, &Options::default()).graph
}

fn views(graph: &Graph) -> Vec<Scene> {
    let views = graph.records().views.iter();
    views.map(|view| build(graph, &view.record, Scope::default())).collect()
}

/// A graph of so many states with so many alliances between them, always the same.
fn generated(nodes: usize, links: usize) -> Scene {
    let mut records = String::from("[");
    for n in 0..nodes {
        let name = ["Republic of", "Kingdom of the Two", "Union of"][n % 3];
        let year = 1900 + n;
        records += &format!(
            "Entity(id: \"e{n}\", kind: State, name: \"{name} Land {n}\", life: \"{year}/..\", cites: [(\"s\")]),"
        );
    }
    for n in 0..links {
        let (from, to) = ((n * 7) % nodes, (n * 13 + n / nodes + 1) % nodes);
        let kind = ["AlliedWith", "LedTo", "Weakens"][n % 3];
        records +=
            &format!("Relation(from: \"e{from}\", kind: {kind}, to: \"e{to}\", cites: [(\"s\")]),");
    }
    records.push(']');
    whole(&graph(&records), Scope::default(), None)
}

/// What overlaps in a drawing, in words.
fn overlaps(scene: &Scene, drawing: &Drawing) -> Vec<String> {
    let node = |n: usize| format!("node {}", scene.nodes[drawing.nodes[n].node].id);
    let cards = drawing.nodes.iter().enumerate().map(|(n, placed)| (node(n), placed.bounds));
    let labels = drawing
        .edges
        .iter()
        .filter_map(|route| Some((format!("label {}", route.edge), route.label.as_ref()?.bounds)));
    let titles = drawing
        .groups
        .iter()
        .map(|frame| (format!("title {}", scene.groups[frame.group]), frame.title.bounds));
    let boxes: Vec<(String, Rect)> = cards.chain(labels).chain(titles).collect();
    let mut found = Vec::new();
    for (n, (name, rect)) in boxes.iter().enumerate() {
        let hits = boxes[n + 1..].iter().filter(|(_, other)| other.overlaps(rect));
        found.extend(hits.map(|(other, _)| format!("{name} and {other}")));
    }
    found
}

/// Which groups' boxes hold what is not theirs, or reach into each other.
fn strays(scene: &Scene, drawing: &Drawing) -> Vec<String> {
    let mut found = Vec::new();
    for (n, frame) in drawing.groups.iter().enumerate() {
        let title = &scene.groups[frame.group];
        for placed in &drawing.nodes {
            let node = &scene.nodes[placed.node];
            let within = frame.bounds.overlaps(&placed.bounds);
            if within != (node.group == Some(frame.group)) {
                found.push(format!("{title}: {}", node.id));
            }
        }
        let hits = drawing.groups[n + 1..].iter().filter(|o| o.bounds.overlaps(&frame.bounds));
        found.extend(hits.map(|other| format!("{title} and {}", scene.groups[other.group])));
    }
    found
}

/// How many links run through the cards of others.
fn links_through_cards(scene: &Scene, drawing: &Drawing) -> usize {
    let mut count = 0;
    for route in &drawing.edges {
        let edge = &scene.edges[route.edge];
        let others = drawing.nodes.iter().filter(|n| n.node != edge.from && n.node != edge.to);
        let hit = |rect: &Rect| route.points.windows(2).any(|p| rect.is_crossed_by(p[0], p[1]));
        count += others.filter(|placed| hit(&placed.bounds)).count();
    }
    count
}

/// The size in points of the smallest type when the page is as wide as A4 on its side.
fn smallest_points(drawing: &Drawing) -> f64 {
    const A4: f64 = 297.0 / 25.4 * 72.0;
    measure::SMALL * A4 / (drawing.size.width + 2.0 * MARGIN)
}

#[test]
fn nothing_overlaps_in_any_view_and_all_can_be_read_on_a4() {
    let graph = us_japan();
    let scenes = views(&graph);
    assert!(scenes.len() >= 8);
    let (mut through, mut links) = (0, 0);
    for scene in &scenes {
        let drawing = arrange(scene);
        assert_eq!(drawing.nodes.len(), scene.nodes.len());
        assert_eq!(drawing.edges.len(), scene.edges.len());
        assert_eq!(overlaps(scene, &drawing), Vec::<String>::new(), "{}", scene.id);
        assert_eq!(strays(scene, &drawing), Vec::<String>::new(), "{}", scene.id);
        let points = smallest_points(&drawing);
        assert!(points >= 9.0, "{}: {points} pt", scene.id);
        assert!(drawing.size.height <= 1.45 * PAGE_WIDTH, "{}: {:?}", scene.id, drawing.size);
        let hits = links_through_cards(scene, &drawing);
        println!("{}: {} links, {hits} through cards", scene.id, scene.edges.len());
        through += hits;
        links += scene.edges.len();
    }
    assert!(through * 25 <= links, "{through} of {links} links run through cards");
}

#[test]
fn nothing_overlaps_in_generated_scenes_of_any_layout() {
    for (nodes, links) in [(1, 0), (2, 1), (12, 20), (40, 60), (130, 150), (700, 900)] {
        let mut scene = generated(nodes, links);
        for layout in BUILT_IN {
            scene.layout = layout;
            let drawing = arrange(&scene);
            let found = overlaps(&scene, &drawing);
            assert_eq!(found, Vec::<String>::new(), "{layout:?} of {nodes} and {links}");
            assert!(nodes > 40 || smallest_points(&drawing) >= 9.0, "{layout:?}");
        }
    }
}

#[test]
fn groups_stay_apart_in_the_whole_graph() {
    let graph = us_japan();
    for by in [GroupBy::Kind, GroupBy::Polity, GroupBy::Instrument, GroupBy::Status] {
        let scene = whole(&graph, Scope::default(), Some(by));
        let drawing = arrange(&scene);
        assert_eq!(overlaps(&scene, &drawing), Vec::<String>::new(), "{by:?}");
        assert_eq!(strays(&scene, &drawing), Vec::<String>::new(), "{by:?}");
    }
}

/// The scene with its nodes, edges and groups in another order.
fn shuffled(scene: &Scene, by: usize) -> Scene {
    let count = scene.nodes.len();
    let place = |old: usize| (old * by + 3) % count;
    let mut other = scene.clone();
    for (old, node) in scene.nodes.iter().enumerate() {
        other.nodes[place(old)] = node.clone();
    }
    for edge in &mut other.edges {
        (edge.from, edge.to) = (place(edge.from), place(edge.to));
    }
    other.focus = scene.focus.map(place);
    let middle = other.edges.len() / 2;
    other.edges.rotate_left(middle);
    other.edges.reverse();
    let groups = other.groups.len();
    other.groups.reverse();
    for node in &mut other.nodes {
        node.group = node.group.map(|group| groups - 1 - group);
    }
    other
}

/// Where each node stands, and along which points each edge runs.
fn described(scene: &Scene, drawing: &Drawing) -> Vec<String> {
    let nodes = drawing.nodes.iter().map(|n| format!("{} {:?}", scene.nodes[n.node].id, n.bounds));
    let edges = drawing.edges.iter().map(|route| {
        let edge = &scene.edges[route.edge];
        let (from, to) = (&scene.nodes[edge.from].id, &scene.nodes[edge.to].id);
        format!("{from} {} {to} {:?} {:?}", edge.label, route.points, route.label)
    });
    let groups = drawing.groups.iter().map(|g| format!("{} {:?}", scene.groups[g.group], g.bounds));
    nodes.chain(edges).chain(groups).collect()
}

#[test]
fn every_run_and_every_order_draws_the_same() {
    let mut small = generated(13, 18);
    for layout in BUILT_IN {
        small.layout = layout;
        let expected = described(&small, &arrange(&small));
        for _ in 0..10 {
            assert_eq!(described(&small, &arrange(&small)), expected);
        }
        for by in [2, 5, 7] {
            let other = shuffled(&small, by);
            assert_eq!(described(&other, &arrange(&other)), expected, "{layout:?}");
        }
    }
    let graph = us_japan();
    let scenes = views(&graph);
    let grouped = scenes.iter().find(|s| s.groups.len() > 1 && s.nodes.len() % 7 != 0).unwrap();
    let other = shuffled(grouped, 7);
    assert_eq!(described(&other, &arrange(&other)), described(grouped, &arrange(grouped)));
}

/// `a` leads to `b`, `b` to `c`; years 1900, 1950 and 1990.
fn chain(layout: Layout) -> (Drawing, Vec<Rect>) {
    let mut records = String::from("[");
    for (id, year) in [("a", 1900), ("b", 1950), ("c", 1990)] {
        records += &format!(
            "Entity(id: \"{id}\", kind: State, name: \"{id}\", life: \"{year}/..\", cites: [(\"s\")]),"
        );
    }
    for (from, to) in [("a", "b"), ("b", "c")] {
        records +=
            &format!("Relation(from: \"{from}\", kind: LedTo, to: \"{to}\", cites: [(\"s\")]),");
    }
    let mut scene = whole(&graph(&(records + "]")), Scope::default(), None);
    (scene.layout, scene.focus) = (layout, Some(0));
    let drawing = arrange(&scene);
    let bounds = drawing.nodes.iter().map(|placed| placed.bounds).collect();
    (drawing, bounds)
}

#[test]
fn layers_follow_the_direction_of_the_links() {
    let (_, cards) = chain(Layout::Layered);
    let right = cards.windows(2).all(|pair| pair[0].right() < pair[1].x);
    let down = cards.windows(2).all(|pair| pair[0].bottom() < pair[1].y);
    assert!(right || down, "{cards:?}");
}

#[test]
fn columns_stand_by_distance_from_the_focus() {
    let (_, cards) = chain(Layout::Columns);
    assert!(cards.windows(2).all(|pair| pair[0].right() < pair[1].x), "{cards:?}");
}

#[test]
fn the_timeline_runs_to_the_right_and_tells_the_years() {
    let (drawing, cards) = chain(Layout::Timeline);
    assert!(cards.windows(2).all(|pair| pair[0].right() < pair[1].x), "{cards:?}");
    let told: Vec<&str> = drawing.ticks.iter().map(|tick| tick.text.as_str()).collect();
    assert_eq!(told, ["1900", "1950", "1990"]);
    for (tick, card) in drawing.ticks.iter().zip(&cards) {
        assert!((tick.x - card.centre().x).abs() < 0.2, "{tick:?} {card:?}");
    }
}

#[test]
fn labels_that_many_links_share_are_told_once() {
    let graph = us_japan();
    let scenes = views(&graph);
    let scene = scenes.iter().find(|scene| scene.id == "commitments").unwrap();
    let drawing = arrange(scene);
    let implied: Vec<&String> = drawing.implied.values().collect();
    assert_eq!(implied, ["obligor of"]);
    for route in &drawing.edges {
        let edge = &scene.edges[route.edge];
        assert_eq!(route.label.is_none(), edge.label == "obligor of", "{}", edge.label);
    }
}

#[test]
fn graphviz_places_what_it_is_asked_to() {
    let mut scene = generated(20, 25);
    for (layout, program) in [(Layout::Dot, "dot"), (Layout::Neato, "neato"), (Layout::Fdp, "fdp")]
    {
        scene.layout = layout;
        assert_eq!(engine(layout), Some(program));
        let dot = request(&scene);
        let answer = workspace::run_with_input(program, &["-Tjson0"], dot.as_bytes());
        let drawing = placed(&scene, &answer.unwrap()).unwrap();
        assert_eq!(drawing.nodes.len(), 20);
        assert_eq!(overlaps(&scene, &drawing), Vec::<String>::new(), "{layout:?}");
        assert_eq!(arrange(&scene).nodes.len(), 20);
    }
    assert!(placed(&scene, b"{}").is_none());
    assert!(placed(&scene, b"no answer").is_none());
}
