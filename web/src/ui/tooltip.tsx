// What is under the pointer, in words: what a label has no room to say.
import type { Picked } from "../draw/pick.ts";
import { statusOn } from "../model/show.ts";
import { graph } from "../state/derived.ts";
import { size } from "../state/stage.ts";
import { day } from "../state/store.ts";
import { holds } from "../model/time.ts";

const WIDTH = 280;

export function Tooltip({ pointed }: { pointed: { picked: Picked; x: number; y: number } | null }) {
  if (!pointed) return null;
  const { picked, x, y } = pointed;
  const left = Math.min(x + 14, size.value.width - WIDTH - 8);
  return (
    <div class="tooltip" style={{ left: `${left}px`, top: `${y + 18}px`, maxWidth: `${WIDTH}px` }} aria-hidden="true">
      {picked.sort === "node" ? <OfNode node={picked.node} /> : <OfLink link={picked.link} />}
    </div>
  );
}

function OfNode({ node }: { node: number }) {
  const { nodes, kinds } = graph.value.document;
  const commitment = graph.value.commitment.get(node);
  const status = commitment && statusOn(graph.value, commitment.status, day.value);
  return (
    <>
      <strong>{nodes.name[node]}</strong>
      <span>{status ? `${commitment.obligation}, ${status.words}` : kinds[nodes.kind[node] ?? -1]?.label}</span>
      {nodes.detail[node]?.gloss && <span>{nodes.detail[node]?.gloss}</span>}
    </>
  );
}

function OfLink({ link }: { link: number }) {
  const { nodes, links, relations, stances, times } = graph.value.document;
  const time = times[links.time[link] ?? -1];
  const truth = day.value === null ? undefined : holds(time, day.value).truth;
  return (
    <>
      <strong>{nodes.name[links.source[link] ?? 0]} {relations[links.relation[link] ?? -1]?.label} {nodes.name[links.target[link] ?? 0]}</strong>
      <span>
        {stances[links.stance[link] ?? 0]}, {time?.words ?? "undated"}
        {truth !== undefined && ` · on the day: ${truth}`}
      </span>
    </>
  );
}
