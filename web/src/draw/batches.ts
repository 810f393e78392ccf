// The lines of a scene, gathered by how they are stroked: one path for all that look alike.
import { families, lines, type Family, type Line, type Theme } from "../tokens.ts";
import { along, mark, type Pen, reversed, trace } from "./curves.ts";
import type { Emphasis, Scene, SceneLink } from "./scene.ts";

/** One path, and how it is drawn. */
export interface Batch<P extends Pen> {
  pen: P;
  colour: string;
  opacity: number;
  width: number;
  dash: string;
  cap: "butt" | "round";
  filled: boolean;
  emphasis: Emphasis;
}

/** A character at the middle of a line, for what a dash alone might not tell. */
export interface Sign { text: string; x: number; y: number; colour: string }

const ORDER: readonly Emphasis[] = ["dim", "plain", "lit"];

/** How opaque lines are; the more of them, the fainter. */
function opacityOf(emphasis: Emphasis, count: number): number {
  if (emphasis === "lit") return 0.95;
  if (emphasis === "dim") return 0.07;
  return count > 2000 ? 0.16 : count > 400 ? 0.28 : 0.55;
}

/** The lines and their marks, from back to front. */
export function batches<P extends Pen>(scene: Scene, theme: Theme, make: () => P): Batch<P>[] {
  const found = new Map<string, Batch<P>>();
  const count = scene.links.length;
  const batch = (family: Family, line: Line, emphasis: Emphasis, part: "line" | "fill" | "stroke"): P => {
    const key = `${ORDER.indexOf(emphasis)} ${family} ${part === "line" ? line : ""} ${part}`;
    const known = found.get(key);
    if (known) return known.pen;
    const token = lines[part === "line" ? line : "stated"];
    const made: Batch<P> = {
      pen: make(),
      colour: families[family][theme],
      opacity: opacityOf(emphasis, count),
      width: token.width * (emphasis === "lit" ? 1.4 : 1),
      dash: token.dash,
      cap: token.cap === "round" ? "round" : "butt",
      filled: part === "fill",
      emphasis,
    };
    found.set(key, made);
    return made.pen;
  };
  for (const { curve, family, line, emphasis, directed, marked } of scene.links) {
    trace(batch(family, line, emphasis, "line"), curve);
    if (!marked) continue;
    const [fill, stroke] = [batch(family, line, emphasis, "fill"), batch(family, line, emphasis, "stroke")];
    mark(families[family].end, curve, fill, stroke);
    if (!directed) mark(families[family].end, reversed(curve), fill, stroke);
  }
  return [...found.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, made]) => made);
}

/** Below so many pixels a line has no room for a sign. */
const SHORTEST = 46;
/** Beyond so many links signs are only on those that are lit. */
const MOST_SIGNED = 60;

/** The signs of the lines that have one. */
export function signs(scene: Scene, theme: Theme): Sign[] {
  const isFew = scene.links.length <= MOST_SIGNED;
  return scene.links.filter((link) => hasSign(link, isFew)).map(({ curve, family, line }) => {
    const { x, y } = along(curve, 0.3);
    return { text: lines[line].sign, x, y, colour: families[family][theme] };
  });
}

function hasSign({ line, marked, emphasis, curve }: SceneLink, isFew: boolean): boolean {
  const length = Math.hypot(curve.to.x - curve.from.x, curve.to.y - curve.from.y);
  return lines[line].sign !== "" && marked && (isFew || emphasis === "lit") && length > SHORTEST;
}
