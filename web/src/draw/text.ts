// Breaks a name into the lines of a label.

/** How wide a text is, in pixels. */
export type Measure = (text: string) => number;

export interface Lines { lines: string[]; width: number }

/** The lines of a text within a width: at most `most`, the last one with an ellipsis where words are left. */
export function wrap(text: string, within: number, most: number, measure: Measure): Lines {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && measure(joined) <= within) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  const kept = lines.slice(0, most).map((line) => cut(line, within * 1.4, measure));
  if (lines.length > most) kept[most - 1] = `${kept[most - 1] ?? ""}…`;
  return { lines: kept, width: Math.max(0, ...kept.map(measure)) };
}

/** A word that is longer than a line, cut. */
function cut(line: string, within: number, measure: Measure): string {
  if (measure(line) <= within) return line;
  const letters = [...line];
  while (letters.length > 1 && measure(`${letters.join("")}…`) > within) letters.pop();
  return `${letters.join("")}…`;
}

/** Measures with the fonts that the page has; remembers what it measured. */
export function measureWith(font: string): Measure {
  const context = document.createElement("canvas").getContext("2d");
  const known = new Map<string, number>();
  if (context) context.font = font;
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const width = context?.measureText(text).width ?? text.length * 7;
    known.set(text, width);
    return width;
  };
}
