//! From a place in a record to its bytes.

use super::{Kind, Node, Tree};
use crate::text::Step;
use std::ops::Range;

impl Tree<'_> {
    /// The bytes of a part of the record with this number, from 0.
    ///
    /// Best effort: where a step leads nowhere, the part it started from; without any step that
    /// leads anywhere, the record's name, or the whole record where it has none. Steps look through
    /// `Some(...)`, and a field is also found in the only value of a tuple, so that it does not
    /// matter how a newtype was written.
    pub fn locate(&self, record: usize, steps: &[Step]) -> Range<usize> {
        let Some(mut node) = self.record(record) else { return 0..0 };
        let mut range = node.name_node().unwrap_or(node).range();
        for step in steps {
            let next = match step {
                Step::Key(name) => return key(node, name).map_or(range, Node::range),
                Step::Field(name) => field(node, name),
                Step::Item(index) => item(node, *index as usize),
            };
            match next {
                Some(next) => (node, range) = (next, next.range()),
                None => break,
            }
        }
        range
    }
}

fn key<'t>(node: Node<'t>, name: &str) -> Option<Node<'t>> {
    node.key(name).or_else(|| key(only_item(node)?, name))
}

/// The value of a field; its name where the value is missing.
fn field<'t>(node: Node<'t>, name: &str) -> Option<Node<'t>> {
    let own = node.field(name).or_else(|| node.key(name));
    own.or_else(|| field(only_item(node)?, name))
}

fn item(node: Node<'_>, index: usize) -> Option<Node<'_>> {
    let is_some = node.kind() == Kind::Tuple && node.name() == Some("Some");
    match only_item(node).filter(|_| is_some) {
        Some(inner) if matches!(inner.kind(), Kind::List | Kind::Tuple) => item(inner, index),
        _ => node.items().nth(index),
    }
}

/// The value in a tuple that holds exactly one.
fn only_item(node: Node<'_>) -> Option<Node<'_>> {
    let mut items = node.items();
    let item = items.next().filter(|_| node.kind() == Kind::Tuple)?;
    items.next().is_none().then_some(item)
}
