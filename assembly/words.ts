// The dot product of plain SIMD (form i16 of simd.ts) takes 16-bit words: how 8- and 4-bit weights become words, and how
// activations are laid out to meet them. A word of packed weights is two neighbouring columns, and sign-extending bytes
// costs more than multiplying them; so words are used as they lie, and the activations make up for what they hold too much.
//
// A token alone, int8. The word of columns 0 and 1 is w0 + 256 w1, where w0 is read as unsigned, so even columns are stored
// plus 128. With that,
//     w0 x0 + w1 x1 = word * x0 + (word >> 8) * (x1 - 256 x0)        |x1 - 256 x0| <= 127 * 257 < 2^15
// and 128 times the block's sum of even activations is to be taken away.
// A token alone, 4 bits. A mask leaves a nibble in its place, 1, 16 or 256 times itself, and activations that are 256, 16
// or 1 times theirs make all products 256 times too large: less than 2^25 in a block.
//
// Rows, [cols / 32] of
//   int8    8 groups of four columns { x0, x2, x1 - 256 x0, x3 - 256 x2 }, then i32 -128 * (sum of even columns)
//   int4    4 groups of eight columns { 256 x0, 256 x2, x1, x3, 16 x4, 16 x6, 256 x5, 256 x7 }
// Panels of four tokens meet weights that were widened once for all of them: for every four columns { x0, x2 of each token },
// then { x1, x3 of each }.
//
// All of it is exact in 32 bits.

/** Bytes of a row's 32 activations. W: the weights' type (panel.ts). */
export function wordRowBlock<W>(): i32 {
  return isSigned<W>() ? 68 : 64;
}

/** Columns 0 and 2 of every four, as words. */
export function evenColumns(bytes: v128): v128 {
  return i16x8.shr_s(i16x8.shl(bytes, 8), 8);
}

/** Columns 1 and 3. */
export function oddColumns(bytes: v128): v128 {
  return i16x8.shr_s(bytes, 8);
}

/** to <- `values` (activations.ts), panels of four tokens. */
export function widenPanels(to: usize, values: usize, tokens: i32, cols: i32): void {
  for (const end = values + tokens * cols; values < end; values += 16) {
    const v = v128.load(values);
    v128.store(to, evenColumns(v));
    v128.store(to, oddColumns(v), 16);
    to += 32;
  }
}

/** to <- `values`, rows of one token each, for weights of type W. */
export function widenRows<W>(to: usize, values: usize, tokens: i32, cols: i32): void {
  for (const end = values + tokens * cols; values < end; values += 32) {
    if (isSigned<W>()) widenForInt8(to, values);
    else widenForInt4(to, values);
    to += wordRowBlock<W>();
  }
}

function widenForInt8(to: usize, values: usize): void {
  let sum = i32x4.splat(0);
  for (const end = values + 32; values < end; values += 16) {
    const v = v128.load(values);
    const even = evenColumns(v);
    const odd = i16x8.sub(oddColumns(v), i16x8.shl(even, 8));
    sum = i32x4.add(sum, i32x4.extadd_pairwise_i16x8_s(even));
    v128.store(to, v128.shuffle<i32>(even, odd, 0, 4, 1, 5));
    v128.store(to, v128.shuffle<i32>(even, odd, 2, 6, 3, 7), 16);
    to += 32;
  }
  const lanes = i32x4.add(sum, v128.shuffle<i32>(sum, sum, 2, 3, 0, 1));
  store<i32>(to, -128 * (i32x4.extract_lane(lanes, 0) + i32x4.extract_lane(lanes, 1)));
}

function widenForInt4(to: usize, values: usize): void {
  // Columns of 4..7 lie above those of 0..3 in a byte, odd ones above even ones in a word.
  const evenFactors = i16x8(256, 256, 16, 16, 256, 256, 16, 16);
  const oddFactors = i16x8(1, 1, 256, 256, 1, 1, 256, 256);
  for (const end = values + 32; values < end; values += 16) {
    const v = v128.load(values);
    const even = i16x8.mul(evenColumns(v), evenFactors);
    const odd = i16x8.mul(oddColumns(v), oddFactors);
    v128.store(to, v128.shuffle<i32>(even, odd, 0, 4, 1, 5));
    v128.store(to, v128.shuffle<i32>(even, odd, 2, 6, 3, 7), 16);
    to += 32;
  }
}

/** sums + products of four rows' four columns of int8 `w` with activations { x0, x2 } and { x1 - 256 x0, x3 - 256 x2 } */
export function dotWords(even: v128, odd: v128, w: v128, sums: v128): v128 {
  sums = i32x4.add(sums, i32x4.dot_i16x8_s(w, even));
  return i32x4.add(sums, i32x4.dot_i16x8_s(i16x8.shr_s(w, 8), odd));
}

/**
 * sums + 256 times the products of four rows' eight columns of nibbles `w`; even0 and odd0 are the activations of columns
 * 0..3, even1 and odd1 those of 4..7, as widenRows has them; the masks are those of nibbles 0, 1 and 2 of a word.
 */
export function dotNibbleWords(
  even0: v128,
  odd0: v128,
  even1: v128,
  odd1: v128,
  w: v128,
  sums: v128,
  mask0: v128,
  mask1: v128,
  mask2: v128,
): v128 {
  sums = i32x4.add(sums, i32x4.dot_i16x8_s(v128.and(w, mask0), even0));
  sums = i32x4.add(sums, i32x4.dot_i16x8_s(v128.and(w, mask1), even1));
  sums = i32x4.add(sums, i32x4.dot_i16x8_s(v128.and(w, mask2), odd0));
  return i32x4.add(sums, i32x4.dot_i16x8_s(i16x8.shr_u(w, 12), odd1));
}
