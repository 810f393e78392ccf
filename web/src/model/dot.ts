// A part of the graph in DOT, the language of Graphviz, as foedera itself writes it.
import type { Part } from "./excerpt.ts";
import { ends, type Graph } from "./graph.ts";
import { background, families, ink, type Line, muted, type Theme, tone } from "../tokens.ts";

/** A text as a quoted DOT string in which nothing is special. */
export function escape(text: string): string {
  const quoted = text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
  return `"${quoted.replace(/\p{Cc}/gu, " ")}"`;
}

/** The part as a digraph. */
export function dot(graph: Graph, part: Part, theme: Theme): string {
  const numbers = new Map(part.nodes.map((node, number) => [node, number]));
  const lines = [
    `digraph ${escape(graph.document.id)} {`,
    `  graph${attributes({ label: `${part.title}\n${part.says}`, labelloc: "t", fontname: "Helvetica", fontcolor: ink[theme], bgcolor: background[theme], rankdir: "LR" })};`,
    `  node${attributes({ fontname: "Helvetica", fontsize: "11", fontcolor: ink[theme], style: "filled", fillcolor: background[theme], penwidth: "1.8" })};`,
    `  edge${attributes({ fontname: "Helvetica", fontsize: "9", fontcolor: muted[theme], arrowsize: "0.7" })};`,
    ...part.nodes.map((node, number) => `  n${number}${attributes(ofNode(graph, node, part.lineOfNode(node), theme))};`),
    ...part.links.map((link) => {
      const [from, to] = ends(graph.document, link);
      return `  n${numbers.get(from)} -> n${numbers.get(to)}${attributes(ofLink(graph, link, part.lineOfLink(link), theme))};`;
    }),
    "}",
  ];
  return `${lines.join("\n")}\n`;
}

function attributes(values: Record<string, string>): string {
  return ` [${Object.entries(values).map(([name, value]) => `${name}=${escape(value)}`).join(", ")}]`;
}

function ofNode(graph: Graph, node: number, line: Line, theme: Theme): Record<string, string> {
  const { nodes, kinds } = graph.document;
  const kind = kinds[nodes.kind[node] ?? -1];
  const name = nodes.name[node] ?? "";
  const { shape, ...colours } = tone(kind?.tone ?? "");
  return {
    id: nodes.id[node] ?? "",
    label: wrapped(name),
    tooltip: `${name} (${kind?.label ?? ""})`,
    color: colours[theme],
    shape: SHAPES[shape] ?? "box",
    ...(line !== "stated" && { style: "filled,dashed" }),
  };
}

/** Graphviz's nearest shape to one of the tokens. */
const SHAPES: Record<string, string> = {
  circle: "ellipse", "double-circle": "ellipse", ellipse: "ellipse", person: "egg", hexagon: "hexagon", diamond: "diamond",
  "small-diamond": "diamond", triangle: "house", "inverted-triangle": "invhouse", octagon: "octagon",
  parallelogram: "parallelogram", tab: "tab", note: "note",
};

const HEADS: Record<string, string> = { "filled-arrow": "normal", "open-circle": "odot", "double-bar": "teetee" };

const STYLES: Record<Line, string> = { stated: "solid", inferred: "dashed", disputed: "dashed,bold", ended: "dotted", open: "dotted" };

function ofLink(graph: Graph, link: number, line: Line, theme: Theme): Record<string, string> {
  const { links, relations } = graph.document;
  const relation = relations[links.relation[link] ?? -1];
  const family = families[relation?.family ?? "other"];
  return {
    label: wrapped(relation?.label ?? ""),
    color: family[theme],
    arrowhead: HEADS[family.end] ?? "vee",
    style: STYLES[line],
    ...(relation?.directed === false && { dir: "none" }),
  };
}

/** How wide a label grows before it is wrapped, in characters. */
const WRAP = 20;

function wrapped(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WRAP) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}
