//! The document of the explorer: the whole graph with positions, and with every answer that depends on
//! the day told for all days at once, so that the page never reasons about dates itself.

mod body;
mod cites;
mod commitments;
mod links;
mod nodes;
mod page;
mod places;
mod sources;
mod table;
mod times;
mod views;

pub use body::ExplorerDocument;
pub use page::{page, served_page};

use super::{Exporter, Input, Writer};
use crate::graph::{Graph, NodeIndex};
use crate::query::VERSION;
use crate::record::Stance;
use cites::Cites;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use times::Times;

pub(super) const EXPORTER: Exporter = Exporter {
    name: "explorer",
    extension: "html",
    media_type: "text/html",
    summary: "the explorer, one HTML file that needs no network",
    write: Writer::File(write),
};

/// The whole graph, opened at the view that is shown.
fn write(input: Input<'_>) -> Vec<u8> {
    page(&document(input.graph, Passages::Hidden, Some(&input.scene.id))).into_bytes()
}

/// Whether the texts of the sources, where they are at hand, are part of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passages {
    /// They are: it is for one's own eyes.
    Shown,
    /// They are not: it may be handed on.
    Hidden,
}

/// What paths walk unless told otherwise.
const WALKED: [Stance; 2] = [Stance::Fact, Stance::Assessment];

/// The document of a graph, to be opened at the view with the id `open`, where there is one.
pub fn document(graph: &Graph, passages: Passages, open: Option<&str>) -> ExplorerDocument {
    let mut cites = Cites::new(graph, passages);
    let mut times = Times::new();
    let (nodes, kinds) = nodes::columns(graph, &mut times, &mut cites);
    let (links, relations) = links::columns(graph, &mut times, &mut cites);
    let commitments = commitments::bodies(graph, &mut cites);
    let sources = sources::bodies(graph, &mut cites, passages);
    let views = views::bodies(graph);
    let reference_day = graph.reference_date().map(times::last_day);
    let due = commitments.iter().filter_map(|commitment| commitment.due.as_ref()?.latest);
    let (first_day, last_day) = times.range(due.chain(reference_day));
    let dataset = graph.dataset();
    let open = open.filter(|id| views.iter().any(|view| view.id == *id));
    let mut document = ExplorerDocument {
        version: VERSION,
        revision: String::new(),
        id: dataset.map_or_else(String::new, |d| d.id.clone()),
        title: dataset.map_or_else(String::new, |d| d.title.clone()),
        says: dataset.map_or_else(String::new, |d| d.description.clone()),
        open: open.map(str::to_owned),
        reference_date: dataset.map(|d| d.reference_date.text.to_string()),
        reference_day,
        first_day,
        last_day,
        walked: WALKED.into_iter().map(stance).collect(),
        stances: Stance::ALL.into_iter().map(|stance| stance.word().into()).collect(),
        kinds,
        relations,
        times: times.into_rows(),
        cites: cites.into_rows(),
        sources,
        nodes,
        links,
        commitments,
        views,
    };
    document.revision = revision(&document);
    document
}

/// A hash of the document, in 16 hexadecimal digits.
fn revision(document: &ExplorerDocument) -> String {
    let bytes = serde_json::to_vec(document).unwrap_or_default();
    Sha256::digest(bytes).iter().take(8).fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap_or_default();
        text
    })
}

/// The index of a stance.
fn stance(stance: Stance) -> usize {
    Stance::ALL.into_iter().position(|other| other == stance).unwrap_or_default()
}

/// The index of the node with this id.
fn numbered(graph: &Graph, id: &str) -> Option<usize> {
    graph.find(id).map(|node| node.index().index())
}

/// The indexes of the nodes with these ids.
fn all_numbered<'i>(graph: &Graph, ids: impl IntoIterator<Item = &'i String>) -> Vec<usize> {
    ids.into_iter().filter_map(|id| numbered(graph, id)).collect()
}

/// Nodes by their indexes.
fn indexes(nodes: &[NodeIndex]) -> Vec<usize> {
    nodes.iter().map(|node| node.index()).collect()
}
