// The tables of the page say what the command line says: the status of every commitment on a day, and what each sentence backs.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sentenceKey } from "../../src/model/coverage.ts";
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

interface Commitment { id: string; status: { possible: string[] } }

test.each([
  ["", []], ["&on=1978-06-01", ["--as-of", "1978-06-01"]], ["&on=1996-04-17", ["--as-of", "1996-04-17"]], ["&on=2003-05-01", ["--as-of", "2003-05-01"]],
])("commitments and their statuses%s", async (hash, args) => {
  const { page } = opened;
  await go(page, `#page=commitments${hash}`);
  const rows = await page.locator(".data tbody tr").evaluateAll((all) =>
    all.map((row) => [Number(row.querySelector<HTMLElement>(".name")?.dataset["node"]), row.querySelector(".chip")?.textContent ?? ""] as const));
  const ours = rows.map(([node, status]) => `${document.nodes.id[node]}: ${status}`);
  const { commitments } = ask<{ commitments: Commitment[] }>("commitments", ...args);
  const theirs = commitments.map(({ id, status }) => `${id}: ${status.possible.join(" or ")}`);
  expect(ours.toSorted()).toEqual(theirs.toSorted());
  expect(theirs.length).toBeGreaterThan(0);
});

test("those that are overdue", async () => {
  const { page } = opened;
  await go(page, "#page=commitments&on=2010-01-01");
  const late = await page.locator(".data tbody tr", { hasText: "overdue" }).locator("th .name").evaluateAll((all) => all.map((name) => Number((name as HTMLElement).dataset["node"])));
  const { commitments } = ask<{ commitments: (Commitment & { fits: string })[] }>("commitments", "--overdue", "--as-of", "2010-01-01");
  const sure = commitments.filter(({ fits }) => fits === "yes").map(({ id }) => id);
  expect(late.map((node) => document.nodes.id[node]).toSorted()).toEqual(sure.toSorted());
});

interface Covered { sources: { source: string; percent: number; sections: { sentences: { state: string; records?: string[] }[] }[] }[] }

test("the state of every sentence, and how many records rest on it", async () => {
  const { page } = opened;
  for (const { source, percent, sections } of ask<Covered>("coverage").sources) {
    await go(page, `#page=coverage&source=${source}`);
    expect(await page.locator(".lead").textContent()).toContain(`: ${percent} % of what should be cited is.`);
    const states = await page.locator("button.cell").evaluateAll((all) => all.map((cell) => /: (\w+)/.exec(cell.getAttribute("aria-label") ?? "")?.[1]));
    expect(states).toEqual(sections.flatMap(({ sentences }) => sentences.map(({ state }) => state)));
    const kept = sections.filter(({ sentences }) => sentences.length > 0);
    const theirs = kept.flatMap(({ sentences }) => sentences.map(({ records }) => records?.length ?? 0));
    const keys = kept.flatMap(({ sentences }, section) => sentences.map((_, sentence) => sentenceKey(section, sentence)));
    const ours: number[] = [];
    for (const key of keys) {
      await go(page, `#page=coverage&source=${source}&sentence=${key}`);
      // The command line names two relations of the same kind and ends once.
      ours.push(new Set(await page.locator(".backed li").allTextContents()).size);
    }
    expect(ours).toEqual(theirs);
  }
});
