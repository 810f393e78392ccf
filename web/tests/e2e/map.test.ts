// The map in a real browser: it loads clean, is searched, filtered, dated, walked, and its labels can be read.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { documentOf, hub, launch, open } from "./browser.ts";

let browser: Browser;
beforeAll(async () => { browser = await launch(); });
afterAll(() => browser.close());

test("it opens without an error or a request", async () => {
  const { page, troubles, close } = await open(browser);
  const document = await documentOf(page);
  expect(await page.locator("h1").textContent()).toBe(document.title);
  expect(await page.locator("#map .node").count()).toBe(document.nodes.id.length);
  expect(troubles).toEqual([]);
  await close();
});

test("search finds by a few letters, selects, and brings the entity into sight", async () => {
  const { page, close } = await open(browser);
  const { nodes } = await documentOf(page);
  const name = nodes.name[0] ?? "";
  await page.keyboard.press("/");
  await page.keyboard.type(name.slice(0, 9).toLowerCase());
  await page.locator("#search-hits [role=option]").first().waitFor();
  const best = await page.locator("#search-hits .hit-name").first().textContent();
  await page.keyboard.press("Enter");
  expect(await page.locator(".inspector h2").textContent()).toBe(best);
  const ring = page.locator(`#map .node[aria-pressed="true"]`);
  const box = await ring.boundingBox();
  const map = await page.locator(".map").boundingBox();
  expect(box && map && box.x > map.x && box.x < map.x + map.width && box.y > map.y && box.y < map.y + map.height).toBe(true);
  await close();
});

test("a click lights an entity and its neighbours, dims the rest, and Escape undoes it", async () => {
  const { page, close } = await open(browser);
  const document = await documentOf(page);
  const node = document.nodes.id.indexOf(hub(document));
  await clickNode(page, node);
  const near = new Set([node]);
  document.links.source.forEach((source, link) => {
    const target = document.links.target[link] ?? 0;
    if (source === node) near.add(target);
    if (target === node) near.add(source);
  });
  expect(await page.locator("#map .node:not([opacity])").count()).toBe(near.size);
  expect(await page.locator(".inspector h2").textContent()).toBe(document.nodes.name[node]);
  await page.keyboard.press("Escape");
  expect(await page.locator("#map .node[opacity]").count()).toBe(0);
  await close();
});

test("the legend switches a kind off and on again, and counts it", async () => {
  const { page, close } = await open(browser);
  const { nodes, kinds } = await documentOf(page);
  const person = kinds.findIndex(({ name }) => name === "Person");
  const many = nodes.kind.filter((kind) => kind === person).length;
  const row = page.locator(".legend li.row", { hasText: /^people|^person/i });
  expect(await row.locator(".count").textContent()).toBe(String(many));
  const places = await positions(page);
  await row.locator("input").uncheck();
  expect(await page.locator("#map .node").count()).toBe(nodes.id.length - many);
  const left = await positions(page);
  for (const [node, at] of left) expect(at).toBe(places.get(node));
  await row.locator("input").check();
  expect(await page.locator("#map .node").count()).toBe(nodes.id.length);
  await close();
});

test("on a day what holds, does not, and can't be told are counted and drawn apart", async () => {
  const { page, close } = await open(browser);
  const { links, times } = await documentOf(page);
  await page.locator(".timebar .on input").check();
  await page.locator(".timebar .date").fill("1996-04-30");
  await page.locator(".timebar .date").press("Enter");
  const day = Date.parse("1996-04-30T00:00:00Z") / 86_400_000;
  const counts = { yes: 0, "can't tell": 0, no: 0 };
  for (const time of links.time) {
    const piece = times[time]?.pieces.findLast(({ from }) => from === null || from <= day);
    counts[piece?.is.truth ?? "can't tell"] += 1;
  }
  const said = (await page.locator(".answer p").textContent()) ?? "";
  expect(said.match(/\d+/g)?.map(Number)).toEqual([counts.yes, counts["can't tell"], counts.no]);
  expect(page.url()).toContain("on=1996-04-30");
  const drawn = await page.locator("#map .lines path").count();
  await page.getByLabel("draw what doesn’t hold").uncheck();
  expect(await page.locator("#map .lines path").count()).toBeLessThanOrEqual(drawn);
  const before = await page.locator(".timebar .date").inputValue();
  await page.locator(".inspector").focus();
  await page.keyboard.press("]");
  expect((await page.locator(".timebar .date").inputValue()) > before).toBe(true);
  await close();
});

test("a view has its title, its sentence, its own places and its steps", async () => {
  const { page, close } = await open(browser);
  const { views } = await documentOf(page);
  const view = views.find(({ steps }) => steps.length > 1);
  if (!view) throw new Error("the page has no view with steps");
  await page.getByRole("tab", { name: view.title }).click();
  expect(await page.locator(".view-title p").textContent()).toBe(view.says);
  expect(await page.locator("#map .node").count()).toBe(view.nodes.length);
  await page.locator(".walk-start").click();
  expect(await page.locator(".walk .caption").textContent()).toBe(view.steps[0]?.caption);
  await page.getByRole("button", { name: "Next" }).click();
  expect(await page.locator(".walk .caption").textContent()).toBe(view.steps[1]?.caption);
  expect(await page.locator("#map .node:not([opacity])").count()).toBe(view.steps[1]?.nodes.length);
  await page.keyboard.press("Escape");
  expect(await page.locator(".walk").count()).toBe(0);
  await close();
});

test("neighbours outside a view are opened beside it, nothing else moves, and they close again", async () => {
  const { page, close } = await open(browser);
  const { views, nodes } = await documentOf(page);
  const view = views[0];
  if (!view) throw new Error("the page has no view");
  await page.getByRole("tab", { name: view.title }).click();
  const before = await positions(page);
  const opener = await firstWithMore(page, view.nodes, nodes.id);
  await page.locator(".focus-tools .tool", { hasText: "neighbour" }).click();
  const after = await positions(page);
  expect(after.size).toBeGreaterThan(before.size);
  for (const [node, at] of before) expect(after.get(node)).toBe(at);
  expect(page.url()).toContain(`open=${opener}`);
  await page.locator(".focus-tools .tool", { hasText: "Close" }).click();
  expect((await positions(page)).size).toBe(before.size);
  await close();
});

test.each([-1, 0, 1, 2, 4])("labels are at least 11 px high and none overlap, zoomed %i steps", async (steps) => {
  const { page, close } = await open(browser);
  const { views } = await documentOf(page);
  await readable(page, steps);
  const grouped = views.find(({ groups }) => groups.length > 1);
  if (grouped) await page.getByRole("tab", { name: grouped.title }).click();
  await readable(page, steps);
  await close();
});

/** Zooms, and looks at every text of the map. */
async function readable(page: Page, steps: number): Promise<void> {
  for (let step = 0; step < Math.abs(steps); step += 1) await page.keyboard.press(steps > 0 ? "+" : "-");
  const labels = await page.locator("#map :is(.labels, .groups) text").evaluateAll((texts) =>
    texts.map((text) => {
      const { left, top, right, bottom } = text.getBoundingClientRect();
      return { left, top, right, bottom, size: Number.parseFloat(getComputedStyle(text).fontSize), says: text.textContent };
    }),
  );
  expect(labels.length).toBeGreaterThan(5);
  for (const [n, a] of labels.entries()) {
    expect(a.size).toBeGreaterThanOrEqual(11);
    for (const b of labels.slice(n + 1)) {
      const isOver = a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
      expect(isOver, `${a.says} over ${b.says}`).toBe(false);
    }
  }
}

test("wheel and drag move the map, and f brings it back", async () => {
  const { page, close } = await open(browser);
  const before = await positions(page);
  await page.mouse.move(700, 450);
  await page.mouse.wheel(0, -300);
  await page.waitForTimeout(300);
  const zoomed = await positions(page);
  expect([...zoomed.values()]).not.toEqual([...before.values()]);
  await page.mouse.down();
  await page.mouse.move(760, 480, { steps: 4 });
  await page.mouse.up();
  await page.waitForTimeout(300);
  const dragged = await positions(page);
  expect([...dragged.values()]).not.toEqual([...zoomed.values()]);
  await page.keyboard.press("f");
  expect([...(await positions(page)).values()]).toEqual([...before.values()]);
  await close();
});

/** Where the glyphs are, by the number of their node. */
async function positions(page: Page): Promise<Map<string, string>> {
  const found = await page.locator("#map .node").evaluateAll((nodes) =>
    nodes.map((node) => [node.getAttribute("data-node") ?? "", node.getAttribute("transform") ?? ""] as [string, string]),
  );
  return new Map(found);
}

async function clickNode(page: Page, node: number): Promise<void> {
  const box = await page.locator(`#map .node[data-node="${node}"] path`).boundingBox();
  if (!box) throw new Error(`node ${node} is not on the map`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Selects the first of some nodes that has neighbours which are not shown. */
async function firstWithMore(page: Page, nodes: readonly number[], ids: readonly string[]): Promise<string> {
  for (const node of nodes) {
    await page.keyboard.press("Escape");
    await clickNode(page, node);
    if ((await page.locator(".focus-tools .tool", { hasText: "neighbour" }).count()) > 0) return ids[node] ?? "";
  }
  throw new Error("every neighbour is in the view");
}
