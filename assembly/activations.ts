// Activations [tokens, cols] made ready for a matrix product. `cols` is a multiple of 32, rows follow each other.
//
// Both forms come in panels of four tokens, so that a tile reads them through one pointer with constant offsets; the one
// to three tokens that are left over follow as rows of their own. Token t of a full panel starts at the same address as
// row t & ~3 would.
//   floats    panel [cols / 4][4 tokens][4] f32, row [cols] f32; all times 2^64
//   values    panel [cols / 4][4 tokens][4] int8, row [cols] int8
//   scales    panel [cols / 32]{ 4 f32 scales, 4 i32 sums of the block's values }, row [cols / 32]{ f32 scale, i32 sum };
//             scales times 2^64
// The 2^64 makes up, together with a factor on the result, for the 2^-112 of F16's fields in place (half.ts); split so
// that neither products fall into the slow subnormals nor large activations overflow: floats hold magnitudes up to 2^63,
// int8 up to 127 * 2^63.
//
// int8 as in llama.cpp's Q8_0 (scale = largest magnitude of 32 / 127, round to nearest), but with the scale kept in F32.

import { held } from "./simd";
import { shareStart } from "./sync";

/** 2^64 */
const SCALE: f32 = 18446744073709551616.0;

/** Blocks whose largest magnitude is below this are zero: 2^-100, so that 127 / magnitude stays finite. */
const SMALLEST: f32 = 7.888609052210118e-31;

/** floats <- x */
export function packFloats(floats: usize, x: usize, tokens: i32, cols: i32, part: i32, parts: i32): void {
  const from = shareStart(cols >> 5, part, parts) << 5;
  const to = shareStart(cols >> 5, part + 1, parts) << 5;
  const scale = f32x4.splat(SCALE);
  const inPanels = tokens & ~3;
  for (let t = 0; t < tokens; t++) {
    const row = x + ((<usize>(t * cols)) << 2);
    let out = floats + ((<usize>((t & ~3) * cols)) << 2) + ((t & 3) << 4);
    let shift = 4; // log2 of the distance of vectors in the output over that in a row
    if (t >= inPanels) {
      out = floats + ((<usize>(t * cols)) << 2);
      shift = 2;
    }
    for (let c = from; c < to; c += 4) {
      v128.store(out + ((<usize>c) << shift), f32x4.mul(v128.load(row + ((<usize>c) << 2)), scale));
    }
  }
}

/** values, scales <- x */
export function quantize(values: usize, scales: usize, x: usize, tokens: i32, cols: i32, part: i32, parts: i32): void {
  const blocks = cols >> 5;
  const from = shareStart(blocks, part, parts);
  const to = shareStart(blocks, part + 1, parts);
  const inPanels = tokens & ~3;
  const rounder = held(ROUNDER, cols);
  const positive = held(0x7fffffff, cols);
  for (let t = 0; t < tokens; t++) {
    const row = x + ((<usize>(t * cols)) << 2);
    if (t < inPanels) {
      const panel = t & ~3;
      const lane = (t & 3) << 2;
      const out = values + panel * cols + lane;
      const scale = scales + ((panel * blocks) << 3) + lane;
      for (let b = from; b < to; b++) {
        quantizeBlock(out + (b << 7), 16, scale + (b << 5), 16, row + (b << 7), rounder, positive);
      }
    } else {
      const out = values + t * cols;
      const scale = scales + ((t * blocks) << 3);
      for (let b = from; b < to; b++) {
        quantizeBlock(out + (b << 5), 4, scale + (b << 3), 4, row + (b << 7), rounder, positive);
      }
    }
  }
}

/** x <- x - (x as `quantize` keeps it): what int8 lost, to be quantised in its turn. */
export function takeRemainder(x: usize, tokens: i32, cols: i32, part: i32, parts: i32): void {
  const from = shareStart(cols >> 5, part, parts);
  const to = shareStart(cols >> 5, part + 1, parts);
  const rounder = held(ROUNDER, cols);
  const positive = held(0x7fffffff, cols);
  for (let t = 0; t < tokens; t++) {
    const row = x + ((<usize>(t * cols)) << 2);
    for (let b = from; b < to; b++) {
      const block = row + (b << 7);
      const magnitude = largestOf(block, positive);
      if (magnitude < SMALLEST) continue; // quantised to zero: all of it remains
      const inverse = f32x4.splat(127 / magnitude);
      const step = f32x4.splat(magnitude / 127);
      for (let i = 0; i < 128; i += 16) {
        const v = v128.load(block + i);
        const kept = f32x4.mul(f32x4.sub(rounded(v, inverse, rounder), rounder), step);
        v128.store(block + i, f32x4.sub(v, kept));
      }
    }
  }
}

/** The largest magnitude of 32 floats; NaN if one is. Bits without sign compare as integers do, NaN above all. */
function largestOf(x: usize, magnitude: v128): f32 {
  let a = v128.and(v128.load(x), magnitude);
  let b = v128.and(v128.load(x, 16), magnitude);
  for (let i = 32; i < 128; i += 32) {
    a = i32x4.max_s(a, v128.and(v128.load(x + i), magnitude));
    b = i32x4.max_s(b, v128.and(v128.load(x + i, 16), magnitude));
  }
  a = i32x4.max_s(a, b);
  a = i32x4.max_s(a, v128.shuffle<i32>(a, a, 2, 3, 0, 1));
  a = i32x4.max_s(a, v128.shuffle<i32>(a, a, 1, 0, 3, 2));
  return f32x4.extract_lane(a, 0);
}

/** 32 floats at `x` to eight groups of four int8, `stride` bytes apart; the sum goes `sumOffset` bytes after the scale. */
function quantizeBlock(
  out: usize,
  stride: usize,
  scale: usize,
  sumOffset: usize,
  x: usize,
  rounder: v128,
  positive: v128,
): void {
  const magnitude = largestOf(x, positive);
  if (!(magnitude >= SMALLEST && magnitude < Infinity)) {
    // Zeros. A scale that is infinite or NaN still makes every product NaN, as it should be.
    for (let i = 0; i < 8; i++) store<i32>(out + <usize>i * stride, 0);
    store<f32>(scale, magnitude < SMALLEST ? 0 : magnitude);
    store<i32>(scale + sumOffset, 0);
    return;
  }
  const inverse = f32x4.splat(127 / magnitude);
  let sums = i32x4.splat(0);
  for (let i = 0; i < 128; i += 64) {
    const a = i32x4.sub(rounded(v128.load(x + i), inverse, rounder), rounder);
    const b = i32x4.sub(rounded(v128.load(x + i, 16), inverse, rounder), rounder);
    const c = i32x4.sub(rounded(v128.load(x + i, 32), inverse, rounder), rounder);
    const d = i32x4.sub(rounded(v128.load(x + i, 48), inverse, rounder), rounder);
    sums = i32x4.add(sums, i32x4.add(i32x4.add(a, b), i32x4.add(c, d)));
    const bytes = i8x16.narrow_i16x8_s(i16x8.narrow_i32x4_s(a, b), i16x8.narrow_i32x4_s(c, d));
    v128.store32_lane(out, bytes, 0);
    v128.store32_lane(out + stride, bytes, 1);
    v128.store32_lane(out + 2 * stride, bytes, 2);
    v128.store32_lane(out + 3 * stride, bytes, 3);
    out += 4 * stride;
  }
  const sum =
    i32x4.extract_lane(sums, 0) +
    i32x4.extract_lane(sums, 1) +
    i32x4.extract_lane(sums, 2) +
    i32x4.extract_lane(sums, 3);
  store<f32>(scale, (magnitude / 127) * SCALE);
  store<i32>(scale + sumOffset, sum);
}

/** 2^23 * 1.5: a float this large has steps of 1, so that adding it rounds to the nearest, ties to even. */
const ROUNDER: i32 = 0x4b400000;

/** x * inverse, of a magnitude below 2^22, rounded, plus `rounder`: as bits ROUNDER more than the integer. */
function rounded(x: v128, inverse: v128, rounder: v128): v128 {
  return f32x4.add(f32x4.mul(x, inverse), rounder);
}
