// What is said of one entity: its links by side and kind, as the columns beside it.
import { ends, type Graph, linksOf, other } from "./graph.ts";
import { type Question, shown } from "./show.ts";
import type { Line } from "../tokens.ts";

/** A link, seen from the entity. */
export interface Row {
  link: number;
  other: number;
  line: Line;
}

/** The links of one kind on one side. */
export interface Group {
  relation: number;
  /** Read from the source to the target. */
  label: string;
  rows: Row[];
}

/** Both sides; what is read either way stands with what goes out. */
export interface Sides {
  incoming: Group[];
  outgoing: Group[];
}

/** The links of an entity that are shown. */
export function sides(graph: Graph, node: number, question: Question): Sides {
  const links = [...linksOf(graph, node)];
  const nodes = [...new Set([node, ...links.map((link) => other(graph, link, node))])];
  const visible = shown(graph, { nodes, links }, question);
  const incoming: Row[] = [];
  const outgoing: Row[] = [];
  for (const link of links) {
    if (visible.links[link] !== 1) continue;
    const row: Row = { link, other: other(graph, link, node), line: visible.linkLines[link] ?? "stated" };
    const [source] = ends(graph.document, link);
    const relation = graph.document.relations[graph.document.links.relation[link] ?? -1];
    (source === node || relation?.directed === false ? outgoing : incoming).push(row);
  }
  return { incoming: byKind(graph, incoming), outgoing: byKind(graph, outgoing) };
}

/** By family, then by kind, in the order of the document. */
function byKind(graph: Graph, rows: readonly Row[]): Group[] {
  const { links, relations } = graph.document;
  const kinds = new Map<number, Row[]>();
  for (const row of rows) {
    const kind = links.relation[row.link] ?? -1;
    kinds.set(kind, [...(kinds.get(kind) ?? []), row]);
  }
  const groups = [...kinds].map(([relation, rows]) => ({ relation, label: relations[relation]?.label ?? "", rows }));
  const family = ({ relation }: Group): number => FAMILIES.indexOf(relations[relation]?.family ?? "other");
  return groups.sort((a, b) => family(a) - family(b) || a.relation - b.relation);
}

const FAMILIES = ["obligation", "legal", "membership", "other"];
