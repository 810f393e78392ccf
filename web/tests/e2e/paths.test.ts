// The page of paths: chosen by typing, drawn by distance, told in words, and by the same rules wherever it is opened.
import type { Browser } from "playwright-core";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fixture, launch, open } from "./browser.ts";

const url = pathToFileURL(fixture("small")).href;
let browser: Browser;
beforeAll(async () => { browser = await launch(); });
afterAll(() => browser.close());

test("p starts a path at what is selected; typing and Enter end it", async () => {
  const { page, troubles, close } = await open(browser, "#at=joss-nyberg", { url });
  await page.keyboard.press("p");
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("path-to");
  await page.keyboard.type("valmora");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  expect(new URL(page.url()).hash).toContain("from=joss-nyberg&to=valmora");
  expect(await page.locator(".sheet [role=status]").textContent()).toMatch(/shortest path/);
  expect(troubles).toEqual([]);
  await close();
});

test("every hop is told with its date, stance and passage; other ties beside it", async () => {
  const { page, close } = await open(browser, "#page=paths&from=joss-nyberg&to=april-summit", { url });
  // Nyberg took part in the diplomacy, which the paper judges to have led to the summit: two hops, one path.
  expect(await page.locator(".sheet [role=status]").textContent()).toBe("One shortest path, of 2 hops, by what is claimed as fact or assessment.");
  const hops = await page.locator(".hop").allTextContents();
  expect(hops).toHaveLength(2);
  expect(hops[0]).toContain("member of (undated)");
  expect(hops[1]).toContain("led to (undated; assessment; as seen by Lena Brandt)");
  expect(hops[1]).toMatch(/\[harbour-96, [^\]]+ ¶\d\]/);
  expect(await page.locator(".path-drawing .box").count()).toBe(3);
  await page.locator(".tie").first().click();
  expect(await page.locator(".inspector .stance, .inspector .claim").first().textContent()).toContain("fact");
  await close();
});

test("direction, day, stance and the legend change the answer", async () => {
  const status = (hash: string) => told(browser, hash);
  expect(await status("from=joss-nyberg&to=april-summit&directed=yes")).toContain("2 hops");
  expect(await status("from=april-summit&to=joss-nyberg&directed=yes")).toContain("are not connected");
  expect(await status("from=joss-nyberg&to=april-summit&on=1996-01-01&certain=yes")).toContain("not connected as of 1 January 1996");
  expect(await status("from=cassia&to=norhaven")).not.toContain("1 hop,");
  expect(await status("from=cassia&to=norhaven&claims=all")).toContain("One shortest path, of 1 hop, by claims of every stance");
  expect(await status("from=joss-nyberg&to=april-summit&kinds=Process")).not.toContain("2 hops");
});

test("the ends are swapped, and a name in the picture selects", async () => {
  const { page, close } = await open(browser, "#page=paths&from=joss-nyberg&to=april-summit", { url });
  await page.getByRole("button", { name: "Swap the ends" }).click();
  expect(await page.locator("#path-from").inputValue()).toMatch(/summit/i);
  expect(new URL(page.url()).hash).toContain("from=april-summit");
  await page.locator(".path-drawing .name").nth(1).click();
  expect(new URL(page.url()).hash).toContain("at=summit-diplomacy");
  await close();
});

async function told(browser: Browser, hash: string): Promise<string> {
  const { page, close } = await open(browser, `#page=paths&${hash}`, { url });
  const text = await page.locator(".sheet [role=status]").textContent();
  await close();
  return text ?? "";
}
