// Which records a passage backs: the other way round of citing.
import type { ExplorerDocument } from "../document.ts";
import { ends, type Graph } from "./graph.ts";

/** What rests on some citations. */
export interface Backed {
  nodes: number[];
  links: number[];
  /** Figures, by the node that they measure. */
  figures: { node: number; words: string }[];
}

/** The records that one of some citations backs, in the order of the document. */
export function backed(graph: Graph, cites: readonly number[]): Backed {
  const { document } = graph;
  const wanted = new Set(cites);
  const rests = (own: readonly number[] | undefined): boolean => own?.some((cite) => wanted.has(cite)) ?? false;
  const steps = (node: number): number[] => (graph.commitment.get(node)?.history ?? []).flatMap((step) => step.cites);
  // A relation that others are said of is a node too; it is told as the link that it is.
  const isRecord = (node: number): boolean => document.kinds[document.nodes.kind[node] ?? -1]?.sort !== "relation";
  return {
    nodes: document.nodes.cites.flatMap((own, node) => (isRecord(node) && (rests(own) || rests(steps(node))) ? [node] : [])),
    links: document.links.cites.flatMap((own, link) => (rests(own) && !isPart(document, link) ? [link] : [])),
    figures: document.nodes.detail.flatMap((detail, node) =>
      (detail?.measures ?? []).filter((figure) => rests(figure.cites)).map(({ words }) => ({ node, words }))),
  };
}

/** Whether a link is no record of its own, but a part of a commitment, an end of a relation, or a provision's place in its whole. */
export function isPart(document: ExplorerDocument, link: number): boolean {
  const own = document.links.cites[link] ?? [];
  return ends(document, link).some((end) => {
    const sort = document.kinds[document.nodes.kind[end] ?? -1]?.sort;
    return (sort !== "entity" || isWhole(document, link)) && same(own, document.nodes.cites[end] ?? []);
  });
}

/** Whether a link leads from a provision to what it is part of. */
export function isWhole(document: ExplorerDocument, link: number): boolean {
  return document.relations[document.links.relation[link] ?? -1]?.name === "Whole";
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((cite, place) => cite === b[place]);
}
