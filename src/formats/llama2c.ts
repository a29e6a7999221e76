// llama2.c checkpoints: the original .bin (karpathy/llama2.c, export.py legacy_export) and tokenizer.bin. No magic number,
// all f32, little-endian:
//
//   i32 dim, hidden_dim, n_layers, n_heads, n_kv_heads, vocab_size, seq_len
//   token_embedding [vocab_size][dim]
//   rms_att [n_layers][dim]   wq [n_layers][dim][dim]   wk, wv [n_layers][kv_dim][dim]   wo [n_layers][dim][dim]
//   rms_ffn [n_layers][dim]   w1 [n_layers][hidden_dim][dim]   w2 [n_layers][dim][hidden_dim]   w3 like w1
//   rms_final [dim]   freq_cis_real, freq_cis_imag [seq_len][dim / n_heads / 2]   (wcls [vocab_size][dim])
//
// A negative vocab_size says that wcls is there, a classifier of its own. w1 is gate_proj, w2 down_proj, w3 up_proj; rows
// of wq and wk are interleaved for RoPE. The file says neither epsilon nor theta: run.c has 1e-5 and 10000.

import type { Checkpoint, Llama2cVocabulary, ModelConfig, TensorData, TensorInfo, TensorRole } from "../checkpoint.js";
import { CheckpointError } from "../errors.js";
import { count } from "./buffered-reader.js";
import { type ByteReader, readBytes } from "./byte-reader.js";
import { checkConfig, expectedShape, wholeNumber } from "./config.js";
import { schedule } from "./schedule.js";
import { type StoredTensor, streamTensors } from "./tensor-stream.js";

const fields = ["dim", "hidden_dim", "n_layers", "n_heads", "n_kv_heads", "vocab_size", "seq_len"] as const;

const spellings: Partial<Record<keyof ModelConfig, (typeof fields)[number]>> = {
  hidden_size: "dim",
  intermediate_size: "hidden_dim",
  num_hidden_layers: "n_layers",
  num_attention_heads: "n_heads",
  num_key_value_heads: "n_kv_heads",
  vocab_size: "vocab_size",
  max_position_embeddings: "seq_len",
};

/** Any file can be read as a header without a magic number; sizes that make no sense are all there is to tell by. */
const perhapsNone = "it is no checkpoint of a known kind (GGUF, llama2.c), or damaged";

/** "ak42", the magic number of llama2.c's later versions. */
const versionedMagic = 0x616b3432;

/**
 * Opens a llama2.c checkpoint; without `tokenizerReader` it has no vocabulary.
 * @throws CheckpointError for implausible sizes, a file of another length, and llama2.c's versioned formats
 */
export async function readLlama2c(reader: ByteReader, tokenizerReader?: ByteReader): Promise<Checkpoint> {
  const file = reader.name;
  const config = parseHeader(file, await reader.take(28, "the header"));
  const { tensors, end } = placeTensors(config, reader.position);
  if (!Number.isSafeInteger(end) || (reader.size !== undefined && reader.size !== end)) {
    const found = reader.size === undefined ? "" : `, but it has ${count(reader.size)}`;
    throw new CheckpointError(
      file,
      `its header asks for a file of ${count(end)} bytes${found}; it is truncated, or no llama2.c checkpoint`,
    );
  }
  const vocabulary = tokenizerReader && (await readLlama2cVocabulary(tokenizerReader, config.vocab_size));
  let started = false;
  return {
    name: file,
    format: "llama2.c",
    config,
    blocks: schedule("none", config.num_hidden_layers),
    tensors: tensors.map((tensor) => tensor.info),
    vocabulary,
    chatTemplate: undefined,
    readTensors() {
      if (started) throw new Error(`${file}: the tensors were read already; open the checkpoint again`);
      started = true;
      return streamWhole(reader, tensors, end);
    },
    close: () => reader.close(),
  };
}

function parseHeader(file: string, bytes: Uint8Array): ModelConfig {
  const view = new DataView(bytes.buffer, bytes.byteOffset, 28);
  if (view.getUint32(0, true) === versionedMagic) {
    throw new CheckpointError(
      file,
      `is a llama2.c checkpoint of version ${view.getInt32(4, true)}; only the original format (export.py --version 0) is read`,
    );
  }
  const header = Object.fromEntries(fields.map((name, i) => [name, view.getInt32(4 * i, true)])) as Record<
    (typeof fields)[number],
    number
  >;
  for (const name of fields) {
    const value = name === "vocab_size" ? Math.abs(header[name]) : header[name];
    if (value < 1) {
      throw new CheckpointError(file, `${name} is ${header[name]}, expected a positive number; ${perhapsNone}`);
    }
  }
  const config: ModelConfig = {
    model_type: "llama",
    hidden_size: header.dim,
    intermediate_size: header.hidden_dim,
    num_hidden_layers: header.n_layers,
    num_attention_heads: header.n_heads,
    num_key_value_heads: header.n_kv_heads,
    head_dim: header.dim / header.n_heads,
    vocab_size: Math.abs(header.vocab_size),
    max_position_embeddings: header.seq_len,
    rms_norm_eps: 1e-5,
    rope_theta: 10000,
    rope_scale: 1,
    hidden_act: "silu",
    gated: true,
    tie_word_embeddings: header.vocab_size > 0,
  };
  try {
    return checkConfig(file, config, (field) => spellings[field] ?? (field === "head_dim" ? "dim / n_heads" : field));
  } catch (error) {
    if (!(error instanceof CheckpointError)) throw error;
    throw new CheckpointError(file, `${error.problem}; ${perhapsNone}`, { cause: error });
  }
}

/** The tensors, and then a look at whether the file ends where it should: of a pipe that was not known before. */
async function* streamWhole(
  reader: ByteReader,
  tensors: readonly StoredTensor[],
  end: number,
): AsyncGenerator<TensorData, void, undefined> {
  yield* streamTensors([{ reader, tensors }]);
  await reader.skip(end - reader.position, "the tables of RoPE");
  if ((await reader.peek(1)).length === 0) return;
  throw new CheckpointError(
    reader.name,
    `its header asks for a file of ${count(end)} bytes, but it has more; it is no llama2.c checkpoint, or damaged`,
  );
}

/** Kinds of tensors in file order, before and after the tables of RoPE. */
const stacks: readonly (readonly [name: string, role: TensorRole])[] = [
  ["rms_att", "input_layernorm"],
  ["wq", "q_proj"],
  ["wk", "k_proj"],
  ["wv", "v_proj"],
  ["wo", "o_proj"],
  ["rms_ffn", "post_attention_layernorm"],
  ["w1", "gate_proj"],
  ["w2", "down_proj"],
  ["w3", "up_proj"],
];

function placeTensors(config: ModelConfig, start: number): { tensors: readonly StoredTensor[]; end: number } {
  const tensors: StoredTensor[] = [];
  let offset = start;
  const place = (name: string, role: TensorRole, block: number) => {
    const shape = expectedShape(config, role);
    const rope = role === "q_proj" || role === "k_proj" ? "interleaved" : "halves";
    const info: TensorInfo = { name, role, block, shape, type: "F32", rope };
    const bytes = 4 * shape[0] * shape[1];
    tensors.push({ info, offset, bytes });
    offset += bytes;
  };
  place("token_embedding", "embed_tokens", -1);
  for (const [name, role] of stacks) {
    for (let block = 0; block < config.num_hidden_layers; block++) place(`${name}[${block}]`, role, block);
  }
  place("rms_final", "norm", -1);
  offset += 2 * 4 * config.max_position_embeddings * Math.floor(config.head_dim / 2);
  if (!config.tie_word_embeddings) place("wcls", "lm_head", -1);
  return { tensors, end: offset };
}

/** Longest token; the file itself gives the length of its longest, which is not relied on. */
const longestToken = 65536;

/**
 * Reads tokenizer.bin: i32 length of the longest token, then for each token f32 score, i32 length, bytes. The reader is
 * closed afterwards.
 * @throws CheckpointError for a file with fewer or more than `vocabSize` tokens
 */
export async function readLlama2cVocabulary(reader: ByteReader, vocabSize: number): Promise<Llama2cVocabulary> {
  const file = reader.name;
  try {
    await reader.take(4, "the length of the longest token");
    const tokens: Uint8Array[] = [];
    const scores: number[] = [];
    for (let id = 0; id < vocabSize; id++) {
      const what = `token ${id} of ${vocabSize}`;
      const head = await reader.take(8, what);
      const view = new DataView(head.buffer, head.byteOffset, 8);
      scores.push(view.getFloat32(0, true));
      const length = wholeNumber(file, `the length of ${what}`, view.getInt32(4, true), 0, longestToken);
      tokens.push(await readBytes(reader, length, what));
    }
    if ((await reader.peek(1)).length > 0) {
      throw new CheckpointError(
        file,
        `holds more than the ${vocabSize} tokens of the model; it belongs to another model`,
      );
    }
    return { kind: "llama2.c", tokens, scores: Float32Array.from(scores) };
  } finally {
    await reader.close();
  }
}
