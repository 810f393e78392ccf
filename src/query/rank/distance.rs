//! Betweenness (Brandes 2001) and closeness (Wasserman and Faust 1994), by breadth-first searches
//! from many nodes, spread over the processors.

use crate::graph::index::{Filter, Walk};
use rayon::prelude::{
    IntoParallelIterator, IntoParallelRefIterator, ParallelIterator, ParallelSlice,
};

/// Into how many parts the sources are divided: always as many, so that sums of floats come out
/// the same on every machine.
const PARTS: usize = 8;

const UNSEEN: u32 = u32::MAX;

/// What a search knows of a node.
#[derive(Debug, Clone, Copy)]
struct Seen {
    /// How many hops away it is.
    depth: u32,
    /// How many shortest paths lead to it.
    paths: f64,
    /// How much a shortest path that leads here is worth to the nodes on it.
    worth: f64,
}

const FRESH: Seen = Seen { depth: UNSEEN, paths: 0.0, worth: 0.0 };

/// The buffers of a search.
struct Search<'a, 'g> {
    filter: &'a Filter<'g>,
    seen: Vec<Seen>,
    /// The nodes reached, in order.
    order: Vec<u32>,
}

impl<'a, 'g> Search<'a, 'g> {
    fn new(filter: &'a Filter<'g>) -> Self {
        let mut seen = vec![FRESH; filter.index().node_count()];
        for node in filter.avoided() {
            seen[*node as usize].depth = 0;
        }
        Self { filter, seen, order: Vec::new() }
    }

    /// Reaches all that can be reached from a node, and counts the shortest paths.
    fn run(&mut self, source: u32, walk: Walk) {
        for node in self.order.drain(..) {
            self.seen[node as usize] = FRESH;
        }
        if self.seen[source as usize].depth == UNSEEN {
            self.order.push(source);
            self.seen[source as usize] = Seen { depth: 0, paths: 1.0, worth: 0.0 };
        }
        let mut at = 0;
        while let Some(&node) = self.order.get(at) {
            at += 1;
            let Seen { depth, paths, .. } = self.seen[node as usize];
            let Self { filter, seen, order } = &mut *self;
            filter.each_neighbor(node, walk, |neighbor| {
                let seen = &mut seen[neighbor as usize];
                if seen.depth == UNSEEN {
                    seen.depth = depth + 1;
                    order.push(neighbor);
                }
                if seen.depth == depth + 1 {
                    seen.paths += paths;
                }
            });
        }
    }

    /// Adds to each node the share of shortest paths from the source that pass through it.
    fn credit(&mut self, credits: &mut [f64]) {
        for &node in self.order.iter().skip(1).rev() {
            let Seen { depth, paths, .. } = self.seen[node as usize];
            let mut worth = 0.0;
            self.filter.each_neighbor(node, Walk::Onward, |next| {
                let next = &self.seen[next as usize];
                worth += if next.depth == depth + 1 { next.worth } else { 0.0 };
            });
            let share = worth * paths;
            credits[node as usize] += share;
            self.seen[node as usize].worth = (1.0 + share) / paths;
        }
    }
}

/// How many shortest paths from these sources pass through each node, by number: for each pair of a
/// source and another node, the part of their shortest paths that do. Parallel ties make parallel
/// paths.
pub(super) fn betweenness(filter: &Filter<'_>, sources: &[u32]) -> Vec<f64> {
    let count = filter.index().node_count();
    let parts: Vec<Vec<f64>> = sources
        .par_chunks(sources.len().div_ceil(PARTS).max(1))
        .map(|sources| {
            let mut search = Search::new(filter);
            let mut credits = vec![0.0; count];
            for source in sources {
                search.run(*source, Walk::Onward);
                search.credit(&mut credits);
            }
            credits
        })
        .collect();
    (0..count).into_par_iter().map(|node| parts.iter().map(|part| part[node]).sum()).collect()
}

/// How close each of these nodes is to those that lead to it: the part of the others that do,
/// divided by how many hops away they are on average; 0 where none does.
pub(super) fn closeness(filter: &Filter<'_>, nodes: &[u32]) -> Vec<f64> {
    let others = (filter.index().node_count() - filter.avoided().len()).saturating_sub(1) as f64;
    let of = |search: &mut Search<'_, '_>, node: u32| {
        search.run(node, Walk::Back);
        let reached = search.order.len().saturating_sub(1) as f64;
        let depths = search.order.iter().map(|node| u64::from(search.seen[*node as usize].depth));
        let hops = depths.sum::<u64>() as f64;
        if hops == 0.0 { 0.0 } else { reached / others * reached / hops }
    };
    nodes.par_iter().map_init(|| Search::new(filter), |search, node| of(search, *node)).collect()
}
