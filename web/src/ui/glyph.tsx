// The glyph of a kind, beside its name in lists.
import { GLYPH, glyph } from "../draw/glyphs.ts";
import { theme } from "../state/theme.ts";
import { tone } from "../tokens.ts";

/** The glyph of a tone; decoration, since the kind is always named beside it. */
export function Glyph({ tone: name, size = 14 }: { tone: string; size?: number }) {
  const { shape, ...colours } = tone(name);
  return (
    <svg class="glyph" width={size} height={size} viewBox={`0 0 ${GLYPH} ${GLYPH}`} aria-hidden="true">
      <path d={glyph(shape)} fill={colours[theme.value]} fill-rule="evenodd" />
    </svg>
  );
}
