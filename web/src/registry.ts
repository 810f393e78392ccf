// Every page, section, action, shortcut and service of the explorer: one file and one line each.
import { connections } from "./ui/connections.tsx";
import { copyLink } from "./ui/copy-link.tsx";
import { about } from "./ui/about.tsx";
import { entities } from "./ui/entities.tsx";
import { commitment } from "./ui/commitment.tsx";
import { commitments } from "./ui/commitments.tsx";
import { coverage } from "./ui/coverage.tsx";
import { evidence } from "./ui/evidence.tsx";
import { findings } from "./ui/findings.tsx";
import { help, toggleHelp } from "./ui/help.tsx";
import { backOut, farther, fitKey, nearer } from "./ui/map-tools.tsx";
import { map } from "./ui/map.tsx";
import { live } from "./live.ts";
import { pathFromHere, paths } from "./ui/paths.tsx";
import { relations } from "./ui/relations.tsx";
import { timeline } from "./ui/timeline.tsx";
import type { Action, Page, Section, Service, Shortcut } from "./ui/parts.ts";
import { saveAction } from "./ui/save.tsx";
import { focusSearch } from "./ui/search.tsx";
import { switchTheme, theme } from "./ui/theme.tsx";
import { earlier, later } from "./ui/timebar.tsx";

/** Pages, in the order of the bar; the first is the one that opens. */
export const pages: readonly Page[] = [
  map,
  entities,
  relations,
  paths,
  commitments,
  timeline,
  coverage,
  findings,
];

/** Sections of the inspector, from top to bottom. */
export const sections: readonly Section[] = [
  about,
  commitment,
  evidence,
  connections,
];

/** Buttons of the bar, from left to right. */
export const actions: readonly Action[] = [
  copyLink,
  saveAction,
  theme,
  help,
];

/** Keys, in the order in which help lists them. */
export const shortcuts: readonly Shortcut[] = [
  focusSearch,
  fitKey,
  nearer,
  farther,
  pathFromHere,
  earlier,
  later,
  switchTheme,
  toggleHelp,
  backOut,
];

/** What starts once the page stands. */
export const services: readonly Service[] = [
  live,
];
