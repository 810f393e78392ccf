#!/usr/bin/env python3
"""Runs the work of benches/paths.rs in other tools, on the same graph and in the same run, and
prints how long each took, in processor time, and the ratio of foedera's time to it.

    python3 -m venv ~/peers && ~/peers/bin/pip install -r benches/peers/requirements.txt
    ~/peers/bin/python benches/peers/run.py 100k
    ~/peers/bin/python benches/peers/run.py 1M --tools networkit,igraph --tasks shortest,filtered

It needs `cargo` on the path. A tool that is not installed is left out. graph-tool is not on PyPI:
Debian has it as python3-graph-tool, for Debian's own Python.
"""

import argparse
import csv
import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WALKED, MONTH = {2, 3, 5}, 30 * 12 + 5
CHEAP, DEAR, DEAREST = 200, 20, 3  # how many pairs a tool is asked, by how slow it is
SOURCES = 100
TASKS = [
    "shortest",
    "filtered",
    "all shortest",
    "ten shortest simple",
    "pagerank",
    "betweenness 100",
]
# How many pairs one round of a bench of foedera asks.
ROUNDS = {
    "shortest": 1000,
    "bare shortest": 1000,
    "filtered": 1000,
    "bare filtered": 1000,
    "all shortest": 100,
    "ten shortest simple": 20,
}


def foedera(size, folder, tasks):
    """Seconds of one question of each bench, the median of its samples."""
    environment = dict(os.environ, FOEDERA_BENCH_DIR=folder)
    wanted = f"^{size}/(bare )?({'|'.join(tasks)})$"
    command = ["cargo", "bench", "--bench", "paths", "--", "--warm-up-time", "0.5", wanted]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=sys.stderr)
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    times = {}
    for sample in sorted((target / "criterion" / size).glob("*/new/sample.json")):
        name = json.loads((sample.parent / "benchmark.json").read_text())["function_id"]
        if name.removeprefix("bare ") in tasks:
            data = json.loads(sample.read_text())
            rounds = [t / n for t, n in zip(data["times"], data["iters"])]
            times[name] = statistics.median(rounds) / 1e9 / ROUNDS.get(name, 1)
    return times


def seconds(work, items):
    """Processor time of the work for one item, as the mean of all."""
    start = time.process_time()
    for item in items:
        work(*item)
    return (time.process_time() - start) / len(items)


def once(work):
    """Processor time of a work, the median of three times."""
    return statistics.median(seconds(work, [()]) for _ in range(3))


def admitted(row):
    """Whether an edge is of a kind and time that the filtered searches walk."""
    first, last = row[3], row[4]
    return row[2] in WALKED and (first < 0 or first <= MONTH <= last)


def ends(rows):
    return [(row[0], row[1]) for row in rows]


def sources(nodes):
    return [i * nodes // SOURCES for i in range(SOURCES)]


def networkit(nodes, rows, pairs):
    import networkit as nk

    nk.setNumberOfThreads(1)

    def make(chosen):
        graph = nk.Graph(nodes)
        for row in chosen:
            graph.addEdge(row[0], row[1])
        return graph

    graph = make(rows)
    search = lambda g: lambda a, b: nk.distance.BidirectionalBFS(g, a, b, True).run()
    yield "shortest", lambda: seconds(search(graph), pairs[:CHEAP])
    part = make(filter(admitted, rows))
    yield "filtered", lambda: seconds(search(part), pairs[:CHEAP])
    yield "pagerank", lambda: once(lambda: nk.centrality.PageRank(graph, 0.85, 1e-9).run())


def igraph(nodes, rows, pairs):
    import igraph as ig

    graph = ig.Graph(n=nodes, edges=ends(rows))
    yield "shortest", lambda: seconds(lambda a, b: graph.get_shortest_path(a, b), pairs[:CHEAP])
    part = ig.Graph(n=nodes, edges=ends(filter(admitted, rows)))
    yield "filtered", lambda: seconds(lambda a, b: part.get_shortest_path(a, b), pairs[:CHEAP])
    yield "all shortest", lambda: seconds(lambda a, b: graph.get_all_shortest_paths(a, b), pairs[:DEAR])
    yield "pagerank", lambda: once(lambda: graph.pagerank(directed=False))
    work = lambda: graph.betweenness(directed=False, sources=sources(nodes), targets=None)
    yield "betweenness 100", lambda: seconds(work, [()])
    ten = lambda a, b: graph.get_k_shortest_paths(a, b, k=10, mode="all")
    yield "ten shortest simple", lambda: seconds(ten, pairs[:DEAREST])


def rustworkx(nodes, rows, pairs):
    import rustworkx as rx

    def make(chosen):
        graph = rx.PyGraph(multigraph=True)
        graph.add_nodes_from(range(nodes))
        graph.add_edges_from_no_data(ends(chosen))
        return graph

    graph = make(rows)
    search = lambda g: lambda a, b: rx.dijkstra_shortest_paths(g, a, b)
    yield "shortest", lambda: seconds(search(graph), pairs[:DEAR])
    yield "filtered", lambda: seconds(search(make(filter(admitted, rows))), pairs[:DEAR])
    yield "all shortest", lambda: seconds(lambda a, b: rx.all_shortest_paths(graph, a, b), pairs[:DEAR])
    yield "pagerank", lambda: once(lambda: rx.pagerank(graph.to_directed(), alpha=0.85))


def networkx(nodes, rows, pairs):
    import networkx as nx

    def make(chosen):
        graph = nx.Graph()
        graph.add_nodes_from(range(nodes))
        graph.add_edges_from(ends(chosen))
        return graph

    def search(graph, a, b):
        try:
            return nx.bidirectional_shortest_path(graph, a, b)
        except nx.NetworkXNoPath:
            return None

    graph, part = make(rows), make(filter(admitted, rows))
    yield "shortest", lambda: seconds(lambda a, b: search(graph, a, b), pairs[:CHEAP])
    yield "filtered", lambda: seconds(lambda a, b: search(part, a, b), pairs[:CHEAP])
    yield "all shortest", lambda: seconds(lambda a, b: list(nx.all_shortest_paths(graph, a, b)), pairs[:DEAREST])
    simple = lambda a, b: list(itertools.islice(nx.shortest_simple_paths(graph, a, b), 10))
    yield "ten shortest simple", lambda: seconds(simple, pairs[:DEAR])
    yield "pagerank", lambda: seconds(lambda: nx.pagerank(graph), [()])


def graph_tool(nodes, rows, pairs):
    from graph_tool import Graph, GraphView, centrality, openmp_set_num_threads, topology

    openmp_set_num_threads(1)
    graph = Graph(directed=False)
    graph.add_vertex(nodes)
    graph.add_edge_list(ends(rows))
    part = GraphView(graph, efilt=graph.new_edge_property("bool", vals=list(map(admitted, rows))))
    yield "shortest", lambda: seconds(lambda a, b: topology.shortest_path(graph, a, b), pairs[:DEAR])
    yield "filtered", lambda: seconds(lambda a, b: topology.shortest_path(part, a, b), pairs[:DEAR])
    every = lambda a, b: list(topology.all_shortest_paths(graph, a, b))
    yield "all shortest", lambda: seconds(every, pairs[:DEAR])
    yield "pagerank", lambda: once(lambda: centrality.pagerank(graph, epsilon=1e-9))
    pivots = sources(nodes)
    yield "betweenness 100", lambda: seconds(lambda: centrality.betweenness(graph, pivots=pivots), [()])


def ladybug(nodes, rows, pairs):
    """The graph database that carries on where Kùzu ended."""
    import ladybug as lb

    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        (base / "n.csv").write_text("".join(f"{node}\n" for node in range(nodes)))
        (base / "e.csv").write_text("".join(f"{a},{b}\n" for a, b in ends(rows)))
        graph = lb.Connection(lb.Database(str(base / "db")), num_threads=1)
        graph.execute("CREATE NODE TABLE N(id INT64 PRIMARY KEY)")
        graph.execute("CREATE REL TABLE E(FROM N TO N)")
        graph.execute(f'COPY N FROM "{base / "n.csv"}"')
        graph.execute(f'COPY E FROM "{base / "e.csv"}"')
        query = "MATCH p = (a:N {id: $a})-[:E* %s 1..10]-(b:N {id: $b}) RETURN nodes(p)"
        ask = lambda way: lambda a, b: graph.execute(query % way, {"a": a, "b": b}).get_all()
        yield "shortest", lambda: seconds(ask("SHORTEST"), pairs[:DEAR])
        yield "all shortest", lambda: seconds(ask("ALL SHORTEST"), pairs[:DEAR])


TOOLS = {tool.__name__: tool for tool in (networkit, igraph, rustworkx, networkx, graph_tool, ladybug)}


def told(taken):
    unit, factor = ("µs", 1e6) if taken < 1e-3 else ("ms", 1e3) if taken < 1 else ("s", 1)
    return f"{taken * factor:.1f} {unit}"


def line(task, tool, taken, ratio=None):
    ratio = "" if ratio is None else f"{ratio:.4f}"
    print(f"{task:<22}{tool:<12}{told(taken):>12}{ratio:>14}", flush=True)


def main():
    def some_of(known):
        def chosen(text):
            names = text.split(",")
            for name in names:
                if name not in known:
                    raise argparse.ArgumentTypeError(f"{name!r} is none of {', '.join(known)}")
            return names

        return chosen

    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("size", nargs="?", default="100k", choices=["1k", "100k", "1M"])
    parser.add_argument("--tools", type=some_of(TOOLS), default=list(TOOLS))
    parser.add_argument("--tasks", type=some_of(TASKS), default=TASKS)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        own = foedera(asked.size, folder, asked.tasks)
        read = lambda name: [
            tuple(map(int, row)) for row in csv.reader(open(Path(folder) / f"{asked.size}.{name}.csv"))
        ]
        rows, pairs = read("edges"), read("pairs")
    nodes = 1 + max(max(row[0], row[1]) for row in rows)
    print(f"{'task':<22}{'tool':<12}{'time':>12}{'foedera / it':>14}")
    for task in asked.tasks:
        line(task, "foedera", own[task])
        if bare := own.get(f"bare {task}"):
            line(task, "bare", bare, own[task] / bare)
    for name in asked.tools:
        try:
            for task, work in TOOLS[name](nodes, rows, pairs):
                if task in asked.tasks:
                    taken = work()
                    line(task, name, taken, own[task] / taken)
        except ImportError:
            print(f"{'':<22}{name:<12} is not installed")


if __name__ == "__main__":
    main()
