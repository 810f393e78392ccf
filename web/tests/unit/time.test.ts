// What pieces say of a day, and days as text; worked out by hand.
import { expect, test } from "vitest";
import type { Piece } from "../../src/document.ts";
import { at, dayOf, read, spoken, written, yearOf } from "../../src/model/time.ts";

const pieces: Piece<string>[] = [
  { from: null, is: "before" },
  { from: -10, is: "during" },
  { from: 5, is: "after" },
];

test("a piece holds from its own day up to the next one's", () => {
  expect(at(pieces, -1_000_000)).toBe("before");
  expect(at(pieces, -11)).toBe("before");
  expect(at(pieces, -10)).toBe("during");
  expect(at(pieces, 4)).toBe("during");
  expect(at(pieces, 5)).toBe("after");
  expect(at([], 5)).toBeUndefined();
});

test("days are counted from 1970", () => {
  expect(written(0)).toBe("1970-01-01");
  expect(written(-1)).toBe("1969-12-31");
  expect(read("1996-04-17")).toBe(9603);
  expect(spoken(9603)).toBe("17 April 1996");
  expect(read("1996-02-30")).toBeNull();
  expect(read("1996-4-17")).toBeNull();
  expect(yearOf(-1)).toBe(1969);
  expect(dayOf(1996)).toBe(9496);
  expect(dayOf(1996, 13)).toBe(9862);
});
