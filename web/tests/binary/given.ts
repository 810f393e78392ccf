// What this suite compares: the binary, and the page that it exported of the data set below data/.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "playwright-core";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ExplorerDocument } from "../../src/document.ts";

/** The binary. */
export const binary = given("FOEDERA_BIN", "the foedera binary");
const exported = given("FOEDERA_PAGE", "the page that it exported");
/** Where the binary finds the data set by itself. */
const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The address of the page. */
export const url = pathToFileURL(exported).href;

/** The document that the page holds. */
export const document = JSON.parse(
  /<script type="application\/json" id="graph">(.*?)<\/script>/s.exec(readFileSync(exported, "utf8"))?.[1] ?? "null",
) as ExplorerDocument;

/** What the binary answers, as the data that its JSON holds. */
export function ask<Answer>(...args: string[]): Answer {
  let text: string;
  try {
    text = execFileSync(binary, [...args, "--format", "json"], { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 28 });
  } catch (error) {
    // Status 1: the question was answered by none.
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    if (status !== 1) throw new Error(stderr, { cause: error });
    text = stdout;
  }
  return (JSON.parse(text) as { answer: Answer }).answer;
}

/** Goes to another hash of the open page, and waits until it is put up. */
export async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate(async (to) => {
    if (location.hash === to) return;
    const isThere = new Promise((done) => { window.addEventListener("hashchange", () => requestAnimationFrame(done), { once: true }); });
    location.hash = to;
    await isThere;
  }, hash);
}

function given(name: string, what: string): string {
  const value = process.env[name];
  if (value === undefined || !existsSync(value)) throw new Error(`set ${name} to ${what}: this suite compares the two`);
  return resolve(value);
}
