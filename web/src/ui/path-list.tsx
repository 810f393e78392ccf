// Paths in words: each hop with its date, stance and citations.
import type { Rules } from "../model/paths.ts";
import { ties } from "../model/paths.ts";
import { ends } from "../model/graph.ts";
import { holds } from "../model/time.ts";
import { graph } from "../state/derived.ts";
import { day, selectLink } from "../state/store.ts";
import { Places } from "./cite.tsx";
import { Name } from "./name.tsx";

interface Props {
  paths: readonly (readonly number[])[];
  rules: Rules;
  /** Told which path is pointed at, by mouse or by focus. */
  point: (at: number | null) => void;
}

export function PathList({ paths, rules, point }: Props) {
  return (
    <ol class="paths">
      {paths.map((path, at) => (
        <li key={path.join(" ")}>
          <div
            role="presentation"
            onMouseEnter={() => point(at)}
            onMouseLeave={() => point(null)}
            onFocusCapture={() => point(at)}
            onBlurCapture={() => point(null)}
          >
            {path.slice(1).map((node, hop) => <Hop key={node} from={path[hop] ?? -1} to={node} rules={rules} />)}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Hop({ from, to, rules }: { from: number; to: number; rules: Rules }) {
  const [first, ...others] = ties(graph.value, from, to, rules);
  if (first === undefined) return null;
  return (
    <div class="hop">
      <Name node={from} />
      <Tie link={first} from={from} />
      <Name node={to} />
      <Places cites={graph.value.document.links.cites[first] ?? []} />
      {others.length > 0 && (
        <details>
          <summary>{others.length === 1 ? "and 1 other tie" : `and ${others.length} other ties`}</summary>
          {others.map((link) => <Tie key={link} link={link} from={from} />)}
        </details>
      )}
    </div>
  );
}

/** A link as it is walked: its label, and what is said of it. */
function Tie({ link, from }: { link: number; from: number }) {
  return (
    <button type="button" class="tie" title="Show the evidence" onClick={() => selectLink(link)}>
      {labelOf(link, from)} <span class="said">{qualifiers(link)}</span>
    </button>
  );
}

/** The label of a link, read away from one of its ends. */
export function labelOf(link: number, from: number): string {
  const { links, relations } = graph.value.document;
  const relation = relations[links.relation[link] ?? -1];
  const [source] = ends(graph.value.document, link);
  return (source === from ? relation?.label : relation?.inverse) ?? "";
}

/** Date, stance, certainty, holder, and what can't be told on the day: "(since 1994; assessment)". */
function qualifiers(link: number): string {
  const { links, stances, times, nodes } = graph.value.document;
  const stance = stances[links.stance[link] ?? 0] ?? "";
  const time = times[links.time[link] ?? -1];
  const detail = links.detail[link];
  const parts = [time?.words ?? "undated"];
  if (stance !== "fact") parts.push(stance);
  if (detail?.certainty) parts.push(detail.certainty);
  if (detail?.holder) parts.push(`as seen by ${detail.holder.map((node) => nodes.name[node]).join(" and ")}`);
  if (day.value !== null && holds(time, day.value).truth === "can't tell") parts.push("? can’t tell on the day");
  return `(${parts.join("; ")})`;
}
