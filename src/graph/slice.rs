//! The graph as of a date and filtered, by a predicate: nothing is copied.

use super::index::Filter;
use super::{EdgeIndex, Graph, NodeIndex};
use crate::record::Stance;
use crate::time::{AsOf, Truth, Verdict};
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

/// What part of the graph is asked about. The default is all of it, at all times.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// As of when; all times where not given.
    pub as_of: Option<AsOf>,
    /// Whether to leave out what can't be told.
    pub certain: bool,
    /// The kinds of relation and the roles that may be walked; all where empty.
    pub kinds: BTreeSet<String>,
    /// The kinds of relation and the roles that may not be walked.
    pub not_kinds: BTreeSet<String>,
    /// The stances that may be walked; all where empty.
    pub stances: BTreeSet<Stance>,
    /// The nodes that may not be walked.
    pub avoid: BTreeSet<NodeIndex>,
}

/// A graph seen through a scope.
#[derive(Debug, Clone)]
pub struct Slice<'g> {
    graph: &'g Graph,
    scope: Arc<Scope>,
    /// The scope compiled for walks either way, and for those along the direction of edges.
    filters: Arc<[OnceLock<Filter<'g>>; 2]>,
}

impl<'g> Slice<'g> {
    /// Looks at a graph through a scope.
    pub fn new(graph: &'g Graph, scope: Scope) -> Self {
        Self { graph, scope: Arc::new(scope), filters: Arc::default() }
    }

    /// The graph behind it.
    pub fn graph(&self) -> &'g Graph {
        self.graph
    }

    /// What is asked about.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// The scope, compiled for the index when first asked for; if `directed`, edges that are not
    /// symmetric are walked from source to target only.
    pub fn filter(&self, directed: bool) -> &Filter<'g> {
        let filter = || Filter::new(self.graph, &self.scope, directed);
        self.filters[usize::from(directed)].get_or_init(filter)
    }

    /// Whether an edge holds as of the date asked about; yes where no date is asked about.
    pub fn holds(&self, edge: EdgeIndex) -> Verdict {
        match &self.scope.as_of {
            Some(as_of) => self.graph.edge(edge).extent().holds_on(as_of),
            None => Verdict { truth: Truth::Yes, decides: None },
        }
    }

    /// Whether an edge is in the slice: it is of a kind and stance asked for, touches no node to be
    /// avoided, and holds, or may hold unless only what is certain is asked for.
    pub fn admits(&self, edge: EdgeIndex) -> bool {
        self.admits_at_any_time(edge) && self.keeps(self.holds(edge).truth)
    }

    /// Whether an edge would be in the slice if no date were asked about.
    pub fn admits_at_any_time(&self, edge: EdgeIndex) -> bool {
        let Scope { kinds, not_kinds, stances, avoid, .. } = &*self.scope;
        let view = self.graph.edge(edge);
        let named = || view.kind();
        let wanted = kinds.is_empty() || kinds.contains(&named());
        let unwanted = !not_kinds.is_empty() && not_kinds.contains(&named());
        let stance = stances.is_empty() || stances.contains(&view.stance());
        let ends = [view.source().index(), view.target().index()];
        wanted && !unwanted && stance && !ends.iter().any(|end| avoid.contains(end))
    }

    /// Whether what may be so is in the slice: unless it surely is not, or can't be told and only
    /// what is certain is asked for.
    pub fn keeps(&self, truth: Truth) -> bool {
        match truth {
            Truth::Yes => true,
            Truth::Unknown => !self.scope.certain,
            Truth::No => false,
        }
    }
}
