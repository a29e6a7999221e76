// F16 and BF16 to and from F32.
//
// Eight 16-bit values are kept as four i32 lanes (the "halves" order): lane l has value l in its high half and value
// l + 4 in its low half, so that one shift and one mask unpack four values. For F16 an arithmetic shift by 3 puts sign,
// exponent and fraction where F32 has them, with an exponent bias that is 112 too small: the result is 2^-112 of the
// value, exactly, subnormals included. Whoever uses it scales once by a power of two elsewhere, which is exact too.
//
// The element type is a type parameter: f32 is F32, u16 is F16, i16 is BF16.

import { held } from "./simd";

/** The bits of F32 that F16's fields fill, 2^-112 of the value; a size that is not negative (simd.ts: held). */
export function f16Fields(size: i32): v128 {
  return held(0x8fffe000, size);
}

/** What first4 and second4 mask with. */
export function fieldsOf<T>(size: i32): v128 {
  return isSigned<T>() ? held(0xffff0000, size) : f16Fields(size);
}

/** Values 0..3 of a vector in halves order (F16: times 2^-112); F32: the vector itself. */
export function first4<T>(v: v128, fields: v128): v128 {
  if (isFloat<T>()) return v;
  if (isSigned<T>()) return v128.and(v, fields);
  return v128.and(i32x4.shr_s(v, 3), fields);
}

/** Values 4..7 of a vector in halves order (F16: times 2^-112); F32: the vector itself. */
export function second4<T>(v: v128, fields: v128): v128 {
  if (isFloat<T>()) return v;
  if (isSigned<T>()) return i32x4.shl(v, 16);
  return v128.and(i32x4.shr_s(i32x4.shl(v, 16), 3), fields);
}

/** 2^112 for F16, 1 for the others: what first4 and second4 are to be multiplied by. */
export function unpackScale<T>(): f32 {
  return isFloat<T>() || isSigned<T>() ? 1.0 : reinterpret<f32>((112 + 127) << 23);
}

/** Four f16 scales, half a vector of eight: lanes 0..3, times 2^-112. */
export function scalesLow(v: v128, fields: v128): v128 {
  return v128.and(i32x4.shl(i32x4.extend_low_i16x8_s(v), 13), fields);
}

/** Lanes 4..7, times 2^-112. */
export function scalesHigh(v: v128, fields: v128): v128 {
  return v128.and(i32x4.shl(i32x4.extend_high_i16x8_s(v), 13), fields);
}

/** One F16, exactly. */
export function halfToFloat(h: u32): f32 {
  return reinterpret<f32>(((h & 0x8000) << 16) | ((h & 0x7fff) << 13)) * reinterpret<f32>((112 + 127) << 23);
}

/** Four F32 to F16 in the low halves of four lanes: nearest, ties to even; beyond 65504 is 65504, NaN stays NaN. */
export function floatToHalf4(x: v128): v128 {
  const sign = v128.and(x, i32x4.splat(0x80000000));
  const magnitude = f32x4.min(v128.xor(x, sign), f32x4.splat(65504));
  // Below 2^-14 F16 has steps of 2^-24, which are the steps of F32 between 1/2 and 1: adding 1/2 rounds.
  const half = f32x4.splat(0.5);
  const subnormal = i32x4.sub(f32x4.add(magnitude, half), half);
  const odd = v128.and(i32x4.shr_u(magnitude, 13), i32x4.splat(1));
  const rounded = i32x4.add(i32x4.add(magnitude, i32x4.splat(0xfff - (112 << 23))), odd);
  const isSubnormal = f32x4.lt(magnitude, f32x4.splat(reinterpret<f32>((127 - 14) << 23)));
  const isNaN = f32x4.ne(x, x);
  const bits = v128.bitselect(subnormal, i32x4.shr_u(rounded, 13), isSubnormal);
  return v128.or(v128.bitselect(i32x4.splat(0x7e00), bits, isNaN), i32x4.shr_u(sign, 16));
}
