#!/usr/bin/env python3
"""Runs the work of benches/paths.rs in other tools, on the same graph and in the same run, and
prints how long each took, in processor time, beside foedera.

    python3 -m venv ~/peers && ~/peers/bin/pip install -r benches/peers/requirements.txt
    ~/peers/bin/python benches/peers/run.py 100k

It needs `cargo` on the path. A tool that is not installed is left out.
"""

import csv
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
CHEAP, DEAR = 200, 20  # how many pairs a fast, and a slow, tool is asked
SOURCES = 100


def foedera(size, folder):
    """Seconds of one round of each bench, the fastest of its samples."""
    environment = dict(os.environ, FOEDERA_BENCH_DIR=folder)
    command = ["cargo", "bench", "--bench", "paths", "--", "--warm-up-time", "0.5", "^" + size]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=sys.stderr)
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    times = {}
    for sample in sorted((target / "criterion" / size).glob("*/new/sample.json")):
        data = json.loads(sample.read_text())
        rounds = [t / n for t, n in zip(data["times"], data["iters"])]
        times[sample.parents[1].name] = min(rounds) / 1e9
    return times


def seconds(work, items):
    """Processor time of the work for one item, the median of all."""
    taken = []
    for item in items:
        start = time.process_time()
        work(*item)
        taken.append(time.process_time() - start)
    return statistics.median(taken) if taken else float("nan")


def once(work):
    return seconds(work, [(), (), ()])


def admitted(row):
    first, last = row[3], row[4]
    return row[2] in WALKED and (first < 0 or first <= MONTH <= last)


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
    yield "shortest", seconds(search(graph), pairs[:CHEAP])
    part = make(filter(admitted, rows))
    yield "filtered", seconds(search(part), pairs[:CHEAP])
    yield "pagerank", once(lambda: nk.centrality.PageRank(graph, 0.85, 1e-9).run())


def igraph(nodes, rows, pairs):
    import igraph as ig

    graph = ig.Graph(n=nodes, edges=[(row[0], row[1]) for row in rows])
    yield "shortest", seconds(lambda a, b: graph.get_shortest_path(a, b), pairs[:CHEAP])
    part = ig.Graph(n=nodes, edges=[(row[0], row[1]) for row in rows if admitted(row)])
    yield "filtered", seconds(lambda a, b: part.get_shortest_path(a, b), pairs[:CHEAP])
    yield "all_shortest", seconds(lambda a, b: graph.get_all_shortest_paths(a, b), pairs[:DEAR])
    ten = lambda a, b: graph.get_k_shortest_paths(a, b, k=10, mode="all")
    yield "ten_shortest_simple", seconds(ten, pairs[:3])
    yield "pagerank", once(lambda: graph.pagerank(directed=False))
    sources = [i * nodes // SOURCES for i in range(SOURCES)]
    work = lambda: graph.betweenness(directed=False, sources=sources, targets=None)
    yield "betweenness_100", seconds(work, [()])


def rustworkx(nodes, rows, pairs):
    import rustworkx as rx

    graph = rx.PyGraph(multigraph=True)
    graph.add_nodes_from(range(nodes))
    graph.add_edges_from_no_data([(row[0], row[1]) for row in rows])
    search = lambda a, b: rx.dijkstra_shortest_paths(graph, a, b)
    yield "shortest", seconds(search, pairs[:DEAR])
    yield "all_shortest", seconds(lambda a, b: rx.all_shortest_paths(graph, a, b), pairs[:DEAR])
    yield "pagerank", once(lambda: rx.pagerank(graph.to_directed(), alpha=0.85))


def networkx(nodes, rows, pairs):
    import itertools
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(range(nodes))
    graph.add_edges_from((row[0], row[1]) for row in rows)
    yield "shortest", seconds(lambda a, b: nx.bidirectional_shortest_path(graph, a, b), pairs[:CHEAP])
    yield "all_shortest", seconds(lambda a, b: list(nx.all_shortest_paths(graph, a, b)), pairs[:3])
    simple = lambda a, b: list(itertools.islice(nx.shortest_simple_paths(graph, a, b), 10))
    yield "ten_shortest_simple", seconds(simple, pairs[:DEAR])


def kuzu(nodes, rows, pairs):
    import kuzu as kz

    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        (base / "n.csv").write_text("".join(f"{node}\n" for node in range(nodes)))
        (base / "e.csv").write_text("".join(f"{row[0]},{row[1]}\n" for row in rows))
        graph = kz.Connection(kz.Database(str(base / "db")), num_threads=1)
        graph.execute("CREATE NODE TABLE N(id INT64 PRIMARY KEY)")
        graph.execute("CREATE REL TABLE E(FROM N TO N)")
        graph.execute(f'COPY N FROM "{base / "n.csv"}"')
        graph.execute(f'COPY E FROM "{base / "e.csv"}"')
        query = "MATCH p = (a:N {id: $a})-[:E* %s 1..10]-(b:N {id: $b}) RETURN length(p)"
        ask = lambda way: lambda a, b: graph.execute(query % way, {"a": a, "b": b}).get_all()
        yield "shortest", seconds(ask("SHORTEST"), pairs[:DEAR])
        yield "all_shortest", seconds(ask("ALL SHORTEST"), pairs[:DEAR])


def main():
    size = sys.argv[1] if len(sys.argv) > 1 else "100k"
    with tempfile.TemporaryDirectory() as folder:
        own = foedera(size, folder)
        read = lambda name: [
            tuple(map(int, row)) for row in csv.reader(open(Path(folder) / f"{size}.{name}.csv"))
        ]
        rows, pairs = read("edges"), read("pairs")
    counts = {"shortest": 1000, "filtered": 1000, "all_shortest": 100, "ten_shortest_simple": 20}
    counts |= {"bare_shortest": 1000, "bare_filtered": 1000}
    own = {name.replace(" ", "_"): t for name, t in own.items()}
    own = {name: t / counts.get(name, 1) for name, t in own.items()}
    nodes = 1 + max(max(row[0], row[1]) for row in rows)
    print(f"{'task':<22}{'tool':<12}{'time':>12}{'foedera / it':>14}")
    for name, taken in own.items():
        print(f"{name:<22}{'foedera':<12}{taken * 1e6:>10.1f}us")
    for task in ("shortest", "filtered"):
        ratio = own[task] / own[f"bare_{task}"]
        print(f"{task:<22}{'bare':<12}{own[f'bare_{task}'] * 1e6:>10.1f}us{ratio:>14.4f}")
    for tool in (networkit, igraph, rustworkx, networkx, kuzu):
        try:
            for task, taken in tool(nodes, rows, pairs):
                ratio = own[task] / taken
                print(f"{task:<22}{tool.__name__:<12}{taken * 1e6:>10.1f}us{ratio:>14.4f}", flush=True)
        except ImportError:
            print(f"{'':<22}{tool.__name__:<12} is not installed")


if __name__ == "__main__":
    main()
