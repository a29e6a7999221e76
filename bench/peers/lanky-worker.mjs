// lanky as an engine that main.ts drives: the built library (dist/), in whatever Node runs this, and as any program gets it
// (on Node 20 it switches relaxed SIMD on itself, as the command does); with "plain-simd" the build for hosts without.

import { loadModel } from "../../dist/node.js";
import { serve, tokens } from "./worker-protocol.mjs";

const build = process.argv.includes("plain-simd") ? "simd" : undefined;
let model;
let session;
let logits;

serve({
  prepare: () => ({}),
  async load({ path, threads, contextLength, kv }) {
    session?.dispose();
    await model?.dispose();
    model = await loadModel(path, { threads: threads === 1 ? 0 : threads, contextLength, kv, build });
    session = model.createSession();
    session.reserve();
    logits = new Float32Array(model.config.vocab_size);
  },
  reset: () => session.reset(),
  async prefill(count) {
    await session.evaluate(tokens(count));
  },
  async decode(count) {
    for (const id of tokens(count)) await session.evaluate([id], { into: logits });
  },
  about: () => ({ build: model.build, threads: Math.max(1, model.threads), memory: model.memory }),
});
