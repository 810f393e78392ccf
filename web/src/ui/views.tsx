// The views of the data set, as tabs: each shows its own part of the graph in its own layout.
import { graph } from "../state/derived.ts";
import { openView, selected, viewId } from "../state/store.ts";

function choose(id: string | null): void {
  selected.value = null;
  openView(id);
}

export function Views() {
  const { views } = graph.value.document;
  if (views.length === 0) return null;
  const tabs = [{ id: null, title: "The whole graph" }, ...views.map(({ id, title }) => ({ id, title }))];
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move === undefined) return;
    event.preventDefault();
    const now = tabs.findIndex(({ id }) => id === viewId.value);
    const next = (now + move + tabs.length) % tabs.length;
    choose(tabs[next]?.id ?? null);
    (event.currentTarget as HTMLElement).querySelectorAll("button")[next]?.focus();
  };
  return (
    <section class="views">
      <h2 id="views-title">Views</h2>
      <div role="tablist" aria-labelledby="views-title" aria-orientation="vertical" tabIndex={-1} onKeyDown={onKeyDown}>
        {tabs.map(({ id, title }) => (
          <button
            type="button" role="tab" key={id} aria-selected={id === viewId.value} aria-controls="main"
            tabIndex={id === viewId.value ? 0 : -1} onClick={() => choose(id)}
          >
            {title}
          </button>
        ))}
      </div>
    </section>
  );
}
