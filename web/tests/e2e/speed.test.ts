// How long until it is painted, and how big the page is.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fixture, launch, open, PAGE } from "./browser.ts";

let browser: Browser;
beforeAll(async () => { browser = await launch(); });
afterAll(() => browser.close());

test.each([
  ["the page that is tested", PAGE, "", 1000],
  ["10,000 entities and 50,000 relations", `file://${fixture("big")}`, "", 2000],
  ["all 10,000 drawn", `file://${fixture("big")}`, "#all=yes", 2000],
])("%s is painted in time", async (what, url, hash, limit) => {
  const { page, troubles, close } = await open(browser, hash, { url });
  await page.locator("#map").waitFor();
  const painted = await page.evaluate(() => new Promise<number>((done) => {
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())));
  }));
  console.info(`${what}: painted after ${Math.round(painted)} ms`);
  expect(troubles).toEqual([]);
  // Twice the aim, since the machine may be busy with other things.
  expect(painted).toBeLessThan(limit * 2);
  await close();
});

test("without data the page is small", () => {
  const page = readFileSync(new URL("../../../assets/explorer.html", import.meta.url));
  expect(gzipSync(page).length).toBeLessThan(120_000);
});
