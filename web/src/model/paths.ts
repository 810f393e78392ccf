// How two entities are connected: every path of the fewest hops, by the rules of `foedera path --all`.
import type { Day, Truth } from "../document.ts";
import { ends, type Graph, linksOf, other } from "./graph.ts";
import type { Filters } from "./show.ts";
import { holdsAll } from "./time.ts";

/** What may be walked. */
export interface Rules {
  /** Whether a link may be walked at all. */
  open: (link: number) => boolean;
  /** Whether a node may be walked through; the two ends always may. */
  through: (node: number) => boolean;
  /** Whether a link that is read one way is walked that way only. */
  directed: boolean;
}

/** What a reader says of the walk. */
export interface Terms {
  directed: boolean;
  /** Whether what can't be told on the day is left out. */
  certain: boolean;
  /** Whether claims of every stance are walked, not those alone that the data set walks. */
  everyStance: boolean;
}

/** The paths of the fewest hops, as the acyclic graph that they make up. */
export interface Routes {
  from: number;
  hops: number;
  /** The nodes at each distance from the start, in the order of the document. */
  columns: readonly (readonly number[])[];
  /** The nodes that may come next, in the order of the document; none after the end. */
  next: ReadonlyMap<number, readonly number[]>;
  /** How many paths there are. */
  total: number;
}

/** The rules that filters, a day and the reader's terms make. */
export function rulesOf(graph: Graph, filters: Filters, day: Day | null, terms: Terms): Rules {
  const { document } = graph;
  const { relation, stance, time } = document.links;
  const truths: Truth[] | null = day === null ? null : holdsAll(document.times, day).map((holds) => holds.truth);
  const related = document.relations.map(({ name }) => !filters.relations.has(name));
  const walked = new Set(terms.everyStance ? document.stances.keys() : document.walked);
  const claimed = document.stances.map((name, number) => walked.has(number) && !filters.stances.has(name));
  const kept = document.kinds.map(({ name }) => !filters.kinds.has(name));
  const holds = (link: number): boolean => {
    const truth = truths === null ? "yes" : (truths[time[link] ?? -1] ?? "can't tell");
    return truth === "yes" || (truth === "can't tell" && !terms.certain);
  };
  return {
    open: (link) => related[relation[link] ?? -1] === true && claimed[stance[link] ?? -1] === true && holds(link),
    through: (node) => kept[document.nodes.kind[node] ?? -1] !== false,
    directed: terms.directed,
  };
}

/** Every path of the fewest hops between two nodes; null where they are not connected. */
export function shortest(graph: Graph, from: number, to: number, rules: Rules): Routes | null {
  const depth = depths(graph, from, to, rules);
  const hops = depth[to] ?? -1;
  if (hops < 0) return null;
  const columns: number[][] = [[to]];
  const next = new Map<number, number[]>();
  for (let at = hops; at > 0; at -= 1) {
    const before = new Set<number>();
    for (const node of columns[0] ?? []) {
      for (const near of neighbours(graph, node, rules, "back")) {
        if (depth[near] !== at - 1) continue;
        before.add(near);
        next.set(near, [...(next.get(near) ?? []), node]);
      }
    }
    columns.unshift([...before].sort(ascending));
  }
  return { from, hops, columns, next, total: count(columns, next) };
}

/** The first paths in the order of their nodes, at most `limit`. */
export function listed(routes: Routes, limit: number): number[][] {
  const paths: number[][] = [];
  const walk = (path: readonly number[]): void => {
    const onward = routes.next.get(path.at(-1) ?? -1) ?? [];
    if (onward.length === 0) paths.push([...path]);
    for (const node of onward) {
      if (paths.length >= limit) return;
      walk([...path, node]);
    }
  };
  walk([routes.from]);
  return paths;
}

/** The links that may be walked from one node to the next: facts first, then in the order of the document. */
export function ties(graph: Graph, from: number, to: number, rules: Rules): number[] {
  const found = [...linksOf(graph, from)].filter((link) => other(graph, link, from) === to && passes(graph, link, from, rules, "onward"));
  const stance = (link: number): number => graph.document.links.stance[link] ?? 0;
  return found.sort((a, b) => stance(a) - stance(b) || a - b);
}

/** How far each node is from the start, as far as the end is; -1 for what lies beyond. */
function depths(graph: Graph, from: number, to: number, rules: Rules): Int32Array {
  const depth = new Int32Array(graph.size).fill(-1);
  depth[from] = 0;
  let level = [from];
  for (let at = 1; level.length > 0 && depth[to] === -1; at += 1) {
    const beyond: number[] = [];
    for (const node of level) {
      for (const near of neighbours(graph, node, rules, "onward")) {
        if (depth[near] !== -1 || (near !== to && !rules.through(near))) continue;
        depth[near] = at;
        beyond.push(near);
      }
    }
    level = beyond;
  }
  return depth;
}

type Way = "onward" | "back";

function neighbours(graph: Graph, node: number, rules: Rules, way: Way): Set<number> {
  const found = new Set<number>();
  for (const link of linksOf(graph, node)) {
    if (passes(graph, link, node, rules, way)) found.add(other(graph, link, node));
  }
  return found;
}

/** Whether a link may be walked away from a node, or towards it. */
function passes(graph: Graph, link: number, node: number, rules: Rules, way: Way): boolean {
  if (!rules.open(link)) return false;
  const kind = graph.document.relations[graph.document.links.relation[link] ?? -1];
  if (!rules.directed || kind?.directed === false) return true;
  const [source, target] = ends(graph.document, link);
  return node === (way === "onward" ? source : target);
}

function count(columns: readonly (readonly number[])[], next: ReadonlyMap<number, readonly number[]>): number {
  const ways = new Map<number, number>();
  for (const column of columns.toReversed()) {
    for (const node of column) {
      const onward = next.get(node) ?? [];
      ways.set(node, onward.length === 0 ? 1 : onward.reduce((sum, then) => sum + (ways.get(then) ?? 0), 0));
    }
  }
  return (columns[0] ?? []).reduce((sum, node) => sum + (ways.get(node) ?? 0), 0);
}

const ascending = (a: number, b: number): number => a - b;
