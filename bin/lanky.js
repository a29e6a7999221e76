#!/usr/bin/env node
// The command `lanky`. All of it is in src/cli/, compiled into dist/; this file only finds it.

import { existsSync } from "node:fs";

const [major] = process.versions.node.split(".").map(Number);
const main = new URL("../dist/cli/main.js", import.meta.url);
const interrupt = new URL("../dist/cli/interrupt.js", import.meta.url);

if (major < 20) {
  console.error(`lanky: Node ${process.versions.node} is too old; install Node 20 or newer`);
  process.exitCode = 1;
} else if (!existsSync(main)) {
  console.error("lanky: dist/cli/main.js is missing; run `npm run build` in the checkout first");
  process.exitCode = 1;
} else {
  const { handleInterrupts } = await import(interrupt.href);
  handleInterrupts(); // before the rest, which takes longer to load
  const { main: run } = await import(main.href);
  await run(process.argv.slice(2));
}
