// f16 (IEEE 754 binary16) and bf16 (the upper half of an f32) to f32 and back, by their bits; rounding is to nearest,
// ties to even. Infinities stay, NaN stays NaN (quiet), f16 overflows to infinity from 65520 on.

const bits = new Uint32Array(1);
const float = new Float32Array(bits.buffer);

let table: Float32Array | undefined;

/** All 65536 values of f16, by their bits. 256 KiB, made when first asked for. */
export function f16Table(): Float32Array {
  if (table !== undefined) return table;
  const words = new Uint32Array(65536);
  for (let half = 0; half < 65536; half++) {
    const sign = (half & 0x8000) << 16;
    const exponent = (half >>> 10) & 31;
    const fraction = half & 1023;
    if (exponent === 31) words[half] = sign | 0x7f800000 | (fraction << 13);
    else if (exponent > 0) words[half] = sign | ((exponent + 112) << 23) | (fraction << 13);
    else {
      float[0] = fraction * 2 ** -24; // subnormal, exact
      words[half] = sign | bits[0]!;
    }
  }
  table = new Float32Array(words.buffer);
  return table;
}

/** The f16 nearest to an f32 given by its bits, as bits. */
export function f16FromBits(word: number): number {
  const sign = (word >>> 16) & 0x8000;
  const magnitude = word & 0x7fffffff;
  if (magnitude >= 0x47800000) {
    if (magnitude > 0x7f800000) return sign | 0x7e00 | ((magnitude >>> 13) & 1023); // NaN
    return sign | 0x7c00; // 2^16 and more
  }
  // Normal: drop 13 bits of the fraction and re-bias the exponent; a carry may run up into infinity.
  if (magnitude >= 0x38800000) {
    return sign | ((magnitude - 0x38000000 + 0xfff + ((magnitude >>> 13) & 1)) >>> 13);
  }
  if (magnitude <= 0x33000000) return sign; // 2^-25 is a tie with zero, which is even
  // Subnormal, in units of 2^-24.
  const shift = 126 - (magnitude >>> 23);
  const fraction = (magnitude & 0x7fffff) | 0x800000;
  const kept = fraction >>> shift;
  const rest = fraction & ((1 << shift) - 1);
  const half = 1 << (shift - 1);
  return sign | (kept + (rest > half || (rest === half && (kept & 1) === 1) ? 1 : 0));
}

/** The f16 nearest to a number (rounded to f32 first), as bits. */
export function f16(value: number): number {
  float[0] = value;
  return f16FromBits(bits[0]!);
}

/** The bf16 nearest to an f32 given by its bits, as bits. */
export function bf16FromBits(word: number): number {
  if ((word & 0x7fffffff) > 0x7f800000) return (word >>> 16) | 0x40; // NaN
  return (word + 0x7fff + ((word >>> 16) & 1)) >>> 16;
}
