// The page opens from disk, without an error and without asking anyone for anything.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, open } from "./browser.ts";

let browser: Browser;
beforeAll(async () => { browser = await launch(); });
afterAll(() => browser.close());

test("it opens without an error or a request", async () => {
  const { page, troubles, close } = await open(browser);
  const document = JSON.parse((await page.locator("#graph").textContent()) ?? "") as { title: string };
  expect(await page.locator("h1").textContent()).toBe(document.title);
  expect(troubles).toEqual([]);
  await close();
});
