// The map as a table: every entity shown, with its kind, time and how many relations it has.
import { useSignal } from "@preact/signals";
import { linksOf } from "../model/graph.ts";
import { graph, selectedNode, shown } from "../state/derived.ts";
import { Name } from "./name.tsx";
import type { Page } from "./parts.ts";

type Column = "name" | "kind" | "when" | "relations";
const COLUMNS: readonly [Column, string][] = [["name", "Name"], ["kind", "Kind"], ["when", "Time"], ["relations", "Relations"]];
/** So many rows are put up at once. */
const ROWS = 400;

interface Row { node: number; name: string; kind: string; when: string; relations: number }

function Entities() {
  const sort = useSignal<{ by: Column; down: boolean }>({ by: "relations", down: true });
  const more = useSignal(ROWS);
  const rows = ordered(rowsShown(), sort.value.by, sort.value.down);
  return (
    <section class="sheet" aria-labelledby="entities-title">
      <h2 id="entities-title">Entities <span class="count">{rows.length}</span></h2>
      <table>
        <thead>
          <tr>
            {COLUMNS.map(([by, title]) => (
              <th key={by} scope="col" aria-sort={sort.value.by === by ? (sort.value.down ? "descending" : "ascending") : "none"}>
                <button type="button" onClick={() => { sort.value = { by, down: sort.value.by === by && !sort.value.down }; }}>
                  {title}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, more.value).map((row) => (
            <tr key={row.node} aria-selected={row.node === selectedNode.value}>
              <th scope="row"><Name node={row.node} /></th>
              <td>{row.kind}</td>
              <td>{row.when}</td>
              <td class="number">{row.relations}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > more.value && (
        <button type="button" class="tool" onClick={() => { more.value += ROWS; }}>
          {rows.length - more.value} more
        </button>
      )}
    </section>
  );
}

function rowsShown(): Row[] {
  const { nodes, kinds, times } = graph.value.document;
  const visible = shown.value;
  const rows: Row[] = [];
  visible.nodes.forEach((isShown, node) => {
    if (isShown !== 1) return;
    rows.push({
      node,
      name: nodes.name[node] ?? "",
      kind: kinds[nodes.kind[node] ?? -1]?.label ?? "",
      when: times[nodes.time[node] ?? -1]?.words ?? "",
      relations: linksOf(graph.value, node).reduce((sum, link) => sum + (visible.links[link] ?? 0), 0),
    });
  });
  return rows;
}

function ordered(rows: Row[], by: Column, down: boolean): Row[] {
  const sign = down ? -1 : 1;
  return rows.sort((a, b) => {
    const [x, y] = [a[by], b[by]];
    const order = typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y), "en");
    return sign * order || a.node - b.node;
  });
}

export const entities: Page = { id: "entities", title: "Entities", body: Entities };
