// out[t, r] = sum over c of weights[r, c] * x[t, c], for weights in blocks of 32 columns with one scale (GGUF's Q8_0).
//
// Weights: groups of 16 rows; in a group, for every block of 32 columns, 544 bytes:
//   16 f16 scales, then for every four columns 64 bytes: rows 0-3, 4-7, 8-11, 12-15 in 16 bytes each.
// A lane is a row and holds its four columns, so that one broadcast of four activations serves all 16 rows.
// Where the relaxed dot reads its second operand as unsigned (`dot` 2) weights are stored plus 128, and 128 times the
// block's sum of activations is taken away again: 32-bit integers, exact. `dot` is what simd.ts' probeDot found.
// x: `values` and `scales` of activations.ts. rows and cols are multiples of 32; padding is zero.
//
// Order of summation, for any number of tokens: exact within a block; blocks are added in order, in F32, each as
// sum * (weight scale * activation scale).

import { scalesHigh, scalesLow } from "./half";
import { dotHigh, dotLow, joinSums, madd, spread, startSums } from "./simd";
import { shareStart } from "./sync";

/** Bytes of 16 rows x 32 columns. */
const BLOCK: i32 = 544;

/** 2^-64 of the activations' scale and 2^112 of the weights' scale. */
const RESULT: f32 = 281474976710656.0; // 2^48

export function matmulInt8(
  out: usize,
  weights: usize,
  values: usize,
  scales: usize,
  rows: i32,
  cols: i32,
  tokens: i32,
  dot: i32,
  part: i32,
  parts: i32,
): void {
  if (dot == 0) matmulBlocks<i16>(out, weights, values, scales, rows, cols, tokens, 0, part, parts);
  else matmulBlocks<i8>(out, weights, values, scales, rows, cols, tokens, dot == 2 ? -128 : 0, part, parts);
}

/** D: the dot product of simd.ts. `offset`: what is to be added to every stored weight. */
function matmulBlocks<D>(
  out: usize,
  weights: usize,
  values: usize,
  scales: usize,
  rows: i32,
  cols: i32,
  tokens: i32,
  offset: i32,
  part: i32,
  parts: i32,
): void {
  const blocks = cols >> 5;
  const to = shareStart(rows >> 5, part + 1, parts) << 1;
  for (let g = shareStart(rows >> 5, part, parts) << 1; g < to; g++) {
    const w = weights + g * blocks * BLOCK;
    const o = out + (g << 6);
    let t = 0;
    for (; t + 4 <= tokens; t += 4) {
      const y = o + ((<usize>(t * rows)) << 2);
      const x = values + t * cols;
      const s = scales + ((t * blocks) << 3);
      tile8x4<D>(y, rows << 2, w, 0, x, s, blocks, offset);
      tile8x4<D>(y + 32, rows << 2, w, 1, x, s, blocks, offset);
    }
    for (; t < tokens; t++) {
      tile16x1<D>(o + ((<usize>(t * rows)) << 2), w, values + t * cols, scales + ((t * blocks) << 3), blocks, offset);
    }
  }
}

/** 16 rows of one token. */
function tile16x1<D>(out: usize, w: usize, x: usize, scales: usize, blocks: i32, offset: i32): void {
  let a = f32x4.splat(0);
  let b = a;
  let c = a;
  let d = a;
  const factor = i32x4.splat(offset);
  for (let block = 0; block < blocks; block++) {
    const correction = i32x4.mul(v128.load32_splat(scales, 4), factor);
    let low0 = startSums<D>(correction);
    let low1 = low0;
    let low2 = low0;
    let low3 = low0;
    let high0 = i32x4.splat(0);
    let high1 = high0;
    let high2 = high0;
    let high3 = high0;
    let p = w + 32;
    w += BLOCK;
    for (; p < w; p += 128) {
      let y = spread<D>(v128.load32_splat(x));
      let v = v128.load(p);
      low0 = dotLow<D>(y, v, low0);
      high0 = dotHigh<D>(y, v, high0);
      v = v128.load(p, 16);
      low1 = dotLow<D>(y, v, low1);
      high1 = dotHigh<D>(y, v, high1);
      v = v128.load(p, 32);
      low2 = dotLow<D>(y, v, low2);
      high2 = dotHigh<D>(y, v, high2);
      v = v128.load(p, 48);
      low3 = dotLow<D>(y, v, low3);
      high3 = dotHigh<D>(y, v, high3);
      y = spread<D>(v128.load32_splat(x, 4));
      v = v128.load(p, 64);
      low0 = dotLow<D>(y, v, low0);
      high0 = dotHigh<D>(y, v, high0);
      v = v128.load(p, 80);
      low1 = dotLow<D>(y, v, low1);
      high1 = dotHigh<D>(y, v, high1);
      v = v128.load(p, 96);
      low2 = dotLow<D>(y, v, low2);
      high2 = dotHigh<D>(y, v, high2);
      v = v128.load(p, 112);
      low3 = dotLow<D>(y, v, low3);
      high3 = dotHigh<D>(y, v, high3);
      x += 8;
    }
    const scale = v128.load32_splat(scales);
    scales += 8;
    let s = v128.load(w - BLOCK);
    a = madd(f32x4.convert_i32x4_s(joinSums<D>(low0, high0, correction)), f32x4.mul(scalesLow(s), scale), a);
    b = madd(f32x4.convert_i32x4_s(joinSums<D>(low1, high1, correction)), f32x4.mul(scalesHigh(s), scale), b);
    s = v128.load(w - BLOCK, 16);
    c = madd(f32x4.convert_i32x4_s(joinSums<D>(low2, high2, correction)), f32x4.mul(scalesLow(s), scale), c);
    d = madd(f32x4.convert_i32x4_s(joinSums<D>(low3, high3, correction)), f32x4.mul(scalesHigh(s), scale), d);
  }
  const result = f32x4.splat(RESULT);
  v128.store(out, f32x4.mul(a, result));
  v128.store(out, f32x4.mul(b, result), 16);
  v128.store(out, f32x4.mul(c, result), 32);
  v128.store(out, f32x4.mul(d, result), 48);
}

/** Eight rows (`half` 0 or 1 of a group) of a panel of four tokens; `stride` bytes between the tokens' outputs. */
function tile8x4<D>(
  out: usize,
  stride: usize,
  w: usize,
  half: i32,
  x: usize,
  scales: usize,
  blocks: i32,
  offset: i32,
): void {
  // Accumulators are named row (a: 0-3, b: 4-7), token (0..3).
  let a0 = f32x4.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let b0 = a0;
  let b1 = a0;
  let b2 = a0;
  let b3 = a0;
  const factor = i32x4.splat(offset);
  for (let block = 0; block < blocks; block++) {
    const corrections = i32x4.mul(v128.load(scales, 16), factor);
    const correction0 = v128.shuffle<i32>(corrections, corrections, 0, 0, 0, 0);
    const correction1 = v128.shuffle<i32>(corrections, corrections, 1, 1, 1, 1);
    const correction2 = v128.shuffle<i32>(corrections, corrections, 2, 2, 2, 2);
    const correction3 = v128.shuffle<i32>(corrections, corrections, 3, 3, 3, 3);
    let lowA0 = startSums<D>(correction0);
    let lowB0 = lowA0;
    let lowA1 = startSums<D>(correction1);
    let lowB1 = lowA1;
    let lowA2 = startSums<D>(correction2);
    let lowB2 = lowA2;
    let lowA3 = startSums<D>(correction3);
    let lowB3 = lowA3;
    let highA0 = i32x4.splat(0);
    let highA1 = highA0;
    let highA2 = highA0;
    let highA3 = highA0;
    let highB0 = highA0;
    let highB1 = highA0;
    let highB2 = highA0;
    let highB3 = highA0;
    let p = w + 32 + (half << 5);
    w += BLOCK;
    for (; p < w; p += 64) {
      const va = v128.load(p);
      const vb = v128.load(p, 16);
      let y = spread<D>(v128.load32_splat(x));
      lowA0 = dotLow<D>(y, va, lowA0);
      highA0 = dotHigh<D>(y, va, highA0);
      lowB0 = dotLow<D>(y, vb, lowB0);
      highB0 = dotHigh<D>(y, vb, highB0);
      y = spread<D>(v128.load32_splat(x, 4));
      lowA1 = dotLow<D>(y, va, lowA1);
      highA1 = dotHigh<D>(y, va, highA1);
      lowB1 = dotLow<D>(y, vb, lowB1);
      highB1 = dotHigh<D>(y, vb, highB1);
      y = spread<D>(v128.load32_splat(x, 8));
      lowA2 = dotLow<D>(y, va, lowA2);
      highA2 = dotHigh<D>(y, va, highA2);
      lowB2 = dotLow<D>(y, vb, lowB2);
      highB2 = dotHigh<D>(y, vb, highB2);
      y = spread<D>(v128.load32_splat(x, 12));
      lowA3 = dotLow<D>(y, va, lowA3);
      highA3 = dotHigh<D>(y, va, highA3);
      lowB3 = dotLow<D>(y, vb, lowB3);
      highB3 = dotHigh<D>(y, vb, highB3);
      x += 16;
    }
    const s = v128.load(w - BLOCK + (half << 4));
    const sa = scalesLow(s);
    const sb = scalesHigh(s);
    let scale = v128.load32_splat(scales);
    a0 = madd(f32x4.convert_i32x4_s(joinSums<D>(lowA0, highA0, correction0)), f32x4.mul(sa, scale), a0);
    b0 = madd(f32x4.convert_i32x4_s(joinSums<D>(lowB0, highB0, correction0)), f32x4.mul(sb, scale), b0);
    scale = v128.load32_splat(scales, 4);
    a1 = madd(f32x4.convert_i32x4_s(joinSums<D>(lowA1, highA1, correction1)), f32x4.mul(sa, scale), a1);
    b1 = madd(f32x4.convert_i32x4_s(joinSums<D>(lowB1, highB1, correction1)), f32x4.mul(sb, scale), b1);
    scale = v128.load32_splat(scales, 8);
    a2 = madd(f32x4.convert_i32x4_s(joinSums<D>(lowA2, highA2, correction2)), f32x4.mul(sa, scale), a2);
    b2 = madd(f32x4.convert_i32x4_s(joinSums<D>(lowB2, highB2, correction2)), f32x4.mul(sb, scale), b2);
    scale = v128.load32_splat(scales, 12);
    a3 = madd(f32x4.convert_i32x4_s(joinSums<D>(lowA3, highA3, correction3)), f32x4.mul(sa, scale), a3);
    b3 = madd(f32x4.convert_i32x4_s(joinSums<D>(lowB3, highB3, correction3)), f32x4.mul(sb, scale), b3);
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
