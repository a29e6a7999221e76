// Activations made ready, and out[t, r] = sum over c of weights[r, c] * x[t, c].
//
// Kernels keep activations times 2^64 and F16 weights times 2^-112 (assembly/half.ts); the exact twins do so too, since
// what underflows depends on it.

import { halfToNumber, roundEven } from "./half.js";
import { type BlockMatrix, type FloatMatrix, isFloatMatrix, type Matrix, padded, valueAt } from "./matrix.js";

const f = Math.fround;
const LIFT = 2 ** 64;
const HALF = 2 ** -112;

/** x [tokens, cols] times 2^64, in panels of four tokens: [cols / 4][4 tokens][4], then single rows. */
export function packFloats(x: Float32Array, tokens: number, cols: number): Float32Array {
  const out = new Float32Array(tokens * cols);
  for (let t = 0; t < tokens; t++) {
    for (let c = 0; c < cols; c++) out[panelIndex(t, c, tokens, cols, 4)] = x[t * cols + c]! * LIFT;
  }
  return out;
}

/** Where element c of token t lies: in a panel, runs of `run` elements of the four tokens take turns. */
function panelIndex(t: number, c: number, tokens: number, cols: number, run: number): number {
  const panel = Math.floor(t / 4);
  if (panel * 4 + 4 > tokens) return t * cols + c;
  return panel * 4 * cols + (Math.floor(c / run) * 4 + (t % 4)) * run + (c % run);
}

/** Activations in blocks of 32: integers [tokens, cols], scales [tokens, cols / 32] times 2^64. */
export interface Quantized {
  readonly integers: Int8Array;
  readonly scales: Float32Array;
}

/** Each block of 32: scale = largest magnitude / 127, integers to the nearest, ties to even. */
export function quantize(x: Float32Array, tokens: number, cols: number): Quantized {
  const integers = new Int8Array(tokens * cols);
  const scales = new Float32Array((tokens * cols) / 32);
  for (let b = 0; b < scales.length; b++) {
    const block = x.subarray(b * 32, b * 32 + 32);
    const magnitude = block.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (magnitude < 2 ** -100) continue;
    const inverse = f(127 / magnitude);
    scales[b] = f(magnitude / 127) * LIFT;
    block.forEach((value, i) => {
      integers[b * 32 + i] = Math.max(-128, Math.min(127, roundEven(f(value * inverse))));
    });
  }
  return { integers, scales };
}

/** What `quantize` loses of x: x - integer * scale, product and difference rounded apart; all of x where a block is zero. */
export function remainder(x: Float32Array, tokens: number, cols: number): Float32Array {
  const { integers, scales } = quantize(x, tokens, cols);
  return x.map((value, i) => f(value - f(integers[i]! * (scales[i >> 5]! / LIFT))));
}

/** The sum of each block's integers. */
export function blockSums(q: Quantized): Int32Array {
  return Int32Array.from(q.scales, (_, b) => q.integers.subarray(b * 32, b * 32 + 32).reduce((sum, i) => sum + i, 0));
}

/** The kernels' form: integers in panels [cols / 4][4 tokens][4]; scales and sums [cols / 32]{ 4 scales, 4 sums }. */
export function quantizedBytes(q: Quantized, tokens: number, cols: number): { values: Uint8Array; scales: Uint8Array } {
  const blocks = cols / 32;
  const sums = blockSums(q);
  const values = new Int8Array(tokens * cols);
  const scales = new DataView(new ArrayBuffer(tokens * blocks * 8));
  for (let t = 0; t < tokens; t++) {
    for (let c = 0; c < cols; c++) values[panelIndex(t, c, tokens, cols, 4)] = q.integers[t * cols + c]!;
    const whole = t < tokens - (tokens % 4);
    for (let b = 0; b < blocks; b++) {
      const at = whole ? (t - (t % 4)) * blocks * 8 + b * 32 + (t % 4) * 4 : t * blocks * 8 + b * 8;
      scales.setFloat32(at, q.scales[t * blocks + b]!, true);
      scales.setInt32(at + (whole ? 16 : 4), sums[t * blocks + b]!, true);
    }
  }
  return { values: new Uint8Array(values.buffer), scales: new Uint8Array(scales.buffer) };
}

/** (0 + 1) + (2 + 3) */
export function sumLanes(lanes: ArrayLike<number>): number {
  return f(f(lanes[0]! + lanes[1]!) + f(lanes[2]! + lanes[3]!));
}

/** Exact twin, [tokens, padded rows]. x: [tokens, padded cols], padding zero. */
export function matmul(weights: Matrix, x: Float32Array, tokens: number): Float32Array {
  return isFloatMatrix(weights) ? matmulFloat(weights, x, tokens) : matmulBlocks(weights, x, tokens);
}

/** Lane l takes columns l, l + 4, ... in turn. */
function matmulFloat(weights: FloatMatrix, x: Float32Array, tokens: number): Float32Array {
  const rows = padded(weights.rows);
  const cols = padded(weights.cols);
  const weightScale = weights.type === "F16" ? HALF : 1;
  const out = new Float32Array(tokens * rows);
  const lanes = new Float32Array(4);
  for (let r = 0; r < weights.rows; r++) {
    const row = Float64Array.from({ length: weights.cols }, (_, c) => valueAt(weights, r, c) * weightScale);
    for (let t = 0; t < tokens; t++) {
      lanes.fill(0);
      for (let c = 0; c < weights.cols; c++) lanes[c & 3]! += f(row[c]! * f(x[t * cols + c]! * LIFT));
      out[t * rows + r] = sumLanes(lanes) * (1 / weightScale / LIFT);
    }
  }
  return out;
}

/** Integers within a block; blocks in order, each as sum * (weight scale * activation scale), then the minimum's part. */
function matmulBlocks(weights: BlockMatrix, x: Float32Array, tokens: number): Float32Array {
  const { cols, type } = weights;
  const rows = padded(weights.rows);
  const blocks = cols / 32;
  const q = quantize(x, tokens, cols);
  const sums = blockSums(q);
  const zero = type === "Int4" ? 8 : 0;
  const out = new Float32Array(tokens * rows);
  for (let t = 0; t < tokens; t++) {
    for (let r = 0; r < weights.rows; r++) {
      let total = 0;
      for (let b = 0; b < blocks; b++) {
        const scale = q.scales[t * blocks + b]!;
        let sum = 0;
        for (let c = b * 32; c < b * 32 + 32; c++) {
          sum += (weights.integers[r * cols + c]! - zero) * q.integers[t * cols + c]!;
        }
        total = f(total + f(sum * f(halfToNumber(weights.scales[r * blocks + b]!) * HALF * scale)));
        if (type !== "Int4Min") continue;
        const minimum = halfToNumber(weights.minima[r * blocks + b]!) * HALF;
        total = f(total + f(minimum * f(sums[t * blocks + b]! * scale)));
      }
      out[t * rows + r] = total * 2 ** 48;
    }
  }
  return out;
}

/**
 * The product in f64 of what the kernel multiplies: exact weights, and activations as they are or, for weights in blocks,
 * as quantised; with how far an f32 sum in any order may be from it. [tokens, padded rows] each.
 */
export function matmulPlain(
  weights: Matrix,
  x: Float32Array,
  tokens: number,
): { out: Float64Array; bound: Float64Array } {
  const rows = padded(weights.rows);
  const cols = padded(weights.cols);
  const q = isFloatMatrix(weights) ? undefined : quantize(x, tokens, cols);
  const out = new Float64Array(tokens * rows);
  const bound = new Float64Array(tokens * rows);
  for (let t = 0; t < tokens; t++) {
    for (let r = 0; r < weights.rows; r++) {
      let magnitude = 0;
      for (let c = 0; c < weights.cols; c++) {
        const i = t * cols + c;
        const activation = q === undefined ? x[i]! : q.integers[i]! * (q.scales[i >> 5]! / LIFT);
        const product = valueAt(weights, r, c) * activation;
        out[t * rows + r]! += product;
        magnitude += Math.abs(product);
        // Q4_1 and Q4_0 add the parts of a value apart: both count.
        if (!isFloatMatrix(weights) && weights.type === "Int4Min") {
          const minimum = halfToNumber(weights.minima[(r * weights.cols + c) >> 5]!);
          magnitude += 2 * Math.abs(minimum * activation);
        }
      }
      // At most (cols / 4 + 4) roundings touch an element; 1e-23 for what underflows.
      bound[t * rows + r] = magnitude * (weights.cols / 4 + 4) * 2 ** -24 + 1e-23;
    }
  }
  return { out, bound };
}
