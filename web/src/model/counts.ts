// How many of each kind, relation and stance there are in a scope: what the legend says beside each.
import type { Graph } from "./graph.ts";
import type { Scope } from "./show.ts";

/** Counts by index: into kinds, relations and stances of the document. */
export interface Counts { kinds: number[]; relations: number[]; stances: number[] }

/** Counts the nodes and links of a scope. */
export function count(graph: Graph, scope: Scope): Counts {
  const { document } = graph;
  return {
    kinds: tally(document.kinds.length, scope.nodes, document.nodes.kind),
    relations: tally(document.relations.length, scope.links, document.links.relation),
    stances: tally(document.stances.length, scope.links, document.links.stance),
  };
}

function tally(length: number, members: readonly number[], column: readonly number[]): number[] {
  const counts = Array.from({ length }, () => 0);
  for (const member of members) {
    const at = column[member] ?? 0;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}
