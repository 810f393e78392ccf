// Pan, zoom and pinch. While a gesture is under way the picture is only shifted; it is drawn anew when it is cheap to,
// else once the gesture rests.
import { type Camera, type Point, zoomed } from "../draw/geometry.ts";
import { camera, moveTo, scene, size } from "../state/stage.ts";

/** Quicker than this a picture is drawn anew in every frame, in milliseconds. */
const QUICK = 10;
/** Slower gestures rest after so long. */
const REST = 140;

/** The picture that is shifted while a gesture is under way; the map puts it here. */
export const stage: { current: HTMLCanvasElement | SVGSVGElement | null } = { current: null };

let pending: Camera | null = null;
let frame = 0;
let timer = 0;
let cost = 0;

/** Where the camera is, a gesture that is under way included. */
export function current(): Camera {
  return pending ?? camera.peek();
}

/** Moves the camera as part of a gesture. */
export function glide(to: Camera): void {
  pending = to;
  if (frame !== 0) return;
  frame = requestAnimationFrame(() => {
    frame = 0;
    if (!pending) return;
    if (cost < QUICK) {
      settle();
      return;
    }
    shift(camera.peek(), pending);
    clearTimeout(timer);
    timer = window.setTimeout(() => settle(), REST);
  });
}

/** Draws the picture anew where the camera now is. */
export function settle(): void {
  if (!pending) return;
  const to = pending;
  pending = null;
  const before = performance.now();
  moveTo(to);
  scene.peek();
  if (stage.current) {
    stage.current.style.transform = "";
    delete stage.current.dataset["moving"];
  }
  const [nodes, links] = [scene.peek().nodes.length, scene.peek().links.length];
  // Composing is measured; putting it up takes about as long again for each element.
  cost = performance.now() - before + (nodes * 20 + links) / 1000;
}

function shift(from: Camera, to: Camera): void {
  const picture = stage.current;
  if (!picture) return;
  const { width, height } = size.peek();
  const k = to.k / from.k;
  const x = (from.x - to.x) * to.k + (width / 2) * (1 - k);
  const y = (from.y - to.y) * to.k + (height / 2) * (1 - k);
  picture.style.transformOrigin = "0 0";
  picture.style.transform = `translate(${x}px, ${y}px) scale(${k})`;
  if (Math.abs(k - 1) > 0.02) picture.dataset["moving"] = "";
}

/** Flies to a camera; at once where motion is not wanted. */
export function fly(to: Camera): void {
  if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
    pending = to;
    settle();
    return;
  }
  const from = current();
  const start = performance.now();
  const next = (now: number): void => {
    const share = Math.min(1, (now - start) / 280);
    const eased = share * (2 - share);
    const k = from.k * (to.k / from.k) ** eased;
    glide({ x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased, k });
    if (share < 1) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

/** What a press that was no drag was on. */
export type Press = (at: Point, event: PointerEvent) => void;

/** Listens to the pointers and the wheel over the map. Returns what stops it. */
export function listen(area: HTMLElement, press: Press): () => void {
  const down = new Map<number, Point>();
  let travelled = 0;
  const local = (event: { clientX: number; clientY: number }): Point => {
    const { left, top } = area.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const start = (event: PointerEvent): void => {
    if (event.button !== 0 || (event.target as Element).closest(".over")) return;
    if (down.size === 0) travelled = 0;
    down.set(event.pointerId, local(event));
    area.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent): void => {
    const before = down.get(event.pointerId);
    if (!before) return;
    const now = local(event);
    travelled += Math.hypot(now.x - before.x, now.y - before.y);
    const others = [...down].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
    down.set(event.pointerId, now);
    if (travelled > 4) glide(dragged(current(), before, now, others[0]));
  };
  const end = (event: PointerEvent): void => {
    const at = down.get(event.pointerId);
    down.delete(event.pointerId);
    if (at && travelled <= 4 && event.type === "pointerup") press(at, event);
  };
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 16 : 1;
    glide(zoomed(current(), size.peek(), local(event), 2 ** ((-event.deltaY * lines) / (event.ctrlKey ? 80 : 320))));
  };
  area.addEventListener("pointerdown", start);
  area.addEventListener("pointermove", move);
  area.addEventListener("pointerup", end);
  area.addEventListener("pointercancel", end);
  area.addEventListener("wheel", wheel, { passive: false });
  return () => {
    area.removeEventListener("pointerdown", start);
    area.removeEventListener("pointermove", move);
    area.removeEventListener("pointerup", end);
    area.removeEventListener("pointercancel", end);
    area.removeEventListener("wheel", wheel);
  };
}

/** One pointer moves the map; with a second one the distance between them zooms it. */
function dragged(from: Camera, before: Point, now: Point, other: Point | undefined): Camera {
  const half = other ? 0.5 : 1;
  const moved = { ...from, x: from.x - ((now.x - before.x) * half) / from.k, y: from.y - ((now.y - before.y) * half) / from.k };
  if (!other) return moved;
  const factor = Math.hypot(now.x - other.x, now.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y));
  return zoomed(moved, size.peek(), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }, factor);
}
