// Log-probabilities of a GGUF file as native llama.cpp computes them (npm node-llama-cpp, one thread, f32 KV cache).
//
//   node llama-cpp.mjs MODEL.gguf 1,2,3        prints a JSON array: ln p(ids[i + 1] | ids[0..i])

import { getLlama, LlamaLogLevel } from "node-llama-cpp";

const [modelPath, list] = process.argv.slice(2);
const ids = list.split(",").map(Number);
const llama = await getLlama({ gpu: false, build: "never", maxThreads: 1, logLevel: LlamaLogLevel.error });
const model = await llama.loadModel({ modelPath, gpuLayers: 0 });
const context = await model.createContext({
  contextSize: 256,
  batchSize: 256,
  flashAttention: false,
  threads: 1,
  experimentalKvCacheKeyType: "F32",
  experimentalKvCacheValueType: "F32",
});
const out = await context.getSequence().controlledEvaluate(ids.map((id) => [id, { generateNext: { logits: true } }]));
const logprobs = ids.slice(1).map((next, i) => {
  const logits = [...out[i].next.logits];
  const top = logits.reduce((most, [, logit]) => Math.max(most, logit), -Infinity);
  const sum = logits.reduce((total, [, logit]) => total + Math.exp(logit - top), 0);
  return logits.find(([id]) => id === next)[1] - top - Math.log(sum);
});
console.log(JSON.stringify(logprobs));
process.exit(0);
