// Weights in blocks of 32 columns with one scale (GGUF's Q8_0): groups of 16 rows; in a group, for every block, 544 bytes:
//   16 f16 scales, then for every four columns 64 bytes: rows 0-3, 4-7, 8-11, 12-15 in 16 bytes each.
// A lane is a row and holds its four columns, so that one broadcast of four activations serves all 16 rows.
// Where the relaxed dot reads its second operand as unsigned (`dot` 2) weights are stored plus 128, and 128 times the
// block's sum of activations is taken away again (`offset`): 32-bit integers, exact. Where there is no such dot (`dot` 0)
// the same is done to the even columns (words.ts).

import { f16Fields, scalesHigh, scalesLow } from "./half";
import { addScaled, panelBlock, panelHead, storeWeights, unpackScales } from "./panel";
import { activationBytes, dot, held } from "./simd";
import { dotWords, wordRowBlock } from "./words";

/** Bytes of 16 rows x 32 columns. */
export const INT8_BLOCK: i32 = 544;

/** What the four bytes of a lane are stored exclusive-or'ed with: a flipped sign bit is 128 more, read as unsigned. */
export function storedFlip(dot: i32): u32 {
  return dot == 2 ? 0x80808080 : dot == 0 ? 0x00800080 : 0;
}

/** The group at `w` as a panel (panel.ts). */
export function unpackInt8<D>(panel: usize, w: usize, blocks: i32): void {
  const fields = f16Fields(blocks);
  const half = <usize>(blocks * panelBlock<i8, D>());
  const flip = held(sizeof<D>() == 2 ? storedFlip(0) : 0, blocks);
  for (const last = w + blocks * INT8_BLOCK; w < last; w += INT8_BLOCK) {
    unpackScales(panel, w, fields);
    unpackScales(panel + half, w + 16, fields);
    let to = panel + panelHead<i8>();
    for (let p = w + 32; p < w + INT8_BLOCK; p += 64) {
      storeWeights<D>(to, v128.xor(v128.load(p), flip));
      storeWeights<D>(to + 16, v128.xor(v128.load(p, 16), flip));
      storeWeights<D>(to + half, v128.xor(v128.load(p, 32), flip));
      storeWeights<D>(to + half + 16, v128.xor(v128.load(p, 48), flip));
      to += 32 * sizeof<D>();
    }
    panel += panelBlock<i8, D>();
  }
}

/**
 * Adds one token's products to 16 rows' sums at `out` in each of `streams` groups: weights lie `distance` bytes apart, sums
 * `gap` bytes (matmul-quantised.ts). x in the form that D takes.
 */
export function rowsInt8<D>(
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
  const factor = i32x4.splat(offset);
  for (const last = weights + blocks * INT8_BLOCK; weights < last; weights += INT8_BLOCK) {
    const correction = sizeof<D>() == 2 ? v128.load32_splat(x, 64) : i32x4.mul(v128.load32_splat(scales, 4), factor);
    const scale = v128.load32_splat(scales);
    let w = weights;
    let o = out;
    for (let stream = 0; stream < streams; stream++) {
      let sum0 = correction;
      let sum1 = correction;
      let sum2 = correction;
      let sum3 = correction;
      let y = x;
      let p = w + 32;
      for (const end = w + INT8_BLOCK; p < end; p += 64) {
        const even = v128.load32_splat(y);
        const odd = sizeof<D>() == 2 ? v128.load32_splat(y, 4) : even;
        sum0 = dotBytes<D>(even, odd, v128.load(p), sum0);
        sum1 = dotBytes<D>(even, odd, v128.load(p, 16), sum1);
        sum2 = dotBytes<D>(even, odd, v128.load(p, 32), sum2);
        sum3 = dotBytes<D>(even, odd, v128.load(p, 48), sum3);
        y += 4 * activationBytes<D>();
      }
      let s = v128.load(w);
      addScaled(o, f32x4.convert_i32x4_s(sum0), scalesLow(s, fields), scale);
      addScaled(o + 16, f32x4.convert_i32x4_s(sum1), scalesHigh(s, fields), scale);
      s = v128.load(w, 16);
      addScaled(o + 32, f32x4.convert_i32x4_s(sum2), scalesLow(s, fields), scale);
      addScaled(o + 48, f32x4.convert_i32x4_s(sum3), scalesHigh(s, fields), scale);
      w += distance;
      o += gap;
    }
    x += sizeof<D>() == 2 ? wordRowBlock<i8>() : 32;
    scales += 8;
  }
}

/** sums + products of four rows' four columns */
function dotBytes<D>(even: v128, odd: v128, w: v128, sums: v128): v128 {
  return sizeof<D>() == 2 ? dotWords(even, odd, w, sums) : dot<D>(even, w, sums);
}
