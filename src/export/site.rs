//! Everything under `exports/<data set>`: the whole graph, a folder for each view, an index page.

use super::{EXPORTERS, Exporter, Input, Writer};
use crate::graph::{Graph, Scope};
use crate::scene::{Scene, Theme, build, whole};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The formats of the whole graph; `export` makes the others.
const OF_GRAPH: [&str; 8] = ["csv", "dot", "explorer", "gexf", "graphml", "json", "svg", "turtle"];

/// The formats of views.
const OF_VIEWS: [&str; 2] = ["dot", "svg"];

/// The formats of the whole graph that are built.
fn built() -> impl Iterator<Item = &'static Exporter> {
    EXPORTERS.iter().filter(|exporter| OF_GRAPH.contains(&exporter.name))
}

/// The formats of views that are built.
fn built_of_views() -> impl Iterator<Item = &'static Exporter> {
    EXPORTERS.iter().filter(|exporter| OF_VIEWS.contains(&exporter.name))
}

/// The name of the index page.
const INDEX: &str = "README.md";

/// One export.
struct Job<'s> {
    scene: &'s Scene,
    exporter: &'static Exporter,
    /// The path without extension.
    name: String,
}

impl<'s> Job<'s> {
    fn whole(scene: &'s Scene, exporter: &'static Exporter) -> Self {
        let is_page = exporter.extension == "html";
        let name = if is_page { "explorer" } else { "graph" }.into();
        Self { scene, exporter, name }
    }

    fn view(scene: &'s Scene, exporter: &'static Exporter) -> Self {
        Self { scene, exporter, name: format!("{0}/{0}", scene.id) }
    }

    fn files(&self, graph: &Graph) -> BTreeMap<String, Vec<u8>> {
        self.exporter.files(Input { graph, scene: self.scene, theme: Theme::Light }, &self.name)
    }

    fn link(&self) -> String {
        let Exporter { name, extension, write, .. } = self.exporter;
        match write {
            Writer::File(_) => format!("[{name}]({}.{extension})", self.name),
            Writer::Folder(_) => format!("[{name}]({}-{extension}/)", self.name),
        }
    }
}

/// Every export of a data set, by relative path with `/`. `progress` is told how many of how many are
/// made, from any thread.
pub fn site(graph: &Graph, progress: &(dyn Fn(usize, usize) + Sync)) -> BTreeMap<String, Vec<u8>> {
    let all = whole(graph, Scope::default(), None);
    let views = graph.records().views.iter();
    let views = views.map(|view| build(graph, &view.record, Scope::default()));
    let views: Vec<Scene> = views.collect();
    let of_all: Vec<Job<'_>> = built().map(|exporter| Job::whole(&all, exporter)).collect();
    let of_views: Vec<Vec<Job<'_>>> = views
        .iter()
        .map(|scene| built_of_views().map(|exporter| Job::view(scene, exporter)).collect())
        .collect();
    let jobs: Vec<&Job<'_>> = of_all.iter().chain(of_views.iter().flatten()).collect();
    let made = AtomicUsize::new(0);
    let write = |job: &&Job<'_>| {
        let files = job.files(graph);
        progress(made.fetch_add(1, Ordering::Relaxed) + 1, jobs.len());
        files
    };
    let mut files: BTreeMap<_, _> = jobs.par_iter().flat_map_iter(write).collect();
    files.insert(INDEX.into(), index(&of_all, &of_views, &all).into_bytes());
    files
}

fn index(of_all: &[Job<'_>], of_views: &[Vec<Job<'_>>], all: &Scene) -> String {
    let mut page = format!("# {}\n\n{}\n\n", all.title, all.says);
    page.push_str("| drawing | shows | nodes | edges | files |\n|---|---|---|---|---|\n");
    let mut row = |title: &str, says: &str, scene: &Scene, jobs: &[Job<'_>]| {
        let (title, says) = (cell(title), cell(says));
        let (nodes, edges) = (scene.nodes.len(), scene.edges.len());
        let links = jobs.iter().map(Job::link).collect::<Vec<_>>().join(", ");
        writeln!(page, "| {title} | {says} | {nodes} | {edges} | {links} |").unwrap_or_default();
    };
    row("The whole graph", "", all, of_all);
    for jobs in of_views {
        if let Some(Job { scene, .. }) = jobs.first() {
            row(&scene.title, &scene.says, scene, jobs);
        }
    }
    writeln!(page, "\n{}", all.footer).unwrap_or_default();
    page
}

/// Text that can't break out of a table cell.
fn cell(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    text.replace('\\', "\\\\").replace('|', "\\|").replace('<', "&lt;").replace('`', "\\`")
}
