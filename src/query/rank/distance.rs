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

/// A breadth-first search, whose buffers are used again and again.
///
/// What is known of a node is kept by its place in the order in which nodes are reached, so that what
/// is looked up at once lies together; only the places themselves are kept by the nodes' numbers.
struct Search<'a, 'g> {
    filter: &'a Filter<'g>,
    /// The place of each node.
    places: Vec<u32>,
    /// The nodes reached, in order.
    order: Vec<u32>,
    /// At which place each depth begins.
    depths: Vec<usize>,
}

impl<'a, 'g> Search<'a, 'g> {
    fn new(filter: &'a Filter<'g>) -> Self {
        let mut places = vec![UNSEEN; filter.index().node_count()];
        // At the place of the source, nothing leads further.
        filter.avoided().iter().for_each(|node| places[*node as usize] = 0);
        Self { filter, places, order: Vec::new(), depths: Vec::new() }
    }

    /// Reaches all that can be reached from a node, and hands on the places that each step to a
    /// greater depth leads from and to.
    fn run(&mut self, source: u32, walk: Walk, mut further: impl FnMut(usize, usize)) {
        let Self { filter, places, order, depths } = self;
        order.drain(..).for_each(|node| places[node as usize] = UNSEEN);
        depths.clear();
        if places[source as usize] == UNSEEN {
            order.push(source);
            places[source as usize] = 0;
        }
        let mut from = 0;
        while from < order.len() {
            depths.push(from);
            let next = order.len();
            for from in from..next {
                filter.each_neighbor(order[from], walk, |neighbor| {
                    let place = &mut places[neighbor as usize];
                    if *place == UNSEEN {
                        *place = order.len() as u32;
                        order.push(neighbor);
                    }
                    if *place as usize >= next {
                        further(from, *place as usize);
                    }
                });
            }
            from = next;
        }
    }

    /// How far away all that was reached is, in hops, added up.
    fn hops(&self) -> u64 {
        let deeper = self.depths.iter().skip(1).map(|first| self.order.len() - first);
        deeper.map(|nodes| nodes as u64).sum()
    }
}

/// The shortest paths from a node, by the places of what they lead through.
#[derive(Default)]
struct Paths {
    /// How many lead to each place.
    counts: Vec<f64>,
    /// Where the steps from each place begin among all, and the places that they lead to.
    starts: Vec<usize>,
    steps: Vec<u32>,
    /// How much a shortest path that leads to each place is worth to what is on it.
    worths: Vec<f64>,
}

impl Paths {
    /// Counts the paths from a node.
    fn find(&mut self, search: &mut Search<'_, '_>, source: u32) {
        let Self { counts, starts, steps, worths } = self;
        starts.clear();
        steps.clear();
        worths.clear();
        counts.clear();
        counts.push(1.0);
        search.run(source, Walk::Onward, |from, to| {
            if to == counts.len() {
                counts.push(0.0);
            }
            counts[to] += counts[from];
            starts.resize(from + 1, steps.len());
            steps.push(to as u32);
        });
        starts.resize(search.order.len() + 1, steps.len());
        worths.resize(search.order.len(), 0.0);
    }

    /// Adds to each node the share of the paths that pass through it.
    fn credit(&mut self, search: &Search<'_, '_>, credits: &mut [f64]) {
        for (place, node) in search.order.iter().enumerate().skip(1).rev() {
            let steps = &self.steps[self.starts[place]..self.starts[place + 1]];
            let worth: f64 = steps.iter().map(|to| self.worths[*to as usize]).sum();
            let share = worth * self.counts[place];
            credits[*node as usize] += share;
            self.worths[place] = (1.0 + share) / self.counts[place];
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
            let (mut search, mut paths) = (Search::new(filter), Paths::default());
            let mut credits = vec![0.0; count];
            for source in sources {
                paths.find(&mut search, *source);
                paths.credit(&search, &mut credits);
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
        search.run(node, Walk::Back, |_, _| {});
        let reached = search.order.len().saturating_sub(1) as f64;
        let hops = search.hops() as f64;
        if hops == 0.0 { 0.0 } else { reached / others * reached / hops }
    };
    nodes.par_iter().map_init(|| Search::new(filter), |search, node| of(search, *node)).collect()
}
