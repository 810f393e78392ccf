// Which records a passage backs: the other way round of citing.
import type { ExplorerDocument } from "../document.ts";
import { ends, type Graph } from "./graph.ts";

/** What rests on some citations. */
export interface Backed {
  nodes: number[];
  links: number[];
}

/** The records that one of some citations backs, in the order of the document. */
export function backed(graph: Graph, cites: readonly number[]): Backed {
  const { document } = graph;
  const wanted = new Set(cites);
  const rests = (own: readonly number[] | undefined): boolean => own?.some((cite) => wanted.has(cite)) ?? false;
  const nodes = document.nodes.id.flatMap((_, node) => (rests(citesOf(graph, node)) ? [node] : []));
  const links = document.links.cites.flatMap((own, link) => (rests(own) && !isPart(document, link) ? [link] : []));
  return { nodes, links };
}

/** Every citation of a node: of itself, of its figures, of the steps of the commitment that it is. */
export function citesOf(graph: Graph, node: number): number[] {
  const { nodes } = graph.document;
  const figures = (nodes.detail[node]?.measures ?? []).flatMap((figure) => figure.cites);
  const steps = (graph.commitment.get(node)?.history ?? []).flatMap((step) => step.cites);
  return [...new Set([...(nodes.cites[node] ?? []), ...figures, ...steps])];
}

/** Whether a link is a part of a commitment, or an end of a relation, and not a record of its own. */
export function isPart(document: ExplorerDocument, link: number): boolean {
  const own = document.links.cites[link] ?? [];
  return ends(document, link).some((end) => {
    const sort = document.kinds[document.nodes.kind[end] ?? -1]?.sort;
    return sort !== "entity" && same(own, document.nodes.cites[end] ?? []);
  });
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((cite, place) => cite === b[place]);
}
