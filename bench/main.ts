// npm run bench: all benches one after the other, each in a process of its own, or the one that is named:
//
//   npm run bench -- kernels Int4 decode

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const benches: Readonly<Record<string, string>> = {
  kernels: "matrix products beside the limit of memory",
  "end-to-end": "tokens per second through the command line",
  "load-memory": "memory that loading takes",
};

const [name, ...args] = process.argv.slice(2);
if (name !== undefined && !Object.hasOwn(benches, name)) {
  console.error(`There is no bench ${name}; there are ${Object.keys(benches).join(", ")}.`);
  process.exitCode = 2;
} else {
  for (const bench of name === undefined ? Object.keys(benches) : [name]) {
    console.log(`== ${bench}: ${benches[bench]}`);
    const script = fileURLToPath(new URL(`./${bench}.ts`, import.meta.url));
    const { status } = spawnSync(process.execPath, ["--import", "tsx", script, ...args], { stdio: "inherit" });
    if (status !== 0) process.exitCode = 1;
    console.log();
  }
}
