// A field that names one entity: type ahead over names and aliases, with the keyboard alone.
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { search } from "../model/search.ts";
import { folded, graph } from "../state/derived.ts";
import { Glyph } from "./glyph.tsx";
import "../style/picker.css";

interface Props {
  id: string;
  label: string;
  /** The entity that is chosen. */
  node: number | undefined;
  choose: (node: number) => void;
}

/** So many answers are offered. */
const OFFERED = 8;

export function Picker({ id, label, node, choose }: Props) {
  const typed = useSignal<string | null>(null);
  const active = useSignal(0);
  const field = useRef<HTMLInputElement>(null);
  const { nodes, kinds } = graph.value.document;
  const found = typed.value === null ? [] : search(folded.value, typed.value, OFFERED);
  const at = Math.min(active.value, found.length - 1);
  const take = (chosen: number): void => {
    typed.value = null;
    choose(chosen);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const hit = found[at];
    if (event.key === "ArrowDown" && hit) active.value = Math.min(at + 1, found.length - 1);
    else if (event.key === "ArrowUp" && hit) active.value = Math.max(at - 1, 0);
    else if (event.key === "Enter" && hit) take(hit.node);
    else if (event.key === "Escape" && typed.value !== null) typed.value = null;
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="picker">
      <label for={id}>{label}</label>
      <input
        ref={field}
        id={id}
        type="text"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-offered`}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${id}-${at}` : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder="Type a name…"
        value={typed.value ?? (node === undefined ? "" : nodes.name[node])}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
          active.value = 0;
        }}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => { typed.value = null; }}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-offered`} role="listbox" aria-label={`${label}: entities found`} hidden={found.length === 0}>
        {found.map((hit, place) => (
          <li
            key={hit.node}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(hit.node)}
            onKeyDown={onKeyDown}
          >
            <Glyph tone={kinds[nodes.kind[hit.node] ?? -1]?.tone ?? ""} />
            <span>{nodes.name[hit.node]}</span>
            {hit.alias !== undefined && <span class="alias">{hit.alias}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
