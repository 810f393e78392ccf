// Shortest paths, on graphs small enough to see every path of.
import { expect, test } from "vitest";
import type { ExplorerDocument } from "../../src/document.ts";
import { index } from "../../src/model/graph.ts";
import { listed, rulesOf, shortest, type Terms, ties } from "../../src/model/paths.ts";
import { little } from "./little.ts";

const NONE = { kinds: new Set<string>(), relations: new Set<string>(), stances: new Set<string>() };
const PLAIN: Terms = { directed: false, certain: false, everyStance: false };

/** A graph by its links: from, to, and what differs from a plain fact of relation R. */
function graphOf(size: number, links: readonly [from: number, to: number, more?: { relation?: number; stance?: number; time?: number }][]) {
  const base = little();
  const document: ExplorerDocument = {
    ...base,
    stances: ["fact", "assessment", "disputed"],
    walked: [0, 1],
    kinds: [base.kinds[0]!, { ...base.kinds[0]!, name: "Other" }],
    relations: [{ ...base.relations[0]!, name: "R", directed: true }, { ...base.relations[0]!, name: "S", directed: false }],
    times: [
      { words: "always", start: null, end: null, pieces: [{ from: null, is: { truth: "yes" } }] },
      { words: "from 10", start: 10, end: null, pieces: [{ from: null, is: { truth: "no" } }, { from: 10, is: { truth: "yes" } }] },
      { words: "undated", start: null, end: null, pieces: [{ from: null, is: { truth: "can't tell" } }] },
    ],
    nodes: {
      id: ids(size), name: ids(size), kind: ids(size).map(() => 0), x: ids(size).map(() => 0), y: ids(size).map(() => 0),
      time: ids(size).map(() => -1), cites: ids(size).map(() => []), detail: ids(size).map(() => null),
    },
    links: {
      source: links.map(([from]) => from), target: links.map(([, to]) => to),
      relation: links.map(([, , more]) => more?.relation ?? 0), stance: links.map(([, , more]) => more?.stance ?? 0),
      time: links.map(([, , more]) => more?.time ?? 0), cites: links.map(() => []), detail: links.map(() => null),
    },
    views: [], commitments: [],
  };
  return index(document);
}

function ids(size: number): string[] {
  return Array.from({ length: size }, (_, n) => `n${n}`);
}

function paths(graph: ReturnType<typeof graphOf>, from: number, to: number, terms: Partial<Terms> = {}, day: number | null = null, filters = NONE): number[][] {
  const routes = shortest(graph, from, to, rulesOf(graph, filters, day, { ...PLAIN, ...terms }));
  return routes ? listed(routes, 100) : [];
}

/** 0 to 3 by 1 or by 2, and the long way by 4 and 5; one link points backwards. */
const diamond = graphOf(6, [[0, 1], [0, 2], [1, 3], [3, 2], [0, 4], [4, 5], [5, 3]]);

test("all paths of the fewest hops are found, in the order of their nodes", () => {
  expect(paths(diamond, 0, 3)).toEqual([[0, 1, 3], [0, 2, 3]]);
  const routes = shortest(diamond, 0, 3, rulesOf(diamond, NONE, null, PLAIN));
  expect(routes?.hops).toBe(2);
  expect(routes?.total).toBe(2);
  expect(routes?.columns).toEqual([[0], [1, 2], [3]]);
});

test("directed walks follow the arrows, but for relations that have none", () => {
  expect(paths(diamond, 0, 3, { directed: true })).toEqual([[0, 1, 3]]);
  expect(paths(diamond, 3, 0, { directed: true })).toEqual([]);
  const either = graphOf(2, [[0, 1, { relation: 1 }]]);
  expect(paths(either, 1, 0, { directed: true })).toEqual([[1, 0]]);
});

test("only the stances that the data set walks are walked, unless every one is", () => {
  const graph = graphOf(3, [[0, 1], [1, 2], [0, 2, { stance: 2 }]]);
  expect(paths(graph, 0, 2)).toEqual([[0, 1, 2]]);
  expect(paths(graph, 0, 2, { everyStance: true })).toEqual([[0, 2]]);
});

test("what does not hold on the day is not walked; what can't be told is, unless only the certain is", () => {
  const graph = graphOf(4, [[0, 3, { time: 1 }], [0, 1, { time: 2 }], [1, 3]]);
  expect(paths(graph, 0, 3, {}, 10)).toEqual([[0, 3]]);
  expect(paths(graph, 0, 3, {}, 9)).toEqual([[0, 1, 3]]);
  expect(paths(graph, 0, 3, { certain: true }, 9)).toEqual([]);
  expect(paths(graph, 0, 3, { certain: true })).toEqual([[0, 3]]);
});

test("what the legend hides is not walked through, though it may be an end", () => {
  const graph = graphOf(4, [[0, 1], [1, 3], [0, 2], [2, 3]]);
  graph.document.nodes.kind[1] = 1;
  graph.document.nodes.kind[3] = 1;
  expect(paths(graph, 0, 3, {}, null, { ...NONE, kinds: new Set(["Other"]) })).toEqual([[0, 2, 3]]);
  expect(paths(graph, 0, 3, {}, null, { ...NONE, relations: new Set(["R"]) })).toEqual([]);
  expect(paths(graph, 0, 3, {}, null, { ...NONE, stances: new Set(["fact"]) })).toEqual([]);
});

test("a path to itself has no hops; one that is not there is null", () => {
  expect(paths(diamond, 2, 2)).toEqual([[2]]);
  expect(shortest(graphOf(2, []), 0, 1, rulesOf(graphOf(2, []), NONE, null, PLAIN))).toBeNull();
});

test("paths are counted even where they are not all listed: a ladder of 2 to the 10th", () => {
  const rungs = Array.from({ length: 10 }, (_, n) => n * 3);
  const ladder = graphOf(31, rungs.flatMap((at) => [[at, at + 1], [at, at + 2], [at + 1, at + 3], [at + 2, at + 3]] as [number, number][]));
  const routes = shortest(ladder, 0, 30, rulesOf(ladder, NONE, null, PLAIN));
  expect(routes?.total).toBe(1024);
  expect(routes && listed(routes, 7).length).toBe(7);
});

test("parallel links are one hop: facts first, then by their place in the document", () => {
  const graph = graphOf(2, [[0, 1, { stance: 1 }], [1, 0], [0, 1, { stance: 2 }], [0, 1]]);
  const rules = rulesOf(graph, NONE, null, PLAIN);
  expect(paths(graph, 0, 1)).toEqual([[0, 1]]);
  expect(ties(graph, 0, 1, rules)).toEqual([1, 3, 0]);
  expect(ties(graph, 0, 1, { ...rules, directed: true })).toEqual([3, 0]);
});
