// What `convert` writes for an ordinary model, llama.cpp loads, and finds it as probable as we do. Needs native llama.cpp:
// npm install --prefix bench/peers. Without it this file says that it skips.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { convertModel, loadModel, openModel } from "../../src/node.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const installed = existsSync(join(root, "bench/peers/node_modules/node-llama-cpp"));
const run = installed ? test : test.skip;
if (!installed) console.log("skipped: llama.cpp is not installed (npm install --prefix bench/peers)");

// Mean |difference| of log-probabilities: rounding for floats, the noise of int8 activations for quantised types.
const cases = [
  ["gguf/f32-tied.gguf", "f32", 1e-4],
  ["gguf/f32-tied.gguf", "f16", 0.01],
  ["gguf/f16-separate.gguf", "bf16", 0.05],
  ["gguf/f32-tied.gguf", "q8_0", 0.15],
  ["gguf/f32-tied.gguf", "q4_0", 0.15],
  ["hf/mobilellm", "f16", 0.01],
  ["hf/llama-sharded", "f32", 1e-4],
  ["llama2c/shared.bin", "f32", 1e-4],
  ["llama2c/classifier.bin", "f16", 0.01],
] as const;

for (const [source, type, tolerance] of cases) {
  run(`llama.cpp loads ${source} converted to ${type} and agrees`, async () => {
    const folder = mkdtempSync(join(tmpdir(), "lanky-"));
    try {
      const file = join(folder, "converted.gguf");
      await convertModel(join(root, "test/fixtures", source), file, { type });
      const model = await loadModel(file);
      const ids = Array.from({ length: 24 }, (_, i) => (i * 29 + 5) % model.config.vocab_size);
      const { logprobs } = await model.score(ids);
      await model.dispose();
      const script = join(root, "bench/peers/llama-cpp.mjs");
      const theirs = JSON.parse(execFileSync(process.execPath, [script, file, ids.join()], { encoding: "utf8" }));
      const mean = logprobs.reduce((sum, p, i) => sum + Math.abs(p - theirs[i]), 0) / logprobs.length;
      assert.ok(mean < tolerance, `mean difference ${mean}`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

run("llama.cpp refuses a model with shared blocks instead of computing another one", async () => {
  const folder = mkdtempSync(join(tmpdir(), "lanky-"));
  try {
    const file = join(folder, "shared.gguf");
    await convertModel(join(root, "test/fixtures/hf/mobilellm-sharing"), file, {});
    const checkpoint = await openModel(file);
    assert.equal([...checkpoint.blocks].slice(0, 4), [0, 0, 1, 1]);
    await checkpoint.close();
    const script = join(root, "bench/peers/llama-cpp.mjs");
    assert.throws(() => execFileSync(process.execPath, [script, file, "1,2"], { stdio: "pipe" }));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.run();
