// The product of 16 rows of quantised weights with panels of four tokens. Weights of any type are first unpacked, once for
// all tokens of a batch, into one form (a panel), so that one tile serves them all:
//
//   [2 halves of 8 rows][cols / 32]{ 8 f32 scales, (Q4_1: 8 f32 minima,) weights }
//   weights, bytes (D is i8 or u8):  for every four columns 32 bytes: rows 0-3, then 4-7; a lane is a row's four columns
//   weights, 16-bit words (D is i16): for every four columns 32 bytes of columns 0 and 2, 32 of columns 1 and 3: rows 0-3,
//                                     then 4-7; a lane is a row's two columns
//
// Scales and minima are F16's fields in place, 2^-112 of the value (half.ts). `offset` times a block's sum of activations
// is added in integers: what stored weights lack.
//
// Order of summation: exact within a block of 32 columns; blocks are added in order, in F32, each as
// sum * (weight scale * activation scale), then with a minimum minimum * (sum of activations * activation scale).

import { scalesHigh, scalesLow } from "./half";
import { dot, madd, startSums, total } from "./simd";
import { evenColumns, oddColumns } from "./words";

/** 2^-64 of the activations' scale and 2^112 of the weights' scale. */
export const RESULT: f32 = 281474976710656.0; // 2^48

/** True for weights with a minimum. The type parameter W is i8 for int8, u8 for int4, u16 for int4 with minima. */
export function hasMinimum<W>(): bool {
  return sizeof<W>() == 2;
}

/** Bytes of 8 rows x 32 columns in a panel. */
export function panelBlock<W, D>(): i32 {
  return panelHead<W>() + ((<i32>sizeof<D>()) << 8);
}

/** Bytes of its scales and minima. */
export function panelHead<W>(): i32 {
  return hasMinimum<W>() ? 64 : 32;
}

/** Writes the scales (minima) of 8 rows, f16 at `from`, to `to`. */
export function unpackScales(to: usize, from: usize, fields: v128): void {
  const s = v128.load(from);
  v128.store(to, scalesLow(s, fields));
  v128.store(to, scalesHigh(s, fields), 16);
}

/** Weights of 4 rows x 4 columns into a panel; `to` is where those rows' first column goes. */
export function storeWeights<D>(to: usize, w: v128): void {
  if (sizeof<D>() == 1) {
    v128.store(to, w);
    return;
  }
  v128.store(to, evenColumns(w));
  v128.store(to, oddColumns(w), 32);
}

/** Four rows' sums at `to` += total * (weight scale * activation scale) */
export function addScaled(to: usize, total: v128, weightScale: v128, scale: v128): void {
  v128.store(to, madd(total, f32x4.mul(weightScale, scale), v128.load(to)));
}

/** addScaled, and then += minimum * (sum of activations * activation scale) */
export function addWithMinimum(to: usize, total: v128, weightScale: v128, scale: v128, minimum: v128, sum: v128): void {
  v128.store(to, madd(minimum, sum, madd(total, f32x4.mul(weightScale, scale), v128.load(to))));
}

/**
 * True if the four tokens' activations come by one load and shuffles, not by a load each. Hosts without guard pages (workerd,
 * Deno) check the bounds of every load, which is two thirds of the tile's instructions there: 25 % of its time. With guard
 * pages it makes no difference, but where the dot takes several instructions the shuffles are in their way.
 */
function sharesLoad<D>(): bool {
  return isSigned<D>() && sizeof<D>() == 1;
}

/** Eight rows (half a panel) of a panel of four tokens; `stride` bytes between the tokens' outputs. */
export function tile8x4<W, D>(
  out: usize,
  stride: usize,
  w: usize,
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
  for (const last = w + blocks * panelBlock<W, D>(); w < last; ) {
    const sums = v128.load(scales, 16);
    const corrections = i32x4.mul(sums, factor);
    const correction0 = v128.shuffle<i32>(corrections, corrections, 0, 0, 0, 0);
    const correction1 = v128.shuffle<i32>(corrections, corrections, 1, 1, 1, 1);
    const correction2 = v128.shuffle<i32>(corrections, corrections, 2, 2, 2, 2);
    const correction3 = v128.shuffle<i32>(corrections, corrections, 3, 3, 3, 3);
    let sumA0 = startSums<D>(correction0);
    let sumB0 = sumA0;
    let sumA1 = startSums<D>(correction1);
    let sumB1 = sumA1;
    let sumA2 = startSums<D>(correction2);
    let sumB2 = sumA2;
    let sumA3 = startSums<D>(correction3);
    let sumB3 = sumA3;
    let p = w + panelHead<W>();
    const head = w;
    w += panelBlock<W, D>();
    for (; p < w; p += 32) {
      const va = v128.load(p);
      const vb = v128.load(p, 16);
      const ys = sharesLoad<D>() ? v128.load(x) : va;
      let y = sharesLoad<D>() ? v128.shuffle<i32>(ys, ys, 0, 0, 0, 0) : v128.load32_splat(x);
      sumA0 = dot<D>(y, va, sumA0);
      sumB0 = dot<D>(y, vb, sumB0);
      y = sharesLoad<D>() ? v128.shuffle<i32>(ys, ys, 1, 1, 1, 1) : v128.load32_splat(x, 4);
      sumA1 = dot<D>(y, va, sumA1);
      sumB1 = dot<D>(y, vb, sumB1);
      y = sharesLoad<D>() ? v128.shuffle<i32>(ys, ys, 2, 2, 2, 2) : v128.load32_splat(x, 8);
      sumA2 = dot<D>(y, va, sumA2);
      sumB2 = dot<D>(y, vb, sumB2);
      y = sharesLoad<D>() ? v128.shuffle<i32>(ys, ys, 3, 3, 3, 3) : v128.load32_splat(x, 12);
      sumA3 = dot<D>(y, va, sumA3);
      sumB3 = dot<D>(y, vb, sumB3);
      x += 16;
    }
    const sa = v128.load(head);
    const sb = v128.load(head, 16);
    const scale0 = v128.load32_splat(scales);
    a0 = madd(total<D>(sumA0, correction0), f32x4.mul(sa, scale0), a0);
    b0 = madd(total<D>(sumB0, correction0), f32x4.mul(sb, scale0), b0);
    const scale1 = v128.load32_splat(scales, 4);
    a1 = madd(total<D>(sumA1, correction1), f32x4.mul(sa, scale1), a1);
    b1 = madd(total<D>(sumB1, correction1), f32x4.mul(sb, scale1), b1);
    const scale2 = v128.load32_splat(scales, 8);
    a2 = madd(total<D>(sumA2, correction2), f32x4.mul(sa, scale2), a2);
    b2 = madd(total<D>(sumB2, correction2), f32x4.mul(sb, scale2), b2);
    const scale3 = v128.load32_splat(scales, 12);
    a3 = madd(total<D>(sumA3, correction3), f32x4.mul(sa, scale3), a3);
    b3 = madd(total<D>(sumB3, correction3), f32x4.mul(sb, scale3), b3);
    if (hasMinimum<W>()) {
      const ma = v128.load(head, 32);
      const mb = v128.load(head, 48);
      const parts = f32x4.mul(f32x4.convert_i32x4_s(sums), v128.load(scales));
      let y = v128.shuffle<i32>(parts, parts, 0, 0, 0, 0);
      a0 = madd(ma, y, a0);
      b0 = madd(mb, y, b0);
      y = v128.shuffle<i32>(parts, parts, 1, 1, 1, 1);
      a1 = madd(ma, y, a1);
      b1 = madd(mb, y, b1);
      y = v128.shuffle<i32>(parts, parts, 2, 2, 2, 2);
      a2 = madd(ma, y, a2);
      b2 = madd(mb, y, b2);
      y = v128.shuffle<i32>(parts, parts, 3, 3, 3, 3);
      a3 = madd(ma, y, a3);
      b3 = madd(mb, y, b3);
    }
    scales += 32;
  }
  const result = f32x4.splat(RESULT);
  v128.store(out, f32x4.mul(a0, result));
  v128.store(out, f32x4.mul(b0, result), 16);
  out += stride;
  v128.store(out, f32x4.mul(a1, result));
  v128.store(out, f32x4.mul(b1, result), 16);
  out += stride;
  v128.store(out, f32x4.mul(a2, result));
  v128.store(out, f32x4.mul(b2, result), 16);
  out += stride;
  v128.store(out, f32x4.mul(a3, result));
  v128.store(out, f32x4.mul(b3, result), 16);
}
