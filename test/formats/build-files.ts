// Files made in memory, sound or broken at will: tiny models of one block, with every number that a header holds open to
// being wrong. What is written here is independent of src/formats/gguf-writer.ts, so that the two check each other.

import { type ByteReader, type FileSet, openReader } from "../../src/formats/byte-reader.js";

/** Little-endian bytes, appended. */
export class Bytes {
  private readonly parts: number[] = [];

  get length(): number {
    return this.parts.length;
  }

  u8(value: number): this {
    this.parts.push(value & 255);
    return this;
  }

  u32(value: number): this {
    for (let i = 0; i < 4; i++) this.parts.push((value >>> (8 * i)) & 255);
    return this;
  }

  u64(value: number | bigint): this {
    let left = BigInt.asUintN(64, BigInt(value));
    for (let i = 0; i < 8; i++) {
      this.parts.push(Number(left & 255n));
      left >>= 8n;
    }
    return this;
  }

  f32(value: number): this {
    return this.raw(new Uint8Array(Float32Array.of(value).buffer));
  }

  string(text: string | Uint8Array): this {
    const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
    return this.u64(bytes.length).raw(bytes);
  }

  raw(bytes: Iterable<number>): this {
    for (const byte of bytes) this.parts.push(byte);
    return this;
  }

  done(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.parts);
  }
}

/** The value of a metadata pair, after its key: type and bytes. */
export type PairValue = (out: Bytes) => void;

export const u32 =
  (value: number): PairValue =>
  (out) =>
    out.u32(4).u32(value);
export const u64 =
  (value: number | bigint): PairValue =>
  (out) =>
    out.u32(10).u64(value);
export const f32 =
  (value: number): PairValue =>
  (out) =>
    out.u32(6).f32(value);
export const text =
  (value: string | Uint8Array): PairValue =>
  (out) =>
    out.u32(8).string(value);
export const texts = (
  values: readonly (string | Uint8Array)[],
  claimed: number | bigint = values.length,
): PairValue => {
  return (out) => {
    out.u32(9).u32(8).u64(claimed);
    for (const value of values) out.string(value);
  };
};
export const i32s =
  (values: readonly number[]): PairValue =>
  (out) => {
    out.u32(9).u32(5).u64(values.length);
    for (const value of values) out.u32(value);
  };
export const f32s =
  (values: readonly number[]): PairValue =>
  (out) => {
    out.u32(9).u32(6).u64(values.length);
    for (const value of values) out.f32(value);
  };

export interface TensorEntry {
  name: string;
  sizes: (number | bigint)[];
  type: number;
  /** From the start of the data; after the tensor before it if left out. */
  offset?: number | bigint;
  /** Of the data; by default that of f32. */
  bytes?: number;
}

export interface GgufParts {
  magic: string;
  version: number;
  tensorCount?: number | bigint;
  pairCount?: number | bigint;
  pairs: [key: string | Uint8Array, value: PairValue][];
  tensors: TensorEntry[];
  /** Bytes that the file lacks at its end. */
  cut?: number;
}

/** A sound GGUF model of one block: hidden 8, feed-forward 16, one head, four tokens, all f32. */
export function tinyGguf(): GgufParts {
  return {
    magic: "GGUF",
    version: 3,
    pairs: [
      ["general.architecture", text("llama")],
      ["llama.embedding_length", u32(8)],
      ["llama.feed_forward_length", u32(16)],
      ["llama.block_count", u32(1)],
      ["llama.attention.head_count", u32(1)],
      ["llama.context_length", u32(64)],
      ["llama.attention.layer_norm_rms_epsilon", f32(1e-5)],
      ["tokenizer.ggml.model", text("llama")],
      ["tokenizer.ggml.tokens", texts(["<unk>", "<s>", "</s>", "a"])],
      ["tokenizer.ggml.scores", f32s([0, 0, 0, -1])],
      ["tokenizer.ggml.token_type", i32s([2, 3, 3, 1])],
      ["tokenizer.ggml.bos_token_id", u32(1)],
      ["tokenizer.ggml.eos_token_id", u32(2)],
    ],
    tensors: [
      { name: "token_embd.weight", sizes: [8, 4], type: 0 },
      { name: "blk.0.attn_norm.weight", sizes: [8], type: 0 },
      { name: "blk.0.attn_q.weight", sizes: [8, 8], type: 0 },
      { name: "blk.0.attn_k.weight", sizes: [8, 8], type: 0 },
      { name: "blk.0.attn_v.weight", sizes: [8, 8], type: 0 },
      { name: "blk.0.attn_output.weight", sizes: [8, 8], type: 0 },
      { name: "blk.0.ffn_norm.weight", sizes: [8], type: 0 },
      { name: "blk.0.ffn_gate.weight", sizes: [8, 16], type: 0 },
      { name: "blk.0.ffn_up.weight", sizes: [8, 16], type: 0 },
      { name: "blk.0.ffn_down.weight", sizes: [16, 8], type: 0 },
      { name: "output_norm.weight", sizes: [8], type: 0 },
    ],
  };
}

/** Sets, replaces or (with undefined) removes a metadata pair. */
export function setPair(parts: GgufParts, key: string, value: PairValue | undefined): void {
  const index = parts.pairs.findIndex(([name]) => name === key);
  if (value === undefined) parts.pairs.splice(index, 1);
  else if (index < 0) parts.pairs.push([key, value]);
  else parts.pairs[index] = [key, value];
}

export function tensorOf(parts: GgufParts, name: string): TensorEntry {
  const found = parts.tensors.find((tensor) => tensor.name === name);
  if (found === undefined) throw new Error(`no tensor ${name}`);
  return found;
}

/** Element i of the data, as an f32, is (i % 97 - 48) / 64. */
export function buildGguf(parts: GgufParts): Uint8Array<ArrayBuffer> {
  const out = new Bytes();
  out.raw(new TextEncoder().encode(parts.magic)).u32(parts.version);
  out.u64(parts.tensorCount ?? parts.tensors.length).u64(parts.pairCount ?? parts.pairs.length);
  for (const [key, value] of parts.pairs) {
    out.string(key);
    value(out);
  }
  let end = 0;
  for (const { name, sizes, type, offset, bytes } of parts.tensors) {
    out.string(name).u32(sizes.length);
    for (const size of sizes) out.u64(size);
    out.u32(type).u64(offset ?? end);
    const length = bytes ?? 4 * sizes.reduce<number>((product, size) => product * Number(size), 1);
    end = Math.ceil((end + length) / 32) * 32;
  }
  while (out.length % 32 !== 0) out.u8(0);
  const elements = Number.isSafeInteger(end) && end < 1e6 ? end / 4 : 0;
  for (let i = 0; i < elements; i++) out.f32(((i % 97) - 48) / 64);
  const whole = out.done();
  return whole.slice(0, whole.length - (parts.cut ?? 0));
}

/** Contents by name; objects are written as JSON. */
export type Files = Record<string, Uint8Array<ArrayBuffer> | string | object>;

/** A folder in memory. */
export function folder(files: Readonly<Files>, name = "model"): FileSet {
  return {
    name,
    async open(path): Promise<ByteReader | undefined> {
      const content = Object.hasOwn(files, path) ? files[path] : undefined;
      if (content === undefined) return undefined;
      const data = content instanceof Uint8Array || typeof content === "string" ? content : JSON.stringify(content);
      return openReader(new Blob([data as BlobPart]), `${name}/${path}`);
    },
    list: async () => Object.keys(files),
  };
}

export interface SafetensorsEntry {
  dtype: string;
  shape: number[];
  data_offsets: [number, number];
}

/** Entries in a row, without holes, for shapes by name. */
export function layOut(
  shapes: Readonly<Record<string, number[]>>,
  dtype = "F32",
  bytes = 4,
): Record<string, SafetensorsEntry> {
  let end = 0;
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => {
      const begin = end;
      end += bytes * shape.reduce((product, length) => product * length, 1);
      return [name, { dtype, shape, data_offsets: [begin, end] }];
    }),
  );
}

export function buildSafetensors(
  header: object | string,
  options: { headerLength?: bigint; dataBytes?: number } = {},
): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(typeof header === "string" ? header : JSON.stringify(header));
  const ends =
    typeof header === "string" ? [0] : Object.values(header).map((entry) => Number(entry?.data_offsets?.[1] ?? 0));
  const data = options.dataBytes ?? Math.max(...ends);
  const out = new Bytes().u64(options.headerLength ?? json.length).raw(json);
  return out.raw(new Uint8Array(data)).done();
}

/** A sound config.json of one block, like `tinyGguf`. */
export const tinyConfig = {
  model_type: "llama",
  hidden_size: 8,
  intermediate_size: 16,
  num_hidden_layers: 1,
  num_attention_heads: 1,
  vocab_size: 4,
  max_position_embeddings: 64,
  rms_norm_eps: 1e-5,
  tie_word_embeddings: true,
};

export const tinyShapes: Readonly<Record<string, number[]>> = {
  "model.embed_tokens.weight": [4, 8],
  "model.layers.0.input_layernorm.weight": [8],
  "model.layers.0.self_attn.q_proj.weight": [8, 8],
  "model.layers.0.self_attn.k_proj.weight": [8, 8],
  "model.layers.0.self_attn.v_proj.weight": [8, 8],
  "model.layers.0.self_attn.o_proj.weight": [8, 8],
  "model.layers.0.post_attention_layernorm.weight": [8],
  "model.layers.0.mlp.gate_proj.weight": [16, 8],
  "model.layers.0.mlp.up_proj.weight": [16, 8],
  "model.layers.0.mlp.down_proj.weight": [8, 16],
  "model.norm.weight": [8],
};

/** The files of a sound folder. */
export function tinyFolder(config: object = {}): Files {
  return { "config.json": { ...tinyConfig, ...config }, "model.safetensors": buildSafetensors(layOut(tinyShapes)) };
}

/** A llama2.c header and the data it asks for: dim, hidden_dim, n_layers, n_heads, n_kv_heads, vocab_size, seq_len. */
export function buildLlama2c(
  header = [8, 16, 1, 1, 1, 4, 16],
  dataBytes = llama2cBytes(header),
): Uint8Array<ArrayBuffer> {
  const out = new Bytes();
  for (const value of header) out.u32(value);
  return out.raw(new Uint8Array(dataBytes)).done();
}

export function llama2cBytes([dim, hidden, layers, heads, kvHeads, vocab, context]: readonly number[]): number {
  const headDim = dim! / heads!;
  const block = 2 * dim! + 2 * dim! * dim! + 2 * dim! * headDim * kvHeads! + 3 * dim! * hidden!;
  const tables = context! * headDim;
  const classifier = vocab! < 0 ? -vocab! * dim! : 0;
  return 4 * (Math.abs(vocab!) * dim! + layers! * block + dim! + tables + classifier);
}

export function buildLlama2cTokenizer(tokens: readonly (string | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  const out = new Bytes().u32(8);
  for (const [id, token] of tokens.entries()) {
    const bytes = typeof token === "string" ? new TextEncoder().encode(token) : token;
    out.f32(-id).u32(bytes.length).raw(bytes);
  }
  return out.done();
}

/** The bytes as a pipe: pieces of `size`, no length known. */
export async function* pipe(bytes: Uint8Array, size = 13): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
