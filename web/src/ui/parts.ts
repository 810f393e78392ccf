// The shapes of what `registry.ts` lists.
import type { ComponentType } from "preact";
import type { Graph } from "../model/graph.ts";

/** A page: one way of looking at the data set, opened from the bar. */
export interface Page {
  /** Its name in the address. */
  id: string;
  title: string;
  body: ComponentType;
  /** Whether the data set has anything to show on it; always, where left out. */
  when?: (graph: Graph) => boolean;
  /** Only where a server stands behind the page. */
  served?: boolean;
}

/** A section of the inspector: something to say of what is selected. It renders nothing where it has nothing to say. */
export interface Section {
  id: string;
  ofNode?: ComponentType<{ node: number }>;
  ofLink?: ComponentType<{ link: number }>;
}

/** A button at the right of the bar. */
export interface Action {
  id: string;
  body: ComponentType;
}

/** A key that does something wherever the focus is, but in a field. */
export interface Shortcut {
  key: string;
  does: string;
  run: () => void;
}

/** Something that starts once the page stands, such as listening to the server. */
export type Service = () => void;
