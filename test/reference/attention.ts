// The KV cache's layout, and attention over it.

import { bitsOfFloat, floatOfBits, halfToNumber, numberToHalf } from "./half.js";
import { exp32 } from "./math.js";
import { sumLanes } from "./matmul.js";

const f = Math.fround;
const LIFT = 2 ** 64;
const HALF = 2 ** -112;

/** One slot: keys [kvHeads][context][headDim], then values likewise. F16: elements 4 0 5 1 6 2 7 3 of every eight. */
export interface CacheShape {
  readonly type: "F32" | "F16";
  readonly kvHeads: number;
  readonly headDim: number;
  readonly context: number;
}

/** Bytes of one slot. */
export function slotSize(shape: CacheShape): number {
  return 2 * shape.kvHeads * shape.context * shape.headDim * (shape.type === "F32" ? 4 : 2);
}

/** Byte offset in a slot of an element of a key (`which` 0) or value (1). */
function cacheOffset(shape: CacheShape, which: number, head: number, position: number, i: number): number {
  const row = ((which * shape.kvHeads + head) * shape.context + position) * shape.headDim;
  if (shape.type === "F32") return (row + i) * 4;
  return (row + i - (i % 8) + [1, 3, 5, 7, 0, 2, 4, 6][i % 8]!) * 2;
}

/** Stores `row`, [kvHeads, headDim], as the key (0) or value (1) of a position. */
export function writeCache(
  slot: Uint8Array,
  shape: CacheShape,
  which: number,
  position: number,
  row: ArrayLike<number>,
): void {
  const view = new DataView(slot.buffer, slot.byteOffset);
  for (let i = 0; i < shape.kvHeads * shape.headDim; i++) {
    const offset = cacheOffset(shape, which, Math.floor(i / shape.headDim), position, i % shape.headDim);
    if (shape.type === "F32") view.setUint32(offset, bitsOfFloat(row[i]!), true);
    else view.setUint16(offset, numberToHalf(row[i]!), true);
  }
}

/** One element, exactly. */
function readCache(slot: Uint8Array, shape: CacheShape, which: number, head: number, position: number, i: number) {
  const view = new DataView(slot.buffer, slot.byteOffset);
  const offset = cacheOffset(shape, which, head, position, i);
  return shape.type === "F32" ? floatOfBits(view.getUint32(offset, true)) : halfToNumber(view.getUint16(offset, true));
}

/**
 * Exact twin for one head: out[i] = sum over j <= position of exp(score[j] - max) value[j][i] / sum of exps. f16 keys and
 * values count as 2^-112 of what they are, queries and weights as 2^64 times.
 */
export function attendHead(
  slot: Uint8Array,
  shape: CacheShape,
  kvHead: number,
  q: Float32Array,
  position: number,
  scale: number,
): Float32Array {
  const [stored, lift] = shape.type === "F16" ? [HALF, LIFT] : [1, 1];
  const unlift = 1 / stored / lift;
  const scores: number[] = [];
  for (let j = 0; j <= position; j++) {
    const lanes = new Float32Array(4);
    q.forEach((element, i) => {
      lanes[i % 4]! += f(readCache(slot, shape, 0, kvHead, j, i) * stored * f(element * lift));
    });
    scores.push(f(sumLanes(lanes) * f(f(scale) * unlift)));
  }
  const largest = scores.reduce((most, score) => Math.max(most, score));
  const weights = scores.map((score) => exp32(f(score - largest)));
  const lanes = new Float32Array(4);
  weights.forEach((weight, j) => {
    lanes[j % 4]! += weight;
  });
  const sum = sumLanes(lanes);
  return q.map((_, i) => {
    let total = 0;
    weights.forEach((weight, j) => {
      total = f(total + f(readCache(slot, shape, 1, kvHead, j, i) * stored * f(weight * lift)));
    });
    return f(total * unlift) / sum;
  });
}

/** The same in f64, with how far f32 in any order may be from it. */
export function attendHeadPlain(
  slot: Uint8Array,
  shape: CacheShape,
  kvHead: number,
  q: Float32Array,
  position: number,
  scale: number,
): { out: Float64Array; bound: number } {
  const scores: number[] = [];
  let worst = 0;
  for (let j = 0; j <= position; j++) {
    const products = Array.from(q, (element, i) => element * readCache(slot, shape, 0, kvHead, j, i) * scale);
    scores.push(products.reduce((sum, product) => sum + product, 0));
    worst = Math.max(
      worst,
      products.reduce((sum, product) => sum + Math.abs(product), 0),
    );
  }
  const largest = scores.reduce((most, score) => Math.max(most, score));
  const weights = scores.map((score) => Math.exp(score - largest));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let magnitude = 0;
  const out = Float64Array.from(q, (_, i) => {
    let total = 0;
    for (let j = 0; j <= position; j++) {
      const value = readCache(slot, shape, 1, kvHead, j, i);
      magnitude = Math.max(magnitude, Math.abs(value));
      total += (weights[j]! / sum) * value;
    }
    return total;
  });
  // An error d in the scores is a factor of exp(2 d) in the weights; then the roundings of two sums over positions.
  const scoreError = worst * (q.length / 4 + 6) * 2 ** -24;
  return { out, bound: magnitude * (Math.expm1(2 * scoreError) + (2 * position + 12) * 2 ** -24) + 1e-30 };
}
