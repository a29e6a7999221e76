// lanky as an engine that main.ts drives: the built library (dist/), in whatever Node runs this. With "as-command" it sets
// what bin/lanky.js sets, so that Node 20 runs what users of the command get; without, what a program gets that imports
// the library and sets nothing.

import { setFlagsFromString } from "node:v8";
import { serve, tokens } from "./worker-protocol.mjs";

if (process.argv.includes("as-command") && process.versions.node.startsWith("20.")) {
  setFlagsFromString("--experimental-wasm-relaxed-simd");
}
const { loadModel } = await import("../../dist/node.js");

let model;
let session;

serve({
  prepare: () => ({}),
  async load({ path, threads, contextLength, kv }) {
    session?.dispose();
    await model?.dispose();
    model = await loadModel(path, { threads: threads === 1 ? 0 : threads, contextLength, ...(kv && { kv }) });
    session = model.createSession();
    session.reserve();
    return { vocabulary: model.config.vocab_size };
  },
  reset: () => session.reset(),
  async prefill(count, vocabulary) {
    await session.evaluate(tokens(count, vocabulary));
  },
  async decode(count, vocabulary) {
    for (const id of tokens(count, vocabulary)) await session.evaluate([id]);
  },
  about: () => ({ build: model.build, threads: Math.max(1, model.threads), memory: model.memory }),
});
