//! Paths and cuts against their definitions, on small graphs that can be searched exhaustively.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod synthetic;

use foedera::graph::index::{Walk, number};
use foedera::graph::{EdgeIndex, Graph, NodeIndex, Scope, Slice};
use foedera::query::{Answer, Costs, CutOf, CutQuestion, PathQuestion, Route, Wanted, cut, paths};
use foedera::record::Stance;
use foedera::time::{AsOf, Truth};
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;
use synthetic::{KINDS, Tie, graph};

const NODES: usize = 6;
const MANY: usize = 100_000;

fn interval() -> impl Strategy<Value = Option<String>> {
    let texts = [
        "1990",
        "1990-06",
        "1991/1992",
        "1992-03-01",
        "1991~",
        "1990/..",
        "../1991",
        "1992/",
        "199X",
    ];
    prop::option::of(select(texts.to_vec()).prop_map(str::to_owned))
}

fn tie(attested: usize) -> impl Strategy<Value = Tie> {
    let dates = select(&["1990", "1991-05", "1992?", "1993"][..]).prop_map(str::to_owned);
    let end = prop::option::of(Just("1992-07".to_owned()));
    let stance = select(&[Stance::Fact, Stance::Fact, Stance::Assessment, Stance::Prediction][..]);
    let attested = prop::collection::vec(dates, 0..=attested);
    let ends = (0..NODES, 0..NODES, 0..KINDS);
    (ends, stance, interval(), attested, end).prop_map(|(ends, stance, during, attested, end)| {
        let (from, to, kind) = ends;
        let attested = if during.is_some() { Vec::new() } else { attested };
        let ended_before = end.filter(|_| during.is_none());
        Tie { from, to, kind, stance, during, attested, ended_before }
    })
}

fn ties() -> impl Strategy<Value = Vec<Tie>> {
    prop::collection::vec(tie(1), 0..12)
}

fn scope() -> impl Strategy<Value = Scope> {
    let days = ["1989", "1990-06-01", "1991", "1992-03", "1993-12-31"];
    let as_of = prop::option::of(select(days.to_vec()));
    let kinds = prop::collection::btree_set(0..KINDS, 0..4);
    let stances = select(vec![vec![], vec![Stance::Fact, Stance::Assessment]]);
    let avoid = prop::collection::btree_set(2..NODES, 0..2);
    (as_of, any::<bool>(), kinds, any::<bool>(), stances, avoid).prop_map(
        |(as_of, certain, kinds, unwanted, stances, avoid)| {
            let names: BTreeSet<String> =
                kinds.into_iter().map(|kind| format!("K{kind}")).collect();
            let none = BTreeSet::new();
            let (kinds, not_kinds) =
                if unwanted || names.len() < 3 { (none, names) } else { (names, none) };
            Scope {
                as_of: as_of.map(|day| day.parse::<AsOf>().unwrap()),
                certain,
                kinds,
                not_kinds,
                stances: stances.into_iter().collect(),
                avoid: avoid.into_iter().map(NodeIndex::new).collect(),
            }
        },
    )
}

/// A walk as its nodes and edges.
#[derive(Debug, Clone, PartialEq)]
struct Way {
    nodes: Vec<NodeIndex>,
    edges: Vec<EdgeIndex>,
}

/// The ends of each edge that the slice admits, each way that it may be walked.
fn arcs(slice: &Slice<'_>, directed: bool) -> Vec<(NodeIndex, NodeIndex, EdgeIndex)> {
    let mut arcs = Vec::new();
    for edge in slice.graph().edges().filter(|edge| slice.admits(edge.index())) {
        let (from, to) = (edge.source().index(), edge.target().index());
        arcs.push((from, to, edge.index()));
        if !directed || edge.is_symmetric() {
            arcs.push((to, from, edge.index()));
        }
    }
    arcs
}

/// Every simple path from a start to a goal that touches no other start or goal, edge by edge.
fn ways(slice: &Slice<'_>, question: &PathQuestion) -> Vec<Way> {
    let arcs = arcs(slice, question.directed);
    let begin = |start: &NodeIndex| Way { nodes: vec![*start], edges: Vec::new() };
    let mut left: Vec<Way> = question.from.iter().map(begin).collect();
    let mut found = Vec::new();
    while let Some(way) = left.pop() {
        let last = *way.nodes.last().unwrap();
        if question.to.contains(&last) && !way.edges.is_empty() {
            found.push(way);
            continue;
        }
        for (_, to, edge) in arcs.iter().filter(|arc| arc.0 == last) {
            if !way.nodes.contains(to) && !question.from.contains(to) {
                let mut next = way.clone();
                next.nodes.push(*to);
                next.edges.push(*edge);
                left.push(next);
            }
        }
    }
    found
}

/// The same, calling at the stops: every way of a leg followed by every way of the next.
fn ways_through(slice: &Slice<'_>, question: &PathQuestion) -> Vec<Way> {
    let mut starts = question.from.clone();
    let mut all = vec![Way { nodes: Vec::new(), edges: Vec::new() }];
    for ends in question.through.iter().map(|stop| vec![*stop]).chain([question.to.clone()]) {
        let others: Vec<_> = ends.iter().copied().filter(|end| !starts.contains(end)).collect();
        let legs = if others.is_empty() {
            vec![Way { nodes: ends[..1].to_vec(), edges: Vec::new() }]
        } else {
            ways(slice, &PathQuestion { from: starts, to: others, ..question.clone() })
        };
        let most = question.max_hops.map_or(usize::MAX, |most| most as usize);
        let legs = legs.into_iter().filter(|leg| leg.edges.len() <= most);
        let legs: Vec<Way> = legs.collect();
        let join = |before: &Way, leg: &Way| {
            let shared = before.nodes.len().min(1);
            Way {
                nodes: [before.nodes.as_slice(), &leg.nodes[shared..]].concat(),
                edges: [before.edges.as_slice(), &leg.edges].concat(),
            }
        };
        all = all.iter().flat_map(|way| legs.iter().map(|leg| join(way, leg))).collect();
        starts = ends;
    }
    all
}

fn cost(graph: &Graph, way: &Way, costs: &Costs) -> f64 {
    let of = |edge: &EdgeIndex| if *costs == Costs::Hops { 1.0 } else { graph.edge(*edge).cost() };
    way.edges.iter().map(of).sum()
}

/// Whether no step ended before one ahead of it began; if `surely`, on every reading.
fn in_order(graph: &Graph, way: &Way, surely: bool) -> bool {
    let extent = |edge: &EdgeIndex| graph.edge(*edge).extent();
    way.edges.iter().enumerate().all(|(at, later)| {
        let before = way.edges[..at].iter().map(|earlier| extent(later).before(extent(earlier)));
        before
            .into_iter()
            .all(|truth| if surely { truth == Truth::No } else { truth != Truth::Yes })
    })
}

/// The ways that keep to the question, cheapest first, one for each sequence of nodes.
fn naive(slice: &Slice<'_>, question: &PathQuestion) -> Vec<(f64, Vec<NodeIndex>)> {
    let graph = slice.graph();
    let certain = slice.scope().certain;
    let kept = ways(slice, question).into_iter().filter(|way| {
        question.max_hops.is_none_or(|most| way.edges.len() <= most as usize)
            && (!question.chronological || in_order(graph, way, certain))
    });
    ranked(kept.map(|way| (cost(graph, &way, &question.costs), way.nodes)).collect())
}

/// The cheapest first, one for each sequence of nodes.
fn ranked(mut all: Vec<(f64, Vec<NodeIndex>)>) -> Vec<(f64, Vec<NodeIndex>)> {
    all.sort_by(|a, b| a.1.cmp(&b.1).then(a.0.total_cmp(&b.0)));
    all.dedup_by(|a, b| a.1 == b.1);
    all.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    all
}

fn found(slice: &Slice<'_>, question: &PathQuestion) -> Vec<Route> {
    paths(slice, question).routes
}

/// Whether a route is one of the ways that keep to the question, at the cost that it tells.
fn is_sound(slice: &Slice<'_>, question: &PathQuestion, route: &Route) -> bool {
    let way = Way { nodes: route.nodes().collect(), edges: route.edges.clone() };
    let graph = slice.graph();
    ways(slice, question).contains(&way)
        && (cost(graph, &way, &question.costs) - route.cost).abs() < 1e-9
        && question.max_hops.is_none_or(|most| way.edges.len() <= most as usize)
        && (!question.chronological || in_order(graph, &way, slice.scope().certain))
}

fn question(wanted: Wanted) -> PathQuestion {
    let (from, to) = (vec![NodeIndex::new(0)], vec![NodeIndex::new(1)]);
    PathQuestion { from, to, wanted, ..PathQuestion::default() }
}

fn all_questions() -> impl Strategy<Value = PathQuestion> {
    let ends = select(vec![(vec![0], vec![1]), (vec![0, 2], vec![1]), (vec![0], vec![1, 3, 5])]);
    let hops = prop::option::of(1_u32..5);
    (ends, any::<[bool; 3]>(), hops).prop_map(
        |((from, to), [directed, weighted, time], max_hops)| {
            let nodes = |list: Vec<usize>| list.into_iter().map(NodeIndex::new).collect();
            PathQuestion {
                from: nodes(from),
                to: nodes(to),
                directed,
                costs: if weighted { Costs::Kinds } else { Costs::Hops },
                chronological: time,
                max_hops,
                ..PathQuestion::default()
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_filter_says_what_a_slice_says(
        ties in prop::collection::vec(tie(3), 0..12), scope in scope()
    ) {
        let graph = graph(NODES, ties);
        let slice = Slice::new(&graph, scope.clone());
        let filter = slice.filter(false);
        let mut seen = vec![0; graph.net().edge_count()];
        for node in graph.nodes() {
            for arc in graph.index().arcs(number(node.index())) {
                let edge = graph.index().edge(arc);
                seen[edge.index()] += 1;
                let ends = [graph.edge(edge).source().index(), graph.edge(edge).target().index()];
                let avoided = ends.iter().any(|end| scope.avoid.contains(end));
                let admits = filter.admits(arc, Walk::Onward) && !avoided;
                prop_assert_eq!(admits, slice.admits(edge));
                prop_assert_eq!(filter.truth(arc), slice.holds(edge).truth);
            }
        }
        prop_assert!(seen.iter().all(|times| *times == 2));
    }

    #[test]
    fn the_best_path_is_the_best_of_all(
        ties in ties(), scope in scope(), asked in all_questions()
    ) {
        let graph = graph(NODES, ties);
        let slice = Slice::new(&graph, scope);
        let (best, routes) = (naive(&slice, &asked), found(&slice, &asked));
        prop_assert_eq!(routes.first().map(|r| r.cost), best.first().map(|(cost, _)| *cost));
        prop_assert!(routes.iter().all(|route| is_sound(&slice, &asked, route)));
    }

    #[test]
    fn all_of_the_best_are_found(ties in ties(), scope in scope(), asked in all_questions()) {
        let graph = graph(NODES, ties);
        let slice = Slice::new(&graph, scope);
        let asked = PathQuestion { wanted: Wanted::Ties(MANY), ..asked };
        let all = naive(&slice, &asked);
        let best = all.iter().filter(|(cost, _)| *cost - all[0].0 < 1e-9).map(|(_, nodes)| nodes);
        let best: Vec<Vec<NodeIndex>> = best.cloned().collect();
        let answer = paths(&slice, &asked);
        let routes: Vec<Vec<NodeIndex>> = answer.routes.iter().map(|r| r.nodes().collect()).collect();
        prop_assert_eq!(&routes, &best);
        prop_assert!(answer.routes.iter().all(|route| is_sound(&slice, &asked, route)));
        prop_assert!(answer.total.is_none_or(|total| total == best.len() as u64));
    }

    #[test]
    fn one_path_after_another(
        ties in ties(), scope in scope(), asked in all_questions(), count in 1_usize..8
    ) {
        let graph = graph(NODES, ties);
        let slice = Slice::new(&graph, scope);
        let asked = PathQuestion { wanted: Wanted::Best(count), ..asked };
        let routes = found(&slice, &asked);
        let costs: Vec<f64> = routes.iter().map(|route| route.cost).collect();
        let best: Vec<f64> = naive(&slice, &asked).iter().take(count).map(|(c, _)| *c).collect();
        prop_assert_eq!(costs, best);
        let distinct: BTreeSet<Vec<NodeIndex>> = routes.iter().map(|r| r.nodes().collect()).collect();
        prop_assert_eq!(distinct.len(), routes.len());
        prop_assert!(routes.iter().all(|route| is_sound(&slice, &asked, route)));
        let more = PathQuestion { wanted: Wanted::Best(count + 1), ..asked };
        prop_assert_eq!(&found(&slice, &more)[..routes.len()], &routes[..]);
    }

    #[test]
    fn a_detour_is_as_long_as_its_legs(ties in ties(), weighted in any::<bool>()) {
        let graph = graph(NODES, ties);
        let slice = Slice::new(&graph, Scope::default());
        let costs = if weighted { Costs::Kinds } else { Costs::Hops };
        let node = |number: usize| vec![NodeIndex::new(number)];
        let leg = |from: usize, to: usize| {
            let ends = PathQuestion { from: node(from), to: node(to), ..PathQuestion::default() };
            found(&slice, &PathQuestion { costs: costs.clone(), ..ends }).first().map(|r| r.cost)
        };
        let legs = leg(0, 2).zip(leg(2, 3)).zip(leg(3, 1)).map(|((a, b), c)| a + b + c);
        let through = [node(2), node(3)].concat();
        let asked = PathQuestion { through, costs: costs.clone(), ..question(Wanted::One) };
        let routes = found(&slice, &asked);
        prop_assert_eq!(routes.first().map(|route| route.cost), legs);
        for route in routes {
            let edges = route.edges.len();
            prop_assert_eq!(route.nodes().count(), edges + 1);
            let called = [2, 3].map(|number| route.nodes().any(|n| n.index() == number));
            prop_assert_eq!(called, [true, true]);
        }
    }

    #[test]
    fn a_detour_in_the_order_of_time_is_the_best_of_all(
        ties in ties(), scope in scope(), asked in all_questions(),
        stops in prop::collection::vec(0..NODES, 1..3), count in 1_usize..6
    ) {
        let graph = graph(NODES, ties);
        let slice = Slice::new(&graph, Scope { avoid: BTreeSet::new(), ..scope });
        let through = stops.into_iter().map(NodeIndex::new).collect();
        let asked = PathQuestion { through, chronological: true, ..asked };
        let certain = slice.scope().certain;
        let ways: Vec<Way> = ways_through(&slice, &asked)
            .into_iter()
            .filter(|way| in_order(&graph, way, certain))
            .collect();
        let told = |way: &Way| (cost(&graph, way, &asked.costs), way.nodes.clone());
        let best = ranked(ways.iter().map(told).collect());
        let costs: Vec<f64> = best.iter().take(count).map(|(cost, _)| *cost).collect();

        let one = found(&slice, &asked);
        prop_assert_eq!(one.first().map(|route| route.cost), costs.first().copied());
        let several = found(&slice, &PathQuestion { wanted: Wanted::Best(count), ..asked.clone() });
        prop_assert_eq!(several.iter().map(|route| route.cost).collect::<Vec<_>>(), costs);
        let tied = found(&slice, &PathQuestion { wanted: Wanted::Ties(MANY), ..asked.clone() });
        let all = best.iter().filter(|(cost, _)| *cost - best[0].0 < 1e-9);
        let all: BTreeSet<Vec<NodeIndex>> = all.map(|(_, nodes)| nodes.clone()).collect();
        prop_assert_eq!(tied.iter().map(|r| r.nodes().collect()).collect::<BTreeSet<_>>(), all);
        for route in one.iter().chain(&several).chain(&tied) {
            let way = Way { nodes: route.nodes().collect(), edges: route.edges.clone() };
            prop_assert!(ways.contains(&way), "{:?}", way);
        }
    }

    #[test]
    fn a_cut_is_smallest(ties in ties(), scope in scope(), directed in any::<bool>()) {
        let graph = graph(NODES, ties);
        let slice = Slice::new(&graph, scope);
        let ends = (graph.node(NodeIndex::new(0)), graph.node(NodeIndex::new(1)));
        let ask = |of| CutQuestion { from: ends.0, to: ends.1, of, directed };
        let all = ways(&slice, &PathQuestion { directed, ..question(Wanted::One) });
        let (nodes, edges) = (cut(&slice, ask(CutOf::Entities)), cut(&slice, ask(CutOf::Relations)));
        prop_assert_eq!(nodes.connected, !all.is_empty());
        prop_assert_eq!(nodes.adjacent, all.iter().any(|way| way.edges.len() == 1));
        let by_edges = |cut: &[EdgeIndex]| all.iter().all(|w| w.edges.iter().any(|e| cut.contains(e)));
        prop_assert!(by_edges(&edges.edges));
        let every: Vec<EdgeIndex> = graph.net().edge_indices().collect();
        prop_assert_eq!(Some(edges.edges.len()), smallest(&every, by_edges));
        if !nodes.adjacent {
            let by_nodes =
                |cut: &[NodeIndex]| all.iter().all(|w| w.nodes.iter().any(|n| cut.contains(n)));
            prop_assert!(by_nodes(&nodes.nodes));
            let between: Vec<NodeIndex> = (2..NODES).map(NodeIndex::new).collect();
            prop_assert_eq!(Some(nodes.nodes.len()), smallest(&between, by_nodes));
        }
    }
}

/// The size of the smallest part of a list that does.
fn smallest<T: Copy>(all: &[T], does: impl Fn(&[T]) -> bool) -> Option<usize> {
    let subsets = (0_u32..1 << all.len()).map(|bits| {
        let chosen = (0..all.len()).filter(move |at| bits & (1 << at) != 0);
        chosen.map(|at| all[at]).collect::<Vec<T>>()
    });
    subsets.filter(|subset| does(subset)).map(|subset| subset.len()).min()
}

fn dated(from: usize, to: usize, during: &str) -> Tie {
    Tie { from, to, kind: 5, during: Some(during.into()), ..Tie::default() }
}

#[test]
fn a_chronological_path_takes_the_longer_way_round() {
    let graph = graph(
        5,
        [dated(0, 2, "1995"), dated(2, 1, "1991"), dated(2, 3, "1996"), dated(3, 1, "1996")],
    );
    let slice = Slice::new(&graph, Scope::default());
    let nodes = |asked: &PathQuestion| -> Vec<usize> {
        found(&slice, asked).iter().flat_map(Route::nodes).map(NodeIndex::index).collect()
    };
    let plain = question(Wanted::One);
    assert_eq!(nodes(&plain), [0, 2, 1]);
    assert_eq!(nodes(&PathQuestion { chronological: true, ..plain.clone() }), [0, 2, 3, 1]);
    let short = PathQuestion { chronological: true, max_hops: Some(2), ..plain };
    assert!(nodes(&short).is_empty());
}

#[test]
fn a_path_from_a_node_to_itself_stays_there() {
    let graph = graph(2, [dated(0, 1, "1995")]);
    let slice = Slice::new(&graph, Scope::default());
    let here = vec![NodeIndex::new(0)];
    let asked = PathQuestion { from: here.clone(), to: here, ..PathQuestion::default() };
    let answer = paths(&slice, &asked);
    assert_eq!(answer.text(), "N0 is where it starts and ends.\n");
    assert!(!answer.is_empty());
}

#[test]
fn many_shortest_paths_are_counted_but_not_all_listed() {
    // Five layers of two nodes each between the ends: 2^5 = 32 paths.
    let layer = |at: usize| [2 + 2 * at, 3 + 2 * at];
    let mut ties: Vec<Tie> = layer(0).map(|node| dated(0, node, "1995")).into();
    ties.extend(layer(4).map(|node| dated(node, 1, "1995")));
    for at in 0..4 {
        for from in layer(at) {
            ties.extend(layer(at + 1).map(|to| dated(from, to, "1995")));
        }
    }
    let graph = graph(12, ties);
    let slice = Slice::new(&graph, Scope::default());
    let answer = paths(&slice, &question(Wanted::Ties(3)));
    assert_eq!((answer.routes.len(), answer.total), (3, Some(32)));
    assert!(answer.text().ends_with("3 of 32 are listed.\n"));
}
