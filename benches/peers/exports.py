#!/usr/bin/env python3
"""Lets networkx write the graph of benches/exports.rs in the same run, and prints how long each took,
beside foedera.

    python3 -m venv ~/peers && ~/peers/bin/pip install -r benches/peers/requirements.txt
    ~/peers/bin/python benches/peers/exports.py

It needs `cargo` on the path. networkx is given the graph with every attribute that foedera writes;
what takes it long is measured on the first of the relations, and told for all.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import networkx as nx

ROOT = Path(__file__).resolve().parents[2]


def foedera(folder):
    environment = dict(os.environ, FOEDERA_BENCH_DIR=folder)
    command = ["cargo", "bench", "--bench", "exports", "--", "csv", "dot", "graphml", "json"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=sys.stderr)
    rows = csv.reader(open(Path(folder) / "times.csv"))
    return {name: float(seconds) for name, seconds in rows}


def graph(folder, most=None):
    """The graph with its attributes, of its first relations only where told so."""
    stated = lambda row: {name: value for name, value in row.items() if value}
    made = nx.MultiDiGraph()
    for row in csv.DictReader(open(Path(folder) / "nodes.csv", newline="")):
        made.add_node(row.pop("Id"), **stated(row))
    for number, row in enumerate(csv.DictReader(open(Path(folder) / "edges.csv", newline=""))):
        if number == most:
            break
        made.add_edge(row.pop("Source"), row.pop("Target"), **stated(row))
    return made


def write_csv(made, path):
    """networkx has no CSV of its own: its lists of nodes and edges, through Python's csv."""
    nodes = ({"Id": node} | data for node, data in made.nodes(data=True))
    edges = ({"Source": a, "Target": b} | data for a, b, data in made.edges(data=True))
    for rows, sample in ((nodes, "nodes.csv"), (edges, "edges.csv")):
        columns = next(csv.reader(open(Path(path).parent / sample, newline="")))
        with open(f"{path}.{sample}", "w", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="")
            writer.writeheader()
            writer.writerows(rows)


def write_json(made, path):
    with open(path, "w") as file:
        json.dump(nx.node_link_data(made, edges="links"), file)


def write_dot(made, path):
    nx.nx_pydot.write_dot(made, path)


def seconds(write, made, path):
    start = time.perf_counter()
    write(made, path)
    return time.perf_counter() - start


def main():
    with tempfile.TemporaryDirectory() as folder:
        own = foedera(folder)
        whole = graph(folder)
        relations = whole.number_of_edges()
        print(f"{'format':<10}{'foedera s':>10}{'networkx s':>12}{'times as fast':>15}")
        part = graph(folder, relations // 10)
        writers = {
            "csv": (write_csv, whole),
            "json": (write_json, whole),
            "graphml": (nx.write_graphml_xml, part),
            "dot": (write_dot, part),
        }
        for name, (write, made) in writers.items():
            taken = seconds(write, made, Path(folder) / f"out.{name}")
            taken *= relations / made.number_of_edges()
            print(f"{name:<10}{own[name]:>10.2f}{taken:>12.1f}{taken / own[name]:>15.0f}", flush=True)


if __name__ == "__main__":
    main()
