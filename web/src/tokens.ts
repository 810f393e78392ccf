// Colours, shapes, end marks and dashes; foedera draws with the same file.
import tokens from "../../src/scene/tokens.json" with { type: "json" };

export type Theme = "light" | "dark";
export type Colour = Record<Theme, string>;
export interface Tone extends Colour { shape: string }
export type End = "filled-arrow" | "open-circle" | "double-bar" | "small-arrow";
export type Family = keyof typeof tokens.families;
export type Line = keyof typeof tokens.lines;

export const background: Colour = tokens.background;
export const ink: Colour = tokens.ink;
export const muted: Colour = tokens.muted;
export const families: Record<Family, Colour & { end: string }> = tokens.families;
export const lines: Record<Line, { dash: string; width: number; cap: string; sign: string }> = tokens.lines;

const tones: Record<string, Tone> = tokens.tones;

/** A tone by its name; that of an issue for a name that is not known. */
export function tone(name: string): Tone {
  return tones[name] ?? tokens.tones.issue;
}

/** The names of the tones, in the order in which a legend lists them. */
export const toneNames: readonly string[] = Object.keys(tokens.tones);

/** What each line says, for legends and readers of the screen. */
export const meanings: Record<Line, string> = {
  stated: "stated as a fact",
  inferred: "judged, expected, perceived or recommended",
  disputed: "disputed",
  ended: "not so on the day",
  open: "can't be told",
};
