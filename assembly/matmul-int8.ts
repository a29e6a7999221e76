// Weights in blocks of 32 columns with one scale (GGUF's Q8_0): groups of 16 rows; in a group, for every block, 544 bytes:
//   16 f16 scales, then for every four columns 64 bytes: rows 0-3, 4-7, 8-11, 12-15 in 16 bytes each.
// A lane is a row and holds its four columns, so that one broadcast of four activations serves all 16 rows.
// Where the relaxed dot reads its second operand as unsigned (`dot` 2) weights are stored plus 128, and 128 times the
// block's sum of activations is taken away again (`offset`): 32-bit integers, exact.

import { f16Fields, scalesHigh, scalesLow } from "./half";
import { addScaled, panelBlock, panelHead, storeWeights, unpackScales } from "./panel";
import { activationBytes, dotHigh, dotLow, rowTotals, spread, startRows } from "./simd";

/** Bytes of 16 rows x 32 columns. */
export const INT8_BLOCK: i32 = 544;

/** The group at `w` as a panel (panel.ts). */
export function unpackInt8<D>(panel: usize, w: usize, blocks: i32): void {
  const fields = f16Fields(blocks);
  const half = <usize>(blocks * panelBlock<i8, D>());
  for (const last = w + blocks * INT8_BLOCK; w < last; w += INT8_BLOCK) {
    unpackScales(panel, w, fields);
    unpackScales(panel + half, w + 16, fields);
    let to = panel + panelHead<i8>();
    for (let p = w + 32; p < w + INT8_BLOCK; p += 64) {
      storeWeights<D>(to, v128.load(p));
      storeWeights<D>(to + 16, v128.load(p, 16));
      storeWeights<D>(to + half, v128.load(p, 32));
      storeWeights<D>(to + half + 16, v128.load(p, 48));
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
    const correction = i32x4.mul(v128.load32_splat(scales, 4), factor);
    const scale = v128.load32_splat(scales);
    let w = weights;
    let o = out;
    for (let stream = 0; stream < streams; stream++) {
      let low0 = startRows<D>(correction);
      let low1 = low0;
      let low2 = low0;
      let low3 = low0;
      let high0 = i32x4.splat(0);
      let high1 = high0;
      let high2 = high0;
      let high3 = high0;
      let y = x;
      let p = w + 32;
      for (const end = w + INT8_BLOCK; p < end; p += 64) {
        const z = spread<D>(y);
        let v = v128.load(p);
        low0 = dotLow<D>(z, v, low0);
        high0 = dotHigh<D>(z, v, high0);
        v = v128.load(p, 16);
        low1 = dotLow<D>(z, v, low1);
        high1 = dotHigh<D>(z, v, high1);
        v = v128.load(p, 32);
        low2 = dotLow<D>(z, v, low2);
        high2 = dotHigh<D>(z, v, high2);
        v = v128.load(p, 48);
        low3 = dotLow<D>(z, v, low3);
        high3 = dotHigh<D>(z, v, high3);
        y += 4 * activationBytes<D>();
      }
      let s = v128.load(w);
      addScaled(o, rowTotals<D>(low0, high0, correction), scalesLow(s, fields), scale);
      addScaled(o + 16, rowTotals<D>(low1, high1, correction), scalesHigh(s, fields), scale);
      s = v128.load(w, 16);
      addScaled(o + 32, rowTotals<D>(low2, high2, correction), scalesLow(s, fields), scale);
      addScaled(o + 48, rowTotals<D>(low3, high3, correction), scalesHigh(s, fields), scale);
      w += distance;
      o += gap;
    }
    x += 32 * activationBytes<D>();
    scales += 8;
  }
}
