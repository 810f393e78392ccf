//! Parts, bridges and measures of the graph's shape against their definitions, petgraph and networkx.

mod synthetic;

use foedera::graph::{EdgeIndex, Graph, NodeIndex, Scope, Slice};
use foedera::query::{Answer, Measure, RankQuestion, bridges, components, measure, rank, stats};
use foedera::record::Stance;
use petgraph::graph::UnGraph;
use proptest::prelude::*;
use std::collections::BTreeSet;
use synthetic::{KINDS, Tie, graph};

const NODES: usize = 7;

/// Relations by their ends and kind; parallel ones and loops included.
fn ties() -> impl Strategy<Value = Vec<Tie>> {
    let tie = (0..NODES, 0..NODES, 0..KINDS);
    let tie = tie.prop_map(|(from, to, kind)| Tie { from, to, kind, ..Tie::default() });
    prop::collection::vec(tie, 0..14)
}

/// The kinds to walk (all where none) and a node to avoid.
fn scope() -> impl Strategy<Value = Scope> {
    let kinds = prop::collection::btree_set((0..KINDS).prop_map(|kind| format!("K{kind}")), 0..6);
    let avoid = prop::collection::btree_set((0..NODES).prop_map(NodeIndex::new), 0..2);
    (kinds, avoid).prop_map(|(not_kinds, avoid)| Scope { not_kinds, avoid, ..Scope::default() })
}

/// The arcs of a slice, each way that its edges may be walked; a loop is one arc each way.
fn arcs(slice: &Slice<'_>, directed: bool) -> Vec<(usize, usize, EdgeIndex)> {
    let mut arcs = Vec::new();
    for edge in slice.graph().edges().filter(|edge| slice.admits(edge.index())) {
        let (from, to) = (edge.source().index().index(), edge.target().index().index());
        arcs.push((from, to, edge.index()));
        if !directed || edge.is_symmetric() {
            arcs.push((to, from, edge.index()));
        }
    }
    arcs
}

/// The sets of nodes that hang together, without one node or edge.
fn parts(
    slice: &Slice<'_>,
    node: Option<usize>,
    edge: Option<EdgeIndex>,
) -> BTreeSet<BTreeSet<usize>> {
    let avoided = |n: &usize| slice.scope().avoid.contains(&NodeIndex::new(*n)) || Some(*n) == node;
    let mut parts: BTreeSet<BTreeSet<usize>> =
        (0..NODES).filter(|n| !avoided(n)).map(|n| BTreeSet::from([n])).collect();
    for (from, to, index) in arcs(slice, false) {
        if Some(index) != edge && Some(from) != node && Some(to) != node {
            let touched: Vec<BTreeSet<usize>> =
                parts.iter().filter(|p| p.contains(&from) || p.contains(&to)).cloned().collect();
            parts.retain(|part| !touched.contains(part));
            parts.insert(touched.into_iter().flatten().collect());
        }
    }
    parts
}

/// How many hops from one node to each, and over how many ways, by trying ever longer walks.
fn shortest(arcs: &[(usize, usize, EdgeIndex)], from: usize) -> Vec<Option<(usize, f64)>> {
    let mut found = vec![None; NODES];
    let mut walks = [0.0; NODES];
    walks[from] = 1.0;
    for hops in 0..NODES {
        for (node, walks) in walks.iter().enumerate().filter(|(_, walks)| **walks > 0.0) {
            found[node] = found[node].or(Some((hops, *walks)));
        }
        let mut longer = [0.0; NODES];
        arcs.iter().for_each(|(from, to, _)| longer[*to] += walks[*from]);
        walks = longer;
    }
    found
}

/// For each two nodes, the part of the shortest paths from one to the other that pass through each.
fn naive_betweenness(slice: &Slice<'_>, directed: bool) -> Vec<f64> {
    let arcs = arcs(slice, directed);
    let all: Vec<_> = (0..NODES).map(|node| shortest(&arcs, node)).collect();
    let mut sums = [0.0; NODES];
    for (from, to) in (0..NODES).flat_map(|from| (0..NODES).map(move |to| (from, to))) {
        let Some((hops, ways)) = all[from][to].filter(|_| from != to) else { continue };
        for node in (0..NODES).filter(|node| ![from, to].contains(node)) {
            if let Some(((before, a), (after, b))) = all[from][node].zip(all[node][to])
                && before + after == hops
            {
                sums[node] += a * b / ways;
            }
        }
    }
    sums.iter().map(|sum| if directed { *sum } else { sum / 2.0 }).collect()
}

fn question(by: Measure, directed: bool) -> RankQuestion {
    RankQuestion { by, kind: None, top: NODES, directed, sources: None }
}

fn measures(slice: &Slice<'_>, by: Measure, directed: bool) -> Vec<f64> {
    let nodes: Vec<NodeIndex> = (0..NODES).map(NodeIndex::new).collect();
    measure(slice, &question(by, directed), &nodes)
}

fn close(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-7)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn components_hang_together(ties in ties(), scope in scope()) {
        let graph = graph(NODES, ties);
        let slice = Slice::new(&graph, scope);
        let found = components(&slice).parts;
        prop_assert!(found.is_sorted_by_key(|part| std::cmp::Reverse(part.len())));
        let sets = found.iter().map(|part| part.iter().map(|node| node.index()).collect());
        prop_assert_eq!(sets.collect::<BTreeSet<BTreeSet<usize>>>(), parts(&slice, None, None));
    }

    #[test]
    fn without_a_bridge_or_an_articulation_point_a_part_falls_apart(
        ties in ties(), scope in scope()
    ) {
        let graph = graph(NODES, ties);
        let slice = Slice::new(&graph, scope.clone());
        let found = bridges(&slice);
        let whole = parts(&slice, None, None).len();
        let parts_without_edge = |edge: &EdgeIndex| parts(&slice, None, Some(*edge)).len() > whole;
        let edges: Vec<EdgeIndex> = graph.net().edge_indices().filter(parts_without_edge).collect();
        prop_assert_eq!(found.edges, edges);
        let cuts = |node: &NodeIndex| {
            !scope.avoid.contains(node) && parts(&slice, Some(node.index()), None).len() > whole
        };
        let nodes: Vec<NodeIndex> = graph.net().node_indices().filter(cuts).collect();
        prop_assert_eq!(&found.nodes, &nodes);
        let oracle = petgraph::algo::articulation_points::articulation_points(&simple(&slice));
        let oracle: BTreeSet<usize> = oracle.into_iter().map(|node| node.index()).collect();
        prop_assert_eq!(nodes.iter().map(|n| n.index()).collect::<BTreeSet<usize>>(), oracle);
    }

    #[test]
    fn betweenness_by_its_definition(ties in ties(), scope in scope(), directed in any::<bool>()) {
        let graph = graph(NODES, ties);
        let slice = Slice::new(&graph, scope);
        let found = measures(&slice, Measure::Betweenness, directed);
        let naive = naive_betweenness(&slice, directed);
        prop_assert!(close(&found, &naive), "{found:?} {naive:?}");
    }

    #[test]
    fn closeness_by_its_definition(ties in ties(), scope in scope(), directed in any::<bool>()) {
        let graph = graph(NODES, ties);
        let slice = Slice::new(&graph, scope.clone());
        let arcs: Vec<_> =
            arcs(&slice, directed).into_iter().map(|(from, to, edge)| (to, from, edge)).collect();
        let others = (NODES - scope.avoid.len() - 1) as f64;
        let of = |node| {
            let hops: Vec<usize> = shortest(&arcs, node).into_iter().flatten().map(|s| s.0).collect();
            let (reached, sum) = ((hops.len() - 1) as f64, hops.iter().sum::<usize>() as f64);
            if sum == 0.0 { 0.0 } else { reached / others * (reached / sum) }
        };
        let naive: Vec<f64> = (0..NODES).map(of).collect();
        prop_assert!(close(&measures(&slice, Measure::Closeness, directed), &naive));
    }

    #[test]
    fn pagerank_is_what_a_walker_settles_at(
        ties in ties(), scope in scope(), directed in any::<bool>()
    ) {
        let graph = graph(NODES, ties);
        let slice = Slice::new(&graph, scope.clone());
        let arcs = arcs(&slice, directed);
        let ranks = measures(&slice, Measure::PageRank, directed);
        prop_assert!((ranks.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        let out = |node: usize| arcs.iter().filter(|arc| arc.0 == node).count() as f64;
        let walked: Vec<usize> =
            (0..NODES).filter(|n| !scope.avoid.contains(&NodeIndex::new(*n))).collect();
        let count = walked.len() as f64;
        let stuck: f64 = walked.iter().filter(|n| out(**n) == 0.0).map(|n| ranks[*n]).sum();
        for node in walked {
            let given: f64 = arcs.iter().filter(|a| a.1 == node).map(|a| ranks[a.0] / out(a.0)).sum();
            let settled = 0.15 / count + 0.85 * (given + stuck / count);
            prop_assert!((ranks[node] - settled).abs() < 1e-7);
        }
    }
}

/// The slice without parallel edges and loops.
fn simple(slice: &Slice<'_>) -> UnGraph<(), ()> {
    let pairs = arcs(slice, false).into_iter().filter(|(from, to, _)| from < to);
    let pairs: BTreeSet<(u32, u32)> = pairs.map(|(from, to, _)| (from as u32, to as u32)).collect();
    let mut simple = UnGraph::default();
    for _ in 0..NODES {
        simple.add_node(());
    }
    simple.extend_with_edges(pairs);
    simple
}

fn between(from: usize, to: usize, kind: usize) -> Tie {
    Tie { from, to, kind, ..Tie::default() }
}

/// A ring of 0, 1, 2 with a tail 2 - 3 - 4 - 5, a second tie between 4 and 5, and 6 alone.
fn example() -> Graph {
    let pairs = [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 5), (5, 4)];
    graph(NODES, pairs.map(|(from, to)| between(from, to, 5)))
}

#[test]
fn measures_agree_with_networkx() {
    // The values are those of networkx 3.6.1, to nine digits.
    let pairs = [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 5), (5, 6), (6, 0), (0, 4)];
    let graph = graph(NODES, pairs.map(|(from, to)| between(from, to, 5)));
    let slice = Slice::new(&graph, Scope::default());
    let pagerank =
        [0.208013686, 0.109834388, 0.114787801, 0.070213387, 0.169515767, 0.165516973, 0.162117999];
    assert!(close(&measures(&slice, Measure::PageRank, true), &pagerank));
    let betweenness = [18.0, 9.0, 9.0, 3.0, 12.0, 12.0, 12.0];
    assert!(close(&measures(&slice, Measure::Betweenness, true), &betweenness));
    let closeness = [0.461538462, 0.352941176, 0.285714286, 0.285714286, 0.5, 0.4, 0.333333333];
    assert!(close(&measures(&slice, Measure::Closeness, true), &closeness));
}

#[test]
fn a_second_tie_beside_a_bridge_makes_it_none() {
    let graph = example();
    let found = bridges(&Slice::new(&graph, Scope::default()));
    let edges: Vec<usize> = found.edges.iter().map(|edge| edge.index()).collect();
    let nodes: Vec<usize> = found.nodes.iter().map(|node| node.index()).collect();
    assert_eq!((edges, nodes), (vec![3, 4], vec![2, 3, 4]));
}

#[test]
fn ranks_are_listed_from_the_highest() {
    let graph = example();
    let slice = Slice::new(&graph, Scope::default());
    let top = RankQuestion { top: 3, ..question(Measure::Degree, false) };
    let listed: Vec<(usize, f64)> =
        rank(&slice, &top).nodes.iter().map(|(node, value)| (node.index(), *value)).collect();
    assert_eq!(listed, [(2, 3.0), (4, 3.0), (0, 2.0)]);
    let of_kind = RankQuestion { kind: Some("B".into()), ..top };
    let text = rank(&slice, &of_kind).text();
    let lines: Vec<&str> = text.lines().map(str::trim_start).collect();
    assert_eq!(lines, ["2  N1 (b, n1)", "2  N3 (b, n3)", "2  N5 (b, n5)"]);
}

#[test]
fn betweenness_from_every_node_is_betweenness() {
    let graph = example();
    let slice = Slice::new(&graph, Scope::default());
    let nodes: Vec<NodeIndex> = graph.net().node_indices().collect();
    let asked = |sources| RankQuestion { sources, ..question(Measure::Betweenness, false) };
    let all = measure(&slice, &asked(None), &nodes);
    assert!(close(&all, &[0.0, 0.0, 6.0, 6.0, 4.0, 0.0, 0.0]), "{all:?}");
    assert_eq!(measure(&slice, &asked(Some(NODES)), &nodes), all);
}

#[test]
fn counts_are_told() {
    let mut ties = vec![between(0, 1, 5), between(1, 2, 5), between(2, 3, 0)];
    ties[0].during = Some("1990".into());
    ties[1].stance = Stance::Assessment;
    let graph = graph(3 + 1, ties);
    let body = stats(&Slice::new(&graph, Scope::default())).body();
    let counts = |list: &[foedera::query::Count]| -> Vec<(String, usize)> {
        list.iter().map(|count| (count.of.clone(), count.count)).collect()
    };
    assert_eq!(counts(&body.entities), [("A".into(), 2), ("B".into(), 2)]);
    assert_eq!(counts(&body.relations), [("K5".into(), 2), ("K0".into(), 1)]);
    assert_eq!(counts(&body.stances), [("fact".into(), 2), ("assessment".into(), 1)]);
    assert_eq!((body.dated, body.undated, body.uncited), (1, 2, 7));
}
