// The inspector's first section: what an entity is, in a few lines.
import { graph } from "../state/derived.ts";
import type { Section } from "./parts.ts";

function AboutNode({ node }: { node: number }) {
  const { nodes, times } = graph.value.document;
  const detail = nodes.detail[node];
  const time = times[nodes.time[node] ?? -1];
  return (
    <div class="about">
      {detail?.aliases && <p class="aliases">also: {detail.aliases.join("; ")}</p>}
      {detail?.gloss && <p>{detail.gloss}</p>}
      {time && <p class="when">{time.words}</p>}
      {detail?.note && <p class="note">{detail.note}</p>}
      {detail?.file && <p class="place">{detail.file}{detail.line ? `:${detail.line}` : ""}</p>}
    </div>
  );
}

function AboutLink({ link }: { link: number }) {
  const { links, times } = graph.value.document;
  const detail = links.detail[link];
  return (
    <div class="about">
      <p class="when">{times[links.time[link] ?? -1]?.words}</p>
      {detail?.gloss && <p>{detail.gloss}</p>}
      {detail?.note && <p class="note">{detail.note}</p>}
    </div>
  );
}

export const about: Section = { id: "about", ofNode: AboutNode, ofLink: AboutLink };
