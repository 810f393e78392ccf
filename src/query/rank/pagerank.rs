//! PageRank (Brin and Page 1998): where a walker is found who follows ties at random and now and
//! then starts afresh anywhere.

use crate::graph::index::{Filter, Walk};
use rayon::prelude::{
    IndexedParallelIterator, IntoParallelIterator, IntoParallelRefMutIterator, ParallelIterator,
};

/// How often the walker follows a tie.
pub(super) const DAMPING: f64 = 0.85;

/// The ranks are close enough once a round moves less than this in all.
const TOLERANCE: f64 = 1e-9;

/// A round moves at most 0.85 times as much as the one before, so that this is never reached.
const MOST_ROUNDS: usize = 200;

/// The least number of nodes that one thread takes.
const CHUNK: usize = 4096;

/// The rank of each node, by number; they add up to 1. Each of parallel ties is followed as often.
/// From a node without a tie to follow, the walker starts afresh.
pub(super) fn pagerank(filter: &Filter<'_>) -> Vec<f64> {
    let count = filter.index().node_count();
    let mut walked = vec![true; count];
    for node in filter.avoided() {
        walked[*node as usize] = false;
    }
    let left = walked.iter().filter(|walked| **walked).count() as f64;
    let numbers = || (0..u32::try_from(count).unwrap_or(u32::MAX)).into_par_iter();
    let share: Vec<f64> = numbers()
        .map(|node| {
            let ties = filter.neighbors(node, Walk::Onward).filter(|n| walked[*n as usize]).count();
            if ties == 0 { 0.0 } else { 1.0 / ties as f64 }
        })
        .collect();
    let mut ranks: Vec<f64> = walked.iter().map(|w| if *w { 1.0 / left } else { 0.0 }).collect();
    let (mut given, mut next) = (vec![0.0; count], vec![0.0; count]);
    for _ in 0..MOST_ROUNDS {
        let mut stuck = 0.0;
        for ((given, rank), share) in given.iter_mut().zip(&ranks).zip(&share) {
            *given = rank * share;
            stuck += if *share == 0.0 { *rank } else { 0.0 };
        }
        let afresh = (1.0 - DAMPING + DAMPING * stuck) / left;
        let rank = |node: u32| {
            let mut sum = 0.0;
            filter.each_neighbor(node, Walk::Back, |from| sum += given[from as usize]);
            afresh + DAMPING * sum
        };
        let nodes = next.par_iter_mut().zip(numbers()).zip(&walked).with_min_len(CHUNK);
        nodes.for_each(|((next, node), walked)| *next = if *walked { rank(node) } else { 0.0 });
        let moved: f64 = next.iter().zip(&ranks).map(|(new, old)| (new - old).abs()).sum();
        std::mem::swap(&mut ranks, &mut next);
        if moved < TOLERANCE {
            break;
        }
    }
    ranks
}
