// The only file that chooses an instruction set. Kernels are written once against these few operations.
//
// The int8 dot product comes in two forms that give the same integers:
//   i8   relaxed SIMD's dot: 16 products and their sums by fours in one instruction (vpdpbusd, sdot).
//   i16  plain SIMD: both operands widened to 16 bits, `i32x4.dot_i16x8_s`, which sums by twos.
// A kernel takes one of them as its type parameter D and keeps two accumulators a vector of weights, `low` and `high`;
// in the i8 form `high` stays untouched and is optimised away. Without relaxed SIMD, i8 means i16.
//
// No fused multiply-add: plain multiply and add round alike on every host, so a logit has the same bits everywhere.

/** a * b + c, rounded twice. */
export function madd(a: v128, b: v128, c: v128): v128 {
  return f32x4.add(f32x4.mul(a, b), c);
}

/** Four int8 activations, loaded into every lane, in the form that dotLow and dotHigh take. */
export function spread<D>(x: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD && sizeof<D>() == 1) return x;
  return i16x8.extend_low_i8x16_s(x);
}

/** `sums` + products of activations `x` with weights `w`: rows 0..3 (i8), or rows 0 and 1 in halves (i16). */
export function dotLow<D>(x: v128, w: v128, sums: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD && sizeof<D>() == 1) return i32x4.relaxed_dot_i8x16_i7x16_add_s(x, w, sums);
  return i32x4.add(sums, i32x4.dot_i16x8_s(x, i16x8.extend_low_i8x16_s(w)));
}

/** The other half: nothing (i8), or rows 2 and 3 in halves (i16). */
export function dotHigh<D>(x: v128, w: v128, sums: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD && sizeof<D>() == 1) return sums;
  return i32x4.add(sums, i32x4.dot_i16x8_s(x, i16x8.extend_high_i8x16_s(w)));
}

/** Where `low` starts so that joinSums adds `correction`, the same in all lanes. */
export function startSums<D>(correction: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD && sizeof<D>() == 1 ? correction : i32x4.splat(0);
}

/** One sum a row from the two accumulators, plus `correction`. */
export function joinSums<D>(low: v128, high: v128, correction: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD && sizeof<D>() == 1) return low;
  const even = v128.shuffle<i32>(low, high, 0, 2, 4, 6);
  const odd = v128.shuffle<i32>(low, high, 1, 3, 5, 7);
  return i32x4.add(i32x4.add(even, odd), correction);
}

/**
 * The lane sums of four vectors as one vector. The order is part of every float kernel's contract:
 * (lane 0 + lane 1) + (lane 2 + lane 3).
 */
export function sumLanes4(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab01 = v128.shuffle<i32>(a, b, 0, 4, 1, 5); // a0 b0 a1 b1
  const cd01 = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
  const ab23 = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
  const cd23 = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  const first = f32x4.add(v128.shuffle<i64>(ab01, cd01, 0, 2), v128.shuffle<i64>(ab01, cd01, 1, 3));
  const second = f32x4.add(v128.shuffle<i64>(ab23, cd23, 0, 2), v128.shuffle<i64>(ab23, cd23, 1, 3));
  return f32x4.add(first, second);
}

/** (lane 0 + lane 1) + (lane 2 + lane 3) */
export function sumLanes(a: v128): f32 {
  return f32x4.extract_lane(a, 0) + f32x4.extract_lane(a, 1) + (f32x4.extract_lane(a, 2) + f32x4.extract_lane(a, 3));
}

/** The largest lane; NaN if any lane is. */
export function maxLanes(a: v128): f32 {
  const b = f32x4.max(a, v128.shuffle<i32>(a, a, 2, 3, 0, 1));
  return f32x4.extract_lane(f32x4.max(b, v128.shuffle<i32>(b, b, 1, 0, 3, 2)), 0);
}

/**
 * What the relaxed dot does here with a second operand outside of 0..127, found by running it:
 * 2 reads it as unsigned and sums exactly, 1 reads it as signed and sums exactly, 0 anything else (16-bit saturation), or
 * no relaxed dot in this build. This number is the `dot` argument of the int8 kernels.
 */
export function probeDot(): i32 {
  if (!ASC_FEATURE_RELAXED_SIMD) return 0;
  const low = probeSum(-128, 255);
  const high = probeSum(127, 255);
  if (low == 4 * -128 * 255 && high == 4 * 127 * 255) return 2;
  if (low == 4 * -128 * -1 && high == 4 * 127 * -1 && probeSum(-128, 128) == 4 * -128 * -128) return 1;
  return 0;
}

function probeSum(x: i32, w: i32): i32 {
  if (!ASC_FEATURE_RELAXED_SIMD) return 0;
  const sums = i32x4.relaxed_dot_i8x16_i7x16_add_s(i8x16.splat(<i8>x), i8x16.splat(<i8>w), i32x4.splat(0));
  return i32x4.extract_lane(sums, 0);
}
