// The page of time: what is dated, on an axis. Surely so is a bar, what can't be told a dotted line; or all as a table.
import { type Entry, entries, first, mainYears, placeOf, type Span, ticks, type Years } from "../model/timeline.ts";
import { ends, linksOf } from "../model/graph.ts";
import { isAhead } from "../model/status.ts";
import { type Key, sorted } from "../model/table.ts";
import { spoken, written, yearOf } from "../model/time.ts";
import { graph, selectedLink, selectedNode, shown } from "../state/derived.ts";
import { theme } from "../state/theme.ts";
import { day, extras, keep, selectLink } from "../state/store.ts";
import { families, tone } from "../tokens.ts";
import { type Block, type Column, DataTable, type Order, readOrder, writeOrder } from "./data-table.tsx";
import { Name } from "./name.tsx";
import type { Page } from "./parts.ts";
import "../style/timeline.css";

const START: Order = { by: "when", down: false };
const TITLES: Record<Entry["sort"], string> = { entity: "Entities", relation: "Relations", commitment: "Commitments" };

function Timeline() {
  const all = entries(graph.value, shown.value).filter(isAsked);
  const years = yearsOf(all);
  const isTable = extras.value["as"] === "table";
  const order = readOrder(extras.value["order"], START);
  return (
    <section class="sheet" aria-labelledby="timeline-title">
      <h2 id="timeline-title">Timeline <span class="count" aria-live="polite">{all.length}</span></h2>
      <Fields years={years} isTable={isTable} />
      {!isTable && <Legend />}
      <DataTable
        caption={isTable ? "Everything dated among what is shown." : `Everything dated among what is shown, from ${years.first} to ${years.last}.`}
        columns={isTable ? TABLE : [WHAT, WHEN, axis(years)]}
        blocks={isTable ? [{ id: "all", rows: sorted(all, keyOf(order.by), order.down) }] : blocks(all)}
        keyOf={({ of }) => ("node" in of ? `node ${of.node}` : `link ${of.link}`)}
        {...(isTable && { order, onOrder: (next: Order) => keep("order", writeOrder(next)) })}
        isSelected={({ of }) => ("node" in of ? of.node === selectedNode.value : of.link === selectedLink.value)}
      />
    </section>
  );
}

/** Whether an entry touches what is selected, where only that is asked for. */
function isAsked({ of }: Entry): boolean {
  const node = selectedNode.value;
  if (extras.value["only"] !== "selected" || node === undefined) return true;
  if ("link" in of) return ends(graph.value.document, of.link).includes(node);
  return of.node === node || [...linksOf(graph.value, of.node)].some((link) => ends(graph.value.document, link).includes(node));
}

function yearsOf(all: readonly Entry[]): Years {
  const { first_day, last_day } = graph.value.document;
  const main = mainYears(all) ?? { first: yearOf(first_day), last: yearOf(last_day) };
  const [from, to] = [Number(extras.value["since"]), Number(extras.value["until"])];
  const first = Number.isInteger(from) && from > 0 ? from : main.first;
  const last = Number.isInteger(to) && to > 0 ? to : main.last;
  return { first, last: Math.max(first, last) };
}

function Fields({ years, isTable }: { years: Years; isTable: boolean }) {
  const { first_day, last_day } = graph.value.document;
  return (
    <div class="fields">
      {!isTable && (
        <>
          <label>From
            <input type="number" value={years.first} min={1} max={9999} onChange={(event) => show(event.currentTarget.valueAsNumber, years.last)} />
          </label>
          <label>To
            <input type="number" value={years.last} min={1} max={9999} onChange={(event) => show(years.first, event.currentTarget.valueAsNumber)} />
          </label>
          <button type="button" class="tool" onClick={() => show(undefined, undefined)}>Main years</button>
          <button type="button" class="tool" onClick={() => show(yearOf(first_day), yearOf(last_day))}>All years</button>
        </>
      )}
      {selectedNode.value !== undefined && (
        <label class="check">
          <input type="checkbox" checked={extras.value["only"] === "selected"} onChange={(event) => keep("only", event.currentTarget.checked ? "selected" : undefined)} />
          only what touches {graph.value.document.nodes.name[selectedNode.value]}
        </label>
      )}
      <button type="button" class="tool end" aria-pressed={isTable} onClick={() => keep("as", isTable ? undefined : "table")}>As a table</button>
    </div>
  );
}

/** Shows some years; those in which most dates lie where none are given. */
function show(first: number | undefined, last: number | undefined): void {
  keep("since", first === undefined ? undefined : String(first));
  keep("until", last === undefined ? undefined : String(last));
}

function Legend() {
  return (
    <p class="time-legend">
      <span><i class="span yes" /> surely so</span>
      <span><i class="span asked" /> asked for or expected, not undertaken</span>
      <span><i class="span open" /> can’t tell: not told, or imprecise</span>
      <span><i class="mark" /> known on that date</span>
      <span><i class="span due" /> due</span>
      {day.value !== null && <span><i class="today" /> {spoken(day.value)}</span>}
    </p>
  );
}

const WHAT: Column<Entry> = { id: "what", title: "What", sorts: true, cell: (entry) => <What entry={entry} /> };
const WHEN: Column<Entry> = { id: "when", title: "When", sorts: true, cell: (entry) => <>{entry.words}{entry.due?.words !== undefined && <>{entry.words !== "" && "; "}due {entry.due.words}</>}</> };
const SORT: Column<Entry> = { id: "sort", title: "Sort", sorts: true, cell: ({ sort }) => sort };
const SINCE: Column<Entry> = { id: "first", title: "First day known of", sorts: true, cell: (entry) => written(first(entry)) };
const TABLE: readonly Column<Entry>[] = [WHAT, WHEN, SINCE, SORT];

function keyOf(column: string): (entry: Entry) => Key {
  switch (column) {
    case "what": return (entry) => titleOf(entry);
    case "sort": return (entry) => entry.sort;
    default: return first;
  }
}

function blocks(all: readonly Entry[]): Block<Entry>[] {
  return (["entity", "relation", "commitment"] as const).map((sort) => {
    const rows = all.filter((entry) => entry.sort === sort);
    return { id: sort, rows, heading: <>{TITLES[sort]} <span class="count">{rows.length}</span></> };
  });
}

function What({ entry }: { entry: Entry }) {
  const { of } = entry;
  if ("node" in of) return <Name node={of.node} />;
  return <button type="button" class="plain statement" title="Show the evidence" onClick={() => selectLink(of.link)}>{titleOf(entry)}</button>;
}

function titleOf({ of }: Entry): string {
  const { nodes, links, relations } = graph.value.document;
  if ("node" in of) return nodes.name[of.node] ?? "";
  const [source, target] = ends(graph.value.document, of.link);
  return `${nodes.name[source] ?? ""} ${relations[links.relation[of.link] ?? -1]?.label ?? ""} ${nodes.name[target] ?? ""}`;
}

/** The column with the axis. */
function axis(years: Years): Column<Entry> {
  return { id: "axis", title: `${years.first} to ${years.last}`, cell: (entry) => <Bars entry={entry} years={years} /> };
}

function Bars({ entry, years }: { entry: Entry; years: Years }) {
  const style = { "--tone": colourOf(entry) };
  return (
    <div class="axis" style={style} aria-hidden="true">
      {ticks(years).map((tick) => <i key={tick.day} class="tick" data-words={tick.words} style={{ left: percent(placeOf(years, tick.day, "from")) }} />)}
      {entry.spans.map((span, place) => <Bar key={place} span={span} years={years} kind={kindOf(span)} />)}
      {entry.due && <Bar span={entry.due} years={years} kind="due" />}
      {entry.mark !== undefined && isInside(years, entry.mark) && <i class="mark" style={{ left: percent(placeOf(years, entry.mark, "from")) }} />}
      {day.value !== null && isInside(years, day.value) && <i class="today" style={{ left: percent(placeOf(years, day.value, "from")) }} />}
    </div>
  );
}

type BarKind = "yes" | "asked" | "open" | "due";

/** A commitment that nobody has undertaken yet must not look like one in force. */
function kindOf({ truth, words }: Span): BarKind {
  if (truth !== "yes") return "open";
  return words !== undefined && isAhead(words) ? "asked" : "yes";
}

function Bar({ span, years, kind }: { span: Span; years: Years; kind: BarKind }) {
  const [from, to] = [placeOf(years, span.from, "from"), placeOf(years, span.to, "to")];
  if (to <= 0 || from >= 1) return <i class={`beyond ${to <= 0 ? "before" : "after"}`} />;
  return <i class={`span ${kind}`} title={span.words} style={{ left: percent(from), width: `max(4px, ${percent(to - from)})` }} />;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

function isInside(years: Years, at: number): boolean {
  const place = placeOf(years, at, "from");
  return place > 0 && place < 1;
}

function colourOf({ of }: Entry): string {
  const { nodes, kinds, links, relations } = graph.value.document;
  if ("link" in of) return families[relations[links.relation[of.link] ?? -1]?.family ?? "other"][theme.value];
  return tone(kinds[nodes.kind[of.node] ?? -1]?.tone ?? "")[theme.value];
}

export const timeline: Page = { id: "timeline", title: "Timeline", body: Timeline };
