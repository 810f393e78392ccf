// The page of paths: how two entities are connected, by every path of the fewest hops.
import { batch, computed, signal } from "@preact/signals";
import { listed, type Routes, type Rules, rulesOf, shortest } from "../model/paths.ts";
import { spoken } from "../model/time.ts";
import { filters, graph, selectedNode } from "../state/derived.ts";
import { day, extras, keep, notice, open } from "../state/store.ts";
import type { Page, Shortcut } from "./parts.ts";
import { PathDrawing } from "./path-drawing.tsx";
import { PathList } from "./path-list.tsx";
import { Picker } from "./picker.tsx";
import "../style/paths.css";

/** So many paths are listed, as `foedera path --all` does. */
const LISTED = 100;

/** An end of the path, from the address. */
const end = (name: "from" | "to"): number | undefined => graph.value.byId.get(extras.value[name] ?? "");

/** What may be walked, by the filters, the day and the fields of the page. */
export const rules = computed((): Rules => {
  const { directed, certain, claims } = extras.value;
  return rulesOf(graph.value, filters.value, day.value, { directed: directed === "yes", certain: certain === "yes", everyStance: claims === "all" });
});

/** The paths that the page shows: none asked for, none there, or all of them. */
export const routes = computed((): Routes | null | undefined => {
  const [from, to] = [end("from"), end("to")];
  return from === undefined || to === undefined ? undefined : shortest(graph.value, from, to, rules.value);
});

/** Which of the listed paths a reader points at. */
const pointed = signal<number | null>(null);

function Paths() {
  const found = routes.value;
  const paths = found ? listed(found, LISTED) : [];
  return (
    <section class="sheet" aria-labelledby="paths-title">
      <h2 id="paths-title">Paths</h2>
      <Fields />
      <p class="lead" role="status">{summary(found, paths.length)}</p>
      {found && (
        <>
          <PathDrawing routes={found} rules={rules.value} lit={paths[pointed.value ?? -1]} />
          <PathList paths={paths} rules={rules.value} point={(at) => { pointed.value = at; }} />
        </>
      )}
    </section>
  );
}

function Fields() {
  return (
    <div class="fields">
      <Picker id="path-from" label="From" node={end("from")} choose={(node) => choose("from", node)} />
      <button type="button" class="tool" aria-label="Swap the ends" title="Swap the ends" onClick={swap}>⇄</button>
      <Picker id="path-to" label="To" node={end("to")} choose={(node) => choose("to", node)} />
      <Check name="directed" value="yes" title="as relations are read" />
      <Check name="certain" value="yes" title="certain on the day only" />
      <Check name="claims" value="all" title="claims of every stance" />
    </div>
  );
}

function choose(name: "from" | "to", node: number): void {
  keep(name, graph.peek().document.nodes.id[node]);
}

function Check({ name, value, title }: { name: string; value: string; title: string }) {
  return (
    <label class="check">
      <input type="checkbox" checked={extras.value[name] === value} onChange={(event) => keep(name, event.currentTarget.checked ? value : undefined)} />
      {title}
    </label>
  );
}

function swap(): void {
  const { from, to } = extras.peek();
  batch(() => {
    keep("from", to);
    keep("to", from);
  });
}

function summary(found: Routes | null | undefined, count: number): string {
  const { name } = graph.value.document.nodes;
  const [from, to] = [end("from"), end("to")];
  if (from === undefined || to === undefined) return "Choose two entities; every shortest path between them is shown, over the whole data set.";
  const when = day.value === null ? "" : ` as of ${spoken(day.value)}`;
  const walked = extras.value["claims"] === "all" ? "claims of every stance" : `what is claimed as ${stances()}`;
  if (found === undefined) return "";
  if (found === null) return `${name[from]} and ${name[to]} are not connected${when}, by ${walked} that the legend leaves.`;
  if (found.hops === 0) return `${name[from]} is where it starts and ends.`;
  const hops = found.hops === 1 ? "1 hop" : `${found.hops} hops`;
  const number = found.total === 1 ? `One shortest path, of ${hops}` : `${found.total} shortest paths, of ${hops} each`;
  const listing = count < found.total ? `; the first ${count} are listed` : "";
  return `${number}${when}, by ${walked}${listing}.`;
}

/** The stances that are walked, in words. */
function stances(): string {
  const { stances: names, walked } = graph.value.document;
  return walked.map((number) => names[number] ?? "").filter((name) => !filters.value.stances.has(name)).join(" or ");
}

/** Starts a path at what is selected. */
export const pathFromHere: Shortcut = {
  key: "p",
  does: "path from here",
  run: () => {
    const node = selectedNode.peek();
    batch(() => {
      if (node !== undefined) keep("from", graph.peek().document.nodes.id[node]);
      open("paths");
    });
    if (node !== undefined) notice.value = `Path from ${graph.peek().document.nodes.name[node] ?? ""}: choose where to`;
    requestAnimationFrame(() => document.getElementById(node === undefined ? "path-from" : "path-to")?.focus());
  },
};

export const paths: Page = { id: "paths", title: "Paths", body: Paths };
