// Rows of a checkpoint's tensor into the packed layouts of the matrix products, while the file streams in.
//
// src: `count` rows of `cols` elements as the file has them, the tensor's rows `first`, `first` + 1, ...; `packed`: the
// whole matrix's place, zero where nothing has been packed yet (so padding is zero). headDim is 0, or for q_proj and
// k_proj of interleaved checkpoints the head size: row 2 i of a head becomes i, row 2 i + 1 becomes headDim / 2 + i.
// Every function returns -1, or the index within these rows of the first element that is infinite or NaN (in quantised
// types: of the first block, in units of 32 columns, whose scale or minimum is); what has been packed then is of no use.
//
// Quantised rows go by fours: 4 x 4 words of four packed rows are transposed at once. Where the chunk does not hold all
// four, each goes by itself.

import { storedFlip } from "./matmul-int8";

/** The packed row of the tensor's row `row`. */
function packedRow(row: i32, headDim: i32): i32 {
  if (headDim == 0) return row;
  const within = row % headDim;
  return row - within + (within >> 1) + (within & 1) * (headDim >> 1);
}

/** The tensor's row that goes to the packed row `row`. */
function sourceRow(row: i32, headDim: i32): i32 {
  if (headDim == 0) return row;
  const within = row % headDim;
  const half = headDim >> 1;
  return row - within + (within < half ? within << 1 : ((within - half) << 1) + 1);
}

/** The first packed row, rounded down to fours, to which one of the tensor's rows from `first` on may go. */
function firstPacked(first: i32, headDim: i32): i32 {
  return (headDim == 0 ? first : first - (first % headDim)) & ~3;
}

/** One past the last packed row to which one of the tensor's rows before `end` may go. */
function endPacked(end: i32, headDim: i32): i32 {
  return headDim == 0 || end % headDim == 0 ? end : end + headDim - (end % headDim);
}

/** True if `count` rows from `first` on hold all that goes to four packed rows from `row` on. */
function holdsFour(row: i32, first: i32, count: i32, headDim: i32): bool {
  if (headDim == 0) return row >= first && row + 4 <= first + count;
  for (let i = 0; i < 4; i++) {
    const r = sourceRow(row + i, headDim) - first;
    if (r < 0 || r >= count) return false;
  }
  return true;
}

/** cols up to the next multiple of 32. */
function padded(cols: i32): i32 {
  return (cols + 31) & ~31;
}

export function packF32(packed: usize, src: usize, first: i32, count: i32, cols: i32, headDim: i32): i32 {
  for (let r = 0; r < count; r++) {
    const row = packedRow(first + r, headDim);
    const target = packed + ((<usize>((row >> 2) * padded(cols))) << 4) + ((row & 3) << 5);
    let c = 0;
    for (; c + 4 <= cols; c += 4) {
      const v = v128.load(src);
      if (v128.any_true(i32x4.ge_s(v128.and(v, i32x4.splat(0x7fffffff)), i32x4.splat(0x7f800000)))) break;
      v128.store(target + ((c >> 3) << 7) + ((c & 4) << 2), v);
      src += 16;
    }
    for (; c < cols; c++) {
      const bits = load<u32>(src);
      if ((bits & 0x7f800000) == 0x7f800000) return r * cols + c;
      store<u32>(target + ((c >> 3) << 7) + ((c & 7) << 2), bits);
      src += 4;
    }
  }
  return -1;
}

/** 16-bit elements whose exponent is all ones where `infinite`'s is. */
function pack16(packed: usize, src: usize, first: i32, count: i32, cols: i32, headDim: i32, infinite: i32): i32 {
  const exponent = i16x8.splat(<i16>infinite);
  for (let r = 0; r < count; r++) {
    const row = packedRow(first + r, headDim);
    const target = packed + ((<usize>((row >> 2) * padded(cols))) << 3) + ((row & 3) << 4);
    let c = 0;
    for (; c + 8 <= cols; c += 8) {
      const v = v128.load(src);
      if (v128.any_true(i16x8.eq(v128.and(v, exponent), exponent))) break;
      // lane l: element l high, element l + 4 low
      v128.store(target + ((c >> 3) << 6), v128.shuffle<i16>(v, v, 4, 0, 5, 1, 6, 2, 7, 3));
      src += 16;
    }
    for (; c < cols; c++) {
      const bits = <i32>load<u16>(src);
      if ((bits & infinite) == infinite) return r * cols + c;
      store<u16>(target + ((c >> 3) << 6) + ((c & 3) << 2) + (c & 4 ? 0 : 2), <u16>bits);
      src += 2;
    }
  }
  return -1;
}

export function packF16(packed: usize, src: usize, first: i32, count: i32, cols: i32, headDim: i32): i32 {
  return pack16(packed, src, first, count, cols, headDim, 0x7c00);
}

export function packBF16(packed: usize, src: usize, first: i32, count: i32, cols: i32, headDim: i32): i32 {
  return pack16(packed, src, first, count, cols, headDim, 0x7f80);
}

/** Not 0 if one of four f16 is infinite or NaN: 1 more than an exponent of all ones carries into the sign's place. */
function infinite16(four: u64): u64 {
  return ((four & 0x7c007c007c007c00) + 0x0400040004000400) & 0x8000800080008000;
}

/** Index of the first of `count` blocks of `bytes` bytes whose scale, or minimum behind it, is infinite or NaN, or -1. */
function findInfinite(src: usize, count: i32, bytes: i32, minimum: bool): i32 {
  for (let block = 0; block < count; block++) {
    const head = load<u16>(src) | (minimum ? (<u32>load<u16>(src, 2)) << 16 : 0);
    if (infinite16(head) != 0) return block;
    src += bytes;
  }
  return -1;
}

/** The f16 at the heads of four blocks. */
function heads(a: usize, b: usize, c: usize, d: usize): u64 {
  return load<u16>(a) | ((<u64>load<u16>(b)) << 16) | ((<u64>load<u16>(c)) << 32) | ((<u64>load<u16>(d)) << 48);
}

/** Words 0 and 1 of the rows a and b, [a0, b0, a1, b1]; and words 2 and 3. */
function low(a: v128, b: v128): v128 {
  return v128.shuffle<i32>(a, b, 0, 4, 1, 5);
}

function high(a: v128, b: v128): v128 {
  return v128.shuffle<i32>(a, b, 2, 6, 3, 7);
}

/** From two such pairs of rows the first or the second word of all four. */
function even(ab: v128, cd: v128): v128 {
  return v128.shuffle<i64>(ab, cd, 0, 2);
}

function odd(ab: v128, cd: v128): v128 {
  return v128.shuffle<i64>(ab, cd, 1, 3);
}

/** Four rows of Q8_0, at a, b, c and d, to four neighbouring lanes; not 0 if a scale is infinite or NaN. */
function fourInt8(scales: usize, words: usize, a: usize, b: usize, c: usize, d: usize, blocks: i32, flip: v128): u64 {
  let infinite: u64 = 0;
  for (let block = 0; block < blocks; block++) {
    const four = heads(a, b, c, d);
    infinite |= infinite16(four);
    store<u64>(scales, four);
    for (let half: usize = 0; half < 32; half += 16) {
      const ra = v128.xor(v128.load(a + half, 2), flip);
      const rb = v128.xor(v128.load(b + half, 2), flip);
      const rc = v128.xor(v128.load(c + half, 2), flip);
      const rd = v128.xor(v128.load(d + half, 2), flip);
      const target = words + (half << 4);
      v128.store(target, even(low(ra, rb), low(rc, rd)));
      v128.store(target, odd(low(ra, rb), low(rc, rd)), 64);
      v128.store(target, even(high(ra, rb), high(rc, rd)), 128);
      v128.store(target, odd(high(ra, rb), high(rc, rd)), 192);
    }
    a += 34;
    b += 34;
    c += 34;
    d += 34;
    scales += 544;
    words += 544;
  }
  return infinite;
}

/** One such row. */
function oneInt8(scales: usize, words: usize, src: usize, blocks: i32, flip: u32): u64 {
  let infinite: u64 = 0;
  for (let block = 0; block < blocks; block++) {
    const scale = load<u16>(src);
    infinite |= infinite16(scale);
    store<u16>(scales, scale);
    for (let step = 0; step < 8; step++) {
      store<u32>(words + (step << 6), load<u32>(src + (step << 2), 2) ^ flip);
    }
    src += 34;
    scales += 544;
    words += 544;
  }
  return infinite;
}

/** GGUF's Q8_0: blocks of an f16 scale and 32 int8. Stored as `dot` says (matmul-int8.ts). */
export function packInt8(packed: usize, src: usize, first: i32, count: i32, cols: i32, headDim: i32, dot: i32): i32 {
  const blocks = cols >> 5;
  const rowBytes = blocks * 34;
  const flip = storedFlip(dot);
  const end = endPacked(first + count, headDim);
  let infinite: u64 = 0;
  for (let row = firstPacked(first, headDim); row < end; row += 4) {
    const scales = packed + <usize>((row >> 4) * blocks * 544 + ((row & 15) << 1));
    const words = scales + 32 + ((row & 15) << 1);
    if (holdsFour(row, first, count, headDim)) {
      const a = src + <usize>((sourceRow(row, headDim) - first) * rowBytes);
      const b = src + <usize>((sourceRow(row + 1, headDim) - first) * rowBytes);
      const c = src + <usize>((sourceRow(row + 2, headDim) - first) * rowBytes);
      const d = src + <usize>((sourceRow(row + 3, headDim) - first) * rowBytes);
      infinite |= fourInt8(scales, words, a, b, c, d, blocks, i32x4.splat(flip));
      continue;
    }
    for (let i = 0; i < 4; i++) {
      const r = sourceRow(row + i, headDim) - first;
      if (r < 0 || r >= count) continue;
      infinite |= oneInt8(scales + (i << 1), words + (i << 2), src + <usize>(r * rowBytes), blocks, flip);
    }
  }
  return infinite == 0 ? -1 : findInfinite(src, count * blocks, 34, false);
}

// 4 bits: byte i of a block holds element i in its low half and i + 16 in its high one. Packed, a byte holds columns 4
// apart: 0..3 and 4..7 in the first 64 bytes, 8.. and 12.. in the next, then 16.., 24...

/** Four rows of Q4_0 or, with `head` 4, of Q4_1; as fourInt8. */
function fourInt4(scales: usize, words: usize, a: usize, b: usize, c: usize, d: usize, blocks: i32, head: i32): u64 {
  const nibble = i32x4.splat(0x0f0f0f0f);
  const stride = head == 4 ? 320 : 288;
  let infinite: u64 = 0;
  for (let block = 0; block < blocks; block++) {
    const four = heads(a, b, c, d);
    infinite |= infinite16(four);
    store<u64>(scales, four);
    if (head == 4) {
      const minima = heads(a + 2, b + 2, c + 2, d + 2);
      infinite |= infinite16(minima);
      store<u64>(scales, minima, 32);
    }
    const ra = v128.load(a + head);
    const rb = v128.load(b + head);
    const rc = v128.load(c + head);
    const rd = v128.load(d + head);
    const w0 = even(low(ra, rb), low(rc, rd));
    const w1 = odd(low(ra, rb), low(rc, rd));
    const w2 = even(high(ra, rb), high(rc, rd));
    const w3 = odd(high(ra, rb), high(rc, rd));
    v128.store(words, v128.or(v128.and(w0, nibble), i32x4.shl(v128.and(w1, nibble), 4)));
    v128.store(words, v128.or(v128.and(w2, nibble), i32x4.shl(v128.and(w3, nibble), 4)), 64);
    v128.store(words, v128.or(v128.and(i32x4.shr_u(w0, 4), nibble), v128.andnot(w1, nibble)), 128);
    v128.store(words, v128.or(v128.and(i32x4.shr_u(w2, 4), nibble), v128.andnot(w3, nibble)), 192);
    a += 16 + head;
    b += 16 + head;
    c += 16 + head;
    d += 16 + head;
    scales += stride;
    words += stride;
  }
  return infinite;
}

/** One such row. */
function oneInt4(scales: usize, words: usize, src: usize, blocks: i32, head: i32): u64 {
  const nibble: u32 = 0x0f0f0f0f;
  const stride = head == 4 ? 320 : 288;
  let infinite: u64 = 0;
  for (let block = 0; block < blocks; block++) {
    const scale = load<u16>(src);
    infinite |= infinite16(scale);
    store<u16>(scales, scale);
    if (head == 4) {
      const minimum = load<u16>(src, 2);
      infinite |= infinite16(minimum);
      store<u16>(scales, minimum, 32);
    }
    src += head;
    for (let i = 0; i < 16; i += 8) {
      const a = load<u32>(src + i);
      const c = load<u32>(src + i, 4);
      store<u32>(words + (i << 3), (a & nibble) | ((c & nibble) << 4));
      store<u32>(words + (i << 3), ((a >> 4) & nibble) | (c & ~nibble), 128);
    }
    src += 16;
    scales += stride;
    words += stride;
  }
  return infinite;
}

function packNibbles(packed: usize, src: usize, first: i32, count: i32, cols: i32, headDim: i32, head: i32): i32 {
  const blocks = cols >> 5;
  const rowBytes = blocks * (16 + head);
  const end = endPacked(first + count, headDim);
  let infinite: u64 = 0;
  for (let row = firstPacked(first, headDim); row < end; row += 4) {
    const scales = packed + <usize>((row >> 4) * blocks * (head == 4 ? 320 : 288) + ((row & 15) << 1));
    const words = scales + (head == 4 ? 64 : 32) + ((row & 15) << 1);
    if (holdsFour(row, first, count, headDim)) {
      const a = src + <usize>((sourceRow(row, headDim) - first) * rowBytes);
      const b = src + <usize>((sourceRow(row + 1, headDim) - first) * rowBytes);
      const c = src + <usize>((sourceRow(row + 2, headDim) - first) * rowBytes);
      const d = src + <usize>((sourceRow(row + 3, headDim) - first) * rowBytes);
      infinite |= fourInt4(scales, words, a, b, c, d, blocks, head);
      continue;
    }
    for (let i = 0; i < 4; i++) {
      const r = sourceRow(row + i, headDim) - first;
      if (r < 0 || r >= count) continue;
      infinite |= oneInt4(scales + (i << 1), words + (i << 2), src + <usize>(r * rowBytes), blocks, head);
    }
  }
  return infinite == 0 ? -1 : findInfinite(src, count * blocks, 16 + head, head == 4);
}

/** GGUF's Q4_0: blocks of an f16 scale and 16 bytes. */
export function packInt4(packed: usize, src: usize, first: i32, count: i32, cols: i32, headDim: i32): i32 {
  return packNibbles(packed, src, first, count, cols, headDim, 2);
}

/** GGUF's Q4_1: blocks of an f16 scale, an f16 minimum and 16 bytes. */
export function packInt4Min(packed: usize, src: usize, first: i32, count: i32, cols: i32, headDim: i32): i32 {
  return packNibbles(packed, src, first, count, cols, headDim, 4);
}
