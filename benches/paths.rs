//! How fast the graph is loaded, searched and measured, at three sizes and on data/us-japan.
//!
//! `cargo bench --bench paths -- 100k` runs one size. `benches/peers/run.py` runs it beside other
//! tools and prints ratios. With `FOEDERA_BENCH_DIR` set, the generated graphs are written there.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::cast_possible_truncation,
    clippy::disallowed_methods,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "a bench measures small numbers, prints, and may panic"
)]

mod support;
#[path = "../tests/synthetic/mod.rs"]
mod synthetic;

use criterion::{Criterion, criterion_group, criterion_main};
use foedera::graph::{Graph, NodeIndex, Scope, Slice};
use foedera::pipeline::{Options, analyse};
use foedera::query::{Measure, PathQuestion, RankQuestion, Wanted, measure, paths};
use foedera::text::{FileRole, Files};
use std::cell::OnceCell;
use std::hint::black_box;
use support::bare::Bare;
use support::clock::Processor;
use support::generate::{self, AS_OF, Edge, WALKED};

/// The sizes, by name and number of nodes; there are five edges for each node.
const SIZES: [(&str, usize); 3] = [("1k", 1_000), ("100k", 100_000), ("1M", 1_000_000)];

/// How many pairs of ends a search is asked for; the dearer ones, fewer.
const PAIRS: usize = 1_000;
const ALL_PAIRS: usize = 100;
const RANKED_PAIRS: usize = 20;

/// A generated graph, made when the first bench of its size runs.
struct Case {
    nodes: usize,
    edges: Vec<Edge>,
    pairs: Vec<(usize, usize)>,
    graph: Graph,
}

impl Case {
    fn new(name: &str, nodes: usize) -> Self {
        let edges = generate::edges(nodes);
        let pairs = generate::pairs(nodes, PAIRS);
        if let Some(folder) = std::env::var_os("FOEDERA_BENCH_DIR") {
            let folder = std::path::PathBuf::from(folder);
            let (rows, ends) = generate::csv(&edges, &pairs);
            std::fs::write(folder.join(format!("{name}.edges.csv")), rows).unwrap();
            std::fs::write(folder.join(format!("{name}.pairs.csv")), ends).unwrap();
        }
        let graph = synthetic::graph(nodes, edges.iter().map(generate::tie));
        report(name, &graph);
        Self { nodes, edges, pairs, graph }
    }

    fn ask(&self, scope: Scope, count: usize, wanted: Wanted) {
        let slice = Slice::new(&self.graph, scope);
        for (from, to) in &self.pairs[..count] {
            let (from, to) = (vec![NodeIndex::new(*from)], vec![NodeIndex::new(*to)]);
            black_box(paths(&slice, &PathQuestion { from, to, wanted, ..Default::default() }));
        }
    }

    fn measure(&self, by: Measure, sources: Option<usize>) {
        let slice = Slice::new(&self.graph, Scope::default());
        let nodes: Vec<NodeIndex> = self.graph.net().node_indices().collect();
        let question = RankQuestion { by, kind: None, top: 0, directed: false, sources };
        black_box(measure(&slice, &question, &nodes));
    }
}

/// Says how much memory graph and index take, and how long the index took.
fn report(name: &str, graph: &Graph) {
    let (net, index) = (graph.net(), graph.index());
    let nodes = size_of_val(net.raw_nodes());
    let edges = size_of_val(net.raw_edges());
    let extents = size_of_val(graph.extents());
    let bytes = nodes + edges + extents + index.bytes();
    eprintln!(
        "{name}: graph {} MB + index {} MB = {} MB; {} extents; index built in {:?}",
        (nodes + edges + extents) / 1_000_000,
        index.bytes() / 1_000_000,
        bytes / 1_000_000,
        graph.extents().len(),
        index.built_in(),
    );
}

fn filtered() -> Scope {
    let kinds = WALKED.iter().map(|kind| format!("K{kind}")).collect();
    Scope { as_of: Some(AS_OF.parse().unwrap()), kinds, ..Scope::default() }
}

fn generated(criterion: &mut Criterion<Processor>) {
    for (name, nodes) in SIZES {
        let cell: OnceCell<Case> = OnceCell::new();
        let case = || cell.get_or_init(|| Case::new(name, nodes));
        let mut group = criterion.benchmark_group(name);
        group.sample_size(10);
        group.bench_function("shortest", |b| {
            let case = case();
            b.iter(|| case.ask(Scope::default(), PAIRS, Wanted::One));
        });
        group.bench_function("bare shortest", |b| {
            let case = case();
            let mut bare = Bare::new(case.nodes, &case.edges);
            b.iter(|| case.pairs.iter().for_each(|(a, z)| drop(black_box(bare.shortest(*a, *z)))));
        });
        group.bench_function("filtered", |b| {
            let case = case();
            b.iter(|| case.ask(filtered(), PAIRS, Wanted::One));
        });
        group.bench_function("bare filtered", |b| {
            let case = case();
            let mut bare = Bare::new(case.nodes, &case.edges);
            b.iter(|| case.pairs.iter().for_each(|(a, z)| drop(black_box(bare.filtered(*a, *z)))));
        });
        group.bench_function("all shortest", |b| {
            let case = case();
            b.iter(|| case.ask(Scope::default(), ALL_PAIRS, Wanted::Ties(usize::MAX)));
        });
        group.bench_function("ten shortest simple", |b| {
            let case = case();
            b.iter(|| case.ask(Scope::default(), RANKED_PAIRS, Wanted::Best(10)));
        });
        group.bench_function("pagerank", |b| {
            let case = case();
            b.iter(|| case.measure(Measure::PageRank, None));
        });
        group.bench_function("betweenness 100", |b| {
            let case = case();
            b.iter(|| case.measure(Measure::Betweenness, Some(100)));
        });
        group.finish();
    }
}

fn load(criterion: &mut Criterion<Processor>) {
    let mut group = criterion.benchmark_group("load and check");
    group.sample_size(10);
    group.bench_function("us-japan", |b| {
        let folder = std::path::Path::new("data/us-japan");
        b.iter(|| {
            let workspace = foedera::workspace::open(folder, &[]).unwrap();
            black_box(analyse(&workspace.files, &Options::default()))
        });
    });
    for (name, nodes) in &SIZES[..2] {
        group.bench_function(*name, |b| {
            let own = generate::ron(*nodes);
            let own = own.iter().enumerate().map(|(number, text)| {
                let (name, role) = (format!("{number}.ron"), FileRole::Records);
                Files::from_bytes(name, role, text.as_bytes())
            });
            let files = Files::new(foedera::vocabulary::built_in().chain(own));
            b.iter(|| black_box(analyse(&files, &Options::default())));
        });
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().with_measurement(Processor);
    targets = generated, load
}
criterion_main!(benches);
