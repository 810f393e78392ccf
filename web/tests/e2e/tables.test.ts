// Commitments, timeline and coverage: what they count, how they are sorted and filtered, where a click leads.
import type { Browser, Page } from "playwright-core";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fixture, launch, open } from "./browser.ts";

const url = pathToFileURL(fixture("small")).href;
let browser: Browser;
beforeAll(async () => { browser = await launch(); });
afterAll(() => browser.close());

const names = (page: Page): Promise<string[]> => page.locator("tbody tr:not(.heading) th .name").allTextContents();

test("commitments have their status as of the day, in words, and what is late says so", async () => {
  const { page, close } = await open(browser, "#page=commitments", { url });
  expect(await page.locator(".sheet h2 .count").textContent()).toBe("11 of 11");
  expect(await page.locator(".data caption").textContent()).toBe("Statuses as of 31 May 1996, the reference date (1996-05).");
  expect((await page.locator("tbody tr .chip").first().textContent())).toBe("in force");
  const late = page.locator("tbody tr", { hasText: "Annual ministerial consultation" });
  expect(await late.textContent()).toContain("overdue");
  await page.evaluate(() => { location.hash = "#page=commitments&on=1951-01-01"; });
  await expect.poll(() => page.locator(".sheet h2 .count").textContent()).toBe("1 of 11");
  expect(await page.locator(".data caption").textContent()).toContain("10 had not begun and are left out");
  await close();
});

test("they are sorted by a column either way, with the keyboard, and filtered by words, status, binding and debtor", async () => {
  const { page, close } = await open(browser, "#page=commitments", { url });
  const head = page.getByRole("button", { name: "Commitment", exact: true });
  await head.focus();
  await page.keyboard.press("Enter");
  const ascending = await names(page);
  expect(ascending).toEqual(ascending.toSorted((a, b) => a.localeCompare(b, "en", { numeric: true })));
  expect(await page.locator("th", { has: head }).getAttribute("aria-sort")).toBe("ascending");
  await page.keyboard.press("Enter");
  expect(await names(page)).toEqual(ascending.toReversed());
  expect(new URL(page.url()).hash).toContain("sort=-name");
  await page.getByLabel("Words").fill("port futen");
  expect(await names(page)).toEqual(["Return of Port Futen Air Station"]);
  await page.getByLabel("Words").fill("");
  await page.getByLabel("Binding").selectOption("legal");
  expect(await page.locator(".sheet h2 .count").textContent()).toBe("4 of 11");
  await page.getByLabel("Status").selectOption("in force");
  expect(await page.locator(".sheet h2 .count").textContent()).toBe("3 of 11");
  await page.getByLabel("Owed by").selectOption("arden");
  expect((await names(page)).toSorted()).toEqual(["Annual ministerial consultation", "Defence of Valmora"]);
  await close();
});

test("they are grouped by article, and a row opens its commitment", async () => {
  const { page, close } = await open(browser, "#page=commitments", { url });
  await page.getByLabel("by article").check();
  const headings = await page.locator("tr.heading").allTextContents();
  expect(headings.at(-1)).toMatch(/^No instrument \d+$/);
  expect(headings).toHaveLength(new Set(headings).size);
  await page.locator("tbody tr:not(.heading) .name").first().click();
  expect(new URL(page.url()).hash).toContain("at=");
  expect(await page.locator(".inspector .standing").count()).toBe(1);
  expect(await page.locator("tr.selected").count()).toBeGreaterThan(0);
  await close();
});

test("the table is copied as CSV", async () => {
  const { page, close } = await open(browser, "#page=commitments&binding=legal", { url, permissions: ["clipboard-read", "clipboard-write"] });
  await page.getByRole("button", { name: "Copy as CSV" }).click();
  await page.getByText("4 commitments copied as CSV").waitFor();
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).trimEnd().split(/\r?\n/);
  expect(lines[0]).toBe("id,commitment,status,depends on,owed by,owed to,obligation,binding,due,overdue,under");
  expect(lines).toHaveLength(5);
  await close();
});

test("the timeline draws what is sure and what can't be told apart, and is a table too", async () => {
  const { page, close } = await open(browser, "#page=timeline", { url });
  const attested = page.locator("tbody tr", { hasText: "attested 1995-11" }).first();
  expect(await attested.locator(".span.open").count()).toBe(2);
  expect(await attested.locator(".span.yes").count()).toBe(1);
  const count = Number(await page.locator(".sheet h2 .count").textContent());
  expect(await page.locator("tbody tr:not(.heading)").count()).toBe(count);
  await page.getByRole("button", { name: "All years" }).click();
  expect(await page.getByLabel("From").inputValue()).toBe("1950");
  await page.getByRole("button", { name: "As a table" }).click();
  expect(await page.locator(".axis").count()).toBe(0);
  expect(await page.locator("tbody tr").count()).toBe(count);
  const days = await page.locator("tbody td:nth-child(3)").allTextContents();
  expect(days).toEqual(days.toSorted());
  await close();
});

test("the day is a line on the timeline, and only what touches the selected may be asked for", async () => {
  const { page, close } = await open(browser, "#page=timeline&on=1996-04-17&at=hiro-maren", { url });
  expect(await page.locator(".axis .today").count()).toBeGreaterThan(0);
  const before = await page.locator("tbody tr:not(.heading)").count();
  await page.getByLabel(/only what touches/).check();
  const rows = await page.locator("tbody tr:not(.heading) th").allTextContents();
  expect(rows.length).toBeLessThan(before);
  expect(rows.some((row) => row.includes("Hiro Maren"))).toBe(true);
  expect(rows.filter((row) => row.includes("Ana Colt"))).toEqual([]);
  await close();
});

test("coverage counts by section and in all, as counted by hand", async () => {
  const { page, close } = await open(browser, "#page=coverage", { url });
  const rows = await page.locator(".outline tbody tr").evaluateAll((all) => all.map((row) => [...row.querySelectorAll("th, .number")].map((cell) => cell.textContent)));
  expect(rows).toEqual([
    ["Conclusions", "2", "1", "0"], ["The Summit", "3", "0", "1"], ["The Islands", "3", "0", "1"], ["The Treaty", "4", "0", "0"], ["The Publics", "2", "1", "0"],
  ]);
  expect(await page.locator(".lead").textContent()).toContain("87 % of what should be cited is.");
  expect(await page.locator("button.cell.missed").count()).toBe(2);
  await close();
});

test("the cells are one stop of the Tab key; a cell shows its sentence and what rests on it", async () => {
  const { page, close } = await open(browser, "#page=coverage", { url });
  expect(await page.locator('button.cell[tabindex="0"]').count()).toBe(1);
  await page.locator('button.cell[tabindex="0"]').focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  expect(await page.locator("#chosen-title").textContent()).toBe("Conclusions, sentence 2");
  expect(await page.locator(".chosen blockquote").textContent()).toBe("It remains the anchor of the region.");
  const record = page.locator(".backed .name").first();
  await record.click();
  expect(await page.locator(".inspector mark").allTextContents()).toContain("It remains the anchor of the region.");
  await page.locator("button.cell.uncited").first().click();
  expect(await page.locator(".chosen").textContent()).toContain("Backs nothing: transition");
  await page.locator("button.cell.missed").first().click();
  expect(await page.locator(".chosen").textContent()).toContain("nothing says why");
  await close();
});
