// Which part of the graph a page is about: a view, the whole, or for a big graph its main actors and what was opened.
import type { ViewBody } from "../document.ts";
import { ends, type Graph, linksOf, other } from "./graph.ts";
import type { Scope } from "./show.ts";

/** Above so many entities the whole is no picture any more. */
export const WHOLE = 800;
/** With so many best connected entities a big graph opens. */
const FIRST = 60;
/** So many neighbours are opened at once. */
export const NEIGHBOURS = 100;

/** What the reader asked to see beside it. */
export interface Asked {
  expanded: readonly number[];
  selected: number | undefined;
  everything: boolean;
}

/** The nodes and links in question. */
export function scopeOf(graph: Graph, view: ViewBody | undefined, asked: Asked): Scope {
  const { document } = graph;
  const { expanded, selected, everything } = asked;
  if (!view && (everything || graph.size <= WHOLE)) return { nodes: range(graph.size), links: range(document.links.source.length) };
  const start = view ? view.nodes : best(graph, FIRST);
  const nodes = new Set(start);
  for (const node of expanded) for (const next of neighbours(graph, node)) nodes.add(next);
  for (const node of expanded) nodes.add(node);
  if (!view && selected !== undefined) nodes.add(selected);
  const links = new Set(view ? view.links : linksAmong(graph, nodes));
  if (view) for (const link of linksBeyond(graph, nodes, new Set(start))) links.add(link);
  return { nodes: [...nodes], links: [...links] };
}

/** The neighbours of an entity, best connected first, at most `NEIGHBOURS`. */
export function neighbours(graph: Graph, node: number): number[] {
  const found = new Set<number>();
  for (const link of linksOf(graph, node)) found.add(other(graph, link, node));
  found.delete(node);
  return [...found].sort((a, b) => byDegree(graph, a, b)).slice(0, NEIGHBOURS);
}

/** The best connected entities. */
export function best(graph: Graph, count: number): number[] {
  return range(graph.size).sort((a, b) => byDegree(graph, a, b)).slice(0, count);
}

function byDegree(graph: Graph, a: number, b: number): number {
  return (graph.degree[b] ?? 0) - (graph.degree[a] ?? 0) || a - b;
}

function linksAmong(graph: Graph, nodes: ReadonlySet<number>): number[] {
  const links: number[] = [];
  for (const node of nodes) {
    for (const link of linksOf(graph, node)) {
      const [from, to] = ends(graph.document, link);
      if (from === node && nodes.has(to)) links.push(link);
    }
  }
  return links;
}

/** Links among the nodes that touch one outside the start: what a view leaves out on purpose stays out. */
function linksBeyond(graph: Graph, nodes: ReadonlySet<number>, start: ReadonlySet<number>): number[] {
  return linksAmong(graph, nodes).filter((link) => ends(graph.document, link).some((end) => !start.has(end)));
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
