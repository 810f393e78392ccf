// Finds entities by name, alias or id: what a reader means by a few letters.
import type { Graph } from "./graph.ts";

/** A node that answers a search, and the name by which it does. */
export interface Hit {
  node: number;
  /** The alias that matched, where the name did not. */
  alias?: string;
  score: number;
}

/** Names folded for comparison, made once per document. */
export interface Names {
  graph: Graph;
  folded: readonly (readonly string[])[];
}

/** Folds every name and alias of a graph. */
export function names(graph: Graph): Names {
  const { name, id, detail } = graph.document.nodes;
  const folded = name.map((text, node) => [text, ...(detail[node]?.aliases ?? []), id[node] ?? ""].map(fold));
  return { graph, folded };
}

/** Case, accents and punctuation set aside. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The best hits, best first; ties go to the better connected, then to the order of the document. */
export function search(names: Names, query: string, limit: number): Hit[] {
  const wanted = fold(query);
  if (wanted === "") return [];
  const words = wanted.split(" ");
  const hits: Hit[] = [];
  names.folded.forEach((candidates, node) => {
    let best: Hit | undefined;
    candidates.forEach((candidate, which) => {
      const score = match(candidate, wanted, words) - (which === 0 ? 0 : 1);
      if (score > (best?.score ?? 0)) best = { node, score, ...aliasOf(names.graph, node, which) };
    });
    if (best) hits.push(best);
  });
  const degree = names.graph.degree;
  hits.sort((a, b) => b.score - a.score || (degree[b.node] ?? 0) - (degree[a.node] ?? 0) || a.node - b.node);
  return hits.slice(0, limit);
}

/** The whole name 100, its start 80, the start of each word wanted 60, anywhere in it 30, else 0. */
function match(candidate: string, wanted: string, words: readonly string[]): number {
  if (candidate === wanted) return 100;
  if (candidate.startsWith(wanted)) return 80;
  const padded = ` ${candidate}`;
  if (words.every((word) => padded.includes(` ${word}`))) return 60;
  return words.every((word) => candidate.includes(word)) ? 30 : 0;
}

function aliasOf(graph: Graph, node: number, which: number): { alias?: string } {
  const alias = graph.document.nodes.detail[node]?.aliases?.[which - 1];
  return alias === undefined ? {} : { alias };
}
