#!/usr/bin/env node
// The command `lanky`. All of it is in src/cli/, compiled into dist/; this file only finds it.

import { statSync } from "node:fs";
import * as modules from "node:module";

const [major] = process.versions.node.split(".").map(Number);
const changed = (path) => statSync(new URL(path, import.meta.url), { throwIfNoEntry: false })?.mtimeMs;
const compiled = changed("../dist/cli/main.js");
const bundled = changed("../dist/bundle/main.js");

if (major < 20) {
  console.error(`lanky: Node ${process.versions.node} is too old; install Node 20 or newer`);
  process.exitCode = 1;
} else if (compiled === undefined && bundled === undefined) {
  console.error("lanky: dist/cli/main.js is missing; run `npm run build` in the checkout first");
  process.exitCode = 1;
} else {
  // The same in a few files instead of a hundred, of which each costs a millisecond; unless it was compiled anew since. The
  // package has the few alone.
  const folder = bundled >= (compiled ?? 0) ? "../dist/bundle" : "../dist/cli";
  modules.enableCompileCache?.(); // Node 22.8 and newer
  const args = process.argv.slice(2);
  const { handleInterrupts } = await import(`${folder}/interrupt.js`);
  handleInterrupts(); // before the rest, which takes longer to load
  const { startEarly } = await import(folder.endsWith("bundle") ? `${folder}/early.js` : "../dist/node/early.js");
  startEarly(args);
  const { main } = await import(`${folder}/main.js`);
  await main(args);
}
