// The groups of a view: a frame around their members, with a title on its upper edge.
import { type Box, type Camera, boundsOf, type Size, toScreen } from "./geometry.ts";
import { LINE } from "./labels.ts";
import type { Places } from "./place.ts";
import type { Measure } from "./text.ts";

export interface SceneGroup { title: string; frame: Box; at: { x: number; y: number }; titleBox: Box }

/** From the outermost glyphs to the frame, in pixels of the screen: room for names. */
const ASIDE = 46;
const ABOVE = 26;
const BELOW = 44;

/** The frames of groups that have members on the map. A group of one says no more than its member does. */
export function frames(
  groups: readonly { title: string; nodes: number[] }[], shown: Uint8Array, places: Places, camera: Camera, size: Size, measure: Measure,
): SceneGroup[] {
  const drawn = groups.filter(({ nodes }) => nodes.length > 1 && nodes.some((node) => shown[node] === 1));
  return drawn.map(({ title, nodes }) => {
    const points = nodes.map((node) => toScreen(camera, size, places.x[node] ?? 0, places.y[node] ?? 0));
    const { x, y, width, height } = boundsOf(points) ?? { x: 0, y: 0, width: 0, height: 0 };
    const room = Math.min(1, Math.max(0.4, camera.k));
    const frame = {
      x: x - ASIDE * room, y: y - ABOVE * room,
      width: width + 2 * ASIDE * room, height: height + (ABOVE + BELOW) * room,
    };
    const at = { x: frame.x + 10, y: frame.y + 4 };
    return { title, frame, at, titleBox: { x: at.x - 4, y: frame.y - LINE / 2 - 1, width: measure(title) + 8, height: LINE + 2 } };
  });
}
