// The inspector says which passage says so, who puts it forward, and what became of a commitment.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fixture, launch, open } from "./browser.ts";
import { pathToFileURL } from "node:url";

const url = pathToFileURL(fixture("small")).href;
let browser: Browser;
beforeAll(async () => { browser = await launch(); });
afterAll(() => browser.close());

test("a passage stands in serif, highlighted between what comes before and after it", async () => {
  const { page, close } = await open(browser, "#at=arden", { url });
  const cite = page.locator(".cite").first();
  expect(await cite.locator("mark").textContent()).toBe("The alliance of Arden and Valmora was redefined in the spring of 1996.");
  expect(await cite.locator(".around").textContent()).toContain("It remains the anchor of the region.");
  expect(await cite.locator(".cite-place").textContent()).toBe("Conclusions ¶1");
  const families = await page.evaluate(() => [".cite blockquote", ".inspector"].map((one) => getComputedStyle(document.querySelector(one)!).fontFamily));
  expect(families[0]).toContain("serif");
  expect(families[0]).not.toBe(families[1]);
  expect(await cite.locator("mark").evaluate((mark) => getComputedStyle(mark).backgroundColor)).toBe("rgb(255, 224, 138)");
  await close();
});

test("a claim says its stance, who holds it and how surely", async () => {
  const { page, close } = await open(browser, "#link=ardenian-public~Affects~perception-gap", { url });
  const lines = await page.locator(".claim > div").allTextContents();
  expect(lines).toEqual(["stanceA perception", "held byArdenian public", "certaintyprobable"]);
  await close();
});

test("a commitment shows parties, status as of the day, due window and its history", async () => {
  const { page, close } = await open(browser, "#at=review-begins&on=1996-10-01", { url });
  const standing = page.locator(".inspector .standing");
  expect(await standing.textContent()).toContain("agreed");
  expect(await standing.textContent()).toContain("due by September 1996 overdue");
  expect(await standing.textContent()).toContain("as of 1 October 1996");
  expect(await page.locator(".history li").count()).toBe(2);
  expect(await page.locator(".inspector .claim").first().textContent()).toContain("owed byRepublic of ArdenKingdom of Valmora");
  await close();
});

test("a citation leads to its sentence in the outline", async () => {
  const { page, close } = await open(browser, "#at=arden", { url });
  await page.getByRole("button", { name: "in the outline" }).first().click();
  expect(await page.locator("#chosen-title").textContent()).toBe("Conclusions, sentence 1");
  expect(new URL(page.url()).hash).toContain("sentence=1.1");
  await close();
});
