// The day asked about: a slider that stands on a histogram of what begins and ends.
import { useComputed } from "@preact/signals";
import { histogram, turns } from "../model/histogram.ts";
import { lineOf } from "../model/show.ts";
import { dayOf, holdsAll, read, spoken, written, yearOf } from "../model/time.ts";
import { graph, onAnyDay } from "../state/derived.ts";
import { day, showEnded } from "../state/store.ts";
import { LineSample } from "./line-sample.tsx";
import type { Shortcut } from "./parts.ts";
import "../style/timebar.css";

const BARS = 110;
const HEIGHT = 34;

/** To the next day, or the one before, on which anything changes. */
function turn(direction: 1 | -1): void {
  const { document } = graph.peek();
  const days = turns(graph.peek(), onAnyDay.peek()).filter((one) => one >= document.first_day && one <= document.last_day);
  const now = day.peek() ?? document.reference_day ?? document.last_day;
  const next = direction > 0 ? days.find((one) => one > now) : days.findLast((one) => one < now);
  if (next !== undefined) day.value = next;
}

export const earlier: Shortcut = { key: "[", does: "to the day of the change before", run: () => turn(-1) };
export const later: Shortcut = { key: "]", does: "to the day of the next change", run: () => turn(1) };

export function Timebar() {
  const { document } = graph.value;
  const { first_day: first, last_day: last } = document;
  const start = document.reference_day ?? last;
  const now = day.value;
  const share = (at: number): number => ((at - first) / Math.max(1, last - first)) * 100;
  return (
    <section class="timebar" aria-label="As of a day">
      <div class="asked">
        <label class="on">
          <input type="checkbox" checked={now !== null} onChange={(event) => { day.value = event.currentTarget.checked ? start : null; }} />
          As of
        </label>
        <input
          type="text" class="date" aria-label="Day, as year-month-day" placeholder="YYYY-MM-DD" maxLength={10} spellcheck={false}
          value={now === null ? "" : written(now)} onChange={(event) => { day.value = read(event.currentTarget.value.trim()); }}
        />
      </div>
      <div class="track">
        <Bars share={share} />
        {now !== null && <div class="needle" style={{ left: `${share(now)}%` }} aria-hidden="true" />}
        <input
          type="range" min={first} max={last} step={1} value={now ?? start} aria-label="Day" data-idle={now === null}
          aria-valuetext={now === null ? "no day in particular" : spoken(now)}
          onInput={(event) => { day.value = Number(event.currentTarget.value); }}
        />
        <Years share={share} first={first} last={last} />
      </div>
      <Answer />
    </section>
  );
}

function Bars({ share }: { share: (at: number) => number }) {
  const bins = useComputed(() => {
    const { document } = graph.value;
    return histogram(graph.value, onAnyDay.value, document.first_day, document.last_day, BARS);
  });
  const tallest = Math.max(1, ...bins.value.map(({ begin, end }) => Math.max(begin, end)));
  // Roots, so that one busy year does not flatten all others.
  const tall = (many: number): number => (many === 0 ? 0 : Math.max(2, Math.sqrt(many / tallest) * HEIGHT * 0.62));
  const middle = HEIGHT * 0.62;
  return (
    <svg class="bars" width="100%" height={HEIGHT} aria-hidden="true">
      {bins.value.map(({ from, until, begin, end }) => {
        const [left, width] = [share(from), share(until) - share(from)];
        return (
          <g key={from}>
            <rect class="begin" x={`${left}%`} width={`${width * 0.86}%`} y={middle - tall(begin)} height={tall(begin)} />
            <rect class="end" x={`${left}%`} width={`${width * 0.86}%`} y={middle + 1} height={tall(end) * 0.5} />
          </g>
        );
      })}
    </svg>
  );
}

/** The years below the bars, as many as there is room for. */
function Years({ share, first, last }: { share: (at: number) => number; first: number; last: number }) {
  const [from, until] = [yearOf(first), yearOf(last)];
  const every = [1, 2, 5, 10, 20, 25, 50, 100].find((step) => (until - from) / step <= 12) ?? 200;
  const years: number[] = [];
  for (let year = Math.ceil(from / every) * every; year <= until; year += every) years.push(year);
  return (
    <div class="years" aria-hidden="true">
      {years.map((year) => {
        const at = share(dayOf(year));
        return at < 0 || at > 97 ? null : <span key={year} style={{ left: `${at}%` }}>{year}</span>;
      })}
    </div>
  );
}

/** How many of the relations hold on the day, don't, or can't be told; and whether the second are drawn. */
function Answer() {
  const counts = useComputed(() => countTruths());
  const found = counts.value;
  if (!found) return <p class="answer idle">Move the slider to ask what held on a day.</p>;
  return (
    <div class="answer">
      <p role="status">
        <span><LineSample line="stated" /> {found.yes} hold</span>
        <span><LineSample line="open" /> {found.open} can’t tell</span>
        <span><LineSample line="ended" /> {found.no} don’t</span>
      </p>
      <label>
        <input type="checkbox" checked={showEnded.value} onChange={(event) => { showEnded.value = event.currentTarget.checked; }} />
        draw what doesn’t hold
      </label>
    </div>
  );
}

function countTruths(): { yes: number; no: number; open: number } | null {
  if (day.value === null) return null;
  const { times, links } = graph.value.document;
  const truths = holdsAll(times, day.value);
  const found = { yes: 0, no: 0, open: 0 };
  onAnyDay.value.links.forEach((is, link) => {
    if (is !== 1) return;
    const line = lineOf(truths[links.time[link] ?? -1]?.truth ?? "can't tell", "fact");
    found[line === "ended" ? "no" : line === "open" ? "open" : "yes"] += 1;
  });
  return found;
}
