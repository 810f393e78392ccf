// The commitments as rows: which fit a filter, and how they are grouped and written out.
import type { CommitmentBody, Day, Status } from "../document.ts";
import { isWhole } from "./backing.ts";
import { ends, type Graph, linksOf } from "./graph.ts";
import { fold } from "./search.ts";
import { lateness, type Lateness, wordsOf } from "./status.ts";
import { csv, type Key } from "./table.ts";
import { at } from "./time.ts";

/** A commitment on a day. */
export interface Row {
  node: number;
  name: string;
  body: CommitmentBody;
  status: Status;
  late: Lateness | null;
}

/** What is asked for; empty texts ask for all. */
export interface Wanted {
  /** Words that stand in the name, or in that of a party, instrument or subject. */
  text: string;
  status: string;
  binding: string;
  /** The id of who owes it. */
  by: string;
}

/** Every commitment as it stands on a day, in the order of the document. */
export function rows(graph: Graph, day: Day): Row[] {
  return graph.document.commitments.flatMap((body) => {
    const status = at(body.status, day);
    const name = graph.document.nodes.name[body.node] ?? "";
    return status ? [{ node: body.node, name, body, status, late: lateness(body, day) }] : [];
  });
}

/** Whether a commitment had surely not begun, though it has a history: a day before leaves it out. */
export function isEarly(row: Row): boolean {
  return wordsOf(row.status) === "not yet undertaken" && row.body.history.length > 0;
}

/** The rows that fit; one that may have the status asked for stays. */
export function fitting(graph: Graph, all: readonly Row[], wanted: Wanted): Row[] {
  const words = fold(wanted.text).split(" ").filter((word) => word !== "");
  return all.filter(({ body, status, name }) => {
    if (wanted.status !== "" && !status.possible.includes(wanted.status)) return false;
    if (wanted.binding !== "" && body.binding !== wanted.binding) return false;
    if (wanted.by !== "" && !body.by.some((node) => graph.document.nodes.id[node] === wanted.by)) return false;
    if (words.length === 0) return true;
    const around = names(graph, [...body.by, ...body.to, ...body.under, ...body.about]);
    const text = fold([name, body.obligation, ...around].join(" "));
    return words.every((word) => text.includes(word));
  });
}

export type Column = "status" | "name" | "by" | "obligation" | "due" | "under";

/** What a column is sorted by. */
export function keyOf(graph: Graph, column: Column, order: readonly string[]): (row: Row) => Key {
  switch (column) {
    case "status": return ({ status }) => (status.possible.length === 1 ? order.indexOf(status.possible[0] ?? "") : order.length);
    case "name": return ({ name }) => name;
    case "by": return ({ body }) => text(names(graph, [...body.by, ...body.to]));
    case "obligation": return ({ body }) => `${body.obligation} ${body.binding}`;
    case "due": return ({ body }) => body.due?.earliest ?? body.due?.latest ?? null;
    case "under": return ({ body }) => text(body.under.map((node) => titleOf(graph, node)));
  }
}

/** A group of rows under one instrument or provision; null: under none. */
export interface Group {
  under: number | null;
  title: string;
  rows: Row[];
}

/** The rows by instrument or provision, in the order of their titles; those under none come last. */
export function grouped(graph: Graph, rows: readonly Row[]): Group[] {
  const groups = new Map<number | null, Row[]>();
  for (const row of rows) {
    for (const under of row.body.under.length > 0 ? row.body.under : [null]) {
      groups.set(under, [...(groups.get(under) ?? []), row]);
    }
  }
  const titled = [...groups].map(([under, rows]) => ({ under, rows, title: under === null ? "No instrument" : titleOf(graph, under) }));
  return titled.sort((a, b) => Number(a.under === null) - Number(b.under === null) || a.title.localeCompare(b.title, "en", { numeric: true }));
}

/** What an instrument or provision is called; after what it is part of, where its name could mean another too. */
export function titleOf(graph: Graph, node: number): string {
  const { name } = graph.document.nodes;
  const own = name[node] ?? "";
  const whole = name.some((other, at) => other === own && at !== node) ? wholeOf(graph, node) : undefined;
  return whole === undefined ? own : `${name[whole] ?? ""}, ${own}`;
}

/** What a provision is part of. */
function wholeOf(graph: Graph, node: number): number | undefined {
  const link = linksOf(graph, node).find((one) => isWhole(graph.document, one) && graph.document.links.source[one] === node);
  return link === undefined ? undefined : ends(graph.document, link)[1];
}

const HEADER = ["id", "commitment", "status", "depends on", "owed by", "owed to", "obligation", "binding", "due", "overdue", "under"];

/** Rows as comma-separated values. */
export function written(graph: Graph, rows: readonly Row[]): string {
  const { nodes } = graph.document;
  return csv(HEADER, rows.map(({ node, name, body, status, late }) => [
    nodes.id[node] ?? "", name, wordsOf(status), status.decides ?? "",
    names(graph, body.by).join("; "), names(graph, body.to).join("; "),
    body.obligation, body.binding, body.due?.words ?? "", late?.words ?? "",
    body.under.map((one) => titleOf(graph, one)).join("; "),
  ]));
}

function names(graph: Graph, nodes: readonly number[]): string[] {
  return nodes.map((node) => graph.document.nodes.name[node] ?? "");
}

const text = (names: readonly string[]): Key => (names.length === 0 ? null : names.join(", "));
