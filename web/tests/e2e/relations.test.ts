// The page of relations: what comes in, what goes out, and the evidence behind each.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { documentOf, hub, launch, open } from "./browser.ts";

let browser: Browser;
beforeAll(async () => { browser = await launch(); });
afterAll(() => browser.close());

test("both columns together hold every relation of the entity", async () => {
  const { page, close } = await open(browser);
  const document = await documentOf(page);
  const id = hub(document);
  const node = document.nodes.id.indexOf(id);
  await page.evaluate((hash) => { location.hash = hash; }, `#page=relations&at=${id}`);
  await page.locator(".sides").waitFor();
  const isEither = (link: number): boolean => document.relations[document.links.relation[link] ?? 0]?.directed === false;
  const links = document.links.source.map((_, link) => link);
  const outgoing = links.filter((link) => document.links.source[link] === node || (document.links.target[link] === node && isEither(link)));
  const incoming = links.filter((link) => document.links.target[link] === node && !outgoing.includes(link));
  const told = async (side: string): Promise<number> =>
    (await page.locator(`.side.${side} h4 .count`).allTextContents()).reduce((sum, text) => sum + Number(text), 0);
  expect(await told("in")).toBe(incoming.length);
  expect(await told("out")).toBe(outgoing.length);
  const more = page.locator(".side .plain");
  while (await more.count() > 0) await more.first().click();
  expect(await page.locator(".side li").count()).toBe(incoming.length + outgoing.length);
  await close();
});

test("a relation opens its evidence, a name leads on, and Back comes back", async () => {
  const { page, close } = await open(browser);
  const id = hub(await documentOf(page));
  await page.evaluate((hash) => { location.hash = hash; }, `#page=relations&at=${id}`);
  const centre = page.locator(".centre strong");
  const first = await centre.textContent();
  const name = page.locator(".side.out li .name").first();
  const next = await name.textContent();
  await name.click();
  expect(await centre.textContent()).toBe(next);
  await page.goBack();
  await expect.poll(() => centre.textContent()).toBe(first);
  await page.locator(".side.out li .said").first().click();
  expect(new URL(page.url()).hash).toContain("link=");
  expect(await page.locator(".inspector h3").allTextContents()).toContain("Evidence");
  await close();
});

test("the entity is chosen by typing alone", async () => {
  const { page, close } = await open(browser, "#page=relations");
  const { nodes } = await documentOf(page);
  await page.locator("#of").focus();
  await page.keyboard.type((nodes.name[2] ?? "").slice(0, 12));
  const offered = await page.locator("#of-offered [role=option]").first().locator("span").first().textContent();
  await page.keyboard.press("Enter");
  expect(await page.locator(".centre strong").textContent()).toBe(offered);
  await close();
});
