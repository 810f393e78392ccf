// What holds on a day. foedera has worked it out as pieces; the page only looks up which piece a day falls into.
import type { Day, Holds, Piece, TimeBody } from "../document.ts";

/** What nothing was dated by says of every day. */
const UNDATED: Holds = { truth: "can't tell" };

/** The value of a function of the day; undefined where it has no piece. */
export function at<T>(pieces: readonly Piece<T>[], day: Day): T | undefined {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const from = pieces[middle]?.from ?? null;
    if (from === null || from <= day) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1]?.is;
}

/** Whether something with this time holds on a day. */
export function holds(time: TimeBody | undefined, day: Day): Holds {
  return (time && at(time.pieces, day)) ?? UNDATED;
}

/** What each of some times says of a day, by the index of the time. */
export function holdsAll(times: readonly TimeBody[], day: Day): Holds[] {
  return times.map((time) => holds(time, day));
}

const MILLISECONDS = 86_400_000;

/** A day as YYYY-MM-DD. */
export function written(day: Day): string {
  const date = new Date(day * MILLISECONDS);
  const year = date.getUTCFullYear();
  const digits = String(Math.abs(year)).padStart(4, "0");
  return `${year < 0 ? "-" : ""}${digits}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

/** A day as people read it: 17 April 1996. */
export function spoken(day: Day): string {
  const date = new Date(day * MILLISECONDS);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ""} ${date.getUTCFullYear()}`;
}

/** The day that a text YYYY-MM-DD names; null where it names none. */
export function read(text: string): Day | null {
  const parts = /^(-?\d{4,6})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return null;
  const date = new Date(0);
  date.setUTCFullYear(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  const day = Math.round(date.getTime() / MILLISECONDS);
  return written(day) === text ? day : null;
}

/** The day on which the year of a day begins. */
export function yearOf(day: Day): number {
  return new Date(day * MILLISECONDS).getUTCFullYear();
}

/** The first day of a year, or of a month of it (1 to 12; 13 is the next January). */
export function dayOf(year: number, month = 1): Day {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, 1);
  return Math.round(date.getTime() / MILLISECONDS);
}

const MONTHS = [
  "January", "February", "March", "April", "May", "June", "July",
  "August", "September", "October", "November", "December",
];

const two = (number: number): string => String(number).padStart(2, "0");
