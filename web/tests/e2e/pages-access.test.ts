// Every page that lists or draws beside the map: axe-core finds nothing, tables are tables, and keys reach everything.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { documentOf, hub, launch, open } from "./browser.ts";
import { serve } from "./server.ts";

let browser: Browser;
beforeAll(async () => { browser = await launch(); });
afterAll(() => browser.close());

test.each([
  ["light", "none"], ["dark", "none"], ["light", "active"],
] as const)("axe finds nothing on any page, %s, forced colours: %s", async (colorScheme, forcedColors) => {
  const { page, troubles, close } = await open(browser, "", { colorScheme, forcedColors });
  const document = await documentOf(page);
  const id = hub(document);
  const commitment = document.nodes.id[document.commitments[0]?.node ?? 0];
  const far = document.nodes.id[document.nodes.id.length - 2];
  const states = [
    "#page=relations", `#page=relations&at=${id}`, `#page=relations&at=${id}&on=1996-04-17`,
    "#page=paths", `#page=paths&from=${id}&to=${far}&claims=all`, `#page=paths&from=${document.nodes.id[0]}&to=${far}&on=1951-01-01&certain=yes`,
    "#page=commitments", `#page=commitments&group=article&at=${commitment}`, "#page=commitments&text=zzzz",
    "#page=timeline", "#page=timeline&as=table", `#page=timeline&on=1996-04-17&at=${id}&only=selected`,
    "#page=coverage", "#page=coverage&sentence=2.2", `#at=${commitment}`,
  ];
  for (const state of states) {
    await page.evaluate((hash) => { location.hash = hash; }, state);
    await page.waitForTimeout(150);
    expect(await violations(page), state).toEqual([]);
  }
  await page.getByRole("button", { name: "Save", exact: true }).click();
  expect(await violations(page), "save").toEqual([]);
  expect(troubles).toEqual([]);
  await close();
}, 120_000);

test("axe finds nothing on the page of findings", async () => {
  const served = await serve();
  const { page, close } = await open(browser, "#page=findings", { url: served.url });
  served.change({ ...served.document(), revision: "bad" }, [
    { level: "deny", code: "F0201", name: "dangling-reference", message: "nothing has the id `x`", file: "a.ron", line: 1, column: 1, help: ["did you mean `y`?"] },
  ]);
  await page.getByText("1 error, 0 warnings.").waitFor();
  expect(await violations(page)).toEqual([]);
  await close();
  await served.close();
});

test("tables have captions, and heads that are buttons where they sort", async () => {
  const { page, close } = await open(browser);
  for (const name of ["commitments", "timeline&as=table", "coverage"]) {
    await page.evaluate((hash) => { location.hash = hash; }, `#page=${name}`);
    await page.locator(".data caption").first().waitFor();
    expect((await page.locator(".data caption").textContent())?.trim()).not.toBe("");
    const heads = await page.locator("th[aria-sort]").count();
    expect(await page.locator("th[aria-sort] > button").count()).toBe(heads);
    expect(await page.locator(".data tbody tr:not(.heading) > :first-child:not(th[scope=row])").count()).toBe(0);
  }
  await close();
});

test("Tab alone goes from the fields of a page to its last row, and the focus can be seen", async () => {
  const { page, close } = await open(browser, "#page=commitments&text=return");
  await page.getByLabel("Words").focus();
  const last = page.locator("tbody .name").last();
  let presses = 0;
  while (!(await last.evaluate((one) => one === document.activeElement)) && presses < 200) {
    await page.keyboard.press("Tab");
    presses += 1;
  }
  expect(presses).toBeLessThan(200);
  expect(await last.evaluate((one) => getComputedStyle(one).outlineStyle)).toBe("solid");
  await close();
});
