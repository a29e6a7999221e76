// A checkpoint in the shape of a real one, with random weights: speed and memory depend on shapes and types alone, so
// benches need not fetch anything.
//
// Weights are uniform with the variance that keeps activations in range (1 / columns), norms are 1. Each tensor has a
// generator of its own, seeded by the model's seed, its role and its block: a block is the same whatever stands beside it,
// so a base model, its layer-shared twin and the unshared twin of that hold the same weights. The vocabulary is made up
// (SentencePiece: control tokens, bytes, strings of letters), so that other engines load the file as well.

import type { Checkpoint, GgufVocabulary, ModelConfig, TensorInfo, TensorType } from "../src/checkpoint.js";
import { tokenTypes } from "../src/formats/gguf-vocabulary.js";
import { type ScheduleKind, schedule, sharesBlocks } from "../src/formats/schedule.js";
import { encode } from "../src/formats/tensor-codec.js";
import { blockElements } from "../src/formats/tensor-types.js";
import { spaceMark } from "../src/formats/tokenizer-json-scores.js";
import { convertToFile } from "../src/node/convert-file.js";

/** Types of matrices, spelled as on the command line. */
export const randomTypes = { f32: "F32", f16: "F16", bf16: "BF16", q8_0: "Q8_0", q4_0: "Q4_0", q4_1: "Q4_1" } as const;
export type RandomType = keyof typeof randomTypes;

export interface RandomModelOptions {
  /** Same seed, same weights. Default 1. */
  readonly seed?: number;
  /** How the stored blocks, `num_hidden_layers` of them, are executed. Default "none": each once. */
  readonly sharing?: ScheduleKind;
  /** Store a block for each executed layer, equal ones too: the twin that does the same without sharing. */
  readonly unshared?: boolean;
}

const mobilellm = (layers: number, heads: number, kvHeads: number, hidden: number, inner: number): ModelConfig => ({
  model_type: "llama",
  hidden_size: hidden,
  intermediate_size: inner,
  num_hidden_layers: layers,
  num_attention_heads: heads,
  num_key_value_heads: kvHeads,
  head_dim: 64,
  vocab_size: 32000,
  max_position_embeddings: 2048,
  rms_norm_eps: 1e-5,
  rope_theta: 10000,
  rope_scale: 1,
  hidden_act: "silu",
  gated: true,
  tie_word_embeddings: true,
});

/** MobileLLM's shapes (https://arxiv.org/abs/2402.14905, and the configs that its authors released). */
export const mobilellmShapes: Readonly<Record<string, ModelConfig>> = {
  "125m": mobilellm(30, 9, 3, 576, 1536),
  "350m": mobilellm(32, 15, 5, 960, 2560),
  "600m": mobilellm(40, 18, 6, 1152, 3072),
  "1b": mobilellm(54, 20, 5, 1280, 3584),
  "1.5b": mobilellm(54, 25, 5, 1600, 4352),
};

/** MobileLLM-125M: 30 layers of 576 / 1536, 9 heads on 3 KV heads, a tied table of 32000 tokens. */
export const mobile125m: ModelConfig = mobilellmShapes["125m"]!;

/**
 * Writes a GGUF of that shape; its matrices are of `type`, or F16 where rows are no whole number of its blocks.
 * @throws RangeError for a vocabulary too small for control tokens and bytes
 */
export async function writeRandomModel(
  path: string,
  config: ModelConfig,
  type: RandomType,
  options: RandomModelOptions = {},
): Promise<void> {
  const executed = schedule(options.sharing ?? "none", config.num_hidden_layers);
  // Stored block -> whose weights it has, and executed layer -> stored block.
  const sources = options.unshared ? executed : schedule("none", config.num_hidden_layers);
  const blocks = options.unshared ? schedule("none", executed.length) : executed;
  const stored: ModelConfig = {
    ...config,
    num_hidden_layers: sources.length,
    model_type: sharesBlocks(blocks, sources.length) ? "mobilellm" : "llama",
  };
  const tensors = tensorsOf(stored, randomTypes[type]);
  const checkpoint: Checkpoint = {
    name: "random",
    format: "gguf",
    config: stored,
    blocks,
    tensors,
    vocabulary: madeUpVocabulary(config.vocab_size),
    chatTemplate: undefined,
    async *readTensors() {
      for (const info of tensors) {
        const random = randomBits(options.seed ?? 1, info.role, info.block < 0 ? -1 : sources[info.block]!);
        const [, cols] = info.shape;
        const scale = (2 * Math.sqrt(3 / cols)) / 2 ** 32;
        const isNorm = info.role.endsWith("norm");
        yield {
          info,
          async read(target) {
            const blockBytes = encode(info.type, new Float32Array(blockElements(info.type))).length;
            const values = new Float32Array((target.length / blockBytes) * blockElements(info.type));
            for (let i = 0; i < values.length; i++) values[i] = isNorm ? 1 : (random() - 2 ** 31) * scale;
            encode(info.type, values, target);
          },
        };
      }
    },
    async close() {},
  };
  await convertToFile(checkpoint, path, { name: `random ${config.hidden_size} x ${blocks.length}` });
}

function tensorsOf(config: ModelConfig, type: TensorType): TensorInfo[] {
  const { hidden_size: hidden, intermediate_size: inner, vocab_size, num_hidden_layers, head_dim } = config;
  const queries = config.num_attention_heads * head_dim;
  const keys = config.num_key_value_heads * head_dim;
  const tensor = (role: TensorInfo["role"], block: number, rows: number, cols: number): TensorInfo => ({
    name: `${block}.${role}`,
    role,
    block,
    shape: [rows, cols],
    type: role.endsWith("norm") ? "F32" : cols % blockElements(type) === 0 ? type : "F16",
    rope: role === "q_proj" || role === "k_proj" ? "interleaved" : "halves",
  });
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
  const head = config.tie_word_embeddings ? [] : [tensor("lm_head", -1, vocab_size, hidden)];
  return [tensor("embed_tokens", -1, vocab_size, hidden), ...layers.flat(), tensor("norm", -1, 1, hidden), ...head];
}

/** Control tokens, bytes, then pieces: letters, pairs of letters and so on, each with and without a space before it. */
function madeUpVocabulary(size: number): GgufVocabulary {
  const tokens = ["<unk>", "<s>", "</s>"];
  const types: number[] = [tokenTypes.unknown, tokenTypes.control, tokenTypes.control];
  for (let byte = 0; byte < 256; byte++) {
    tokens.push(`<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`);
    types.push(tokenTypes.byte);
  }
  tokens.push(spaceMark);
  types.push(tokenTypes.normal);
  if (size < tokens.length) throw new RangeError(`a vocabulary of ${size} is too small; at least ${tokens.length}`);
  for (let word = 0; tokens.length < size; word++) {
    tokens.push(spell(word), `${spaceMark}${spell(word)}`);
    types.push(tokenTypes.normal, tokenTypes.normal);
  }
  return {
    kind: "gguf",
    model: "llama",
    pre: "default",
    tokens: tokens.slice(0, size),
    scores: Float32Array.from({ length: size }, (_, id) => (id < 259 ? 0 : 259 - id)),
    tokenTypes: Int32Array.from(types.slice(0, size)),
    merges: undefined,
    bosId: 1,
    eosId: 2,
    eotId: undefined,
    unknownId: 0,
    addBos: true,
    addEos: false,
    addSpacePrefix: true,
  };
}

/** 0, 1, ... as a, b, ..., z, aa, ab, ... */
function spell(number: number): string {
  const last = String.fromCharCode(97 + (number % 26));
  return number < 26 ? last : spell(Math.floor(number / 26) - 1) + last;
}

/** 32 random bits a call (xorshift32), the same for the same seed, role and block. */
function randomBits(seed: number, role: string, block: number): () => number {
  let state = 0x811c9dc5 ^ seed; // FNV-1a
  for (const character of `${role} ${block} ${seed}`) state = Math.imul(state ^ character.charCodeAt(0), 0x01000193);
  state ||= 0x9e3779b9;
  for (let i = 0; i < 8; i++) step();
  function step(): number {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  }
  return step;
}
