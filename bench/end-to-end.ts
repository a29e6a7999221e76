// The whole engine through the command line, as a user measures it: `lanky bench` of the embedded model and of a random
// one in the shape of MobileLLM-125M, in 4 and 8 bits.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { embeddedModel } from "../src/node.js";
import { mobile125m, writeRandomModel } from "./random-model.js";

const command = fileURLToPath(new URL("../bin/lanky.js", import.meta.url));

function bench(...args: string[]): void {
  const { status } = spawnSync(process.execPath, [command, "bench", ...args], {
    stdio: ["ignore", "inherit", "ignore"],
  });
  if (status !== 0) throw new Error(`lanky bench ${args.join(" ")} ended with ${status}; run it by itself to see why`);
  console.log();
}

const folder = mkdtempSync(join(tmpdir(), "lanky-bench-"));
try {
  if (existsSync(embeddedModel)) bench();
  for (const type of ["q4_0", "q8_0"] as const) {
    const path = join(folder, `mobilellm-125m-shape-${type}.gguf`);
    await writeRandomModel(path, mobile125m, type);
    bench(path, "-r", "3");
  }
} finally {
  rmSync(folder, { recursive: true });
}
