// The page of commitments: who owes what to whom, and how it stands on the day.
import { Fragment } from "preact";
import type { CommitmentBody } from "../document.ts";
import { type Column as Key, fitting, grouped, isEarly, keyOf, type Row, rows, titleOf, written as asCsv } from "../model/commitments.ts";
import { STATUSES, statusDay } from "../model/status.ts";
import { sorted } from "../model/table.ts";
import { spoken } from "../model/time.ts";
import { graph, selectedNode } from "../state/derived.ts";
import { day, extras, keep, notice } from "../state/store.ts";
import { type Block, type Column, DataTable, type Order, readOrder, writeOrder } from "./data-table.tsx";
import { download } from "./download.ts";
import { Name } from "./name.tsx";
import type { Page } from "./parts.ts";
import { Chip, StatusChip } from "./status.tsx";

const START: Order = { by: "status", down: false };

const COLUMNS: readonly Column<Row>[] = [
  { id: "name", title: "Commitment", sorts: true, cell: ({ node }) => <Name node={node} /> },
  {
    id: "status", title: "Status", sorts: true,
    cell: ({ status }) => (
      <>
        <StatusChip status={status} />
        {status.decides !== undefined && <span class="decides block">depends on: {status.decides}</span>}
      </>
    ),
  },
  {
    id: "by", title: "Owed by → to", sorts: true,
    cell: ({ body }) => <><List nodes={body.by} /> <span class="arrow">→</span> {isMutual(body) ? "each other" : <List nodes={body.to} />}</>,
  },
  {
    id: "obligation", title: "Obligation", sorts: true,
    cell: ({ body }) => <>{body.obligation}<span class="decides block">{body.binding}</span></>,
  },
  {
    id: "due", title: "Due", sorts: true,
    cell: ({ body, late }) => <>{body.due?.words}{late && <span class="block"><Chip look={late} words={late.words} /></span>}</>,
  },
  { id: "under", title: "Under", sorts: true, cell: ({ body }) => body.under.map((node) => titleOf(graph.value, node)).join("; ") },
];

function Commitments() {
  const asked = statusDay(graph.value, day.value);
  const { text = "", status = "", binding = "", by = "", group, sort } = extras.value;
  const all = rows(graph.value, asked);
  const leavesOut = day.value !== null && status !== "not yet undertaken";
  const begun = leavesOut ? all.filter((row) => !isEarly(row)) : all;
  const order = readOrder(sort, START);
  const fit = sorted(fitting(graph.value, begun, { text, status, binding, by }), keyOf(graph.value, column(order.by), STATUSES), order.down);
  return (
    <section class="sheet" aria-labelledby="commitments-title">
      <h2 id="commitments-title">Commitments <span class="count" aria-live="polite">{fit.length} of {all.length}</span></h2>
      <Fields all={all} shown={fit} />
      <DataTable
        caption={caption(asked, all.length - begun.length)}
        columns={group === "article" ? COLUMNS.filter(({ id }) => id !== "under") : COLUMNS}
        blocks={group === "article" ? byArticle(fit) : [{ id: "all", rows: fit }]}
        keyOf={({ node }) => node}
        order={order}
        onOrder={(next) => keep("sort", writeOrder(next))}
        isSelected={({ node }) => node === selectedNode.value}
      />
    </section>
  );
}

/** Names with commas between them. */
function List({ nodes }: { nodes: readonly number[] }) {
  return <>{nodes.map((node, place) => <Fragment key={node}>{place > 0 && ", "}<Name node={node} glyph={false} /></Fragment>)}</>;
}

/** Whether those who owe are those who are owed. */
function isMutual({ by, to }: CommitmentBody): boolean {
  return by.length > 1 && by.length === to.length && by.every((node) => to.includes(node));
}

function caption(asked: number, early: number): string {
  const reference = graph.value.document.reference_date;
  const isReference = day.value === null && reference !== undefined;
  const left = early === 0 ? "" : `; ${early} had not begun and ${early === 1 ? "is" : "are"} left out`;
  return `Statuses as of ${spoken(asked)}${isReference ? `, the reference date (${reference})` : ""}${left}.`;
}

function byArticle(fit: readonly Row[]): Block<Row>[] {
  return grouped(graph.value, fit).map(({ under, title, rows }) => ({
    id: String(under),
    rows,
    heading: <>{under === null ? title : <><Name node={under} />{title !== graph.value.document.nodes.name[under] && <span class="decides"> {title}</span>}</>} <span class="count">{rows.length}</span></>,
  }));
}

function column(id: string): Key {
  return (COLUMNS.find((one) => one.id === id)?.id ?? START.by) as Key;
}

function Fields({ all, shown }: { all: readonly Row[]; shown: readonly Row[] }) {
  const { nodes } = graph.value.document;
  const { text = "", status = "", binding = "", by = "", group } = extras.value;
  const statuses = STATUSES.filter((word) => all.some((row) => row.status.possible.includes(word)));
  const bindings = [...new Set(all.map(({ body }) => body.binding))].sort();
  const debtors = [...new Set(all.flatMap(({ body }) => body.by))].map((node) => [nodes.id[node] ?? "", nodes.name[node] ?? ""] as const);
  return (
    <div class="fields" role="search" aria-label="Filter commitments">
      <label>Words
        <input type="text" value={text} onInput={(event) => keep("text", event.currentTarget.value || undefined)} />
      </label>
      <Choice title="Status" name="status" value={status} options={statuses.map((word) => [word, word])} />
      <Choice title="Binding" name="binding" value={binding} options={bindings.map((word) => [word, word])} />
      <Choice title="Owed by" name="by" value={by} options={debtors.sort((a, b) => a[1].localeCompare(b[1], "en"))} />
      <label class="check">
        <input type="checkbox" checked={group === "article"} onChange={(event) => keep("group", event.currentTarget.checked ? "article" : undefined)} />
        by article
      </label>
      <button type="button" class="tool end" onClick={() => void copy(shown)}>Copy as CSV</button>
      <button type="button" class="tool" onClick={() => download("commitments.csv", asCsv(graph.peek(), shown), "text/csv")}>Save CSV</button>
    </div>
  );
}

function Choice({ title, name, value, options }: {
  title: string; name: string; value: string; options: readonly (readonly [value: string, words: string])[];
}) {
  return (
    <label>{title}
      <select value={value} onChange={(event) => keep(name, event.currentTarget.value || undefined)}>
        <option value="">any</option>
        {options.map(([option, words]) => <option key={option} value={option}>{words}</option>)}
      </select>
    </label>
  );
}

async function copy(shown: readonly Row[]): Promise<void> {
  try {
    await navigator.clipboard.writeText(asCsv(graph.peek(), shown));
    notice.value = `${shown.length} commitments copied as CSV`;
  } catch {
    notice.value = "The browser refused to copy";
  }
}

export const commitments: Page = {
  id: "commitments", title: "Commitments", body: Commitments,
  when: (graph) => graph.document.commitments.length > 0,
};
