// The switch between light and dark.
import { switchTheme as change, theme as current } from "../state/theme.ts";
import type { Action, Shortcut } from "./parts.ts";

function Theme() {
  const next = current.value === "dark" ? "light" : "dark";
  return (
    <button type="button" class="tool" title={`Switch to ${next}`} aria-label={`Switch to ${next}`} onClick={change}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.5" />
        <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
      </svg>
    </button>
  );
}

export const theme: Action = { id: "theme", body: Theme };
export const switchTheme: Shortcut = { key: "t", does: "light or dark", run: change };
