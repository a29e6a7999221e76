// The whole engine through the command line, as a user measures it: `lanky bench` of the embedded model and of random ones
// in the shape of MobileLLM-125M, in 4 and 8 bits, on one thread and on two.
//
//   node --import tsx bench/end-to-end.ts [--models FOLDER] [ARGUMENTS OF lanky bench]
//
// With arguments of lanky bench (a model, -p, -n, ...) that is all it runs.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { embeddedModel } from "../src/node.js";
import { withModels, writtenModel } from "./written-models.js";

const command = fileURLToPath(new URL("../bin/lanky.js", import.meta.url));

/** Short enough for all benches to take two minutes; the peers' bench is the one for the record. */
const quick = ["-p", "128", "-n", "32", "-r", "2"];

function bench(...args: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [command, "bench", ...args], {
    stdio: ["ignore", "inherit", "pipe"],
  });
  if (status !== 0) throw new Error(`lanky bench ${args.join(" ")} ended with ${status}: ${stderr.toString().trim()}`);
  console.log();
}

await withModels(process.argv.slice(2), async (args, folder) => {
  if (args.length > 0) {
    bench(...args);
    return;
  }
  if (existsSync(embeddedModel)) bench("-r", "2");
  for (const type of ["q4_0", "q8_0"] as const) bench(await writtenModel(folder, type), ...quick);
});
