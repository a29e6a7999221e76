// The ends of the pass: which rows become logits, and what a log-probability needs.

import { exp4, log64 } from "./math";
import { maxLanes } from "./simd";
import { shareStart } from "./sync";

/** out[i] = x[rows[i]] for i < count; x: [tokens, stride] f32, rows: [count] i32. */
export function gatherRows(out: usize, x: usize, rows: usize, count: i32, stride: i32, part: i32, parts: i32): void {
  const from = (<usize>shareStart(stride >> 5, part, parts)) << 7;
  const to = (<usize>shareStart(stride >> 5, part + 1, parts)) << 7;
  const rowBytes = (<usize>stride) << 2;
  for (let i = 0; i < count; i++) {
    const source = x + <usize>load<i32>(rows + ((<usize>i) << 2)) * rowBytes;
    for (let c = from; c < to; c += 16) v128.store(out + c, v128.load(source + c));
    out += rowBytes;
  }
}

/**
 * log(sum over i < count of exp(x[i])), f32 in, f64 out: logit minus this is the natural logarithm of a probability.
 * NaN if any x is NaN or all are -infinity. Four f64 sums, lane l takes elements l, l + 4, ...
 */
export function logSumExp(x: usize, count: i32): f64 {
  const whole = count & ~3;
  let largest: f32 = -Infinity;
  let v = f32x4.splat(-Infinity);
  for (let i = 0; i < whole; i += 4) v = f32x4.max(v, v128.load(x + ((<usize>i) << 2)));
  largest = maxLanes(v);
  for (let i = whole; i < count; i++) largest = max<f32>(largest, load<f32>(x + ((<usize>i) << 2)));

  const shift = f32x4.splat(largest);
  let low = f64x2.splat(0);
  let high = low;
  for (let i = 0; i < whole; i += 4) {
    const e = exp4(f32x4.sub(v128.load(x + ((<usize>i) << 2)), shift));
    low = f64x2.add(low, f64x2.promote_low_f32x4(e));
    high = f64x2.add(high, f64x2.promote_low_f32x4(v128.shuffle<i64>(e, e, 1, 0)));
  }
  let sum =
    f64x2.extract_lane(low, 0) +
    f64x2.extract_lane(low, 1) +
    (f64x2.extract_lane(high, 0) + f64x2.extract_lane(high, 1));
  for (let i = whole; i < count; i++) {
    const e = exp4(f32x4.sub(f32x4.splat(load<f32>(x + ((<usize>i) << 2))), shift));
    sum += <f64>f32x4.extract_lane(e, 0);
  }
  if (!(sum > 0)) return NaN;
  return <f64>largest + log64(sum);
}
