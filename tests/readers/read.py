#!/usr/bin/env python3
"""Reads an export with the library that it is meant for, and prints what came back:

    read.py READER PATH

The answer is JSON: `nodes`, an object of attributes by id, and `edges`, a list of attributes that
include `source` and `target`. A reader is a function below that returns the two; its name, with
`-` for `_`, is what tests/readers.rs calls it by. Attributes have the names that foedera's columns
have, whatever the format calls them.
"""

import csv
import json
import sys
import tempfile
from pathlib import Path

READERS = {}


def reader(read):
    """Registers a reader: a function from a path to nodes and edges."""
    READERS[read.__name__.replace("_", "-")] = read
    return read


def stated(attributes):
    """What is there of attributes: libraries fill the gaps with nothing, empty text or NaN."""
    return {name: value for name, value in attributes.items() if value not in (None, "") and value == value}


def networkx_graph(graph):
    nodes = {node: dict(data) for node, data in graph.nodes(data=True)}
    edges = [dict(data, source=a, target=b) for a, b, data in graph.edges(data=True)]
    return nodes, edges


@reader
def graphml_networkx(path):
    import networkx

    return networkx_graph(networkx.read_graphml(path))


@reader
def graphml_igraph(path):
    import igraph

    graph = igraph.Graph.Read_GraphML(path)
    nodes = {node["id"]: node.attributes() for node in graph.vs}
    name = lambda number: graph.vs[number]["id"]
    ends = lambda edge: {"source": name(edge.source), "target": name(edge.target)}
    return nodes, [edge.attributes() | ends(edge) for edge in graph.es]


@reader
def gexf_networkx(path):
    """Spells come back as pairs of days; an end that is left out, as the word None."""
    import networkx

    nodes, edges = networkx_graph(networkx.read_gexf(path))
    for data in [*nodes.values(), *edges]:
        pairs = data.get("spells", [])
        data["spells"] = [[None if day == "None" else day for day in pair] for pair in pairs]
    return nodes, edges


def table(path):
    with open(path, newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file, strict=True)


@reader
def csv_python(path):
    """Takes away the apostrophe that guards what a spreadsheet would take for a formula."""
    bare = lambda text: text[1:] if text.startswith("'") else text
    lower = lambda row: {name.lower() if name[0].isupper() else name: bare(text) for name, text in row.items()}
    nodes = {row["id"]: row for row in map(lower, table(Path(path) / "nodes.csv"))}
    return nodes, [lower(row) for row in table(Path(path) / "edges.csv")]


def ladybug(folder):
    import ladybug

    return ladybug.Connection(ladybug.Database(str(Path(folder) / "db")))


def ladybug_graph(connection):
    """All that a database holds."""
    def rows(query):
        result = connection.execute(query)
        while result.has_next():
            yield result.get_next()

    bare = lambda data: {k: v for k, v in data.items() if not k.startswith("_")}
    nodes = {node["id"]: bare(node) | {"label": node["name"]} for (node,) in rows("MATCH (n) RETURN n")}
    ends = "MATCH (a)-[e]->(b) RETURN e, a.id, b.id"
    return nodes, [bare(edge) | {"source": a, "target": b} for edge, a, b in rows(ends)]


@reader
def neo4j_ladybug(path):
    """Bulk import into tables of the types that the headers name."""
    types = {"string": "STRING", "date": "DATE", "int": "INT64", "boolean": "BOOL", "ID": "STRING"}

    def columns(file):
        header = next(csv.reader(open(Path(path) / file, newline="", encoding="utf-8")))
        for name, kind in (column.split(":") for column in header):
            if kind not in ("START_ID", "END_ID"):
                yield f"`{name or ':' + kind}` {types.get(kind, 'STRING')}"

    with tempfile.TemporaryDirectory() as folder:
        connection = ladybug(folder)
        options = "(HEADER=true, PARALLEL=false, ESCAPE='\"')"
        nodes, edges = ", ".join(columns("nodes.csv")), ", ".join(columns("edges.csv"))
        connection.execute(f"CREATE NODE TABLE Node({nodes}, PRIMARY KEY(id))")
        connection.execute(f"CREATE REL TABLE Edge(FROM Node TO Node, {edges})")
        connection.execute(f"COPY Node FROM '{path}/nodes.csv' {options}")
        connection.execute(f"COPY Edge FROM '{path}/edges.csv' {options}")
        return ladybug_graph(connection)


@reader
def cypher_ladybug(path):
    """Runs the statements in their order, those for tables included."""
    with tempfile.TemporaryDirectory() as folder, open(path, encoding="utf-8") as file:
        connection = ladybug(folder)
        connection.execute("BEGIN TRANSACTION")
        for line in file:
            statement = line.removeprefix("// kuzu: ")
            if not statement.startswith("//"):
                connection.execute(statement)
        connection.execute("COMMIT")
        return ladybug_graph(connection)


def pyoxigraph_graph(path, format):
    import pyoxigraph
    import rdf

    store = pyoxigraph.Store()
    store.load(path=path, format=format)
    text = lambda term: term.value
    triples = ((text(s), text(p), text(o)) for s, p, o, _ in store)
    return rdf.graph(triples, lambda query: int(next(iter(store.query(query)))[0].value))


def rdflib_graph(path, format):
    import rdf
    import rdflib

    graph = rdflib.Graph().parse(path, format=format)
    triples = (tuple(map(str, triple)) for triple in graph)
    return rdf.graph(triples, lambda query: int(next(iter(graph.query(query)))[0]))


@reader
def turtle_pyoxigraph(path):
    import pyoxigraph

    return pyoxigraph_graph(path, pyoxigraph.RdfFormat.TURTLE)


@reader
def turtle_rdflib(path):
    return rdflib_graph(path, "turtle")


@reader
def ntriples_pyoxigraph(path):
    import pyoxigraph

    return pyoxigraph_graph(path, pyoxigraph.RdfFormat.N_TRIPLES)


@reader
def ntriples_rdflib(path):
    return rdflib_graph(path, "nt")


@reader
def jsonld_pyoxigraph(path):
    import pyoxigraph

    return pyoxigraph_graph(path, pyoxigraph.RdfFormat.JSON_LD)


@reader
def jsonld_rdflib(path):
    return rdflib_graph(path, "json-ld")


@reader
def ftm_followthemoney(path):
    import ftm

    return ftm.graph(path)


@reader
def markdown_pages(path):
    import pages

    return pages.book(path)


def main():
    name, path = sys.argv[1:]
    nodes, edges = READERS[name](path)
    graph = {
        "nodes": {node: stated(attributes) for node, attributes in nodes.items()},
        "edges": [stated(attributes) for attributes in edges],
    }
    json.dump(graph, sys.stdout, default=str)


if __name__ == "__main__":
    main()
