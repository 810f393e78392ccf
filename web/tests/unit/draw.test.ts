// Cameras, labels, curves and arrow keys: places worked out by hand.
import { expect, test } from "vitest";
import { along, curve, fans, mark, PathText, trace } from "../../src/draw/curves.ts";
import { Boxes, fitted, overlap, toMap, toScreen, zoomed } from "../../src/draw/geometry.ts";
import { declutter, type Wish } from "../../src/draw/labels.ts";
import { next } from "../../src/draw/neighbour.ts";
import { wrap } from "../../src/draw/text.ts";

const size = { width: 400, height: 200 };

test("the camera's point is in the middle, and zooming keeps the point under the pointer", () => {
  const camera = { x: 10, y: 20, k: 2 };
  expect(toScreen(camera, size, 10, 20)).toEqual({ x: 200, y: 100 });
  expect(toScreen(camera, size, 15, 20)).toEqual({ x: 210, y: 100 });
  expect(toMap(camera, size, { x: 210, y: 100 })).toEqual({ x: 15, y: 20 });
  const nearer = zoomed(camera, size, { x: 210, y: 100 }, 1.5);
  expect(nearer.k).toBe(3);
  expect(toScreen(nearer, size, 15, 20).x).toBeCloseTo(210);
});

test("fitting leaves a margin, and does not magnify a few points beyond reason", () => {
  const margin = { top: 50, right: 50, bottom: 50, left: 50 };
  expect(fitted([{ x: 0, y: 0 }, { x: 1000, y: 10 }], size, margin)).toEqual({ x: 500, y: 5, k: 0.3 });
  expect(fitted([{ x: 7, y: 8 }], size, margin)).toEqual({ x: 7, y: 8, k: 1.25 });
  // 60 more to keep free below: the points move up by 30 pixels of the screen.
  const lower = fitted([{ x: 0, y: 0 }, { x: 1000, y: 10 }], size, { ...margin, bottom: 110 });
  expect(toScreen(lower, size, 500, 5).y).toBeCloseTo(70);
});

test("boxes that only share an edge don't overlap; the grid finds far and near ones", () => {
  const box = (x: number, y: number) => ({ x, y, width: 10, height: 10 });
  expect(overlap(box(0, 0), box(10, 0))).toBe(false);
  expect(overlap(box(0, 0), box(9, 9))).toBe(true);
  const boxes = new Boxes();
  const own = box(60, 60);
  boxes.add(own);
  expect(boxes.touches(box(68, 68))).toBe(true);
  expect(boxes.touches(box(68, 68), own)).toBe(false);
  expect(boxes.touches(box(70, 60))).toBe(false);
  expect(boxes.touches(box(-65, -65))).toBe(false);
});

const wish = (node: number, x: number, y: number, weight: number): Wish => ({ node, at: { x, y }, glyph: 10, lines: ["name"], width: 40, weight });

test("the weightier label is placed first, the other one moves aside, none overlap", () => {
  const labels = declutter([wish(1, 100, 100, 1), wish(2, 100, 102, 9)], new Boxes(), new Boxes(), new Map(), size);
  expect(labels.map(({ node }) => node)).toEqual([2, 1]);
  // Node 2 is written below its glyph: 102 + 5 (half the glyph) + 3 (gap) + 11 (to the baseline).
  expect(labels[0]).toMatchObject({ x: 100, y: 121 });
  const [a, b] = labels;
  expect(a && b && overlap(a.box, b.box)).toBe(false);
});

test("no label leaves the screen, and what has no place is not written", () => {
  expect(declutter([wish(1, 5, 195, 1)], new Boxes(), new Boxes(), new Map(), { width: 20, height: 200 })).toEqual([]);
  const crowd = Array.from({ length: 60 }, (_, n) => wish(n, 100 + n / 10, 100, n));
  const labels = declutter(crowd, new Boxes(), new Boxes(), new Map(), size);
  // All in one place: one name goes below, one above, and those beside would touch both.
  expect(labels.map(({ node }) => node)).toEqual([59, 58]);
});

test("names break between words, and end in an ellipsis where lines run out", () => {
  const measure = (text: string): number => text.length * 10;
  expect(wrap("one two three", 70, 3, measure)).toEqual({ lines: ["one two", "three"], width: 70 });
  expect(wrap("one two three four", 50, 2, measure).lines).toEqual(["one", "two…"]);
  expect(wrap("extraordinary", 50, 3, measure).lines).toEqual(["extrao…"]);
});

test("links between the same two fan out, whichever way they point", () => {
  expect([...fans([0, 1, 0, 2], [1, 0, 1, 3], Uint8Array.of(1, 1, 1, 1))]).toEqual([-1, -0, 1, 0]);
  expect([...fans([0, 1, 0], [1, 0, 1], Uint8Array.of(1, 1, 0))]).toEqual([-0.5, -0.5, 0]);
});

test("a line bends to one side and stops before the glyphs", () => {
  const bent = curve({ x: 0, y: 0 }, { x: 100, y: 0 }, [10, 10], 0, 1);
  expect(bent.bend).toEqual({ x: 50, y: 10 });
  expect(along(bent, 0.5).y).toBeGreaterThan(4);
  expect(Math.hypot(bent.from.x, bent.from.y)).toBeCloseTo(10);
  const pen = new PathText();
  trace(pen, { from: { x: 0, y: 0 }, bend: { x: 5, y: 0 }, to: { x: 10, y: 0 } });
  expect(pen.toString()).toBe("M0 0Q5 0 10 0");
});

test("each family has its own mark", () => {
  const straight = { from: { x: 0, y: 0 }, bend: { x: 5, y: 0 }, to: { x: 10, y: 0 } };
  const marks = (end: string): [string, string] => {
    const [fill, stroke] = [new PathText(), new PathText()];
    mark(end, straight, fill, stroke);
    return [fill.toString(), stroke.toString()];
  };
  // The line stops 7 before the arrow's tip, which is at 17; its wings are 8 behind the tip.
  expect(marks("filled-arrow")).toEqual(["M17 0L9 3.6L9 -3.6z", ""]);
  expect(marks("double-bar")).toEqual(["", "M8 4L8 -4M5 4L5 -4"]);
  expect(marks("small-arrow")[1]).toBe("M4 3.2L9.5 0L4 -3.2");
  expect(marks("open-circle")[1]).toContain("a3 3");
});

test("an arrow key goes to the nearest glyph within 45 degrees", () => {
  const places = [{ at: { x: 50, y: 40 } }, { at: { x: 80, y: 5 } }, { at: { x: -10, y: 0 } }];
  const from = { x: 0, y: 0 };
  expect(next(from, places, "ArrowRight")).toBe(places[1]);
  expect(next(from, places, "ArrowLeft")).toBe(places[2]);
  expect(next(from, places, "ArrowUp")).toBeUndefined();
});
