// The name of an entity as something to click on: wherever one is mentioned, it leads there.
import { graph } from "../state/derived.ts";
import { reveal } from "../state/reveal.ts";
import { Glyph } from "./glyph.tsx";

/** A button with the glyph and name of an entity, that selects it. */
export function Name({ node, glyph = true }: { node: number; glyph?: boolean }) {
  const { nodes, kinds } = graph.value.document;
  const kind = kinds[nodes.kind[node] ?? -1];
  return (
    <button type="button" class="name" data-node={node} title={kind?.label} onClick={() => reveal(node)}>
      {glyph && <Glyph tone={kind?.tone ?? ""} />}
      <span>{nodes.name[node]}</span>
    </button>
  );
}

/** Several names, with commas between them. */
export function Names({ nodes }: { nodes: readonly number[] }) {
  return (
    <span class="names">
      {nodes.map((node) => <Name key={node} node={node} />)}
    </span>
  );
}
