// The page that is served follows its data: new entities come, known ones stay, findings are shown, the server may go and come.
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { launch, open } from "./browser.ts";
import { type Served, serve } from "./server.ts";

let browser: Browser;
let served: Served;
beforeAll(async () => { browser = await launch(); });
afterAll(() => browser.close());
beforeEach(async () => { served = await serve(); });
afterEach(() => served.close());

/** The document with one entity more, and every place shifted. */
function grown(): ReturnType<Served["document"]> {
  const document = served.document();
  document.revision = "small-2";
  const { nodes } = document;
  nodes.x = nodes.x.map((x) => x + 500);
  nodes.id.push("newcomer");
  nodes.name.push("Newcomer of the Straits");
  nodes.kind.push(0);
  nodes.x.push(0);
  nodes.y.push(0);
  nodes.time.push(-1);
  nodes.cites.push([]);
  nodes.detail.push(null);
  return document;
}

async function ready(page: Page): Promise<void> {
  await page.locator("#map .node").first().waitFor();
}

const placeOf = (page: Page, node: number): Promise<string | null> => page.locator(`#map .node[data-node="${node}"]`).getAttribute("transform");

test("a change comes by itself; selection, view of the map and places stay; it is announced", async () => {
  const { page, close } = await open(browser, "#at=hiro-maren", { url: served.url });
  await ready(page);
  const before = await placeOf(page, 3);
  served.change(grown());
  await page.getByText("The data changed: new Newcomer of the Straits").waitFor();
  await page.locator('#map .node[data-node="65"]').waitFor();
  expect(await placeOf(page, 3)).toBe(before);
  expect(await page.locator(".inspector h2").textContent()).toBe("Hiro Maren");
  expect(await page.locator(".notice[role=status]").textContent()).toContain("Newcomer");
  await close();
});

test("what is selected and then gone is let go of", async () => {
  const { page, close } = await open(browser, "", { url: served.url });
  await ready(page);
  const without = { ...served.document(), revision: "small-3" };
  served.change(grown());
  await page.locator('#map .node[data-node="65"]').waitFor();
  await page.evaluate(() => { location.hash = "#at=newcomer"; });
  await expect.poll(() => page.locator(".inspector h2").textContent()).toBe("Newcomer of the Straits");
  served.change(without);
  await expect.poll(() => page.locator(".inspector h2").textContent()).not.toBe("Newcomer of the Straits");
  await page.getByText("The data changed: gone Newcomer of the Straits").waitFor();
  await close();
});

test("findings are a page of their own, with level in words and file:line:column, and follow the files", async () => {
  const { page, close } = await open(browser, "#page=findings", { url: served.url });
  await page.getByText("Nothing is wrong with the data").waitFor();
  const document = served.document();
  document.revision = "small-bad";
  served.change(document, [
    { level: "deny", code: "F0201", name: "dangling-reference", message: "nothing has the id `arden-x`", file: "relations/a.ron", line: 12, column: 9, help: ["did you mean `arden`?"] },
    { level: "warn", code: "F0902", name: "trailing-space", message: "white space at the end", file: "views/b.ron", line: 3, column: 1 },
  ]);
  await page.getByText("1 error, 1 warning.").waitFor();
  await page.getByText("The data changed; 2 findings").waitFor();
  const rows = await page.locator("tbody tr").allTextContents();
  expect(rows[0]).toBe("relations/a.ron:12:9errorF0201 dangling-referencenothing has the id arden-xhelp: did you mean arden?");
  expect(rows[1]).toContain("views/b.ron:3:1warning");
  expect(await page.locator("tbody td code").first().textContent()).toBe("arden-x");
  document.revision = "small-good";
  served.change(document);
  await page.getByText("Nothing is wrong with the data").waitFor();
  await close();
});

test("the server may go and come: the page says so, and catches up", async () => {
  const { page, close } = await open(browser, "", { url: served.url });
  await ready(page);
  served.hangUp();
  await page.getByText("The server does not answer").waitFor();
  served.change(grown());
  await page.locator('#map .node[data-node="65"]').waitFor({ timeout: 20_000 });
  await close();
});

test("what has not changed is not sent again", async () => {
  const { page, close } = await open(browser, "", { url: served.url });
  await ready(page);
  await expect.poll(async () => {
    served.change(served.document());
    await page.waitForTimeout(150);
    return served.unchanged();
  }).toBeGreaterThan(0);
  await close();
});

test("an exported page listens to nobody and has no findings", async () => {
  const { page, troubles, close } = await open(browser, "#page=findings");
  expect(await page.getByRole("button", { name: "Findings" }).count()).toBe(0);
  expect(troubles).toEqual([]);
  await close();
});
