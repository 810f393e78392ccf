//! What separates two nodes: a smallest set of entities, or of ties, without which no path is left.
//!
//! By Menger's theorem it is a minimum cut of a network; petgraph finds the flow (Dinic 1970). Of
//! several smallest cuts it is the one nearest to the start.

use super::Answer;
use super::document::{EdgeRef, NodeRef};
use crate::graph::index::{Filter, Walk, node, number};
use crate::graph::{EdgeIndex, NodeIndex, NodeView, Slice};
use crate::time::{Truth, Verdict};
use petgraph::algo::dinics;
use petgraph::graph::DiGraph;
use petgraph::visit::EdgeRef as _;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};

/// What a cut is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CutOf {
    /// Nodes between the two.
    Entities,
    /// Ties; parallel ones count each.
    Relations,
}

/// What is asked: what separates which two nodes.
#[derive(Debug, Clone, Copy)]
pub struct CutQuestion<'g> {
    /// Where paths start.
    pub from: NodeView<'g>,
    /// Where they end.
    pub to: NodeView<'g>,
    /// What the cut is made of.
    pub of: CutOf,
    /// Whether edges may only be walked from source to target (symmetric ones always either way).
    pub directed: bool,
}

/// A smallest cut.
#[derive(Debug, Clone)]
pub struct Cut<'g> {
    question: CutQuestion<'g>,
    /// Whether there is a path between the two at all.
    pub connected: bool,
    /// Whether they are tied directly, so that no node separates them.
    pub adjacent: bool,
    /// The nodes of the cut, in the order of the files.
    pub nodes: Vec<NodeIndex>,
    /// The ties of the cut, in the order of the files.
    pub edges: Vec<EdgeIndex>,
}

/// A network of flow: what each arc stands for, and how much it carries.
type Network = DiGraph<(), u32>;

/// More than any cut.
const ENDLESS: u32 = u32::MAX / 4;

/// Finds a smallest cut between two nodes within a slice.
pub fn cut<'g>(slice: &Slice<'g>, question: CutQuestion<'g>) -> Cut<'g> {
    let filter = slice.filter(question.directed);
    let (from, to) = (number(question.from.index()), number(question.to.index()));
    let near = reachable(filter, from);
    let connected = from != to && near.contains(&to);
    let adjacent = filter.neighbors(from, Walk::Onward).any(|neighbor| neighbor == to);
    let mut cut = Cut { question, connected, adjacent, nodes: Vec::new(), edges: Vec::new() };
    match question.of {
        _ if !connected => {}
        CutOf::Entities if adjacent => {}
        CutOf::Entities => cut.nodes = node_cut(filter, &near, from, to),
        CutOf::Relations => cut.edges = edge_cut(filter, &near, from, to),
    }
    cut
}

/// The nodes that can be walked to, in order.
fn reachable(filter: &Filter<'_>, from: u32) -> BTreeSet<u32> {
    let avoided: BTreeSet<u32> = filter.avoided().iter().copied().collect();
    let mut found = BTreeSet::new();
    let mut left = vec![from];
    while let Some(node) = left.pop() {
        if !avoided.contains(&node) && found.insert(node) {
            left.extend(filter.neighbors(node, Walk::Onward));
        }
    }
    found
}

/// Each node is an arc that carries 1, from its way in (even) to its way out (odd).
fn node_cut(filter: &Filter<'_>, near: &BTreeSet<u32>, from: u32, to: u32) -> Vec<NodeIndex> {
    let places: HashMap<u32, usize> = near.iter().copied().zip((0..).step_by(2)).collect();
    let mut network = Network::with_capacity(2 * near.len(), 0);
    for node in near {
        let (way_in, way_out) = (network.add_node(()), network.add_node(()));
        network.add_edge(way_in, way_out, if [from, to].contains(node) { ENDLESS } else { 1 });
    }
    for node in near {
        let next: BTreeSet<u32> = filter.neighbors(*node, Walk::Onward).collect();
        for place in next.iter().filter_map(|next| places.get(next)) {
            let way_out = NodeIndex::new(places[node] + 1);
            network.add_edge(way_out, NodeIndex::new(*place), ENDLESS);
        }
    }
    let inside = source_side(&network, NodeIndex::new(places[&from]), NodeIndex::new(places[&to]));
    let parted = |node: &&u32| {
        let place = places[*node];
        inside[place] && !inside[place + 1]
    };
    near.iter().filter(parted).copied().map(node).collect()
}

/// Each tie is an arc that carries 1.
fn edge_cut(filter: &Filter<'_>, near: &BTreeSet<u32>, from: u32, to: u32) -> Vec<EdgeIndex> {
    let places: HashMap<u32, usize> = near.iter().copied().zip(0..).collect();
    let mut network = Network::with_capacity(near.len(), 0);
    near.iter().for_each(|_| {
        network.add_node(());
    });
    let mut ties = Vec::new();
    for node in near {
        for (arc, target) in filter.arcs(*node, Walk::Onward) {
            let Some(place) = places.get(&target) else { continue };
            network.add_edge(NodeIndex::new(places[node]), NodeIndex::new(*place), 1);
            ties.push(filter.index().edge(arc));
        }
    }
    let inside = source_side(&network, NodeIndex::new(places[&from]), NodeIndex::new(places[&to]));
    let leaves = |edge: &petgraph::graph::Edge<u32>| {
        inside[edge.source().index()] && !inside[edge.target().index()]
    };
    let edges = network.raw_edges().iter().zip(ties).filter(|(edge, _)| leaves(edge));
    let cut: BTreeSet<EdgeIndex> = edges.map(|(_, tie)| tie).collect();
    cut.into_iter().collect()
}

/// By node of the network, whether a maximum flow leaves a way to it from the source.
fn source_side(network: &Network, source: NodeIndex, sink: NodeIndex) -> Vec<bool> {
    use petgraph::Direction::{Incoming, Outgoing};
    let (_, flows) = dinics(network, source, sink);
    let mut inside = vec![false; network.node_count()];
    let mut left = vec![source];
    while let Some(node) = left.pop() {
        if std::mem::replace(&mut inside[node.index()], true) {
            continue;
        }
        let on = network.edges_directed(node, Outgoing);
        left.extend(on.filter(|e| flows[e.id().index()] < *e.weight()).map(|e| e.target()));
        let back = network.edges_directed(node, Incoming);
        left.extend(back.filter(|e| flows[e.id().index()] > 0).map(|e| e.source()));
    }
    inside
}

/// The answer to `path --cut`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CutBody {
    /// Where paths start.
    pub from: NodeRef,
    /// Where they end.
    pub to: NodeRef,
    /// What the cut is made of: `entities` or `relations`.
    pub of: String,
    /// Whether there is a path between the two at all.
    pub connected: bool,
    /// Whether they are tied directly, so that no entity separates them.
    pub adjacent: bool,
    /// The entities without which no path is left.
    pub entities: Vec<NodeRef>,
    /// The ties without which no path is left.
    pub relations: Vec<EdgeRef>,
}

impl Answer for Cut<'_> {
    const QUESTION: &'static str = "cut";
    type Body = CutBody;

    fn body(&self) -> CutBody {
        let CutQuestion { from, to, of, .. } = self.question;
        let graph = from.graph();
        CutBody {
            from: NodeRef::of(from),
            to: NodeRef::of(to),
            of: if of == CutOf::Entities { "entities" } else { "relations" }.into(),
            connected: self.connected,
            adjacent: self.adjacent,
            entities: self.nodes.iter().map(|node| NodeRef::of(graph.node(*node))).collect(),
            relations: self.edges.iter().map(|edge| EdgeRef::of(graph.edge(*edge))).collect(),
        }
    }

    fn text(&self) -> String {
        let CutQuestion { from, to, of, .. } = self.question;
        let (start, end) = (from.name(), to.name());
        if !self.connected {
            return format!("{start} and {end} are not connected.\n");
        }
        if of == CutOf::Entities && self.adjacent {
            return format!("{start} and {end} are tied directly: no entity separates them.\n");
        }
        let graph = from.graph();
        let nodes = self.nodes.iter().map(|node| {
            let node = graph.node(*node);
            format!("  {} ({}, {})\n", node.name(), node.kind_label(), node.id())
        });
        let edges = self.edges.iter().map(|index| {
            let edge = graph.edge(*index);
            let holds = Verdict { truth: Truth::Yes, decides: None };
            format!("  {}", super::text::line(edge, edge.source().index(), &holds))
        });
        let what = match (of, self.nodes.len() + self.edges.len()) {
            (CutOf::Entities, 1) => "this entity",
            (CutOf::Entities, _) => "one of these entities",
            (CutOf::Relations, 1) => "this tie",
            (CutOf::Relations, _) => "one of these ties",
        };
        let list: String = nodes.chain(edges).collect();
        format!("Every path from {start} to {end} takes {what}:\n{list}")
    }

    fn is_empty(&self) -> bool {
        self.nodes.is_empty() && self.edges.is_empty()
    }
}
