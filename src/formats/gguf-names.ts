// GGUF's names for tensors and config fields of the llama architecture (ggml/docs/gguf.md), and of ours that follows it.

import type { TensorRole } from "../checkpoint.js";

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

/** What a name stands for; undefined for names that a llama model as it is run here does not have. */
export function ggufTensorRole(name: string): { role: TensorRole; block: number } | undefined {
  const match = /^(?:blk\.(\d{1,9})\.)?([a-z_]+)\.weight$/.exec(name);
  const block = match?.[1] === undefined ? -1 : Number(match[1]);
  const role = (block < 0 ? topRoles : blockRoles).get(match?.[2] ?? "");
  return role && { role, block };
}
