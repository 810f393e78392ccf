// From one revision of a data set to the next: what changed, and how entities stay where they were.
import type { ExplorerDocument } from "../document.ts";

/** The newer document, with every entity where the older one had it; new ones are where foedera puts them. */
export function keepPlaces(before: ExplorerDocument, after: ExplorerDocument): ExplorerDocument {
  const nodes = { ...after.nodes, ...placed(after.nodes.id, after.nodes, before.nodes.id, before.nodes) };
  const views = after.views.map((view) => {
    const old = before.views.find(({ id }) => id === view.id);
    return old ? { ...view, ...placed(ids(after, view.nodes), view, ids(before, old.nodes), old) } : view;
  });
  return { ...after, nodes, views };
}

function ids(document: ExplorerDocument, nodes: readonly number[]): string[] {
  return nodes.map((node) => document.nodes.id[node] ?? "");
}

interface Places { x: number[]; y: number[] }

function placed(ids: readonly string[], places: Places, oldIds: readonly string[], old: Places): Places {
  const at = new Map(oldIds.map((id, place) => [id, place]));
  const kept = (axis: "x" | "y"): number[] => ids.map((id, place) => old[axis][at.get(id) ?? -1] ?? places[axis][place] ?? 0);
  return { x: kept("x"), y: kept("y") };
}

/** What changed, in a sentence. */
export function changes(before: ExplorerDocument, after: ExplorerDocument): string {
  const [old, now] = [new Set(before.nodes.id), new Set(after.nodes.id)];
  const [come, gone] = [missing(after, old), missing(before, now)];
  const parts = [told("new", come), told("gone", gone)].filter((part) => part !== "");
  return `The data changed${parts.length > 0 ? `: ${parts.join("; ")}` : ""}`;
}

/** The names of the entities that another document does not have. */
function missing({ nodes }: ExplorerDocument, other: ReadonlySet<string>): string[] {
  return nodes.name.filter((_, node) => !other.has(nodes.id[node] ?? ""));
}

function told(word: string, names: readonly string[]): string {
  if (names.length === 0) return "";
  return names.length > 2 ? `${names.length} ${word}` : `${word} ${names.join(", ")}`;
}
