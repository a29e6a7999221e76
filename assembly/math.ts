// Elementary functions that a logit or a sampled token depends on. Built from IEEE operations alone, so that every host
// gives the same bits; `Math.exp` and its kin differ between JavaScript engines in the last one.

/**
 * exp4's constants, in the first kilobyte of the memory, which belongs to the kernels (asconfig.json: memoryBase). Loaded
 * into all lanes one costs an instruction; V8 would build a vector constant anew at every use, with three. pmin and pmax
 * keep a NaN that comes first, in one instruction; min and max take seven.
 */
const EXP = memory.data<f32>([
  -87,
  88,
  1.44269504088896341, // 1 / ln 2
  0.693359375, // ln 2 in two parts
  -2.1219444e-4,
  1.98756915e-4, // the polynomial
  1.3981999507e-3,
  8.3334519073e-3,
  4.1665795894e-2,
  1.6666665459e-1,
  5.0000001201e-1,
  1,
  12582912, // 2^23 * 1.5: a float this large has steps of 1, so that adding it rounds
]);

/**
 * exp of four floats. At most 2 units in the last place from exp for -87 <= x <= 88; 0 below, exp(88) above; NaN stays.
 * x = n ln 2 + r with |r| <= ln 2 / 2, polynomial of degree 7 in r with the coefficients of Cephes' expf (Moshier).
 */
export function exp4(x: v128): v128 {
  const least = v128.load32_splat(EXP);
  const one = v128.load32_splat(EXP, 44);
  const rounder = v128.load32_splat(EXP, 48);
  const clamped = f32x4.pmin(f32x4.pmax(x, least), v128.load32_splat(EXP, 4));
  const shifted = f32x4.add(f32x4.mul(clamped, v128.load32_splat(EXP, 8)), rounder); // its low bits are n's
  const n = f32x4.sub(shifted, rounder);
  let r = f32x4.sub(clamped, f32x4.mul(n, v128.load32_splat(EXP, 12)));
  r = f32x4.sub(r, f32x4.mul(n, v128.load32_splat(EXP, 16)));
  let p = v128.load32_splat(EXP, 20);
  p = f32x4.add(f32x4.mul(p, r), v128.load32_splat(EXP, 24));
  p = f32x4.add(f32x4.mul(p, r), v128.load32_splat(EXP, 28));
  p = f32x4.add(f32x4.mul(p, r), v128.load32_splat(EXP, 32));
  p = f32x4.add(f32x4.mul(p, r), v128.load32_splat(EXP, 36));
  p = f32x4.add(f32x4.mul(p, r), v128.load32_splat(EXP, 40));
  p = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(p, r), r), r), one);
  const power = i32x4.add(i32x4.shl(shifted, 23), one); // n added to the exponent of 1
  return v128.andnot(f32x4.mul(p, power), f32x4.lt(x, least));
}

/**
 * x / (1 + exp(-x)) of four floats: within 4 units in the last place for x >= -88. Below that 0, which is right within
 * 1e-36; exp4 stops growing at 88, so that the quotient would grow with -x.
 */
export function silu4(x: v128): v128 {
  const quotient = f32x4.div(x, f32x4.add(v128.load32_splat(EXP, 44), exp4(f32x4.neg(x))));
  return v128.andnot(quotient, f32x4.lt(x, f32x4.splat(-88)));
}

const LN2_HIGH: f64 = 0.69314718036912381649; // 33 bits, so that n * LN2_HIGH is exact
const LN2_LOW: f64 = 1.90821492927058770002e-10;

/** exp in f64 for |x| <= 700, relative error below 4e-16. */
export function exp64(x: f64): f64 {
  const n = nearest(x * 1.44269504088896340736);
  const r = x - n * LN2_HIGH - n * LN2_LOW;
  let sum: f64 = 1;
  for (let k = 14; k > 0; k--) sum = 1 + (sum * r) / <f64>k; // Taylor, Horner's way: |r| <= 0.347
  return sum * reinterpret<f64>((<i64>n + 1023) << 52);
}

/** Natural logarithm in f64 of a positive normal number, error below 4e-16 of the larger of 1 and the result. */
export function log64(x: f64): f64 {
  const bits = reinterpret<i64>(x);
  let n = <f64>((bits >> 52) - 1023);
  let m = reinterpret<f64>((bits & 0x000fffffffffffff) | 0x3ff0000000000000);
  if (m > 1.4142135623730951) {
    m *= 0.5;
    n += 1;
  }
  // log m = 2 atanh(f), f = (m - 1) / (m + 1), |f| <= 0.1716
  const f = (m - 1) / (m + 1);
  const square = f * f;
  let sum: f64 = 0;
  for (let k = 23; k > 0; k -= 2) sum = sum * square + 1 / <f64>k;
  return n * LN2_HIGH + (n * LN2_LOW + 2 * f * sum);
}

const HALF_PI_HIGH: f64 = 1.57079632673412561417; // 33 bits each, so that n * part is exact for n < 2^20
const HALF_PI_MIDDLE: f64 = 6.0771005063039659766e-11;
const HALF_PI_LOW: f64 = 2.02226624879595063154e-21;

/** Quarter turns in x, rounded. */
function quarterTurns(x: f64): f64 {
  return nearest(x * 0.63661977236758134308);
}

/** x less `n` quarter turns, for |x| < 2^20. */
function withinQuarter(x: f64, n: f64): f64 {
  return x - n * HALF_PI_HIGH - n * HALF_PI_MIDDLE - n * HALF_PI_LOW;
}

/** sin in f64 for |x| < 2^20, error below 1e-15. */
export function sin64(x: f64): f64 {
  const n = quarterTurns(x);
  return sineOfQuadrant(withinQuarter(x, n), <i32>n);
}

/** cos in f64 for |x| < 2^20, error below 1e-15. */
export function cos64(x: f64): f64 {
  const n = quarterTurns(x);
  return sineOfQuadrant(withinQuarter(x, n), <i32>n + 1);
}

/** sin(r + quadrant pi / 2) for |r| <= pi / 4, by Taylor's series. */
function sineOfQuadrant(r: f64, quadrant: i32): f64 {
  const square = r * r;
  let sum: f64 = 1;
  if (quadrant & 1) {
    for (let k = 18; k > 0; k -= 2) sum = 1 - (sum * square) / <f64>(k * (k - 1));
  } else {
    for (let k = 19; k > 1; k -= 2) sum = 1 - (sum * square) / <f64>(k * (k - 1));
    sum *= r;
  }
  return quadrant & 2 ? -sum : sum;
}
