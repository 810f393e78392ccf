// Where the page's document comes from: the page itself when it was exported, the server when it is served.
import type { ExplorerDocument } from "./document.ts";

/** A document, and whether a server stands behind it that can be asked again. */
export interface Loaded {
  document: ExplorerDocument;
  served: boolean;
}

/** Reads the document out of the page; where there is none, asks the server. */
export async function load(): Promise<Loaded> {
  const text = window.document.getElementById("graph")?.textContent?.trim() ?? "";
  if (text.startsWith("{")) return { document: read(text), served: false };
  return { document: await ask(), served: true };
}

/** Asks the server for the document as it is now; the browser's cache sends the ETag along. */
export async function ask(): Promise<ExplorerDocument> {
  const answer = await fetch("/api/graph", { cache: "no-cache" });
  if (!answer.ok) throw new Error(`the server answered ${answer.status} to /api/graph`);
  return read(await answer.text());
}

function read(text: string): ExplorerDocument {
  const document = JSON.parse(text) as ExplorerDocument;
  if (document.version !== 1) throw new Error(`this page reads version 1 of the document, not ${document.version}`);
  return document;
}
