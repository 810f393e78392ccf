//! Everything under `exports/<data set>`: the whole graph in every format, a folder of drawings for
//! each view, an index page.

use super::{EXPORTERS, Exporter, Input, Writer};
use crate::graph::{Graph, Scope};
use crate::scene::{Scene, Theme, build, whole};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The formats that are built of the whole graph; the others are for `export`.
const OF_GRAPH: [&str; 6] = ["csv", "dot", "gexf", "graphml", "json", "svg"];

/// The formats that are built of each view.
const OF_VIEWS: [&str; 3] = ["dot", "json", "svg"];

fn of_graph() -> impl Iterator<Item = &'static Exporter> {
    EXPORTERS.iter().filter(|exporter| OF_GRAPH.contains(&exporter.name))
}

fn of_views() -> impl Iterator<Item = &'static Exporter> {
    EXPORTERS.iter().filter(|exporter| OF_VIEWS.contains(&exporter.name))
}

/// The name of the index page.
const INDEX: &str = "README.md";

/// Every export of a data set, by relative path with `/`.
pub fn site(graph: &Graph) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let all = whole(graph, Scope::default(), None);
    for exporter in of_graph() {
        files.extend(written(graph, &all, exporter, "graph"));
    }
    let scenes: Vec<Scene> = graph
        .records()
        .views
        .iter()
        .map(|view| build(graph, &view.record, Scope::default()))
        .collect();
    for scene in &scenes {
        for exporter in of_views() {
            files.extend(written(graph, scene, exporter, &format!("{0}/{0}", scene.id)));
        }
    }
    files.insert(INDEX.into(), index(&all, &scenes).into_bytes());
    files
}

/// The files of a format: one that writes a folder has one of its own name.
fn written(
    graph: &Graph,
    scene: &Scene,
    exporter: &Exporter,
    name: &str,
) -> BTreeMap<String, Vec<u8>> {
    let files = exporter.files(Input { graph, scene, theme: Theme::Light }, name);
    match exporter.write {
        Writer::File(_) => files,
        Writer::Folder(_) => {
            let inside = |(path, bytes)| (format!("{}/{path}", exporter.name), bytes);
            files.into_iter().map(inside).collect()
        }
    }
}

/// Where the whole graph is in a format.
fn path_of_graph(exporter: &Exporter) -> String {
    match exporter.write {
        Writer::File(_) => format!("graph.{}", exporter.extension),
        Writer::Folder(_) => format!("{}/", exporter.name),
    }
}

fn path_of(scene: &Scene, exporter: &Exporter) -> String {
    format!("{}/{}.{}", scene.id, scene.id, exporter.extension)
}

fn index(all: &Scene, scenes: &[Scene]) -> String {
    let mut page = format!("# {}\n\n{}\n\n", all.title, all.says);
    let link = |exporter: &Exporter, path: String| format!("[{}]({path})", exporter.name);
    let row = |page: &mut String, scene: &Scene, links: String| {
        let (title, says) = (cell(&scene.title), cell(&scene.says));
        let (nodes, edges) = (scene.nodes.len(), scene.edges.len());
        writeln!(page, "| {title} | {says} | {nodes} | {edges} | {links} |").unwrap_or_default();
    };
    page.push_str("| drawing | shows | nodes | edges | files |\n|---|---|---|---|---|\n");
    let graph: Vec<String> = of_graph().map(|e| link(e, path_of_graph(e))).collect();
    let whole = Scene { title: "The whole graph".into(), says: String::new(), ..all.clone() };
    row(&mut page, &whole, graph.join(", "));
    for scene in scenes {
        let links: Vec<String> = of_views().map(|e| link(e, path_of(scene, e))).collect();
        row(&mut page, scene, links.join(", "));
    }
    writeln!(page, "\n{}", all.footer).unwrap_or_default();
    page
}

/// Text that can't break out of a table cell.
fn cell(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    text.replace('\\', "\\\\").replace('|', "\\|").replace('<', "&lt;").replace('`', "\\`")
}
