// npm run bench:results: bench/RESULTS.md from the results in bench/results. Measures nothing itself.
//
//   npm run bench:results -- [--from FOLDER] [--to FILE]

import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readResults } from "./record.js";
import { type Found, page } from "./report/page.js";
import { readPytorch } from "./report/section-pytorch.js";
import { commands } from "./report/sources.js";

const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const { values } = parseArgs({ options: { from: { type: "string" }, to: { type: "string" } } });
const from = values.from ?? pathOf("./results");
const to = values.to ?? pathOf("./RESULTS.md");

/** What PyTorch got has no head of a bench. */
const read = (kind: string) => (kind === "api-pytorch" ? readPytorch : readResults)(join(from, `${kind}.json`));
const found = Object.fromEntries(Object.keys(commands).map((kind) => [kind, read(kind)]));

/** Names and contents of a folder that may not be there. */
const filesOf = (folder: string, ending: string) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(ending)) : [];

const build = pathOf("../build");
const sizes = Object.fromEntries(filesOf(build, ".wasm").map((name) => [name, statSync(join(build, name)).size]));
const pictureFolder = pathOf("../docs/pictures");
const pictures = filesOf(pictureFolder, ".svg").map((name): [string, string] => [
  name.replace(/\.svg$/, ""),
  relative(dirname(to), join(pictureFolder, name)).split(sep).join("/"),
]);

writeFileSync(to, page(found as Found, sizes, new Map(pictures)));
const missing = Object.keys(commands).filter((kind) => found[kind] === undefined);
console.log(`wrote ${relative(process.cwd(), to)}${missing.length > 0 ? `, without ${missing.join(", ")}` : ""}`);
