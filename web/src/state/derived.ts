// What follows from the signals of the store: the open view, the scope, what is shown, what is lit.
import { computed } from "@preact/signals";
import type { ViewBody } from "../document.ts";
import { around, ends, type Graph, linksOf } from "../model/graph.ts";
import { names, search } from "../model/search.ts";
import { type Filters, type Scope, shown as answer, type Shown } from "../model/show.ts";
import { scopeOf } from "../model/scope.ts";
import * as store from "./store.ts";

/** The graph; asked for only where the page stands, so that it is there. */
export const graph = computed((): Graph => {
  const current = store.loaded.value;
  if (!current) throw new Error("asked for the graph before it was loaded");
  return current;
});

/** The view that is open. */
export const view = computed((): ViewBody | undefined =>
  graph.value.document.views.find((one) => one.id === store.viewId.value),
);

/** The entities that the reader has opened the neighbours of. */
export const expanded = computed((): number[] => numbers(graph.value, store.expanded.value));

/** The part of the graph that the page is about. */
export const scope = computed((): Scope =>
  scopeOf(graph.value, view.value, {
    expanded: expanded.value,
    selected: selectedNode.value,
    everything: store.everything.value,
  }),
);

export const filters = computed((): Filters => ({
  kinds: store.hiddenKinds.value,
  relations: store.hiddenRelations.value,
  stances: store.hiddenStances.value,
}));

/** What of the scope is shown, and by which lines. */
export const shown = computed((): Shown =>
  answer(graph.value, scope.value, { filters: filters.value, day: store.day.value, ended: store.showEnded.value }),
);

/** What the filters let through, whatever the day. */
export const onAnyDay = computed((): Shown =>
  answer(graph.value, scope.value, { filters: filters.value, day: null, ended: true }),
);

/** The entity that is selected. */
export const selectedNode = computed((): number | undefined => {
  const chosen = store.selected.value;
  return chosen?.sort === "node" ? graph.value.byId.get(chosen.id) : undefined;
});

/** The link that is selected. */
export const selectedLink = computed((): number | undefined => {
  const chosen = store.selected.value;
  return chosen?.sort === "link" ? store.linkOf(graph.value, chosen.key) : undefined;
});

/** What is lit while the rest is dimmed; null where nothing is. */
export const lit = computed((): ReadonlySet<number> | null => {
  const current = graph.value;
  const at = store.step.value;
  const walked = at === null ? undefined : view.value?.steps[at];
  if (walked) return new Set(walked.nodes);
  if (selectedLink.value !== undefined) return new Set(ends(current.document, selectedLink.value));
  if (selectedNode.value === undefined) return null;
  const open = shown.value.links;
  return around(current, selectedNode.value, store.depth.value, (link) => open[link] === 1);
});

/** How many neighbours of an entity are not in the scope. */
export function hiddenNeighbours(node: number): number {
  const inside = new Set(scope.value.nodes);
  const outside = new Set<number>();
  for (const link of linksOf(graph.value, node)) {
    for (const end of ends(graph.value.document, link)) if (!inside.has(end)) outside.add(end);
  }
  return outside.size;
}

/** The names of the entities, folded for search. */
export const folded = computed(() => names(graph.value));

/** The best answers to what is typed in the search box. */
export const hits = computed(() => search(folded.value, store.query.value, 12));

function numbers(graph: Graph, ids: readonly string[]): number[] {
  return ids.flatMap((id) => graph.byId.get(id) ?? []);
}
