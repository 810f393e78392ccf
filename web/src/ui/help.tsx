// Opens help, by a button or a key.
import { signal } from "@preact/signals";
import type { Action, Shortcut } from "./parts.ts";

/** Whether help is open. */
export const isHelpOpen = signal(false);

function toggle(): void {
  isHelpOpen.value = !isHelpOpen.value;
}

function Help() {
  return (
    <button type="button" class="tool" title="Keys (?)" aria-label="Keys and help" aria-haspopup="dialog" onClick={toggle}>
      ?
    </button>
  );
}

export const help: Action = { id: "help", body: Help };
export const toggleHelp: Shortcut = { key: "?", does: "this help", run: toggle };
