//! The limit: a breadth-first search from both ends over arrays of numbers, that knows nothing of
//! records, kinds or three-valued time.

use super::generate::{AS_OF_MONTH, Edge, WALKED};

/// Compressed sparse rows, each edge both ways.
#[derive(Debug)]
pub struct Bare {
    offsets: Vec<u32>,
    targets: Vec<u32>,
    kinds: Vec<u8>,
    months: Vec<(i16, i16)>,
    marks: Vec<(u32, u32)>,
    lists: [Vec<u32>; 3],
    stamp: u32,
}

impl Bare {
    pub fn new(nodes: usize, edges: &[Edge]) -> Self {
        let mut offsets = vec![0; nodes + 1];
        for edge in edges {
            offsets[edge.from + 1] += 1;
            offsets[edge.to + 1] += 1;
        }
        for at in 1..offsets.len() {
            offsets[at] += offsets[at - 1];
        }
        let count = 2 * edges.len();
        let mut free: Vec<u32> = offsets.clone();
        let mut bare = Self {
            offsets,
            targets: vec![0; count],
            kinds: vec![0; count],
            months: vec![(0, 0); count],
            marks: vec![(0, 0); nodes],
            lists: [Vec::new(), Vec::new(), Vec::new()],
            stamp: 0,
        };
        for edge in edges {
            for (from, to) in [(edge.from, edge.to), (edge.to, edge.from)] {
                let at = free[from] as usize;
                free[from] += 1;
                bare.targets[at] = to as u32;
                bare.kinds[at] = edge.kind as u8;
                let months = edge.months.map(|(first, last)| (first as i16, last as i16));
                bare.months[at] = months.unwrap_or((i16::MIN, i16::MAX));
            }
        }
        bare
    }

    /// The nodes of a path of the fewest hops.
    pub fn shortest(&mut self, from: usize, to: usize) -> Option<Vec<u32>> {
        self.search(from as u32, to as u32, |_, _| true)
    }

    /// The same, walking only some kinds, as of a date.
    pub fn filtered(&mut self, from: usize, to: usize) -> Option<Vec<u32>> {
        let mask: u16 = WALKED.iter().map(|kind| 1 << kind).sum();
        let day = AS_OF_MONTH as i16;
        self.search(from as u32, to as u32, move |kind, (first, last)| {
            mask & (1 << kind) != 0 && first <= day && last >= day
        })
    }

    fn search(
        &mut self,
        from: u32,
        to: u32,
        admits: impl Fn(u8, (i16, i16)) -> bool,
    ) -> Option<Vec<u32>> {
        self.stamp += 2;
        let [mut own, mut other, mut next] = std::mem::take(&mut self.lists);
        [&mut own, &mut other, &mut next].into_iter().for_each(Vec::clear);
        own.push(from);
        other.push(to);
        self.marks[from as usize] = (self.stamp, from);
        self.marks[to as usize] = (self.stamp + 1, to);
        let mut side = 0;
        let mut met = None;
        'search: while !own.is_empty() && !other.is_empty() {
            if own.len() > other.len() {
                std::mem::swap(&mut own, &mut other);
                side = 1 - side;
            }
            for &node in &own {
                let range =
                    self.offsets[node as usize] as usize..self.offsets[node as usize + 1] as usize;
                let arcs = self.targets[range.clone()].iter().zip(&self.kinds[range.clone()]);
                for ((target, kind), months) in arcs.zip(&self.months[range]) {
                    if !admits(*kind, *months) {
                        continue;
                    }
                    let mark = &mut self.marks[*target as usize];
                    if mark.0 < self.stamp {
                        *mark = (self.stamp + side, node);
                        next.push(*target);
                    } else if mark.0 != self.stamp + side {
                        met = Some(if side == 0 { (node, *target) } else { (*target, node) });
                        break 'search;
                    }
                }
            }
            own.clear();
            std::mem::swap(&mut own, &mut next);
        }
        self.lists = [own, other, next];
        met.map(|(near, far)| self.path(near, far))
    }

    fn path(&self, near: u32, far: u32) -> Vec<u32> {
        let trace = |start: u32| {
            let before = |node: &u32| Some(self.marks[*node as usize].1).filter(|b| b != node);
            std::iter::successors(Some(start), before)
        };
        let mut nodes: Vec<u32> = trace(near).collect();
        nodes.reverse();
        nodes.extend(trace(far));
        nodes
    }
}
