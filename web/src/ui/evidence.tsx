// The inspector's last section: which passages say so, and who puts it forward, how surely.
import { graph } from "../state/derived.ts";
import { Cite } from "./cite.tsx";
import { Names } from "./name.tsx";
import type { Section } from "./parts.ts";
import "../style/evidence.css";

function EvidenceOfNode({ node }: { node: number }) {
  const { nodes } = graph.value.document;
  const detail = nodes.detail[node];
  const figures = detail?.measures ?? [];
  return (
    <>
      <Evidence cites={nodes.cites[node] ?? []} isBackground={detail?.background === true} />
      {figures.length > 0 && <h3>Figures</h3>}
      {figures.map(({ words, cites }) => (
        <div key={words} class="figure">
          <p>{words}</p>
          {cites.map((number) => <Cite key={number} number={number} />)}
        </div>
      ))}
    </>
  );
}

/** What each stance makes of a claim. */
const STANCES: Record<string, string> = {
  fact: "Stated as a fact",
  assessment: "The author’s assessment",
  prediction: "A prediction",
  perception: "A perception",
  recommendation: "A recommendation, nothing in force",
  disputed: "Disputed",
};

function EvidenceOfLink({ link }: { link: number }) {
  const { links, stances } = graph.value.document;
  const detail = links.detail[link];
  const stance = stances[links.stance[link] ?? 0] ?? "";
  const holder = detail?.holder ?? [];
  return (
    <>
      <h3>Who says so</h3>
      <dl class="claim">
        <div><dt>stance</dt><dd>{STANCES[stance] ?? stance}</dd></div>
        {holder.length > 0 && <div><dt>held by</dt><dd><Names nodes={holder} /></dd></div>}
        <div><dt>certainty</dt><dd>{detail?.certainty ?? "certain"}</dd></div>
      </dl>
      <Evidence cites={links.cites[link] ?? []} isBackground={detail?.background === true} />
    </>
  );
}

function Evidence({ cites, isBackground }: { cites: readonly number[]; isBackground: boolean }) {
  return (
    <>
      <h3>Evidence</h3>
      {isBackground && <p class="apart">Background: added for the reader; no text of this data set says it.</p>}
      {cites.length === 0 && <p class="nothing">Nothing is cited for it.</p>}
      {cites.map((number) => <Cite key={number} number={number} />)}
    </>
  );
}

export const evidence: Section = { id: "evidence", ofNode: EvidenceOfNode, ofLink: EvidenceOfLink };
