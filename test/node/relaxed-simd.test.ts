// A program that imports the library gets relaxed SIMD on Node 20 without starting Node with a flag, in workers too; where
// the flag may not be set it gets the other build, which makes the same bits. Run against dist/, in processes of their own.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { test } from "uvu";
import * as assert from "uvu/assert";

const isNode20 = process.versions.v8.startsWith("11.3.");
const library = new URL("../../dist/node.js", import.meta.url).href;
const model = fileURLToPath(new URL("../fixtures/gguf/q4_1-tied.gguf", import.meta.url));

function score(flags: readonly string[], threads: number): { build: string; logprobs: readonly number[] } {
  const program = `
    import { loadModel } from ${JSON.stringify(library)};
    const model = await loadModel(${JSON.stringify(model)}, { threads: ${threads} });
    const { logprobs } = await model.score([1, 17, 5, 40, 9, 33, 2]);
    process.stdout.write(JSON.stringify({ build: model.build, logprobs }));
    await model.dispose();`;
  const args = [...flags, "--input-type=module", "--eval", program];
  // Other tests may have set the flag in the environment's options.
  const env = { ...process.env, NODE_OPTIONS: "" };
  return JSON.parse(execFileSync(process.execPath, args, { env }).toString());
}

const plain = score([], 0);

test("the relaxed build runs without any flag", () => {
  assert.is(plain.build, "relaxed");
});

test("worker threads run it too", () => {
  assert.equal(score([], 2), plain);
});

for (const flag of ["--no-experimental-wasm-relaxed-simd", "--freeze-flags-after-init"]) {
  test(`${flag} is respected: the plain build gives the same bits`, () => {
    if (!isNode20) return; // later versions have relaxed SIMD on
    for (const threads of [0, 1]) assert.equal(score([flag], threads), { ...plain, build: "simd" });
  });
}

test.run();
