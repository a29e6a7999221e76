// exp and log in float64 out of +, -, * and / alone. IEEE 754 fixes these four to the last bit, whereas Math.exp and
// Math.log differ between JavaScript engines, and a sampled token must not. Both are within 1 unit in the last place of
// the true value (relative error below 2.3e-16; test/text/portable-math.test.ts holds them against 60-digit arithmetic).

// ln 2 in two parts: the first has 32 significant bits, so that its product with an exponent is exact.
const ln2High = 2977044471 / 4294967296;
const ln2Low = 1.9082149292705877e-10;

/** 2^(i - 1022) for i = 0 .. 2045, the normal powers of two. */
const powersOfTwo = new Float64Array(2046);
for (let i = 0, up = 1, down = 1; i <= 1023; i++, up *= 2, down /= 2) {
  powersOfTwo[1022 + i] = up;
  if (i <= 1022) powersOfTwo[1022 - i] = down;
}

// 1 / n!
const c2 = 1 / 2;
const c3 = 1 / 6;
const c4 = 1 / 24;
const c5 = 1 / 120;
const c6 = 1 / 720;
const c7 = 1 / 5040;
const c8 = 1 / 40320;
const c9 = 1 / 362880;
const c10 = 1 / 3628800;
const c11 = 1 / 39916800;
const c12 = 1 / 479001600;
const c13 = 1 / 6227020800;

/**
 * e^x. x = k ln 2 + r with |r| <= ln 2 / 2; e^r by its series to r^13, whose remainder is below 5e-18; then times 2^k.
 * Infinity above 709.78, 0 below -745.13, NaN for NaN.
 */
export function portableExp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -745.1332191019412) return 0;
  const k = Math.floor(x * Math.LOG2E + 0.5);
  const r = x - k * ln2High - k * ln2Low;
  const tail = c4 + r * (c5 + r * (c6 + r * (c7 + r * (c8 + r * (c9 + r * (c10 + r * (c11 + r * (c12 + r * c13))))))));
  const series = 1 + (r + r * r * (c2 + r * (c3 + r * tail)));
  if (k > 1023) return series * 2 * powersOfTwo[1022 + k - 1]!;
  if (k < -1022) return series * powersOfTwo[1022 + k + 60]! * powersOfTwo[1022 - 60]!;
  return series * powersOfTwo[1022 + k]!;
}

/**
 * Natural logarithm. x = 2^k m with m in [sqrt(1/2), sqrt(2)); with f = m - 1 and s = f / (2 + f),
 * log m = log((1 + s) / (1 - s)) = 2 (s + s^3/3 + s^5/5 + ...), of which 2 s = f - s f.
 * -Infinity for 0, NaN for negative numbers and NaN.
 */
export function portableLog(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  let k = 0;
  let m = x;
  for (let step = 512; step >= 1; step /= 2) {
    const power = powersOfTwo[1022 + step]!;
    while (m >= power) {
      m /= power;
      k += step;
    }
    while (m * power < 2) {
      m *= power;
      k -= step;
    }
  }
  if (m > Math.SQRT2) {
    m /= 2;
    k += 1;
  }
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  let series = 0;
  for (let odd = 25; odd >= 3; odd -= 2) series = series * z + 2 / odd;
  return k * ln2High + (f - (s * (f - series * z) - k * ln2Low));
}
