// Draws a scene on a canvas: for more entities than SVG moves smoothly.
import { background, ink, muted, type Theme, tone } from "../tokens.ts";
import { batches, signs } from "./batches.ts";
import { GLYPH, glyph } from "./glyphs.ts";
import { LINE } from "./labels.ts";
import type { Scene, SceneNode } from "./scene.ts";
import { paint } from "./svg-map.tsx";

/** Paints a scene. `ratio`: how many pixels of the device one of the screen has. */
export function paintScene(context: CanvasRenderingContext2D, scene: Scene, theme: Theme, ratio: number, selected: number | undefined): void {
  const { width, height } = scene.size;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  paintFrames(context, scene, theme);
  paintLines(context, scene, theme);
  paintGlyphs(context, scene, theme);
  const chosen = scene.nodes.find(({ node }) => node === selected);
  if (chosen) {
    context.strokeStyle = ink[theme];
    context.lineWidth = 2;
    context.beginPath();
    context.arc(chosen.at.x, chosen.at.y, chosen.size / 2 + 5, 0, 2 * Math.PI);
    context.stroke();
  }
  paintText(context, scene, theme);
}

function paintFrames(context: CanvasRenderingContext2D, scene: Scene, theme: Theme): void {
  context.strokeStyle = ink[theme];
  context.lineWidth = 1;
  context.globalAlpha = 0.16;
  for (const { frame } of scene.groups) {
    context.beginPath();
    context.roundRect(frame.x, frame.y, frame.width, frame.height, 12);
    context.stroke();
  }
  context.globalAlpha = 1;
}

function paintLines(context: CanvasRenderingContext2D, scene: Scene, theme: Theme): void {
  for (const { pen, colour, opacity, width, dash, cap, filled } of batches(scene, theme, () => new Path2D())) {
    context.globalAlpha = opacity;
    context.lineWidth = width;
    context.lineCap = cap;
    context.setLineDash(scene.links.length > 4000 ? [] : dash.split(" ").filter(Boolean).map(Number));
    if (filled) {
      context.fillStyle = colour;
      context.fill(pen);
    } else {
      context.strokeStyle = colour;
      context.stroke(pen);
    }
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** Glyphs of one look are one path: few fills, however many glyphs. */
function paintGlyphs(context: CanvasRenderingContext2D, scene: Scene, theme: Theme): void {
  const looks = new Map<string, { path: Path2D; node: SceneNode }>();
  for (const node of scene.nodes) {
    const { at: { x, y }, size, tone: name, line, emphasis } = node;
    if (x < -size || y < -size || x > scene.size.width + size || y > scene.size.height + size) continue;
    const key = `${emphasis} ${name} ${line}`;
    const look = looks.get(key) ?? { path: new Path2D(), node };
    looks.set(key, look);
    const scale = size / GLYPH;
    look.path.addPath(outline(tone(name).shape), { a: scale, d: scale, e: x - size / 2, f: y - size / 2 });
  }
  for (const { path, node } of looks.values()) {
    const how = paint(node.line, tone(node.tone)[theme], theme, 1);
    context.globalAlpha = node.emphasis === "dim" ? 0.14 : 1;
    context.lineWidth = how["stroke-width"];
    context.fillStyle = how.fill;
    context.strokeStyle = how.stroke;
    context.fill(path, "evenodd");
    context.stroke(path);
  }
  context.globalAlpha = 1;
}

function paintText(context: CanvasRenderingContext2D, scene: Scene, theme: Theme): void {
  const font = 'Inter, "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, "Liberation Sans", sans-serif';
  context.textAlign = "left";
  context.lineJoin = "round";
  context.lineWidth = 3;
  context.strokeStyle = background[theme];
  const write = (text: string, x: number, y: number): void => {
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  };
  context.font = `650 11px ${font}`;
  context.fillStyle = muted[theme];
  for (const { title, at } of scene.groups) write(title, at.x, at.y);
  context.textAlign = "center";
  context.font = `500 11px ${font}`;
  for (const { text, at } of scene.linkLabels) write(text, at.x, at.y);
  context.font = `700 12px ${font}`;
  for (const { text, x, y, colour } of signs(scene, theme)) {
    context.fillStyle = colour;
    write(text, x, y + 4);
  }
  context.font = `500 12px ${font}`;
  context.fillStyle = ink[theme];
  for (const { lines, x, y } of scene.labels) lines.forEach((line, n) => write(line, x, y + n * LINE));
}

const outlines = new Map<string, Path2D>();

function outline(shape: string): Path2D {
  const known = outlines.get(shape);
  if (known) return known;
  const made = new Path2D(glyph(shape));
  outlines.set(shape, made);
  return made;
}
