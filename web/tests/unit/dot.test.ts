// DOT in which nothing that a name holds is special.
import { expect, test } from "vitest";
import { dot, escape } from "../../src/model/dot.ts";
import { index } from "../../src/model/graph.ts";
import { little } from "./little.ts";

test("quotes, backslashes, line breaks and control characters are escaped", () => {
  expect(escape('say "so"')).toBe('"say \\"so\\""');
  expect(escape("back\\slash")).toBe('"back\\\\slash"');
  expect(escape("two\nlines\tand a tab")).toBe('"two\\nlines and a tab"');
  expect(escape('\\"')).toBe('"\\\\\\""');
});

test("nodes have made-up names, and keep their ids as attributes", () => {
  const document = little();
  document.nodes.name[0] = 'A "quoted" name; } // not the end';
  const part = { title: "T", says: "S", nodes: [0, 2], links: [2], lineOfNode: () => "stated" as const, lineOfLink: () => "disputed" as const, day: null };
  const text = dot(index(document), part, "light");
  expect(text).toContain('label="A \\"quoted\\" name; }\\n// not the end"');
  expect(text).toContain('style="dashed,bold"');
  expect(text.match(/^ {2}n\d /gm)).toHaveLength(3);
  expect(text).toMatch(/^ {2}n[01] -> n[01] \[/m);
  expect(text.endsWith("}\n")).toBe(true);
});
