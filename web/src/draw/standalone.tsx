// The map as a file of its own: SVG with the theme in it, and a PNG of that.
import { render } from "preact";
import { background, type Theme } from "../tokens.ts";
import type { Scene } from "./scene.ts";
import { Drawing } from "./svg-map.tsx";

/** How many dots of a PNG go to a pixel of the page. */
const SCALE = 2;

/** A scene as the text of an SVG file. */
export function svgOf(scene: Scene, theme: Theme, title: string): string {
  const { width, height } = scene.size;
  const root = document.createElement("div");
  const spoken = { name: () => "", stop: undefined, selected: undefined };
  render(
    <svg xmlns="http://www.w3.org/2000/svg" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <title>{title}</title>
      <rect width={width} height={height} fill={background[theme]} />
      <Drawing scene={scene} theme={theme} spoken={spoken} />
    </svg>,
    root,
  );
  const svg = root.querySelector("svg");
  for (const element of svg?.querySelectorAll("*") ?? []) {
    for (const name of ["role", "tabindex", "aria-label", "aria-pressed", "aria-hidden", "data-node", "data-link"]) element.removeAttribute(name);
  }
  const text = svg === null ? "" : new XMLSerializer().serializeToString(svg);
  render(null, root);
  return text;
}

/** An SVG file as a PNG of twice its size. */
export async function pngOf(svg: string, { width, height }: Scene["size"]): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * SCALE;
    canvas.height = height * SCALE;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => { canvas.toBlob(done, "image/png"); });
    if (!blob) throw new Error("the browser makes no PNG of this size");
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}
