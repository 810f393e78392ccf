//! How fast text formats are written: ten times the graph in at most twelve times the time; at 500,000
//! relations, within six times of a bare loop that writes the same bytes (DOT, which goes through
//! graphviz-rust, within ten).
//!
//! `cargo bench --bench exports [-- FORMAT ...]` prints times, and ratios beside the aims;
//! `benches/peers/exports.py` runs it beside networkx. With `FOEDERA_BENCH_DIR` set, times in seconds
//! are written there as `times.csv`, and the graph as CSV.
#![allow(
    missing_docs,
    unreachable_pub,
    dead_code,
    clippy::cast_possible_truncation,
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench measures small numbers, prints, and may panic"
)]

mod support;
#[path = "../tests/synthetic/mod.rs"]
mod synthetic;

use foedera::export::{EXPORTERS, Exporter, Input};
use foedera::graph::{Graph, Scope};
use foedera::pipeline::{Options, analyse};
use foedera::scene::{Scene, Theme, whole};
use foedera::text::{FileRole, Files};
use std::hint::black_box;
use std::io::Write;
use std::time::{Duration, Instant};
use support::generate;

/// The sizes that are compared with each other, and the one that is compared with the bare loop, in
/// relations.
const SIZES: [usize; 3] = [10_000, 100_000, 500_000];

/// How much longer ten times the graph may take.
const MOST_GROWN: f64 = 12.0;

/// How many times as long as the bare loop a format may take.
fn most(format: &str) -> f64 {
    if format == "dot" { 10.0 } else { 6.0 }
}

/// How often each is measured; the shortest time counts.
const ROUNDS: usize = 5;

/// Formats that are pictures or pages, which are not measured.
const NOT_TEXT: [&str; 4] = ["explorer", "pdf", "png", "svg"];

/// A graph with its scene.
struct Case {
    graph: Graph,
    scene: Scene,
}

impl Case {
    fn new(relations: usize) -> Self {
        let records = generate::ron(relations / 5).into_iter().enumerate().map(|(n, text)| {
            Files::from_bytes(format!("{n:04}.ron"), FileRole::Records, text.as_bytes())
        });
        let files = Files::new(foedera::vocabulary::built_in().chain(records));
        let graph = analyse(&files, &Options::default()).graph;
        let scene = whole(&graph, Scope::default(), None);
        assert_eq!(scene.edges.len(), relations);
        Self { graph, scene }
    }

    fn write(&self, exporter: &Exporter) -> Vec<Vec<u8>> {
        let input = Input { graph: &self.graph, scene: &self.scene, theme: Theme::Light };
        exporter.files(input, "graph").into_values().collect()
    }
}

/// The shortest time of several rounds.
fn shortest<T>(mut work: impl FnMut() -> T) -> Duration {
    let round = |_| {
        let start = Instant::now();
        let made = black_box(work());
        let time = start.elapsed();
        drop(made);
        time
    };
    (0..ROUNDS).map(round).min().unwrap_or_default()
}

/// The pieces of an export: its cells and what stands between them, cut after delimiters.
fn pieces<'a>(format: &str, file: &'a [u8]) -> Vec<&'a str> {
    let is_delimiter = |c| match c {
        ',' | '>' | '=' | ':' | '\n' => true,
        ' ' => format == "dot",
        _ => false,
    };
    std::str::from_utf8(file).unwrap().split_inclusive(is_delimiter).collect()
}

/// The bare loop: it has every piece at hand, and only writes one after the other.
fn bare(pieces: &[&str]) -> Vec<u8> {
    let mut out = Vec::new();
    for piece in pieces {
        write!(out, "{piece}").unwrap();
    }
    out
}

/// The formats named on the command line; all where none is.
fn chosen() -> impl Iterator<Item = &'static Exporter> {
    let named: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with('-')).collect();
    let is_text = |exporter: &&Exporter| !NOT_TEXT.contains(&exporter.name);
    let is_named = move |e: &&Exporter| named.is_empty() || named.iter().any(|n| n == e.name);
    EXPORTERS.iter().filter(is_text).filter(is_named)
}

/// Writes what other tools need to do the same work on the same graph.
fn hand_over(case: &Case, times: &[(&str, f64)]) {
    let Some(folder) = std::env::var_os("FOEDERA_BENCH_DIR") else { return };
    let folder = std::path::PathBuf::from(folder);
    let rows = times.iter().map(|(format, seconds)| format!("{format},{seconds}\n"));
    std::fs::write(folder.join("times.csv"), rows.collect::<String>()).unwrap();
    let csv = EXPORTERS.iter().find(|exporter| exporter.name == "csv").unwrap();
    let input = Input { graph: &case.graph, scene: &case.scene, theme: Theme::Light };
    for (path, bytes) in csv.files(input, "graph") {
        let name = path.rsplit('/').next().unwrap();
        std::fs::write(folder.join(name), bytes).unwrap();
    }
}

fn main() {
    let [(_, small), (_, large), (size, largest)] = &SIZES.map(|size| (size, Case::new(size)));
    println!("{size} relations; `grown`: for 10 times the graph (aim {MOST_GROWN})");
    println!("format            MB   time ms   bare ms   ratio   aim   grown");
    let mut times = Vec::new();
    for exporter in chosen() {
        let files = largest.write(exporter);
        let cells: Vec<Vec<&str>> = files.iter().map(|file| pieces(exporter.name, file)).collect();
        let loops = shortest(|| cells.iter().map(|cells| bare(cells)).collect::<Vec<_>>());
        let time = shortest(|| largest.write(exporter)).as_secs_f64();
        let grown = shortest(|| large.write(exporter)).as_secs_f64()
            / shortest(|| small.write(exporter)).as_secs_f64();
        let megabytes = files.iter().map(Vec::len).sum::<usize>() as f64 / 1e6;
        let (name, loops) = (exporter.name, loops.as_secs_f64());
        println!(
            "{name:<12}{megabytes:>8.1}{:>10.0}{:>10.0}{:>8.1}{:>6.0}{grown:>8.1}",
            time * 1e3,
            loops * 1e3,
            time / loops,
            most(name),
        );
        times.push((name, time));
    }
    hand_over(largest, &times);
}
