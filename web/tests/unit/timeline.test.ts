// Spans on an axis, worked out by hand.
import { expect, test } from "vitest";
import { index } from "../../src/model/graph.ts";
import { shown } from "../../src/model/show.ts";
import { entries, first, mainYears, placeOf, spansOf, ticks } from "../../src/model/timeline.ts";
import { dayOf } from "../../src/model/time.ts";
import { little } from "./little.ts";

const NONE = { kinds: new Set<string>(), relations: new Set<string>(), stances: new Set<string>() };

test("pieces become spans, each up to the next; alike neighbours are one", () => {
  const pieces = [{ from: null, is: "a" }, { from: 5, is: "b" }, { from: 9, is: "c" }];
  const truth = (is: string) => (is === "a" ? ("no" as const) : ("yes" as const));
  expect(spansOf(pieces, truth)).toEqual([{ from: null, to: 5, truth: "no" }, { from: 5, to: null, truth: "yes" }]);
  expect(spansOf(pieces, truth, (is) => is)).toHaveLength(3);
});

test("what is dated among what is shown, by its first day", () => {
  const graph = index(little());
  const scope = { nodes: [0, 1, 2, 3, 4], links: [0, 1, 2, 3, 4, 5] };
  const all = entries(graph, shown(graph, scope, { filters: NONE, day: null, ended: true }));
  expect(all.map(({ sort, of }) => [sort, of])).toEqual([["entity", { node: 2 }], ["relation", { link: 1 }], ["relation", { link: 4 }]]);
  expect(all[0]?.spans).toEqual([{ from: 10, to: 20, truth: "yes" }]);
  expect(first(all[0]!)).toBe(10);
});

test("an attested date is a mark, since nothing else is known", () => {
  const document = little();
  document.times[1] = { words: "attested day 10", start: 10, end: null, pieces: [{ from: null, is: { truth: "can't tell" } }] };
  const graph = index(document);
  const [entry] = entries(graph, shown(graph, { nodes: [2], links: [] }, { filters: NONE, day: null, ended: true }));
  expect(entry?.mark).toBe(10);
  expect(entry?.spans).toEqual([{ from: null, to: null, truth: "can't tell" }]);
});

test("the axis shows the years in which most dates lie", () => {
  const at = (year: number) => ({ sort: "entity" as const, of: { node: 0 }, words: "", spans: [], mark: dayOf(year, 6) });
  expect(mainYears([1951, 1990, 1991, 1992, 1993, 1994, 1995, 1995, 1996, 1996].map(at))).toEqual({ first: 1990, last: 1996 });
  expect(mainYears([])).toBeNull();
});

test("a day lies between the first of January and the last of December", () => {
  const years = { first: 1996, last: 1996 };
  expect(placeOf(years, dayOf(1996), "from")).toBe(0);
  expect(placeOf(years, dayOf(1996, 7), "from")).toBeCloseTo(182 / 366);
  expect(placeOf(years, dayOf(1990), "from")).toBe(0);
  expect([placeOf(years, null, "from"), placeOf(years, null, "to")]).toEqual([0, 1]);
});

test("few years have quarters, many have steps of whole years", () => {
  expect(ticks({ first: 1995, last: 1996 }).map(({ words }) => words)).toEqual(["1995", "Apr", "Jul", "Oct", "1996", "Apr", "Jul", "Oct"]);
  expect(ticks({ first: 1951, last: 1999 }).map(({ words }) => words)).toEqual(["1955", "1960", "1965", "1970", "1975", "1980", "1985", "1990", "1995"]);
});
