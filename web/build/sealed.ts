// Puts script and style into the page itself, and seals it: a policy that lets nothing else run or load.
import { createHash } from "node:crypto";
import type { Plugin } from "vite";
import { fingerprint } from "./fingerprint.ts";

/** What the page may do. `foedera serve` turns `connect-src 'none'` into `connect-src 'self'`. */
function policy(script: string): string {
  const hash = createHash("sha256").update(script).digest("base64");
  return [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** Makes the build one file. */
export function sealed(): Plugin {
  let root = "";
  return {
    name: "sealed",
    apply: "build",
    enforce: "post",
    configResolved(config) {
      root = config.root;
    },
    generateBundle(_options, bundle) {
      let script = "";
      let style = "";
      for (const [name, part] of Object.entries(bundle)) {
        if (part.type === "chunk") script += part.code.trim();
        else if (name.endsWith(".css")) style += String(part.source).trim();
        else continue;
        delete bundle[name];
      }
      const page = bundle["explorer.html"];
      if (page?.type !== "asset") throw new Error("the build has no explorer.html");
      page.source = seal(String(page.source), script, style, fingerprint(root));
    },
  };
}

/** The page with its parts in it. */
export function seal(page: string, script: string, style: string, hash: string): string {
  if (/<\/script|<!--/i.test(script)) throw new Error("the script would end its own element");
  const bare = page
    .replace(/\s*<script type="module"[^>]*><\/script>/, "")
    .replace(/\s*<link rel="stylesheet"[^>]*>/, "");
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy(script)}">
<meta name="ui-src" content="${hash}">
<style>${style}</style>`;
  return bare
    .replace('<meta charset="utf-8">', () => `<meta charset="utf-8">\n${head}`)
    .replace("</body>", () => `<script type="module">${script}</script>\n</body>`);
}
