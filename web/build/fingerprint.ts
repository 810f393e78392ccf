// One hash over everything that the built page is made of, so that a test without Node can tell a stale build.
//
// For each file, in ascending order of its path relative to web/ (bytes, `/` between folders):
// the path, NUL, the content with CRLF folded to LF, NUL. The SHA-256 of all that, in lower-case hexadecimal.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Single files that count, beside every file below src/ and build/. */
const FILES = ["../src/scene/tokens.json", "explorer.html", "package-lock.json", "package.json", "tsconfig.json", "vite.config.ts"];
const FOLDERS = ["build", "src"];

/** The paths that count, relative to the folder of the page's sources, in order. */
export function sources(root: string): string[] {
  const found = [...FILES];
  for (const folder of FOLDERS) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      const below = entry.parentPath.slice(root.length + 1).replaceAll("\\", "/");
      if (entry.isFile()) found.push(`${below}/${entry.name}`);
    }
  }
  return found.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

/** The hash of the sources below a folder. */
export function fingerprint(root: string): string {
  const hash = createHash("sha256");
  for (const path of sources(root)) {
    const content = readFileSync(join(root, path), "utf8").replaceAll("\r\n", "\n");
    hash.update(`${path}\0${content}\0`);
  }
  return hash.digest("hex");
}
