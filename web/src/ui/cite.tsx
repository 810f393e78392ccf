// A citation: where it leads, the words that find the passage, and the passage where its text is at hand.
import type { CiteBody } from "../document.ts";
import { sentenceKey } from "../model/coverage.ts";
import type { Look } from "../model/status.ts";
import { graph } from "../state/derived.ts";
import { keep, open } from "../state/store.ts";
import { Chip } from "./status.tsx";
import "../style/cite.css";

/** Where a citation leads, in words: "sf75, An Historic Summit ¶4". */
export function placeOf(cite: CiteBody): string {
  const source = graph.value.document.sources[cite.source]?.id ?? "";
  if (cite.section === undefined) return source;
  return `${source}, ${cite.section}${cite.paragraph === undefined ? "" : ` ¶${cite.paragraph}`}`;
}

/** Some citations as places, each once: "[sf75, An Historic Summit ¶4]". */
export function Places({ cites }: { cites: readonly number[] }) {
  const { document } = graph.value;
  const places = cites.flatMap((number) => document.cites[number] ?? []).map(placeOf);
  if (places.length === 0) return null;
  return <span class="places">[{[...new Set(places)].join("; ")}]</span>;
}

const VERIFIED: Record<CiteBody["verified"], { look: Look; words: string }> = {
  passage: { look: { icon: "done", feeling: "good" }, words: "passage found in the source" },
  background: { look: { icon: "over", feeling: "calm" }, words: "background, from outside the texts" },
  no: { look: { icon: "late", feeling: "warn" }, words: "not verified" },
};

/** A citation in full. */
export function Cite({ number }: { number: number }) {
  const { document } = graph.value;
  const cite = document.cites[number];
  const source = cite && document.sources[cite.source];
  if (!cite || !source) return null;
  const { look, words } = VERIFIED[cite.verified];
  return (
    <figure class={`cite ${cite.verified}`}>
      <figcaption>
        <span class="cite-place">{cite.section ?? source.title}{cite.paragraph !== undefined && <span class="paragraph"> ¶{cite.paragraph}</span>}</span>
        {cite.section !== undefined && <cite>{source.title}</cite>}
        {cite.section === undefined && source.reference !== undefined && <span class="reference">{source.reference}</span>}
      </figcaption>
      {cite.passage
        ? <Passage passage={cite.passage} />
        : cite.locator !== undefined && <blockquote><p><mark>{cite.locator}</mark></p></blockquote>}
      <p class="verified">
        <Chip look={look} words={words} />
        {source.sections.length > 0 && <ToSource number={number} source={source.id} />}
      </p>
    </figure>
  );
}

function Passage({ passage: [before, quoted, after] }: { passage: readonly [string, string, string] }) {
  return (
    <blockquote>
      <p>
        {before !== "" && <span class="around">{before} </span>}
        <mark>{quoted}</mark>
        {after !== "" && <span class="around"> {after}</span>}
      </p>
    </blockquote>
  );
}

/** Leads to the first sentence that a citation touches, in the outline of its source. */
function ToSource({ number, source }: { number: number; source: string }) {
  const show = (): void => {
    const sections = graph.peek().document.sources.find(({ id }) => id === source)?.sections ?? [];
    const section = sections.findIndex(({ sentences }) => sentences.some((one) => one.cites.includes(number)));
    const sentence = sections[section]?.sentences.findIndex((one) => one.cites.includes(number)) ?? -1;
    keep("source", source);
    keep("sentence", sentence < 0 ? undefined : sentenceKey(section, sentence));
    open("coverage");
  };
  return <button type="button" class="plain" onClick={show}>in the outline</button>;
}
