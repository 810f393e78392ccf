// The column at the right: what is selected, in sections; else what the data set is.
import { sections } from "../registry.ts";
import { graph, selectedLink, selectedNode, view } from "../state/derived.ts";
import { selected } from "../state/store.ts";
import { Glyph } from "./glyph.tsx";
import { Name } from "./name.tsx";

export function Inspector() {
  const node = selectedNode.value;
  const link = selectedLink.value;
  return (
    <aside class="inspector" aria-label="Details" tabIndex={-1}>
      {node !== undefined && <OfNode node={node} />}
      {link !== undefined && <OfLink link={link} />}
      {node === undefined && link === undefined && <OfDataSet />}
    </aside>
  );
}

function OfNode({ node }: { node: number }) {
  const { nodes, kinds } = graph.value.document;
  const kind = kinds[nodes.kind[node] ?? -1];
  return (
    <>
      <header>
        <Glyph tone={kind?.tone ?? ""} size={22} />
        <div>
          <h2>{nodes.name[node]}</h2>
          <p class="kind">{kind?.label}</p>
        </div>
        <Close />
      </header>
      {sections.map(({ id, ofNode: Body }) => Body && <Body key={id} node={node} />)}
    </>
  );
}

function OfLink({ link }: { link: number }) {
  const { links, relations } = graph.value.document;
  return (
    <>
      <header>
        <div>
          <h2 class="sentence">
            <Name node={links.source[link] ?? 0} /> <span>{relations[links.relation[link] ?? -1]?.label}</span>{" "}
            <Name node={links.target[link] ?? 0} />
          </h2>
        </div>
        <Close />
      </header>
      {sections.map(({ id, ofLink: Body }) => Body && <Body key={id} link={link} />)}
    </>
  );
}

function OfDataSet() {
  const { document } = graph.value;
  return (
    <div class="intro">
      <h2>{view.value?.title ?? document.title}</h2>
      <p>{view.value?.says ?? document.says}</p>
      <p class="meta">
        {document.nodes.id.length - document.commitments.length} entities, {document.commitments.length} commitments,{" "}
        {document.links.source.length} relations
        {document.reference_date !== undefined && `; as of ${document.reference_date}`}.
      </p>
      <p class="meta">Select something to see what is said of it, and which sentence says so.</p>
    </div>
  );
}

function Close() {
  return (
    <button type="button" class="tool close" aria-label="Close details" title="Close (Esc)" onClick={() => { selected.value = null; }}>
      ×
    </button>
  );
}
