//! A scope, compiled for the index: what `Slice::admits` says of an edge, as a look at a number.

use super::{Index, Label, number};
use crate::graph::Slice;
use crate::time::{Days, Truth};

/// Which way arcs are walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Walk {
    /// From a node on.
    Onward,
    /// To a node, from those before it.
    Back,
}

/// A compiled scope over an index. Nothing of the graph is copied.
#[derive(Debug)]
pub struct Filter<'g> {
    index: &'g Index,
    /// By label: whether it may be walked onward.
    onward: Vec<bool>,
    /// By label: whether it may be walked back.
    back: Vec<bool>,
    /// Whether every label may be walked both ways.
    all: bool,
    asked: Option<Days>,
    certain: bool,
    avoid: Vec<u32>,
}

impl<'g> Filter<'g> {
    /// Compiles the scope of a slice; if `directed`, edges that are not symmetric are walked from
    /// source to target only.
    pub fn new(slice: &Slice<'g>, directed: bool) -> Self {
        let (index, scope) = (slice.graph().index(), slice.scope());
        let wanted = |label: &Label| {
            (scope.kinds.is_empty() || scope.kinds.contains(&label.kind))
                && !scope.not_kinds.contains(&label.kind)
                && (scope.stances.is_empty() || scope.stances.contains(&label.stance))
        };
        let either = |label: &Label| !directed || label.symmetric;
        let labels = index.labels().iter();
        let onward: Vec<bool> =
            labels.clone().map(|l| wanted(l) && (either(l) || !l.backward)).collect();
        let back: Vec<bool> = labels.map(|l| wanted(l) && (either(l) || l.backward)).collect();
        Self {
            index,
            all: onward.iter().chain(&back).all(|walked| *walked),
            onward,
            back,
            asked: scope.as_of.map(Days::from),
            certain: scope.certain,
            avoid: scope.avoid.iter().map(|node| number(*node)).collect(),
        }
    }

    /// The index that it filters.
    pub fn index(&self) -> &'g Index {
        self.index
    }

    /// The nodes that may not be walked.
    pub fn avoided(&self) -> &[u32] {
        &self.avoid
    }

    /// Whether only what is certain is asked for.
    pub fn certain(&self) -> bool {
        self.certain
    }

    /// Whether an arc may be walked; the nodes at its ends are not looked at.
    #[inline]
    pub fn admits(&self, arc: usize, walk: Walk) -> bool {
        let table = if walk == Walk::Onward { &self.onward } else { &self.back };
        (self.all || table[self.index.labels[arc] as usize]) && self.holds(self.index.extents[arc])
    }

    #[inline]
    fn holds(&self, extent: u32) -> bool {
        let Some(asked) = self.asked else { return true };
        self.index.may[extent as usize].meets(asked)
            && (!self.certain || self.is_sure(extent, asked))
    }

    fn is_sure(&self, extent: u32, asked: Days) -> bool {
        self.index.days[extent as usize].sure.iter().any(|days| days.meets(asked))
    }

    /// Whether an arc holds as of the date asked about; yes where no date is asked about.
    pub fn truth(&self, arc: usize) -> Truth {
        let Some(asked) = self.asked else { return Truth::Yes };
        let extent = self.index.extents[arc];
        if !self.index.may[extent as usize].meets(asked) {
            Truth::No
        } else if self.is_sure(extent, asked) {
            Truth::Yes
        } else {
            Truth::Unknown
        }
    }

    /// The arcs of a node that may be walked; the nodes at their ends are not looked at.
    pub fn arcs(&self, node: u32, walk: Walk) -> impl Iterator<Item = usize> {
        self.index.arcs(node).filter(move |arc| self.admits(*arc, walk))
    }

    /// The nodes that arcs of a node lead to, once for each arc.
    #[inline]
    pub fn neighbors(&self, node: u32, walk: Walk) -> impl Iterator<Item = u32> {
        let Index { targets, labels, extents, .. } = self.index;
        let range = self.index.arcs(node);
        let table = if walk == Walk::Onward { &self.onward } else { &self.back };
        let arcs = targets[range.clone()].iter().zip(&labels[range.clone()]).zip(&extents[range]);
        arcs.filter(|((_, label), extent)| {
            (self.all || table[**label as usize]) && self.holds(**extent)
        })
        .map(|((target, _), _)| *target)
    }
}
