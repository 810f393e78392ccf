// The search box: type ahead over names and aliases, with the keyboard alone.
import { useSignal } from "@preact/signals";
import { graph, hits } from "../state/derived.ts";
import { reveal } from "../state/reveal.ts";
import { query } from "../state/store.ts";
import { Glyph } from "./glyph.tsx";
import type { Shortcut } from "./parts.ts";

const BOX = "search-box";

export const focusSearch: Shortcut = {
  key: "/",
  does: "search",
  run: () => document.getElementById(BOX)?.focus(),
};

export function Search() {
  const isOpen = useSignal(false);
  const active = useSignal(0);
  const { nodes, kinds } = graph.value.document;
  const found = isOpen.value ? hits.value : [];
  const at = Math.min(active.value, found.length - 1);

  const choose = (node: number): void => {
    isOpen.value = false;
    query.value = "";
    reveal(node);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const hit = found[at];
    if (event.key === "ArrowDown") active.value = Math.min(at + 1, found.length - 1);
    else if (event.key === "ArrowUp") active.value = Math.max(at - 1, 0);
    else if (event.key === "Enter" && hit) choose(hit.node);
    else if (event.key === "Escape" && query.value !== "") query.value = "";
    else if (event.key === "Escape") (event.currentTarget as HTMLElement).blur();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="search" role="search">
      <input
        id={BOX}
        type="text"
        role="combobox"
        aria-label="Search entities"
        aria-expanded={found.length > 0}
        aria-controls="search-hits"
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `hit-${at}` : undefined}
        placeholder="Search a name…"
        autocomplete="off"
        spellcheck={false}
        value={query.value}
        onInput={(event) => {
          query.value = event.currentTarget.value;
          active.value = 0;
          isOpen.value = true;
        }}
        onFocus={() => { isOpen.value = true; }}
        onBlur={() => { isOpen.value = false; }}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">/</kbd>
      <ul id="search-hits" role="listbox" aria-label="Entities found" hidden={!isOpen.value || query.value === ""}>
        {found.map((hit, index) => (
          <li
            key={hit.node}
            id={`hit-${index}`}
            role="option"
            aria-selected={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(hit.node)}
            onKeyDown={onKeyDown}
          >
            <Glyph tone={kinds[nodes.kind[hit.node] ?? -1]?.tone ?? ""} />
            <span class="hit-name">{nodes.name[hit.node]}</span>
            {hit.alias !== undefined && <span class="hit-alias">{hit.alias}</span>}
            <span class="hit-kind">{kinds[nodes.kind[hit.node] ?? -1]?.label}</span>
          </li>
        ))}
        {found.length === 0 && <li class="nothing" role="option" aria-selected="false" aria-disabled="true">Nothing by that name</li>}
      </ul>
    </div>
  );
}
