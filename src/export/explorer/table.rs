//! Values that are told once and named by their index.

use std::collections::HashMap;
use std::hash::Hash;

/// A table without repetitions, in the order of first use.
#[derive(Debug)]
pub(super) struct Table<K, V> {
    numbers: HashMap<K, usize>,
    rows: Vec<V>,
}

impl<K: Eq + Hash, V> Table<K, V> {
    /// A table without rows.
    pub(super) fn new() -> Self {
        Self { numbers: HashMap::new(), rows: Vec::new() }
    }

    /// The index of the row with this key; it is made where there is none.
    pub(super) fn number(&mut self, key: K, row: impl FnOnce() -> V) -> usize {
        *self.numbers.entry(key).or_insert_with(|| {
            self.rows.push(row());
            self.rows.len() - 1
        })
    }

    /// The rows so far.
    pub(super) fn rows(&self) -> &[V] {
        &self.rows
    }

    /// The rows.
    pub(super) fn into_rows(self) -> Vec<V> {
        self.rows
    }
}
