// What is dated, as spans on an axis: surely so, or not to be told.
import type { Day, Piece, Truth } from "../document.ts";
import { isPart } from "./backing.ts";
import type { Graph } from "./graph.ts";
import type { Shown } from "./show.ts";
import { wordsOf } from "./status.ts";
import { dayOf, yearOf } from "./time.ts";

/** A stretch of days, from the first up to the day after the last; null: without an end on that side. */
export interface Span {
  from: Day | null;
  to: Day | null;
  truth: Truth;
  /** What it is in, where that changes. */
  words?: string;
}

/** Something dated. */
export interface Entry {
  sort: "entity" | "relation" | "commitment";
  /** What it is: a node, or a link. */
  of: { node: number } | { link: number };
  words: string;
  spans: Span[];
  /** A day on which it is known to have been so, where nothing else is. */
  mark?: Day;
  /** When it is due. */
  due?: Span;
}

/** What is dated among what is shown: entities, relations, then commitments; each by its first day. */
export function entries(graph: Graph, shown: Shown): Entry[] {
  const { nodes, links, commitments, kinds } = graph.document;
  const found: Entry[] = [];
  nodes.time.forEach((time, node) => {
    const sort = kinds[nodes.kind[node] ?? -1]?.sort;
    if (shown.nodes[node] === 1 && sort === "entity") found.push(...dated(graph, sort, { node }, time));
  });
  links.time.forEach((time, link) => {
    if (shown.links[link] === 1 && !isPart(graph.document, link)) found.push(...dated(graph, "relation", { link }, time));
  });
  for (const body of commitments) {
    if (shown.nodes[body.node] !== 1) continue;
    const spans = spansOf(body.status, (status) => status.possible.length !== 1 ? "can't tell" : "yes", wordsOf)
      .filter((span) => span.words !== "not yet undertaken");
    const words = body.history.map(({ step, when }) => `${step} ${when}`).join("; ");
    const due: Span | undefined = body.due && { from: body.due.earliest, to: after(body.due.latest), truth: "yes", words: body.due.words };
    if (words !== "" || due) found.push({ sort: "commitment", of: { node: body.node }, words, spans, ...(due && { due }) });
  }
  return found.sort((a, b) => SORTS.indexOf(a.sort) - SORTS.indexOf(b.sort) || first(a) - first(b));
}

const SORTS: readonly Entry["sort"][] = ["entity", "relation", "commitment"];

function dated(graph: Graph, sort: Entry["sort"], of: Entry["of"], number: number): Entry[] {
  const time = graph.document.times[number];
  if (!time || (time.start === null && time.end === null)) return [];
  const spans = spansOf(time.pieces, (holds) => holds.truth).filter((span) => span.truth !== "no");
  const mark = time.start ?? time.end;
  const isMark = time.pieces.every((piece) => piece.is.truth === "can't tell");
  return [{ sort, of, words: time.words, spans, ...(isMark && mark !== null && { mark }) }];
}

/** Pieces as spans, neighbours of the same truth and words as one. */
export function spansOf<T>(pieces: readonly Piece<T>[], truth: (is: T) => Truth, words?: (is: T) => string): Span[] {
  const spans: Span[] = [];
  pieces.forEach((piece, place) => {
    const to = pieces[place + 1]?.from ?? null;
    const span: Span = { from: piece.from, to, truth: truth(piece.is), ...(words && { words: words(piece.is) }) };
    const last = spans.at(-1);
    if (last?.truth === span.truth && last.words === span.words) last.to = to;
    else spans.push(span);
  });
  return spans;
}

/** The first day that an entry knows of. */
export function first(entry: Entry): Day {
  const days = daysOf(entry);
  return days.length === 0 ? Number.MAX_SAFE_INTEGER : Math.min(...days);
}

function daysOf({ spans, mark, due }: Entry): Day[] {
  return [mark ?? null, ...[...spans, ...(due ? [due] : [])].flatMap(({ from, to }) => [from, to])].filter((day) => day !== null);
}

/** The years on the axis, both included. */
export interface Years {
  first: number;
  last: number;
}

/** The years in which most of the dates lie: a few early ones do not squeeze the rest. */
export function mainYears(all: readonly Entry[]): Years | null {
  const days = all.flatMap(daysOf).sort((a, b) => a - b);
  const low = days[Math.floor(days.length / 10)];
  const high = days[Math.floor((days.length - 1) * 0.95)];
  return low === undefined || high === undefined ? null : { first: yearOf(low), last: yearOf(high) };
}

/** Where a day lies on the axis, from 0 to 1; beyond it is cut off. */
export function placeOf(years: Years, day: Day | null, side: "from" | "to"): number {
  if (day === null) return side === "from" ? 0 : 1;
  const [start, end] = [dayOf(years.first), dayOf(years.last + 1)];
  return Math.min(1, Math.max(0, (day - start) / (end - start)));
}

/** A mark on the axis, with its words. */
export interface Tick {
  day: Day;
  words: string;
}

/** Marks at whole years, or quarters where few years are shown; about ten of them. */
export function ticks(years: Years): Tick[] {
  const count = years.last + 1 - years.first;
  if (count <= 3) {
    const quarters = Array.from({ length: count * 4 }, (_, n) => ({ year: years.first + Math.floor(n / 4), quarter: n % 4 }));
    return quarters.map(({ year, quarter }) => ({
      day: dayOf(year, quarter * 3 + 1),
      words: quarter === 0 ? String(year) : (["", "Apr", "Jul", "Oct"][quarter] ?? ""),
    }));
  }
  const step = [1, 2, 5, 10, 20, 50, 100].find((size) => count / size <= 12) ?? 500;
  const start = Math.ceil(years.first / step) * step;
  const marks = Array.from({ length: Math.floor((years.last - start) / step) + 1 }, (_, n) => start + n * step);
  return marks.map((year) => ({ day: dayOf(year), words: String(year) }));
}

function after(day: Day | null): Day | null {
  return day === null ? null : day + 1;
}
