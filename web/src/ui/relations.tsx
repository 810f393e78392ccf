// The page of relations: what comes in, the entity, what goes out; each kind of relation written on its line.
import { useSignal } from "@preact/signals";
import { type Group, type Row, sides } from "../model/relations.ts";
import { filters, graph, selectedLink, selectedNode } from "../state/derived.ts";
import { theme } from "../state/theme.ts";
import { day, selectLink, showEnded } from "../state/store.ts";
import { families, lines, meanings } from "../tokens.ts";
import { ends } from "../model/graph.ts";
import { Glyph } from "./glyph.tsx";
import { Name } from "./name.tsx";
import type { Page } from "./parts.ts";
import { Picker } from "./picker.tsx";
import { select } from "../state/store.ts";
import "../style/relations.css";

/** Heights in pixels: of a group's head, of a row, of the gap below a group. */
const HEAD = 30;
const ROW = 42;
const GAP = 12;
/** The width of the space that the lines cross. */
const SPACE = 150;
/** So many rows of a kind are put up before a reader asks for more. */
const FEW = 6;
/** Where the lines meet the entity in the middle. */
const MIDDLE = 46;

function Relations() {
  const link = selectedLink.value;
  const node = selectedNode.value ?? (link === undefined ? undefined : ends(graph.value.document, link)[0]);
  return (
    <section class="sheet relations" aria-labelledby="relations-title">
      <h2 id="relations-title">Relations</h2>
      <div class="fields"><Picker id="of" label="Of" node={node} choose={select} /></div>
      {node === undefined
        ? <p class="lead">Choose an entity, here or in the search box, to see what is said of it on either side.</p>
        : <Columns key={node} node={node} />}
    </section>
  );
}

function Columns({ node }: { node: number }) {
  const open = useSignal<ReadonlySet<number>>(new Set());
  const both = sides(graph.value, node, { filters: filters.value, day: day.value, ended: showEnded.value });
  const { nodes, kinds } = graph.value.document;
  const kind = kinds[nodes.kind[node] ?? -1];
  return (
    <>
      <p class="lead" aria-live="polite">{count(both.incoming)} come in, {count(both.outgoing)} go out, of what the legend and the day leave.</p>
      <div class="sides">
        <Side title="Incoming" groups={both.incoming} way="in" open={open.value} more={(one) => { open.value = new Set([...open.value, one]); }} />
        <div class="centre">
          <Glyph tone={kind?.tone ?? ""} size={26} />
          <strong>{nodes.name[node]}</strong>
          <span>{kind?.label}</span>
        </div>
        <Side title="Outgoing" groups={both.outgoing} way="out" open={open.value} more={(one) => { open.value = new Set([...open.value, one]); }} />
      </div>
    </>
  );
}

function count(groups: readonly Group[]): number {
  return groups.reduce((sum, { rows }) => sum + rows.length, 0);
}

interface SideProps {
  title: string;
  groups: readonly Group[];
  way: "in" | "out";
  open: ReadonlySet<number>;
  more: (relation: number) => void;
}

function Side({ title, groups, way, open, more }: SideProps) {
  const visible = ({ relation, rows }: Group): readonly Row[] => (open.has(relation) || rows.length <= FEW + 1 ? rows : rows.slice(0, FEW));
  const placed: { group: Group; rows: readonly Row[]; top: number; height: number }[] = [];
  let top = 0;
  for (const group of groups) {
    const rows = visible(group);
    const height = HEAD + ROW * rows.length + (rows.length < group.rows.length ? HEAD : 0);
    placed.push({ group, rows, top, height });
    top += height + GAP;
  }
  return (
    <>
      {way === "out" && <Lines placed={placed} way={way} height={top} />}
      <section class={`side ${way}`} aria-label={title}>
        <h3>{title}</h3>
        {groups.length === 0 && <p class="nothing">Nothing.</p>}
        {placed.map(({ group, rows, height }) => (
          <div key={group.relation} class="group" style={{ height: `${height}px`, marginBottom: `${GAP}px` }}>
            <h4>{group.label} <span class="count">{group.rows.length}</span></h4>
            <ul>{rows.map((row) => <RowOf key={row.link} row={row} />)}</ul>
            {rows.length < group.rows.length && (
              <button type="button" class="plain" onClick={() => more(group.relation)}>{group.rows.length - rows.length} more</button>
            )}
          </div>
        ))}
      </section>
      {way === "in" && <Lines placed={placed} way={way} height={top} />}
    </>
  );
}

function RowOf({ row: { link, other, line } }: { row: Row }) {
  const { links, stances, times } = graph.value.document;
  const stance = stances[links.stance[link] ?? 0] ?? "";
  const detail = links.detail[link];
  const said = [times[links.time[link] ?? -1]?.words ?? "undated", ...(stance === "fact" ? [] : [stance]), ...(detail?.certainty ? [detail.certainty] : [])];
  const sign = lines[line].sign;
  return (
    <li class={link === selectedLink.value ? "selected" : undefined}>
      <Name node={other} />
      <button type="button" class="said" title="Show the evidence" onClick={() => selectLink(link)}>
        {sign !== "" && <span class="sign" title={meanings[line]}>{sign}</span>}
        {said.join(" · ")}
        {sign !== "" && <span class="unseen">, {meanings[line]}</span>}
      </button>
    </li>
  );
}

/** One line for each kind of relation, between the entity and the group. */
function Lines({ placed, way, height }: { placed: readonly { group: Group; top: number; height: number }[]; way: "in" | "out"; height: number }) {
  const { relations } = graph.value.document;
  const [near, far] = way === "in" ? [SPACE - 2, 2] : [2, SPACE - 2];
  return (
    <svg class="lines" width={SPACE} height={Math.max(height, MIDDLE * 2)} aria-hidden="true">
      {placed.map(({ group, top }) => {
        const relation = relations[group.relation];
        const colour = families[relation?.family ?? "other"][theme.value];
        const y = top + HEAD / 2;
        const bend = SPACE / 2;
        const [from, to] = way === "in" ? [[far, y], [near, MIDDLE]] as const : [[near, MIDDLE], [far, y]] as const;
        const tip = relation?.directed === false ? "" : `M${to[0] - 7} ${to[1] - 4}L${to[0]} ${to[1]}L${to[0] - 7} ${to[1] + 4}`;
        return (
          <g key={group.relation} stroke={colour} fill="none" stroke-width={Math.min(5, 1.2 + group.rows.length / 6)}>
            <path d={`M${from[0]} ${from[1]}C${bend} ${from[1]} ${bend} ${to[1]} ${to[0]} ${to[1]}`} opacity="0.75" />
            <path d={tip} stroke-width="1.6" />
          </g>
        );
      })}
    </svg>
  );
}

export const relations: Page = { id: "relations", title: "Relations", body: Relations };
