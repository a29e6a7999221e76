// GGUF checkpoints: architecture "llama", and "mobilellm", our own for models that no other reader would run rightly.
//
// general.architecture = "mobilellm" has llama's keys under mobilellm.*, llama's tensor names, and
//   mobilellm.schedule.blocks           i32 array: executed layer -> stored block (0 .. block_count - 1)
//   mobilellm.feed_forward.activation   "silu" or "relu"; with "relu", ffn_gate may be absent: down(relu(up(x)))
// block_count counts stored blocks. llama.cpp refuses the architecture instead of running each block once.
//
// Metadata keys: ggml/docs/gguf.md. Without output.weight the embedding makes the logits (tied). Rows of attn_q and
// attn_k are interleaved for RoPE, as llama.cpp's converter permutes them.

import type { Checkpoint, GgufVocabulary, ModelConfig, TensorInfo, TensorRole } from "../checkpoint.js";
import { CheckpointError } from "../errors.js";
import type { ByteReader } from "./byte-reader.js";
import { checkConfig, checkTensors, isNorm, show, wholeNumber } from "./config.js";
import { type GgufHeader, type GgufTensor, type GgufValue, readGgufHeader } from "./gguf-header.js";
import { maxLayers, schedule } from "./schedule.js";
import { checkPlaces, type StoredTensor, streamTensors } from "./tensor-stream.js";
import { blockElements, bytesOf, ggmlType } from "./tensor-types.js";

/** GGUF's names of tensors: `output_norm.weight`, `blk.7.attn_q.weight`. */
export function ggufTensorName(role: TensorRole, block: number): string {
  return block < 0 ? `${topNames[role]}.weight` : `blk.${block}.${blockNames[role]}.weight`;
}

const topNames: Partial<Record<TensorRole, string>> = {
  embed_tokens: "token_embd",
  norm: "output_norm",
  lm_head: "output",
};

const blockNames: Partial<Record<TensorRole, string>> = {
  input_layernorm: "attn_norm",
  q_proj: "attn_q",
  k_proj: "attn_k",
  v_proj: "attn_v",
  o_proj: "attn_output",
  post_attention_layernorm: "ffn_norm",
  gate_proj: "ffn_gate",
  up_proj: "ffn_up",
  down_proj: "ffn_down",
};

const topRoles = invert(topNames);
const blockRoles = invert(blockNames);

function invert(names: Partial<Record<TensorRole, string>>): ReadonlyMap<string, TensorRole> {
  return new Map(Object.entries(names).map(([role, name]) => [name, role as TensorRole]));
}

/** Suffixes of the metadata keys that config fields come from, below `llama.` or `mobilellm.`. */
export const ggufKeys = {
  hidden_size: "embedding_length",
  intermediate_size: "feed_forward_length",
  num_hidden_layers: "block_count",
  num_attention_heads: "attention.head_count",
  num_key_value_heads: "attention.head_count_kv",
  head_dim: "attention.key_length",
  vocab_size: "vocab_size",
  max_position_embeddings: "context_length",
  rms_norm_eps: "attention.layer_norm_rms_epsilon",
  rope_theta: "rope.freq_base",
  rope_scale: "rope.scaling.factor",
  hidden_act: "feed_forward.activation",
} as const;

/**
 * Opens a GGUF checkpoint, versions 2 and 3, and leaves the reader before its tensors.
 * @throws CheckpointError for a damaged file, another architecture, or tensors of a type that is not read
 */
export async function readGguf(reader: ByteReader): Promise<Checkpoint> {
  const file = reader.name;
  const header = await readGgufHeader(reader);
  const architecture = header.metadata.get("general.architecture");
  if (architecture !== "llama" && architecture !== "mobilellm") {
    throw new CheckpointError(
      file,
      `general.architecture is ${show(architecture)}, expected "llama" or "mobilellm"; other architectures cannot be run`,
    );
  }
  const spell = (field: keyof ModelConfig) =>
    field in ggufKeys ? `${architecture}.${ggufKeys[field as keyof typeof ggufKeys]}` : field;
  const tensors = placeTensors(file, header, reader.size);
  const infos = tensors.map((tensor) => tensor.info);
  const config = readConfig(file, header, architecture, infos);
  checkConfig(file, config, spell);
  checkTensors(file, config, infos, ggufTensorName, spell);
  const blocks = readSchedule(file, header, architecture, config);
  const vocabulary = readVocabulary(file, header, config.vocab_size);
  const template = header.metadata.get("tokenizer.chat_template");
  let started = false;
  return {
    name: file,
    format: "gguf",
    config,
    blocks,
    tensors: infos,
    vocabulary,
    chatTemplate: typeof template === "string" ? template : undefined,
    readTensors() {
      if (started) throw new Error(`${file}: the tensors were read already; open the checkpoint again`);
      started = true;
      return streamTensors([{ reader, tensors }]);
    },
    close: () => reader.close(),
  };
}

function placeTensors(file: string, header: GgufHeader, size: number | undefined): StoredTensor[] {
  const stored = header.tensors.map((tensor) => {
    const info = describe(file, tensor);
    const bytes = bytesOf(info.type, info.shape[0] * info.shape[1]);
    return { name: tensor.name, info, offset: header.dataOffset + tensor.offset, bytes };
  });
  return checkPlaces(file, stored, size);
}

function describe(file: string, tensor: GgufTensor): TensorInfo {
  const { name, sizes } = tensor;
  const { type, name: typeName } = ggmlType(tensor.type);
  const { role, block } = place(file, name);
  if (type === undefined) {
    throw new CheckpointError(
      file,
      `tensor ${name} has type ${typeName}; F32, F16, BF16, Q8_0, Q4_0 and Q4_1 are read: ` +
        "get such a file of the model, or make one with llama.cpp's llama-quantize",
    );
  }
  const [cols, rows = 1, ...more] = sizes as [number, ...number[]];
  if (more.some((size) => size !== 1) || (isNorm(role) && rows !== 1)) {
    throw new CheckpointError(
      file,
      `tensor ${name} has dimensions ${sizes.join(" x ")}, expected ${isNorm(role) ? "one" : "two"}`,
    );
  }
  if (!Number.isSafeInteger(4 * rows * cols)) {
    throw new CheckpointError(
      file,
      `tensor ${name} has dimensions ${sizes.join(" x ")}, too large; the file is damaged`,
    );
  }
  if (cols % blockElements(type) !== 0) {
    throw new CheckpointError(
      file,
      `tensor ${name} is ${type} with rows of ${cols}, expected a multiple of ${blockElements(type)}; the file is damaged`,
    );
  }
  const rope = role === "q_proj" || role === "k_proj" ? "interleaved" : "halves";
  return { name, role, block, shape: [rows, cols], type, rope };
}

function place(file: string, name: string): { role: TensorRole; block: number } {
  const match = /^(?:blk\.(\d{1,9})\.)?([a-z_]+)\.weight$/.exec(name);
  const inBlock = match?.[1] !== undefined;
  const role = (inBlock ? blockRoles : topRoles).get(match?.[2] ?? "");
  if (role !== undefined) return { role, block: inBlock ? Number(match![1]) : -1 };
  const reason =
    name === "rope_freqs.weight"
      ? "the model scales RoPE frequency by frequency, which is not supported"
      : "it has no place in a llama model as it is run here (no biases, no experts)";
  throw new CheckpointError(file, `tensor ${name}: ${reason}; this checkpoint cannot be run`);
}

function readConfig(
  file: string,
  { metadata }: GgufHeader,
  architecture: "llama" | "mobilellm",
  tensors: readonly TensorInfo[],
): ModelConfig {
  const get = (suffix: string) => metadata.get(`${architecture}.${suffix}`);
  const number = (suffix: string, otherwise?: number): number => {
    const value = get(suffix) ?? otherwise;
    if (typeof value === "number") return shortestDecimal(value);
    throw new CheckpointError(
      file,
      `${architecture}.${suffix} is ${show(value)}, expected a number; the file is damaged`,
    );
  };
  /** Some writers give one number for each layer. */
  const perLayer = (suffix: string, otherwise?: number): number => {
    const value = get(suffix);
    if (typeof value !== "object" || value.length === 0) return number(suffix, otherwise);
    const first = value[0];
    if (typeof first === "number" && Array.prototype.every.call(value, (other) => other === first)) return first;
    throw new CheckpointError(file, `${architecture}.${suffix} differs between layers; such models cannot be run`);
  };
  const hidden_size = number("embedding_length");
  const heads = perLayer("attention.head_count");
  const head_dim = number("attention.key_length", hidden_size / heads);
  const expected: readonly (readonly [suffix: string, value: number, reason: string])[] = [
    ["attention.value_length", head_dim, "heads of keys and values of one size"],
    ["rope.dimension_count", head_dim, "RoPE over whole heads"],
    ["expert_count", 0, "no experts"],
  ];
  for (const [suffix, value, reason] of expected) {
    if (number(suffix, value) !== value) {
      throw new CheckpointError(
        file,
        `${architecture}.${suffix} is ${number(suffix)}, expected ${value} (${reason}); such models cannot be run`,
      );
    }
  }
  const hidden_act = get("feed_forward.activation") ?? "silu";
  if (hidden_act !== "silu" && hidden_act !== "relu") {
    throw new CheckpointError(
      file,
      `${architecture}.feed_forward.activation is ${show(hidden_act)}, expected "silu" or "relu"`,
    );
  }
  return {
    model_type: architecture,
    hidden_size,
    intermediate_size: perLayer("feed_forward_length"),
    num_hidden_layers: number("block_count"),
    num_attention_heads: heads,
    num_key_value_heads: perLayer("attention.head_count_kv", heads),
    head_dim,
    vocab_size: number("vocab_size", tensors.find((tensor) => tensor.role === "embed_tokens")?.shape[0] ?? 1),
    max_position_embeddings: number("context_length"),
    rms_norm_eps: number("attention.layer_norm_rms_epsilon"),
    rope_theta: number("rope.freq_base", 10000),
    rope_scale: ropeScale(file, architecture, get, number),
    hidden_act,
    gated: hidden_act !== "relu" || tensors.some((tensor) => tensor.role === "gate_proj"),
    tie_word_embeddings: !tensors.some((tensor) => tensor.role === "lm_head"),
  };
}

/** The f32 nearest to 1e-5 as 1e-5: what a person wrote, and what other formats have in decimal. */
function shortestDecimal(value: number): number {
  if (Number.isInteger(value) || Math.fround(value) !== value) return value;
  for (let digits = 1; digits < 9; digits++) {
    const decimal = Number(value.toPrecision(digits));
    if (Math.fround(decimal) === value) return decimal;
  }
  return value;
}

function ropeScale(
  file: string,
  architecture: string,
  get: (suffix: string) => GgufValue | undefined,
  number: (suffix: string, otherwise?: number) => number,
): number {
  // Files of 2023 have the factor under this key, without a type.
  const type = get("rope.scaling.type") ?? (get("rope.scale_linear") === undefined ? "none" : "linear");
  if (type === "none") return 1;
  if (type === "linear") return number("rope.scaling.factor", number("rope.scale_linear", 1)) || 1;
  throw new CheckpointError(
    file,
    `${architecture}.rope.scaling.type is ${show(type)}; only "none" and "linear" are supported, this checkpoint cannot be run`,
  );
}

function readSchedule(file: string, { metadata }: GgufHeader, architecture: string, config: ModelConfig): Int32Array {
  const key = `${architecture}.schedule.blocks`;
  const value = architecture === "mobilellm" ? metadata.get(key) : undefined;
  if (value === undefined) return schedule("none", config.num_hidden_layers);
  if (!(value instanceof Int32Array)) {
    throw new CheckpointError(file, `${key} is ${show(value)}, expected an array of i32`);
  }
  wholeNumber(file, `the length of ${key}`, value.length, 1, maxLayers);
  try {
    return schedule([...value], config.num_hidden_layers);
  } catch (error) {
    throw new CheckpointError(file, `${key}: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * The vocabulary of a GGUF, which may hold nothing else (llama.cpp's vocabulary files).
 * @returns undefined where it holds none
 * @throws CheckpointError for a damaged file
 */
export async function readGgufVocabulary(reader: ByteReader): Promise<GgufVocabulary | undefined> {
  return readVocabulary(reader.name, await readGgufHeader(reader), undefined);
}

function readVocabulary(file: string, { metadata }: GgufHeader, rows: number | undefined): GgufVocabulary | undefined {
  const model = metadata.get("tokenizer.ggml.model");
  if (model === undefined || model === "none" || model === "no_vocab") return undefined;
  const tokens = metadata.get("tokenizer.ggml.tokens");
  if (typeof model !== "string" || !isStrings(tokens)) {
    throw new CheckpointError(file, "tokenizer.ggml.tokens is missing or no list of strings; convert the model again");
  }
  if (rows !== undefined && tokens.length !== rows) {
    throw new CheckpointError(
      file,
      `tokenizer.ggml.tokens has ${tokens.length} entries, but token_embd.weight has ${rows} rows; ` +
        "the file is damaged or was converted wrongly",
    );
  }
  const scores = metadata.get("tokenizer.ggml.scores");
  const types = metadata.get("tokenizer.ggml.token_type");
  const merges = metadata.get("tokenizer.ggml.merges");
  if (scores !== undefined && !(scores instanceof Float32Array && scores.length === tokens.length)) {
    throw new CheckpointError(file, `tokenizer.ggml.scores is no f32 array of ${tokens.length}, one for each token`);
  }
  if (types !== undefined && !(types instanceof Int32Array && types.length === tokens.length)) {
    throw new CheckpointError(
      file,
      `tokenizer.ggml.token_type is no i32 array of ${tokens.length}, one for each token`,
    );
  }
  if (merges !== undefined && !isStrings(merges)) {
    throw new CheckpointError(file, "tokenizer.ggml.merges is no list of strings");
  }
  const id = (key: string): number | undefined => {
    const value = metadata.get(`tokenizer.ggml.${key}`);
    // 2^32 - 1 stands for "none" in some writers.
    if (value === undefined || value === 0xffffffff || value === -1) return undefined;
    return wholeNumber(file, `tokenizer.ggml.${key}`, value, 0, tokens.length - 1);
  };
  const flag = (key: string): boolean | undefined => {
    const value = metadata.get(`tokenizer.ggml.${key}`);
    if (value === undefined || typeof value === "boolean") return value;
    throw new CheckpointError(file, `tokenizer.ggml.${key} is ${show(value)}, expected a boolean`);
  };
  const pre = metadata.get("tokenizer.ggml.pre");
  return {
    kind: "gguf",
    model,
    pre: typeof pre === "string" ? pre : undefined,
    tokens,
    scores,
    tokenTypes: types,
    merges,
    bosId: id("bos_token_id"),
    eosId: id("eos_token_id"),
    eotId: id("eot_token_id"),
    unknownId: id("unknown_token_id"),
    addBos: flag("add_bos_token"),
    addEos: flag("add_eos_token"),
    addSpacePrefix: flag("add_space_prefix"),
  };
}

function isStrings(value: GgufValue | undefined): value is readonly string[] {
  return Array.isArray(value) && (value.length === 0 || typeof value[0] === "string");
}
