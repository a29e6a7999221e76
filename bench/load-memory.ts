// What loading a model costs in memory: its weights, and by how much the largest resident set of a process that loads it
// exceeds that of one that only imports the library. Weights are packed while they stream in, so the two should be close:
// the limit is 1.1 times the weights, and 60 MB. (The KV cache takes no memory before tokens are put there.) A load beyond it
// exits with 1.
//
//   node --import tsx bench/load-memory.ts [--models FOLDER] [MODEL ...]
//
// Without a MODEL: random ones in the shape of MobileLLM-125M.

import { execFileSync } from "node:child_process";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { withModels, writtenModel } from "./written-models.js";

interface Measured {
  /** Largest resident set, bytes. */
  readonly peak: number;
  /** Bytes of packed weights, 0 where nothing was loaded. */
  readonly weights: number;
}

const library = new URL("../dist/node.js", import.meta.url).href;

/** Runs in a process of its own: nothing else may have touched memory. */
const probe = `
  import { loadModel } from ${JSON.stringify(library)};
  const [path, type] = process.argv.slice(1);
  const model = path && (await loadModel(path, { weights: type }));
  const peak = process.resourceUsage().maxRSS * 1024;
  console.log(JSON.stringify({ peak, weights: model ? model.memory.weights : 0 }));
`;

function measure(...args: string[]): Measured {
  const flags = process.versions.node.startsWith("20.") ? ["--experimental-wasm-relaxed-simd"] : [];
  const out = execFileSync(process.execPath, [...flags, "--input-type=module", "-e", probe, ...args]);
  return JSON.parse(out.toString()) as Measured;
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1).padStart(8);

/** Prints a line for each model, held in the type given. @returns false if one took more than its limit */
function report(models: readonly (readonly [path: string, type: string])[]): boolean {
  const empty = measure();
  console.log(`empty process ${megabytes(empty.peak)} MB`);
  console.log(" weights MB  loaded MB   limit MB  loaded / weights");
  let within = true;
  for (const [model, type] of models) {
    const { peak, weights } = measure(model, type);
    const loaded = peak - empty.peak;
    const limit = 1.1 * weights + 60e6;
    within &&= loaded <= limit;
    const verdict = loaded <= limit ? "" : "  OVER THE LIMIT";
    const numbers = [weights, loaded, limit].map(megabytes).join("   ");
    console.log(`   ${numbers}  ${(loaded / weights).toFixed(2)}  ${basename(model)}, weights ${type}${verdict}`);
  }
  return within;
}

await withModels(process.argv.slice(2), async (given, folder) => {
  const models: [string, string][] = given.map((path) => [path, "file"]);
  if (given.length === 0) {
    for (const type of ["q4_0", "q8_0", "f16"] as const) {
      const path = await writtenModel(folder, type);
      models.push([path, "file"]);
      if (type === "f16") models.push([path, "int8"], [path, "f32"]); // re-encoded on the way
    }
    models.push([fileURLToPath(new URL("../test/fixtures/hf/llama-sharded", import.meta.url)), "file"]);
  }
  process.exitCode = report(models) ? 0 : 1;
});
