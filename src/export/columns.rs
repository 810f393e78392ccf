//! What is told of every node and edge, as columns: the one list that GraphML, GEXF, CSV, Cypher,
//! Cytoscape.js and graphology are written from.
//!
//! A column appends its value as bytes of UTF-8 to a buffer, so that no cell costs an allocation. An
//! empty value means that there is none.

mod edge;
mod node;

pub(super) use edge::{EdgeRow, edge_columns};
pub(super) use node::{NodeRow, node_columns};

use super::Input;
use super::measures::{Measures, measures};
use super::parallel::in_parallel;
use crate::graph::{Citation, EdgeIndex, EdgeView};
use crate::time::{Day, Extent};
use rayon::prelude::*;
use serde::{Serialize, Serializer};
use std::fmt::Display;
use std::io::Write;

/// What the values of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// Any text, to be escaped.
    Text,
    /// A day, `YYYY-MM-DD`.
    Date,
    /// A whole number in decimal digits.
    Number,
    /// `true` or `false`.
    Flag,
    /// Texts, as a JSON array of strings: formats that have no lists keep it as the text that it is.
    List,
}

/// A column of the nodes or the edges.
pub(super) struct Column<R> {
    /// Its name, in the snake case that every format can take.
    pub(super) name: &'static str,
    /// What its values are.
    pub(super) holds: Holds,
    /// Appends the value of a row; nothing where it has none.
    pub(super) put: fn(&R, &mut Vec<u8>),
}

impl<R> Column<R> {
    const fn new(name: &'static str, holds: Holds, put: fn(&R, &mut Vec<u8>)) -> Self {
        Self { name, holds, put }
    }

    const fn text(name: &'static str, put: fn(&R, &mut Vec<u8>)) -> Self {
        Self::new(name, Holds::Text, put)
    }
}

/// The names of the lists of citations, one item in each for every citation: the source's id, the
/// section and paragraph, and the locator; an item is empty where a citation has none.
const CITATIONS: [&str; 3] = ["sources", "places", "locators"];

/// What nodes and edges have alike.
pub(super) trait Row {
    /// When it was so.
    fn dates(&self) -> &Dates;
    /// The passages that back it.
    fn cites(&self) -> &[Citation];
}

/// When something was so: in words, and as the days between which it began and ended.
#[derive(Debug, Default)]
pub(super) struct Dates {
    words: String,
    /// The first and last day on which it may have begun, then the same of its end; empty where
    /// nothing bounds it.
    days: [String; 4],
    /// Whether it took place, and is true from then on, instead of holding for a time.
    pub(super) is_occurrence: bool,
    is_contradictory: bool,
}

impl Dates {
    fn of(extent: &Extent) -> Self {
        let is_occurrence = extent.is_occurrence();
        if extent.is_undated() {
            return Self { is_occurrence, ..Self::default() };
        }
        let (start, end) = (extent.start_window(), extent.end_window());
        let text = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
        Self {
            words: extent.in_words(),
            days: [start.earliest(), start.latest(), end.earliest(), end.latest()].map(text),
            is_occurrence,
            is_contradictory: extent.is_contradictory(),
        }
    }

    /// The longest time for which it may be true, as its first and last day, each empty where
    /// nothing bounds it; none where nothing bounds either. An occurrence stays true.
    pub(super) fn spell(&self) -> Option<(&str, &str)> {
        let [first, .., last] = &self.days;
        let last = if self.is_occurrence { "" } else { last };
        let is_bounded = !first.is_empty() || !last.is_empty();
        (is_bounded && !self.is_contradictory).then_some((first, last))
    }
}

/// The columns that tell when something was so, as its statements were read.
fn dates<R: Row>() -> [Column<R>; 5] {
    [
        Column::text("when", |row, out| out.extend_from_slice(row.dates().words.as_bytes())),
        Column::new("earliest_start", Holds::Date, |row, out| day(row, 0, out)),
        Column::new("latest_start", Holds::Date, |row, out| day(row, 1, out)),
        Column::new("earliest_end", Holds::Date, |row, out| day(row, 2, out)),
        Column::new("latest_end", Holds::Date, |row, out| day(row, 3, out)),
    ]
}

fn day<R: Row>(row: &R, number: usize, out: &mut Vec<u8>) {
    let day = row.dates().days.get(number);
    out.extend_from_slice(day.map_or("", String::as_str).as_bytes());
}

/// The columns that tell what passages back it.
fn citations<R: Row>() -> [Column<R>; 3] {
    let [sources, places, locators] = CITATIONS;
    [
        Column::new(sources, Holds::List, |row, out| {
            list(out, row.cites().iter().map(|citation| &*citation.source));
        }),
        Column::new(places, Holds::List, |row, out| {
            list(out, row.cites().iter().map(|citation| Shown(citation.pinpoint.as_ref())));
        }),
        Column::new(locators, Holds::List, |row, out| {
            list(out, row.cites().iter().map(|cite| cite.locator.as_deref().unwrap_or("")));
        }),
    ]
}

/// Appends a list of texts; nothing where there are none.
fn list<T: Serialize>(out: &mut Vec<u8>, texts: impl Iterator<Item = T>) {
    let start = out.len();
    for text in texts {
        out.push(if out.len() == start { b'[' } else { b',' });
        serde_json::to_writer(&mut *out, &text).unwrap_or_default();
    }
    if out.len() > start {
        out.push(b']');
    }
}

/// Serialises as the text that it is shown as, and as the empty text where there is none.
struct Shown<T>(Option<T>);

impl<T: Display> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Some(shown) => serializer.collect_str(shown),
            None => serializer.serialize_str(""),
        }
    }
}

fn put(out: &mut Vec<u8>, text: &str) {
    out.extend_from_slice(text.as_bytes());
}

fn maybe(out: &mut Vec<u8>, text: Option<&str>) {
    put(out, text.unwrap_or(""));
}

fn flag(out: &mut Vec<u8>, so: bool) {
    put(out, if so { "true" } else { "false" });
}

fn number(out: &mut Vec<u8>, number: Option<u32>) {
    if let Some(number) = number {
        write!(out, "{number}").unwrap_or_default();
    }
}

/// The rows of what a scene shows, with what is worked out once for all of them.
pub(super) struct Rows<'a> {
    pub(super) input: Input<'a>,
    /// The dates of edges, which share their extents.
    dates: Vec<Dates>,
    /// The figures of each node, by its id.
    measures: Measures<'a>,
}

impl<'a> Rows<'a> {
    pub(super) fn new(input: Input<'a>) -> Self {
        let dates = input.graph.extents().par_iter().map(Dates::of).collect();
        Self { input, dates, measures: measures(input.graph) }
    }

    /// The nodes, in the order of the scene.
    pub(super) fn nodes(&self) -> impl Iterator<Item = NodeRow<'_>> {
        self.input.scene.nodes.iter().map(|drawn| NodeRow::new(self, drawn))
    }

    /// The edges, in the order of the scene.
    pub(super) fn edges(&self) -> impl Iterator<Item = EdgeRow<'_>> {
        self.input.scene.edges.iter().map(|drawn| EdgeRow::new(self, drawn))
    }

    /// Appends what `put` writes of each node, in the order of the scene; `put` is also given a
    /// buffer for cells.
    pub(super) fn put_nodes<'s, F>(&'s self, out: &mut Vec<u8>, put: F)
    where
        F: Fn(&mut Vec<u8>, &mut Vec<u8>, &NodeRow<'s>) + Sync,
    {
        let scene = self.input.scene;
        in_parallel(out, &scene.nodes, |out, cell, drawn| {
            put(out, cell, &NodeRow::new(self, drawn));
        });
    }

    /// Appends what `put` writes of each edge, in the same way.
    pub(super) fn put_edges<'s, F>(&'s self, out: &mut Vec<u8>, put: F)
    where
        F: Fn(&mut Vec<u8>, &mut Vec<u8>, &EdgeRow<'s>) + Sync,
    {
        let scene = self.input.scene;
        in_parallel(out, &scene.edges, |out, cell, drawn| {
            put(out, cell, &EdgeRow::new(self, drawn));
        });
    }

    fn dates_of(&self, edge: EdgeView<'_>) -> &Dates {
        static UNDATED: Dates = Dates {
            words: String::new(),
            days: [const { String::new() }; 4],
            is_occurrence: false,
            is_contradictory: false,
        };
        self.dates.get(edge.extent_number() as usize).unwrap_or(&UNDATED)
    }

    fn edge(&self, index: EdgeIndex) -> EdgeView<'a> {
        self.input.graph.edge(index)
    }
}
