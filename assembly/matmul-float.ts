// out[t, r] = sum over c of weights[r, c] * x[t, c], for F32, F16 and BF16 weights.
//
// Weights: groups of four rows; in a group, for every eight columns, the four rows' eight elements side by side:
//   [rows / 4][cols / 8][4 rows][8]
// F32 elements in order; 16-bit ones in halves order (half.ts): i32 lane l holds column l high and column l + 4 low.
// Four tokens and more share 16-bit weights that are unpacked once, four rows at a time, into the calling thread's scratch.
// x: `floats` of activations.ts. rows and cols are multiples of 32; padding is zero.
//
// Order of summation, for any number of tokens: one accumulator of four lanes a row, lane l takes columns l, l + 4,
// l + 8, ... in turn, product and sum rounded apart; at the end sumLanes4.

import { fieldsOf, first4, second4 } from "./half";
import { madd, sumLanes4 } from "./simd";
import { STREAMS, shareStart } from "./sync";

/** Takes away the 2^64 of the activations and what is missing of F16's 2^112. */
function resultScale<T>(): v128 {
  const exponent = isFloat<T>() || isSigned<T>() ? -64 : 112 - 64;
  return f32x4.splat(reinterpret<f32>((exponent + 127) << 23));
}

function matmulFloat<T>(
  out: usize,
  weights: usize,
  x: usize,
  scratch: usize,
  rows: i32,
  cols: i32,
  tokens: i32,
  part: i32,
  parts: i32,
): void {
  const groupBytes = (<i32>(cols * sizeof<T>())) << 2;
  const first = shareStart(rows >> 5, part, parts) << 3;
  const groups = (shareStart(rows >> 5, part + 1, parts) << 3) - first;
  const stride = <usize>(rows << 2);
  out += first << 4;
  weights += first * groupBytes;
  const inPanels = tokens & ~3;
  for (let g = 0; g < groups && inPanels > 0; g++) {
    let panel = weights + g * groupBytes;
    if (!isFloat<T>()) {
      unpack<T>(scratch, panel, cols);
      panel = scratch;
    }
    let o = out + (g << 4);
    let y = x;
    for (let t = 0; t < inPanels; t += 4) {
      tile4x2(o, stride, panel, y, cols, resultScale<T>());
      tile4x2(o + 2 * stride, stride, panel, y + 32, cols, resultScale<T>());
      o += 4 * stride;
      y += (<usize>cols) << 4;
    }
  }
  out += <usize>inPanels * stride;
  x += (<usize>(inPanels * cols)) << 2;

  // A token alone: from several places at once, sync.ts says why.
  const length = (groups + STREAMS - 1) / STREAMS;
  for (let g = 0; g < length; g++) {
    const streams = (groups - g + length - 1) / length;
    for (let t = 0; t < tokens - inPanels; t++) {
      const y = x + ((<usize>(t * cols)) << 2);
      const o = out + <usize>t * stride + (g << 4);
      rows4<T>(o, length << 4, weights + g * groupBytes, length * groupBytes, streams, y, scratch, cols);
    }
  }
}

/** Four rows of 16-bit weights as F32 (F16: times 2^-112). */
function unpack<T>(panel: usize, w: usize, cols: i32): void {
  const fields = fieldsOf<T>(cols);
  for (const end = panel + ((<usize>cols) << 4); panel < end; panel += 32) {
    const v = v128.load(w);
    v128.store(panel, first4<T>(v, fields));
    v128.store(panel, second4<T>(v, fields), 16);
    w += 16;
  }
}

/**
 * Four rows of one token in each of `streams` groups, which lie `distance` bytes apart, their results `gap` bytes.
 * scratch: 64 bytes for each, where its four accumulators wait while the others have their turn of 32 columns.
 */
function rows4<T>(
  out: usize,
  gap: usize,
  weights: usize,
  distance: usize,
  streams: i32,
  x: usize,
  scratch: usize,
  cols: i32,
): void {
  const fields = fieldsOf<T>(cols);
  const zero = f32x4.splat(0);
  for (let i = 0; i < streams << 6; i += 16) v128.store(scratch + i, zero);
  for (const end = x + ((<usize>cols) << 2); x < end; x += 128) {
    let group = weights;
    let sums = scratch;
    for (let stream = 0; stream < streams; stream++) {
      let a = v128.load(sums);
      let b = v128.load(sums, 16);
      let c = v128.load(sums, 32);
      let d = v128.load(sums, 48);
      let w = group;
      for (let i: usize = 0; i < 128; i += 32) {
        const x0 = v128.load(x + i);
        const x1 = v128.load(x + i, 16);
        let wa = v128.load(w);
        let wb = v128.load(w, sizeof<T>() * 8);
        let wc = v128.load(w, sizeof<T>() * 16);
        let wd = v128.load(w, sizeof<T>() * 24);
        a = madd(first4<T>(wa, fields), x0, a);
        b = madd(first4<T>(wb, fields), x0, b);
        c = madd(first4<T>(wc, fields), x0, c);
        d = madd(first4<T>(wd, fields), x0, d);
        if (isFloat<T>()) {
          wa = v128.load(w, 16);
          wb = v128.load(w, 48);
          wc = v128.load(w, 80);
          wd = v128.load(w, 112);
        }
        a = madd(second4<T>(wa, fields), x1, a);
        b = madd(second4<T>(wb, fields), x1, b);
        c = madd(second4<T>(wc, fields), x1, c);
        d = madd(second4<T>(wd, fields), x1, d);
        w += sizeof<T>() * 32;
      }
      v128.store(sums, a);
      v128.store(sums, b, 16);
      v128.store(sums, c, 32);
      v128.store(sums, d, 48);
      sums += 64;
      group += distance;
    }
    weights += sizeof<T>() * 128;
  }
  const scale = resultScale<T>();
  for (let stream = 0; stream < streams; stream++) {
    const a = v128.load(scratch);
    const b = v128.load(scratch, 16);
    const c = v128.load(scratch, 32);
    const d = v128.load(scratch, 48);
    v128.store(out, f32x4.mul(sumLanes4(a, b, c, d), scale));
    out += gap;
    scratch += 64;
  }
}

/** Four rows of F32 weights, two tokens of a panel of four; `stride` bytes from one token's outputs to the next one's. */
function tile4x2(out: usize, stride: usize, w: usize, x: usize, cols: i32, scale: v128): void {
  // Accumulators are named row (a..d), token (0, 1): more of them than these would not stay in registers.
  let a0 = f32x4.splat(0);
  let a1 = a0;
  let b0 = a0;
  let b1 = a0;
  let c0 = a0;
  let c1 = a0;
  let d0 = a0;
  let d1 = a0;
  for (const end = x + ((<usize>cols) << 4); x < end; x += 128) {
    let wa = v128.load(w);
    let wb = v128.load(w, 32);
    let wc = v128.load(w, 64);
    let wd = v128.load(w, 96);
    let y = v128.load(x);
    a0 = madd(wa, y, a0);
    b0 = madd(wb, y, b0);
    c0 = madd(wc, y, c0);
    d0 = madd(wd, y, d0);
    y = v128.load(x, 16);
    a1 = madd(wa, y, a1);
    b1 = madd(wb, y, b1);
    c1 = madd(wc, y, c1);
    d1 = madd(wd, y, d1);
    wa = v128.load(w, 16);
    wb = v128.load(w, 48);
    wc = v128.load(w, 80);
    wd = v128.load(w, 112);
    y = v128.load(x, 64);
    a0 = madd(wa, y, a0);
    b0 = madd(wb, y, b0);
    c0 = madd(wc, y, c0);
    d0 = madd(wd, y, d0);
    y = v128.load(x, 80);
    a1 = madd(wa, y, a1);
    b1 = madd(wb, y, b1);
    c1 = madd(wc, y, c1);
    d1 = madd(wd, y, d1);
    w += 128;
  }
  v128.store(out, f32x4.mul(sumLanes4(a0, b0, c0, d0), scale));
  v128.store(out + stride, f32x4.mul(sumLanes4(a1, b1, c1, d1), scale));
}

/** F32 weights. See the head of this file. */
export function matmulF32(
  out: usize,
  weights: usize,
  x: usize,
  scratch: usize,
  rows: i32,
  cols: i32,
  tokens: i32,
  part: i32,
  parts: i32,
): void {
  matmulFloat<f32>(out, weights, x, scratch, rows, cols, tokens, part, parts);
}

/** F16 weights. */
export function matmulF16(
  out: usize,
  weights: usize,
  x: usize,
  scratch: usize,
  rows: i32,
  cols: i32,
  tokens: i32,
  part: i32,
  parts: i32,
): void {
  matmulFloat<u16>(out, weights, x, scratch, rows, cols, tokens, part, parts);
}

/** BF16 weights. */
export function matmulBF16(
  out: usize,
  weights: usize,
  x: usize,
  scratch: usize,
  rows: i32,
  cols: i32,
  tokens: i32,
  part: i32,
  parts: i32,
): void {
  matmulFloat<i16>(out, weights, x, scratch, rows, cols, tokens, part, parts);
}
