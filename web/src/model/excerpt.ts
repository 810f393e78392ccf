// A part of the graph as data of its own: what is shown, by ids and in words.
import type { Day } from "../document.ts";
import { ends, type Graph } from "./graph.ts";
import { wordsOf } from "./status.ts";
import { statusOn } from "./show.ts";
import { holds, written } from "./time.ts";
import type { Line } from "../tokens.ts";

/** Which part it is. */
export interface Part {
  title: string;
  says: string;
  nodes: readonly number[];
  links: readonly number[];
  lineOfNode: (node: number) => Line;
  lineOfLink: (link: number) => Line;
  day: Day | null;
}

/** The part as a value for JSON. */
export function excerpt(graph: Graph, part: Part) {
  const { document } = graph;
  return {
    version: 1,
    dataset: document.id,
    revision: document.revision,
    title: part.title,
    says: part.says,
    as_of: part.day === null ? null : written(part.day),
    nodes: part.nodes.map((node) => nodeOf(graph, node, part.day)),
    links: part.links.map((link) => linkOf(graph, link, part.day)),
  };
}

function nodeOf(graph: Graph, node: number, day: Day | null) {
  const { nodes, kinds, times } = graph.document;
  const kind = kinds[nodes.kind[node] ?? -1];
  const time = times[nodes.time[node] ?? -1];
  const body = graph.commitment.get(node);
  const status = body && statusOn(graph, body.status, day);
  return {
    id: nodes.id[node], name: nodes.name[node], kind: kind?.name, sort: kind?.sort,
    ...(time && { when: time.words }), ...(time && day !== null && { held: holds(time, day).truth }),
    ...(status && { status: wordsOf(status) }),
  };
}

function linkOf(graph: Graph, link: number, day: Day | null) {
  const { links, relations, stances, times, nodes, cites, sources } = graph.document;
  const [from, to] = ends(graph.document, link);
  const relation = relations[links.relation[link] ?? -1];
  const time = times[links.time[link] ?? -1];
  return {
    from: nodes.id[from], to: nodes.id[to], kind: relation?.name, label: relation?.label, family: relation?.family,
    stance: stances[links.stance[link] ?? 0], when: time?.words ?? "undated",
    ...(day !== null && { held: holds(time, day).truth }),
    cites: (links.cites[link] ?? []).flatMap((number) => cites[number] ?? []).map(({ source, section, paragraph, locator }) => ({
      source: sources[source]?.id, section, paragraph, locator,
    })),
  };
}
