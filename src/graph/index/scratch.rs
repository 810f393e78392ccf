//! Buffers that searches use again, so that a short search pays nothing for the size of the graph.

use std::ops::{Deref, DerefMut};
use std::sync::{Mutex, PoisonError};

/// What a search noted of a node, in 8 bytes: reading it is most of what a search does.
#[derive(Debug, Clone, Copy, Default)]
pub struct Mark {
    /// When it was noted: marks of earlier searches have lower stamps.
    pub stamp: u32,
    /// A number of the search's own: the node before, or how far away it is.
    pub link: u32,
}

/// The buffers of one search.
#[derive(Debug, Default)]
pub struct Scratch {
    /// A mark for each node.
    pub marks: Vec<Mark>,
    /// The nodes that a search from the start stands at, and those that it goes to next.
    pub onward: Vec<u32>,
    /// The nodes that a search from the end stands at.
    pub back: Vec<u32>,
    /// The nodes found meanwhile.
    pub next: Vec<u32>,
    stamp: u32,
}

/// How many stamps one search may use.
const STAMPS: u32 = 4;

impl Scratch {
    /// Begins a search: empties the lists and returns the first of four stamps that no mark has.
    pub fn begin(&mut self) -> u32 {
        self.onward.clear();
        self.back.clear();
        self.next.clear();
        match self.stamp.checked_add(STAMPS) {
            Some(stamp) if stamp < u32::MAX - STAMPS => self.stamp = stamp,
            _ => {
                self.marks.fill(Mark::default());
                self.stamp = STAMPS;
            }
        }
        self.stamp
    }
}

/// The buffers that no search is using.
#[derive(Debug, Default)]
pub(super) struct Pool(Mutex<Vec<Scratch>>);

impl Pool {
    /// Buffers for this many nodes.
    pub(super) fn lend(&self, nodes: usize) -> Lent<'_> {
        let idle = self.0.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut scratch = idle.unwrap_or_default();
        scratch.marks.resize(nodes, Mark::default());
        Lent { pool: self, scratch }
    }
}

/// Buffers lent to a search.
#[derive(Debug)]
pub struct Lent<'p> {
    pool: &'p Pool,
    scratch: Scratch,
}

impl Deref for Lent<'_> {
    type Target = Scratch;

    fn deref(&self) -> &Scratch {
        &self.scratch
    }
}

impl DerefMut for Lent<'_> {
    fn deref_mut(&mut self) -> &mut Scratch {
        &mut self.scratch
    }
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        let scratch = std::mem::take(&mut self.scratch);
        self.pool.0.lock().unwrap_or_else(PoisonError::into_inner).push(scratch);
    }
}
