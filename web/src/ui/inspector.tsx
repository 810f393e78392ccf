// The column at the right: what is selected, in sections; else what the data set is.
import { sections } from "../registry.ts";
import { graph, scope, selectedLink, selectedNode } from "../state/derived.ts";
import { selected } from "../state/store.ts";
import { Glyph } from "./glyph.tsx";
import { Name } from "./name.tsx";

/** So many entities are named to begin with. */
const FOREMOST = 8;

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
  const commitments = document.commitments.length;
  const entities = document.nodes.kind.filter((kind) => document.kinds[kind]?.sort === "entity").length;
  const foremost = scope.value.nodes
    .toSorted((a, b) => (graph.value.degree[b] ?? 0) - (graph.value.degree[a] ?? 0))
    .slice(0, FOREMOST);
  return (
    <div class="intro">
      <h2>{document.title}</h2>
      <p>{document.says}</p>
      <p class="meta">
        {entities} entities, {commitments} commitments, {document.links.source.length} relations
        {document.reference_date !== undefined && `, as of ${document.reference_date}`}.
      </p>
      <h3 class="foremost-title">Best connected here</h3>
      <ul class="foremost">
        {foremost.map((node) => (
          <li key={node}>
            <Name node={node} /> <span class="count">{graph.value.degree[node]}</span>
          </li>
        ))}
      </ul>
      <Sources />
      <p class="meta hint">Select anything to see what is said of it, and who says so. <kbd>/</kbd> searches, <kbd>?</kbd> lists the keys.</p>
    </div>
  );
}

function Sources() {
  const { sources } = graph.value.document;
  if (sources.length === 0) return null;
  return (
    <>
      <h3>Sources</h3>
      <ul class="sources">
        {sources.map(({ id, title, author, date, series }) => (
          <li key={id}>
            <cite>{title}</cite>
            <span>{[author.join(", "), series, date].filter((part) => part).join(" · ")}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Close() {
  return (
    <button type="button" class="tool close" aria-label="Close details" title="Close (Esc)" onClick={() => { selected.value = null; }}>
      ×
    </button>
  );
}
