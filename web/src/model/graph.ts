// The document with the indexes that the page asks: ids to numbers, and who is linked to whom.
import type { CommitmentBody, ExplorerDocument } from "../document.ts";

/** A document and its indexes. Nodes and links are numbers, as in the document. */
export interface Graph {
  readonly document: ExplorerDocument;
  readonly size: number;
  readonly byId: ReadonlyMap<string, number>;
  /** The links of node `n` are `links[starts[n]]` up to, without, `links[starts[n + 1]]`. */
  readonly starts: Uint32Array;
  readonly links: Uint32Array;
  readonly degree: Uint32Array;
  /** The commitment that a node is. */
  readonly commitment: ReadonlyMap<number, CommitmentBody>;
}

/** Indexes a document. */
export function index(document: ExplorerDocument): Graph {
  const { nodes, links } = document;
  const size = nodes.id.length;
  const degree = new Uint32Array(size);
  for (let link = 0; link < links.source.length; link += 1) {
    const [from, to] = ends(document, link);
    degree[from] = (degree[from] ?? 0) + 1;
    if (to !== from) degree[to] = (degree[to] ?? 0) + 1;
  }
  const starts = new Uint32Array(size + 1);
  for (let node = 0; node < size; node += 1) starts[node + 1] = (starts[node] ?? 0) + (degree[node] ?? 0);
  const next = starts.slice();
  const incident = new Uint32Array(starts[size] ?? 0);
  const put = (node: number, link: number): void => {
    const at = next[node] ?? 0;
    incident[at] = link;
    next[node] = at + 1;
  };
  for (let link = 0; link < links.source.length; link += 1) {
    const [from, to] = ends(document, link);
    put(from, link);
    if (to !== from) put(to, link);
  }
  return {
    document,
    size,
    byId: new Map(nodes.id.map((id, node) => [id, node])),
    starts,
    links: incident,
    degree,
    commitment: new Map(document.commitments.map((body) => [body.node, body])),
  };
}

/** The two ends of a link. */
export function ends(document: ExplorerDocument, link: number): [from: number, to: number] {
  return [document.links.source[link] ?? 0, document.links.target[link] ?? 0];
}

/** The links at a node, in the order of the document. */
export function linksOf(graph: Graph, node: number): Uint32Array {
  return graph.links.subarray(graph.starts[node] ?? 0, graph.starts[node + 1] ?? 0);
}

/** The end of a link that is not `node`; `node` itself where the link is a loop. */
export function other(graph: Graph, link: number, node: number): number {
  const [from, to] = ends(graph.document, link);
  return from === node ? to : from;
}

/** The nodes within so many steps of one, itself among them, over the links that `open` lets pass. */
export function around(graph: Graph, node: number, steps: number, open: (link: number) => boolean): Set<number> {
  const reached = new Set([node]);
  let edge = [node];
  for (let step = 0; step < steps; step += 1) {
    const beyond: number[] = [];
    for (const at of edge) {
      for (const link of linksOf(graph, at)) {
        const next = other(graph, link, at);
        if (!open(link) || reached.has(next)) continue;
        reached.add(next);
        beyond.push(next);
      }
    }
    edge = beyond;
  }
  return reached;
}
