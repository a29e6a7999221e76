// 4-bit weights in blocks of 32 columns: scale * (q - 8), GGUF's Q4_0, or scale * q + minimum, Q4_1. Groups of 16 rows; in
// a group, for every block, 288 (320) bytes:
//   16 f16 scales, (Q4_1: 16 f16 minima,) then for every eight columns 64 bytes: rows 0-3, 4-7, 8-11, 12-15 in 16 each.
// A lane is a row; the low nibbles of its four bytes are columns 0-3 of the eight, the high ones 4-7. Nibbles 0..15 are
// within what every engine's relaxed dot takes as second operand. The -8 is made good by -8 times the block's sum of
// activations, in integers (`offset`); the minimum is multiplied with that sum.
//
// The type parameter W is u8 for Q4_0 and u16 for Q4_1 (panel.ts).

import { f16Fields, scalesHigh, scalesLow } from "./half";
import { addScaled, addWithMinimum, hasMinimum, panelBlock, panelHead, storeWeights, unpackScales } from "./panel";
import { activationBytes, dot, held, startSums, total } from "./simd";
import { dotNibbleWords, wordRowBlock } from "./words";

/** Bytes of 16 rows x 32 columns. */
export function int4Block<W>(): i32 {
  return hasMinimum<W>() ? 320 : 288;
}

/** Bytes of a block's scales and minima. */
function headBytes<W>(): i32 {
  return hasMinimum<W>() ? 64 : 32;
}

/** The group at `w` as a panel (panel.ts). */
export function unpackInt4<W, D>(panel: usize, w: usize, blocks: i32): void {
  const fields = f16Fields(blocks);
  const nibble = held(0x0f0f0f0f, blocks);
  const half = <usize>(blocks * panelBlock<W, D>());
  for (const last = w + blocks * int4Block<W>(); w < last; w += int4Block<W>()) {
    unpackScales(panel, w, fields);
    unpackScales(panel + half, w + 16, fields);
    if (hasMinimum<W>()) {
      unpackScales(panel + 32, w + 32, fields);
      unpackScales(panel + half + 32, w + 48, fields);
    }
    let to = panel + panelHead<W>();
    for (let p = w + headBytes<W>(); p < w + int4Block<W>(); p += 64) {
      let v = v128.load(p);
      storeWeights<D>(to, v128.and(v, nibble));
      storeWeights<D>(to + 32 * sizeof<D>(), v128.and(i16x8.shr_u(v, 4), nibble));
      v = v128.load(p, 16);
      storeWeights<D>(to + 16, v128.and(v, nibble));
      storeWeights<D>(to + 32 * sizeof<D>() + 16, v128.and(i16x8.shr_u(v, 4), nibble));
      v = v128.load(p, 32);
      storeWeights<D>(to + half, v128.and(v, nibble));
      storeWeights<D>(to + half + 32 * sizeof<D>(), v128.and(i16x8.shr_u(v, 4), nibble));
      v = v128.load(p, 48);
      storeWeights<D>(to + half + 16, v128.and(v, nibble));
      storeWeights<D>(to + half + 32 * sizeof<D>() + 16, v128.and(i16x8.shr_u(v, 4), nibble));
      to += 64 * sizeof<D>();
    }
    panel += panelBlock<W, D>();
  }
}

/**
 * Adds one token's products to 16 rows' sums at `out` in each of `streams` groups: weights lie `distance` bytes apart, sums
 * `gap` bytes (matmul-quantised.ts). x in the form that D takes.
 */
export function rowsInt4<W, D>(
  out: usize,
  gap: usize,
  weights: usize,
  distance: usize,
  streams: i32,
  x: usize,
  scales: usize,
  blocks: i32,
  offset: i32,
): void {
  const fields = f16Fields(blocks);
  const mask0 = held(sizeof<D>() == 2 ? 0x000f000f : 0x0f0f0f0f, blocks);
  const mask1 = held(0x00f000f0, blocks);
  const mask2 = held(0x0f000f00, blocks);
  const factor = i32x4.splat(offset);
  for (const last = weights + blocks * int4Block<W>(); weights < last; weights += int4Block<W>()) {
    const sum = v128.load32_splat(scales, 4);
    const correction = i32x4.mul(sum, factor);
    const start = sizeof<D>() == 2 ? i32x4.shl(correction, 8) : startSums<D>(correction);
    const scale = v128.load32_splat(scales);
    const scaledSum = f32x4.mul(f32x4.convert_i32x4_s(sum), scale);
    let w = weights;
    let o = out;
    for (let stream = 0; stream < streams; stream++) {
      let sum0 = start;
      let sum1 = start;
      let sum2 = start;
      let sum3 = start;
      let y = x;
      let p = w + headBytes<W>();
      for (const end = w + int4Block<W>(); p < end; p += 64) {
        const even0 = v128.load32_splat(y);
        const odd0 = sizeof<D>() == 2 ? v128.load32_splat(y, 4) : even0;
        y += 4 * activationBytes<D>();
        const even1 = v128.load32_splat(y);
        const odd1 = sizeof<D>() == 2 ? v128.load32_splat(y, 4) : even1;
        y += 4 * activationBytes<D>();
        sum0 = dotNibbles<D>(even0, odd0, even1, odd1, v128.load(p), sum0, mask0, mask1, mask2);
        sum1 = dotNibbles<D>(even0, odd0, even1, odd1, v128.load(p, 16), sum1, mask0, mask1, mask2);
        sum2 = dotNibbles<D>(even0, odd0, even1, odd1, v128.load(p, 32), sum2, mask0, mask1, mask2);
        sum3 = dotNibbles<D>(even0, odd0, even1, odd1, v128.load(p, 48), sum3, mask0, mask1, mask2);
      }
      const total0 = rowTotal<D>(sum0, correction);
      const total1 = rowTotal<D>(sum1, correction);
      const total2 = rowTotal<D>(sum2, correction);
      const total3 = rowTotal<D>(sum3, correction);
      let s = v128.load(w);
      if (hasMinimum<W>()) {
        let m = v128.load(w, 32);
        addWithMinimum(o, total0, scalesLow(s, fields), scale, scalesLow(m, fields), scaledSum);
        addWithMinimum(o + 16, total1, scalesHigh(s, fields), scale, scalesHigh(m, fields), scaledSum);
        s = v128.load(w, 16);
        m = v128.load(w, 48);
        addWithMinimum(o + 32, total2, scalesLow(s, fields), scale, scalesLow(m, fields), scaledSum);
        addWithMinimum(o + 48, total3, scalesHigh(s, fields), scale, scalesHigh(m, fields), scaledSum);
      } else {
        addScaled(o, total0, scalesLow(s, fields), scale);
        addScaled(o + 16, total1, scalesHigh(s, fields), scale);
        s = v128.load(w, 16);
        addScaled(o + 32, total2, scalesLow(s, fields), scale);
        addScaled(o + 48, total3, scalesHigh(s, fields), scale);
      }
      w += distance;
      o += gap;
    }
    x += sizeof<D>() == 2 ? wordRowBlock<W>() : 32;
    scales += 8;
  }
}

/** sums + products of four rows' eight columns; i16: 256 times the products */
function dotNibbles<D>(
  even0: v128,
  odd0: v128,
  even1: v128,
  odd1: v128,
  w: v128,
  sums: v128,
  mask0: v128,
  mask1: v128,
  mask2: v128,
): v128 {
  if (sizeof<D>() == 2) return dotNibbleWords(even0, odd0, even1, odd1, w, sums, mask0, mask1, mask2);
  sums = dot<D>(even0, v128.and(w, mask0), sums);
  return dot<D>(even1, v128.and(i16x8.shr_u(w, 4), mask0), sums);
}

/** What dotNibbles summed up, corrected, as floats: a lane is a row. */
function rowTotal<D>(sums: v128, correction: v128): v128 {
  return sizeof<D>() == 2 ? f32x4.convert_i32x4_s(i32x4.shr_s(sums, 8)) : total<D>(sums, correction);
}
