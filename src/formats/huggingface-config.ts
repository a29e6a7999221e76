// config.json of Hugging Face, model types "mobilellm" and "llama", to the normalised ModelConfig.
//
// MobileLLM's released configs say `tie_word_embeddings: false` though the embedding is shared; `share_embedding` is the
// field that its code obeys, so it wins. `layer_sharing: true` executes each block twice in a row (MobileLLM-LS).

import type { ModelConfig } from "../checkpoint.js";
import { CheckpointError } from "../errors.js";
import { show, wholeNumber } from "./config.js";
import { isObject, type JsonObject } from "./json.js";

/** A ModelConfig before it is known whether the feed-forward is gated: the tensors tell. */
export interface HuggingFaceConfig {
  readonly config: Omit<ModelConfig, "gated">;
  readonly layerSharing: boolean;
}

/**
 * Normalises a config.json; sizes are checked by `checkConfig` afterwards.
 * @throws CheckpointError for model types, activations and RoPE scalings that cannot be run, and fields of a wrong kind
 */
export function parseConfig(file: string, json: JsonObject): HuggingFaceConfig {
  const model_type = json.model_type;
  if (model_type !== "llama" && model_type !== "mobilellm") {
    throw new CheckpointError(
      file,
      `model_type is ${show(model_type)}, expected "llama" or "mobilellm"; other models cannot be run`,
    );
  }
  const number = (field: string, otherwise?: number): number => {
    const value = json[field] ?? otherwise;
    if (typeof value === "number") return value;
    throw new CheckpointError(file, `${field} is ${show(json[field])}, expected a number`);
  };
  const flag = (field: string, otherwise: boolean): boolean => {
    const value = json[field] ?? otherwise;
    if (typeof value === "boolean") return value;
    throw new CheckpointError(file, `${field} is ${show(value)}, expected true or false`);
  };
  for (const field of ["attention_bias", "mlp_bias"]) {
    if (flag(field, false)) throw new CheckpointError(file, `${field} is true; models with biases cannot be run`);
  }
  const hidden_size = number("hidden_size");
  const heads = number("num_attention_heads");
  const tie = flag("tie_word_embeddings", false);
  const { rope_theta, rope_scale } = parseRope(file, json);
  return {
    config: {
      model_type,
      hidden_size,
      intermediate_size: number("intermediate_size"),
      num_hidden_layers: number("num_hidden_layers"),
      num_attention_heads: heads,
      num_key_value_heads: number("num_key_value_heads", heads),
      head_dim: number("head_dim", hidden_size / heads),
      vocab_size: number("vocab_size"),
      max_position_embeddings: number("max_position_embeddings", 2048),
      rms_norm_eps: number("rms_norm_eps", 1e-6),
      rope_theta,
      rope_scale,
      hidden_act: parseActivation(file, json.hidden_act ?? "silu"),
      tie_word_embeddings: flag("share_embedding", tie),
    },
    layerSharing: flag("layer_sharing", false),
  };
}

function parseActivation(file: string, name: unknown): "silu" | "relu" {
  if (name === "silu" || name === "swish") return "silu";
  if (name === "relu") return "relu";
  throw new CheckpointError(file, `hidden_act is ${show(name)}, expected "silu" or "relu"; such models cannot be run`);
}

/** `rope_theta` and `rope_scaling` at the top, or both in `rope_parameters`, as newer transformers write it. */
function parseRope(file: string, json: JsonObject): { rope_theta: number; rope_scale: number } {
  const field = json.rope_parameters != null ? "rope_parameters" : "rope_scaling";
  const scaling = json[field] ?? {};
  if (!isObject(scaling)) throw new CheckpointError(file, `${field} is ${show(scaling)}, expected an object or null`);
  const rope_theta = json.rope_theta ?? scaling.rope_theta ?? 10000;
  if (typeof rope_theta !== "number") {
    throw new CheckpointError(file, `rope_theta is ${show(rope_theta)}, expected a positive number`);
  }
  const partial = json.partial_rotary_factor ?? scaling.partial_rotary_factor ?? 1;
  if (partial !== 1) {
    throw new CheckpointError(file, `partial_rotary_factor is ${show(partial)}, expected 1; such models cannot be run`);
  }
  const type = scaling.rope_type ?? scaling.type ?? "default";
  if (type === "default") return { rope_theta, rope_scale: 1 };
  if (type !== "linear") {
    throw new CheckpointError(
      file,
      `${field} has type ${show(type)}; only "default" and "linear" are supported, this model cannot be run`,
    );
  }
  if (typeof scaling.factor !== "number") {
    throw new CheckpointError(file, `factor of ${field} is ${show(scaling.factor)}, expected a positive number`);
  }
  return { rope_theta, rope_scale: scaling.factor };
}

/**
 * The ids that end a text, as config.json and generation_config.json give them: one, several or none.
 * @throws CheckpointError for ids outside the vocabulary
 */
export function parseEosIds(file: string, json: JsonObject, vocabSize: number): readonly number[] {
  const value = json.eos_token_id ?? [];
  const ids: readonly unknown[] = Array.isArray(value) ? value : [value];
  // -1 stands for "none" in some old configs.
  return ids.filter((id) => id !== -1).map((id) => wholeNumber(file, "eos_token_id", id, 0, vocabSize - 1));
}
