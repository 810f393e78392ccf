// How the status of a commitment looks: an icon and a tone beside its word, never a tone alone.
import type { CommitmentBody, Day, Status, Truth } from "../document.ts";
import type { Graph } from "./graph.ts";
import { at } from "./time.ts";

/** The icons, as paths in a square of 16; each is told from the others by its form. */
export const ICONS = {
  ahead: "M8 1.5a6.5 6.5 0 0 1 4.6 1.9M14.3 6.3a6.5 6.5 0 0 1 -.8 5.1M11.3 13.6a6.5 6.5 0 0 1 -6.6 0M2.5 11.4a6.5 6.5 0 0 1 -.8 -5.1M3.4 3.4a6.5 6.5 0 0 1 2 -1.3",
  asked: "M2.5 2.5h11v8h-6l-3.5 3v-3h-1.5z",
  pledged: "M14.5 8a6.5 6.5 0 1 1 -13 0a6.5 6.5 0 0 1 13 0zM8 1.5v13M8 4h4M8 6.7h6M8 9.3h6M8 12h4",
  force: "M14.5 8a6.5 6.5 0 1 1 -13 0a6.5 6.5 0 0 1 13 0zM11 8a3 3 0 1 1 -6 0a3 3 0 0 1 6 0z",
  part: "M14.5 8a6.5 6.5 0 1 1 -13 0a6.5 6.5 0 0 1 13 0zM8 8v-6.5M8 8l5.6 3.3",
  done: "M14.5 8a6.5 6.5 0 1 1 -13 0a6.5 6.5 0 0 1 13 0zM4.8 8.2l2.3 2.3l4.2 -4.7",
  broken: "M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8h-5.4l-3.8 -3.8v-5.4zM5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4",
  over: "M14.5 8a6.5 6.5 0 1 1 -13 0a6.5 6.5 0 0 1 13 0zM4.5 8h7",
  open: "M5 5.4a3 3 0 1 1 4.4 2.7q-1.4 .7 -1.4 2.2M8 13.2v.6",
  late: "M8 1.5l7 12.5h-14zM8 6v4M8 11.8v.5",
} as const;

export type Icon = keyof typeof ICONS;
export type Feeling = "good" | "calm" | "warn" | "bad" | "muted";

/** How a word looks. */
export interface Look {
  icon: Icon;
  feeling: Feeling;
}

const LOOKS: Record<string, Look> = {
  breached: { icon: "broken", feeling: "bad" },
  denounced: { icon: "broken", feeling: "warn" },
  "in force": { icon: "force", feeling: "good" },
  "carried out in part": { icon: "part", feeling: "good" },
  signed: { icon: "pledged", feeling: "good" },
  adopted: { icon: "pledged", feeling: "good" },
  agreed: { icon: "pledged", feeling: "good" },
  announced: { icon: "pledged", feeling: "good" },
  recommended: { icon: "asked", feeling: "calm" },
  proposed: { icon: "asked", feeling: "calm" },
  expected: { icon: "ahead", feeling: "calm" },
  "not yet undertaken": { icon: "ahead", feeling: "muted" },
  fulfilled: { icon: "done", feeling: "good" },
  expired: { icon: "over", feeling: "muted" },
  lapsed: { icon: "over", feeling: "muted" },
  terminated: { icon: "over", feeling: "muted" },
};

/** The statuses: what binds first, then what may come to, then what is over. */
export const STATUSES: readonly string[] = Object.keys(LOOKS);

/** How a status looks; what can't be told is a question. */
export function look(status: Status): Look {
  const [word, ...others] = status.possible;
  const known = word === undefined ? undefined : LOOKS[word];
  return known && others.length === 0 ? known : { icon: "open", feeling: "warn" };
}

/** Whether a status is one of something that is asked for or expected, and undertaken by nobody yet. */
export function isAhead(word: string): boolean {
  return LOOKS[word]?.feeling === "calm";
}

/** A status in a few words: "announced", "announced or agreed". */
export function wordsOf(status: Status): string {
  return status.possible.join(" or ");
}

/** How late a commitment is, in words; null where it has no day to be late on. */
export interface Lateness extends Look {
  words: string;
}

/** Whether a commitment is overdue on a day. */
export function lateness(body: CommitmentBody, day: Day): Lateness | null {
  if (!body.due) return null;
  const truth: Truth = at(body.overdue, day) ?? "no";
  if (truth === "yes") return { words: "overdue", icon: "late", feeling: "bad" };
  if (truth === "can't tell") return { words: "can’t tell", icon: "open", feeling: "warn" };
  const { earliest, latest } = body.due;
  if (latest !== null && day > latest) return { words: "no", icon: "over", feeling: "muted" };
  const isDue = earliest !== null && earliest <= day;
  return isDue ? { words: "due now", icon: "force", feeling: "calm" } : { words: "not yet due", icon: "ahead", feeling: "muted" };
}

/** The day as of which statuses are told: the one asked about, else the reference date. */
export function statusDay(graph: Graph, day: Day | null): Day {
  return day ?? graph.document.reference_day ?? graph.document.last_day;
}
