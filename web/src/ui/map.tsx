// The map: where entities are, how they are linked; pointed at, walked by keys, zoomed and moved.
import { effect, useComputed, useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { paintScene } from "../draw/canvas-map.ts";
import { pick, type Picked } from "../draw/pick.ts";
import { Drawing } from "../draw/svg-map.tsx";
import { linksOf, other } from "../model/graph.ts";
import { graph, selectedNode, shown } from "../state/derived.ts";
import { wish } from "../state/reveal.ts";
import { CANVAS_FROM, camera, cursor, fit, places, reach, scene, shownCount, size } from "../state/stage.ts";
import { select, selected, selectLink } from "../state/store.ts";
import { theme } from "../state/theme.ts";
import { fly, listen, stage } from "./gestures.ts";
import { onMapKey } from "./map-keys.ts";
import { MapTools } from "./map-tools.tsx";
import type { Page } from "./parts.ts";
import { Tooltip } from "./tooltip.tsx";
import { Walk } from "./walk.tsx";
import "../style/map.css";

/** So many neighbours are brought into sight with an entity. */
const NEAREST = 8;

function MapPage() {
  const area = useRef<HTMLDivElement>(null);
  const pointed = useSignal<{ picked: Picked; x: number; y: number } | null>(null);
  useLayoutEffect(() => watchSize(area.current), []);
  useEffect(() => listen(area.current!, (at) => choose(pick(scene.peek(), at))), []);
  useEffect(() => effect(() => {
    if (wish.value.count === 0 || size.value.width === 0) return;
    fly(closeTo(wish.peek().nodes));
  }), []);
  const isCanvas = useComputed(() => shownCount.value > CANVAS_FROM);
  const onMove = (event: PointerEvent): void => {
    const { left, top } = area.current!.getBoundingClientRect();
    const at = { x: event.clientX - left, y: event.clientY - top };
    const isOver = (event.target as Element).closest(".over") !== null || event.buttons !== 0;
    const picked = isOver ? undefined : pick(scene.peek(), at);
    pointed.value = picked ? { picked, ...at } : null;
  };
  return (
    <div
      ref={area}
      class="map"
      role="presentation"
      data-pointing={pointed.value !== null}
      onPointerMove={onMove}
      onPointerLeave={() => { pointed.value = null; }}
      onFocusIn={(event) => reachFocused(event.target as Element)}
      onKeyDown={onMapKey}
    >
      {isCanvas.value ? <OnCanvas /> : <OnSvg />}
      <Tooltip pointed={pointed.value} />
      <MapTools />
      <Walk />
    </div>
  );
}

function OnSvg() {
  const { width, height } = size.value;
  return (
    <svg ref={(svg) => { stage.current = svg; }} id="map" class="stage" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={summary()}>
      <Drawing scene={scene.value} theme={theme.value} spoken={{ name: spokenName, stop: cursor.value, selected: selectedNode.value }} />
    </svg>
  );
}

function OnCanvas() {
  const { width, height } = size.value;
  const ratio = Math.min(2, window.devicePixelRatio || 1);
  const canvas = useRef<HTMLCanvasElement>(null);
  const at = scene.value.nodes.find(({ node }) => node === cursor.value);
  useLayoutEffect(() => {
    stage.current = canvas.current;
    const context = canvas.current?.getContext("2d");
    if (context) paintScene(context, scene.value, theme.value, ratio, selectedNode.value);
  });
  return (
    <>
      <canvas ref={canvas} id="map" class="stage" width={width * ratio} height={height * ratio} style={{ width: `${width}px`, height: `${height}px` }} aria-hidden="true" />
      {at && (
        <button type="button" class="cursor" data-node={at.node} style={{ left: `${at.at.x}px`, top: `${at.at.y}px` }} aria-pressed={at.node === selectedNode.value}>
          {spokenName(at.node)}
        </button>
      )}
    </>
  );
}

/** What the map holds, in words. */
function summary(): string {
  const links = shown.value.links.reduce((sum, one) => sum + one, 0);
  return `Map of ${shownCount.value} entities and ${links} relations; arrow keys move between entities`;
}

/** An entity in words: its name, its kind, and how many relations are shown. */
function spokenName(node: number): string {
  const { nodes, kinds } = graph.value.document;
  const links = linksOf(graph.value, node).reduce((sum, link) => sum + (shown.value.links[link] ?? 0), 0);
  return `${nodes.name[node]}, ${kinds[nodes.kind[node] ?? -1]?.label ?? ""}, ${links} ${links === 1 ? "relation" : "relations"}`;
}

/** The keys go on from where the focus is, however it got there. */
function reachFocused(target: Element): void {
  const node = target.closest("[data-node]")?.getAttribute("data-node");
  if (node) reach(Number(node));
}

function choose(picked: Picked | undefined): void {
  if (!picked) selected.value = null;
  else if (picked.sort === "link") selectLink(picked.link);
  else {
    reach(picked.node);
    select(picked.node);
  }
}

/** A camera that has some nodes in sight, a lone one with those near it that it is linked to. */
function closeTo(nodes: readonly number[]) {
  const [first] = nodes;
  const { k } = camera.peek();
  if (first === undefined || nodes.length > 1) return fit(nodes, Math.max(0.9, k));
  return fit([first, ...nearest(first)], Math.max(0.9, k));
}

/** The shown neighbours of a node that are nearest on the map. */
function nearest(node: number): number[] {
  const { x, y } = places.peek();
  const distance = (to: number): number => Math.hypot((x[to] ?? 0) - (x[node] ?? 0), (y[to] ?? 0) - (y[node] ?? 0));
  const isShown = shown.peek();
  const linked = [...linksOf(graph.peek(), node)].filter((link) => isShown.links[link] === 1).map((link) => other(graph.peek(), link, node));
  return [...new Set(linked)].toSorted((a, b) => distance(a) - distance(b)).slice(0, NEAREST);
}

function watchSize(area: HTMLElement | null): (() => void) | undefined {
  if (!area) return undefined;
  const measure = (): void => {
    const { clientWidth: width, clientHeight: height } = area;
    if (width !== size.peek().width || height !== size.peek().height) size.value = { width, height };
  };
  measure();
  const observer = new ResizeObserver(measure);
  observer.observe(area);
  return () => observer.disconnect();
}

export const map: Page = { id: "map", title: "Map", body: MapPage };
