// Neighbours, scopes and what is shown, on a graph that fits on a hand.
import { expect, test } from "vitest";
import { around, index, linksOf, other } from "../../src/model/graph.ts";
import { best, neighbours, scopeOf } from "../../src/model/scope.ts";
import { lineOf, lineOfStatus, shown } from "../../src/model/show.ts";
import { little } from "./little.ts";

const graph = index(little());
const all = scopeOf(graph, undefined, { expanded: [], selected: undefined, everything: false });
const none = { kinds: new Set<string>(), relations: new Set<string>(), stances: new Set<string>() };

test("each link is at both its ends, a loop once", () => {
  expect([...linksOf(graph, 0)]).toEqual([0, 2, 3, 4]);
  expect([...linksOf(graph, 2)]).toEqual([1, 2, 5]);
  expect([...linksOf(graph, 4)]).toEqual([]);
  expect([...graph.degree]).toEqual([4, 2, 3, 2, 0]);
  expect(other(graph, 2, 0)).toBe(2);
  expect(other(graph, 5, 2)).toBe(2);
});

test("what is within so many steps, over the links that are open", () => {
  const open = (link: number): boolean => link !== 2;
  expect([...around(graph, 1, 1, open)].sort()).toEqual([0, 1, 2]);
  expect([...around(graph, 3, 1, open)].sort()).toEqual([0, 3]);
  expect([...around(graph, 3, 2, open)].sort()).toEqual([0, 1, 3]);
});

test("a small graph is shown whole, a view with what was opened beside it", () => {
  expect(all.nodes).toEqual([0, 1, 2, 3, 4]);
  expect(neighbours(graph, 0)).toEqual([2, 1, 3]);
  expect(best(graph, 2)).toEqual([0, 2]);
  const [view] = graph.document.views;
  const opened = scopeOf(graph, view, { expanded: [1], selected: undefined, everything: false });
  expect([...opened.nodes].sort()).toEqual([0, 1, 2]);
  // Link 0 is the view's own; those that reach the new node come with it.
  expect([...opened.links].sort()).toEqual([0, 1, 2, 5]);
});

test("a link is shown where both its ends are, and nothing of it is switched off", () => {
  const on = (filters: Partial<typeof none>) => shown(graph, all, { filters: { ...none, ...filters }, day: null, ended: true });
  expect([...on({}).links]).toEqual([1, 1, 1, 1, 1, 1]);
  expect([...on({ kinds: new Set(["Y"]) }).nodes]).toEqual([1, 1, 1, 0, 1]);
  expect([...on({ kinds: new Set(["Y"]) }).links]).toEqual([1, 1, 1, 0, 0, 1]);
  expect([...on({ relations: new Set(["S"]) }).links]).toEqual([1, 1, 0, 0, 1, 0]);
  expect([...on({ stances: new Set(["disputed"]) }).links]).toEqual([1, 1, 0, 1, 1, 1]);
});

test("on a day what holds, what does not and what can't be told are drawn apart", () => {
  const on = (day: number, ended: boolean) => shown(graph, all, { filters: none, day, ended });
  expect(on(15, true).linkLines).toEqual(["open", "stated", "disputed", "open", "stated", "open"]);
  expect(on(5, true).linkLines).toEqual(["open", "ended", "disputed", "open", "ended", "open"]);
  // Without what has ended: node 2 and links 1 and 4, and the links at node 2.
  expect([...on(5, false).nodes]).toEqual([1, 1, 0, 1, 1]);
  expect([...on(5, false).links]).toEqual([1, 0, 0, 1, 0, 0]);
});

test("the line says what is said and how sure it is", () => {
  expect(lineOf("no", "disputed")).toBe("ended");
  expect(lineOf("can't tell", "disputed")).toBe("disputed");
  expect(lineOf("can't tell", "fact")).toBe("open");
  expect(lineOf("yes", "prediction")).toBe("inferred");
  const line = (...possible: string[]) => lineOfStatus({ words: "", possible });
  expect(line("in force")).toBe("stated");
  expect(line("recommended", "expected")).toBe("inferred");
  expect(line("not yet undertaken", "agreed")).toBe("open");
  expect(line("agreed", "in force")).toBe("stated");
  expect(line("expired")).toBe("ended");
  expect(lineOfStatus(undefined)).toBe("open");
});
