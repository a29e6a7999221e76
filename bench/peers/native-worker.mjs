// llama.cpp, native, as an engine that main.ts drives: npm node-llama-cpp's prebuilt library for this processor.
//
// It is driven through the addon itself, below node-llama-cpp's own model and context: loading is llama.cpp's alone (that
// package reads the header a second time, in JavaScript), and a test is a series of llama_decode, as in llama-bench: no
// sampling, no logits copied, one hop to a thread of libuv's and back for each call (main.ts measures it, part
// "overhead"). These classes are not the package's public interface, so its version is pinned.

import { getLlama, LlamaLogLevel } from "node-llama-cpp";
import { serve, tokens } from "./worker-protocol.mjs";

const batchSize = 512;

let addon;
let context;
let length = 0; // tokens in the context

/** Evaluates ids in batches; logits of the last token alone. */
async function evaluate(ids) {
  for (let from = 0; from < ids.length; from += batchSize) {
    const batch = Uint32Array.from(ids.slice(from, from + batchSize));
    const last = from + batch.length === ids.length;
    context.initBatch(batch.length);
    context.addToBatch(0, length, batch, last ? Uint32Array.of(batch.length - 1) : new Uint32Array());
    await context.decodeBatch();
    length += batch.length;
  }
}

function reset() {
  context.disposeSequence(0);
  length = 0;
}

serve({
  async prepare({ threads }) {
    const llama = await getLlama({
      gpu: false,
      build: "never",
      maxThreads: threads,
      logLevel: LlamaLogLevel.error,
    });
    addon = llama._bindings;
    return { build: `llama.cpp ${llama.llamaCppRelease.release}` };
  },
  async load({ path, threads, contextLength }) {
    const model = new addon.AddonModel(path, { gpuLayers: 0, useMmap: true });
    if (!(await model.init())) throw new Error(`llama.cpp does not load ${path}`);
    context = new addon.AddonContext(model, {
      contextSize: contextLength,
      batchSize,
      sequences: 1,
      threads,
      flashAttention: "auto",
    });
    if (!(await context.init())) throw new Error(`llama.cpp makes no context of ${contextLength} tokens`);
    length = 0;
  },
  reset,
  prefill: (count) => evaluate(tokens(count)),
  async decode(count) {
    for (const id of tokens(count)) await evaluate([id]);
  },
  about: () => ({ threads: context.getThreads() }),
});
