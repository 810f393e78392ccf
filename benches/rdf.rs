//! How long N-Triples take: at half a million relations at most six times a bare loop that writes the
//! same lines. `cargo bench --bench rdf` prints the times, and fails where they are longer.
#![allow(clippy::print_stdout, reason = "a bench prints what it measures")]

#[path = "../tests/synthetic/mod.rs"]
mod synthetic;

use foedera::export::{Input, by_name};
use foedera::graph::{Graph, Scope};
use foedera::record::Stance;
use foedera::scene::{Theme, whole};
use std::time::{Duration, Instant};
use synthetic::{KINDS, Tie};

/// How many relations are written.
const RELATIONS: usize = 500_000;
/// How much longer than the bare loop it may take.
const MOST: f64 = 6.0;
/// How often each is measured; the shortest time counts.
const ROUNDS: usize = 5;

fn graph() -> Graph {
    let nodes = RELATIONS / 5;
    let tie = |number: usize| Tie {
        from: number % nodes,
        to: (number * 7 + number / nodes + 1) % nodes,
        kind: number % KINDS,
        stance: Stance::ALL[number % Stance::ALL.len()],
        during: number.is_multiple_of(2).then(|| format!("{}-04/..", 1900 + number % 97)),
        ..Tie::default()
    };
    synthetic::graph(nodes, (0..RELATIONS).map(tie))
}

/// The shortest time of several rounds, and what the last one made.
fn measured(mut run: impl FnMut() -> Vec<u8>) -> (Duration, Vec<u8>) {
    let mut best = Duration::MAX;
    let mut made = Vec::new();
    for _ in 0..ROUNDS {
        drop(std::mem::take(&mut made));
        let start = Instant::now();
        made = run();
        best = best.min(start.elapsed());
    }
    (best, made)
}

/// Appends every line to a text that grows.
fn bare(lines: &[&[u8]]) -> Vec<u8> {
    let mut out = Vec::new();
    for line in lines {
        out.extend_from_slice(line);
        out.push(b'\n');
    }
    out
}

fn main() {
    let graph = graph();
    let scene = whole(&graph, Scope::default(), None);
    let input = Input { graph: &graph, scene: &scene, theme: Theme::Light };
    let ntriples = by_name("ntriples").and_then(|exporter| {
        let (time, text) = measured(|| exporter.file(input).unwrap_or_default());
        (!text.is_empty()).then_some((time, text))
    });
    let Some((time, text)) = ntriples else {
        println!("this build writes no RDF");
        return;
    };
    let lines: Vec<&[u8]> =
        text.strip_suffix(b"\n").unwrap_or(&text).split(|byte| *byte == b'\n').collect();
    let (least, same) = measured(|| bare(&lines));
    assert!(same == text, "the loop writes the same bytes");
    let ratio = time.as_secs_f64() / least.as_secs_f64();
    println!(
        "{RELATIONS} relations, {} triples, {} MB: {time:.2?}; the bare loop {least:.2?}; {ratio:.1} times",
        lines.len(),
        text.len() / 1_000_000,
    );
    assert!(ratio <= MOST, "over {MOST} times as long as the bare loop");
}
