// llama.cpp, native (npm node-llama-cpp, its prebuilt binary for this processor), as an engine that main.ts drives.
//
// Tests call the addon's batch directly, as llama-bench calls llama_decode: no sampling, no logits copied, one hop to a
// thread of libuv's and back for each call (main.ts --overhead measures it). For this the worker reaches into
// node-llama-cpp, whose version is therefore pinned.

import { getLlama, LlamaLogLevel } from "node-llama-cpp";
import { serve, tokens } from "./worker-protocol.mjs";

const llamaOf = (threads) =>
  getLlama({ gpu: false, build: "never", maxThreads: threads, logLevel: LlamaLogLevel.error });

let llama;
let model;
let context;
let length = 0;

/** Evaluates chunks, each in batches of at most 512; logits of each chunk's last token alone. */
async function evaluate(chunks) {
  const native = context._ctx;
  for (const ids of chunks) {
    for (let from = 0; from < ids.length; from += 512) {
      const batch = ids.slice(from, from + 512);
      const last = from + batch.length === ids.length;
      native.initBatch(batch.length);
      native.addToBatch(
        0,
        length,
        Uint32Array.from(batch),
        last ? Uint32Array.of(batch.length - 1) : new Uint32Array(),
      );
      await native.decodeBatch();
      length += batch.length;
    }
  }
}

serve({
  async prepare({ threads }) {
    llama = await llamaOf(threads);
    return { build: `${llama.llamaCppRelease.release}` };
  },
  async load({ path, threads, contextLength, flashAttention }) {
    model = await llama.loadModel({ modelPath: path, gpuLayers: 0 });
    context = await model.createContext({
      contextSize: contextLength,
      batchSize: Math.min(512, contextLength),
      threads,
      ...(flashAttention !== undefined && { flashAttention }),
    });
    length = 0;
    return { vocabulary: model.fileInfo.metadata.tokenizer.ggml.tokens.length };
  },
  reset() {
    context._ctx.disposeSequence(0);
    length = 0;
  },
  prefill: (count, vocabulary) => evaluate([tokens(count, vocabulary)]),
  decode: (count, vocabulary) => evaluate(tokens(count, vocabulary).map((id) => [id])),
  about: () => ({ threads: context._ctx.getThreads() }),
});
