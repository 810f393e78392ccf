//! The formats: one file each, and one line in the list below.

mod dot;
mod json;
mod site;
mod svg;

pub use dot::escape;
pub use json::Document;
pub use site::site;
pub use svg::svg;

use crate::graph::Graph;
use crate::scene::{Scene, Theme};

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
    /// The extension of its files.
    pub extension: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// What it is for, in a line.
    pub summary: &'static str,
    /// Writes it.
    pub write: fn(Input<'_>) -> Vec<u8>,
}

/// Registers formats.
macro_rules! exporters {
    ($($module:ident,)*) => {
        /// Every format, by name.
        pub static EXPORTERS: &[Exporter] = &[$($module::EXPORTER),*];
    };
}

exporters! {
    dot,
    json,
    svg,
}

/// The format of this name.
pub fn by_name(name: &str) -> Option<&'static Exporter> {
    EXPORTERS.iter().find(|exporter| exporter.name == name)
}

/// The format of files with this extension.
pub fn by_extension(extension: &str) -> Option<&'static Exporter> {
    EXPORTERS.iter().find(|exporter| exporter.extension == extension)
}
