//! A scope, compiled for the index: what `Slice::admits` says of an edge, as a look at a number.

use super::coarse::Coarse;
use super::{Index, Label, number};
use crate::graph::{Graph, Scope};
use crate::time::{Days, ExtentDays, Truth};
use std::ops::ControlFlow;

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
    graph: &'g Graph,
    index: &'g Index,
    /// By label: whether it may be walked onward.
    onward: Vec<bool>,
    /// By label: whether it may be walked back.
    back: Vec<bool>,
    /// Whether every arc may be walked both ways.
    is_open: bool,
    /// The days asked about, and the same rounded.
    asked: Option<(Days, Coarse)>,
    certain: bool,
    avoid: Vec<u32>,
}

impl<'g> Filter<'g> {
    /// Compiles a scope; if `directed`, edges that are not symmetric are walked from source to
    /// target only.
    pub(in crate::graph) fn new(graph: &'g Graph, scope: &Scope, directed: bool) -> Self {
        let index = graph.index();
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
        let all = onward.iter().chain(&back).all(|walked| *walked);
        Self {
            graph,
            index,
            is_open: all && scope.as_of.is_none(),
            onward,
            back,
            asked: scope.as_of.map(Days::from).map(|days| (days, Coarse::new(days))),
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
        self.is_open || self.opens(arc, walk)
    }

    #[inline]
    fn opens(&self, arc: usize, walk: Walk) -> bool {
        let gate = self.index.gates[arc];
        self.walks(walk)[gate.label as usize] && self.holds(arc, gate.days)
    }

    /// By label: whether it may be walked that way.
    #[inline]
    fn walks(&self, walk: Walk) -> &[bool] {
        if walk == Walk::Onward { &self.onward } else { &self.back }
    }

    #[inline]
    fn holds(&self, arc: usize, rounded: Coarse) -> bool {
        let Some((_, asked)) = self.asked else { return true };
        match rounded.meets(asked) {
            Truth::No => false,
            Truth::Yes if !self.certain => true,
            _ => self.holds_to_the_day(arc),
        }
    }

    #[cold]
    fn holds_to_the_day(&self, arc: usize) -> bool {
        match self.truth(arc) {
            Truth::Yes => true,
            Truth::Unknown => !self.certain,
            Truth::No => false,
        }
    }

    /// The days of an arc's extent.
    pub fn days(&self, arc: usize) -> &'g ExtentDays {
        let extent = self.graph.net()[self.index.edge(arc)].extent;
        &self.index.days[extent as usize]
    }

    /// Whether an arc holds as of the date asked about; yes where no date is asked about.
    pub fn truth(&self, arc: usize) -> Truth {
        let Some((asked, _)) = self.asked else { return Truth::Yes };
        let days = self.days(arc);
        if !days.may.meets(asked) {
            Truth::No
        } else if days.surely_meets(asked) {
            Truth::Yes
        } else {
            Truth::Unknown
        }
    }

    /// The arcs of a node that may be walked, each with the node that it leads to; that node itself
    /// is not looked at.
    #[inline]
    pub fn arcs(&self, node: u32, walk: Walk) -> impl Iterator<Item = (usize, u32)> {
        let range = self.index.arcs(node);
        let arcs = range.clone().zip(self.index.targets[range].iter().copied());
        arcs.filter(move |(arc, _)| self.admits(*arc, walk))
    }

    /// Visits the arcs of a node that may be walked, each with the node that it leads to, until
    /// told to break; the same as [`arcs`](Self::arcs), as one loop for where time goes.
    #[inline]
    pub fn visit<B>(
        &self,
        node: u32,
        walk: Walk,
        mut visit: impl FnMut(usize, u32) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        let range = self.index.arcs(node);
        for (arc, target) in range.clone().zip(&self.index.targets[range]) {
            if self.admits(arc, walk) {
                visit(arc, *target)?;
            }
        }
        ControlFlow::Continue(())
    }

    /// Visits the nodes that arcs of a node lead to, once for each arc.
    #[inline]
    pub fn each_neighbor(&self, node: u32, walk: Walk, mut visit: impl FnMut(u32)) {
        let _: ControlFlow<()> = self.visit(node, walk, |_, neighbor| {
            visit(neighbor);
            ControlFlow::Continue(())
        });
    }

    /// The nodes that arcs of a node lead to, once for each arc.
    #[inline]
    pub fn neighbors(&self, node: u32, walk: Walk) -> impl Iterator<Item = u32> {
        self.arcs(node, walk).map(|(_, target)| target)
    }
}
