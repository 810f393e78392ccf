// A status as icon and word; the tone of both says nothing that the word does not.
import type { Status } from "../document.ts";
import { ICONS, type Look, look, wordsOf } from "../model/status.ts";
import "../style/status.css";

/** An icon beside words, in the tone that goes with them. */
export function Chip({ look: { icon, feeling }, words }: { look: Look; words: string }) {
  return (
    <span class={`chip ${feeling}`}>
      <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true"><path d={ICONS[icon]} /></svg>
      <span>{words}</span>
    </span>
  );
}

/** The status of a commitment. */
export function StatusChip({ status }: { status: Status }) {
  return <Chip look={look(status)} words={wordsOf(status)} />;
}
