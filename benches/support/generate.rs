//! Scale-free multigraphs by preferential attachment (Barabási and Albert 1999), seeded: ten kinds,
//! stances, and dates to the month.

use super::super::synthetic::{KINDS, Tie};
use foedera::record::Stance;
use std::fmt::Write as _;

/// The day as of which the filtered benches ask, and its month counted from January 1945.
pub const AS_OF: &str = "1975-06-15";
pub const AS_OF_MONTH: i32 = 30 * 12 + 5;

/// The kinds that the filtered benches walk, of which three edges in five are.
pub const WALKED: [usize; 3] = [2, 3, 5];

/// How often each kind is used, in twentieths.
const SHARES: [usize; KINDS] = [1, 1, 5, 4, 1, 3, 1, 1, 2, 1];

/// An edge as numbers, for other tools: months are counted from January 1945.
#[derive(Debug, Clone, Copy)]
pub struct Edge {
    pub from: usize,
    pub to: usize,
    pub kind: usize,
    pub stance: Stance,
    /// The months of its first and last day; none where it is undated.
    pub months: Option<(i32, i32)>,
}

/// Steele's splitmix64: a small generator whose numbers are the same everywhere.
#[derive(Debug)]
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % bound as u64) as usize
    }
}

/// A graph of this many nodes, with five edges for each.
pub fn edges(nodes: usize) -> Vec<Edge> {
    let mut random = Random(75);
    let kinds: Vec<usize> =
        SHARES.iter().enumerate().flat_map(|(kind, share)| vec![kind; *share]).collect();
    let mut ends: Vec<usize> = vec![0];
    let mut edges = Vec::with_capacity(5 * nodes);
    for node in 0..nodes {
        for _ in 0..5 {
            let other = ends[random.below(ends.len())];
            let (from, to) = if random.below(2) == 0 { (node, other) } else { (other, node) };
            let kind = kinds[random.below(kinds.len())];
            let (stance, months) = (stance(&mut random), months(&mut random));
            edges.push(Edge { from, to, kind, stance, months });
            ends.extend([node, other]);
        }
    }
    edges
}

fn stance(random: &mut Random) -> Stance {
    match random.below(20) {
        0 => Stance::Assessment,
        1 => Stance::Prediction,
        _ => Stance::Fact,
    }
}

/// Undated for one in four; terms are of whole years, so that many edges share one extent.
fn months(random: &mut Random) -> Option<(i32, i32)> {
    let first = random.below(500) as i32;
    let last = first + 12 * random.below(30) as i32;
    (random.below(4) != 0).then_some((first, last))
}

/// An edge as a record states it.
pub fn tie(edge: &Edge) -> Tie {
    let date = |month: i32| format!("{}-{:02}", 1945 + month / 12, month % 12 + 1);
    let during = edge.months.map(|(first, last)| format!("{}/{}", date(first), date(last)));
    let Edge { from, to, kind, stance, .. } = *edge;
    Tie { from, to, kind, stance, during, ..Tie::default() }
}

/// Pairs of different nodes.
pub fn pairs(nodes: usize, count: usize) -> Vec<(usize, usize)> {
    let mut random = Random(1996);
    let mut pair = || (random.below(nodes), random.below(nodes));
    std::iter::repeat_with(&mut pair).filter(|(a, b)| a != b).take(count).collect()
}

/// How many records a generated file holds.
const RECORDS: usize = 5_000;

/// The graph as RON files, with the vocabulary that comes with foedera.
pub fn ron(nodes: usize) -> Vec<String> {
    const BUILT_IN: [&str; KINDS] = [
        "AlliedWith",
        "Met",
        "BenefitsFrom",
        "Affects",
        "ActsOn",
        "Protects",
        "Advises",
        "Perceives",
        "CooperatesWith",
        "DisputesWith",
    ];
    let mut records = vec![
        "Dataset(id: \"d\", title: \"D\", description: \"Generated.\", licence: \"CC0-1.0\", \
         reference_date: \"1996\"),\n"
            .to_owned(),
        "Source(id: \"s\", kind: Background, title: \"S\", reference: \"Generated.\"),\n"
            .to_owned(),
    ];
    records.extend((0..nodes).map(|node| {
        format!("Entity(id: \"n{node}\", kind: Group, name: \"Group {node}\", cites: [(\"s\")]),\n")
    }));
    records.extend(edges(nodes).iter().map(|edge| {
        let tie = tie(edge);
        let during = tie.during.map(|d| format!("during: \"{d}\", ")).unwrap_or_default();
        let (from, to, kind, stance) = (tie.from, tie.to, BUILT_IN[tie.kind], tie.stance);
        format!(
            "Relation(from: \"n{from}\", kind: {kind}, to: \"n{to}\", {during}stance: {stance:?}, \
             cites: [(\"s\")]),\n"
        )
    }));
    records.chunks(RECORDS).map(|chunk| format!("[{}]", chunk.concat())).collect()
}

/// The edges and pairs as CSV, for other tools: `from,to,kind,first,last` with -1 for no month.
pub fn csv(edges: &[Edge], pairs: &[(usize, usize)]) -> (String, String) {
    let (mut rows, mut ends) = (String::new(), String::new());
    for Edge { from, to, kind, months, .. } in edges {
        let (first, last) = months.unwrap_or((-1, -1));
        let _ = writeln!(rows, "{from},{to},{kind},{first},{last}");
    }
    for (from, to) in pairs {
        let _ = writeln!(ends, "{from},{to}");
    }
    (rows, ends)
}
