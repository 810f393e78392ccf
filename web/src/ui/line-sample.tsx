// A short piece of a line, as the map draws it: of a family of relations with its mark, or of a stance with its dash.
import { type Curve, mark, PathText, room, trace } from "../draw/curves.ts";
import { lineOf } from "../model/show.ts";
import { theme } from "../state/theme.ts";
import { type Family, families, type Line, lines, muted } from "../tokens.ts";

const WIDTH = 34;
const HEIGHT = 12;

export function LineSample({ family, stance, line: given }: { family?: Family; stance?: string; line?: Line }) {
  const line = given ?? lineOf("yes", stance ?? "fact");
  const token = lines[line];
  const colour = family ? families[family][theme.value] : muted[theme.value];
  const end = family ? families[family].end : "";
  const curve: Curve = {
    from: { x: 2, y: HEIGHT / 2 },
    bend: { x: WIDTH / 2, y: HEIGHT / 2 },
    to: { x: WIDTH - 4 - room(end), y: HEIGHT / 2 },
  };
  const [path, fill, stroke] = [new PathText(), new PathText(), new PathText()];
  trace(path, curve);
  if (family) mark(end, curve, fill, stroke);
  return (
    <svg class="line-sample" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" fill="none" stroke={colour} stroke-width={token.width + 0.4}>
      <path d={path.toString()} stroke-dasharray={token.dash || undefined} stroke-linecap={token.cap === "round" ? "round" : "butt"} />
      <path d={stroke.toString()} />
      <path d={fill.toString()} fill={colour} stroke="none" />
      {token.sign !== "" && !family && (
        <text x={WIDTH / 2} y={HEIGHT - 2} text-anchor="middle" font-size="11" font-weight="700" fill={colour} stroke="var(--background)" stroke-width="3" paint-order="stroke">{token.sign}</text>
      )}
    </svg>
  );
}
