// Places for entities that were opened beside a view: near whom they are linked to, and nothing else moves.
import { forceCollide, forceLink, forceManyBody, forceSimulation, type SimulationNodeDatum } from "d3-force";
import type { ViewBody } from "../document.ts";
import { ends, type Graph } from "../model/graph.ts";
import { scopeOf } from "../model/scope.ts";
import type { Scope } from "../model/show.ts";

/** Where each node is on the map, by its number. */
export interface Places { x: Float64Array; y: Float64Array }

/** The places of the document; in a view its own, with what was opened beside it put around it, step by step. */
export function places(graph: Graph, view: ViewBody | undefined, expanded: readonly number[]): Places {
  const { nodes } = graph.document;
  const own = { x: Float64Array.from(nodes.x), y: Float64Array.from(nodes.y) };
  if (!view) return own;
  view.nodes.forEach((node, n) => {
    own.x[node] = view.x[n] ?? 0;
    own.y[node] = view.y[n] ?? 0;
  });
  let fixed = new Set(view.nodes);
  for (let count = 1; count <= expanded.length; count += 1) {
    const asked = { expanded: expanded.slice(0, count), selected: undefined, everything: false };
    const scope = scopeOf(graph, view, asked);
    if (scope.nodes.some((node) => !fixed.has(node))) settle(graph, scope, fixed, own);
    fixed = new Set(scope.nodes);
  }
  return own;
}

interface Body extends SimulationNodeDatum { node: number }

/** Settles the bodies that are not fixed among those that are. */
function settle(graph: Graph, scope: Scope, fixed: ReadonlySet<number>, into: Places): void {
  const bodies: Body[] = scope.nodes.map((node) => bodyOf(node, fixed, into));
  const byNode = new Map(bodies.map((body) => [body.node, body]));
  const joined = scope.links.flatMap((link) => {
    const [source, target] = ends(graph.document, link).map((end) => byNode.get(end));
    return source && target ? [{ source, target }] : [];
  });
  startNearNeighbours(bodies, joined);
  forceSimulation(bodies)
    .force("link", forceLink<Body, { source: Body; target: Body }>(joined).distance(120).strength(0.5))
    .force("charge", forceManyBody<Body>().strength(-260).distanceMax(500))
    .force("apart", forceCollide<Body>(54))
    .stop()
    .tick(160);
  for (const { node, x, y } of bodies) {
    into.x[node] = x ?? 0;
    into.y[node] = y ?? 0;
  }
}

function bodyOf(node: number, fixed: ReadonlySet<number>, at: Places): Body {
  const [x, y] = [at.x[node] ?? 0, at.y[node] ?? 0];
  return fixed.has(node) ? { node, x, y, fx: x, fy: y } : { node };
}

/** A body that is free starts beside the first fixed one it is joined to. */
function startNearNeighbours(bodies: readonly Body[], joined: readonly { source: Body; target: Body }[]): void {
  for (const { source, target } of joined) {
    for (const [free, anchor] of [[source, target], [target, source]] as const) {
      if (free.x !== undefined || anchor.fx === undefined || anchor.fx === null) continue;
      const angle = bodies.indexOf(free) * 2.4;
      free.x = anchor.fx + 90 * Math.cos(angle);
      free.y = (anchor.fy ?? 0) + 90 * Math.sin(angle);
    }
  }
}
