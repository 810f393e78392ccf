//! The whole thing, pure: files in, graph and findings out. Everything else calls this.

use crate::check::{self, Context};
use crate::diagnostic::{Diagnostic, Extent, Levels, Sink};
use crate::graph::{Graph, resolve};
use crate::record;
use crate::syntax::{Tree, parse};
use crate::text::{FileId, Files, Place, Span, Step, with_comma};
use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

/// How an analysis is to be made.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Levels set on the command line; they win over those of the data set.
    pub levels: Levels,
}

/// What an analysis found.
#[derive(Debug)]
pub struct Analysis {
    /// The graph, made of all that could be read.
    pub graph: Graph,
    /// The findings, by file and place; every place is given in bytes.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads, resolves and checks a data set. It always returns.
pub fn analyse(files: &Files, options: &Options) -> Analysis {
    let records = record::read(files);
    let graph = resolve(records, files);
    let mut sink = Sink::default();
    check::run_all(Context { files, graph: &graph }, &mut sink);
    check::waive(&graph, &mut sink);
    let mut levels = check::levels_of(&graph);
    levels.0.extend(options.levels.0.iter().cloned());
    let locator = Locator::new(files);
    let diagnostics = sink.finish(&levels, |place, extent| locator.locate(place, extent));
    Analysis { graph, diagnostics }
}

/// Turns places into bytes; parses a file again only when a finding points into it.
struct Locator<'f> {
    files: &'f Files,
    trees: RefCell<HashMap<FileId, Tree<'f>>>,
}

impl<'f> Locator<'f> {
    fn new(files: &'f Files) -> Self {
        Self { files, trees: RefCell::default() }
    }

    fn locate(&self, place: &Place, extent: Extent) -> Place {
        let Place::Record { file, record, steps } = place else { return place.clone() };
        let mut trees = self.trees.borrow_mut();
        let text = &self.files.get(*file).text;
        let tree = trees.entry(*file).or_insert_with(|| parse(text));
        let range = match extent {
            Extent::Shown => tree.locate(*record as usize, steps),
            Extent::Whole => {
                whole(tree, *record as usize, steps).map_or(0..0, |range| with_comma(text, range))
            }
        };
        Place::Bytes(Span::new(*file, range))
    }
}

/// All of a record, of a field of it, or of an item: a record with its name, a field with its key.
fn whole(tree: &Tree<'_>, record: usize, steps: &[Step]) -> Option<Range<usize>> {
    let node = tree.records().nth(record)?;
    match steps {
        [] => Some(node.range()),
        [Step::Field(name) | Step::Key(name)] => {
            let (key, value) = node.fields().find(|(key, _)| key.text() == *name)?;
            Some(key.range().start..value.range().end)
        }
        _ => Some(tree.locate(record, steps)),
    }
}
