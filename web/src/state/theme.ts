// Light or dark: what the system prefers, until the reader says otherwise.
import { computed, effect, signal } from "@preact/signals";
import { background, ink, muted, type Theme } from "../tokens.ts";

const KEY = "foedera-theme";
const darkPreferred = window.matchMedia("(prefers-color-scheme: dark)");

const preferred = signal<Theme>(darkPreferred.matches ? "dark" : "light");
const chosen = signal<Theme | null>(remembered());

/** The theme that the page is drawn in. */
export const theme = computed((): Theme => chosen.value ?? preferred.value);

/** Switches to the other theme, and remembers it. */
export function switchTheme(): void {
  chosen.value = theme.peek() === "dark" ? "light" : "dark";
  try {
    localStorage.setItem(KEY, chosen.value);
  } catch {
    // A page without storage forgets the choice, no more.
  }
}

darkPreferred.addEventListener("change", (event) => {
  preferred.value = event.matches ? "dark" : "light";
});

effect(() => {
  const { style, dataset } = document.documentElement;
  dataset["theme"] = theme.value;
  style.colorScheme = theme.value;
  style.setProperty("--background", background[theme.value]);
  style.setProperty("--ink", ink[theme.value]);
  style.setProperty("--muted", muted[theme.value]);
});

function remembered(): Theme | null {
  try {
    const text = localStorage.getItem(KEY);
    return text === "light" || text === "dark" ? text : null;
  } catch {
    return null;
  }
}
