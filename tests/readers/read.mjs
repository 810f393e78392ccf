// Reads an export with the library that it is meant for, and prints what came back, as read.py does:
//
//     node read.mjs READER PATH
//
// A reader is a function below from a path to `nodes`, attributes by id, and `edges`, a list of
// attributes that include `source` and `target`.

import { readFileSync } from "node:fs";

const READERS = {
  async cytoscape(path) {
    const { default: cytoscape } = await import("cytoscape");
    const { elements } = JSON.parse(readFileSync(path, "utf8"));
    const graph = cytoscape({ headless: true, elements });
    const all = (some) => some.map((element) => element.data());
    return { nodes: byId(all(graph.nodes())), edges: all(graph.edges()) };
  },

  async graphology(path) {
    const { default: Graph } = await import("graphology");
    return whole(Graph.from(JSON.parse(readFileSync(path, "utf8"))));
  },

  async "gexf-graphology"(path) {
    const { default: Graph } = await import("graphology");
    const { default: gexf } = await import("graphology-gexf");
    return whole(gexf.parse(Graph, readFileSync(path, "utf8")));
  },

  /** Nodes are called as Mermaid calls them; entities are turned back as it does when it draws. */
  async mermaid(path) {
    const { JSDOM } = await import("jsdom");
    const { window } = new JSDOM("");
    Object.assign(globalThis, { window, document: window.document });
    const { default: mermaid } = await import("mermaid");
    mermaid.initialize({ startOnLoad: false, maxEdges: 1e6, maxTextSize: 1e8 });
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(readFileSync(path, "utf8"));
    const text = (encoded) => encoded.replace(/\uFB02\u00B0\u00B0(\d+)\u00B6\u00DF/g, (_, code) => String.fromCodePoint(code));
    const of = ({ text: label, type, classes }) => ({ label: text(label), type, classes });
    const nodes = Object.fromEntries([...db.getVertices().values()].map((node) => [node.id, of(node)]));
    const edges = db.getEdges().map(({ start, end, text: label, type, stroke, style }) => ({
      source: start, target: end, label: text(label), type, stroke, style,
    }));
    return { nodes, edges };
  },
};

function byId(all) {
  return Object.fromEntries(all.map((data) => [data.id, data]));
}

/** A graph of graphology's. */
function whole(graph) {
  const nodes = Object.fromEntries(graph.mapNodes((id, attributes) => [id, attributes]));
  const edges = graph.mapEdges((_, attributes, source, target) => ({ ...attributes, source, target }));
  return { nodes, edges };
}

const [name, path] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await READERS[name](path)));
