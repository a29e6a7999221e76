// out[t, r] = sum over c of weights[r, c] * x[t, c], for weights in blocks of 32 columns: int8 (matmul-int8.ts), int4 and
// int4 with minima (matmul-int4.ts). x: `values` and `scales` of activations.ts. rows and cols are multiples of 32;
// padding is zero.
//
// Four tokens and more share weights that are unpacked once (panel.ts); a token alone takes them as they are stored.
// Either way the order of summation is panel.ts', so that a token's result does not depend on its company.
//
// `dot` is what simd.ts' probeDot found. scratch: the calling thread's, 16 rows' panel and then, where products need
// widened activations, those of all tokens: scratchBytes().

import { widen } from "./activations";
import { int4Block, rowsInt4, unpackInt4 } from "./matmul-int4";
import { INT8_BLOCK, rowsInt8, unpackInt8 } from "./matmul-int8";
import { panelBlock, tile8x4 } from "./panel";
import { activationBytes } from "./simd";
import { shareStart } from "./sync";

/** Q8_0 */
export function matmulInt8(
  out: usize,
  weights: usize,
  values: usize,
  scales: usize,
  scratch: usize,
  rows: i32,
  cols: i32,
  tokens: i32,
  dot: i32,
  part: i32,
  parts: i32,
): void {
  if (ASC_FEATURE_RELAXED_SIMD && dot != 0) {
    const offset = dot == 2 ? -128 : 0;
    multiply<i8, i8>(out, weights, values, scales, scratch, rows, cols, tokens, offset, part, parts);
  } else {
    multiply<i8, i16>(out, weights, values, scales, scratch, rows, cols, tokens, 0, part, parts);
  }
}

/** Q4_0 */
export function matmulInt4(
  out: usize,
  weights: usize,
  values: usize,
  scales: usize,
  scratch: usize,
  rows: i32,
  cols: i32,
  tokens: i32,
  dot: i32,
  part: i32,
  parts: i32,
): void {
  multiplyInt4<u8>(out, weights, values, scales, scratch, rows, cols, tokens, dot, -8, part, parts);
}

/** Q4_1 */
export function matmulInt4Min(
  out: usize,
  weights: usize,
  values: usize,
  scales: usize,
  scratch: usize,
  rows: i32,
  cols: i32,
  tokens: i32,
  dot: i32,
  part: i32,
  parts: i32,
): void {
  multiplyInt4<u16>(out, weights, values, scales, scratch, rows, cols, tokens, dot, 0, part, parts);
}

/** Where the 32-bit dot is not exact it is not one instruction either: then the 16-bit one is faster. */
function multiplyInt4<W>(
  out: usize,
  weights: usize,
  values: usize,
  scales: usize,
  scratch: usize,
  rows: i32,
  cols: i32,
  tokens: i32,
  dot: i32,
  offset: i32,
  part: i32,
  parts: i32,
): void {
  if (!ASC_FEATURE_RELAXED_SIMD) {
    multiply<W, i16>(out, weights, values, scales, scratch, rows, cols, tokens, offset, part, parts);
  } else if (dot == 0) {
    multiply<W, u8>(out, weights, values, scales, scratch, rows, cols, tokens, offset, part, parts);
  } else {
    multiply<W, i8>(out, weights, values, scales, scratch, rows, cols, tokens, offset, part, parts);
  }
}

/** W: the weights' type (panel.ts), D: the dot product (simd.ts), `offset`: what is to be added to every stored weight. */
function multiply<W, D>(
  out: usize,
  weights: usize,
  values: usize,
  scales: usize,
  scratch: usize,
  rows: i32,
  cols: i32,
  tokens: i32,
  offset: i32,
  part: i32,
  parts: i32,
): void {
  const blocks = cols >> 5;
  const half = <usize>(blocks * panelBlock<W, D>());
  if (activationBytes<D>() == 2) {
    const wide = scratch + 2 * half;
    widen(wide, values, tokens, cols);
    values = wide;
  }
  const stride = <usize>(rows << 2);
  const inPanels = tokens & ~3;
  const to = shareStart(rows >> 5, part + 1, parts) << 1;
  for (let g = shareStart(rows >> 5, part, parts) << 1; g < to; g++) {
    const w = weights + g * blocks * groupBlock<W>();
    let o = out + (g << 6);
    let x = values;
    let s = scales;
    if (inPanels > 0) unpack<W, D>(scratch, w, blocks);
    let t = 0;
    for (; t < inPanels; t += 4) {
      tile8x4<W, D>(o, stride, scratch, x, s, blocks, offset);
      tile8x4<W, D>(o + 32, stride, scratch + half, x, s, blocks, offset);
      o += 4 * stride;
      x += 4 * cols * activationBytes<D>();
      s += blocks << 5;
    }
    for (; t < tokens; t++) {
      if (isSigned<W>()) rowsInt8<D>(o, w, x, s, blocks, offset);
      else rowsInt4<W, D>(o, w, x, s, blocks, offset);
      o += stride;
      x += cols * activationBytes<D>();
      s += blocks << 3;
    }
  }
}

/** Bytes of 16 rows x 32 columns as they are stored. */
function groupBlock<W>(): i32 {
  return isSigned<W>() ? INT8_BLOCK : int4Block<W>();
}

function unpack<W, D>(panel: usize, w: usize, blocks: i32): void {
  if (isSigned<W>()) unpackInt8<D>(panel, w, blocks);
  else unpackInt4<W, D>(panel, w, blocks);
}
