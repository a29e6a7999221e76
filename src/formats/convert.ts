// Any checkpoint to GGUF, tensor by tensor as it streams past: memory holds the header and a few pieces of rows, whatever
// the model's size.
//
// Norms are written as F32, matrices in the type asked for. A matrix whose rows are no multiple of 32 cannot be quantised
// and is kept as F16, which llama.cpp loads beside quantised ones; the report names it. Rows of q_proj and k_proj go from
// halves to interleaved order where need be. Shared blocks are stored once, with the schedule in metadata.

import type { Checkpoint, TensorData, TensorInfo, TensorType } from "../checkpoint.js";
import { CheckpointError } from "../errors.js";
import { isNorm } from "./config.js";
import { ggufKeys, ggufTensorName } from "./gguf-names.js";
import { vocabularyMetadata } from "./gguf-vocabulary.js";
import { type Metadata, type PlannedTensor, type Sink, startGguf, type Typed } from "./gguf-writer.js";
import { sharesBlocks } from "./schedule.js";
import { decode, encode } from "./tensor-codec.js";
import { blockElements, bytesOf } from "./tensor-types.js";

/** The types that matrices can be converted to, spelled as on the command line. */
export const convertTypes = { f32: "F32", f16: "F16", bf16: "BF16", q8_0: "Q8_0", q4_0: "Q4_0" } as const;

export interface ConvertOptions {
  /** Of the matrices; each keeps its own if left out. */
  readonly type?: keyof typeof convertTypes;
  /** general.name of the file; the checkpoint's file or folder name if left out. */
  readonly name?: string;
  readonly onProgress?: (progress: { readonly tensor: string; readonly done: number; readonly total: number }) => void;
  readonly signal?: AbortSignal;
}

export interface ConvertReport {
  /** Bytes of the file. */
  readonly size: number;
  /** Tensors as the file names them, with their types there. */
  readonly tensors: readonly PlannedTensor[];
  /** Names of matrices that could not be quantised and are F16. */
  readonly keptF16: readonly string[];
  /** Root of the mean squared error of converted weights, relative to that of the weights; 0 where nothing was lost. */
  readonly relativeError: number;
}

/**
 * Writes a checkpoint as GGUF to a sink; the checkpoint's tensors are read, its closing is left to the caller.
 * @throws CheckpointError where the vocabulary or a weight cannot be written so; what `signal` carries when aborted
 * @throws RangeError for an unknown type
 */
export async function convert(checkpoint: Checkpoint, options: ConvertOptions, sink: Sink): Promise<ConvertReport> {
  const { type, onProgress, signal } = options;
  if (type !== undefined && !Object.hasOwn(convertTypes, type)) {
    throw new RangeError(`type is "${type}", expected one of ${Object.keys(convertTypes).join(", ")}`);
  }
  const keptF16: string[] = [];
  const tensors = checkpoint.tensors.map((info): PlannedTensor => {
    const name = ggufTensorName(info.role, info.block);
    if (isNorm(info.role)) return { name, sizes: [info.shape[1]], type: "F32" };
    const wanted = type === undefined ? info.type : convertTypes[type];
    const fits = info.shape[1] % blockElements(wanted) === 0;
    if (!fits) keptF16.push(name);
    return { name, sizes: [info.shape[1], info.shape[0]], type: fits ? wanted : "F16" };
  });
  const writer = await startGguf(sink, describe(checkpoint, tensors, options.name), tensors);
  const total = tensors.reduce((sum, tensor) => sum + tensorBytes(tensor), 0);
  const loss: Loss = { error: 0, signal: 0 };
  let done = 0;
  let index = 0;
  for await (const data of checkpoint.readTensors()) {
    const planned = tensors[index++]!;
    for await (const bytes of converted(checkpoint, data, planned.type, loss)) {
      signal?.throwIfAborted();
      await writer.write(bytes);
      done += bytes.length;
      onProgress?.({ tensor: planned.name, done, total });
    }
  }
  writer.end();
  const relativeError = loss.signal === 0 ? 0 : Math.sqrt(loss.error / loss.signal);
  return { size: writer.size, tensors, keptF16, relativeError };
}

function tensorBytes({ type, sizes }: PlannedTensor): number {
  return bytesOf(type, sizes[0]! * (sizes[1] ?? 1));
}

interface Loss {
  /** Sums of squares, of what was lost and of what there was. */
  error: number;
  signal: number;
}

/** Elements converted at once, unless a head of q_proj or k_proj is larger. */
const pieceElements = 1 << 18;

async function* converted(
  { name: file, config }: Checkpoint,
  { info, read }: TensorData,
  type: TensorType,
  loss: Loss,
): AsyncGenerator<Uint8Array, void, undefined> {
  const [rows, cols] = info.shape;
  const interleaves = info.rope === "halves" && (info.role === "q_proj" || info.role === "k_proj");
  const rowsAtOnce = interleaves ? config.head_dim : Math.max(1, Math.floor(pieceElements / cols));
  for (let row = 0; row < rows; row += rowsAtOnce) {
    const count = Math.min(rowsAtOnce, rows - row);
    let bytes: Uint8Array = new Uint8Array(bytesOf(info.type, count * cols));
    await read(bytes);
    const values = decode(info.type, bytes);
    const bad = values.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0) throw notFinite(file, info, row + Math.floor(bad / cols), bad % cols);
    if (interleaves) bytes = interleave(bytes, count);
    yield type === info.type ? bytes : recode(file, info, bytes, type, loss);
  }
}

/** Rows i and i + n / 2 of a head become rows 2i and 2i + 1. */
function interleave(bytes: Uint8Array, rows: number): Uint8Array {
  const rowBytes = bytes.length / rows;
  const half = rows / 2;
  const out = new Uint8Array(bytes.length);
  for (let row = 0; row < rows; row++) {
    const from = (row >> 1) + (row % 2) * half;
    out.set(bytes.subarray(from * rowBytes, (from + 1) * rowBytes), row * rowBytes);
  }
  return out;
}

function recode(file: string, info: TensorInfo, bytes: Uint8Array, type: TensorType, loss: Loss): Uint8Array {
  const values = decode(info.type, bytes);
  const out = encode(type, values);
  const back = decode(type, out);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const difference = back[i]! - value;
    if (!Number.isFinite(difference)) throw outOfRange(file, info, type, value);
    loss.error += difference * difference;
    loss.signal += value * value;
  }
  return out;
}

function notFinite(file: string, info: TensorInfo, row: number, col: number): CheckpointError {
  return new CheckpointError(
    file,
    `tensor ${info.name} holds a weight that is infinite or NaN (row ${row}, column ${col}); ` +
      "the file is damaged or its training diverged: fetch it again, or take another checkpoint",
  );
}

function outOfRange(file: string, info: TensorInfo, type: TensorType, value: number): CheckpointError {
  const problem = `tensor ${info.name} has values near ${value}, out of the range of ${type}`;
  return new CheckpointError(file, `${problem}; convert to f32 or bf16 instead`);
}

/** llama.cpp's numbers for what most matrices of a file are (enum llama_ftype). */
const fileTypes: Readonly<Record<TensorType, number>> = { F32: 0, F16: 1, Q4_0: 2, Q4_1: 3, Q8_0: 7, BF16: 32 };

function describe(checkpoint: Checkpoint, tensors: readonly PlannedTensor[], name: string | undefined): Metadata {
  const { config, blocks } = checkpoint;
  const shared = sharesBlocks(blocks, config.num_hidden_layers);
  const architecture = shared || config.hidden_act === "relu" || !config.gated ? "mobilellm" : "llama";
  const entries = new Map<string, Typed>();
  const u32 = (key: string, value: number) => entries.set(key, { type: "uint32", value });
  const key = (field: keyof typeof ggufKeys) => `${architecture}.${ggufKeys[field]}`;
  entries.set("general.architecture", { type: "string", value: architecture });
  entries.set("general.name", { type: "string", value: name ?? baseName(checkpoint.name) });
  u32("general.file_type", fileTypes[mainType(tensors)]);
  u32("general.quantization_version", 2);
  for (const field of [
    "vocab_size",
    "max_position_embeddings",
    "hidden_size",
    "num_hidden_layers",
    "intermediate_size",
    "num_attention_heads",
    "num_key_value_heads",
    "head_dim",
  ] as const) {
    u32(key(field), config[field]);
  }
  u32(`${architecture}.attention.value_length`, config.head_dim);
  u32(`${architecture}.rope.dimension_count`, config.head_dim);
  entries.set(key("rms_norm_eps"), { type: "float32", value: config.rms_norm_eps });
  entries.set(key("rope_theta"), { type: "float32", value: config.rope_theta });
  if (config.rope_scale !== 1) {
    entries.set(`${architecture}.rope.scaling.type`, { type: "string", value: "linear" });
    entries.set(key("rope_scale"), { type: "float32", value: config.rope_scale });
  }
  if (architecture === "mobilellm") {
    entries.set(`${architecture}.schedule.blocks`, { type: "int32s", value: blocks });
    entries.set(key("hidden_act"), { type: "string", value: config.hidden_act });
  }
  for (const [name, value] of vocabularyMetadata(checkpoint.vocabulary, config.vocab_size, checkpoint.name)) {
    entries.set(name, value);
  }
  if (checkpoint.chatTemplate !== undefined) {
    entries.set("tokenizer.chat_template", { type: "string", value: checkpoint.chatTemplate });
  }
  return entries;
}

/** The type that most weights have. */
function mainType(tensors: readonly PlannedTensor[]): TensorType {
  const bytes = new Map<TensorType, number>();
  for (const { type, sizes } of tensors) {
    bytes.set(type, (bytes.get(type) ?? 0) + sizes.reduce((product, length) => product * length, 1));
  }
  return [...bytes].reduce((most, entry) => (entry[1] > most[1] ? entry : most))[0];
}

function baseName(path: string): string {
  return (
    path
      .split(/[\\/]/)
      .filter(Boolean)
      .at(-1)
      ?.replace(/\.(gguf|bin)$/, "") ?? path
  );
}
