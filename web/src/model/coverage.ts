// How much of a source backs a record.
import type { SentenceBody, SourceBody } from "../document.ts";

/** What a sentence is: it backs a record, it is declared to back none, or nobody has looked at it. */
export type State = "covered" | "uncited" | "missed";

export type Counts = Record<State, number>;

/** The state of a sentence. */
export function stateOf(sentence: SentenceBody): State {
  if (sentence.covered) return "covered";
  return sentence.reason === undefined ? "missed" : "uncited";
}

/** How many sentences are in each state. */
export function counts(sentences: readonly SentenceBody[]): Counts {
  const found: Counts = { covered: 0, uncited: 0, missed: 0 };
  for (const sentence of sentences) found[stateOf(sentence)] += 1;
  return found;
}

/** The same for a whole source. */
export function countsOf(source: SourceBody): Counts {
  return counts(source.sections.flatMap((section) => section.sentences));
}

/** Of what should be cited, how much is, in whole percent rounded down; all where nothing should be. */
export function share({ covered, missed }: Counts): number {
  return covered + missed === 0 ? 100 : Math.floor((100 * covered) / (covered + missed));
}

/** A sentence in the address: the numbers of its section and of itself, both from 1. */
export function sentenceKey(section: number, sentence: number): string {
  return `${section + 1}.${sentence + 1}`;
}
