// Rows of a checkpoint's tensor into the packed layouts of the matrix products, while the file streams in.
//
// src: `count` rows of `cols` elements as the file has them, the tensor's rows `first`, `first` + 1, ...; `packed`: the
// whole matrix's place, zero where nothing has been packed yet (so padding is zero). headDim is 0, or for q_proj and
// k_proj of interleaved checkpoints the head size: row 2 i of a head becomes i, row 2 i + 1 becomes headDim / 2 + i.
// Every function returns -1, or the index within these rows of the first element that is infinite or NaN (in quantised
// types: of the first block, in units of 32 columns, whose scale or minimum is).

/** The packed row of the tensor's row `row`. */
function packedRow(row: i32, headDim: i32): i32 {
  if (headDim == 0) return row;
  const within = row % headDim;
  return row - within + (within >> 1) + (within & 1) * (headDim >> 1);
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

/** True for the bits of an infinite or NaN f16. */
function isInfinite16(bits: u32): bool {
  return (bits & 0x7c00) == 0x7c00;
}

/** GGUF's Q8_0: blocks of an f16 scale and 32 int8. Stored as `dot` says (matmul-int8.ts). */
export function packInt8(packed: usize, src: usize, first: i32, count: i32, cols: i32, headDim: i32, dot: i32): i32 {
  const blocks = cols >> 5;
  const flip: u32 = dot == 2 ? 0x80808080 : 0; // adding 128 to a byte flips its sign bit
  const zero = i32x4.splat(flip);
  for (let r = 0; r < count; r++) {
    const row = packedRow(first + r, headDim);
    const lane = row & 15;
    for (let b = 0; b < blocks; b++) {
      const block = packed + <usize>(((row >> 4) * blocks + b) * 544);
      const scale = <u32>load<u16>(src);
      if (isInfinite16(scale)) return r * blocks + b;
      store<u16>(block + (lane << 1), <u16>scale);
      const target = block + 32 + (lane << 2);
      for (let step = 0; step < 8; step++) {
        store<u32>(target + (step << 6), load<u32>(src + 2 + (step << 2)) ^ flip);
      }
      src += 34;
    }
  }
  return -1;
}

/** GGUF's Q4_0 and Q4_1: blocks of an f16 scale, (an f16 minimum,) 16 bytes: element i low and i + 16 high in byte i. */
function packNibbles(packed: usize, src: usize, first: i32, count: i32, cols: i32, headDim: i32, minimum: bool): i32 {
  const blocks = cols >> 5;
  const blockBytes = minimum ? 320 : 288;
  const low: u32 = 0x0f0f0f0f;
  for (let r = 0; r < count; r++) {
    const row = packedRow(first + r, headDim);
    const lane = row & 15;
    for (let b = 0; b < blocks; b++) {
      const block = packed + <usize>(((row >> 4) * blocks + b) * blockBytes);
      const scale = <u32>load<u16>(src);
      if (isInfinite16(scale)) return r * blocks + b;
      store<u16>(block + (lane << 1), <u16>scale);
      src += 2;
      let target = block + 32 + (lane << 2);
      if (minimum) {
        const least = <u32>load<u16>(src);
        if (isInfinite16(least)) return r * blocks + b;
        store<u16>(block + 32 + (lane << 1), <u16>least);
        src += 2;
        target += 32;
      }
      // Eight columns a step: in 0..15 from the low nibbles, in 16..31 from the high ones.
      for (let i = 0; i < 16; i += 8) {
        const a = load<u32>(src + i);
        const c = load<u32>(src + i, 4);
        store<u32>(target + (i << 3), (a & low) | ((c & low) << 4));
        store<u32>(target + (i << 3), ((a >> 4) & low) | (c & ~low), 128);
      }
      src += 16;
    }
  }
  return -1;
}

export function packInt4(packed: usize, src: usize, first: i32, count: i32, cols: i32, headDim: i32): i32 {
  return packNibbles(packed, src, first, count, cols, headDim, false);
}

export function packInt4Min(packed: usize, src: usize, first: i32, count: i32, cols: i32, headDim: i32): i32 {
  return packNibbles(packed, src, first, count, cols, headDim, true);
}
