// What is shown is handed out as it is shown: SVG that stands alone, PNG of twice the size, DOT, JSON.
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { documentOf, launch, open } from "./browser.ts";

let browser: Browser;
beforeAll(async () => { browser = await launch(); });
afterAll(() => browser.close());

/** Saves by the keyboard alone, and reads the file. */
async function saved(page: Page, format: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole("button", { name: "Save", exact: true }).focus();
  await page.keyboard.press("Enter");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("#save-menu button", { hasText: format }).press("Enter"),
  ]);
  const path = await file.path();
  return { name: file.suggestedFilename(), bytes: readFileSync(path) };
}

test("the SVG has what the map shows, in the colours of the theme, and asks for nothing", async () => {
  const { page, troubles, close } = await open(browser, "", { colorScheme: "dark" });
  const { id, nodes, title } = await documentOf(page);
  const { name, bytes } = await saved(page, "SVG");
  const text = bytes.toString("utf8");
  expect(name).toBe(`${id}.svg`);
  expect(text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+"/);
  expect(text).toContain(`<title>${title.replaceAll("&", "&amp;")}</title>`);
  expect(text).toContain('fill="#14171a"');
  expect(text).not.toMatch(/var\(|href=|<script|tabindex|aria-|class="map"/);
  expect(text.match(/class="node"/g)).toHaveLength(nodes.id.length);
  const parsed = await page.evaluate((svg) => new DOMParser().parseFromString(svg, "image/svg+xml").querySelector("parsererror") === null, text);
  expect(parsed).toBe(true);
  expect(troubles).toEqual([]);
  await close();
});

test("the PNG has twice the pixels of the map", async () => {
  const { page, troubles, close } = await open(browser);
  const box = await page.locator("#map").boundingBox();
  const { name, bytes } = await saved(page, "PNG");
  expect(name).toMatch(/\.png$/);
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  expect(bytes.readUInt32BE(16)).toBe(2 * Math.round(box?.width ?? 0));
  expect(bytes.readUInt32BE(20)).toBe(2 * Math.round(box?.height ?? 0));
  expect(bytes.length).toBeGreaterThan(20_000);
  expect(troubles).toEqual([]);
  await close();
});

test("DOT and JSON hold the view, without what the legend hides", async () => {
  const { page, close } = await open(browser);
  const document = await documentOf(page);
  const [view] = document.views;
  if (!view) throw new Error("the page has no view");
  await page.evaluate((hash) => { location.hash = hash; }, `#view=${view.id}&kinds=Person&on=1996-05-01`);
  await page.locator(".view-title").waitFor();
  const isPerson = (node: number): boolean => document.kinds[document.nodes.kind[node] ?? 0]?.name === "Person";
  const kept = view.nodes.filter((node) => !isPerson(node));
  const { name, bytes } = await saved(page, "JSON");
  expect(name).toBe(`${document.id}-${view.id}.json`);
  const part = JSON.parse(bytes.toString("utf8")) as { title: string; as_of: string; nodes: { id: string }[]; links: { from: string; to: string }[] };
  expect(part.title).toBe(view.title);
  expect(part.as_of).toBe("1996-05-01");
  expect(part.nodes.map(({ id }) => id).toSorted()).toEqual(kept.map((node) => document.nodes.id[node]).toSorted());
  const ids = new Set(part.nodes.map(({ id }) => id));
  expect(part.links.every(({ from, to }) => ids.has(from) && ids.has(to))).toBe(true);
  const dot = (await saved(page, "DOT")).bytes.toString("utf8");
  expect(dot.match(/^ {2}n\d+ \[id=/gm)).toHaveLength(kept.length);
  expect(dot.match(/^ {2}n\d+ -> n\d+ \[/gm)).toHaveLength(part.links.length);
  await close();
});

test("Escape closes the menu and gives the focus back", async () => {
  const { page, close } = await open(browser);
  const button = page.getByRole("button", { name: "Save", exact: true });
  await button.press("Enter");
  expect(await page.locator("#save-menu").isVisible()).toBe(true);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  expect(await page.locator("#save-menu").isVisible()).toBe(false);
  expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
  await close();
});
