// A real Chromium over a page from disk: what every test of the page starts from.
import { existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import type { ExplorerDocument } from "../../src/document.ts";

/** The page that is tested: `$FOEDERA_PAGE`, else the small fixture. */
export const PAGE = pathToFileURL(process.env["FOEDERA_PAGE"] ?? fixture("small")).href;

/** The path of a fixture's page. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../../fixtures/out/${name}.html`, import.meta.url));
}

/** Starts Chromium: `$FOEDERA_CHROMIUM`, else where Linux distributions put it. */
export function launch(): Promise<Browser> {
  const places = [process.env["FOEDERA_CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const found = places.find((place) => place !== undefined && existsSync(place));
  if (found === undefined) throw new Error("no Chromium found; set FOEDERA_CHROMIUM to its path");
  return chromium.launch({ executablePath: found, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
}

/** An open page, and everything that went wrong on it so far. */
export interface Opened {
  page: Page;
  /** Errors of the console and requests that left the disk. */
  troubles: string[];
  close: () => Promise<void>;
}

/** Opens a page and waits until it is put up. */
export async function open(browser: Browser, hash = "", options: BrowserContextOptions & { url?: string } = {}): Promise<Opened> {
  const { url = PAGE, ...context } = options;
  const opened = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", ...context });
  const page = await opened.newPage();
  const troubles: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) troubles.push(`asked for ${request.url()}`);
  });
  await page.goto(url + hash);
  await page.locator(".frame").waitFor();
  return { page, troubles, close: () => opened.close() };
}

/** The document that a page holds. */
export async function documentOf(page: Page): Promise<ExplorerDocument> {
  return JSON.parse((await page.locator("#graph").textContent()) ?? "") as ExplorerDocument;
}

/** The id of the best connected entity. */
export function hub({ nodes, links }: ExplorerDocument): string {
  const degree = nodes.id.map(() => 0);
  for (const end of [...links.source, ...links.target]) degree[end] = (degree[end] ?? 0) + 1;
  return nodes.id[degree.indexOf(Math.max(...degree))] ?? "";
}
