// Tensors' bytes to f32 and back, for every TensorType. Quantisation is that of ggml's reference (ggml-quants.c,
// quantize_row_*_ref), every step rounded to f32 as C does it, so files come out the same on every host.
//
// Blocks of 32 values, little-endian; low nibbles are values 0..15, high nibbles 16..31:
//   Q8_0   f16 d | 32 x i8 q                x = d q           d = max|x| / 127
//   Q4_0   f16 d | 16 bytes of nibbles q    x = d (q - 8)     d = the x of largest magnitude / -8
//   Q4_1   f16 d, f16 m | 16 bytes          x = d q + m       d = (max - min) / 15, m = min
//
// Typed arrays have the host's byte order; every host of JavaScript with wasm is little-endian.

import type { TensorType } from "../checkpoint.js";
import { bf16FromBits, f16, f16FromBits, f16Table } from "./half.js";
import { blockElements, bytesOf } from "./tensor-types.js";

export { bytesOf } from "./tensor-types.js";

const fround = Math.fround;

/**
 * The values of a tensor or of a run of its blocks.
 * @param target receives them if given: as long as the values are many
 * @returns `target`, or a new array
 * @throws RangeError where the bytes are no whole number of blocks, or do not fit `target`
 */
export function decode(type: TensorType, bytes: Uint8Array, target?: Float32Array): Float32Array {
  const blocks = bytes.length / bytesOf(type, blockElements(type));
  if (!Number.isInteger(blocks)) throw new RangeError(`${bytes.length} bytes of ${type} are no whole number of blocks`);
  const elements = blocks * blockElements(type);
  const values = target ?? new Float32Array(elements);
  if (values.length !== elements) throw new RangeError(`target holds ${values.length} values, expected ${elements}`);
  decoders[type](bytes, values);
  return values;
}

/**
 * The bytes of values in a type. Values out of a type's range overflow to infinity (F16, and scales of quantised
 * blocks): callers who cannot promise a range look at what `decode` gives back.
 * @param target receives them if given: as long as the bytes are many
 * @returns `target`, or a new array
 * @throws RangeError where the values are no whole number of blocks, or do not fit `target`
 */
export function encode(type: TensorType, values: Float32Array, target?: Uint8Array): Uint8Array {
  const size = bytesOf(type, values.length);
  const bytes = target ?? new Uint8Array(size);
  if (bytes.length !== size) throw new RangeError(`target holds ${bytes.length} bytes, expected ${size}`);
  encoders[type](values, bytes);
  return bytes;
}

const decoders: Readonly<Record<TensorType, (bytes: Uint8Array, values: Float32Array) => void>> = {
  F32(bytes, values) {
    new Uint8Array(values.buffer, values.byteOffset, values.byteLength).set(bytes);
  },
  F16(bytes, values) {
    const table = f16Table();
    const halves = wordsOf(bytes);
    for (let i = 0; i < values.length; i++) values[i] = table[halves[i]!]!;
  },
  BF16(bytes, values) {
    const halves = wordsOf(bytes);
    const words = new Uint32Array(values.buffer, values.byteOffset, values.length);
    for (let i = 0; i < words.length; i++) words[i] = halves[i]! << 16;
  },
  Q8_0(bytes, values) {
    const table = f16Table();
    for (let at = 0, to = 0; at < bytes.length; at += 34, to += 32) {
      const d = table[bytes[at]! | (bytes[at + 1]! << 8)]!;
      for (let i = 0; i < 32; i++) values[to + i] = d * ((bytes[at + 2 + i]! << 24) >> 24);
    }
  },
  Q4_0(bytes, values) {
    const table = f16Table();
    for (let at = 0, to = 0; at < bytes.length; at += 18, to += 32) {
      const d = table[bytes[at]! | (bytes[at + 1]! << 8)]!;
      for (let i = 0; i < 16; i++) {
        const pair = bytes[at + 2 + i]!;
        values[to + i] = d * ((pair & 15) - 8);
        values[to + 16 + i] = d * ((pair >> 4) - 8);
      }
    }
  },
  // d q has at most 15 bits, so it is exact, and the sum is rounded once, on its way into the array.
  Q4_1(bytes, values) {
    const table = f16Table();
    for (let at = 0, to = 0; at < bytes.length; at += 20, to += 32) {
      const d = table[bytes[at]! | (bytes[at + 1]! << 8)]!;
      const m = table[bytes[at + 2]! | (bytes[at + 3]! << 8)]!;
      for (let i = 0; i < 16; i++) {
        const pair = bytes[at + 4 + i]!;
        values[to + i] = d * (pair & 15) + m;
        values[to + 16 + i] = d * (pair >> 4) + m;
      }
    }
  },
};

const encoders: Readonly<Record<TensorType, (values: Float32Array, bytes: Uint8Array) => void>> = {
  F32(values, bytes) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  },
  F16(values, bytes) {
    encodeHalves(values, bytes, f16FromBits);
  },
  BF16(values, bytes) {
    encodeHalves(values, bytes, bf16FromBits);
  },
  Q8_0(values, bytes) {
    for (let from = 0, at = 0; from < values.length; from += 32, at += 34) {
      let largest = 0;
      for (let i = 0; i < 32; i++) largest = Math.max(largest, Math.abs(values[from + i]!));
      const d = fround(largest / 127);
      const inverse = reciprocal(d);
      putF16(bytes, at, d);
      for (let i = 0; i < 32; i++) {
        const scaled = fround(values[from + i]! * inverse);
        // Halves away from zero, as C's roundf.
        bytes[at + 2 + i] = scaled < 0 ? -Math.floor(0.5 - scaled) : Math.floor(scaled + 0.5);
      }
    }
  },
  Q4_0(values, bytes) {
    for (let from = 0, at = 0; from < values.length; from += 32, at += 18) {
      let largest = 0;
      let signed = 0;
      let damage = 0; // NaN if a value is: comparisons would pass over it, and a model with NaN must not look sound
      for (let i = 0; i < 32; i++) {
        const value = values[from + i]!;
        damage += value - value;
        if (Math.abs(value) > largest) {
          largest = Math.abs(value);
          signed = value;
        }
      }
      const d = damage === 0 ? fround(signed / -8) : Number.NaN;
      const inverse = reciprocal(d);
      putF16(bytes, at, d);
      for (let i = 0; i < 16; i++) {
        const low = Math.min(15, fround(fround(values[from + i]! * inverse) + 8.5) | 0);
        const high = Math.min(15, fround(fround(values[from + 16 + i]! * inverse) + 8.5) | 0);
        bytes[at + 2 + i] = low | (high << 4);
      }
    }
  },
  Q4_1(values, bytes) {
    for (let from = 0, at = 0; from < values.length; from += 32, at += 20) {
      let least = values[from]!;
      let most = least;
      let damage = 0; // as above
      for (let i = 0; i < 32; i++) {
        const value = values[from + i]!;
        damage += value - value;
        if (value < least) least = value;
        if (value > most) most = value;
      }
      const d = damage === 0 ? fround(fround(most - least) / 15) : Number.NaN;
      const inverse = reciprocal(d);
      putF16(bytes, at, d);
      putF16(bytes, at + 2, least);
      for (let i = 0; i < 16; i++) {
        const low = fround(fround(values[from + i]! - least) * inverse);
        const high = fround(fround(values[from + 16 + i]! - least) * inverse);
        bytes[at + 4 + i] = Math.min(15, fround(low + 0.5) | 0) | (Math.min(15, fround(high + 0.5) | 0) << 4);
      }
    }
  },
};

/** 1 / d in f32; 0 for a zero block, and for scales so small that the f16 stored is zero anyway. */
function reciprocal(d: number): number {
  const inverse = fround(1 / d);
  return Number.isFinite(inverse) ? inverse : 0;
}

function putF16(bytes: Uint8Array, at: number, value: number): void {
  const half = f16(value);
  bytes[at] = half;
  bytes[at + 1] = half >>> 8;
}

function encodeHalves(values: Float32Array, bytes: Uint8Array, round: (word: number) => number): void {
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length);
  for (let i = 0; i < words.length; i++) {
    const half = round(words[i]!);
    bytes[2 * i] = half;
    bytes[2 * i + 1] = half >>> 8;
  }
}

/** The bytes as 16-bit words; a copy where they lie at an odd place. */
function wordsOf(bytes: Uint8Array): Uint16Array {
  const even = bytes.byteOffset % 2 === 0 ? bytes : bytes.slice();
  return new Uint16Array(even.buffer, even.byteOffset, even.length / 2);
}
