// How much of a source backs a record, counted by hand; and what rests on a passage.
import { expect, test } from "vitest";
import type { SentenceBody } from "../../src/document.ts";
import { backed } from "../../src/model/backing.ts";
import { counts, countsOf, share, stateOf } from "../../src/model/coverage.ts";
import { index } from "../../src/model/graph.ts";
import { little } from "./little.ts";

const covered: SentenceBody = { covered: true, cites: [0] };
const uncited: SentenceBody = { covered: false, reason: "a heading", cites: [] };
const missed: SentenceBody = { covered: false, cites: [] };

test("a sentence is covered, declared to back nothing, or missed", () => {
  expect([covered, uncited, missed].map(stateOf)).toEqual(["covered", "uncited", "missed"]);
});

test("sections and sources are counted; what is declared uncited weighs nothing in the share", () => {
  const sections = [{ title: "a", sentences: [covered, covered, uncited] }, { title: "b", sentences: [missed, uncited] }];
  expect(counts(sections[0]!.sentences)).toEqual({ covered: 2, uncited: 1, missed: 0 });
  const all = countsOf({ id: "s", kind: "publication", title: "", author: [], sections });
  expect(all).toEqual({ covered: 2, uncited: 2, missed: 1 });
  expect(share(all)).toBe(66);
  expect(share({ covered: 0, uncited: 3, missed: 0 })).toBe(100);
});

test("a passage leads to the records that cite it: figures apart, and no part of a commitment", () => {
  const document = little();
  document.kinds.push({ ...document.kinds[0]!, name: "Pledge", sort: "commitment" });
  document.nodes.kind[3] = document.kinds.length - 1;
  document.nodes.cites = [[7], [], [], [8, 9], []];
  document.nodes.detail[1] = { measures: [{ words: "size: 3", cites: [8] }] };
  document.links.cites = [[7], [], [], [8, 9], [9], []];
  const graph = index(document);
  expect(backed(graph, [7])).toEqual({ nodes: [0], links: [0], figures: [] });
  // Link 3 is between 0 and the commitment 3, and cites just what that does: it is a part of it.
  expect(backed(graph, [8])).toEqual({ nodes: [3], links: [], figures: [{ node: 1, words: "size: 3" }] });
  expect(backed(graph, [9])).toEqual({ nodes: [3], links: [4], figures: [] });
});
