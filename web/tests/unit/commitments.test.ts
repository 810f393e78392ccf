// Commitments on a day: which fit, how late they are, under what they stand.
import { expect, test } from "vitest";
import type { CommitmentBody } from "../../src/document.ts";
import { fitting, grouped, isEarly, keyOf, rows, titleOf, written } from "../../src/model/commitments.ts";
import { index } from "../../src/model/graph.ts";
import { lateness, look, STATUSES } from "../../src/model/status.ts";
import { sorted } from "../../src/model/table.ts";
import { little } from "./little.ts";

function body(node: number, more: Partial<CommitmentBody>): CommitmentBody {
  return {
    node, by: [], to: [], about: [], under: [], via: [], asked_by: [], obligation: "review", binding: "political", certainty: "certain",
    conditions: [], status: [{ from: null, is: { words: "announced", possible: ["announced"] } }], overdue: [{ from: null, is: "no" }],
    reciprocity: "", history: [{ step: "announced", when: "day 10", cites: [] }], ...more,
  };
}

const NOT_YET = { words: "not yet undertaken", possible: ["not yet undertaken"] };
const IN_FORCE = { words: "in force", possible: ["in force"] };
const EITHER = { words: "can't tell", possible: ["announced", "agreed"], decides: "some day" };

const due = body(3, {
  by: [0], under: [1], due: { words: "in the twenties", earliest: 20, latest: 30 }, binding: "legal",
  status: [{ from: null, is: NOT_YET }, { from: 10, is: IN_FORCE }],
  overdue: [{ from: null, is: "no" }, { from: 26, is: "can't tell" }, { from: 31, is: "yes" }],
});
const open = body(4, { by: [0, 1], to: [2], status: [{ from: null, is: EITHER }] });
const graph = index(little([due, open]));
const ANY = { text: "", status: "", binding: "", by: "" };
const fit = (day: number, wanted: Partial<typeof ANY>): number[] => fitting(graph, rows(graph, day), { ...ANY, ...wanted }).map(({ node }) => node);

test("the status is that of the day, and what had not begun is told apart", () => {
  expect(rows(graph, 9).map((row) => [row.status.words, isEarly(row)])).toEqual([["not yet undertaken", true], ["can't tell", false]]);
  expect(rows(graph, 10).map((row) => row.status.words)).toEqual(["in force", "can't tell"]);
});

test("lateness follows the window, then what foedera says of the day", () => {
  const words = (day: number): string | undefined => lateness(due, day)?.words;
  expect([19, 20, 25, 26, 30, 31].map(words)).toEqual(["not yet due", "due now", "due now", "can’t tell", "can’t tell", "overdue"]);
  expect(lateness(open, 31)).toBeNull();
});

test("a status that can't be told looks like a question; what may fit stays", () => {
  expect(look(EITHER).icon).toBe("open");
  expect(look(IN_FORCE).icon).toBe("force");
  expect(fit(10, { status: "agreed" })).toEqual([4]);
  expect(fit(10, { status: "in force" })).toEqual([3]);
  expect(fit(10, { binding: "legal" })).toEqual([3]);
  expect(fit(10, { by: "b" })).toEqual([4]);
});

test("words are looked for in names of the commitment, its parties and instruments", () => {
  expect(fit(10, { text: "delta" })).toEqual([3]);
  expect(fit(10, { text: "GAMMA" })).toEqual([4]);
  expect(fit(10, { text: "beta review" })).toEqual([3, 4]);
  expect(fit(10, { text: "nobody" })).toEqual([]);
});

test("rows are sorted by what binds, what can't be told last", () => {
  const order = sorted(rows(graph, 10), keyOf(graph, "status", STATUSES), false).map(({ node }) => node);
  expect(order).toEqual([3, 4]);
  expect(sorted(rows(graph, 10), keyOf(graph, "due", STATUSES), true).map(({ node }) => node)).toEqual([3, 4]);
});

test("groups by what they are under; those under nothing last", () => {
  expect(grouped(graph, rows(graph, 10)).map(({ title, rows }) => [title, rows.length])).toEqual([["Beta", 1], ["No instrument", 1]]);
});

test("a provision is called after its whole only where its name is another's too", () => {
  const document = little();
  document.relations[0] = { ...document.relations[0]!, name: "Whole" };
  expect(titleOf(index(document), 0)).toBe("Alpha");
  document.nodes.name[4] = "Alpha";
  expect(titleOf(index(document), 0)).toBe("Beta, Alpha");
});

test("as comma-separated values", () => {
  const lines = written(graph, rows(graph, 10)).split("\r\n");
  expect(lines[1]).toBe("d,Délta,in force,,Alpha,,review,legal,in the twenties,not yet due,Beta");
  expect(lines[2]).toBe("e,Epsilon,announced or agreed,some day,Alpha; Beta,Gamma,review,political,,,");
});
