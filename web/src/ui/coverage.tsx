// The page of coverage: the outline of a source, each of its sentences a cell, and what rests on it.
import { Fragment } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { SectionBody, SentenceBody, SourceBody } from "../document.ts";
import { backed } from "../model/backing.ts";
import { type Counts, counts, countsOf, sentenceKey, share, type State, stateOf } from "../model/coverage.ts";
import { graph } from "../state/derived.ts";
import { extras, keep, selectLink } from "../state/store.ts";
import { labelOf } from "./path-list.tsx";
import { Name } from "./name.tsx";
import type { Page } from "./parts.ts";
import "../style/coverage.css";

/** What each state means, and the sign that stands for it beside its tone. */
const STATES: Record<State, { words: string; sign: string }> = {
  covered: { words: "backs a record", sign: "" },
  uncited: { words: "backs nothing, with a reason", sign: "–" },
  missed: { words: "backs nothing", sign: "!" },
};

const NAMES = Object.keys(STATES) as State[];

function Coverage() {
  const outlined = graph.value.document.sources.filter(({ sections }) => sections.length > 0);
  const source = outlined.find(({ id }) => id === extras.value["source"]) ?? outlined[0];
  if (!source) return null;
  return (
    <section class="sheet" aria-labelledby="coverage-title">
      <h2 id="coverage-title">Coverage</h2>
      {outlined.length > 1 && <Sources sources={outlined} chosen={source.id} />}
      <About source={source} />
      <Outline source={source} />
    </section>
  );
}

function Sources({ sources, chosen }: { sources: readonly SourceBody[]; chosen: string }) {
  return (
    <div class="fields">
      <label>Source
        <select value={chosen} onChange={(event) => { keep("sentence", undefined); keep("source", event.currentTarget.value); }}>
          {sources.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}
        </select>
      </label>
    </div>
  );
}

function About({ source }: { source: SourceBody }) {
  const all = countsOf(source);
  const by = [...source.author, source.series, source.date].filter((part) => part !== undefined).join(", ");
  return (
    <>
      <p class="lead"><cite>{source.title}</cite>{by !== "" && ` (${by})`}: {share(all)} % of what should be cited is.</p>
      <p class="state-legend">
        {NAMES.map((state) => <span key={state}><i class={`cell ${state}`} aria-hidden="true">{STATES[state].sign}</i> {all[state]} {state}: {STATES[state].words}</span>)}
      </p>
    </>
  );
}

function Outline({ source }: { source: SourceBody }) {
  const table = useRef<HTMLTableElement>(null);
  const all = countsOf(source);
  const chosen = chosenOf(source);
  const stop = chosen ? sentenceKey(chosen.section, chosen.place) : firstOf(source);
  const onKeyDown = (event: KeyboardEvent): void => {
    const cells = [...(table.current?.querySelectorAll<HTMLElement>("button.cell") ?? [])];
    const to = next(cells.indexOf(event.target as HTMLElement), event.key, cells.length);
    if (to === null) return;
    event.preventDefault();
    cells[to]?.focus();
  };
  return (
    <table ref={table} class="data outline">
      <caption>Each sentence is a cell; arrow keys go from one to the next.</caption>
      <thead>
        <tr><th scope="col">Section</th><th scope="col">Sentences</th>{NAMES.map((state) => <th key={state} scope="col" class="number">{state}</th>)}</tr>
      </thead>
      <tbody>
        {source.sections.map((section, number) => (
          <Fragment key={section.title}>
            <tr>
              <th scope="row">{titleOf(section)}</th>
              <td>
                <div class="cells" role="presentation" onKeyDown={onKeyDown}>
                  {section.sentences.map((sentence, place) => (
                    <Cell key={place} sentence={sentence} place={place} id={sentenceKey(number, place)} stop={stop} isLast={endsParagraph(section, place)} />
                  ))}
                </div>
              </td>
              <Numbers of={counts(section.sentences)} />
            </tr>
            {chosen?.section === number && <tr><td colSpan={5}><Details section={section} place={chosen.place} /></td></tr>}
          </Fragment>
        ))}
      </tbody>
      <tfoot><tr><th scope="row">in all</th><td>{NAMES.reduce((sum, state) => sum + all[state], 0)}</td><Numbers of={all} /></tr></tfoot>
    </table>
  );
}

function Numbers({ of }: { of: Counts }) {
  return <>{NAMES.map((state) => <td key={state} class="number">{of[state]}</td>)}</>;
}

/** Which cell a key leads to, by number; null for a key that leads nowhere. */
function next(from: number, key: string, count: number): number | null {
  const to = { ArrowRight: from + 1, ArrowDown: from + 1, ArrowLeft: from - 1, ArrowUp: from - 1, Home: 0, End: count - 1 }[key];
  return to === undefined ? null : Math.min(count - 1, Math.max(0, to));
}

function endsParagraph({ sentences }: SectionBody, place: number): boolean {
  return sentences[place]?.paragraph !== sentences[place + 1]?.paragraph;
}

function titleOf({ title }: SectionBody): string {
  return title === "" ? "front matter" : title;
}

interface CellProps { sentence: SentenceBody; place: number; id: string; stop: string; isLast: boolean }

function Cell({ sentence, place, id, stop, isLast }: CellProps) {
  const state = stateOf(sentence);
  const paragraph = sentence.paragraph === undefined ? "" : `, paragraph ${sentence.paragraph}`;
  return (
    <button
      type="button"
      class={`cell ${state}${isLast ? " last" : ""}`}
      aria-label={`Sentence ${place + 1}${paragraph}: ${state}${sentence.covered ? `, ${sentence.cites.length} citations` : ""}`}
      aria-pressed={extras.value["sentence"] === id}
      tabIndex={id === stop ? 0 : -1}
      title={sentence.text ?? sentence.reason}
      onClick={() => keep("sentence", extras.peek()["sentence"] === id ? undefined : id)}
    >
      {STATES[state].sign}
    </button>
  );
}

/** The sentence that the address names. */
function chosenOf(source: SourceBody): { section: number; place: number } | undefined {
  const [section = -1, place = -1] = (extras.value["sentence"] ?? "").split(".").map((part) => Number(part) - 1);
  return source.sections[section]?.sentences[place] && { section, place };
}

function firstOf({ sections }: SourceBody): string {
  return sentenceKey(sections.findIndex(({ sentences }) => sentences.length > 0), 0);
}

/** A sentence, and what rests on it. */
function Details({ section, place }: { section: SectionBody; place: number }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.scrollIntoView({ block: "nearest" }), [section, place]);
  const sentence = section.sentences[place];
  if (!sentence) return null;
  const { nodes, links, figures } = backed(graph.value, sentence.cites);
  const count = nodes.length + links.length + figures.length;
  const { cites } = graph.value.document;
  const locators = sentence.cites.flatMap((number) => cites[number]?.locator ?? []);
  return (
    <section ref={box} class="chosen" aria-labelledby="chosen-title" aria-live="polite">
      <h3 id="chosen-title">{titleOf(section)}, sentence {place + 1}{sentence.paragraph !== undefined && ` (¶${sentence.paragraph})`}</h3>
      {sentence.text !== undefined && <blockquote>{sentence.text}</blockquote>}
      {sentence.reason !== undefined && <p>Backs nothing: {sentence.reason}</p>}
      {stateOf(sentence) === "missed" && <p>Backs nothing, and nothing says why.</p>}
      {locators.length > 0 && <p class="locators">{locators.map((locator) => <q key={locator}>{locator}</q>)}</p>}
      {count > 0 && (
        <>
          <h4>{count === 1 ? "1 record rests" : `${count} records rest`} on it</h4>
          <ul class="backed">
            {nodes.map((node) => <li key={`node ${node}`}><Name node={node} /></li>)}
            {figures.map(({ node, words }) => <li key={`${node} ${words}`}><Name node={node} /> <em>{words}</em></li>)}
            {links.map((link) => <li key={`link ${link}`}><Statement link={link} /></li>)}
          </ul>
        </>
      )}
    </section>
  );
}

function Statement({ link }: { link: number }) {
  const { nodes, links } = graph.value.document;
  const [from, to] = [links.source[link] ?? -1, links.target[link] ?? -1];
  return (
    <button type="button" class="name" title="Show the evidence" onClick={() => selectLink(link)}>
      <span>{nodes.name[from]} <em>{labelOf(link, from)}</em> {nodes.name[to]}</span>
    </button>
  );
}

export const coverage: Page = {
  id: "coverage", title: "Coverage", body: Coverage,
  when: (graph) => graph.document.sources.some(({ sections }) => sections.length > 0),
};
