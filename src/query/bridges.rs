//! What the graph hangs by: ties and nodes without which a part of it falls apart.
//!
//! Tarjan's low points (1972), in one pass over the index. petgraph's `bridges` is for simple graphs:
//! it calls a tie a bridge though a second one runs beside it.

use super::Answer;
use super::document::{EdgeRef, NodeRef};
use super::text;
use crate::graph::index::{Filter, Walk, node};
use crate::graph::{EdgeIndex, NodeIndex, Slice};
use crate::time::{Truth, Verdict};
use schemars::JsonSchema;
use serde::Serialize;

/// The bridges and articulation points of a slice, ties being walked both ways.
#[derive(Debug, Clone)]
pub struct Bridges<'g> {
    slice: Slice<'g>,
    /// The ties without which their two ends are not connected, in the order of the files.
    pub edges: Vec<EdgeIndex>,
    /// The nodes without which some others are not connected, in the order of the files.
    pub nodes: Vec<NodeIndex>,
}

/// Finds bridges and articulation points.
pub fn bridges<'g>(slice: &Slice<'g>) -> Bridges<'g> {
    let mut search = Search::new(slice.filter(false));
    for root in 0..search.place.len() {
        if search.place[root] == UNSEEN {
            search.run(u32::try_from(root).unwrap_or(u32::MAX));
        }
    }
    let Search { mut edges, cuts, .. } = search;
    edges.sort_unstable();
    let nodes = (0..).zip(cuts).filter(|(_, cut)| *cut).map(|(number, _)| node(number)).collect();
    Bridges { slice: slice.clone(), edges, nodes }
}

const UNSEEN: u32 = u32::MAX;
/// A node that is not walked.
const AVOIDED: u32 = u32::MAX - 1;

/// A node on the way from the root to where the search stands.
struct Step {
    node: u32,
    /// The tie by which it was reached; none for a root.
    by: Option<EdgeIndex>,
    /// The next arc to look at, and the one after the last.
    arcs: std::ops::Range<usize>,
}

struct Search<'a, 'g> {
    filter: &'a Filter<'g>,
    /// By node, when it was reached.
    place: Vec<u32>,
    /// By node, the earliest place that a tie leads to from it or from what was reached after it.
    low: Vec<u32>,
    reached: u32,
    edges: Vec<EdgeIndex>,
    cuts: Vec<bool>,
}

impl<'a, 'g> Search<'a, 'g> {
    fn new(filter: &'a Filter<'g>) -> Self {
        let count = filter.index().node_count();
        let mut place = vec![UNSEEN; count];
        for node in filter.avoided() {
            place[*node as usize] = AVOIDED;
        }
        let (low, cuts) = (vec![UNSEEN; count], vec![false; count]);
        Self { filter, place, low, reached: 0, edges: Vec::new(), cuts }
    }

    fn reach(&mut self, node: u32, by: Option<EdgeIndex>) -> Step {
        self.place[node as usize] = self.reached;
        self.low[node as usize] = self.reached;
        self.reached += 1;
        Step { node, by, arcs: self.filter.index().arcs(node) }
    }

    fn run(&mut self, root: u32) {
        let mut children = 0;
        let mut way = vec![self.reach(root, None)];
        while let Some(step) = way.last_mut() {
            let (node, by) = (step.node, step.by);
            match step.arcs.next() {
                Some(arc) => {
                    if let Some(next) = self.look(node, by, arc) {
                        way.push(next);
                    }
                }
                None => {
                    way.pop();
                    let Some(parent) = way.last().map(|step| step.node) else { continue };
                    children += usize::from(parent == root);
                    self.leave(parent, node, by, parent == root);
                }
            }
        }
        self.cuts[root as usize] = children > 1;
    }

    /// Follows an arc; the step to take where it leads to a new node.
    fn look(&mut self, node: u32, by: Option<EdgeIndex>, arc: usize) -> Option<Step> {
        let (edge, target) = (self.filter.index().edge(arc), self.filter.index().target(arc));
        let place = self.place[target as usize];
        if Some(edge) == by || place == AVOIDED || !self.filter.admits(arc, Walk::Onward) {
            return None;
        }
        if place == UNSEEN {
            return Some(self.reach(target, Some(edge)));
        }
        let low = &mut self.low[node as usize];
        *low = (*low).min(place);
        None
    }

    /// Goes back from a node to its parent.
    fn leave(&mut self, parent: u32, node: u32, by: Option<EdgeIndex>, parent_is_root: bool) {
        let (low, place) = (self.low[node as usize], self.place[parent as usize]);
        let own = &mut self.low[parent as usize];
        *own = (*own).min(low);
        if low > place {
            self.edges.extend(by);
        }
        if low >= place && !parent_is_root {
            self.cuts[parent as usize] = true;
        }
    }
}

/// The answer to `bridges`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct BridgesBody {
    /// The ties without which their two ends are not connected.
    pub bridges: Vec<EdgeRef>,
    /// The nodes without which some others are not connected.
    pub articulation_points: Vec<NodeRef>,
}

impl Answer for Bridges<'_> {
    const QUESTION: &'static str = "bridges";
    type Body = BridgesBody;

    fn body(&self) -> BridgesBody {
        let graph = self.slice.graph();
        BridgesBody {
            bridges: self.edges.iter().map(|edge| EdgeRef::of(graph.edge(*edge))).collect(),
            articulation_points: self.nodes.iter().map(|n| NodeRef::of(graph.node(*n))).collect(),
        }
    }

    fn text(&self) -> String {
        if self.is_empty() {
            return "Nothing hangs by a single tie or node.\n".into();
        }
        let graph = self.slice.graph();
        let edges = self.edges.iter().map(|index| {
            let edge = graph.edge(*index);
            let holds = Verdict { truth: Truth::Yes, decides: None };
            format!("  {}", text::line(edge, edge.source().index(), &holds))
        });
        let nodes = self.nodes.iter().map(|index| {
            let node = graph.node(*index);
            format!("  {} ({}, {})\n", node.name(), node.kind_label(), node.id())
        });
        let (edges, nodes): (String, String) = (edges.collect(), nodes.collect());
        format!(
            "Ties without which their ends are not connected:\n{edges}\
             Nodes without which others are not connected:\n{nodes}"
        )
    }

    fn is_empty(&self) -> bool {
        self.edges.is_empty() && self.nodes.is_empty()
    }
}
