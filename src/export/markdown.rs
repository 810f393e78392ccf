//! Markdown: a folder with a page for each node and source, and an index, for Obsidian, wikis and
//! static sites.
//!
//! Pages open with YAML front matter, link to each other by relative paths and cite in footnotes
//! (CommonMark, with the footnotes of GitHub and Obsidian).

mod front;
mod notes;
mod page;
mod text;

use super::measures::{Measures, measures};
use super::{Exporter, Input, Writer};
use crate::graph::NodeIndex;
use crate::record::Source;
use crate::scene::SceneNode;
use page::Tie;
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;
use text::{escape, file_name, line};

pub(super) const EXPORTER: Exporter = Exporter {
    name: "markdown",
    extension: "md",
    media_type: "text/markdown",
    summary: "Markdown, a folder with a page for each entity, commitment and source",
    write: Writer::Folder(write),
};

fn write(input: Input<'_>) -> BTreeMap<String, Vec<u8>> {
    let book = Book::new(input);
    let nodes = (0..input.scene.nodes.len()).into_par_iter();
    let pages = nodes.map(|number| (book.path(number), page::node(&book, number).into_bytes()));
    let mut files: BTreeMap<_, _> = pages.collect();
    files.insert("index.md".to_owned(), index(&book).into_bytes());
    for source in &input.graph.records().sources {
        files.insert(source_path(&source.id), page::source(&book, source).into_bytes());
    }
    files
}

/// The path of the page of a source.
fn source_path(id: &str) -> String {
    format!("sources/{}.md", file_name(id))
}

/// What is shown, and where its pages are.
struct Book<'a> {
    input: Input<'a>,
    /// The ties, as the pages of both of their ends tell of them.
    told: Vec<Tie<'a>>,
    /// Which of them each node has, by its number in the scene.
    ties: Vec<Vec<usize>>,
    numbers: HashMap<NodeIndex, usize>,
    /// A link to each node, from a page in a folder.
    links: Vec<String>,
    sources: HashMap<&'a str, &'a Source>,
    measures: Measures<'a>,
}

impl<'a> Book<'a> {
    fn new(input: Input<'a>) -> Self {
        let Input { graph, scene, .. } = input;
        let mut ties = vec![Vec::new(); scene.nodes.len()];
        for (number, edge) in scene.edges.iter().enumerate() {
            let ends =
                if edge.from == edge.to { vec![edge.from] } else { vec![edge.from, edge.to] };
            for end in ends {
                if let Some(list) = ties.get_mut(end) {
                    list.push(number);
                }
            }
        }
        let numbers = (0..).zip(&scene.nodes).map(|(number, node)| (node.index, number)).collect();
        let records = graph.records();
        let sources = records.sources.iter().map(|s| (s.id.as_str(), &s.record)).collect();
        let measures = measures(graph);
        let (told, links) = (Vec::new(), Vec::new());
        let mut book = Self { input, told, ties, numbers, links, sources, measures };
        let nodes = (0..scene.nodes.len()).into_par_iter();
        book.links = nodes.map(|number| book.linked(number)).collect();
        book.told = scene.edges.par_iter().map(|edge| page::tie(&book, edge)).collect();
        book
    }

    fn drawn(&self, number: usize) -> Option<&'a SceneNode> {
        self.input.scene.nodes.get(number)
    }

    /// The path of the page of a node.
    fn path(&self, number: usize) -> String {
        let Some(drawn) = self.drawn(number) else { return String::new() };
        let node = self.input.graph.node(drawn.index);
        let folder = match (node.entity(), node.commitment()) {
            (Some(_), _) => "entities",
            (_, Some(_)) => "commitments",
            _ => "claims",
        };
        format!("{folder}/{}.md", file_name(&drawn.id))
    }

    /// A link to a node from a page in a folder; its name alone where it has no page.
    fn link(&self, index: NodeIndex) -> String {
        let number = self.numbers.get(&index);
        let link = number.and_then(|number| self.links.get(*number)).cloned();
        link.unwrap_or_else(|| line(self.input.graph.node(index).name()))
    }

    fn linked(&self, number: usize) -> String {
        let Some(drawn) = self.drawn(number) else { return String::new() };
        let name = line(self.input.graph.node(drawn.index).name());
        format!("[{name}](../{})", self.path(number))
    }

    /// The same by id; the id where nothing has it.
    fn link_to(&self, id: &str) -> String {
        self.input.graph.find(id).map_or_else(|| line(id), |node| self.link(node.index()))
    }
}

/// The index: every page by its kind, and every source.
fn index(book: &Book<'_>) -> String {
    let Input { graph, scene, .. } = book.input;
    let mut out = format!("# {}\n\n{}\n", line(&scene.title), escape(&scene.says));
    let mut kinds: BTreeMap<String, Vec<(&str, String)>> = BTreeMap::new();
    for (number, drawn) in scene.nodes.iter().enumerate() {
        let node = graph.node(drawn.index);
        let plural = node.entity().and_then(|entity| graph.vocabulary().entity(&entity.kind.0));
        let kind = plural.map_or_else(|| drawn.kind.clone(), |kind| kind.plural.clone());
        kinds.entry(kind).or_default().push((&drawn.label, book.path(number)));
    }
    for (kind, mut pages) in kinds {
        pages.sort_unstable();
        writeln!(out, "\n## {}\n", capital(&line(&kind))).unwrap_or_default();
        for (name, path) in pages {
            writeln!(out, "- [{}]({path})", line(name)).unwrap_or_default();
        }
    }
    let sources = &graph.records().sources;
    if !sources.is_empty() {
        out.push_str("\n## Sources\n\n");
    }
    for source in sources {
        let path = source_path(&source.id);
        writeln!(out, "- [{}]({path})", line(&source.title)).unwrap_or_default();
    }
    writeln!(out, "\n{}", escape(&scene.footer)).unwrap_or_default();
    out
}

/// A text with its first letter in upper case.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
