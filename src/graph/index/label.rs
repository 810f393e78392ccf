//! Labels: all that a filter asks of an arc beside its days.

use crate::graph::{EdgeView, Graph};
use crate::record::Stance;
use crate::vocabulary::{Family, Role};
use std::collections::{BTreeMap, HashMap};

/// What an arc is: of which kind and stance, and read which way.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// The name of the kind of relation or of the role.
    pub kind: String,
    /// How the edge is put forward.
    pub stance: Stance,
    /// Whether the arc leads from the target of its edge to the source.
    pub backward: bool,
    /// Whether the edge may be walked both ways even where only its own direction counts.
    pub symmetric: bool,
    /// The family of the kind.
    pub family: Family,
    /// What a path pays to walk it, above 0.
    pub cost: f64,
}

/// The least that a hop costs, so that no hop is free.
const LEAST_COST: f64 = 1e-6;

type Key<'g> = (Stance, Option<Role>, &'g str);

/// Every label (facts first, then the cheapest), and for each edge the number of its forward one; the backward one is the next.
///
/// There is room for 32,768 pairs of a kind and a stance; what is over shares the last.
pub(super) fn labels(graph: &Graph) -> (Vec<Label>, Vec<u16>) {
    let mut numbers: HashMap<Key<'_>, u16> = HashMap::new();
    let mut sample: BTreeMap<Key<'_>, EdgeView<'_>> = BTreeMap::new();
    for edge in graph.edges() {
        sample.entry(key(edge)).or_insert(edge);
    }
    let mut sample: Vec<(Key<'_>, EdgeView<'_>)> = sample.into_iter().collect();
    sample.sort_by(|(a, one), (b, other)| {
        a.0.cmp(&b.0).then(one.cost().total_cmp(&other.cost())).then(a.cmp(b))
    });
    let mut table = Vec::with_capacity(2 * sample.len());
    for (key, edge) in sample {
        let forward = u16::try_from(table.len()).unwrap_or(u16::MAX - 1);
        numbers.insert(key, forward);
        table.extend([label(edge, false), label(edge, true)]);
    }
    let of_edge = graph.edges().map(|edge| numbers.get(&key(edge)).copied().unwrap_or(0));
    let of_edge = of_edge.collect();
    (table, of_edge)
}

fn key(edge: EdgeView<'_>) -> Key<'_> {
    match edge.relation() {
        Some(relation) => (relation.stance, None, relation.kind.as_str()),
        None => (edge.stance(), edge.role(), ""),
    }
}

fn label(edge: EdgeView<'_>, backward: bool) -> Label {
    Label {
        kind: edge.kind(),
        stance: edge.stance(),
        backward,
        symmetric: edge.is_symmetric(),
        family: edge.family(),
        cost: edge.cost().max(LEAST_COST),
    }
}
