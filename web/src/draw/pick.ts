// What is under the pointer.
import { along } from "./curves.ts";
import type { Point } from "./geometry.ts";
import type { Scene } from "./scene.ts";

export type Picked = { sort: "node"; node: number } | { sort: "link"; link: number };

/** How near to a line counts as on it, in pixels. */
const REACH = 5;
/** Beyond so many lines only those that are lit can be picked. */
const MOST = 3000;

/** The node at a point, its name included, else the link; undefined where there is neither. */
export function pick(scene: Scene, at: Point): Picked | undefined {
  let best: { node: number; distance: number } | undefined;
  for (const { node, at: centre, size, emphasis } of scene.nodes) {
    const distance = Math.hypot(at.x - centre.x, at.y - centre.y) + (emphasis === "dim" ? 3 : 0);
    if (distance <= size / 2 + 4 && distance < (best?.distance ?? Infinity)) best = { node, distance };
  }
  if (best) return { sort: "node", node: best.node };
  const label = scene.labels.find(({ box }) => at.x >= box.x && at.y >= box.y && at.x <= box.x + box.width && at.y <= box.y + box.height);
  if (label) return { sort: "node", node: label.node };
  return pickLink(scene, at);
}

function pickLink(scene: Scene, at: Point): Picked | undefined {
  let best: { link: number; distance: number } | undefined;
  const isCrowd = scene.links.length > MOST;
  for (const { link, curve, emphasis } of scene.links) {
    if (emphasis === "dim" || (isCrowd && emphasis !== "lit")) continue;
    const { from, bend, to } = curve;
    const isFar =
      at.x < Math.min(from.x, bend.x, to.x) - REACH || at.x > Math.max(from.x, bend.x, to.x) + REACH ||
      at.y < Math.min(from.y, bend.y, to.y) - REACH || at.y > Math.max(from.y, bend.y, to.y) + REACH;
    if (isFar) continue;
    const steps = Math.max(8, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 8));
    for (let step = 0; step <= steps; step += 1) {
      const point = along(curve, step / steps);
      const distance = Math.hypot(at.x - point.x, at.y - point.y);
      if (distance <= REACH && distance < (best?.distance ?? Infinity)) best = { link, distance };
    }
  }
  return best && { sort: "link", link: best.link };
}
