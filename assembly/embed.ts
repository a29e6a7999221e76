// out[t, c] = table[tokens[t], c]: rows of the embedding table as f32. The table is the one that makes the logits, packed
// for matrix products (layouts: matmul-float.ts, matmul-int8.ts, matmul-int4.ts); a row is gathered out of its group.
//
// tokens: [count] i32, out: [count, cols] f32, cols a multiple of 32.

import { fieldsOf, first4, halfToFloat, second4, unpackScale } from "./half";
import { storedFlip } from "./matmul-int8";
import { shareStart } from "./sync";

function embedFloat<T>(out: usize, table: usize, tokens: usize, count: i32, cols: i32, part: i32, parts: i32): void {
  const from = shareStart(cols >> 5, part, parts) << 5;
  const to = shareStart(cols >> 5, part + 1, parts) << 5;
  const scale = f32x4.splat(unpackScale<T>());
  const fields = fieldsOf<T>(cols);
  for (let t = 0; t < count; t++) {
    const row = load<i32>(tokens + ((<usize>t) << 2));
    const source = table + ((<usize>((row >> 2) * cols) * sizeof<T>()) << 2) + (row & 3) * sizeof<T>() * 8;
    const target = out + ((<usize>(t * cols)) << 2);
    for (let c = from; c < to; c += 8) {
      const p = source + <usize>c * sizeof<T>() * 4;
      const v = v128.load(p);
      const next = isFloat<T>() ? v128.load(p, 16) : v;
      v128.store(target + ((<usize>c) << 2), f32x4.mul(first4<T>(v, fields), scale));
      v128.store(target + ((<usize>c) << 2), f32x4.mul(second4<T>(next, fields), scale), 16);
    }
  }
}

/** F32 table. */
export function embedF32(out: usize, table: usize, tokens: usize, count: i32, cols: i32, part: i32, parts: i32): void {
  embedFloat<f32>(out, table, tokens, count, cols, part, parts);
}

/** F16 table. */
export function embedF16(out: usize, table: usize, tokens: usize, count: i32, cols: i32, part: i32, parts: i32): void {
  embedFloat<u16>(out, table, tokens, count, cols, part, parts);
}

/** BF16 table. */
export function embedBF16(out: usize, table: usize, tokens: usize, count: i32, cols: i32, part: i32, parts: i32): void {
  embedFloat<i16>(out, table, tokens, count, cols, part, parts);
}

/** Where in a group's steps of 64 bytes the four bytes of row & 15 lie. */
function laneOffset(row: i32): usize {
  return <usize>((row & 15) << 2);
}

/** int8 table, stored as `dot` says (matmul-int8.ts). */
export function embedInt8(
  out: usize,
  table: usize,
  tokens: usize,
  count: i32,
  cols: i32,
  dot: i32,
  part: i32,
  parts: i32,
): void {
  const blocks = cols >> 5;
  const to = shareStart(blocks, part + 1, parts);
  const flip = i32x4.splat(storedFlip(dot));
  for (let t = 0; t < count; t++) {
    const row = load<i32>(tokens + ((<usize>t) << 2));
    for (let b = shareStart(blocks, part, parts); b < to; b++) {
      const block = table + <usize>(((row >> 4) * blocks + b) * 544);
      const scale = f32x4.splat(halfToFloat(load<u16>(block + ((row & 15) << 1))));
      let target = out + ((<usize>(t * cols + (b << 5))) << 2);
      for (let step = 0; step < 8; step++) {
        const w = v128.xor(v128.load32_splat(block + 32 + (step << 6) + laneOffset(row)), flip);
        const value = i32x4.extend_low_i16x8_s(i16x8.extend_low_i8x16_s(w));
        v128.store(target, f32x4.mul(f32x4.convert_i32x4_s(value), scale));
        target += 16;
      }
    }
  }
}

function embedNibbles(
  out: usize,
  table: usize,
  tokens: usize,
  count: i32,
  cols: i32,
  minimum: bool,
  part: i32,
  parts: i32,
): void {
  const blocks = cols >> 5;
  const to = shareStart(blocks, part + 1, parts);
  const blockBytes = minimum ? 320 : 288;
  const zero = i32x4.splat(minimum ? 0 : 8);
  for (let t = 0; t < count; t++) {
    const row = load<i32>(tokens + ((<usize>t) << 2));
    for (let b = shareStart(blocks, part, parts); b < to; b++) {
      const block = table + <usize>(((row >> 4) * blocks + b) * blockBytes);
      const scale = f32x4.splat(halfToFloat(load<u16>(block + ((row & 15) << 1))));
      const least = f32x4.splat(minimum ? halfToFloat(load<u16>(block + 32 + ((row & 15) << 1))) : 0);
      let target = out + ((<usize>(t * cols + (b << 5))) << 2);
      for (let step = 0; step < 4; step++) {
        const w = v128.load32_splat(block + (minimum ? 64 : 32) + (step << 6) + laneOffset(row));
        const bytes = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(w));
        const low = i32x4.sub(v128.and(bytes, i32x4.splat(15)), zero);
        const high = i32x4.sub(i32x4.shr_u(bytes, 4), zero);
        v128.store(target, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(low), scale), least));
        v128.store(target, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(high), scale), least), 16);
        target += 32;
      }
    }
  }
}

/** int4 table without minima. */
export function embedInt4(out: usize, table: usize, tokens: usize, count: i32, cols: i32, part: i32, parts: i32): void {
  embedNibbles(out, table, tokens, count, cols, false, part, parts);
}

/** int4 table with minima. */
export function embedInt4Min(
  out: usize,
  table: usize,
  tokens: usize,
  count: i32,
  cols: i32,
  part: i32,
  parts: i32,
): void {
  embedNibbles(out, table, tokens, count, cols, true, part, parts);
}
