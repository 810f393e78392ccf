// Chooses which labels there is room for: the most important first, none over another, none over a glyph.
import { type Box, Boxes, type Point, type Size } from "./geometry.ts";

/** A name that wants to be written beside its glyph. */
export interface Wish {
  node: number;
  /** The middle of the glyph, and its side. */
  at: Point;
  glyph: number;
  lines: readonly string[];
  width: number;
  /** The higher, the sooner it is placed. */
  weight: number;
}

/** A name that is written. `x` is the middle of its lines, `y` the baseline of the first. */
export interface Label { node: number; lines: readonly string[]; x: number; y: number; box: Box }

/** The size of the type, and from one line to the next, in pixels of the screen. */
export const TYPE = 12;
export const LINE = 14;
/** From the top of a line to its baseline. */
const ASCENT = 11;
/** Between a glyph and its name. */
const GAP = 3;
/** Kept free around a label. */
const AIR = 2;

/** The names of so many that matter most may cover other glyphs, where there is no better place. */
const FOREMOST = 12;

/** Where the labels go that there is room for: `written` is what is written already, and grows by them.
 *  `own` is the box of each node's own glyph. */
export function declutter(wishes: readonly Wish[], written: Boxes, glyphs: Boxes, own: ReadonlyMap<number, Box>, size: Size): Label[] {
  const placed: Label[] = [];
  const ordered = wishes.toSorted((a, b) => b.weight - a.weight || a.node - b.node);
  ordered.forEach((wish, rank) => {
    const free = places(wish).filter(({ box }) => fits(box, size) && !written.touches(box));
    const chosen = free.find(({ box }) => !glyphs.touches(box, own.get(wish.node))) ?? (rank < FOREMOST ? free[0] : undefined);
    if (!chosen) return;
    written.add(chosen.box);
    placed.push(chosen);
  });
  return placed;
}

/** Below the glyph, above it, beside it, then at its corners. */
function places(wish: Wish): Label[] {
  const { at, glyph, width } = wish;
  const height = wish.lines.length * LINE;
  const aside = glyph / 2 + GAP + 2 + width / 2;
  const corner = glyph / 2 + width / 2 - 2;
  const [below, above, level] = [at.y + glyph / 2 + GAP, at.y - glyph / 2 - GAP - height, at.y - height / 2];
  return [
    label(wish, at.x, below, height),
    label(wish, at.x + aside, level, height),
    label(wish, at.x - aside, level, height),
    label(wish, at.x, above, height),
    label(wish, at.x + corner, below - 2, height),
    label(wish, at.x - corner, below - 2, height),
    label(wish, at.x + corner, above + 2, height),
    label(wish, at.x - corner, above + 2, height),
  ];
}

function label({ node, lines, width }: Wish, x: number, top: number, height: number): Label {
  const box = { x: x - width / 2 - AIR, y: top - AIR, width: width + 2 * AIR, height: height + 2 * AIR };
  return { node, lines, x, y: top + ASCENT, box };
}

function fits(box: Box, size: Size): boolean {
  return box.x >= 0 && box.y >= 0 && box.x + box.width <= size.width && box.y + box.height <= size.height;
}
