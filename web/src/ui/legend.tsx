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
  const { kinds, relations, stances } = graph.value.document;
  const entries = kinds
    .map((kind, n): Entry & { tone: string } => {
      const many = counts.value.kinds[n] ?? 0;
      const label = many === 1 ? kind.label : kind.plural;
      return { name: kind.name, label, count: many, tone: kind.tone, look: <Glyph tone={kind.tone} size={15} /> };
    })
    .filter((kind) => kind.count > 0)
    .toSorted((a, b) => b.count - a.count);
  const stanceEntries = stances
    .map((name, n): Entry => ({ name, label: name, count: counts.value.stances[n] ?? 0, look: <LineSample stance={name} /> }))
    .filter((stance) => stance.count > 0);
  const ofFamily = (family: Family): Entry[] =>
    relations
      .flatMap((kind, n): Entry[] => (kind.family === family ? [{ name: kind.name, label: kind.label, count: counts.value.relations[n] ?? 0, look: null }] : []))
      .filter((kind) => kind.count > 0)
      .toSorted((a, b) => b.count - a.count);
  const isFiltered = [hiddenKinds, hiddenRelations, hiddenStances].some((hidden) => hidden.value.size > 0);
  return (
    <div class="legend">
      <section>
        <h2>Kinds</h2>
        <ul>
          {toneNames.map((tone) => (
            <Fold key={tone} title={tone} look={<Glyph tone={tone} size={15} />} entries={entries.filter((kind) => kind.tone === tone)} hidden={hiddenKinds} />
          ))}
        </ul>
      </section>
      <section>
        <h2>Relations</h2>
        <ul>
          {(Object.keys(families) as Family[]).map((family) => (
            <Fold key={family} title={family} look={<LineSample family={family} />} entries={ofFamily(family)} hidden={hiddenRelations} isNamed />
          ))}
        </ul>
      </section>
      <section>
        <h2>Statements</h2>
        <ul>{stanceEntries.map((entry) => <Row key={entry.name} entry={entry} hidden={hiddenStances} peers={stanceEntries} />)}</ul>
      </section>
      {isFiltered && <button type="button" class="tool reset" onClick={showAll}>Show everything again</button>}
    </div>
  );
}

function showAll(): void {
  for (const hidden of [hiddenKinds, hiddenRelations, hiddenStances]) hidden.value = new Set();
}

/** Entries that look alike: one switch for all of them, and one for each, when they are asked for. */
function Fold({ title, look, entries, hidden, isNamed = false }: { title: string; look: ComponentChildren; entries: readonly Entry[]; hidden: Hidden; isNamed?: boolean }) {
  const isOpen = useSignal(false);
  const [first] = entries;
  if (!first) return null;
  if (entries.length === 1 && !isNamed) return <Row entry={first} hidden={hidden} peers={entries} />;
  const names = entries.map(({ name }) => name);
  const off = names.filter((name) => hidden.value.has(name)).length;
  const id = `fold-${title}`;
  return (
    <li class="fold">
      <div class="row" data-off={off === names.length}>
        <label>
          <input
            type="checkbox"
            checked={off === 0}
            indeterminate={off > 0 && off < names.length}
            onChange={(event) => set(hidden, names, event.currentTarget.checked)}
          />
          {look}
          <span class="label">{title}</span>
        </label>
        <button
          type="button" class="unfold" aria-expanded={isOpen.value} aria-controls={id} aria-label={`Kinds of ${title}`}
          onClick={() => { isOpen.value = !isOpen.value; }}
        />
        <span class="count">{entries.reduce((sum, entry) => sum + entry.count, 0)}</span>
      </div>
      <ul id={id} hidden={!isOpen.value}>
        {isOpen.value && entries.map((entry) => <Row key={entry.name} entry={bare(entry)} hidden={hidden} peers={entries} />)}
      </ul>
    </li>
  );
}

/** An entry without a look of its own: beneath its fold it goes without saying. */
const bare = (entry: Entry): Entry => ({ ...entry, look: null });

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
