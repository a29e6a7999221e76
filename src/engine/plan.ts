// Where everything lies in the one linear memory of a model, decided before anything is loaded:
//
//   0               1024                              activations                 cache of the first session
//   | sync, control | weights: blocks, table, head    | batch buffers, logits ... | KV slots of each executed layer | grown |
//
// A plan is plain numbers, so it can be printed, compared with a limit, and sent to a worker. All sizes are in bytes, all
// dimensions in elements; `padded` ones are rounded up to multiples of 32 with zeros (assembly/ knows no remainders).

import type { ModelConfig, TensorType } from "../checkpoint.js";
import type { Schedule } from "./schedule.js";

/** Layouts of packed weights: assembly/matmul-*.ts. int4min is int4 with a minimum for each block (Q4_1). */
export type WeightType = "f32" | "f16" | "bf16" | "int8" | "int4" | "int4min";

/** The packed layout that keeps a file's tensor as it is. */
export const weightTypeOf: Readonly<Record<TensorType, WeightType>> = {
  F32: "f32",
  F16: "f16",
  BF16: "bf16",
  Q8_0: "int8",
  Q4_0: "int4",
  Q4_1: "int4min",
};

/** Bits for each weight, scales included. */
const bitsPerWeight: Readonly<Record<WeightType, number>> = {
  f32: 32,
  f16: 16,
  bf16: 16,
  int8: 8.5,
  int4: 4.5,
  int4min: 5,
};

/** One packed matrix. */
export interface Matrix {
  readonly type: WeightType;
  readonly offset: number;
  /** Padded. */
  readonly rows: number;
  /** Padded. */
  readonly cols: number;
  readonly bytes: number;
}

/** What a product's input has to be turned into: FLOATS for float weights, INTEGERS for quantised ones, or both. */
export const FLOATS = 1;
export const INTEGERS = 2;

/** One stored block. Norms are offsets of [hidden] f32. */
export interface Block {
  readonly input_layernorm: number;
  readonly q_proj: Matrix;
  readonly k_proj: Matrix;
  readonly v_proj: Matrix;
  readonly o_proj: Matrix;
  readonly post_attention_layernorm: number;
  /** undefined for a feed-forward without gate. */
  readonly gate_proj: Matrix | undefined;
  readonly up_proj: Matrix;
  readonly down_proj: Matrix;
  /** Forms of the inputs of q, k and v; of o; of gate and up; of down. */
  readonly attentionForms: number;
  /** Of the inputs of k and v alone. */
  readonly cachedForms: number;
  readonly outputForms: number;
  readonly feedForwardForms: number;
  readonly downForms: number;
}

/** Offsets of the buffers of one forward pass. B = batch, R = outputs; strides are padded dimensions. */
export interface Activations {
  readonly tokens: number; // [B] i32
  readonly positions: number; // [B] i32
  readonly caches: number; // [B] u32, address of the session's cache
  readonly outputRows: number; // [R] i32, which rows of the batch become logits
  readonly x: number; // [B, hidden] the residual stream
  readonly normed: number; // [B, hidden]
  readonly q: number; // [B, heads * headDim]
  readonly k: number; // [B, kvHeads * headDim]
  readonly v: number; // [B, kvHeads * headDim]
  readonly attended: number; // [B, heads * headDim]
  readonly projected: number; // [B, hidden], what a layer adds to x; before that, the second terms of k and v
  readonly gate: number; // [B, intermediate]
  readonly up: number; // [B, intermediate]
  /** Prepared inputs (assembly/activations.ts) of q, k, v, gate and up ... */
  readonly outer: Prepared;
  /** ... and of o and down: apart, since one is written while other threads still read the other. */
  readonly inner: Prepared;
  /** What int8 lost of the input of k_proj and v_proj. */
  readonly remainder: Prepared;
  readonly scores: number; // [threads]{ two queries [2][headDim], their scores [2][capacity] }
  readonly panels: number; // [threads][panelBytes], where a thread unpacks weights
  readonly rope: number; // [capacity, headDim]
  readonly logits: number; // [R, vocabulary]
}

export interface Prepared {
  readonly floats: number;
  readonly values: number;
  readonly scales: number;
}

export interface Plan {
  readonly hidden: number;
  readonly epsilon: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headDim: number;
  readonly activation: "silu" | "relu";
  readonly ropeTheta: number;
  readonly ropeScale: number;
  readonly vocabulary: number;
  /** Padded dimensions: the distance between rows of activations. */
  readonly hiddenStride: number;
  readonly queryStride: number;
  readonly keyStride: number;
  readonly intermediateStride: number;
  readonly vocabularyStride: number;
  /** What a matrix product needs to unpack weights: assembly/panel.ts. */
  readonly panelBytes: number;
  /** Positions a session can hold. */
  readonly context: number;
  /** The same up to a multiple of 4: rows of keys and values that a cache has for each head. */
  readonly capacity: number;
  /** Tokens of one forward pass at most, and rows of logits it can make. */
  readonly batch: number;
  readonly outputs: number;
  readonly threads: number;
  readonly schedule: Schedule;
  readonly table: Matrix;
  /** The table itself where it is tied. */
  readonly head: Matrix;
  readonly headForms: number;
  readonly norm: number;
  readonly blocks: readonly Block[];
  readonly activations: Activations;
  readonly kv: "f32" | "f16";
  /** One executed layer's keys and values. */
  readonly slotBytes: number;
  /** All layers of one session. */
  readonly cacheBytes: number;
  readonly firstCache: number;
  /** Where threads meet and claim pieces: a cache line, and one for each thread (assembly/sync.ts). */
  readonly sync: number;
  /** Six i32 between the pool and its workers (worker.ts). */
  readonly control: number;
  readonly bytes: MemoryUse;
  /** Bytes that the memory may grow to, for the caches of further sessions. */
  readonly limit: number;
}

/** Bytes. `total` is what the memory holds once the model is loaded, with the cache of one session. */
export interface MemoryUse {
  readonly weights: number;
  readonly kv: number;
  readonly activations: number;
  readonly total: number;
}

export interface PlanOptions {
  readonly context: number;
  readonly kv: "f32" | "f16";
  readonly batch: number;
  readonly outputs: number;
  readonly threads: number;
  /** Bytes that the memory may grow to; default LARGEST. */
  readonly limit?: number;
}

/** wasm32 addresses 4 GiB, and memory comes in pages of 64 KiB. */
export const PAGE = 65536;
export const LARGEST = 4 * 1024 * 1024 * 1024;
const FIRST = 1024;

/** The next multiple of 32. */
export function padded(size: number): number {
  return Math.ceil(size / 32) * 32;
}

/** Hands out consecutive regions that start on cache lines. */
function allocator(start: number): { take(bytes: number): number; readonly end: number } {
  let end = start;
  return {
    take(bytes) {
      const offset = end;
      end = Math.ceil((offset + bytes) / 64) * 64;
      return offset;
    },
    get end() {
      return end;
    },
  };
}

/**
 * Plans the memory of a model. Whether it fits is the caller's to see: `bytes.total` beside `limit`.
 * @param typeOf the packed type of each matrix, by its role and block (-1 for the table and the head)
 */
export function planMemory(
  config: ModelConfig,
  schedule: Schedule,
  typeOf: (role: MatrixRole, block: number) => WeightType,
  options: PlanOptions,
): Plan {
  const { hidden_size, intermediate_size, num_attention_heads, num_key_value_heads, head_dim, vocab_size } = config;
  const { context } = options;
  const capacity = Math.ceil(context / 4) * 4;
  const { batch, outputs, threads, limit = LARGEST } = options;
  const hiddenStride = padded(hidden_size);
  const queryStride = padded(num_attention_heads * head_dim);
  const keyStride = padded(num_key_value_heads * head_dim);
  const intermediateStride = padded(intermediate_size);
  const vocabularyStride = padded(vocab_size);

  const front = allocator(FIRST);
  const sync = front.take(64 * (1 + threads));
  const weights = allocator(front.end);
  const matrix = (role: MatrixRole, block: number, rows: number, cols: number): Matrix => {
    const type = typeOf(role, block);
    const bytes = (rows * cols * bitsPerWeight[type]) / 8;
    return { type, offset: weights.take(bytes), rows, cols, bytes };
  };
  const blocks: Block[] = [];
  for (let i = 0; i < config.num_hidden_layers; i++) {
    const input_layernorm = weights.take(hiddenStride * 4);
    const q_proj = matrix("q_proj", i, queryStride, hiddenStride);
    const k_proj = matrix("k_proj", i, keyStride, hiddenStride);
    const v_proj = matrix("v_proj", i, keyStride, hiddenStride);
    const o_proj = matrix("o_proj", i, hiddenStride, queryStride);
    const post_attention_layernorm = weights.take(hiddenStride * 4);
    const gate_proj = config.gated ? matrix("gate_proj", i, intermediateStride, hiddenStride) : undefined;
    const up_proj = matrix("up_proj", i, intermediateStride, hiddenStride);
    const down_proj = matrix("down_proj", i, hiddenStride, intermediateStride);
    blocks.push({
      input_layernorm,
      q_proj,
      k_proj,
      v_proj,
      o_proj,
      post_attention_layernorm,
      gate_proj,
      up_proj,
      down_proj,
      attentionForms: formsOf(q_proj, k_proj, v_proj),
      cachedForms: formsOf(k_proj, v_proj),
      outputForms: formsOf(o_proj),
      feedForwardForms: formsOf(up_proj, gate_proj),
      downForms: formsOf(down_proj),
    });
  }
  const norm = weights.take(hiddenStride * 4);
  const table = matrix("embed_tokens", -1, vocabularyStride, hiddenStride);
  const head = config.tie_word_embeddings ? table : matrix("lm_head", -1, vocabularyStride, hiddenStride);
  const headForms = formsOf(head);

  const region = allocator(weights.end);
  const rows = (stride: number) => region.take(batch * stride * 4);
  const forms = blocks.reduce(
    (all, b) => all | b.attentionForms | b.outputForms | b.feedForwardForms | b.downForms,
    headForms,
  );
  const prepared = (stride: number, wanted = forms): Prepared => ({
    floats: wanted & FLOATS ? region.take(batch * stride * 4) : 0,
    values: wanted & INTEGERS ? region.take(batch * stride) : 0,
    scales: wanted & INTEGERS ? region.take((batch * stride) / 4) : 0,
  });
  const panelBytes = scratchBytes(Math.max(hiddenStride, queryStride, intermediateStride), batch);
  const activations: Activations = {
    tokens: region.take(batch * 4),
    positions: region.take(batch * 4),
    caches: region.take(batch * 4),
    outputRows: region.take(outputs * 4),
    x: rows(hiddenStride),
    normed: rows(hiddenStride),
    q: rows(queryStride),
    k: rows(keyStride),
    v: rows(keyStride),
    attended: rows(queryStride),
    projected: rows(Math.max(hiddenStride, keyStride)),
    gate: config.gated ? rows(intermediateStride) : 0,
    up: rows(intermediateStride),
    outer: prepared(hiddenStride),
    inner: prepared(Math.max(queryStride, intermediateStride)),
    remainder: prepared(hiddenStride, forms & INTEGERS),
    scores: region.take(Math.max(1, threads) * (head_dim + capacity) * 8),
    panels: region.take(Math.max(1, threads) * panelBytes),
    rope: region.take(capacity * head_dim * 4),
    logits: region.take(outputs * vocabularyStride * 4),
  };

  const slotBytes = 2 * keyBytes(config, options.kv) * capacity;
  const cacheBytes = Math.ceil((slotBytes * schedule.caches.length) / 64) * 64;
  const total = Math.ceil((region.end + cacheBytes) / PAGE) * PAGE;
  const bytes = { weights: weights.end, kv: cacheBytes, activations: region.end - weights.end, total };
  return {
    hidden: hidden_size,
    epsilon: config.rms_norm_eps,
    heads: num_attention_heads,
    kvHeads: num_key_value_heads,
    headDim: head_dim,
    activation: config.hidden_act,
    ropeTheta: config.rope_theta,
    ropeScale: config.rope_scale,
    vocabulary: vocab_size,
    hiddenStride,
    queryStride,
    keyStride,
    intermediateStride,
    vocabularyStride,
    panelBytes,
    context,
    capacity,
    batch,
    outputs,
    threads,
    schedule,
    table,
    head,
    headForms,
    norm,
    blocks,
    activations,
    kv: options.kv,
    slotBytes,
    cacheBytes,
    firstCache: region.end,
    sync,
    control: 128,
    bytes,
    limit,
  };
}

/** The tensors that are matrices; the others are vectors of norms. */
export type MatrixRole =
  | "embed_tokens"
  | "lm_head"
  | "q_proj"
  | "k_proj"
  | "v_proj"
  | "o_proj"
  | "gate_proj"
  | "up_proj"
  | "down_proj";

/** Bytes of one position's keys (or values) in one layer. */
function keyBytes(config: ModelConfig, kv: "f32" | "f16"): number {
  return config.num_key_value_heads * config.head_dim * (kv === "f32" ? 4 : 2);
}

/** True for types whose products take int8 activations. */
export function isQuantised(type: WeightType): boolean {
  return type === "int8" || type === "int4" || type === "int4min";
}

/**
 * Bytes that a thread needs to multiply `tokens` rows of `cols` activations: 16 rows of weights of at most two bytes, with
 * scales and minima in F32 for every 32 columns (assembly/panel.ts), and the activations as words with, for every 32
 * columns, what corrects their sum (assembly/words.ts).
 */
export function scratchBytes(cols: number, tokens: number): number {
  const panel = 16 * cols * 2 + (cols / 32) * 16 * 8;
  const words = tokens * (cols * 2 + cols / 8);
  return Math.ceil((panel + words) / 64) * 64;
}

function formsOf(...matrices: (Matrix | undefined)[]): number {
  let forms = 0;
  for (const m of matrices) if (m) forms |= isQuantised(m.type) ? INTEGERS : FLOATS;
  return forms;
}

/** Weight bytes that one decoded token reads: every executed layer's block and the head. */
export function bytesPerToken(plan: Plan): number {
  let bytes = plan.head.bytes;
  for (const index of plan.schedule.blocks) {
    const b = plan.blocks[index]!;
    for (const m of [b.q_proj, b.k_proj, b.v_proj, b.o_proj, b.gate_proj, b.up_proj, b.down_proj])
      bytes += m?.bytes ?? 0;
  }
  return bytes;
}

/** For messages. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}
