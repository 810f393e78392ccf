// The keys of the map: arrows to the next entity, Enter to select it, again for its neighbours.
import { type Direction, next } from "../draw/neighbour.ts";
import { toScreen } from "../draw/geometry.ts";
import { selectedNode } from "../state/derived.ts";
import { expand } from "../state/expand.ts";
import { camera, cursor, places, reach, scene, size } from "../state/stage.ts";
import { select } from "../state/store.ts";
import { current, glide } from "./gestures.ts";

const ARROWS: ReadonlySet<string> = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]);

/** Does what a key on the map asks for. */
export function onMapKey(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  if (target.closest("[data-node]") === null || event.ctrlKey || event.metaKey || event.altKey) return;
  const node = cursor.peek();
  if (node === undefined) return;
  if (ARROWS.has(event.key)) step(node, event.key as Direction, event.currentTarget as HTMLElement);
  else if (event.key !== "Enter" && event.key !== " ") return;
  else if (selectedNode.peek() === node) expand(node);
  else choose(node);
  event.preventDefault();
  event.stopPropagation();
}

function choose(node: number): void {
  reach(node);
  select(node);
}

/** Moves to the next entity, and the map with it where it is out of sight. */
function step(from: number, direction: Direction, area: HTMLElement): void {
  const places = scene.peek().nodes;
  const at = places.find(({ node }) => node === from)?.at;
  const to = at && next(at, places.filter(({ emphasis }) => emphasis !== "dim"), direction);
  if (!to) return;
  reach(to.node);
  bringIntoSight(to.node);
  requestAnimationFrame(() => area.querySelector<HTMLElement>(`[data-node="${to.node}"]`)?.focus());
}

function bringIntoSight(node: number): void {
  const { x, y } = places.peek();
  const [mapX, mapY] = [x[node] ?? 0, y[node] ?? 0];
  const at = toScreen(camera.peek(), size.peek(), mapX, mapY);
  const { width, height } = size.peek();
  const edge = 40;
  if (at.x < edge || at.y < edge || at.x > width - edge || at.y > height - edge) glide({ ...current(), x: mapX, y: mapY });
}
