//! Finds nodes by what they are called, tolerating misspellings and missing words.

use super::Answer;
use super::document::{HoldsRef, NodeRef};
use super::text;
use crate::graph::{NodeView, Slice};
use crate::time::Verdict;
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use schemars::JsonSchema;
use serde::Serialize;

/// How many nodes are told at most.
const LIMIT: usize = 20;

/// The nodes found, the best first.
#[derive(Debug, Clone)]
pub struct Find<'g> {
    text: String,
    slice: Slice<'g>,
    /// The nodes.
    pub nodes: Vec<NodeView<'g>>,
}

/// Finds the nodes whose id, name or aliases hold the letters of `text` in order, best match first; where
/// some hold the text as it is, only those; where none do, those whose names are nearest by edits. As
/// of a date, what was surely not there is left out.
pub fn find<'g>(slice: &Slice<'g>, text: &str) -> Find<'g> {
    let graph = slice.graph();
    let pattern = Pattern::parse(text, CaseMatching::Ignore, Normalization::Smart);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = Vec::new();
    let mut score =
        |candidate: &str| pattern.score(Utf32Str::new(candidate, &mut buffer), &mut matcher);
    let mut scored: Vec<(u32, NodeView<'g>)> = graph
        .nodes()
        .filter_map(|node| Some((names(node).filter_map(&mut score).max()?, node)))
        .collect();
    let literal = |node: &NodeView<'_>| {
        names(*node).any(|name| name.to_lowercase().contains(&text.to_lowercase()))
    };
    if scored.iter().any(|(_, node)| literal(node)) {
        scored.retain(|(_, node)| literal(node));
    }
    scored.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.id().cmp(b.1.id())));
    let mut nodes: Vec<NodeView<'g>> = scored.into_iter().map(|(_, node)| node).collect();
    if nodes.is_empty() {
        let near = crate::diagnostic::nearest(text, graph.nodes().flat_map(names));
        nodes = near.into_iter().filter_map(|name| graph.lookup(name).ok()).collect();
        nodes.dedup_by_key(|node| node.index());
    }
    nodes.retain(|node| holds(slice, *node).is_none_or(|holds| slice.keeps(holds.truth)));
    nodes.truncate(LIMIT);
    Find { text: text.into(), slice: slice.clone(), nodes }
}

fn names<'g>(node: NodeView<'g>) -> impl Iterator<Item = &'g str> + use<'g> {
    [node.id(), node.name()].into_iter().chain(node.aliases().map(String::as_str))
}

/// Whether a node was there as of the date asked about; none where no date is, and for what has no
/// date of its own, as most entities: that says nothing of their being there.
pub(super) fn holds(slice: &Slice<'_>, node: NodeView<'_>) -> Option<Verdict> {
    let as_of = slice.scope().as_of.as_ref()?;
    let extent = node.extent();
    (!extent.is_undated()).then(|| extent.holds_on(as_of))
}

/// A node found.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Found {
    /// The node.
    #[serde(flatten)]
    pub node: NodeRef,
    /// Its other names.
    pub aliases: Vec<String>,
    /// Whether it was there as of the date asked about; none where no date is asked about or known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holds: Option<HoldsRef>,
}

/// The answer to `find`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FindBody {
    /// What was looked for.
    pub text: String,
    /// What was found, the best match first, at most 20.
    pub found: Vec<Found>,
}

impl Answer for Find<'_> {
    const QUESTION: &'static str = "find";
    type Body = FindBody;

    fn body(&self) -> FindBody {
        let found = |node: &NodeView<'_>| Found {
            node: NodeRef::of(*node),
            aliases: node.aliases().cloned().collect(),
            holds: holds(&self.slice, *node).map(HoldsRef::of),
        };
        FindBody { text: self.text.clone(), found: self.nodes.iter().map(found).collect() }
    }

    fn text(&self) -> String {
        if self.nodes.is_empty() {
            return format!("Nothing is called anything like `{}`.\n", self.text);
        }
        let width = self.nodes.iter().map(|node| node.id().len()).max().unwrap_or(0);
        let line = |node: &NodeView<'_>| {
            let aliases: Vec<&str> = node.aliases().map(String::as_str).collect();
            let also = if aliases.is_empty() {
                String::new()
            } else {
                format!(", also “{}”", aliases.join("”, “"))
            };
            let open = holds(&self.slice, *node).map(|holds| text::open(&holds));
            let what = format!("{} ({}{also})", node.name(), node.kind_label());
            format!("{:width$}  {what}{}\n", node.id(), open.unwrap_or_default())
        };
        self.nodes.iter().map(line).collect()
    }

    fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }
}
