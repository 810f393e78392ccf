// Walks a reader through a view: step by step, a few entities lit, one caption.
import { frame } from "../state/reveal.ts";
import { view } from "../state/derived.ts";
import { selected, step } from "../state/store.ts";

/** Goes to a step, from 0; null ends the walk. */
function go(to: number | null): void {
  selected.value = null;
  step.value = to;
  const nodes = to === null ? undefined : view.peek()?.steps[to]?.nodes;
  if (nodes) frame(nodes);
}

export function Walk() {
  const steps = view.value?.steps ?? [];
  const at = step.value;
  if (steps.length === 0) return null;
  if (at === null || !steps[at]) {
    return <button type="button" class="over walk-start tool" onClick={() => go(0)}>Walk through in {steps.length} steps</button>;
  }
  const isLast = at === steps.length - 1;
  return (
    <section class="over walk" aria-label="Walk-through">
      <p class="progress">Step {at + 1} of {steps.length}</p>
      <p class="caption" aria-live="polite">{steps[at].caption}</p>
      <div class="buttons">
        <button type="button" class="tool" disabled={at === 0} onClick={() => go(at - 1)}>Back</button>
        <button type="button" class="tool primary" onClick={() => go(isLast ? null : at + 1)}>{isLast ? "End" : "Next"}</button>
        <button type="button" class="tool" aria-label="End the walk-through" title="End (Esc)" onClick={() => go(null)}>×</button>
      </div>
    </section>
  );
}
