// npm run bench: all benches one after the other, each in a process of its own, or the one that is named:
//
//   npm run bench -- kernels Int4 decode
//
// What is no name of a bench is for the kernels: npm run bench -- matmulInt4 --compare before.json

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * @property models whether it takes the folder of random models, so that each is written once
 * @property within arguments with which it keeps to its share of two minutes
 * @property named whether it runs only when it is named: it needs a model that is not part of the repository
 */
const benches: Readonly<
  Record<
    string,
    { readonly what: string; readonly models?: true; readonly within?: readonly string[]; readonly named?: true }
  >
> = {
  kernels: { what: "kernels beside the limits of memory and instructions", within: ["--seconds", "35"] },
  "end-to-end": { what: "tokens per second through the command line", models: true },
  "load-memory": { what: "memory that loading takes", models: true },
  constrained: {
    what: "what a schema or a grammar costs a token; needs LANKY_SMOLLM2, runs only when named",
    named: true,
  },
};

const help = `Usage: npm run bench                          all of these, in about two minutes
       npm run bench -- BENCH [ARGUMENTS]     one of them
       npm run bench -- WORDS AND OPTIONS     the kernels that these name

Benches:
${Object.entries(benches)
  .map(([name, { what }]) => `  ${name.padEnd(12)} ${what}`)
  .join("\n")}

Options of kernels: --all, --list, --json FILE, --compare FILE, --seconds TIME; npm run bench -- kernels --help says more.
end-to-end and load-memory take models to measure instead of random ones.`;

function run(bench: string, args: readonly string[]): void {
  console.log(`== ${bench}: ${benches[bench]!.what}`);
  const script = fileURLToPath(new URL(`./${bench}.ts`, import.meta.url));
  const { status } = spawnSync(process.execPath, ["--import", "tsx", script, ...args], { stdio: "inherit" });
  if (status !== 0) process.exitCode = status ?? 1;
}

const args = process.argv.slice(2);
if (args.length === 1 && ["-h", "--help", "help"].includes(args[0]!)) console.log(help);
else if (args.length > 0) {
  const named = Object.hasOwn(benches, args[0]!);
  run(named ? args[0]! : "kernels", named ? args.slice(1) : args);
} else {
  const start = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "lanky-bench-"));
  try {
    for (const [bench, { models, within = [], named }] of Object.entries(benches)) {
      if (named) continue;
      run(bench, [...within, ...(models ? ["--models", folder] : [])]);
      console.log();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.log(`all benches: ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
