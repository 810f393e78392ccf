// Colours that can be told from their ground, by the numbers of WCAG 2; glyphs that are foedera's own.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { glyph, shapes } from "../../src/draw/glyphs.ts";
import { background, type Colour, families, ink, muted, type Theme, tone, toneNames } from "../../src/tokens.ts";

const THEMES: readonly Theme[] = ["light", "dark"];

/** The relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const least = (colour: Colour, theme: Theme, limit: number) => expect(contrast(colour[theme], background[theme])).toBeGreaterThanOrEqual(limit);

test("contrast is measured as WCAG does", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

test.each(THEMES)("text is read easily, %s", (theme) => {
  least(ink, theme, 7);
  least(muted, theme, 4.5);
});

test.each(THEMES)("glyphs and lines are seen, %s", (theme) => {
  for (const name of toneNames) least(tone(name), theme, 3);
  for (const colour of Object.values(families)) least(colour, theme, 3);
});

/** The colours of the page itself, as base.css has them. */
function pageColours(theme: Theme): Map<string, string> {
  const css = readFileSync(new URL("../../src/style/base.css", import.meta.url), "utf8");
  const block = (css.split(theme === "light" ? ":root {" : ':root[data-theme="dark"] {')[1] ?? "").split("}")[0] ?? "";
  return new Map([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = "", colour = ""]) => [name, colour]));
}

test.each(THEMES)("what stands for a status, and a quotation, is read easily, %s", (theme) => {
  const colours = pageColours(theme);
  const of = (name: string): string => colours.get(name) ?? "";
  for (const name of ["accent", "good", "warn", "bad", "calm"]) expect(contrast(of(name), background[theme])).toBeGreaterThanOrEqual(4.5);
  expect(contrast(of("on-accent"), of("accent"))).toBeGreaterThanOrEqual(4.5);
  expect(contrast(of("on-quote"), of("quote"))).toBeGreaterThanOrEqual(6);
});

test("every tone has a glyph, the one that foedera draws", () => {
  const rust = readFileSync(new URL("../../../src/export/svg/shapes.rs", import.meta.url), "utf8").replaceAll(/\\\s+/g, "");
  for (const name of toneNames) expect(shapes).toContain(tone(name).shape);
  for (const shape of shapes) expect(rust).toContain(`"${glyph(shape)}"`);
});
