// What the page is looking at: the few signals that everything else derives from.
// They hold ids and names, never numbers, so that they outlive a change of the data.
import { batch, signal } from "@preact/signals";
import type { Day } from "../document.ts";
import type { Graph } from "../model/graph.ts";

/** An entity by its id, or a link by its key (`keyOf`). */
export type Selected = { sort: "node"; id: string } | { sort: "link"; key: string };

/** The data set; set once at the start, and again when the server has a newer one. */
export const loaded = signal<Graph | null>(null);
/** Whether a server stands behind the page. */
export const served = signal(false);

/** Which page is open, by the id that `registry.ts` gives it. */
export const page = signal("map");
/** Which view of the data set is open, by id; null: the whole graph. */
export const viewId = signal<string | null>(null);
/** Which step of the view's walk-through is on, from 0; null: it is not walked. */
export const step = signal<number | null>(null);
/** What is selected. */
export const selected = signal<Selected | null>(null);
/** How many steps from the selection are lit. */
export const depth = signal(1);
/** Entities whose neighbours were asked for, by id, in the order of asking. */
export const expanded = signal<readonly string[]>([]);
/** Whether a big graph is drawn whole; it opens with its main actors. */
export const everything = signal(false);
/** The day asked about; null: no day in particular. */
export const day = signal<Day | null>(null);
/** Whether what does not hold on the day is drawn, as ended; else it is left out. */
export const showEnded = signal(true);

/** Kinds, relation kinds and stances that are switched off, by name. */
export const hiddenKinds = signal<ReadonlySet<string>>(new Set());
export const hiddenRelations = signal<ReadonlySet<string>>(new Set());
export const hiddenStances = signal<ReadonlySet<string>>(new Set());

/** The words in the search box. */
export const query = signal("");
/** What a page keeps of its own in the address (the ends of a path, a sort order), by name. */
export const extras = signal<Readonly<Record<string, string>>>({});

/** What is said to readers of the screen, and shown for a moment. */
export const notice = signal("");

/** Selects an entity by its number. */
export function select(node: number): void {
  const id = loaded.peek()?.document.nodes.id[node];
  if (id !== undefined) selected.value = { sort: "node", id };
}

/** Selects a link by its number. */
export function selectLink(link: number): void {
  const current = loaded.peek();
  if (current) selected.value = { sort: "link", key: keyOf(current, link) };
}

/** Opens a page. */
export function open(id: string): void {
  page.value = id;
}

/** Opens a view of the data set with its own day, or the whole graph. */
export function openView(id: string | null): void {
  batch(() => {
    const view = loaded.peek()?.document.views.find((one) => one.id === id);
    viewId.value = view ? view.id : null;
    step.value = null;
    expanded.value = [];
    day.value = view?.as_of_day ?? null;
  });
}

/** Keeps a value of a page's own in the address; undefined forgets it. */
export function keep(name: string, value: string | undefined): void {
  const { [name]: _, ...rest } = extras.peek();
  extras.value = value === undefined ? rest : { ...rest, [name]: value };
}

/** A link by its ends and relation, and a number where several are alike: `japan~PartyTo~treaty`, `…~2`. */
export function keyOf(graph: Graph, link: number): string {
  const name = plainKey(graph, link);
  let alike = 1;
  for (const twin of twins(graph, link)) {
    if (twin === link) break;
    if (plainKey(graph, twin) === name) alike += 1;
  }
  return alike === 1 ? name : `${name}~${alike}`;
}

/** The number of the link that has a key; undefined where none has. */
export function linkOf(graph: Graph, key: string): number | undefined {
  const node = graph.byId.get(key.split("~")[0] ?? "");
  if (node === undefined) return undefined;
  const candidates = graph.links.subarray(graph.starts[node] ?? 0, graph.starts[node + 1] ?? 0);
  return candidates.find((link) => keyOf(graph, link) === key);
}

function plainKey(graph: Graph, link: number): string {
  const { links, nodes, relations } = graph.document;
  const [source, target, relation] = [links.source[link] ?? 0, links.target[link] ?? 0, links.relation[link] ?? 0];
  return `${nodes.id[source] ?? ""}~${relations[relation]?.name ?? ""}~${nodes.id[target] ?? ""}`;
}

function twins(graph: Graph, link: number): Uint32Array {
  const node = graph.document.links.source[link] ?? 0;
  return graph.links.subarray(graph.starts[node] ?? 0, graph.starts[node + 1] ?? 0);
}
