// F16, BF16 and F32 bits as numbers and back, by their definitions.

const floatView = new Float32Array(1);
const bitsView = new Uint32Array(floatView.buffer);

/** The f32 with these 32 bits. */
export function floatOfBits(bits: number): number {
  bitsView[0] = bits;
  return floatView[0]!;
}

/** The bits of x rounded to f32. */
export function bitsOfFloat(x: number): number {
  floatView[0] = x;
  return bitsView[0]!;
}

/** The nearest integer, ties to even. */
export function roundEven(x: number): number {
  const below = Math.floor(x);
  const rest = x - below;
  if (rest < 0.5) return below;
  if (rest > 0.5) return below + 1;
  return below % 2 === 0 ? below : below + 1;
}

/** The number that 16 bits of F16 stand for: sign, 5 bits of exponent, 10 of fraction. */
export function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** The nearest F16, ties to even; beyond 65504 it is 65504; NaN becomes 0x7e00 with the sign bit of x as f32. */
export function numberToHalf(x: number): number {
  const sign = bitsOfFloat(x) >>> 31 ? 0x8000 : 0;
  if (Number.isNaN(x)) return sign | 0x7e00;
  const magnitude = Math.min(Math.abs(x), 65504);
  let exponent = -14;
  while (magnitude >= 2 ** (exponent + 1)) exponent++;
  const steps = roundEven(magnitude / 2 ** (exponent - 10));
  return sign | (((exponent + 14) << 10) + steps); // a subnormal has exponent -14 and less than 1024 steps
}

/** The number that 16 bits of BF16 stand for: the upper half of an f32. */
export function brainToNumber(bits: number): number {
  return floatOfBits(bits << 16);
}
