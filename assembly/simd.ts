// The only file that chooses an instruction set. Kernels are written once against these few operations.
//
// The int8 dot product comes in three forms that give the same integers. A kernel takes one as its type parameter D:
//   i8   relaxed SIMD's dot to 32 bits: 16 products and their sums by fours in one instruction (vpdpbusd, sdot).
//   u8   relaxed SIMD's dot to 16 bits, sums by twos (pmaddubsw): where the processor or V8 before 12 lacks the first.
//        16 bits hold the sum of 16 products of an int8 and a nibble, half a block's, so this one is for 4-bit weights.
//   i16  plain SIMD: operands are words of 16 bits, `i32x4.dot_i16x8_s` sums by twos (words.ts).
//
// No fused multiply-add: plain multiply and add round alike on every host, so a logit has the same bits everywhere.

/**
 * Four times `value`, held in a register. V8 builds a vector constant anew at every use, with three instructions; added to
 * a zero that no compiler knows to be one (`size` is not negative) it is a variable like any other.
 */
export function held(value: i32, size: i32): v128 {
  return i32x4.splat(value + (size >> 31));
}

/** a * b + c, rounded twice. */
export function madd(a: v128, b: v128, c: v128): v128 {
  return f32x4.add(f32x4.mul(a, b), c);
}

/** Bytes of one activation. */
export function activationBytes<D>(): i32 {
  return sizeof<D>() == 2 ? 2 : 1;
}

/** sums + products of activations `x`, the same in every lane, and weights `w`. For i16 both are widened already. */
export function dot<D>(x: v128, w: v128, sums: v128): v128 {
  if (sizeof<D>() == 2) return i32x4.add(sums, i32x4.dot_i16x8_s(x, w));
  if (isSigned<D>()) return i32x4.relaxed_dot_i8x16_i7x16_add_s(x, w, sums);
  return i16x8.add(sums, i16x8.relaxed_dot_i8x16_i7x16_s(x, w));
}

/** Where `dot` starts: at what its sums are to be corrected by, or at zero where they are not 32 bits wide. */
export function startSums<D>(correction: v128): v128 {
  return isSigned<D>() ? correction : i32x4.splat(0);
}

/** What `dot` summed up, corrected, as floats. */
export function total<D>(sums: v128, correction: v128): v128 {
  return f32x4.convert_i32x4_s(isSigned<D>() ? sums : i32x4.add(i32x4.extadd_pairwise_i16x8_s(sums), correction));
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
