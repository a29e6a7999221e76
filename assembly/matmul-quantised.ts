// out[t, r] = sum over c of weights[r, c] * x[t, c], for weights in blocks of 32 columns: int8 (matmul-int8.ts), int4 and
// int4 with minima (matmul-int4.ts). x: `values` and `scales` of activations.ts. rows and cols are multiples of 32;
// padding is zero.
//
// Four tokens and more share weights that are unpacked once (panel.ts); a token alone takes them as they are stored.
// Either way the order of summation is panel.ts', so that a token's result does not depend on its company.
//
// `dot` is what simd.ts' probeDot found. scratch: the calling thread's, 16 rows' panel and then, where products need
// widened activations, those of all tokens: scratchBytes().

import { int4Block, rowsInt4, unpackInt4 } from "./matmul-int4";
import { INT8_BLOCK, rowsInt8, unpackInt8 } from "./matmul-int8";
import { panelBlock, RESULT, tile8x4 } from "./panel";
import { activationBytes } from "./simd";
import { STREAMS, shareStart } from "./sync";
import { widenPanels, widenRows, wordRowBlock } from "./words";

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
  const first = shareStart(rows >> 5, part, parts) << 1;
  const groups = (shareStart(rows >> 5, part + 1, parts) << 1) - first;
  out += first << 6;
  weights += first * blocks * groupBlock<W>();
  const inPanels = tokens & ~3;
  if (activationBytes<D>() == 2) {
    const wide = scratch + 2 * blocks * panelBlock<W, D>();
    widenPanels(wide, values, inPanels, cols);
    widenRows<W>(wide + 2 * inPanels * cols, values + inPanels * cols, tokens - inPanels, cols);
    values = wide;
  }
  if (inPanels > 0) {
    multiplyPanels<W, D>(out, weights, values, scales, scratch, groups, rows, blocks, inPanels, offset);
  }
  if (inPanels < tokens) {
    out += (<usize>(inPanels * rows)) << 2;
    values += inPanels * cols * activationBytes<D>();
    scales += (inPanels * blocks) << 3;
    multiplyRows<W, D>(out, weights, values, scales, groups, rows, blocks, tokens - inPanels, offset);
  }
}

/** `tokens` is a multiple of four. */
function multiplyPanels<W, D>(
  out: usize,
  weights: usize,
  values: usize,
  scales: usize,
  scratch: usize,
  groups: i32,
  rows: i32,
  blocks: i32,
  tokens: i32,
  offset: i32,
): void {
  const half = <usize>(blocks * panelBlock<W, D>());
  const stride = <usize>(rows << 2);
  for (let g = 0; g < groups; g++) {
    unpack<W, D>(scratch, weights, blocks);
    let o = out;
    let x = values;
    let s = scales;
    for (let t = 0; t < tokens; t += 4) {
      tile8x4<W, D>(o, stride, scratch, x, s, blocks, offset);
      tile8x4<W, D>(o + 32, stride, scratch + half, x, s, blocks, offset);
      o += 4 * stride;
      x += (blocks << 7) * activationBytes<D>();
      s += blocks << 5;
    }
    out += 64;
    weights += blocks * groupBlock<W>();
  }
}

/** One to three tokens: weights are used as they are stored, and read from STREAMS places in turn. */
function multiplyRows<W, D>(
  out: usize,
  weights: usize,
  values: usize,
  scales: usize,
  groups: i32,
  rows: i32,
  blocks: i32,
  tokens: i32,
  offset: i32,
): void {
  const length = (groups + STREAMS - 1) / STREAMS; // groups of a stream; the last stream may be shorter
  const groupBytes = blocks * groupBlock<W>();
  const distance = <usize>(length * groupBytes);
  const gap = <usize>(length << 6);
  const stride = <usize>(rows << 2);
  for (let t = 0; t < tokens; t++) fillRows(out + <usize>t * stride, groups, 0);
  for (let g = 0; g < length; g++) {
    const streams = (groups - g + length - 1) / length;
    for (let t = 0; t < tokens; t++) {
      const o = out + <usize>t * stride + (g << 6);
      const x = values + t * blocks * rowBlock<W, D>();
      const s = scales + ((t * blocks) << 3);
      if (isSigned<W>()) rowsInt8<D>(o, gap, weights, distance, streams, x, s, blocks, offset);
      else rowsInt4<W, D>(o, gap, weights, distance, streams, x, s, blocks, offset);
    }
    weights += groupBytes;
  }
  for (let t = 0; t < tokens; t++) scaleRows(out + <usize>t * stride, groups, RESULT);
}

/** 16 rows of each of `groups` groups <- value */
function fillRows(out: usize, groups: i32, value: f32): void {
  const v = f32x4.splat(value);
  for (const end = out + (groups << 6); out < end; out += 16) v128.store(out, v);
}

/** 16 rows of each of `groups` groups *= factor */
function scaleRows(out: usize, groups: i32, factor: f32): void {
  const v = f32x4.splat(factor);
  for (const end = out + (groups << 6); out < end; out += 16) v128.store(out, f32x4.mul(v128.load(out), v));
}

/** Bytes of 16 rows x 32 columns as they are stored. */
function groupBlock<W>(): i32 {
  return isSigned<W>() ? INT8_BLOCK : int4Block<W>();
}

/** Bytes of a row's 32 activations. */
function rowBlock<W, D>(): i32 {
  return activationBytes<D>() == 2 ? wordRowBlock<W>() : 32;
}

function unpack<W, D>(panel: usize, w: usize, blocks: i32): void {
  if (isSigned<W>()) unpackInt8<D>(panel, w, blocks);
  else unpackInt4<W, D>(panel, w, blocks);
}
