// Builds what is missing, or older than what it is made of; before npm start, npm test and the like. `npm run build` does not ask.

import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** What the library is made of. Of folders everything counts, and the folders themselves: a file may have been removed. */
const sources = [
  "assembly",
  "src",
  "asconfig.json",
  "bundle.mjs",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
];
/** The last file of each step; the bundle is the last step. */
const results = [
  ...["simd", "relaxed", "simd-threads", "relaxed-threads"].map((name) => `build/${name}.wasm`),
  "dist/index.js",
  "dist/bundle/node.js",
];

/** Whether the clone at `root` has to be built. */
export function isStale(root = ".") {
  const times = results.map((path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  const oldest = Math.min(...times);
  return sources.some((path) => newest(join(root, path)) > oldest);
}

function newest(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(path).reduce((time, name) => Math.max(time, newest(join(path, name))), found.mtimeMs);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href && isStale()) {
  console.log("building the kernels and the library ...");
  const { status } = spawnSync("npm run --silent build", { shell: true, stdio: "inherit" });
  process.exitCode = status ?? 1;
}
