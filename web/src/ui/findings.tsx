// The page of findings: what `foedera check` says of the data that is served.
import type { Findings as Body } from "../document.ts";
import type { Look } from "../model/status.ts";
import { findings as current } from "../state/findings.ts";
import { type Column, DataTable } from "./data-table.tsx";
import type { Page } from "./parts.ts";
import { Chip } from "./status.tsx";
import "../style/findings.css";

type Finding = Body["findings"][number];

const LEVELS: Record<Finding["level"], { look: Look; words: string }> = {
  deny: { look: { icon: "broken", feeling: "bad" }, words: "error" },
  warn: { look: { icon: "late", feeling: "warn" }, words: "warning" },
};

const COLUMNS: readonly Column<Finding>[] = [
  { id: "place", title: "Where", cell: ({ file, line, column }) => <code>{file}:{line}:{column}</code> },
  { id: "level", title: "Level", cell: ({ level }) => <Chip {...LEVELS[level]} /> },
  { id: "code", title: "Check", cell: ({ code, name }) => <>{code} <span class="decides">{name}</span></> },
  {
    id: "message", title: "What",
    cell: ({ message, help = [] }) => <>{coded(message)}{help.map((advice) => <p key={advice} class="decides">help: {coded(advice)}</p>)}</>,
  },
];

function Findings() {
  const known = current.value;
  const found = known?.findings ?? [];
  return (
    <section class="sheet" aria-labelledby="findings-title">
      <h2 id="findings-title">Findings <span class="count">{known && (known.total ?? found.length)}</span></h2>
      <p class="lead" role="status">{summary(known)}</p>
      {found.length > 0 && (
        <DataTable
          caption="By file and place; the page follows the files as they are saved."
          columns={COLUMNS}
          blocks={[{ id: "all", rows: found }]}
          keyOf={({ file, line, column, code, message }) => `${file}:${line}:${column} ${code} ${message}`}
        />
      )}
    </section>
  );
}

function summary(known: Body | null): string {
  if (!known) return "Asking the server…";
  const { findings: found, total = found.length } = known;
  if (total === 0) return "Nothing is wrong with the data, as far as the checks see.";
  const errors = found.filter(({ level }) => level === "deny").length;
  const told = total > found.length ? `; the first ${found.length} are told` : "";
  return `${count(errors, "error")}, ${count(found.length - errors, "warning")}${told}.`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

/** A message with what stands in backticks as code. */
function coded(text: string) {
  return text.split("`").map((part, place) => (place % 2 === 1 ? <code key={place}>{part}</code> : part));
}

export const findings: Page = { id: "findings", title: "Findings", body: Findings, served: true };
