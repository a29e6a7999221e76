// Repeatable test data from a seed: the same on every host, since it is made of integers and powers of two.

import { floatOfBits } from "../reference/half.js";
import type { BlockMatrix, FloatMatrix, Matrix, WeightType } from "../reference/matrix.js";

/** 32 random bits at each call: Weyl sequence and the mixer of MurmurHash3. */
export function bitStream(seed: number): () => number {
  let state = Math.imul(seed, 0x85ebca6b) >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let x = state;
    x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
    x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
    return (x ^ (x >>> 16)) >>> 0;
  };
}

/**
 * plain: uniform in -1..1. wide: magnitudes from 2^-40 to 2^20. tiny: subnormal in f32. full: +-1.5, so that all
 * quantised values are +-127. sparse: nine of ten blocks of 32 zero. zero: +0 and -0.
 */
export const styles = ["plain", "wide", "tiny", "full", "sparse", "zero"] as const;
export type Style = (typeof styles)[number];

/** `count` floats. */
export function floats(count: number, seed: number, style: Style): Float32Array {
  const bits = bitStream(seed);
  const out = new Float32Array(count);
  let blank = false;
  for (let i = 0; i < count; i++) {
    const random = bits();
    const sign = (random & 1) << 31;
    if (i % 32 === 0) blank = bits() % 10 !== 0;
    if (style === "wide") out[i] = floatOfBits(sign | ((127 - 40 + (bits() % 60)) << 23) | (random >>> 9));
    else if (style === "tiny") out[i] = floatOfBits(sign | (random >>> 9));
    else if (style === "full") out[i] = sign === 0 ? 1.5 : -1.5;
    else if (style === "zero" || (style === "sparse" && blank)) out[i] = sign === 0 ? 0 : -0;
    else out[i] = (random >>> 8) / 2 ** 23 - 1;
  }
  return out;
}

/** Finite F16 bits: any (wide, tiny: subnormals), or of weights' usual magnitudes. */
function halves(count: number, seed: number, style: Style): Uint16Array {
  const bits = bitStream(seed);
  return Uint16Array.from({ length: count }, () => {
    const random = bits();
    const rest = random & 0x83ff;
    if (style === "zero") return random & 0x8000;
    if (style === "tiny") return rest;
    return rest | ((style === "wide" ? (random >>> 16) % 31 : 6 + ((random >>> 16) % 9)) << 10);
  });
}

/** A weight matrix. "full": the extreme integers of quantised types, everywhere. */
export function matrix(type: WeightType, rows: number, cols: number, seed: number, style: Style): Matrix {
  const count = rows * cols;
  if (type === "F16") return { type, rows, cols, bits: halves(count, seed, style) };
  if (type === "F32" || type === "BF16") {
    const words = new Uint32Array(floats(count, seed, style).buffer);
    return { type, rows, cols, bits: type === "F32" ? words : Uint16Array.from(words, (w) => w >>> 16) } as FloatMatrix;
  }
  const bits = bitStream(seed + 1);
  const [least, most] = type === "Int8" ? [-128, 127] : [0, 15];
  const integers = Int16Array.from({ length: count }, () => {
    const random = bits();
    if (style === "full") return random & 1 ? least : most;
    return least + (random % (most - least + 1));
  });
  const scales = halves(count / 32, seed + 2, style);
  const minima = type === "Int4Min" ? halves(count / 32, seed + 3, style) : new Uint16Array(0);
  return { type, rows, cols, scales, minima, integers } satisfies BlockMatrix;
}
