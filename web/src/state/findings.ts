// What foedera finds wrong with the data that is served, as of the revision that is shown.
import { signal } from "@preact/signals";
import type { Findings } from "../document.ts";

/** The findings; null until they are known. */
export const findings = signal<Findings | null>(null);

/** Asks the server for the findings as they are now. */
export async function askFindings(): Promise<void> {
  const answer = await fetch("/api/findings", { cache: "no-cache" });
  if (!answer.ok) throw new Error(`the server answered ${answer.status} to /api/findings`);
  findings.value = (await answer.json()) as Findings;
}
