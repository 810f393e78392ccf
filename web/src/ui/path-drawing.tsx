// The shortest paths as a picture: a column for each distance from the start, relations written on the lines.
import { useRef } from "preact/hooks";
import { type Routes, type Rules, ties } from "../model/paths.ts";
import { wrap } from "../draw/text.ts";
import { graph } from "../state/derived.ts";
import { theme } from "../state/theme.ts";
import { families } from "../tokens.ts";
import { Name } from "./name.tsx";
import { labelOf } from "./path-list.tsx";
import { useWidth } from "./width.ts";

/** Sizes in pixels: of a box, of the space between columns, of that between boxes. */
const BOX = { width: 130, height: 54 };
const GAP = 12;
/** Between columns: as much as there is room for, within these. */
const SPACE = { least: 78, most: 200 };
/** Around the picture. */
const PADDING = 4;
/** The height of a line's words. */
const LINE = 14;
/** How wide a letter is, about. */
const LETTER = 6.2;

interface Props {
  routes: Routes;
  rules: Rules;
  /** The nodes of the path that is pointed at. */
  lit: readonly number[] | undefined;
}

interface Point { x: number; y: number }

export function PathDrawing({ routes, rules, lit }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const room = useWidth(frame, 900);
  const space = spaceFor(routes.columns.length, room.value - 2 * PADDING);
  const { places, width, height } = arrange(routes, space);
  const onPath = new Set(lit ?? []);
  const steps = [...routes.next].flatMap(([from, onward]) => onward.map((to) => ({ from, to })));
  const isLit = ({ from, to }: Step): boolean =>
    lit === undefined || lit.some((node, place) => node === from && lit[place + 1] === to);
  return (
    <div ref={frame} class="path-drawing" role="group" aria-label={`${routes.columns.length} columns, by distance from the start`}>
      <div style={{ position: "relative", width: `${width}px`, height: `${height}px` }}>
        <svg width={width} height={height} aria-hidden="true">
          {labelled(steps, places, rules, space).map(({ from, to, words, colour, at, many }) => (
            <g key={`${from} ${to}`} class={isLit({ from, to }) ? undefined : "dim"}>
              <path d={line(places.get(from), places.get(to))} stroke={colour} />
              {words.length > 0 && <Words words={words} at={at} more={many - 1} />}
            </g>
          ))}
        </svg>
        {[...places].map(([node, at]) => (
          <div
            key={node}
            class={lit === undefined || onPath.has(node) ? "box" : "box dim"}
            style={{ left: `${at.x}px`, top: `${at.y - BOX.height / 2}px`, width: `${BOX.width}px`, height: `${BOX.height}px` }}
          >
            <Name node={node} />
          </div>
        ))}
      </div>
    </div>
  );
}

function spaceFor(columns: number, room: number): number {
  return Math.min(SPACE.most, Math.max(SPACE.least, (room - columns * BOX.width) / Math.max(1, columns - 1)));
}

/** What a line says, in the middle of it; and how many other ties there are. */
function Words({ words, at, more }: { words: readonly string[]; at: Point; more: number }) {
  const top = at.y - (words.length - 1) * LINE / 2;
  return (
    <text text-anchor="middle">
      {words.map((line, n) => (
        <tspan key={line} x={at.x} y={top + n * LINE}>{line}{more > 0 && n === words.length - 1 && ` +${more}`}</tspan>
      ))}
    </text>
  );
}

/** Columns from left to right, each centred. */
function arrange({ columns }: Routes, space: number): { places: Map<number, Point>; width: number; height: number } {
  const tall = Math.max(...columns.map((column) => column.length));
  const height = tall * (BOX.height + GAP) + GAP;
  const places = new Map<number, Point>();
  columns.forEach((column, place) => {
    const top = (height - column.length * (BOX.height + GAP) + GAP) / 2;
    column.forEach((node, row) => {
      places.set(node, { x: place * (BOX.width + space), y: top + row * (BOX.height + GAP) + BOX.height / 2 });
    });
  });
  return { places, width: columns.length * (BOX.width + space) - space, height };
}

interface Step { from: number; to: number }

interface Labelled extends Step { words: readonly string[]; colour: string; at: Point; many: number }

/** The steps with their labels where these find room: beside the end that has fewer lines. */
function labelled(steps: readonly Step[], places: ReadonlyMap<number, Point>, rules: Rules, space: number): Labelled[] {
  const { links, relations } = graph.value.document;
  const taken: Point[] = [];
  const leaving = new Map<number, number>();
  for (const { from } of steps) leaving.set(from, (leaving.get(from) ?? 0) + 1);
  return steps.map(({ from, to }) => {
    const all = ties(graph.value, from, to, rules);
    const first = all[0] ?? -1;
    const family = relations[links.relation[first] ?? -1]?.family ?? "other";
    const { lines: words } = wrap(labelOf(first, from), space - 12, 2, (text) => text.length * LETTER);
    const at = middle(places.get(from), places.get(to), (leaving.get(from) ?? 0) > 1 ? 0.6 : 0.4, space);
    const hasRoom = taken.every((other) => Math.abs(other.y - at.y) >= 2 * LINE || Math.abs(other.x - at.x) >= space);
    if (hasRoom) taken.push(at);
    return { from, to, at, colour: families[family][theme.value], words: hasRoom ? words : [], many: all.length };
  });
}

function line(from: Point | undefined, to: Point | undefined): string {
  if (!from || !to) return "";
  const start = from.x + BOX.width;
  const bend = (start + to.x) / 2;
  return `M${start} ${from.y}C${bend} ${from.y} ${bend} ${to.y} ${to.x} ${to.y}`;
}

/** A point on the line, a share of the way along, where words stand. */
function middle(from: Point | undefined, to: Point | undefined, share: number, space: number): Point {
  if (!from || !to) return { x: 0, y: 0 };
  const rest = 1 - share;
  const ease = 3 * rest * share * share + share ** 3;
  return { x: from.x + BOX.width + space / 2, y: from.y + (to.y - from.y) * ease - 3 };
}
