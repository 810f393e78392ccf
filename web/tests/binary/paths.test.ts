// The page and the command line give the same answers: all shortest paths between pairs of entities, by `foedera path`.
//
// FOEDERA_BIN is the binary, FOEDERA_PAGE the page that it exported of the data set below data/.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Browser } from "playwright-core";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ExplorerDocument } from "../../src/document.ts";
import { launch, open, type Opened } from "../e2e/browser.ts";

const binary = given("FOEDERA_BIN", "the foedera binary");
const exported = given("FOEDERA_PAGE", "the page that it exported");
/** Where the binary finds the data set by itself. */
const root = fileURLToPath(new URL("../../../", import.meta.url));
const url = pathToFileURL(exported).href;

let browser: Browser;
let opened: Opened;
beforeAll(async () => {
  browser = await launch();
  opened = await open(browser, "", { url });
});
afterAll(async () => {
  await opened.close();
  await browser.close();
});

const document = JSON.parse(/<script type="application\/json" id="graph">(.*?)<\/script>/s.exec(readFileSync(exported, "utf8"))?.[1] ?? "null") as ExplorerDocument;

/** How many pairs are asked about. */
const PAIRS = 30;

const TERMS = [
  { name: "plain", args: [], hash: "" },
  { name: "as of a day", args: ["--as-of", "1996-04-17"], hash: "&on=1996-04-17" },
  { name: "certain on a day", args: ["--as-of", "1996-04-17", "--certain"], hash: "&on=1996-04-17&certain=yes" },
  { name: "directed", args: ["--directed"], hash: "&directed=yes" },
  { name: "every stance", args: ["--stance", "all"], hash: "&claims=all" },
] as const;

describe.each(TERMS)("$name", ({ args, hash }) => {
  test.each(pairs())("%s to %s", async (from, to) => {
    const theirs = askBinary(from, to, args);
    const ours = await askPage(`#page=paths&from=${from}&to=${to}${hash}`);
    expect(ours.paths).toEqual(theirs.paths);
    expect(ours.total).toBe(theirs.total);
  });
});

test("among the pairs some are connected, and some by more than one path", () => {
  const totals = pairs().map(([from, to]) => askBinary(from, to, []).total);
  expect(totals.filter((total) => total > 0).length).toBeGreaterThan(5);
  expect(totals.filter((total) => total > 1).length).toBeGreaterThan(2);
});

interface Answer { total: number; paths: string[][] }

/** What the command line says: the ids on each path, and how many paths there are. */
function askBinary(from: string, to: string, more: readonly string[]): Answer {
  const args = ["path", from, to, "--all", "--format", "json", ...more];
  let text: string;
  try {
    text = execFileSync(binary, args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    // Status 1: the question was answered by none.
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    if (status !== 1) throw new Error(stderr, { cause: error });
    text = stdout;
  }
  const { answer } = JSON.parse(text) as { answer: { total?: number; paths: { nodes: { id: string }[] }[] } };
  return { total: answer.total ?? 0, paths: answer.paths.map(({ nodes }) => nodes.map(({ id }) => id)) };
}

/** What the page shows: the nodes of the hops that it lists, and the number of paths that it tells. */
async function askPage(hash: string): Promise<Answer> {
  const { page } = opened;
  await page.evaluate(async (to) => {
    const isThere = new Promise((done) => { window.addEventListener("hashchange", () => requestAnimationFrame(done), { once: true }); });
    location.hash = to;
    await isThere;
  }, hash);
  const listed = await page.locator(".paths > li").evaluateAll((items) =>
    items.map((item) => [...item.querySelectorAll(".hop")].map((hop) => [...hop.querySelectorAll<HTMLElement>(":scope > .name")].map((name) => Number(name.dataset["node"])))),
  );
  const paths = listed.map((hops) => [hops[0]?.[0] ?? -1, ...hops.map(([, to]) => to ?? -1)].map((node) => document.nodes.id[node] ?? ""));
  const said = (await page.locator(".sheet [role=status]").textContent()) ?? "";
  const number = /^(One|\d+) shortest/.exec(said)?.[1];
  return { paths, total: number === undefined ? 0 : number === "One" ? 1 : Number(number) };
}

/** Pairs of different entities, the same on every run. */
function pairs(): [string, string][] {
  let state = 20_260_417;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
  const { id } = document.nodes;
  const found = new Map<string, [string, string]>();
  while (found.size < PAIRS) {
    const [from, to] = [id[next(id.length)] ?? "", id[next(id.length)] ?? ""];
    if (from !== to) found.set(`${from} ${to}`, [from, to]);
  }
  return [...found.values()];
}

function given(name: string, what: string): string {
  const value = process.env[name];
  if (value === undefined || !existsSync(value)) throw new Error(`set ${name} to ${what}: this suite compares the two`);
  return resolve(value);
}
