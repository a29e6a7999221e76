// A model's sizes, checked once before anything is reserved for them: every later part trusts a ModelConfig. And its
// tensors, checked against those sizes: each there once, of the shape that the sizes ask for.

import type { ModelConfig, TensorInfo, TensorRole } from "../checkpoint.js";
import { CheckpointError } from "../errors.js";
import { blockElements } from "./tensor-types.js";

/** How a format spells a config field, for messages: `hidden_size` may be `llama.embedding_length`. */
export type FieldSpelling = (field: keyof ModelConfig) => string;

/** How a format names a tensor. */
export type TensorSpelling = (role: TensorRole, block: number) => string;

// Generous against any model of this kind, tight enough that products of two stay exact integers.
const largest = {
  hidden_size: 1 << 20,
  intermediate_size: 1 << 20,
  num_hidden_layers: 4096,
  num_attention_heads: 1 << 14,
  num_key_value_heads: 1 << 14,
  head_dim: 1 << 14,
  vocab_size: 1 << 24,
  max_position_embeddings: 1 << 30,
} as const;

/** The engine's attention reads heads in vectors of 8. */
const headDimMultiple = 8;

/**
 * Returns `config` if it is sound.
 * @throws CheckpointError naming the field, as `spell` spells it, the value and what is expected
 */
export function checkConfig(file: string, config: ModelConfig, spell: FieldSpelling): ModelConfig {
  for (const field of Object.keys(largest) as (keyof typeof largest)[]) {
    wholeNumber(file, spell(field), config[field], 1, largest[field]);
  }
  const { num_attention_heads: heads, num_key_value_heads: kvHeads, head_dim } = config;
  if (heads % kvHeads !== 0) {
    throw new CheckpointError(
      file,
      `${spell("num_attention_heads")} is ${heads}, expected a multiple of ${spell("num_key_value_heads")}, ${kvHeads}`,
    );
  }
  if (head_dim % headDimMultiple !== 0) {
    throw new CheckpointError(
      file,
      `${spell("head_dim")} is ${head_dim}; this engine needs a multiple of ${headDimMultiple}, such models cannot be run`,
    );
  }
  positive(file, spell("rope_theta"), config.rope_theta);
  positive(file, spell("rope_scale"), config.rope_scale);
  const eps = config.rms_norm_eps;
  if (!(Number.isFinite(eps) && eps >= 0 && eps < 1)) {
    throw new CheckpointError(file, `${spell("rms_norm_eps")} is ${eps}, expected a number from 0 up to 1`);
  }
  return config;
}

/**
 * Returns `value` if it is a whole number in [lowest, highest].
 * @throws CheckpointError naming the field
 */
export function wholeNumber(file: string, field: string, value: unknown, lowest: number, highest: number): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value < lowest || value > highest) {
    throw new CheckpointError(
      file,
      `${field} is ${show(value)}, expected a whole number from ${lowest} to ${highest}; check the file or fetch it again`,
    );
  }
  return value;
}

function positive(file: string, field: string, value: number): void {
  if (!(typeof value === "number" && Number.isFinite(value) && value > 0)) {
    throw new CheckpointError(file, `${field} is ${show(value)}, expected a positive number`);
  }
}

/** A value as a message shows it: short, and on one line. */
export function show(value: unknown): string {
  if (value === undefined) return "missing";
  const text = typeof value === "bigint" ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

interface ShapeRule {
  readonly rows: (config: ModelConfig) => number;
  readonly cols: (config: ModelConfig) => number;
  /** The fields that `rows` and `cols` come from. */
  readonly fields: readonly (keyof ModelConfig)[];
}

const attentionWidth = (config: ModelConfig) => config.num_attention_heads * config.head_dim;
const keyValueWidth = (config: ModelConfig) => config.num_key_value_heads * config.head_dim;
const hidden = (config: ModelConfig) => config.hidden_size;
const intermediate = (config: ModelConfig) => config.intermediate_size;
const one = () => 1;

const table: ShapeRule = { rows: (config) => config.vocab_size, cols: hidden, fields: ["vocab_size", "hidden_size"] };
const norm: ShapeRule = { rows: one, cols: hidden, fields: ["hidden_size"] };
const keyValue: ShapeRule = {
  rows: keyValueWidth,
  cols: hidden,
  fields: ["num_key_value_heads", "head_dim", "hidden_size"],
};
const widen: ShapeRule = { rows: intermediate, cols: hidden, fields: ["intermediate_size", "hidden_size"] };

const shapes: Readonly<Record<TensorRole, ShapeRule>> = {
  embed_tokens: table,
  lm_head: table,
  norm,
  input_layernorm: norm,
  q_proj: { rows: attentionWidth, cols: hidden, fields: ["num_attention_heads", "head_dim", "hidden_size"] },
  k_proj: keyValue,
  v_proj: keyValue,
  o_proj: { rows: hidden, cols: attentionWidth, fields: ["hidden_size", "num_attention_heads", "head_dim"] },
  post_attention_layernorm: norm,
  gate_proj: widen,
  up_proj: widen,
  down_proj: { rows: hidden, cols: intermediate, fields: ["hidden_size", "intermediate_size"] },
};

const normRoles: ReadonlySet<TensorRole> = new Set<TensorRole>(["norm", "input_layernorm", "post_attention_layernorm"]);
const blockRoles = (Object.keys(shapes) as TensorRole[]).filter(
  (role) => !["embed_tokens", "lm_head", "norm"].includes(role),
);

/** True for the vectors that scale an RMSNorm, false for matrices. */
export function isNorm(role: TensorRole): boolean {
  return normRoles.has(role);
}

/** [rows, cols] of the tensor that a model of these sizes has in this role. */
export function expectedShape(config: ModelConfig, role: TensorRole): readonly [rows: number, cols: number] {
  return [shapes[role].rows(config), shapes[role].cols(config)];
}

/**
 * Checks that the tensors are those of the model: each once, none missing, shapes as the config asks.
 * @throws CheckpointError naming the tensor as the file does, and the fields it contradicts
 */
export function checkTensors(
  file: string,
  config: ModelConfig,
  tensors: readonly TensorInfo[],
  nameOf: TensorSpelling,
  spell: FieldSpelling,
): void {
  const found = new Map<string, TensorInfo>();
  for (const tensor of tensors) {
    const { name, role, block, shape, type } = tensor;
    if (block >= config.num_hidden_layers) {
      throw new CheckpointError(
        file,
        `tensor ${name} belongs to block ${block}, but ${spell("num_hidden_layers")} is ${config.num_hidden_layers}`,
      );
    }
    const twin = found.get(`${role} ${block}`);
    if (twin !== undefined) throw new CheckpointError(file, `tensor ${name} is there twice; the file is damaged`);
    found.set(`${role} ${block}`, tensor);
    const [rows, cols] = expectedShape(config, role);
    if (shape[0] !== rows || shape[1] !== cols) {
      const fields = shapes[role].fields.map((field) => `${spell(field)} ${config[field]}`).join(", ");
      const [was, asked] = isNorm(role)
        ? [`[${shape[1]}]`, `[${cols}]`]
        : [`[${shape.join(", ")}]`, `[${rows}, ${cols}]`];
      throw new CheckpointError(file, `tensor ${name} has shape ${was}, but ${fields} ask for ${asked}`);
    }
    if (isNorm(role) && blockElements(type) !== 1) {
      throw new CheckpointError(file, `tensor ${name} is ${type}; norms are expected as F32, F16 or BF16`);
    }
  }
  const missing: string[] = [];
  const need = (role: TensorRole, block: number) => {
    if (!found.has(`${role} ${block}`)) missing.push(nameOf(role, block));
  };
  need("embed_tokens", -1);
  for (let block = 0; block < config.num_hidden_layers; block++) {
    for (const role of blockRoles) if (role !== "gate_proj" || config.gated) need(role, block);
  }
  need("norm", -1);
  if (!config.tie_word_embeddings) need("lm_head", -1);
  if (missing.length > 0) {
    const more = missing.length > 5 ? ` and ${missing.length - 5} more` : "";
    throw new CheckpointError(
      file,
      `tensor${missing.length > 1 ? "s" : ""} missing: ${missing.slice(0, 5).join(", ")}${more}; ` +
        `${spell("num_hidden_layers")} is ${config.num_hidden_layers}; the checkpoint is incomplete or of another model`,
    );
  }
}
