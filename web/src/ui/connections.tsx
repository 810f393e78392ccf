// The inspector's list of relations: who the selected entity is linked to, and how, as sentences read from it.
import { useComputed } from "@preact/signals";
import { ends, linksOf } from "../model/graph.ts";
import { holds } from "../model/time.ts";
import { lineOf } from "../model/show.ts";
import { graph } from "../state/derived.ts";
import { day, selectLink } from "../state/store.ts";
import { LineSample } from "./line-sample.tsx";
import { Name } from "./name.tsx";
import type { Section } from "./parts.ts";

/** Links of one kind, read in one direction. */
interface Sentence { label: string; family: "obligation" | "membership" | "legal" | "other"; links: { link: number; node: number }[] }

function Connections({ node }: { node: number }) {
  const sentences = useComputed(() => read(node)).value;
  const total = sentences.reduce((sum, { links }) => sum + links.length, 0);
  if (total === 0) return null;
  return (
    <section class="connections">
      <h3>Relations <span class="count">{total}</span></h3>
      {sentences.map(({ label, family, links }) => (
        <div key={label + family}>
          <h4><LineSample family={family} /> {label}</h4>
          <ul>{links.map(({ link, node: end }) => <Connection key={link} link={link} node={end} />)}</ul>
        </div>
      ))}
    </section>
  );
}

function Connection({ link, node }: { link: number; node: number }) {
  const { links, stances, times } = graph.value.document;
  const stance = stances[links.stance[link] ?? 0] ?? "";
  const time = times[links.time[link] ?? -1];
  const truth = day.value === null ? "yes" : holds(time, day.value).truth;
  const remarks = [
    stance === "fact" ? "" : stance,
    time && time.words !== "undated" ? time.words : "",
    truth === "no" ? "not on the day" : "",
  ].filter((remark) => remark !== "");
  return (
    <li data-line={lineOf(truth, stance)}>
      <Name node={node} />
      <button type="button" class="said" onClick={() => selectLink(link)} title="Who says so" aria-label={remarks.length > 0 ? undefined : "Who says so"}>
        {remarks.length > 0 ? remarks.join(", ") : "…"}
      </button>
    </li>
  );
}

/** The relations of a node, gathered by how they read from it, those with most links first. */
function read(node: number): Sentence[] {
  const { document } = graph.value;
  const found = new Map<string, Sentence>();
  for (const link of linksOf(graph.value, node)) {
    const [from, to] = ends(document, link);
    const kind = document.relations[document.links.relation[link] ?? -1];
    if (!kind) continue;
    const label = from === node ? kind.label : kind.inverse;
    const key = `${kind.name} ${label}`;
    const sentence = found.get(key) ?? { label, family: kind.family, links: [] };
    sentence.links.push({ link, node: from === node ? to : from });
    found.set(key, sentence);
  }
  return [...found.values()].toSorted((a, b) => b.links.length - a.links.length);
}

export const connections: Section = { id: "connections", ofNode: Connections };
