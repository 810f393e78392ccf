// Every page, section, action, shortcut and service of the explorer: one file and one line each.
import { copyLink } from "./ui/copy-link.tsx";
import { about } from "./ui/about.tsx";
import { entities } from "./ui/entities.tsx";
import { help, toggleHelp } from "./ui/help.tsx";
import type { Action, Page, Section, Service, Shortcut } from "./ui/parts.ts";
import { focusSearch } from "./ui/search.tsx";
import { switchTheme, theme } from "./ui/theme.tsx";

/** Pages, in the order of the bar; the first is the one that opens. */
export const pages: readonly Page[] = [
  entities,
];

/** Sections of the inspector, from top to bottom. */
export const sections: readonly Section[] = [
  about,
];

/** Buttons of the bar, from left to right. */
export const actions: readonly Action[] = [
  copyLink,
  theme,
  help,
];

/** Keys, in the order in which help lists them. */
export const shortcuts: readonly Shortcut[] = [
  focusSearch,
  switchTheme,
  toggleHelp,
];

/** What starts once the page stands. */
export const services: readonly Service[] = [
];
