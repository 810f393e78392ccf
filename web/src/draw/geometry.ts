// Points, boxes and the camera: from the map's own pixels to those of the screen.

export interface Point { x: number; y: number }

/** A rectangle by its corner and its sides. */
export interface Box { x: number; y: number; width: number; height: number }

export interface Size { width: number; height: number }

/** Which point of the map is in the middle of the screen, and how many pixels of the screen one of the map takes. */
export interface Camera { x: number; y: number; k: number }

export const CLOSEST = 4;
export const FARTHEST = 0.02;
/** Fitting never magnifies beyond this. */
const FITTED = 1.25;

/** Where a point of the map is on the screen. */
export function toScreen(camera: Camera, size: Size, x: number, y: number): Point {
  return { x: (x - camera.x) * camera.k + size.width / 2, y: (y - camera.y) * camera.k + size.height / 2 };
}

/** Which point of the map is at a place on the screen. */
export function toMap(camera: Camera, size: Size, at: Point): Point {
  return { x: (at.x - size.width / 2) / camera.k + camera.x, y: (at.y - size.height / 2) / camera.k + camera.y };
}

/** The camera magnified by a factor, with the point under `at` kept where it is. */
export function zoomed(camera: Camera, size: Size, at: Point, factor: number): Camera {
  const k = Math.min(CLOSEST, Math.max(FARTHEST, camera.k * factor));
  const fixed = toMap(camera, size, at);
  return { x: fixed.x - (at.x - size.width / 2) / k, y: fixed.y - (at.y - size.height / 2) / k, k };
}

/** Room that is kept free at the edges of the screen. */
export interface Margin { top: number; right: number; bottom: number; left: number }

/** The camera that has all of some points in sight, within a margin. */
export function fitted(points: readonly Point[], size: Size, margin: Margin, closest = FITTED): Camera {
  const bounds = boundsOf(points);
  if (!bounds) return { x: 0, y: 0, k: 1 };
  const across = Math.max(40, size.width - margin.left - margin.right) / Math.max(1, bounds.width);
  const down = Math.max(40, size.height - margin.top - margin.bottom) / Math.max(1, bounds.height);
  const k = Math.min(closest, Math.max(FARTHEST, Math.min(across, down)));
  return {
    x: bounds.x + bounds.width / 2 + (margin.right - margin.left) / 2 / k,
    y: bounds.y + bounds.height / 2 + (margin.bottom - margin.top) / 2 / k,
    k,
  };
}

/** The smallest box around some points; undefined around none. */
export function boundsOf(points: readonly Point[]): Box | undefined {
  if (points.length === 0) return undefined;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Whether two boxes share more than an edge. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Boxes in cells of a grid, so that asking what a box touches looks at few. */
export class Boxes {
  readonly #cell = 64;
  readonly #cells = new Map<number, Box[]>();

  add(box: Box): void {
    this.#over(box, (key) => {
      const cell = this.#cells.get(key);
      if (cell) cell.push(box);
      else this.#cells.set(key, [box]);
      return false;
    });
  }

  /** Whether a box touches any of these but `own`. */
  touches(box: Box, own?: Box): boolean {
    return this.#over(box, (key) => this.#cells.get(key)?.some((other) => other !== own && overlap(box, other)) ?? false);
  }

  /** Asks every cell below a box until one says yes. */
  #over(box: Box, ask: (key: number) => boolean): boolean {
    const size = this.#cell;
    for (let row = Math.floor(box.y / size); row * size < box.y + box.height; row += 1) {
      for (let column = Math.floor(box.x / size); column * size < box.x + box.width; column += 1) {
        if (ask(row * 100_003 + column)) return true;
      }
    }
    return false;
  }
}
