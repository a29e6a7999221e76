// Fills the planned memory with a checkpoint's tensors while they stream past. Rows are read straight into linear memory,
// into the space that activations and KV cache will use later, and packed from there: the file is never held twice. That
// space takes two chunks in turn, so that the host reads one while the other is packed.

import type { TensorData, TensorInfo } from "../checkpoint.js";
import { CheckpointError } from "../errors.js";
import type { Kernels } from "./kernels.js";
import type { Machine } from "./operations.js";
import { type Block, type Matrix, type MatrixRole, type Plan, type WeightType, weightTypeOf } from "./plan.js";

/** Rows are read in chunks of about this many bytes: few calls, and what was read is still in cache when it is packed. */
const CHUNK = 1 << 20;
/** Chunks below this are packed at once: a turn of the event loop would take longer. */
const SMALL = 1 << 17;

export interface LoadOptions {
  /** The checkpoint's name, for messages. */
  readonly file: string;
  /** Called with the bytes of the file's tensors read so far. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** A turn of the event loop, in which a read that was asked for gets under way; without, reading and packing alternate. */
  readonly turn?: (() => Promise<void>) | undefined;
}

/** Rows of a tensor, as the file has them, at an address. */
interface Chunk {
  readonly info: TensorInfo;
  readonly at: number;
  readonly first: number;
  readonly count: number;
  readonly bytes: number;
}

/**
 * Reads and packs every tensor. Each must come in the type that the plan has for it, norms in F32.
 * @throws CheckpointError if a weight is infinite or NaN, or the file ends early
 * @throws the signal's reason if it aborts
 */
export async function loadWeights(
  machine: Machine,
  memory: WebAssembly.Memory,
  tensors: AsyncIterable<TensorData>,
  { file, onProgress, signal, turn }: LoadOptions,
): Promise<void> {
  const stage = machine.plan.activations.tokens;
  const half = Math.floor((machine.plan.bytes.total - stage) / 128) * 64;
  const chunks = readChunks(machine.plan, memory, tensors, [stage, stage + half], half);
  let reading = chunks.next();
  let done = 0;
  let most = 0; // bytes of a chunk
  try {
    for (;;) {
      const { value: chunk } = await reading;
      if (!chunk) break;
      signal?.throwIfAborted();
      reading = chunks.next();
      reading.catch(() => {}); // thrown where it is awaited, which may be a turn later
      most = Math.max(most, chunk.bytes);
      if (chunk.bytes >= SMALL) await turn?.();
      const bad = pack(machine, memory, chunk);
      if (bad >= 0) {
        // A source that checks itself says better what is wrong, but at its end: a swapped part of a model, say.
        while ((await reading).value) {
          signal?.throwIfAborted();
          reading = chunks.next();
        }
        throw notFinite(file, chunk, bad);
      }
      done += chunk.bytes;
      onProgress?.(done);
    }
  } catch (error) {
    // Nobody waits for the chunk that is being read: its source may have fallen silent.
    reading.catch(() => {});
    chunks.return(undefined).catch(() => {});
    throw error;
  }
  // What the chunks left behind must not become anyone's padding. No more is written: a page that is not touched takes no memory.
  for (const at of [stage, stage + half]) new Uint8Array(memory.buffer, at, Math.min(half, most)).fill(0);
}

/** Reads chunk after chunk, to the two places `at` in turn, of `room` bytes each. */
async function* readChunks(
  plan: Plan,
  memory: WebAssembly.Memory,
  tensors: AsyncIterable<TensorData>,
  at: readonly [number, number],
  room: number,
): AsyncGenerator<Chunk, undefined, undefined> {
  let turns = 0;
  for await (const { info, read } of tensors) {
    const rowBytes = bytesOfRow(info);
    const most = Math.max(1, Math.floor(Math.min(CHUNK, room) / rowBytes));
    // Whole heads, whose rows change places, or whole groups of packed rows.
    const unit = info.rope === "interleaved" ? plan.headDim : 16;
    const rowsAtOnce = most > unit ? most - (most % unit) : most;
    for (let first = 0; first < info.shape[0]; first += rowsAtOnce) {
      const count = Math.min(rowsAtOnce, info.shape[0] - first);
      const chunk = { info, at: at[turns++ & 1]!, first, count, bytes: count * rowBytes };
      await read(new Uint8Array(memory.buffer, chunk.at, chunk.bytes));
      yield chunk;
    }
  }
  return undefined;
}

/** Packs a chunk; the index of its first bad element (block, if quantised), or -1. */
function pack({ plan, kernels, dot }: Machine, memory: WebAssembly.Memory, chunk: Chunk): number {
  const { info, at, first, count } = chunk;
  const cols = info.shape[1];
  const vector = vectorOf(plan, info);
  if (vector !== undefined) {
    if (info.type !== "F32") throw new TypeError(`${info.name}: comes as ${info.type}, norms are held in F32`);
    const values = new Float32Array(memory.buffer, at, cols);
    new Float32Array(memory.buffer, vector, cols).set(values);
    return values.findIndex((value) => !Number.isFinite(value));
  }
  const matrix = matrixOf(plan, info);
  const headDim = info.rope === "interleaved" ? plan.headDim : 0;
  if (matrix.type === "int8") return kernels.packInt8(matrix.offset, at, first, count, cols, headDim, dot);
  return packerOf(kernels, matrix.type)(matrix.offset, at, first, count, cols, headDim);
}

function packerOf(kernels: Kernels, type: Exclude<WeightType, "int8">): Kernels["packF32"] {
  switch (type) {
    case "f32":
      return kernels.packF32;
    case "f16":
      return kernels.packF16;
    case "bf16":
      return kernels.packBF16;
    case "int4":
      return kernels.packInt4;
    case "int4min":
      return kernels.packInt4Min;
  }
}

/** Where a norm goes; undefined for matrices. */
function vectorOf(plan: Plan, info: TensorInfo): number | undefined {
  switch (info.role) {
    case "norm":
      return plan.norm;
    case "input_layernorm":
    case "post_attention_layernorm":
      return plan.blocks[info.block]![info.role];
    default:
      return undefined;
  }
}

function matrixOf(plan: Plan, info: TensorInfo): Matrix {
  const role = info.role as MatrixRole;
  const matrix =
    role === "embed_tokens"
      ? plan.table
      : role === "lm_head"
        ? plan.head
        : plan.blocks[info.block]?.[role as keyof Block];
  if (typeof matrix !== "object") throw new TypeError(`${info.name}: the plan has no place for it`);
  if (matrix.type !== weightTypeOf[info.type])
    throw new TypeError(`${info.name}: comes as ${info.type}, planned as ${matrix.type}`);
  return matrix;
}

/** Bytes of one row in a file. Blocks of 32: scale and values (Q8_0 2 + 32, Q4_0 2 + 16, Q4_1 2 + 2 + 16). */
function bytesOfRow({ type, shape: [, cols] }: TensorInfo): number {
  switch (type) {
    case "F32":
      return cols * 4;
    case "F16":
    case "BF16":
      return cols * 2;
    case "Q8_0":
      return (cols / 32) * 34;
    case "Q4_0":
      return (cols / 32) * 18;
    case "Q4_1":
      return (cols / 32) * 20;
  }
}

function notFinite(file: string, { info, first }: Chunk, bad: number): CheckpointError {
  const quantised = info.type.startsWith("Q");
  const perRow = quantised ? info.shape[1] / 32 : info.shape[1];
  const row = first + Math.floor(bad / perRow);
  const col = (bad % perRow) * (quantised ? 32 : 1);
  const what = quantised ? "a scale" : "a weight";
  return new CheckpointError(
    file,
    `tensor ${info.name} holds ${what} that is infinite or NaN (row ${row}, column ${col}); ` +
      "the file is damaged or its training diverged: fetch it again, or take another checkpoint",
  );
}
