//! The nodes of a tree.

use super::{Tree, string};
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `[a, b]`
    List,
    /// `{a: b}`
    Map,
    /// `(a, b)`, `Name(a, b)`, `Name()` or `()`
    Tuple,
    /// `(a: b)` or `Name(a: b)`
    Struct,
    /// A field of a struct or an entry of a map: a key and its value.
    Entry,
    /// A word: a field's or struct's name, a variant without parentheses, `true`, `None`.
    Word,
    /// A number: `1`, `-1.5`, `0xFF_u8`, `NaN`
    Number,
    /// A range of numbers: `1..2`, `..`
    Range,
    /// `"text"`, `r#"text"#`
    String,
    /// `b"bytes"`, `br#"bytes"#`
    Bytes,
    /// `'c'`
    Char,
    /// `b'c'`
    Byte,
    /// Text that could not be read as a value.
    Error,
}

/// A node as it is kept: in the order of the text, parents before their children.
#[derive(Debug, Clone, Copy)]
pub(super) struct Data {
    pub(super) kind: Kind,
    /// Whether the first child is the name before the parentheses.
    pub(super) is_named: bool,
    pub(super) start: u32,
    pub(super) end: u32,
    /// The number of the node after this one and all its children.
    pub(super) next: u32,
}

/// A node of a [`Tree`]: a value, a field, or a name.
#[derive(Clone, Copy)]
pub struct Node<'t> {
    pub(super) tree: &'t Tree<'t>,
    pub(super) index: u32,
}

impl fmt::Debug for Node<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} at {:?}: {:?}", self.kind(), self.range(), self.text())
    }
}

impl<'t> Node<'t> {
    fn data(self) -> Data {
        self.tree.nodes[self.index as usize]
    }

    /// What it is.
    pub fn kind(self) -> Kind {
        self.data().kind
    }

    /// Its bytes, without white space or comments around it.
    pub fn range(self) -> Range<usize> {
        let data = self.data();
        data.start as usize..data.end as usize
    }

    /// Its text.
    pub fn text(self) -> &'t str {
        self.tree.text.get(self.range()).unwrap_or("")
    }

    /// The name before the parentheses of a struct or tuple, or the word itself; a raw identifier
    /// without its `r#`.
    pub fn name(self) -> Option<&'t str> {
        self.name_node().map(|name| name.text().strip_prefix("r#").unwrap_or(name.text()))
    }

    pub(super) fn name_node(self) -> Option<Self> {
        match self.data() {
            Data { kind: Kind::Word, .. } => Some(self),
            Data { is_named: true, .. } => Some(Self { index: self.index + 1, ..self }),
            _ => None,
        }
    }

    /// The values in a list or tuple, in order; none in anything else.
    pub fn items(self) -> impl Iterator<Item = Self> {
        self.children().filter(|child| child.kind() != Kind::Entry)
    }

    /// The keys and values of a struct or map, in order; keys whose value is missing are left out.
    pub fn fields(self) -> impl Iterator<Item = (Self, Self)> {
        self.entries().filter_map(|(key, value)| Some((key, value?)))
    }

    /// The value of the named field; of the first, where there are several.
    pub fn field(self, name: &str) -> Option<Self> {
        self.entry(name)?.1
    }

    /// The name of the named field, even where its value is missing.
    pub fn key(self, name: &str) -> Option<Self> {
        self.entry(name).map(|(key, _)| key)
    }

    /// What a string says, escapes resolved; `None` for anything but a well-formed string.
    pub fn str(self) -> Option<Cow<'t, str>> {
        if self.kind() == Kind::String { string::value(self.text()) } else { None }
    }

    /// Every part of it in the order of the text: names, fields, and values.
    pub fn parts(self) -> impl Iterator<Item = Self> {
        let mut next = self.index + 1;
        let end = self.data().next;
        std::iter::from_fn(move || {
            let child = (next < end).then_some(Self { index: next, ..self })?;
            next = child.data().next;
            Some(child)
        })
    }

    fn children(self) -> impl Iterator<Item = Self> {
        self.parts().skip(usize::from(self.data().is_named))
    }

    fn entries(self) -> impl Iterator<Item = (Self, Option<Self>)> {
        let entries = self.children().filter(|child| child.kind() == Kind::Entry);
        entries.filter_map(|entry| {
            let mut parts = entry.parts();
            Some((parts.next()?, parts.next()))
        })
    }

    fn entry(self, name: &str) -> Option<(Self, Option<Self>)> {
        self.entries().find(|(key, _)| key.name() == Some(name))
    }
}
