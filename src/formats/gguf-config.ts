// A GGUF's metadata to the normalised ModelConfig and schedule, for architecture "llama" and "mobilellm", our own for models
// that no other reader would run rightly.
//
// general.architecture = "mobilellm" has llama's keys under mobilellm.*, llama's tensor names, and
//   mobilellm.schedule.blocks           i32 array: executed layer -> stored block (0 .. block_count - 1)
//   mobilellm.feed_forward.activation   "silu" or "relu"; with "relu", ffn_gate may be absent: down(relu(up(x)))
// block_count counts stored blocks. llama.cpp refuses the architecture instead of running each block once.

import type { ModelConfig, TensorInfo } from "../checkpoint.js";
import { CheckpointError } from "../errors.js";
import { show, wholeNumber } from "./config.js";
import type { GgufHeader, GgufValue } from "./gguf-header.js";
import { maxLayers, schedule } from "./schedule.js";

/**
 * The config that the metadata and the tensors' shapes give; its sizes are checked by `checkConfig` afterwards.
 * @throws CheckpointError for fields missing or of a wrong kind, and for models that cannot be run
 */
export function readConfig(
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

/**
 * Executed layer -> stored block.
 * @throws CheckpointError for a schedule that names blocks which are not stored
 */
export function readSchedule(
  file: string,
  { metadata }: GgufHeader,
  architecture: string,
  config: ModelConfig,
): Int32Array {
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
