// The page and the command line find the same paths: all shortest ones between pairs of entities, by `foedera path --all`.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch, open, type Opened } from "../e2e/browser.ts";
import { ask, document, go, url } from "./given.ts";

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
    expect(await shown(`#page=paths&from=${from}&to=${to}${hash}`)).toEqual(found(from, to, args));
  });
});

test("among the pairs some are connected, and some by more than one path", () => {
  const totals = pairs().map(([from, to]) => found(from, to, []).total);
  expect(totals.filter((total) => total > 0).length).toBeGreaterThan(5);
  expect(totals.filter((total) => total > 1).length).toBeGreaterThan(2);
});

interface Answer { total: number; paths: string[][] }

/** What the command line says: the ids on each path, and how many paths there are. */
function found(from: string, to: string, more: readonly string[]): Answer {
  const { total, paths } = ask<{ total?: number; paths: { nodes: { id: string }[] }[] }>("path", from, to, "--all", ...more);
  return { total: total ?? 0, paths: paths.map(({ nodes }) => nodes.map(({ id }) => id)) };
}

/** What the page shows: the nodes of the hops that it lists, and the number of paths that it tells. */
async function shown(hash: string): Promise<Answer> {
  const { page } = opened;
  await go(page, hash);
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
  const pairs = new Map<string, [string, string]>();
  while (pairs.size < PAIRS) {
    const [from, to] = [id[next(id.length)] ?? "", id[next(id.length)] ?? ""];
    if (from !== to) pairs.set(`${from} ${to}`, [from, to]);
  }
  return [...pairs.values()];
}
