// The frame: bar, left column, page, inspector; and the keys that work everywhere.
import { useEffect } from "preact/hooks";
import { actions, pages, shortcuts } from "../registry.ts";
import { graph } from "../state/derived.ts";
import { open, page, served } from "../state/store.ts";
import { HelpDialog } from "./help-dialog.tsx";
import { Inspector } from "./inspector.tsx";
import { Notice } from "./notice.tsx";
import type { Page } from "./parts.ts";
import { Search } from "./search.tsx";
import { Sidebar } from "./sidebar.tsx";
import { Timebar } from "./timebar.tsx";

export function App() {
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  const current = offered().find((one) => one.id === page.value) ?? offered()[0];
  const Body = current?.body;
  return (
    <div class="frame">
      <header class="bar">
        <h1 title={graph.value.document.says}>{graph.value.document.title}</h1>
        <Search />
        <nav aria-label="Pages">
          {offered().map(({ id, title }) => (
            <button type="button" key={id} aria-current={id === current?.id ? "page" : undefined} onClick={() => open(id)}>
              {title}
            </button>
          ))}
        </nav>
        <div class="actions">{actions.map(({ id, body: Button }) => <Button key={id} />)}</div>
      </header>
      <Sidebar />
      <main id="main">{Body && <Body />}</main>
      <Inspector />
      {graph.value.document.last_day > graph.value.document.first_day && <Timebar />}
      <Notice />
      <HelpDialog />
    </div>
  );
}

/** The pages that have something to show. */
function offered(): Page[] {
  return pages.filter((one) => (!one.served || served.value) && (one.when?.(graph.value) ?? true));
}

function onKey(event: KeyboardEvent): void {
  const target = event.target;
  const isTyping = target instanceof HTMLElement && target.matches("input:not([type=range]):not([type=checkbox]), textarea, select");
  if (isTyping || document.querySelector("dialog[open]") || event.ctrlKey || event.metaKey || event.altKey) return;
  const shortcut = shortcuts.find((one) => one.key === event.key);
  if (!shortcut) return;
  event.preventDefault();
  shortcut.run();
}
