// What loading a model costs in memory: its plan, and by how much the largest resident set of a process that loads it
// exceeds that of one that only imports the library. Weights are packed while they stream in, so the two should be close:
// the limit is 1.1 times the plan and 64 MB. A load beyond it exits with 1.
//
//   node --import tsx bench/load-memory.ts [MODEL ...]        without a MODEL: random ones in the shape of MobileLLM-125M

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { mobile125m, writeRandomModel } from "./random-model.js";

interface Measured {
  /** Largest resident set, bytes. */
  readonly peak: number;
  /** Bytes planned, 0 where nothing was loaded. */
  readonly plan: number;
}

const library = new URL("../dist/node.js", import.meta.url).href;

/** Runs in a process of its own: nothing else may have touched memory. */
const probe = `
  import { loadModel } from ${JSON.stringify(library)};
  const [path, weights] = process.argv.slice(1);
  const model = path && (await loadModel(path, { weights }));
  const peak = process.resourceUsage().maxRSS * 1024;
  console.log(JSON.stringify({ peak, plan: model ? model.memory.total : 0 }));
`;

function measure(...args: string[]): Measured {
  const flags = process.versions.node.startsWith("20.") ? ["--experimental-wasm-relaxed-simd"] : [];
  const out = execFileSync(process.execPath, [...flags, "--input-type=module", "-e", probe, ...args]);
  return JSON.parse(out.toString()) as Measured;
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1).padStart(8);

/** Prints a line for each model, held in the type given. @returns false if one took more than its limit */
function report(models: readonly (readonly [path: string, weights: string])[]): boolean {
  const empty = measure();
  console.log(`empty process ${megabytes(empty.peak)} MB`);
  console.log("    plan MB  loaded MB   limit MB  loaded / plan");
  let within = true;
  for (const [model, weights] of models) {
    const { peak, plan } = measure(model, weights);
    const loaded = peak - empty.peak;
    const limit = 1.1 * plan + 64e6;
    within &&= loaded <= limit;
    const verdict = loaded <= limit ? "" : "  OVER THE LIMIT";
    const numbers = [plan, loaded, limit].map(megabytes).join("   ");
    console.log(`   ${numbers}  ${(loaded / plan).toFixed(2)}  ${model}, weights ${weights}${verdict}`);
  }
  return within;
}

const given = process.argv.slice(2);
if (given.length > 0) process.exitCode = report(given.map((path) => [path, "file"])) ? 0 : 1;
else {
  const folder = mkdtempSync(join(tmpdir(), "lanky-bench-"));
  try {
    const models: [string, string][] = [];
    for (const type of ["q4_0", "q8_0", "f16"] as const) {
      const path = join(folder, `mobilellm-125m-shape-${type}.gguf`);
      await writeRandomModel(path, mobile125m, type);
      models.push([path, "file"]);
      if (type === "f16") models.push([path, "int8"], [path, "f32"]); // re-encoded on the way
    }
    models.push([fileURLToPath(new URL("../test/fixtures/hf/llama-sharded", import.meta.url)), "file"]);
    process.exitCode = report(models) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
