// `foedera serve` and its page: a bad edit is shown as a finding, a good one as new data, without a reload, where the reader was.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, open } from "../e2e/browser.ts";
import { binary } from "./given.ts";

let browser: Browser;
let server: ChildProcess;
let address: string;
const parent = mkdtempSync(join(tmpdir(), "foedera-serve-"));
const folder = join(parent, "data");

beforeAll(async () => {
  browser = await launch();
  execFileSync(binary, ["new", folder]);
  server = spawn(binary, ["--data", folder, "serve", "--port", "0"], { stdio: ["ignore", "pipe", "ignore"] });
  const lines = createInterface({ input: server.stdout! })[Symbol.asyncIterator]();
  address = ((await lines.next()) as { value?: string }).value ?? "";
});
afterAll(async () => {
  server.kill("SIGINT");
  await browser.close();
  rmSync(parent, { recursive: true, force: true });
});

test("a bad edit is a finding, and gone with the edit; a new entity comes to the map", async () => {
  const { page, close } = await open(browser, "#at=ruritania", { url: address });
  await page.locator("#map .node").first().waitFor();
  const place = (): Promise<string | null> => page.locator('#map .node[aria-pressed="true"]').getAttribute("transform");
  const before = await place();

  const bad = join(folder, "trial.ron");
  writeFileSync(bad, '[\n    Relation(from: "nobody-at-all", kind: MemberOf, to: "ruritania", cites: []),\n]\n');
  await page.getByRole("button", { name: "Findings" }).click();
  const found = page.locator("tbody tr", { hasText: "trial.ron:2:" }).first();
  await found.waitFor();
  expect(await page.locator("tbody").textContent()).toContain("nobody-at-all");
  expect(await found.locator(".chip").textContent()).toMatch(/error|warning/);
  rmSync(bad);
  await found.waitFor({ state: "detached" });

  writeFileSync(join(folder, "visitor.ron"), '[\n    Entity(id: "trial-visitor", kind: Person, name: "Trial Visitor", cites: []),\n]\n');
  await page.getByText("The data changed: new Trial Visitor").waitFor();
  await page.getByRole("button", { name: "Map", exact: true }).click();
  await page.locator('#map .node[aria-label^="Trial Visitor"]').waitFor();
  expect(await place()).toBe(before);
  expect(await page.locator(".inspector h2").textContent()).toBe("Ruritania");
  await close();
});
