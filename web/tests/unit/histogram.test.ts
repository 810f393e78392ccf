// Bars and turns of a small graph; and what the legend counts.
import { expect, test } from "vitest";
import { count } from "../../src/model/counts.ts";
import { index } from "../../src/model/graph.ts";
import { histogram, turns } from "../../src/model/histogram.ts";
import { scopeOf } from "../../src/model/scope.ts";
import { shown } from "../../src/model/show.ts";
import { little } from "./little.ts";

const graph = index(little());
const scope = scopeOf(graph, undefined, { expanded: [], selected: undefined, everything: false });
const filters = { kinds: new Set<string>(), relations: new Set<string>(), stances: new Set<string>() };
const all = shown(graph, scope, { filters, day: null, ended: true });

test("one bar for each month where there is room, each thing counted where it begins and ends", () => {
  // Node 2 and links 1 and 4 run from day 10 to day 20 of 1970.
  const bars = histogram(graph, all, 0, 40, 12);
  expect(bars).toEqual([{ from: 0, until: 31, begin: 3, end: 3 }, { from: 31, until: 59, begin: 0, end: 0 }]);
  expect(histogram(graph, all, 0, 40, 4)).toEqual([{ from: 0, until: 90, begin: 3, end: 3 }]);
});

test("the days on which anything changes, once each", () => {
  expect(turns(graph, all)).toEqual([10, 20]);
});

test("how many of each there are", () => {
  expect(count(graph, scope)).toEqual({ kinds: [4, 1], relations: [3, 3], stances: [5, 1] });
});
