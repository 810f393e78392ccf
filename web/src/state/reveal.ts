// Brings an entity before the reader's eyes: selects it, and undoes what would hide it.
import { batch, signal } from "@preact/signals";
import { graph, shown } from "./derived.ts";
import * as store from "./store.ts";

/** What the map should bring into sight, and a count that tells one wish from the next. */
export const wish = signal<{ nodes: readonly number[]; count: number }>({ nodes: [], count: 0 });

/** Selects an entity, leaves the view where it is not part of it, and switches its kind on again. */
export function reveal(node: number): void {
  store.select(node);
  if (shown.peek().nodes[node] !== 1) {
    batch(() => {
      if (store.viewId.peek() !== null && !inView(node)) store.openView(null);
      switchOn(node);
    });
    if (shown.peek().nodes[node] !== 1) store.showEnded.value = true;
  }
  frame([node]);
}

/** Asks the map to bring some entities into sight. */
export function frame(nodes: readonly number[]): void {
  wish.value = { nodes, count: wish.peek().count + 1 };
}

function inView(node: number): boolean {
  const { document } = graph.peek();
  return document.views.find((view) => view.id === store.viewId.peek())?.nodes.includes(node) ?? false;
}

function switchOn(node: number): void {
  const { document } = graph.peek();
  const kind = document.kinds[document.nodes.kind[node] ?? -1]?.name;
  if (kind === undefined || !store.hiddenKinds.peek().has(kind)) return;
  store.hiddenKinds.value = new Set([...store.hiddenKinds.peek()].filter((name) => name !== kind));
}
