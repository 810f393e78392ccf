// The lines between glyphs: slightly bent, fanned out where several join the same two, with the mark of their family.
import type { Point } from "./geometry.ts";

/** What lines are drawn with: a canvas's path, or text for SVG. */
export interface Pen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  closePath(): void;
}

/** A pen that writes the path data of SVG. */
export class PathText implements Pen {
  #text = "";
  moveTo(x: number, y: number): void { this.#text += `M${short(x)} ${short(y)}`; }
  lineTo(x: number, y: number): void { this.#text += `L${short(x)} ${short(y)}`; }
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
    this.#text += `Q${short(cx)} ${short(cy)} ${short(x)} ${short(y)}`;
  }
  /** A whole circle only. */
  arc(x: number, y: number, radius: number): void {
    const r = short(radius);
    this.#text += `M${short(x - radius)} ${short(y)}a${r} ${r} 0 1 1 ${short(2 * radius)} 0a${r} ${r} 0 1 1 ${short(-2 * radius)} 0`;
  }
  closePath(): void { this.#text += "z"; }
  toString(): string { return this.#text; }
}

const short = (number: number): number => Math.round(number * 10) / 10;

/** A bent line: where it starts, what it bends towards, where it ends. */
export interface Curve { from: Point; bend: Point; to: Point }

/** Between parallel lines, in pixels. */
const FAN = 22;
/** How far the middle of a lone line is bent aside, by its length, and at most. */
const BEND = 0.05;
const MOST_BEND = 14;

/** The line between two glyphs of these radii. `fan`: 0 alone, else how many places beside the middle. */
export function curve(a: Point, b: Point, radii: readonly [number, number], fan: number, scale: number): Curve {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  const aside = fan * FAN * Math.min(1, scale) + Math.min(MOST_BEND, BEND * length);
  const bend = { x: (a.x + b.x) / 2 - (dy / length) * aside * 2, y: (a.y + b.y) / 2 + (dx / length) * aside * 2 };
  return { from: towards(a, bend, radii[0]), bend, to: towards(b, bend, radii[1]) };
}

/** A loop above a glyph. */
export function loop(at: Point, radius: number, fan: number): Curve {
  const out = radius + 26 + Math.abs(fan) * 10;
  return { from: { x: at.x - radius * 0.7, y: at.y - radius * 0.7 }, bend: { x: at.x, y: at.y - out * 1.6 }, to: { x: at.x + radius * 0.7, y: at.y - radius * 0.7 } };
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const share = Math.min(0.45, distance / length);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** The point a share of the way along. */
export function along({ from, bend, to }: Curve, share: number): Point {
  const rest = 1 - share;
  const [a, b, c] = [rest * rest, 2 * rest * share, share * share];
  return { x: a * from.x + b * bend.x + c * to.x, y: a * from.y + b * bend.y + c * to.y };
}

/** Draws the line. */
export function trace(pen: Pen, { from, bend, to }: Curve): void {
  pen.moveTo(from.x, from.y);
  pen.quadraticCurveTo(bend.x, bend.y, to.x, to.y);
}

/** How far before the glyph a line has to stop, for the mark at its end. */
export function room(end: string): number {
  if (end === "filled-arrow") return 7;
  return end === "open-circle" ? 6 : 0;
}

/** Draws the mark of a family at the end of a line; `fill` takes what is filled, `stroke` what is not. */
export function mark(end: string, { bend, to }: Curve, fill: Pen, stroke: Pen): void {
  const length = Math.hypot(to.x - bend.x, to.y - bend.y) || 1;
  const [ux, uy] = [(to.x - bend.x) / length, (to.y - bend.y) / length];
  // So far back from where the mark's tip is, and so far aside.
  const put = (draw: (x: number, y: number) => void, behind: number, aside: number): void => {
    const back = behind - room(end);
    draw(to.x - ux * back - uy * aside, to.y - uy * back + ux * aside);
  };
  if (end === "filled-arrow") {
    put((x, y) => fill.moveTo(x, y), 0, 0);
    put((x, y) => fill.lineTo(x, y), 8, 3.6);
    put((x, y) => fill.lineTo(x, y), 8, -3.6);
    fill.closePath();
  } else if (end === "open-circle") {
    put((x, y) => { stroke.moveTo(x + 3, y); stroke.arc(x, y, 3, 0, 2 * Math.PI); }, 3, 0);
  } else if (end === "double-bar") {
    for (const back of [2, 5]) {
      put((x, y) => stroke.moveTo(x, y), back, 4);
      put((x, y) => stroke.lineTo(x, y), back, -4);
    }
  } else {
    put((x, y) => stroke.moveTo(x, y), 6, 3.2);
    put((x, y) => stroke.lineTo(x, y), 0.5, 0);
    put((x, y) => stroke.lineTo(x, y), 6, -3.2);
  }
}

/** The same line the other way round, for the mark at its start. */
export function reversed({ from, bend, to }: Curve): Curve {
  return { from: to, bend, to: from };
}

/** How far from the middle of its bundle each link runs; 0 for a link that is alone. The sign follows its direction. */
export function fans(source: readonly number[], target: readonly number[], drawn: Uint8Array): Float32Array {
  const bundles = new Map<number, number[]>();
  const wide = 1 << 22;
  for (let link = 0; link < drawn.length; link += 1) {
    if (drawn[link] !== 1) continue;
    const [a, b] = [source[link] ?? 0, target[link] ?? 0];
    const key = Math.min(a, b) * wide + Math.max(a, b);
    const bundle = bundles.get(key);
    if (bundle) bundle.push(link);
    else bundles.set(key, [link]);
  }
  const places = new Float32Array(drawn.length);
  for (const bundle of bundles.values()) {
    if (bundle.length === 1) continue;
    bundle.forEach((link, n) => {
      const place = n - (bundle.length - 1) / 2;
      places[link] = (source[link] ?? 0) < (target[link] ?? 0) ? place : -place;
    });
  }
  return places;
}
