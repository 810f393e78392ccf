// The glyphs of the tones, as paths in a square of 16 whose corner is the origin; those of foedera's own drawings.

/** The side of the square that a glyph is drawn in. */
export const GLYPH = 16;

const PATHS: Record<string, string> = {
  circle: "M1 8a7 7 0 1 0 14 0a7 7 0 1 0 -14 0z",
  "double-circle":
    "M0.5 8a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0 -15 0zM2.3 8a5.7 5.7 0 1 1 11.4 0a5.7 5.7 0 1 1 -11.4 0zM4 8a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
  square: "M2 2h12v12h-12z",
  "rounded-square":
    "M5 1.5h6a3.5 3.5 0 0 1 3.5 3.5v6a3.5 3.5 0 0 1 -3.5 3.5h-6a3.5 3.5 0 0 1 -3.5 -3.5v-6a3.5 3.5 0 0 1 3.5 -3.5z",
  octagon: "M5.2 1h5.6l4.2 4.2v5.6l-4.2 4.2h-5.6l-4.2 -4.2v-5.6z",
  parallelogram: "M5 3h11l-5 10h-11z",
  person:
    "M8 0.8a3.4 3.4 0 1 1 0 6.8a3.4 3.4 0 1 1 0 -6.8zM1.5 15.2v-1.4a5.4 5.4 0 0 1 5.4 -5.2h2.2a5.4 5.4 0 0 1 5.4 5.2v1.4z",
  pill: "M4.5 4h7a4 4 0 0 1 0 8h-7a4 4 0 0 1 0 -8z",
  hexagon: "M4.2 1.2h7.6l4 6.8l-4 6.8h-7.6l-4 -6.8z",
  tab: "M1 2h6v2.5h8v9.5h-14z",
  note: "M2.5 1h6.5v4.5h4.5v9.5h-11zM10 1l3.5 3.5h-3.5z",
  diamond: "M8 0.5l7.5 7.5l-7.5 7.5l-7.5 -7.5z",
  "small-diamond": "M8 3l5 5l-5 5l-5 -5z",
  triangle: "M8 1.2l7.4 13.3h-14.8z",
  "inverted-triangle": "M8 14.8l7.4 -13.3h-14.8z",
  ellipse: "M0.5 8a7.5 5.5 0 1 0 15 0a7.5 5.5 0 1 0 -15 0z",
};

/** The outline of a shape; an ellipse for a name that is not known. */
export function glyph(shape: string): string {
  return PATHS[shape] ?? "M0.5 8a7.5 5.5 0 1 0 15 0a7.5 5.5 0 1 0 -15 0z";
}

/** The names of the shapes. */
export const shapes: readonly string[] = Object.keys(PATHS);
