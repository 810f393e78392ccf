//! RON text as an error-tolerant, lossless tree: brackets, names, literals, comments, and where
//! each of them stands.
//!
//! The tree cuts a file into records, whose texts are then read by `ron` itself, and turns a place
//! in a record into bytes when a finding is shown. It accepts and refuses what ron 0.12 does, with
//! implicit options, when it reads a value of any type.
//!
//! ```
//! let tree = foedera::syntax::parse(r#"[Entity(id: "a" "b"), Entity(id: "c")]"#);
//! let ids = tree.records().map(|record| record.field("id").and_then(|id| id.str()));
//! assert_eq!(ids.collect::<Vec<_>>(), [Some("a".into()), Some("c".into())]);
//! assert_eq!(tree.errors()[0].record, Some(0));
//! ```
//!
//! | file | holds |
//! |---|---|
//! | `token`, `trivia` | the lexer; `number` and `string` know the literals |
//! | `parser`, `value` | reading a record, by the grammar of a value |
//! | `repair`, `recover` | reading on after an error; which lines look like code or start a record |
//! | `file`, `attributes` | the frame around the records |
//! | `node`, `locate` | asking the finished tree |

mod attributes;
mod file;
mod locate;
mod node;
mod number;
mod parser;
mod recover;
mod repair;
mod string;
mod token;
mod trivia;
mod value;

pub use node::{Kind, Node};

use std::ops::Range;

/// Reads a text. Never fails: what is wrong is told by [`Tree::errors`], beside all that could be
/// read. Takes time in proportion to the length of the text, whatever it holds.
pub fn parse(text: &str) -> Tree<'_> {
    if u32::try_from(text.len()).is_ok() { file::parse(text) } else { too_long(text) }
}

/// A syntax error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// Where, in bytes; empty where something is missing.
    pub range: Range<usize>,
    /// What is wrong, as a sentence without a full stop.
    pub message: String,
    /// The bracket that was opened and is not closed.
    pub opened: Option<Range<usize>>,
    /// The number of the record it spoils, from 0; none for an error between the records.
    pub record: Option<usize>,
}

/// The tree of one text.
#[derive(Debug, Clone)]
pub struct Tree<'s> {
    text: &'s str,
    is_list: bool,
    nodes: Vec<node::Data>,
    records: Vec<Record>,
    errors: Vec<SyntaxError>,
    comments: Vec<Range<usize>>,
    visited: usize,
}

#[derive(Debug, Clone, Copy)]
struct Record {
    node: u32,
    is_broken: bool,
}

impl Tree<'_> {
    /// The text it was made from.
    pub fn text(&self) -> &str {
        self.text
    }

    /// Everything that is wrong, in the order of the text: at most two errors a record, and one
    /// hundred between records.
    pub fn errors(&self) -> &[SyntaxError] {
        &self.errors
    }

    /// The bytes of each comment, in order, with its delimiters but without the line's end.
    pub fn comments(&self) -> &[Range<usize>] {
        &self.comments
    }

    /// The value of the whole file: the list of records, or the only record; none in an empty file.
    pub fn root(&self) -> Option<Node<'_>> {
        if self.is_list { Some(self.node(0)) } else { self.record(0) }
    }

    /// The records: the items of the list that the file is, or what it is instead.
    pub fn records(&self) -> impl Iterator<Item = Node<'_>> {
        self.records.iter().map(|record| self.node(record.node))
    }

    /// The record with this number, from 0.
    pub fn record(&self, record: usize) -> Option<Node<'_>> {
        self.records.get(record).map(|record| self.node(record.node))
    }

    /// Whether a syntax error spoils this record. If none does, `ron` can read its text.
    pub fn is_broken(&self, record: usize) -> bool {
        self.records.get(record).is_some_and(|record| record.is_broken)
    }

    /// How many bytes were looked at to make it, counting those that were looked at again.
    #[doc(hidden)]
    pub fn visited(&self) -> usize {
        self.visited
    }

    fn node(&self, index: u32) -> Node<'_> {
        Node { tree: self, index }
    }
}

fn too_long(text: &str) -> Tree<'_> {
    let message = "the text is longer than 4 GiB".into();
    let error = SyntaxError { range: 0..0, message, opened: None, record: None };
    Tree {
        text,
        is_list: false,
        nodes: Vec::new(),
        records: Vec::new(),
        errors: vec![error],
        comments: Vec::new(),
        visited: 0,
    }
}

/// An offset as nodes keep it; [`parse`] refuses texts for which 32 bits do not do.
fn offset(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
