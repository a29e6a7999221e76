// Fills the planned memory with a checkpoint's tensors while they stream past. Rows are read straight into linear memory,
// into the space that activations and KV cache will use later, and packed from there: the file is never held twice.

import type { TensorData, TensorInfo } from "../checkpoint.js";
import { CheckpointError } from "../errors.js";
import type { Kernels } from "./kernels.js";
import type { Machine } from "./operations.js";
import { type Block, type Matrix, type MatrixRole, type Plan, type WeightType, weightTypeOf } from "./plan.js";

/** Rows are read in chunks of about this many bytes. */
const CHUNK = 1 << 20;

export interface LoadOptions {
  /** The checkpoint's name, for messages. */
  readonly file: string;
  /** Called with the bytes of the file's tensors read so far. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
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
  { file, onProgress, signal }: LoadOptions,
): Promise<void> {
  const { plan } = machine;
  const stage = plan.activations.tokens;
  const room = plan.bytes.total - stage;
  let done = 0;
  for await (const tensor of tensors) {
    const { info } = tensor;
    const rows = info.shape[0];
    const rowBytes = bytesOfRow(info);
    const rowsAtOnce = Math.max(1, Math.floor(Math.min(CHUNK, room) / rowBytes));
    for (let first = 0; first < rows; first += rowsAtOnce) {
      signal?.throwIfAborted();
      const count = Math.min(rowsAtOnce, rows - first);
      const bytes = count * rowBytes;
      await tensor.read(new Uint8Array(memory.buffer, stage, bytes));
      const bad = pack(machine, memory, info, stage, first, count);
      if (bad >= 0) throw notFinite(file, info, first, bad);
      done += bytes;
      onProgress?.(done);
    }
  }
  // What the chunks left behind must not become anyone's padding.
  new Uint8Array(memory.buffer, stage, Math.min(room, CHUNK + bytesOfLargestRow(plan))).fill(0);
}

/** Packs rows that lie at `stage`; the index of the first bad element (block, if quantised), or -1. */
function pack(
  { plan, kernels, dot }: Machine,
  memory: WebAssembly.Memory,
  info: TensorInfo,
  stage: number,
  first: number,
  count: number,
): number {
  const cols = info.shape[1];
  const vector = vectorOf(plan, info);
  if (vector !== undefined) {
    if (info.type !== "F32") throw new TypeError(`${info.name}: comes as ${info.type}, norms are held in F32`);
    const values = new Float32Array(memory.buffer, stage, cols);
    new Float32Array(memory.buffer, vector, cols).set(values);
    return values.findIndex((value) => !Number.isFinite(value));
  }
  const matrix = matrixOf(plan, info);
  const headDim = info.rope === "interleaved" ? plan.headDim : 0;
  if (matrix.type === "int8") return kernels.packInt8(matrix.offset, stage, first, count, cols, headDim, dot);
  return packerOf(kernels, matrix.type)(matrix.offset, stage, first, count, cols, headDim);
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

function bytesOfLargestRow(plan: Plan): number {
  return 4 * Math.max(plan.hiddenStride, plan.queryStride, plan.intermediateStride);
}

function notFinite(file: string, info: TensorInfo, first: number, bad: number): CheckpointError {
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
