// What is shown and how: the filters and the day decide it, here and nowhere else.
import type { Day, ExplorerDocument, Holds, Status, Truth } from "../document.ts";
import type { Line } from "../tokens.ts";
import { ends, type Graph } from "./graph.ts";
import { at, holdsAll } from "./time.ts";

/** What a reader has switched off, by name, so that it survives a change of the data. */
export interface Filters {
  kinds: ReadonlySet<string>;
  relations: ReadonlySet<string>;
  stances: ReadonlySet<string>;
}

/** What the page looks at. */
export interface Question {
  filters: Filters;
  /** Null: no day in particular. */
  day: Day | null;
  /** Whether what has ended, or is not yet, is drawn; else it is left out. */
  ended: boolean;
}

/** The answer, by node and by link. */
export interface Shown {
  nodes: Uint8Array;
  links: Uint8Array;
  nodeLines: Line[];
  linkLines: Line[];
}

/** Which nodes and links of a scope are shown, and by which line. A link needs both its ends. */
export function shown(graph: Graph, scope: Scope, question: Question): Shown {
  const { document } = graph;
  const truths = truthsOn(document, question.day);
  const nodes = new Uint8Array(graph.size);
  const nodeLines: Line[] = Array.from({ length: graph.size }, () => "stated");
  const kindOff = document.kinds.map((kind) => question.filters.kinds.has(kind.name));
  for (const node of scope.nodes) {
    const line = lineOfNode(graph, node, truths, question.day);
    nodeLines[node] = line;
    const off = kindOff[document.nodes.kind[node] ?? -1] === true;
    if (!off && (question.ended || line !== "ended")) nodes[node] = 1;
  }
  const { links, linkLines } = shownLinks(graph, scope, question, truths, nodes);
  return { nodes, links, nodeLines, linkLines };
}

/** The part of the graph that a page is about. */
export interface Scope {
  nodes: readonly number[];
  links: readonly number[];
}

function shownLinks(
  graph: Graph, scope: Scope, question: Question, truths: readonly Holds[] | null, nodes: Uint8Array,
): { links: Uint8Array; linkLines: Line[] } {
  const { document } = graph;
  const { relation, stance, time } = document.links;
  const links = new Uint8Array(relation.length);
  const linkLines: Line[] = Array.from({ length: relation.length }, () => "stated");
  const relationOff = document.relations.map((kind) => question.filters.relations.has(kind.name));
  const stanceOff = document.stances.map((name) => question.filters.stances.has(name));
  for (const link of scope.links) {
    const says = document.stances[stance[link] ?? 0] ?? "fact";
    const line = lineOf(truths === null ? "yes" : (truths[time[link] ?? -1]?.truth ?? "can't tell"), says);
    linkLines[link] = line;
    const [from, to] = ends(document, link);
    const off = relationOff[relation[link] ?? -1] === true || stanceOff[stance[link] ?? -1] === true;
    const stands = nodes[from] === 1 && nodes[to] === 1;
    if (!off && stands && (question.ended || line !== "ended")) links[link] = 1;
  }
  return { links, linkLines };
}

/** What each time of a document says of a day; null where no day is asked about. */
function truthsOn(document: ExplorerDocument, day: Day | null): Holds[] | null {
  return day === null ? null : holdsAll(document.times, day);
}

/** How a statement is drawn. */
export function lineOf(truth: Truth, stance: string): Line {
  if (truth === "no") return "ended";
  if (stance === "disputed") return "disputed";
  if (truth === "can't tell") return "open";
  return stance === "fact" ? "stated" : "inferred";
}

function lineOfNode(graph: Graph, node: number, truths: readonly Holds[] | null, day: Day | null): Line {
  const commitment = graph.commitment.get(node);
  if (commitment) return lineOfStatus(statusOn(graph, commitment.status, day));
  const time = graph.document.nodes.time[node] ?? -1;
  if (truths === null || time < 0) return "stated";
  return lineOf(truths[time]?.truth ?? "can't tell", "fact");
}

/** The status of a commitment on a day, else on the reference date of the data set. */
export function statusOn(graph: Graph, pieces: readonly { from: Day | null; is: Status }[], day: Day | null): Status | undefined {
  return at(pieces, day ?? graph.document.reference_day ?? graph.document.last_day);
}

const AHEAD = new Set(["not yet undertaken", "expected", "proposed", "recommended"]);
const OVER = new Set(["fulfilled", "expired", "lapsed", "terminated"]);

/** What nobody has undertaken yet is drawn as a judgement, what is over as ended. */
export function lineOfStatus(status: Status | undefined): Line {
  const possible = status?.possible ?? [];
  if (possible.length === 0) return "open";
  if (possible.every((word) => AHEAD.has(word))) return "inferred";
  if (possible.every((word) => OVER.has(word))) return "ended";
  return possible.some((word) => AHEAD.has(word) || OVER.has(word)) ? "open" : "stated";
}
