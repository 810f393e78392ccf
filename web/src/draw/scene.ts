// What is on the screen, in its pixels: glyphs, lines and labels. Both renderers, and exports, draw it.
import { families, type Family, type Line } from "../tokens.ts";
import { ends, type Graph } from "../model/graph.ts";
import type { Shown } from "../model/show.ts";
import { at as pieceAt } from "../model/time.ts";
import { along, type Curve, curve, loop, room } from "./curves.ts";
import { type Box, Boxes, type Camera, type Point, type Size, toScreen } from "./geometry.ts";
import { frames, type SceneGroup } from "./groups.ts";
import { declutter, type Label, LINE, TYPE, type Wish } from "./labels.ts";
import type { Places } from "./place.ts";
import { type Measure, wrap } from "./text.ts";

/** Whether something stands out, is as it is, or steps back. */
export type Emphasis = "lit" | "plain" | "dim";

export interface SceneNode {
  node: number;
  at: Point;
  /** The side of the glyph. */
  size: number;
  tone: string;
  line: Line;
  emphasis: Emphasis;
  /** `!` on what is overdue, `?` where that can't be told. */
  sign: "" | "!" | "?";
}

export interface SceneLink {
  link: number;
  curve: Curve;
  family: Family;
  line: Line;
  directed: boolean;
  emphasis: Emphasis;
  /** Whether there is room for the marks at its ends and the sign at its middle. */
  marked: boolean;
}

/** What is written on a link. */
export interface LinkLabel { link: number; text: string; at: Point; box: Box }

export interface Scene {
  size: Size;
  groups: SceneGroup[];
  nodes: SceneNode[];
  links: SceneLink[];
  labels: Label[];
  linkLabels: LinkLabel[];
}

/** What a scene is made from. */
export interface Stage {
  graph: Graph;
  shown: Shown;
  /** Where each node is on the map. */
  places: Places;
  /** The groups of the open view. */
  groups: readonly { title: string; nodes: number[] }[];
  fans: Float32Array;
  camera: Camera;
  size: Size;
  lit: ReadonlySet<number> | null;
  /** The node or link that is selected; its links are lit and written on. */
  node: number | undefined;
  link: number | undefined;
  /** How many steps from the selected node are lit. */
  depth: number;
  /** The day of which things are overdue or not. */
  day: number;
  measure: Measure;
}

/** Beyond so many nodes glyphs are no obstacles to labels, and few labels are tried. */
const CROWD = 600;
const LABELS_IN_A_CROWD = 90;
const LABEL_WIDTH = 108;
const LABEL_LINES = 3;
/** Beyond the edge of the screen this much is still drawn. */
const MARGIN = 60;

/** Puts a stage on the screen. */
export function compose(stage: Stage): Scene {
  const nodes = placeNodes(stage);
  const byNode = new Map(nodes.map((node) => [node.node, node]));
  const links = placeLinks(stage, byNode);
  const [taken, written] = [new Boxes(), new Boxes()];
  const groups = frames(stage.groups, stage.shown.nodes, stage.places, stage.camera, stage.size, stage.measure);
  for (const { titleBox } of groups) written.add(titleBox);
  const boxes = new Map(nodes.map((node) => [node.node, boxOf(node)]));
  const isCrowd = nodes.length > CROWD;
  for (const node of nodes) {
    if (node.emphasis !== "dim" && (!isCrowd || node.emphasis === "lit")) taken.add(boxes.get(node.node) ?? boxOf(node));
  }
  const labels = declutter(wishes(stage, nodes, isCrowd), written, taken, boxes, stage.size);
  for (const { box } of labels) taken.add(box);
  for (const { titleBox } of groups) taken.add(titleBox);
  return { size: stage.size, groups, nodes, links, labels, linkLabels: writeOnLinks(stage, links, taken) };
}

/** The side of a glyph: it grows with the number of links, and somewhat with magnification; in a crowd it is small. */
export function glyphSize(degree: number, k: number, isCrowd: boolean): number {
  const zoom = Math.min(1.5, Math.max(isCrowd ? 0.36 : 0.72, k ** 0.4));
  return (14 + Math.min(12, Math.sqrt(degree) * 1.2)) * zoom;
}

function placeNodes(stage: Stage): SceneNode[] {
  const { graph, shown, places, camera, size, lit } = stage;
  const { nodes, kinds } = graph.document;
  const isCrowd = shown.nodes.reduce((sum, one) => sum + one, 0) > CROWD;
  const placed: SceneNode[] = [];
  for (let node = 0; node < graph.size; node += 1) {
    if (shown.nodes[node] !== 1) continue;
    const at = toScreen(camera, size, places.x[node] ?? 0, places.y[node] ?? 0);
    placed.push({
      node,
      at,
      size: glyphSize(graph.degree[node] ?? 0, camera.k, isCrowd),
      tone: kinds[nodes.kind[node] ?? -1]?.tone ?? "",
      line: shown.nodeLines[node] ?? "stated",
      emphasis: lit === null ? "plain" : lit.has(node) ? "lit" : "dim",
      sign: signOf(stage, node),
    });
  }
  return placed;
}

function signOf({ graph, day }: Stage, node: number): SceneNode["sign"] {
  const body = graph.commitment.get(node);
  const overdue = body && pieceAt(body.overdue, day);
  if (overdue === "yes") return "!";
  return overdue === "can't tell" ? "?" : "";
}

function placeLinks(stage: Stage, byNode: ReadonlyMap<number, SceneNode>): SceneLink[] {
  const { graph, shown, fans, camera, size } = stage;
  const { relations, links } = graph.document;
  const placed: SceneLink[] = [];
  const isSparse = camera.k > 0.5;
  for (let link = 0; link < shown.links.length; link += 1) {
    if (shown.links[link] !== 1) continue;
    const [a, b] = ends(graph.document, link);
    const [from, to] = [byNode.get(a), byNode.get(b)];
    if (!from || !to || isOutside(from.at, to.at, size)) continue;
    const kind = relations[links.relation[link] ?? -1];
    const family = kind?.family ?? "other";
    const directed = kind?.directed ?? true;
    const emphasis = emphasisOf(stage, link, from, to);
    const marked = emphasis === "lit" || (isSparse && emphasis === "plain");
    const gap = marked ? room(families[family].end) : 0;
    const radii = [from.size / 2 + 2 + (directed ? 0 : gap), to.size / 2 + 2 + gap] as const;
    const fan = fans[link] ?? 0;
    placed.push({
      link, family, directed, emphasis, marked,
      curve: a === b ? loop(from.at, from.size / 2, fan) : curve(from.at, to.at, radii, fan, camera.k),
      line: shown.linkLines[link] ?? "stated",
    });
  }
  return placed;
}

/** Of a selected entity its own links are lit, and farther ones show up; of a step those among the lit. */
function emphasisOf(stage: Stage, link: number, from: SceneNode, to: SceneNode): Emphasis {
  if (stage.lit === null) return "plain";
  if (stage.link !== undefined) return link === stage.link ? "lit" : "dim";
  if (stage.node !== undefined && from.node !== stage.node && to.node !== stage.node) {
    return stage.depth > 1 && from.emphasis === "lit" && to.emphasis === "lit" ? "plain" : "dim";
  }
  return from.emphasis === "lit" && to.emphasis === "lit" ? "lit" : "dim";
}

function isOutside(a: Point, b: Point, { width, height }: Size): boolean {
  return (
    Math.max(a.x, b.x) < -MARGIN || Math.min(a.x, b.x) > width + MARGIN ||
    Math.max(a.y, b.y) < -MARGIN || Math.min(a.y, b.y) > height + MARGIN
  );
}

function boxOf({ at, size }: SceneNode): Box {
  return { x: at.x - size / 2, y: at.y - size / 2, width: size, height: size };
}

function wishes(stage: Stage, nodes: readonly SceneNode[], isCrowd: boolean): Wish[] {
  const { graph, size, measure } = stage;
  const inSight = nodes.filter(({ at, emphasis }) =>
    emphasis !== "dim" && at.x > -MARGIN && at.y > -MARGIN && at.x < size.width + MARGIN && at.y < size.height + MARGIN,
  );
  const tried = isCrowd
    ? inSight.toSorted((a, b) => weight(stage, b) - weight(stage, a)).slice(0, LABELS_IN_A_CROWD)
    : inSight;
  return tried.map((node) => {
    const { lines, width } = wrap(graph.document.nodes.name[node.node] ?? "", LABEL_WIDTH, LABEL_LINES, measure);
    return { node: node.node, at: node.at, glyph: node.size, lines, width, weight: weight(stage, node) };
  });
}

/** Selected, then lit, then overdue, then by the number of links. */
function weight(stage: Stage, { node, emphasis, sign }: SceneNode): number {
  if (node === stage.node) return 1e6;
  const degree = stage.graph.degree[node] ?? 0;
  return degree + (emphasis === "lit" ? 1e5 : 0) + (sign === "!" ? 1e4 : 0);
}

/** Writes the relation on the lit links of a selection, where there is room. */
function writeOnLinks(stage: Stage, links: readonly SceneLink[], taken: Boxes): LinkLabel[] {
  if (stage.node === undefined && stage.link === undefined) return [];
  const { relations, links: columns } = stage.graph.document;
  const written: LinkLabel[] = [];
  for (const { link, curve: line, emphasis } of links) {
    if (emphasis !== "lit") continue;
    const text = relations[columns.relation[link] ?? -1]?.label ?? "";
    const width = stage.measure(text) + 8;
    for (const share of [0.5, 0.62, 0.38]) {
      const at = along(line, share);
      const box = { x: at.x - width / 2, y: at.y - LINE / 2 - 1, width, height: LINE + 2 };
      const isInside = box.x >= 0 && box.y >= 0 && box.x + width <= stage.size.width && box.y + box.height <= stage.size.height;
      if (!isInside || taken.touches(box)) continue;
      taken.add(box);
      written.push({ link, text, at: { x: at.x, y: at.y + TYPE / 3 }, box });
      break;
    }
  }
  return written;
}
