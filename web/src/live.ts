// Follows the server: when the data changes, the page shows the new data where the reader was.
import { ask } from "./load.ts";
import { index } from "./model/graph.ts";
import { changes, keepPlaces } from "./model/change.ts";
import { askFindings, findings } from "./state/findings.ts";
import { camera, moveTo, size } from "./state/stage.ts";
import { loaded, notice, served } from "./state/store.ts";

/** How long to wait before another try when the browser itself has given up. */
const PAUSE = 3000;

/** Listens for as long as the page stands; an exported page has nobody to listen to. */
export function live(): void {
  if (served.peek()) listen();
}

let isLost = false;

function listen(): void {
  const events = new EventSource("/events");
  events.addEventListener("revision", (event: MessageEvent<string>) => void update(event.data));
  events.addEventListener("open", () => {
    if (isLost) notice.value = "The server is back";
    isLost = false;
  });
  events.addEventListener("error", () => {
    if (!isLost) notice.value = "The server does not answer; the page goes on trying";
    isLost = true;
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, PAUSE);
  });
}

/** Shows a revision, and what is found wrong with it. */
async function update(revision: string): Promise<void> {
  try {
    const before = loaded.peek()?.document;
    if (!before || before.revision === revision) return await askFindings();
    const after = keepPlaces(before, await ask());
    if (size.peek().width > 0) moveTo(camera.peek());
    loaded.value = index(after);
    await askFindings();
    const count = findings.peek()?.total ?? findings.peek()?.findings.length ?? 0;
    notice.value = `${changes(before, after)}${count === 0 ? "" : `; ${count} ${count === 1 ? "finding" : "findings"}`}`;
  } catch (error) {
    notice.value = error instanceof Error ? error.message : String(error);
  }
}
