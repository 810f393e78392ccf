// The address of the page says what it looks at: hash only, ids and names, defaults left out.
// A selection, a page or a view makes a step back; typing and the slider do not.
import { batch, effect } from "@preact/signals";
import { read as readDay, written } from "../model/time.ts";
import * as store from "./store.ts";

/** What the address holds, as text. */
export type Fields = ReadonlyMap<string, string>;

/** Names that the store itself keeps; every other one is an extra of some page. */
const OWN = new Set(["page", "view", "step", "at", "link", "depth", "open", "all", "on", "ended", "kinds", "relations", "stances", "q"]);
/** A change in one of these is a step that the browser's back button takes back. */
const STEPS = ["page", "view", "at", "link"];

/** The fields of a hash; what is no field of it is left out. */
export function parse(hash: string): Fields {
  return new Map(new URLSearchParams(hash.replace(/^#/, "")));
}

/** A hash of fields; empty where there is none. */
export function format(fields: Fields): string {
  const text = new URLSearchParams([...fields]).toString();
  return text === "" ? "" : `#${text.replaceAll("%2C", ",").replaceAll("%7E", "~")}`;
}

/** Reads the address now and whenever it changes, and writes it whenever the store does. */
export function follow(): void {
  restore(parse(location.hash));
  window.addEventListener("popstate", () => restore(parse(location.hash)));
  window.addEventListener("hashchange", () => restore(parse(location.hash)));
  let before = fields();
  let first = true;
  effect(() => {
    const now = fields();
    const isStep = !first && STEPS.some((name) => now.get(name) !== before.get(name));
    const address = format(now) || location.pathname + location.search;
    if (format(now) !== format(parse(location.hash))) {
      if (isStep) history.pushState(null, "", address);
      else history.replaceState(null, "", address);
    }
    before = now;
    first = false;
  });
}

/** What the store says, as fields. */
function fields(): Map<string, string> {
  const map = new Map<string, string>();
  const put = (name: string, value: string | null | undefined): void => {
    if (value) map.set(name, value);
  };
  const chosen = store.selected.value;
  put("page", store.page.value === "map" ? null : store.page.value);
  put("view", store.viewId.value);
  put("step", store.step.value === null ? null : String(store.step.value + 1));
  put("at", chosen?.sort === "node" ? chosen.id : null);
  put("link", chosen?.sort === "link" ? chosen.key : null);
  put("depth", store.depth.value === 1 ? null : String(store.depth.value));
  put("open", store.expanded.value.join(","));
  put("all", store.everything.value ? "yes" : null);
  put("on", store.day.value === null ? null : written(store.day.value));
  put("ended", store.showEnded.value ? null : "hide");
  put("kinds", [...store.hiddenKinds.value].sort().join(","));
  put("relations", [...store.hiddenRelations.value].sort().join(","));
  put("stances", [...store.hiddenStances.value].sort().join(","));
  put("q", store.query.value);
  for (const [name, value] of Object.entries(store.extras.value)) put(name, value);
  return map;
}

/** Makes the store say what the fields do. Ids that the data set does not have are left out, with a note. */
function restore(fields: Fields): void {
  const current = store.loaded.peek();
  if (!current) return;
  const unknown: string[] = [];
  const known = (id: string): boolean => {
    if (current.byId.has(id)) return true;
    unknown.push(id);
    return false;
  };
  batch(() => {
    store.page.value = fields.get("page") ?? "map";
    const view = fields.get("view") ?? null;
    const hasView = view === null || current.document.views.some((one) => one.id === view);
    if (!hasView) unknown.push(view);
    store.viewId.value = hasView ? view : null;
    store.step.value = count(fields.get("step"), 1) ? Number(fields.get("step")) - 1 : null;
    store.selected.value = chosen(fields, known, unknown);
    store.depth.value = count(fields.get("depth"), 1) ? Math.min(Number(fields.get("depth")), 3) : 1;
    store.expanded.value = list(fields.get("open")).filter(known);
    store.everything.value = fields.get("all") === "yes";
    store.day.value = readDay(fields.get("on") ?? "");
    store.showEnded.value = fields.get("ended") !== "hide";
    store.hiddenKinds.value = new Set(list(fields.get("kinds")));
    store.hiddenRelations.value = new Set(list(fields.get("relations")));
    store.hiddenStances.value = new Set(list(fields.get("stances")));
    store.query.value = fields.get("q") ?? "";
    store.extras.value = Object.fromEntries([...fields].filter(([name]) => !OWN.has(name)));
    if (unknown.length > 0) store.notice.value = `Not in this data set: ${unknown.join(", ")}`;
  });
}

function chosen(fields: Fields, known: (id: string) => boolean, unknown: string[]): store.Selected | null {
  const id = fields.get("at");
  if (id !== undefined) return known(id) ? { sort: "node", id } : null;
  const key = fields.get("link");
  const current = store.loaded.peek();
  if (key === undefined || !current) return null;
  if (store.linkOf(current, key) !== undefined) return { sort: "link", key };
  unknown.push(key);
  return null;
}

/** Whether a text is a whole number of at least `least`. */
function count(text: string | undefined, least: number): boolean {
  return text !== undefined && /^\d{1,4}$/.test(text) && Number(text) >= least;
}

function list(text: string | undefined): string[] {
  return (text ?? "").split(",").filter((part) => part !== "");
}
