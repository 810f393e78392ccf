// Hands out what is shown: the map as a picture, the graph as DOT or JSON.
import { useEffect, useRef } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { pngOf, svgOf } from "../draw/standalone.tsx";
import { dot } from "../model/dot.ts";
import { excerpt, type Part } from "../model/excerpt.ts";
import { listed, ties } from "../model/paths.ts";
import { graph, shown, view } from "../state/derived.ts";
import { scene, size } from "../state/stage.ts";
import { day, notice, page } from "../state/store.ts";
import { theme } from "../state/theme.ts";
import { download } from "./download.ts";
import type { Action } from "./parts.ts";
import { routes, rules } from "./paths.tsx";
import "../style/save.css";

type Format = "svg" | "png" | "dot" | "json";
const FORMATS: readonly [Format, string][] = [
  ["svg", "Picture of the map, SVG"], ["png", "Picture of the map, PNG"], ["dot", "Graph for Graphviz, DOT"], ["json", "Graph as data, JSON"],
];

/** The picture's size where the map has not been opened yet. */
const SIZE = { width: 1200, height: 800 };
/** So many paths are handed out, as many as are listed. */
const LISTED = 100;

function Save() {
  const isOpen = useSignal(false);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen.value) return undefined;
    const away = (event: Event): void => {
      if (!menu.current?.contains(event.target as Node)) isOpen.value = false;
    };
    document.addEventListener("pointerdown", away);
    document.addEventListener("focusin", away);
    return () => {
      document.removeEventListener("pointerdown", away);
      document.removeEventListener("focusin", away);
    };
  }, [isOpen.value]);
  const close = (): void => {
    isOpen.value = false;
    menu.current?.querySelector("button")?.focus();
  };
  return (
    <div ref={menu} class="save" role="presentation" onKeyDown={(event) => {
      if (event.key !== "Escape" || !isOpen.value) return;
      event.stopPropagation();
      close();
    }}>
      <button type="button" class="tool" aria-expanded={isOpen.value} aria-controls="save-menu" onClick={() => { isOpen.value = !isOpen.value; }}>Save</button>
      <ul id="save-menu" hidden={!isOpen.value}>
        {FORMATS.map(([format, words]) => (
          <li key={format}><button type="button" onClick={() => { close(); void save(format); }}>{words}</button></li>
        ))}
      </ul>
    </div>
  );
}

async function save(format: Format): Promise<void> {
  const part = shownPart();
  const name = `${graph.peek().document.id}${view.peek() ? `-${view.peek()?.id ?? ""}` : ""}.${format}`;
  try {
    if (format === "dot") download(name, dot(graph.peek(), part, theme.peek()), "text/vnd.graphviz");
    else if (format === "json") download(name, `${JSON.stringify(excerpt(graph.peek(), part), null, 2)}\n`, "application/json");
    else await savePicture(name, format, part.title);
    notice.value = `Saved ${name}`;
  } catch (error) {
    notice.value = error instanceof Error ? error.message : String(error);
  }
}

async function savePicture(name: string, format: "svg" | "png", title: string): Promise<void> {
  if (size.peek().width === 0) size.value = SIZE;
  const svg = svgOf(scene.peek(), theme.peek(), title);
  if (format === "svg") download(name, svg, "image/svg+xml");
  else download(name, await pngOf(svg, size.peek()), "image/png");
}

/** The paths where they are on the page, else what is shown of the view. */
function shownPart(): Part {
  const { document } = graph.peek();
  const visible = shown.peek();
  const about = { title: view.peek()?.title ?? document.title, says: view.peek()?.says ?? document.says, day: day.peek() };
  const lines = {
    lineOfNode: (node: number) => visible.nodeLines[node] ?? ("stated" as const),
    lineOfLink: (link: number) => visible.linkLines[link] ?? ("stated" as const),
  };
  const found = page.peek() === "paths" ? routes.peek() : undefined;
  if (!found) return { ...about, ...lines, nodes: flagged(visible.nodes), links: flagged(visible.links) };
  const paths = listed(found, LISTED);
  const links = paths.flatMap((path) => path.slice(1).flatMap((to, hop) => ties(graph.peek(), path[hop] ?? -1, to, rules.peek())));
  return { ...about, ...lines, title: "Paths", says: "", nodes: unique(paths.flat()), links: unique(links) };
}

function flagged(flags: Uint8Array): number[] {
  return [...flags.keys()].filter((at) => flags[at] === 1);
}

function unique(numbers: readonly number[]): number[] {
  return [...new Set(numbers)];
}

export const saveAction: Action = { id: "save", body: Save };
