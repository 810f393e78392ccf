// A stand-in for `foedera serve`: the page, its document, the findings and the events, as its API has them.
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { ExplorerDocument, Findings } from "../../src/document.ts";
import { fixture } from "./browser.ts";

export interface Served {
  url: string;
  /** The document as it is served now. */
  document: () => ExplorerDocument;
  /** Serves another document and findings, and tells those who listen. */
  change: (document: ExplorerDocument, findings?: Findings["findings"]) => void;
  /** Ends every connection to a listener, as a server that is started again does. */
  hangUp: () => void;
  /** Asked with a tag that was still right, so that nothing was sent again. */
  unchanged: () => number;
  close: () => Promise<void>;
}

/** Serves the small fixture on a free port. */
export async function serve(): Promise<Served> {
  let current = JSON.parse(readFileSync(fixture("small").replace(/html$/, "json"), "utf8")) as ExplorerDocument;
  let found: Findings["findings"] = [];
  let unchanged = 0;
  const listeners = new Set<ServerResponse>();
  const tell = (to: ServerResponse): void => { to.write(`event: revision\ndata: ${current.revision}\n\n`); };
  const tagged = (request: IncomingMessage, response: ServerResponse, type: string, body: string): void => {
    const tag = `"${current.revision}"`;
    const isKnown = request.headers["if-none-match"] === tag;
    unchanged += Number(isKnown);
    response.writeHead(isKnown ? 304 : 200, { etag: tag, "content-type": type, "cache-control": "no-cache" });
    response.end(isKnown ? undefined : body);
  };
  const server = createServer((request, response) => {
    switch (request.url) {
      case "/": return tagged(request, response, "text/html; charset=utf-8", pageOf());
      case "/api/graph": return tagged(request, response, "application/json", JSON.stringify(current));
      case "/api/findings": return tagged(request, response, "application/json", JSON.stringify({ revision: current.revision, total: found.length, findings: found }));
      case "/events": {
        response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
        listeners.add(response);
        request.on("close", () => listeners.delete(response));
        return tell(response);
      }
      default: {
        response.writeHead(404);
        return response.end();
      }
    }
  });
  await new Promise<void>((done) => { server.listen(0, "127.0.0.1", done); });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    document: () => structuredClone(current),
    change: (document, findings = []) => {
      current = document;
      found = findings;
      listeners.forEach(tell);
    },
    hangUp: () => listeners.forEach((one) => one.destroy()),
    unchanged: () => unchanged,
    close: () => new Promise((done) => {
      listeners.forEach((one) => one.destroy());
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}

/** The page of the fixture without its document, allowed to ask its own server. */
function pageOf(): string {
  return readFileSync(fixture("small"), "utf8")
    .replace(/(<script type="application\/json" id="graph">)[^<]*/, "$1__FOEDERA_GRAPH__")
    .replace("connect-src 'none'", "connect-src 'self'");
}
