// Reads an export with the library that it is meant for, and prints what came back, as read.py does:
//
//     node read.mjs READER PATH
//
// A reader is a function below that returns `nodes`, attributes by id, and `edges`, a list of
// attributes that include `source` and `target`.

import { readFileSync } from "node:fs";

const READERS = {};

const [name, path] = process.argv.slice(2);
const { nodes, edges } = await READERS[name](readFileSync(path, "utf8"));
process.stdout.write(JSON.stringify({ nodes, edges }));
