// What floats over the map: the view's title and sentence, and the buttons that zoom, fit and open neighbours.
import { zoomed } from "../draw/geometry.ts";
import { graph, hiddenNeighbours, selectedNode, view } from "../state/derived.ts";
import { expand, isExpanded } from "../state/expand.ts";
import { WHOLE } from "../model/scope.ts";
import { size, whole } from "../state/stage.ts";
import { depth, everything, expanded, selected, step } from "../state/store.ts";
import { current, fly } from "./gestures.ts";
import type { Shortcut } from "./parts.ts";

const STEP = 1.5;

/** Zooms about the middle. */
function zoom(factor: number): void {
  const { width, height } = size.peek();
  fly(zoomed(current(), size.peek(), { x: width / 2, y: height / 2 }, factor));
}

const fitAll = (): void => fly(whole.peek());

export const fitKey: Shortcut = { key: "f", does: "fit the map to the window", run: fitAll };
export const nearer: Shortcut = { key: "+", does: "zoom in", run: () => zoom(STEP) };
export const farther: Shortcut = { key: "-", does: "zoom out", run: () => zoom(1 / STEP) };

/** Leaves the walk, else the selection, else what was opened. */
export const backOut: Shortcut = {
  key: "Escape",
  does: "back out",
  run: () => {
    if (step.peek() !== null) step.value = null;
    else if (selected.peek() !== null) selected.value = null;
    else expanded.value = [];
  },
};

export function MapTools() {
  return (
    <>
      <ViewTitle />
      <div class="over tools" role="toolbar" aria-label="Map">
        <button type="button" class="tool" aria-label="Zoom in" title="Zoom in (+)" onClick={() => zoom(STEP)}>+</button>
        <button type="button" class="tool" aria-label="Zoom out" title="Zoom out (−)" onClick={() => zoom(1 / STEP)}>−</button>
        <button type="button" class="tool" aria-label="Fit" title="Fit the map to the window (f)" onClick={fitAll}>
          <svg width="14" height="14" viewBox="0 0 14 14" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true">
            <path d="M1 5V1h4M9 1h4v4M13 9v4H9M5 13H1V9" />
          </svg>
        </button>
      </div>
      <FocusTools />
    </>
  );
}

function ViewTitle() {
  const open = view.value;
  const isBig = !open && graph.value.size > WHOLE;
  if (!open && !isBig) return null;
  return (
    <div class="over view-title">
      {open && <><h2>{open.title}</h2><p>{open.says}</p></>}
      {isBig && (
        <>
          <h2>{everything.value ? "Everything" : "The best connected"}</h2>
          <p>
            {everything.value ? `All ${graph.value.size} entities.` : "Search for an entity, or open the neighbours of one."}{" "}
            <button type="button" class="link" onClick={() => { everything.value = !everything.value; }}>
              {everything.value ? "Only the best connected" : `Draw all ${graph.value.size}`}
            </button>
          </p>
        </>
      )}
    </div>
  );
}

/** How far the light reaches from what is selected, and what of its neighbours is not on the map. */
function FocusTools() {
  const node = selectedNode.value;
  if (node === undefined) return null;
  const hidden = hiddenNeighbours(node);
  return (
    <div class="over focus-tools">
      <div role="group" aria-label="Steps that are lit">
        {[1, 2, 3].map((steps) => (
          <button
            type="button" class="tool" key={steps} aria-pressed={depth.value === steps}
            title={`Light what is within ${steps} ${steps === 1 ? "step" : "steps"}`}
            onClick={() => { depth.value = steps; }}
          >
            {steps}
          </button>
        ))}
        <span>{depth.value === 1 ? "step" : "steps"} lit</span>
      </div>
      {(hidden > 0 || isExpanded(node)) && (
        <button type="button" class="tool" onClick={() => expand(node)}>
          {isExpanded(node) ? "Close its neighbours" : `+${hidden} ${hidden === 1 ? "neighbour" : "neighbours"}`}
        </button>
      )}
      {isExpanded(node) && hidden > 0 && <span class="more">+{hidden} more</span>}
    </div>
  );
}
