// The elementary functions of assembly/math.ts, operation for operation. That they are what they say (within the bounds
// that file states) is shown in test/engine/kernels-math.test.ts, against reference/precise.ts.

import { floatOfBits, roundEven } from "./half.js";

const f = Math.fround;

/** exp in f32: x = n ln 2 + r, a polynomial of degree 7 in r. 0 below -87, exp(88) above 88. */
export function exp32(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x < -87) return 0;
  const clamped = Math.min(x, 88);
  const n = roundEven(f(clamped * f(Math.LOG2E)));
  let r = f(clamped - f(n * f(0.693359375)));
  r = f(r - f(n * f(-2.1219444e-4)));
  let p = f(1.98756915e-4);
  for (const c of [1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1]) {
    p = f(f(p * r) + f(c));
  }
  p = f(f(f(f(p * r) * r) + r) + 1);
  return f(p * floatOfBits((n + 127) << 23));
}

/** x / (1 + exp(-x)) in f32; 0 below -88. */
export function silu32(x: number): number {
  if (x < -88) return 0;
  return f(x / f(1 + exp32(-x)));
}

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** exp in f64 for |x| <= 700. */
export function exp64(x: number): number {
  const n = roundEven(x * Math.LOG2E);
  const r = x - n * LN2_HIGH - n * LN2_LOW;
  let sum = 1;
  for (let k = 14; k > 0; k--) sum = 1 + (sum * r) / k;
  return sum * 2 ** n;
}

/** Natural logarithm in f64 of a positive normal number. */
export function log64(x: number): number {
  let n = 0;
  let m = x;
  while (m >= 2) {
    m /= 2;
    n++;
  }
  while (m < 1) {
    m *= 2;
    n--;
  }
  if (m > Math.SQRT2) {
    m /= 2;
    n++;
  }
  const t = (m - 1) / (m + 1);
  const square = t * t;
  let sum = 0;
  for (let k = 23; k > 0; k -= 2) sum = sum * square + 1 / k;
  return n * LN2_HIGH + (n * LN2_LOW + 2 * t * sum);
}

/** sin(x + quarters * pi / 2) in f64 for |x| < 2^20: x less n quarter turns, then Taylor's series. */
function turned(x: number, quarters: number): number {
  const n = roundEven(x * 0.6366197723675814);
  const r = x - n * 1.5707963267341256 - n * 6.077100506303966e-11 - n * 2.0222662487959506e-21;
  const quadrant = (((n + quarters) % 4) + 4) % 4;
  const square = r * r;
  let sum = 1;
  if (quadrant % 2 === 1) {
    for (let k = 18; k > 0; k -= 2) sum = 1 - (sum * square) / (k * (k - 1));
  } else {
    for (let k = 19; k > 1; k -= 2) sum = 1 - (sum * square) / (k * (k - 1));
    sum *= r;
  }
  return quadrant >= 2 ? -sum : sum;
}

/** sin in f64 for |x| < 2^20. */
export function sin64(x: number): number {
  return turned(x, 0);
}

/** cos in f64 for |x| < 2^20. */
export function cos64(x: number): number {
  return turned(x, 1);
}
