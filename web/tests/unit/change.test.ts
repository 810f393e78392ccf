// From one revision to the next.
import { expect, test } from "vitest";
import { changes, keepPlaces } from "../../src/model/change.ts";
import { little } from "./little.ts";

test("who was there stays where it was, by id; who is new is where foedera puts it", () => {
  const after = little();
  after.nodes.id = ["new", "a", "b", "c", "d"];
  after.nodes.x = [1, 2, 3, 4, 5];
  after.nodes.y = [1, 2, 3, 4, 5];
  after.views[0] = { ...after.views[0]!, nodes: [0, 2], x: [7, 8], y: [7, 8] };
  const kept = keepPlaces(little(), after);
  expect(kept.nodes.x).toEqual([1, 0, 100, 200, 0]);
  expect(kept.nodes.y).toEqual([1, 0, 0, 0, 100]);
  expect(kept.views[0]?.x).toEqual([7, 100]);
});

test("what changed is said by name, or by number where it is much", () => {
  const before = little();
  const after = little();
  after.nodes.id = ["a", "b", "c", "d", "f"];
  after.nodes.name[4] = "Phi";
  expect(changes(before, after)).toBe("The data changed: new Phi; gone Epsilon");
  expect(changes(before, little())).toBe("The data changed");
  after.nodes.id = ["v", "w", "x", "y", "z"];
  expect(changes(before, after)).toBe("The data changed: 5 new; 5 gone");
});
