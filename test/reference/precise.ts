// exp, log, sin and cos to 100 bits, by Taylor's series in integers: what the bounds of assembly/math.ts are measured
// against. `Math.exp` and its kin are themselves off by as much as those bounds.
//
// A number is a BigInt of units of 2^-BITS.

const BITS = 160n;
const ONE = 1n << BITS;

/** x in units of 2^-BITS: exact for any f64 above 2^-100 in magnitude. */
function toFixed(x: number): bigint {
  let exponent = 0;
  let mantissa = x;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent++;
  }
  return (BigInt(mantissa) << BITS) >> BigInt(exponent);
}

/** To the nearest f64, near enough: the top 64 bits are kept. */
function toNumber(x: bigint): number {
  const negative = x < 0n;
  let magnitude = negative ? -x : x;
  let exponent = -Number(BITS);
  const spare = magnitude.toString(2).length - 64;
  if (spare > 0) {
    magnitude >>= BigInt(spare);
    exponent += spare;
  }
  const value = Number(magnitude) * 2 ** exponent;
  return negative ? -value : value;
}

function multiply(a: bigint, b: bigint): bigint {
  return (a * b) >> BITS;
}

/** atanh(1 / n) */
function inverseTangent(n: bigint, sign: bigint): bigint {
  let power = ONE / n;
  let sum = 0n;
  for (let k = 1n; power !== 0n; k += 2n) {
    sum += power / k;
    power = (power / (n * n)) * sign;
  }
  return sum;
}

const LN2 = 2n * inverseTangent(3n, 1n);
const PI = 16n * inverseTangent(5n, -1n) - 4n * inverseTangent(239n, -1n);

/** exp of units less than 1 in magnitude. */
function expSmall(r: bigint): bigint {
  let term = ONE;
  let sum = ONE;
  for (let k = 1n; term !== 0n && term !== -1n; k++) {
    term = multiply(term, r) / k;
    sum += term;
  }
  return sum;
}

/** exp(x) for |x| < 1000, to the last bit or so of an f64. */
export function preciseExp(x: number): number {
  const fixed = toFixed(x);
  const n = fixed / LN2;
  return toNumber(expSmall(fixed - n * LN2)) * 2 ** Number(n);
}

/** log(x) for a normal x > 0: log m + n ln 2, with log m as 2 atanh((m - 1) / (m + 1)). */
export function preciseLog(x: number): number {
  let n = 0n;
  let m = x;
  for (; m >= 1.5; n++) m /= 2;
  for (; m < 0.75; n--) m *= 2;
  const fixed = toFixed(m);
  const t = ((fixed - ONE) << BITS) / (fixed + ONE);
  const square = multiply(t, t);
  let power = t;
  let sum = 0n;
  for (let k = 1n; power !== 0n && power !== -1n; k += 2n) {
    sum += power / k;
    power = multiply(power, square);
  }
  return toNumber(2n * sum + n * LN2);
}

/** sin(x) */
export function preciseSin(x: number): number {
  return toNumber(sine(toFixed(x)));
}

/** cos(x) */
export function preciseCos(x: number): number {
  return toNumber(sine(toFixed(x) + PI / 2n));
}

function sine(x: bigint): bigint {
  const r = x % (2n * PI);
  const square = multiply(r, r);
  let term = r;
  let sum = r;
  for (let k = 2n; term !== 0n && term !== -1n; k += 2n) {
    term = -multiply(term, square) / (k * (k + 1n));
    sum += term;
  }
  return sum;
}
