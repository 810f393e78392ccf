/** The document that the page reads, version 1: `foedera export -o explorer.html` writes it into the page,
 *  `foedera serve` answers it at `/api/graph`. Nodes, links, kinds, times, cites are named by their index. */

/** Days since 1970-01-01, may be negative. */
export type Day = number;
export type Truth = "yes" | "no" | "can't tell";

/** A function of the day that is constant between its pieces, in ascending order; the first starts at null
 *  (minus infinity), each other on its day. Computed by foedera, so that the page never reasons about dates itself. */
export interface Piece<T> { from: Day | null; is: T }
export interface Holds { truth: Truth; decides?: string /* the date that decides or would, in words */ }

export interface TimeBody {
  words: string;                 // "attested November 1995", "undated"
  start: Day | null;             // first day on which it may have begun, else the last; null where unknown
  end: Day | null;               // last day on which it may have ended; null where unknown or open
  pieces: Piece<Holds>[];
}

export interface KindBody { name: string; label: string; plural: string; tone: string /* in tokens.json */; sort: "entity" | "commitment" | "relation" }
export interface RelationBody { name: string; label: string; inverse: string; family: "obligation" | "membership" | "legal" | "other"; directed: boolean }

/** What only some nodes have. */
export interface NodeDetail {
  aliases?: string[]; gloss?: string; note?: string;
  background?: boolean;          // no text of the data set says it; cites a source of kind background
  measures?: { words: string; cites: number[] }[];
  file?: string; line?: number;  // where it is written; only when served
}
export interface LinkDetail {
  holder?: number[]; certainty?: "probable" | "possible"; gloss?: string; note?: string; background?: boolean;
}

/** Columns of equal length. */
export interface Nodes {
  id: string[]; name: string[]; kind: number[];      // kind: into kinds
  x: number[]; y: number[];                          // where the map has it, in pixels, y downwards
  time: number[];                                    // into times; -1 where undated, which says nothing against its being there
  cites: number[][];
  detail: (NodeDetail | null)[];
}
export interface Links {
  source: number[]; target: number[]; relation: number[]; // relation: into relations
  stance: number[];                                       // into stances
  time: number[];                                         // into times; undated ones point at one whose truth is "can't tell"
  cites: number[][];
  detail: (LinkDetail | null)[];
}

export interface CiteBody {
  source: number; locator?: string; section?: string; paragraph?: number;
  verified: "passage" | "background" | "no";
  passage?: [before: string, quoted: string, after: string]; // only where the source's text is at hand
}

export interface Status { words: string; possible: string[] /* status words; one where certain */; decides?: string }
export interface HistoryStep { step: string; when: string; by?: number; gloss?: string; cites: number[] }
export interface CommitmentBody {
  node: number;
  by: number[]; to: number[]; about: number[]; under: number[]; at?: number; via: number[]; asked_by: number[];
  obligation: string;            // label of its kind
  binding: "legal" | "political" | "unilateral";
  certainty: "certain" | "probable" | "possible";
  trigger?: string; conditions: string[]; scope?: string; term?: string; // in words
  due?: { words: string; earliest: Day | null; latest: Day | null };
  status: Piece<Status>[];
  overdue: Piece<Truth>[];
  reciprocity: string; cow?: string;     // as of the reference date
  history: HistoryStep[];
}

export interface ViewBody {
  id: string; title: string; says: string;
  nodes: number[]; links: number[];
  x: number[]; y: number[];      // of nodes, in the view's own layout
  as_of?: string; as_of_day?: Day; // its own date: EDTF text, and the last day of it
  groups: { title: string; nodes: number[] }[];
  steps: { nodes: number[]; caption: string }[];
}

/** A sentence of a source; its text only where it is at hand. */
export interface SentenceBody { paragraph?: number; covered: boolean; reason?: string /* why it backs nothing */; cites: number[]; text?: string }
export interface SectionBody { title: string; sentences: SentenceBody[] }
export interface SourceBody {
  id: string; kind: "publication" | "background"; title: string; author: string[]; date?: string; series?: string; reference?: string;
  sections: SectionBody[];
}

export interface ExplorerDocument {
  version: 1;
  revision: string;              // changes when anything below does
  id: string; title: string; says: string;
  open?: string;                 // the view to open; the map where none is given
  reference_date?: string;       // EDTF text
  reference_day?: Day;           // the last day of it
  first_day: Day; last_day: Day; // the range of the slider
  walked: number[];              // into stances: those that paths walk unless told otherwise
  stances: string[]; kinds: KindBody[]; relations: RelationBody[]; times: TimeBody[]; cites: CiteBody[];
  sources: SourceBody[];
  nodes: Nodes; links: Links;
  commitments: CommitmentBody[];
  views: ViewBody[];
}

/** Only when served: `GET /api/findings`. */
export interface Findings { revision: string; total?: number; findings: { level: "deny" | "warn"; code: string; name: string; message: string; file: string; line: number; column: number; help?: string[] }[] }
/** Only when served: `GET /events`, server-sent events; event `revision`, data = the new revision. */
