// A document small enough to work out by hand: five nodes, six links.
//
//   a --1--> b --2--> c --3--> a        d (kind y) --4--> a        d --5--> a (again)        e stands alone; 6 is a loop at c
import type { CommitmentBody, ExplorerDocument } from "../../src/document.ts";

export function little(commitments: CommitmentBody[] = []): ExplorerDocument {
  const names = ["Alpha", "Beta", "Gamma", "Délta", "Epsilon"];
  return {
    version: 1, revision: "1", id: "little", title: "Little", says: "", first_day: 0, last_day: 100, reference_day: 50, walked: [0],
    stances: ["fact", "disputed"],
    kinds: [
      { name: "X", label: "x", plural: "xs", tone: "state", sort: "entity" },
      { name: "Y", label: "y", plural: "ys", tone: "person", sort: "entity" },
    ],
    relations: [
      { name: "R", label: "is r of", inverse: "has r", family: "legal", directed: true },
      { name: "S", label: "is s of", inverse: "has s", family: "other", directed: true },
    ],
    times: [
      { words: "undated", start: null, end: null, pieces: [{ from: null, is: { truth: "can't tell" } }] },
      {
        words: "from 10 to 20", start: 10, end: 20,
        pieces: [{ from: null, is: { truth: "no" } }, { from: 10, is: { truth: "yes" } }, { from: 20, is: { truth: "no" } }],
      },
    ],
    cites: [], sources: [], commitments,
    views: [{ id: "v", title: "V", says: "", nodes: [0, 1], links: [0], x: [0, 100], y: [0, 0], groups: [], steps: [] }],
    nodes: {
      id: ["a", "b", "c", "d", "e"], name: names, kind: [0, 0, 0, 1, 0], x: [0, 100, 200, 0, 300], y: [0, 0, 0, 100, 0],
      time: [-1, -1, 1, -1, -1], cites: [[], [], [], [], []], detail: [{ aliases: ["First Letter"] }, null, null, null, null],
    },
    links: {
      source: [0, 1, 2, 3, 3, 2], target: [1, 2, 0, 0, 0, 2], relation: [0, 0, 1, 1, 0, 1], stance: [0, 0, 1, 0, 0, 0],
      time: [0, 1, 0, 0, 1, 0], cites: [[], [], [], [], [], []], detail: [null, null, null, null, null, null],
    },
  };
}
