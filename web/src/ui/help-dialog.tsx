// The dialog that says what the keys do.
import { useEffect, useRef } from "preact/hooks";
import { shortcuts } from "../registry.ts";
import { isHelpOpen } from "./help.tsx";

/** Keys that only the map and the lists know. */
const ELSEWHERE: readonly [keys: string, does: string][] = [
  ["← ↑ → ↓", "the next entity on the map in that direction"],
  ["Enter", "select it; again, show its neighbours"],
];

export function HelpDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isHelpOpen.value) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isHelpOpen.value]);
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={() => { isHelpOpen.value = false; }}>
      <h2 id="help-title">Keys</h2>
      <dl>
        {shortcuts.map(({ key, does }) => <HelpLine key={key} keys={key} does={does} />)}
        {ELSEWHERE.map(([keys, does]) => <HelpLine key={keys} keys={keys} does={does} />)}
      </dl>
      <form method="dialog"><button type="submit" class="tool">Close</button></form>
    </dialog>
  );
}

function HelpLine({ keys, does }: { keys: string; does: string }) {
  return (
    <div>
      <dt><kbd>{keys}</kbd></dt>
      <dd>{does}</dd>
    </div>
  );
}
