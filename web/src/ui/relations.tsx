// The page of relations: what comes in, the entity, what goes out; each kind of relation written on its line.
import { useSignal } from "@preact/signals";
import { type Group, type Row, sides } from "../model/relations.ts";
import { filters, graph, selectedLink, selectedNode } from "../state/derived.ts";
import { theme } from "../state/theme.ts";
import { day, select, selectLink, showEnded } from "../state/store.ts";
import { families, lines, meanings } from "../tokens.ts";
import { ends } from "../model/graph.ts";
import { Glyph } from "./glyph.tsx";
import { Name } from "./name.tsx";
import type { Page } from "./parts.ts";
import { Picker } from "./picker.tsx";
import "../style/relations.css";

/** Heights in pixels: of a group's head, of a row, of the gap below a group. */
const HEAD = 30;
const ROW = 42;
const GAP = 12;
/** The width of the space that the lines cross. */
const SPACE = 100;
/** So many rows of a kind are put up before a reader asks for more. */
const FEW = 3;
/** Where the lines meet the entity in the middle: halfway, but not below the first screen. */
const LOWEST = 250;
const HIGHEST = 46;

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
  const [incoming, outgoing] = [place(both.incoming, open.value), place(both.outgoing, open.value)];
  const middle = Math.min(LOWEST, Math.max(HIGHEST, incoming.height / 2, outgoing.height / 2));
  const more = (relation: number): void => { open.value = new Set([...open.value, relation]); };
  return (
    <>
      <p class="lead" role="status">{count(both.incoming)} come in, {count(both.outgoing)} go out, of what the legend and the day leave.</p>
      <div class="sides">
        <Side title="Incoming" way="in" placed={incoming} more={more} />
        <Lines way="in" placed={incoming} middle={middle} />
        <div class="centre" style={{ marginTop: `${middle + 28 - HIGHEST}px` }}>
          <Glyph tone={kind?.tone ?? ""} size={26} />
          <strong>{nodes.name[node]}</strong>
          <span>{kind?.label}</span>
        </div>
        <Lines way="out" placed={outgoing} middle={middle} />
        <Side title="Outgoing" way="out" placed={outgoing} more={more} />
      </div>
    </>
  );
}

function count(groups: readonly Group[]): number {
  return groups.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** Where the groups of a side are, and which of their rows are put up. */
interface Placed {
  groups: { group: Group; rows: readonly Row[]; top: number; height: number }[];
  height: number;
}

function place(groups: readonly Group[], open: ReadonlySet<number>): Placed {
  let top = 0;
  const placed = groups.map((group) => {
    const rows = open.has(group.relation) || group.rows.length <= FEW + 1 ? group.rows : group.rows.slice(0, FEW);
    const height = HEAD + ROW * rows.length + (rows.length < group.rows.length ? HEAD : 0);
    const at = { group, rows, top, height };
    top += height + GAP;
    return at;
  });
  return { groups: placed, height: top };
}

interface SideProps { title: string; way: "in" | "out"; placed: Placed; more: (relation: number) => void }

function Side({ title, way, placed: { groups }, more }: SideProps) {
  return (
    <section class={`side ${way}`} aria-label={title}>
      <h3>{title}</h3>
      {groups.length === 0 && <p class="nothing">Nothing.</p>}
      {groups.map(({ group, rows, height }) => (
        <div key={group.relation} class="group" style={{ height: `${height}px`, marginBottom: `${GAP}px` }}>
          <h4>{group.label} <span class="count">{group.rows.length}</span></h4>
          <ul>{rows.map((row) => <RowOf key={row.link} row={row} />)}</ul>
          {rows.length < group.rows.length && (
            <button type="button" class="plain" aria-label={`${group.rows.length - rows.length} more: ${group.label}`} onClick={() => more(group.relation)}>
              {group.rows.length - rows.length} more
            </button>
          )}
        </div>
      ))}
    </section>
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
function Lines({ placed, way, middle }: { placed: Placed; way: "in" | "out"; middle: number }) {
  const { relations } = graph.value.document;
  const [near, far] = way === "in" ? [SPACE - 3, 6] : [3, SPACE - 6];
  return (
    <svg class="lines" width={SPACE} height={Math.max(placed.height, middle + HIGHEST)} aria-hidden="true">
      {placed.groups.map(({ group, top }) => {
        const relation = relations[group.relation];
        const colour = families[relation?.family ?? "other"][theme.value];
        const y = top + HEAD / 2;
        const [from, to] = way === "in" ? [{ x: far, y }, { x: near, y: middle }] : [{ x: near, y: middle }, { x: far, y }];
        const tip = relation?.directed === false ? "" : `M${to.x - 7} ${to.y - 4}L${to.x} ${to.y}L${to.x - 7} ${to.y + 4}`;
        return (
          <g key={group.relation} stroke={colour} fill="none" stroke-width={Math.min(3.5, 1.2 + group.rows.length / 12)}>
            <path d={`M${from.x} ${from.y}C${SPACE / 2} ${from.y} ${SPACE / 2} ${to.y} ${to.x} ${to.y}`} opacity="0.8" />
            <path d={tip} stroke-width="1.6" />
          </g>
        );
      })}
    </svg>
  );
}

export const relations: Page = { id: "relations", title: "Relations", body: Relations };
