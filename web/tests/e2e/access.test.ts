// The page by keyboard alone, by its address, in the dark, and by the rules of axe-core.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { documentOf, hub, launch, open } from "./browser.ts";

let browser: Browser;
beforeAll(async () => { browser = await launch(); });
afterAll(() => browser.close());

test("the map is one stop of the Tab key; arrows, Enter and Escape do the rest", async () => {
  const { page, close } = await open(browser);
  expect(await page.locator('#map .node[tabindex="0"]').count()).toBe(1);
  await page.locator('#map .node[tabindex="0"]').focus();
  const first = await focused(page);
  let moved = false;
  for (const key of ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(60);
    moved ||= (await focused(page)) !== first;
  }
  expect(moved).toBe(true);
  expect(await page.locator('#map .node[tabindex="0"]').count()).toBe(1);
  const name = ((await focused(page)) ?? "").split(",")[0] ?? "";
  await page.keyboard.press("Enter");
  expect(await page.locator(".inspector h2").textContent()).toContain(name);
  expect(await page.locator('#map .node[aria-pressed="true"]').count()).toBe(1);
  await page.keyboard.press("Escape");
  expect(await page.locator('#map .node[aria-pressed="true"]').count()).toBe(0);
  await close();
});

test("Tab reaches search, pages, views, legend, map and slider", async () => {
  const { page, close } = await open(browser);
  const reached = new Set<string>();
  for (let press = 0; press < 90; press += 1) {
    await page.keyboard.press("Tab");
    reached.add(await page.evaluate(() => {
      const at = document.activeElement;
      return ["search", "bar", "views", "legend", "map", "timebar"].find((name) => at?.closest(`.${name}`)) ?? "";
    }));
  }
  for (const part of ["search", "bar", "views", "legend", "map", "timebar"]) expect(reached).toContain(part);
  await close();
});

test("help opens by ?, lists the keys, and gives the focus back", async () => {
  const { page, close } = await open(browser);
  await page.keyboard.press("?");
  await page.locator("dialog[open]").waitFor();
  expect(await page.locator("dialog dt").count()).toBeGreaterThan(6);
  await page.keyboard.press("Escape");
  expect(await page.locator("dialog[open]").count()).toBe(0);
  await close();
});

test("the address brings back what was looked at, and the back button the step before", async () => {
  const { page, close } = await open(browser);
  const document = await documentOf(page);
  const [view] = document.views;
  if (!view) throw new Error("the page has no view");
  await page.getByRole("tab", { name: view.title }).click();
  await page.locator(`#map .node[data-node="${view.nodes[0]}"]`).focus();
  await page.keyboard.press("Enter");
  const address = new URL(page.url()).hash;
  expect(address).toContain(`view=${view.id}`);
  expect(address).toContain(`at=${document.nodes.id[view.nodes[0] ?? 0]}`);
  const again = await open(browser, address);
  expect(await again.page.locator(".view-title h2").textContent()).toBe(view.title);
  expect(await again.page.locator(".inspector h2").textContent()).toBe(document.nodes.name[view.nodes[0] ?? 0]);
  expect(new URL(again.page.url()).hash).toBe(address);
  await again.close();
  await page.goBack();
  expect(await page.locator('#map .node[aria-pressed="true"]').count()).toBe(0);
  expect(new URL(page.url()).hash).not.toContain("at=");
  await close();
});

test("ids that are not there are left out, and said so", async () => {
  const { page, troubles, close } = await open(browser, "#at=nobody&view=nowhere&kinds=Nothing&on=1996-13-45");
  expect(await page.locator(".notice").textContent()).toBe("Not in this data set: nowhere, nobody");
  expect(new URL(page.url()).hash).not.toContain("nobody");
  expect(troubles).toEqual([]);
  await close();
});

test("it starts in the theme of the system, and t switches it", async () => {
  const { page, close } = await open(browser, "", { colorScheme: "dark" });
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await ground()).toBe("rgb(20, 23, 26)");
  await page.keyboard.press("t");
  expect(await ground()).toBe("rgb(251, 251, 250)");
  await close();
});

test("the table has what the map has", async () => {
  const { page, close } = await open(browser, "#page=entities");
  const { nodes } = await documentOf(page);
  expect(await page.locator(".sheet h2 .count").textContent()).toBe(String(nodes.id.length));
  const counts = await page.locator("tbody .number").allTextContents();
  expect(counts.map(Number)).toEqual(counts.map(Number).toSorted((a, b) => b - a));
  await page.locator("thead button").first().click();
  const names = await page.locator("tbody th").allTextContents();
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, "en")));
  await close();
});

test.each(["light", "dark"] as const)("axe finds nothing, %s", async (colorScheme) => {
  const { page, close } = await open(browser, "", { colorScheme, bypassCSP: true });
  const document = await documentOf(page);
  const [view] = document.views;
  const walked = document.views.find(({ steps }) => steps.length > 0);
  const states = ["", `#at=${hub(document)}`, `#view=${view?.id}&on=1996-05-01`, `#view=${walked?.id}&step=1`, "#page=entities"];
  for (const state of states) {
    await page.evaluate((hash) => { location.hash = hash; }, state);
    await page.waitForTimeout(120);
    expect(await violations(page), state).toEqual([]);
  }
  await page.keyboard.press("/");
  await page.keyboard.type("a");
  await page.locator("#search-hits").waitFor();
  expect(await violations(page), "search").toEqual([]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await page.locator("dialog[open]").waitFor();
  expect(await violations(page), "help").toEqual([]);
  await close();
});

function focused(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
}
