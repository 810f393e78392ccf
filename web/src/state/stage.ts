// What the map draws from: places, camera and size; the scene follows from them.
import { computed, signal } from "@preact/signals";
import { fans } from "../draw/curves.ts";
import { type Camera, fitted, type Margin, type Point, type Size } from "../draw/geometry.ts";
import { places as place } from "../draw/place.ts";
import { compose, type Scene, type Stage } from "../draw/scene.ts";
import { measureWith } from "../draw/text.ts";
import { scopeOf, WHOLE } from "../model/scope.ts";
import { expanded, graph, lit, selectedLink, selectedNode, shown, view } from "./derived.ts";
import { day, depth, everything, step, viewId } from "./store.ts";

/** The font of the map's labels. */
export const LABEL_FONT = '500 12px Inter, "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, "Liberation Sans", sans-serif';

/** Beyond so many entities the map is drawn on a canvas. */
export const CANVAS_FROM = 600;

/** The size of the map on the screen. */
export const size = signal<Size>({ width: 0, height: 0 });

/** The camera of each view, so that a view is found again as it was left; the whole graph's under "". */
const cameras = signal<Readonly<Record<string, Camera>>>({});

/** Where each node is. */
export const places = computed(() => place(graph.value, view.value, expanded.value));

/** The camera that the scene is drawn with: as it was left, else all in sight. */
export const camera = computed((): Camera => cameras.value[viewId.value ?? ""] ?? whole.value);

/** The camera that has the whole of the view in sight. Filters and days don't move it. */
export const whole = computed((): Camera => {
  const asked = { expanded: [], selected: undefined, everything: everything.value };
  return fit(scopeOf(graph.value, view.value, asked).nodes);
});

/** Moves the camera of the open view. */
export function moveTo(camera: Camera): void {
  cameras.value = { ...cameras.peek(), [viewId.peek() ?? ""]: camera };
}

/** The camera that has some nodes in sight. */
export function fit(nodes: readonly number[], closest?: number): Camera {
  const { x, y } = places.value;
  const points: Point[] = nodes.map((node) => ({ x: x[node] ?? 0, y: y[node] ?? 0 }));
  return fitted(points, size.value, margin.value, closest);
}

/** Room at the edges for labels, and for what floats over the map: title, tools, captions. */
const margin = computed((): Margin => ({
  top: view.value || graph.value.size > WHOLE ? 88 : 32,
  right: 76,
  bottom: step.value === null ? 72 : 190,
  left: 76,
}));

const measure = measureWith(LABEL_FONT);

const spread = computed(() => fans(graph.value.document.links.source, graph.value.document.links.target, shown.value.links));

/** The entity that the keys are on, by id. */
const reached = signal<string | undefined>(undefined);

/** Puts the keys on an entity. */
export function reach(node: number): void {
  reached.value = graph.peek().document.nodes.id[node];
}

/** The entity that the Tab key stops at: the one that the keys are on, else the selected one, else the first. */
export const cursor = computed((): number | undefined => {
  const candidates = [graph.value.byId.get(reached.value ?? ""), selectedNode.value];
  return candidates.find((node) => node !== undefined && shown.value.nodes[node] === 1) ?? first.value;
});

const first = computed((): number | undefined => {
  const node = shown.value.nodes.indexOf(1);
  return node < 0 ? undefined : node;
});

/** How many entities are shown. */
export const shownCount = computed(() => shown.value.nodes.reduce((sum, one) => sum + one, 0));

/** What is on the screen. */
export const scene = computed((): Scene => compose(stage.value));

const stage = computed((): Stage => ({
  graph: graph.value,
  shown: shown.value,
  places: places.value,
  groups: view.value?.groups ?? [],
  fans: spread.value,
  camera: camera.value,
  size: size.value,
  lit: lit.value,
  node: selectedNode.value,
  link: selectedLink.value,
  depth: depth.value,
  day: day.value ?? graph.value.document.reference_day ?? graph.value.document.last_day,
  measure,
}));
