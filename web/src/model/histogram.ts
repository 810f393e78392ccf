// When things begin and end: what the slider stands on.
import type { Day } from "../document.ts";
import type { Graph } from "./graph.ts";
import type { Shown } from "./show.ts";
import { dayOf, yearOf } from "./time.ts";

/** One bar: from this day on, without the next bar's, so many nodes and links begin or end. */
export interface Bin { from: Day; until: Day; begin: number; end: number }

/** How long a bar may be, in years; less than one is in months. */
const LENGTHS: readonly [years: number, months: number][] = [[0, 1], [0, 3], [1, 12], [2, 24], [5, 60], [10, 120], [25, 300], [50, 600], [100, 1200]];

/** The bars over a range of days: the shortest that make at most `most` of them. */
export function histogram(graph: Graph, shown: Shown, first: Day, last: Day, most: number): Bin[] {
  const bins = empty(first, last, most);
  for (const [time, weight] of weights(graph, shown)) {
    const { start, end } = graph.document.times[time] ?? { start: null, end: null };
    const [begun, ended] = [binOf(bins, start), binOf(bins, end)];
    if (begun) begun.begin += weight;
    if (ended && end !== start) ended.end += weight;
  }
  return bins;
}

function empty(first: Day, last: Day, most: number): Bin[] {
  const months = (yearOf(last) - yearOf(first) + 1) * 12;
  const [, length] = LENGTHS.find(([, each]) => months / each <= most) ?? [0, months];
  const bins: Bin[] = [];
  for (let month = 0; month < months; month += length) {
    const from = dayOf(yearOf(first), 1 + month);
    const until = dayOf(yearOf(first), 1 + month + length);
    if (until > first && from <= last) bins.push({ from, until, begin: 0, end: 0 });
  }
  return bins;
}

function binOf(bins: readonly Bin[], day: Day | null): Bin | undefined {
  if (day === null) return undefined;
  return bins.find(({ from, until }) => from <= day && day < until);
}

/** How many shown nodes and links have each time. */
function weights(graph: Graph, shown: Shown): Map<number, number> {
  const found = new Map<number, number>();
  const add = (is: Uint8Array, times: readonly number[]): void => {
    is.forEach((one, n) => {
      const time = times[n] ?? -1;
      if (one === 1 && time >= 0) found.set(time, (found.get(time) ?? 0) + 1);
    });
  };
  add(shown.nodes, graph.document.nodes.time);
  add(shown.links, graph.document.links.time);
  return found;
}

/** The days on which anything shown changes, in order, once each. */
export function turns(graph: Graph, shown: Shown): Day[] {
  const days = new Set<Day>();
  for (const time of weights(graph, shown).keys()) {
    for (const { from } of graph.document.times[time]?.pieces ?? []) if (from !== null) days.add(from);
  }
  for (const { node, status, overdue } of graph.document.commitments) {
    if (shown.nodes[node] !== 1) continue;
    for (const { from } of [...status, ...overdue]) if (from !== null) days.add(from);
  }
  return [...days].sort((a, b) => a - b);
}
