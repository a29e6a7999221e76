// A checkpoint in the shape of a real one, with random weights: speed and memory depend on shapes and types alone, so
// benches need not fetch anything.

import type { Checkpoint, ModelConfig, TensorInfo } from "../src/checkpoint.js";
import type { ConvertOptions } from "../src/formats/convert.js";
import { convertToFile } from "../src/node/convert-file.js";

/** MobileLLM-125M: 30 layers of 576 / 1536, 9 heads on 3 KV heads, a tied table of 32000 tokens. */
export const mobile125m: ModelConfig = {
  model_type: "llama",
  hidden_size: 576,
  intermediate_size: 1536,
  num_hidden_layers: 30,
  num_attention_heads: 9,
  num_key_value_heads: 3,
  head_dim: 64,
  vocab_size: 32000,
  max_position_embeddings: 2048,
  rms_norm_eps: 1e-5,
  rope_theta: 10000,
  rope_scale: 1,
  hidden_act: "silu",
  gated: true,
  tie_word_embeddings: true,
};

/** Writes a GGUF of that shape; its matrices are of `type`. Without a vocabulary: it takes token ids. */
export async function writeRandomModel(
  path: string,
  config: ModelConfig,
  type: NonNullable<ConvertOptions["type"]>,
): Promise<void> {
  const tensors = tensorsOf(config);
  const bits = randomBits();
  const checkpoint: Checkpoint = {
    name: "random",
    format: "gguf",
    config,
    blocks: Int32Array.from({ length: config.num_hidden_layers }, (_, layer) => layer),
    tensors,
    vocabulary: undefined,
    chatTemplate: undefined,
    async *readTensors() {
      for (const info of tensors) {
        const scale = 2 * Math.sqrt(3 / info.shape[1]);
        const isNorm = info.role.endsWith("norm");
        yield {
          info,
          async read(target) {
            const values = new Float32Array(target.buffer, target.byteOffset, target.byteLength / 4);
            for (let i = 0; i < values.length; i++) values[i] = isNorm ? 1 : (bits() / 2 ** 32 - 0.5) * scale;
          },
        };
      }
    },
    async close() {},
  };
  await convertToFile(checkpoint, path, { type });
}

function tensorsOf(config: ModelConfig): TensorInfo[] {
  const { hidden_size: hidden, intermediate_size: inner, vocab_size, num_hidden_layers, head_dim } = config;
  const queries = config.num_attention_heads * head_dim;
  const keys = config.num_key_value_heads * head_dim;
  const tensor = (role: TensorInfo["role"], block: number, rows: number, cols: number): TensorInfo => {
    const rope = role === "q_proj" || role === "k_proj" ? "interleaved" : "halves";
    return { name: `${block}.${role}`, role, block, shape: [rows, cols], type: "F32", rope };
  };
  const layers = Array.from({ length: num_hidden_layers }, (_, block) => [
    tensor("input_layernorm", block, 1, hidden),
    tensor("q_proj", block, queries, hidden),
    tensor("k_proj", block, keys, hidden),
    tensor("v_proj", block, keys, hidden),
    tensor("o_proj", block, hidden, queries),
    tensor("post_attention_layernorm", block, 1, hidden),
    tensor("gate_proj", block, inner, hidden),
    tensor("up_proj", block, inner, hidden),
    tensor("down_proj", block, hidden, inner),
  ]);
  return [tensor("embed_tokens", -1, vocab_size, hidden), ...layers.flat(), tensor("norm", -1, 1, hidden)];
}

/** 32 random bits a call (xorshift32, seeded the same each time). */
function randomBits(): () => number {
  let state = 0x9e3779b9;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
