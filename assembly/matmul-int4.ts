// out[t, r] = sum over c of weights[r, c] * x[t, c], for 4-bit weights in blocks of 32 columns: scale * (q - 8), GGUF's
// Q4_0, or scale * q + minimum, Q4_1.
//
// Weights: groups of 16 rows; in a group, for every block of 32 columns, 288 (320) bytes:
//   16 f16 scales, (Q4_1: 16 f16 minima,) then for every eight columns 64 bytes: rows 0-3, 4-7, 8-11, 12-15 in 16 each.
// A lane is a row; the low nibbles of its four bytes are columns 0-3 of the eight, the high ones 4-7. Nibbles 0..15 are
// within what every engine's relaxed dot takes as second operand. The -8 is made good by -8 times the block's sum of
// activations, in integers; the minimum is multiplied with that sum.
// x: `values` and `scales` of activations.ts. rows and cols are multiples of 32; padding is zero.
//
// Order of summation, for any number of tokens: exact within a block; blocks are added in order, in F32, each as
// sum * (weight scale * activation scale), then for Q4_1 sum of activations * (minimum * activation scale).
//
// The type parameter M is u8 for Q4_0 and i8 for Q4_1: whether zero is the least weight or a minimum is stored.

import { scalesHigh, scalesLow } from "./half";
import { dotHigh, dotLow, joinSums, madd, spread, startSums } from "./simd";
import { shareStart } from "./sync";

/** 2^-64 of the activations' scale and 2^112 of the weights' scale. */
const RESULT: f32 = 281474976710656.0; // 2^48

/** True for Q4_1. */
function hasMinimum<M>(): bool {
  return isSigned<M>();
}

/** Bytes of 16 rows x 32 columns. */
function blockBytes<M>(): i32 {
  return hasMinimum<M>() ? 320 : 288;
}

/** Bytes of a block's scales and minima. */
function headBytes<M>(): i32 {
  return hasMinimum<M>() ? 64 : 32;
}

/** What the sums of a block's products start from, given the sum of its activations. */
function correctionOf<M>(sums: v128): v128 {
  return hasMinimum<M>() ? i32x4.splat(0) : i32x4.neg(i32x4.shl(sums, 3));
}

/** Weights of the low nibbles: columns 0-3 of eight. */
function lowNibbles(v: v128): v128 {
  return v128.and(v, i8x16.splat(15));
}

/** Weights of the high nibbles: columns 4-7. */
function highNibbles(v: v128): v128 {
  return v128.and(i16x8.shr_u(v, 4), i8x16.splat(15));
}

/** Q4_0 */
export function matmulInt4(
  out: usize,
  weights: usize,
  values: usize,
  scales: usize,
  rows: i32,
  cols: i32,
  tokens: i32,
  part: i32,
  parts: i32,
): void {
  matmulBlocks<u8>(out, weights, values, scales, rows, cols, tokens, part, parts);
}

/** Q4_1 */
export function matmulInt4Min(
  out: usize,
  weights: usize,
  values: usize,
  scales: usize,
  rows: i32,
  cols: i32,
  tokens: i32,
  part: i32,
  parts: i32,
): void {
  matmulBlocks<i8>(out, weights, values, scales, rows, cols, tokens, part, parts);
}

function matmulBlocks<M>(
  out: usize,
  weights: usize,
  values: usize,
  scales: usize,
  rows: i32,
  cols: i32,
  tokens: i32,
  part: i32,
  parts: i32,
): void {
  const blocks = cols >> 5;
  const to = shareStart(rows >> 5, part + 1, parts) << 1;
  for (let g = shareStart(rows >> 5, part, parts) << 1; g < to; g++) {
    const w = weights + g * blocks * blockBytes<M>();
    const o = out + (g << 6);
    let t = 0;
    for (; t + 4 <= tokens; t += 4) {
      const y = o + ((<usize>(t * rows)) << 2);
      const x = values + t * cols;
      const s = scales + ((t * blocks) << 3);
      tile8x4<M>(y, rows << 2, w, 0, x, s, blocks);
      tile8x4<M>(y + 32, rows << 2, w, 1, x, s, blocks);
    }
    for (; t < tokens; t++) {
      tile16x1<M>(o + ((<usize>(t * rows)) << 2), w, values + t * cols, scales + ((t * blocks) << 3), blocks);
    }
  }
}

/** 16 rows of one token. */
function tile16x1<M>(out: usize, w: usize, x: usize, scales: usize, blocks: i32): void {
  let a = f32x4.splat(0);
  let b = a;
  let c = a;
  let d = a;
  for (let block = 0; block < blocks; block++) {
    const sum = v128.load32_splat(scales, 4);
    const correction = correctionOf<M>(sum);
    let low0 = startSums<i8>(correction);
    let low1 = low0;
    let low2 = low0;
    let low3 = low0;
    let high0 = i32x4.splat(0);
    let high1 = high0;
    let high2 = high0;
    let high3 = high0;
    const head = w;
    let p = w + headBytes<M>();
    w += blockBytes<M>();
    for (; p < w; p += 64) {
      const v0 = v128.load(p);
      const v1 = v128.load(p, 16);
      const v2 = v128.load(p, 32);
      const v3 = v128.load(p, 48);
      let y = spread<i8>(v128.load32_splat(x));
      let v = lowNibbles(v0);
      low0 = dotLow<i8>(y, v, low0);
      high0 = dotHigh<i8>(y, v, high0);
      v = lowNibbles(v1);
      low1 = dotLow<i8>(y, v, low1);
      high1 = dotHigh<i8>(y, v, high1);
      v = lowNibbles(v2);
      low2 = dotLow<i8>(y, v, low2);
      high2 = dotHigh<i8>(y, v, high2);
      v = lowNibbles(v3);
      low3 = dotLow<i8>(y, v, low3);
      high3 = dotHigh<i8>(y, v, high3);
      y = spread<i8>(v128.load32_splat(x, 4));
      v = highNibbles(v0);
      low0 = dotLow<i8>(y, v, low0);
      high0 = dotHigh<i8>(y, v, high0);
      v = highNibbles(v1);
      low1 = dotLow<i8>(y, v, low1);
      high1 = dotHigh<i8>(y, v, high1);
      v = highNibbles(v2);
      low2 = dotLow<i8>(y, v, low2);
      high2 = dotHigh<i8>(y, v, high2);
      v = highNibbles(v3);
      low3 = dotLow<i8>(y, v, low3);
      high3 = dotHigh<i8>(y, v, high3);
      x += 8;
    }
    const scale = v128.load32_splat(scales);
    scales += 8;
    let s = v128.load(head);
    a = madd(f32x4.convert_i32x4_s(joinSums<i8>(low0, high0, correction)), f32x4.mul(scalesLow(s), scale), a);
    b = madd(f32x4.convert_i32x4_s(joinSums<i8>(low1, high1, correction)), f32x4.mul(scalesHigh(s), scale), b);
    s = v128.load(head, 16);
    c = madd(f32x4.convert_i32x4_s(joinSums<i8>(low2, high2, correction)), f32x4.mul(scalesLow(s), scale), c);
    d = madd(f32x4.convert_i32x4_s(joinSums<i8>(low3, high3, correction)), f32x4.mul(scalesHigh(s), scale), d);
    if (hasMinimum<M>()) {
      const total = f32x4.convert_i32x4_s(sum);
      s = v128.load(head, 32);
      a = madd(total, f32x4.mul(scalesLow(s), scale), a);
      b = madd(total, f32x4.mul(scalesHigh(s), scale), b);
      s = v128.load(head, 48);
      c = madd(total, f32x4.mul(scalesLow(s), scale), c);
      d = madd(total, f32x4.mul(scalesHigh(s), scale), d);
    }
  }
  const result = f32x4.splat(RESULT);
  v128.store(out, f32x4.mul(a, result));
  v128.store(out, f32x4.mul(b, result), 16);
  v128.store(out, f32x4.mul(c, result), 32);
  v128.store(out, f32x4.mul(d, result), 48);
}

/** Eight rows (`half` 0 or 1 of a group) of a panel of four tokens; `stride` bytes between the tokens' outputs. */
function tile8x4<M>(out: usize, stride: usize, w: usize, half: i32, x: usize, scales: usize, blocks: i32): void {
  // Accumulators are named row (a: 0-3, b: 4-7), token (0..3).
  let a0 = f32x4.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let b0 = a0;
  let b1 = a0;
  let b2 = a0;
  let b3 = a0;
  for (let block = 0; block < blocks; block++) {
    const sums = v128.load(scales, 16);
    const corrections = correctionOf<M>(sums);
    const correction0 = v128.shuffle<i32>(corrections, corrections, 0, 0, 0, 0);
    const correction1 = v128.shuffle<i32>(corrections, corrections, 1, 1, 1, 1);
    const correction2 = v128.shuffle<i32>(corrections, corrections, 2, 2, 2, 2);
    const correction3 = v128.shuffle<i32>(corrections, corrections, 3, 3, 3, 3);
    let lowA0 = startSums<i8>(correction0);
    let lowB0 = lowA0;
    let lowA1 = startSums<i8>(correction1);
    let lowB1 = lowA1;
    let lowA2 = startSums<i8>(correction2);
    let lowB2 = lowA2;
    let lowA3 = startSums<i8>(correction3);
    let lowB3 = lowA3;
    let highA0 = i32x4.splat(0);
    let highA1 = highA0;
    let highA2 = highA0;
    let highA3 = highA0;
    let highB0 = highA0;
    let highB1 = highA0;
    let highB2 = highA0;
    let highB3 = highA0;
    const head = w + (half << 4);
    let p = w + headBytes<M>() + (half << 5);
    w += blockBytes<M>();
    for (; p < w; p += 64) {
      const va = v128.load(p);
      const vb = v128.load(p, 16);
      let wa = lowNibbles(va);
      let wb = lowNibbles(vb);
      let y = spread<i8>(v128.load32_splat(x));
      lowA0 = dotLow<i8>(y, wa, lowA0);
      highA0 = dotHigh<i8>(y, wa, highA0);
      lowB0 = dotLow<i8>(y, wb, lowB0);
      highB0 = dotHigh<i8>(y, wb, highB0);
      y = spread<i8>(v128.load32_splat(x, 4));
      lowA1 = dotLow<i8>(y, wa, lowA1);
      highA1 = dotHigh<i8>(y, wa, highA1);
      lowB1 = dotLow<i8>(y, wb, lowB1);
      highB1 = dotHigh<i8>(y, wb, highB1);
      y = spread<i8>(v128.load32_splat(x, 8));
      lowA2 = dotLow<i8>(y, wa, lowA2);
      highA2 = dotHigh<i8>(y, wa, highA2);
      lowB2 = dotLow<i8>(y, wb, lowB2);
      highB2 = dotHigh<i8>(y, wb, highB2);
      y = spread<i8>(v128.load32_splat(x, 12));
      lowA3 = dotLow<i8>(y, wa, lowA3);
      highA3 = dotHigh<i8>(y, wa, highA3);
      lowB3 = dotLow<i8>(y, wb, lowB3);
      highB3 = dotHigh<i8>(y, wb, highB3);
      wa = highNibbles(va);
      wb = highNibbles(vb);
      y = spread<i8>(v128.load32_splat(x, 16));
      lowA0 = dotLow<i8>(y, wa, lowA0);
      highA0 = dotHigh<i8>(y, wa, highA0);
      lowB0 = dotLow<i8>(y, wb, lowB0);
      highB0 = dotHigh<i8>(y, wb, highB0);
      y = spread<i8>(v128.load32_splat(x, 20));
      lowA1 = dotLow<i8>(y, wa, lowA1);
      highA1 = dotHigh<i8>(y, wa, highA1);
      lowB1 = dotLow<i8>(y, wb, lowB1);
      highB1 = dotHigh<i8>(y, wb, highB1);
      y = spread<i8>(v128.load32_splat(x, 24));
      lowA2 = dotLow<i8>(y, wa, lowA2);
      highA2 = dotHigh<i8>(y, wa, highA2);
      lowB2 = dotLow<i8>(y, wb, lowB2);
      highB2 = dotHigh<i8>(y, wb, highB2);
      y = spread<i8>(v128.load32_splat(x, 28));
      lowA3 = dotLow<i8>(y, wa, lowA3);
      highA3 = dotHigh<i8>(y, wa, highA3);
      lowB3 = dotLow<i8>(y, wb, lowB3);
      highB3 = dotHigh<i8>(y, wb, highB3);
      x += 32;
    }
    let s = v128.load(head);
    let sa = scalesLow(s);
    let sb = scalesHigh(s);
    const scale0 = v128.load32_splat(scales, 0);
    a0 = madd(f32x4.convert_i32x4_s(joinSums<i8>(lowA0, highA0, correction0)), f32x4.mul(sa, scale0), a0);
    b0 = madd(f32x4.convert_i32x4_s(joinSums<i8>(lowB0, highB0, correction0)), f32x4.mul(sb, scale0), b0);
    const scale1 = v128.load32_splat(scales, 4);
    a1 = madd(f32x4.convert_i32x4_s(joinSums<i8>(lowA1, highA1, correction1)), f32x4.mul(sa, scale1), a1);
    b1 = madd(f32x4.convert_i32x4_s(joinSums<i8>(lowB1, highB1, correction1)), f32x4.mul(sb, scale1), b1);
    const scale2 = v128.load32_splat(scales, 8);
    a2 = madd(f32x4.convert_i32x4_s(joinSums<i8>(lowA2, highA2, correction2)), f32x4.mul(sa, scale2), a2);
    b2 = madd(f32x4.convert_i32x4_s(joinSums<i8>(lowB2, highB2, correction2)), f32x4.mul(sb, scale2), b2);
    const scale3 = v128.load32_splat(scales, 12);
    a3 = madd(f32x4.convert_i32x4_s(joinSums<i8>(lowA3, highA3, correction3)), f32x4.mul(sa, scale3), a3);
    b3 = madd(f32x4.convert_i32x4_s(joinSums<i8>(lowB3, highB3, correction3)), f32x4.mul(sb, scale3), b3);
    if (hasMinimum<M>()) {
      s = v128.load(head, 32);
      sa = scalesLow(s);
      sb = scalesHigh(s);
      const totals = f32x4.convert_i32x4_s(sums);
      let total = v128.shuffle<i32>(totals, totals, 0, 0, 0, 0);
      a0 = madd(total, f32x4.mul(sa, scale0), a0);
      b0 = madd(total, f32x4.mul(sb, scale0), b0);
      total = v128.shuffle<i32>(totals, totals, 1, 1, 1, 1);
      a1 = madd(total, f32x4.mul(sa, scale1), a1);
      b1 = madd(total, f32x4.mul(sb, scale1), b1);
      total = v128.shuffle<i32>(totals, totals, 2, 2, 2, 2);
      a2 = madd(total, f32x4.mul(sa, scale2), a2);
      b2 = madd(total, f32x4.mul(sb, scale2), b2);
      total = v128.shuffle<i32>(totals, totals, 3, 3, 3, 3);
      a3 = madd(total, f32x4.mul(sa, scale3), a3);
      b3 = madd(total, f32x4.mul(sb, scale3), b3);
    }
    scales += 32;
  }
  const result = f32x4.splat(RESULT);
  v128.store(out, f32x4.mul(a0, result));
  v128.store(out, f32x4.mul(b0, result), 16);
  v128.store(out + stride, f32x4.mul(a1, result));
  v128.store(out + stride, f32x4.mul(b1, result), 16);
  v128.store(out + 2 * stride, f32x4.mul(a2, result));
  v128.store(out + 2 * stride, f32x4.mul(b2, result), 16);
  v128.store(out + 3 * stride, f32x4.mul(a3, result));
  v128.store(out + 3 * stride, f32x4.mul(b3, result), 16);
}
