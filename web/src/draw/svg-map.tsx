// Draws a scene as SVG, colours and all in the attributes, so that a copy of it stands alone.
import { background, ink, type Line, lines, muted, type Theme, tone } from "../tokens.ts";
import { batches, signs } from "./batches.ts";
import { PathText } from "./curves.ts";
import { GLYPH, glyph } from "./glyphs.ts";
import { LINE, TYPE } from "./labels.ts";
import type { LinkLabel, Scene, SceneNode } from "./scene.ts";

/** What a drawing says of its nodes to readers of the screen, and which of them the Tab key stops at. */
export interface Spoken {
  name: (node: number) => string;
  stop: number | undefined;
  selected: number | undefined;
}

const FONT = "Inter, 'Segoe UI', system-ui, -apple-system, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

export function Drawing({ scene, theme, spoken }: { scene: Scene; theme: Theme; spoken: Spoken }) {
  return (
    <g font-family={FONT} font-size={TYPE} font-weight="500">
      <Groups scene={scene} theme={theme} />
      <Lines scene={scene} theme={theme} />
      <g class="glyphs">
        {scene.nodes.map((node) => <Node key={node.node} node={node} theme={theme} spoken={spoken} />)}
      </g>
      <g class="labels" text-anchor="middle" fill={ink[theme]} stroke={background[theme]} stroke-width="3" stroke-linejoin="round" paint-order="stroke" aria-hidden="true">
        {scene.linkLabels.map((label) => <OnLink key={label.link} label={label} theme={theme} />)}
        {scene.labels.map(({ node, lines: text, x, y }) => (
          <text key={node} data-node={node} font-weight={node === spoken.selected ? 700 : undefined}>
            {text.map((line, n) => <tspan key={line} x={round(x)} y={round(y + n * LINE)}>{line}</tspan>)}
          </text>
        ))}
      </g>
    </g>
  );
}

function Groups({ scene, theme }: { scene: Scene; theme: Theme }) {
  return (
    <g class="groups" aria-hidden="true">
      {scene.groups.map(({ title, frame, at }) => (
        <g key={title}>
          <rect
            x={round(frame.x)} y={round(frame.y)} width={round(frame.width)} height={round(frame.height)} rx="12"
            fill={ink[theme]} fill-opacity="0.03" stroke={ink[theme]} stroke-opacity="0.16"
          />
          <text x={round(at.x)} y={round(at.y)} font-size={TYPE - 1} font-weight="650" fill={muted[theme]} stroke={background[theme]} stroke-width="5" stroke-linejoin="round" paint-order="stroke">
            {title}
          </text>
        </g>
      ))}
    </g>
  );
}

function Lines({ scene, theme }: { scene: Scene; theme: Theme }) {
  return (
    <g class="lines" fill="none" aria-hidden="true">
      {batches(scene, theme, () => new PathText()).map((batch, n) => (
        <path
          key={n}
          d={batch.pen.toString()}
          fill={batch.filled ? batch.colour : "none"}
          stroke={batch.filled ? "none" : batch.colour}
          stroke-width={batch.width}
          stroke-dasharray={batch.dash || undefined}
          stroke-linecap={batch.cap}
          opacity={batch.opacity}
        />
      ))}
      <g text-anchor="middle" font-weight="700" stroke={background[theme]} stroke-width="3" paint-order="stroke">
        {signs(scene, theme).map(({ text, x, y, colour }, n) => (
          <text key={n} x={round(x)} y={round(y + 4)} fill={colour}>{text}</text>
        ))}
      </g>
    </g>
  );
}

function Node({ node: { node, at, size, tone: name, line, emphasis, sign }, theme, spoken }: { node: SceneNode; theme: Theme; spoken: Spoken }) {
  const { shape, ...colours } = tone(name);
  const isSelected = node === spoken.selected;
  const scale = size / GLYPH;
  return (
    <g
      class="node"
      role="button"
      tabindex={node === spoken.stop ? 0 : -1}
      data-node={node}
      aria-label={spoken.name(node)}
      aria-pressed={isSelected}
      transform={`translate(${round(at.x)} ${round(at.y)})`}
      opacity={emphasis === "dim" ? 0.14 : undefined}
    >
      <circle class="ring" r={round(size / 2 + 5)} fill="none" stroke={ink[theme]} stroke-width="2" visibility={isSelected ? "visible" : "hidden"} />
      <path
        d={glyph(shape)}
        transform={`scale(${round(scale)}) translate(${-GLYPH / 2} ${-GLYPH / 2})`}
        fill-rule="evenodd"
        {...paint(line, colours[theme], theme, scale)}
      />
      {sign !== "" && size > 11 && (
        <text class="sign" y={round(size * 0.22)} text-anchor="middle" font-size={round(size * 0.62)} font-weight="800" fill={line === "stated" ? background[theme] : colours[theme]}>
          {sign}
        </text>
      )}
    </g>
  );
}

/** What is stated is filled; what is not, or not on the day, is an outline by its line's dash. */
export function paint(line: Line, colour: string, theme: Theme, scale: number) {
  if (line === "stated") return { fill: colour, stroke: background[theme], "stroke-width": round(1 / scale) };
  const { dash, cap } = lines[line];
  return {
    fill: background[theme],
    stroke: colour,
    "stroke-width": round(1.7 / scale),
    "stroke-dasharray": dash.split(" ").map((part) => round(Number(part) / scale / 2)).join(" "),
    "stroke-linecap": cap === "round" ? ("round" as const) : ("butt" as const),
  };
}

function OnLink({ label: { link, text, at }, theme }: { label: LinkLabel; theme: Theme }) {
  return <text data-link={link} x={round(at.x)} y={round(at.y)} font-size={TYPE - 1} fill={muted[theme]}>{text}</text>;
}

const round = (number: number): number => Math.round(number * 10) / 10;
