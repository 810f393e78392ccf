// Search finds names, aliases and ids, and puts the better match first.
import { expect, test } from "vitest";
import { index } from "../../src/model/graph.ts";
import { fold, names, search } from "../../src/model/search.ts";
import { little } from "./little.ts";

const all = names(index(little()));
const found = (query: string) => search(all, query, 10).map(({ node }) => node);

test("accents, case and punctuation don't matter", () => {
  expect(fold("  Dél-TA’s ")).toBe("del ta s");
  expect(found("delta")).toEqual([3]);
});

test("a start comes before a middle, ties by the number of links", () => {
  expect(found("a")).toEqual([0, 2, 1, 3]);
  expect(found("amma")).toEqual([2]);
  expect(found("")).toEqual([]);
  expect(found("zeta")).toEqual([]);
});

test("an alias is found and named", () => {
  expect(search(all, "letter first", 10)).toEqual([{ node: 0, score: 59, alias: "First Letter" }]);
});

test("no more than asked for", () => {
  expect(search(all, "a", 2)).toHaveLength(2);
});
