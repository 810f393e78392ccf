//! The formats: one file each, and one line in the list below.

mod columns;
mod csv;
mod cypher;
mod cytoscape;
mod dot;
mod explorer;
#[cfg(feature = "raster")]
mod font;
mod ftm;
mod gexf;
mod graphml;
mod graphology;
mod json;
#[cfg(feature = "rdf")]
mod jsonld;
mod literal;
mod markdown;
mod measures;
mod mermaid;
mod neo4j;
#[cfg(feature = "rdf")]
mod ntriples;
mod parallel;
#[cfg(feature = "raster")]
mod pdf;
mod picture;
#[cfg(feature = "raster")]
mod png;
#[cfg(feature = "rdf")]
mod rdf;
mod site;
mod svg;
mod table;
#[cfg(feature = "rdf")]
mod turtle;
mod xml;

pub use dot::escape;
pub use explorer::{ExplorerDocument, Passages, document, page, served_page};
pub use json::{Document, SourceBody};
pub use picture::{Convert, picture};
pub use site::site;
pub use svg::svg;

use crate::graph::Graph;
use crate::scene::{Scene, Theme};
use std::collections::BTreeMap;

/// What is to be written.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The graph, for formats that carry more than a drawing shows.
    pub graph: &'a Graph,
    /// What is shown.
    pub scene: &'a Scene,
    /// Light or dark.
    pub theme: Theme,
}

/// A format.
#[derive(Debug)]
pub struct Exporter {
    /// Its name, as `--format` takes it.
    pub name: &'static str,
    /// What the names of its files end in after a dot, such as `svg`; the name of the folder's own
    /// kind where it writes a folder.
    pub extension: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// What it is for, in a line.
    pub summary: &'static str,
    /// Writes it.
    pub write: Writer,
}

/// How a format is written.
#[derive(Debug, Clone, Copy)]
pub enum Writer {
    /// As one file.
    File(fn(Input<'_>) -> Vec<u8>),
    /// As a folder of files, by relative path with `/`.
    Folder(fn(Input<'_>) -> BTreeMap<String, Vec<u8>>),
}

impl Exporter {
    /// What it writes; none where that is a folder.
    pub fn file(&self, input: Input<'_>) -> Option<Vec<u8>> {
        match self.write {
            Writer::File(write) => Some(write(input)),
            Writer::Folder(_) => None,
        }
    }

    /// Every file that it writes, by relative path: `name.extension`, or those of the folder
    /// `name-extension`.
    pub fn files(&self, input: Input<'_>, name: &str) -> BTreeMap<String, Vec<u8>> {
        match self.write {
            Writer::File(write) => {
                BTreeMap::from([(format!("{name}.{}", self.extension), write(input))])
            }
            Writer::Folder(write) => {
                let at = |path: String| format!("{name}-{}/{path}", self.extension);
                write(input).into_iter().map(|(path, bytes)| (at(path), bytes)).collect()
            }
        }
    }
}

/// Registers formats.
macro_rules! exporters {
    ($($(#[$feature:meta])? $module:ident,)*) => {
        /// Every format, by name.
        pub static EXPORTERS: &[Exporter] = &[$($(#[$feature])? $module::EXPORTER),*];
    };
}

exporters! {
    csv,
    cypher,
    cytoscape,
    dot,
    explorer,
    ftm,
    gexf,
    graphml,
    graphology,
    json,
    #[cfg(feature = "rdf")]
    jsonld,
    markdown,
    mermaid,
    neo4j,
    #[cfg(feature = "rdf")]
    ntriples,
    #[cfg(feature = "raster")]
    pdf,
    #[cfg(feature = "raster")]
    png,
    svg,
    #[cfg(feature = "rdf")]
    turtle,
}

/// The format of this name.
pub fn by_name(name: &str) -> Option<&'static Exporter> {
    EXPORTERS.iter().find(|exporter| exporter.name == name)
}

/// The format of a file of this name: the one with the longest extension that the name ends in, so
/// that `a.ftm.json` is not taken for plain JSON. Formats that write folders have no such files.
pub fn by_file_name(name: &str) -> Option<&'static Exporter> {
    let ends = |exporter: &&Exporter| {
        matches!(exporter.write, Writer::File(_))
            && name.strip_suffix(exporter.extension).is_some_and(|stem| stem.ends_with('.'))
    };
    EXPORTERS.iter().filter(ends).max_by_key(|exporter| exporter.extension.len())
}
