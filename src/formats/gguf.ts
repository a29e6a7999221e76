// GGUF checkpoints: the container (gguf-header.ts), its config (gguf-config.ts), tensors and vocabulary.
//
// Metadata keys: ggml/docs/gguf.md. Without output.weight the embedding makes the logits (tied). Rows of attn_q and
// attn_k are interleaved for RoPE, as llama.cpp's converter permutes them.

import type { Checkpoint, GgufVocabulary, ModelConfig, TensorInfo, TensorRole } from "../checkpoint.js";
import { CheckpointError } from "../errors.js";
import type { ByteReader } from "./byte-reader.js";
import { checkConfig, checkTensors, isNorm, show, wholeNumber } from "./config.js";
import { readConfig, readSchedule } from "./gguf-config.js";
import { type GgufHeader, type GgufTensor, type GgufValue, readGgufHeader } from "./gguf-header.js";
import { ggufKeys, ggufTensorName, ggufTensorRole } from "./gguf-names.js";
import { checkPlaces, type StoredTensor, streamTensors } from "./tensor-stream.js";
import { blockElements, bytesOf, ggmlType } from "./tensor-types.js";

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
  const found = ggufTensorRole(name);
  if (found !== undefined) return found;
  const reason =
    name === "rope_freqs.weight"
      ? "the model scales RoPE frequency by frequency, which is not supported"
      : "it has no place in a llama model as it is run here (no biases, no experts)";
  throw new CheckpointError(file, `tensor ${name}: ${reason}; this checkpoint cannot be run`);
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
