// Rows in order, and as text for a spreadsheet.
import { expect, test } from "vitest";
import { csv, sorted } from "../../src/model/table.ts";

const rows = [{ name: "b", due: 3 }, { name: "a", due: null }, { name: "Article 10", due: 1 }, { name: "Article 9", due: 3 }];
const names = (list: readonly { name: string }[]): string[] => list.map(({ name }) => name);

test("numbers by size, what has none last either way, equals as they stood", () => {
  expect(names(sorted(rows, ({ due }) => due, false))).toEqual(["Article 10", "b", "Article 9", "a"]);
  expect(names(sorted(rows, ({ due }) => due, true))).toEqual(["b", "Article 9", "Article 10", "a"]);
});

test("texts as people sort them: numbers in them by size", () => {
  expect(names(sorted(rows, ({ name }) => name, false))).toEqual(["a", "Article 9", "Article 10", "b"]);
});

test("a field with a comma, a quote or a line break is quoted", () => {
  expect(csv(["a", "b"], [["x, y", 'say "so"'], ["two\nlines", "plain"]])).toBe('a,b\r\n"x, y","say ""so"""\r\n"two\nlines",plain\r\n');
});
