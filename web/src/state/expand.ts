// Opens the neighbours of an entity beside what is shown, and takes them away again.
import { NEIGHBOURS } from "../model/scope.ts";
import { graph, hiddenNeighbours } from "./derived.ts";
import { expanded, notice } from "./store.ts";

/** Opens the neighbours of an entity; those that it opened already go away again. */
export function expand(node: number): void {
  const { id, name } = graph.peek().document.nodes;
  const own = id[node];
  if (own === undefined) return;
  if (expanded.peek().includes(own)) {
    expanded.value = expanded.peek().filter((other) => other !== own);
    notice.value = `Neighbours of ${name[node]} closed`;
    return;
  }
  const hidden = hiddenNeighbours(node);
  if (hidden === 0) {
    notice.value = `All neighbours of ${name[node]} are shown`;
    return;
  }
  expanded.value = [...expanded.peek(), own];
  const left = hiddenNeighbours(node);
  notice.value = `${hidden - left} neighbours opened${left > 0 ? `, ${left} more than the ${NEIGHBOURS} that are opened at once` : ""}`;
}

/** Whether the neighbours of an entity were opened. */
export function isExpanded(node: number): boolean {
  return expanded.value.includes(graph.value.document.nodes.id[node] ?? "");
}
