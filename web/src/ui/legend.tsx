// The legend is the filter: every kind, relation and stance with its look and count, to be switched off and on.
import { useComputed, useSignal, type Signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { count } from "../model/counts.ts";
import { graph, scope } from "../state/derived.ts";
import { hiddenKinds, hiddenRelations, hiddenStances } from "../state/store.ts";
import { type Family, families, toneNames } from "../tokens.ts";
import { Glyph } from "./glyph.tsx";
import { LineSample } from "./line-sample.tsx";
import "../style/legend.css";

type Hidden = Signal<ReadonlySet<string>>;

/** One thing that can be switched off. */
interface Entry { name: string; label: string; count: number; look: ComponentChildren }

export function Legend() {
  const counts = useComputed(() => count(graph.value, scope.value));
  const { kinds, stances } = graph.value.document;
  const entries = kinds
    .map((kind, n): Entry & { tone: string } => {
      const many = counts.value.kinds[n] ?? 0;
      const label = many === 1 ? kind.label : kind.plural;
      return { name: kind.name, label, count: many, tone: kind.tone, look: <Glyph tone={kind.tone} size={15} /> };
    })
    .filter((kind) => kind.count > 0)
    .toSorted((a, b) => toneNames.indexOf(a.tone) - toneNames.indexOf(b.tone) || b.count - a.count);
  const stanceEntries = stances
    .map((name, n) => ({ name, label: name, count: counts.value.stances[n] ?? 0, look: <LineSample stance={name} /> }))
    .filter((stance) => stance.count > 0);
  const isFiltered = [hiddenKinds, hiddenRelations, hiddenStances].some((hidden) => hidden.value.size > 0);
  return (
    <div class="legend">
      <Group title="Kinds" entries={entries} hidden={hiddenKinds} />
      <section>
        <h2>Relations</h2>
        {(Object.keys(families) as Family[]).map((family) => (
          <FamilyGroup key={family} family={family} counts={counts.value.relations} />
        ))}
      </section>
      <Group title="Statements" entries={stanceEntries} hidden={hiddenStances} />
      {isFiltered && <button type="button" class="tool reset" onClick={showAll}>Show everything again</button>}
    </div>
  );
}

function showAll(): void {
  for (const hidden of [hiddenKinds, hiddenRelations, hiddenStances]) hidden.value = new Set();
}

function Group({ title, entries, hidden }: { title: string; entries: readonly Entry[]; hidden: Hidden }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>{entries.map((entry) => <Row key={entry.name} entry={entry} hidden={hidden} peers={entries} />)}</ul>
    </section>
  );
}

/** A family of relations: one switch for all of it, and its kinds beneath, when they are asked for. */
function FamilyGroup({ family, counts }: { family: Family; counts: readonly number[] }) {
  const isOpen = useSignal(false);
  const kinds = graph.value.document.relations
    .flatMap((kind, n): Entry[] => (kind.family === family ? [{ name: kind.name, label: kind.label, count: counts[n] ?? 0, look: null }] : []))
    .filter((kind) => kind.count > 0)
    .toSorted((a, b) => b.count - a.count);
  if (kinds.length === 0) return null;
  const off = kinds.filter(({ name }) => hiddenRelations.value.has(name)).length;
  const total = kinds.reduce((sum, kind) => sum + kind.count, 0);
  const id = `family-${family}`;
  return (
    <div class="family">
      <div class="row">
        <label>
          <input
            type="checkbox"
            checked={off === 0}
            indeterminate={off > 0 && off < kinds.length}
            onChange={(event) => set(hiddenRelations, kinds.map(({ name }) => name), event.currentTarget.checked)}
          />
          <LineSample family={family} />
          <span class="label">{family}</span>
        </label>
        <span class="count">{total}</span>
        <button type="button" class="unfold" aria-expanded={isOpen.value} aria-controls={id} aria-label={`Kinds of ${family} relations`} onClick={() => { isOpen.value = !isOpen.value; }} />
      </div>
      <ul id={id} hidden={!isOpen.value}>
        {isOpen.value && kinds.map((entry) => <Row key={entry.name} entry={entry} hidden={hiddenRelations} peers={kinds} />)}
      </ul>
    </div>
  );
}

function Row({ entry, hidden, peers }: { entry: Entry; hidden: Hidden; peers: readonly Entry[] }) {
  const { name, label, count: many, look } = entry;
  const others = peers.filter((peer) => peer.name !== name).map((peer) => peer.name);
  const isAlone = !hidden.value.has(name) && others.every((other) => hidden.value.has(other));
  return (
    <li class="row" data-off={hidden.value.has(name)}>
      <label>
        <input type="checkbox" checked={!hidden.value.has(name)} onChange={(event) => set(hidden, [name], event.currentTarget.checked)} />
        {look}
        <span class="label">{label}</span>
      </label>
      {others.length > 0 && (
        <button
          type="button" class="only" aria-label={isAlone ? `All, not only ${label}` : `Only ${label}`}
          onClick={() => { set(hidden, [name], true); set(hidden, others, isAlone); }}
        >
          {isAlone ? "all" : "only"}
        </button>
      )}
      <span class="count">{many}</span>
    </li>
  );
}

/** Switches some names on or off. */
function set(hidden: Hidden, names: readonly string[], on: boolean): void {
  const next = new Set(hidden.peek());
  for (const name of names) {
    if (on) next.delete(name);
    else next.add(name);
  }
  hidden.value = next;
}
