// The page is sealed: its policy names its script, and the fingerprint covers what it is built from.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { fingerprint, sources } from "../../build/fingerprint.ts";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const page = readFileSync(`${root}/../assets/explorer.html`, "utf8");

test("the policy lets run the page's one script, by its hash, and nothing else", () => {
  const [, script = ""] = /<script type="module">(.*?)<\/script>/s.exec(page) ?? [];
  const hash = createHash("sha256").update(script).digest("base64");
  expect(page).toContain(`script-src 'sha256-${hash}'`);
  expect(page).toContain("default-src 'none'");
  expect(page.match(/<script/g)).toHaveLength(2);
});

test("what foedera replaces is there once", () => {
  expect(page.split("__FOEDERA_GRAPH__")).toHaveLength(2);
  expect(page.split("connect-src 'none'")).toHaveLength(2);
});

test("the built page is that of these sources: else run `npm run build`", () => {
  const [, built] = /<meta name="ui-src" content="([^"]*)">/.exec(page) ?? [];
  expect(built).toBe(fingerprint(root));
  expect(sources(root)).toContain("src/main.tsx");
});
