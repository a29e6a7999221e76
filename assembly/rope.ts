// Rotary position embedding (Su et al. 2021), split-half: element i of a head is turned together with element
// i + headDim / 2 by position * theta^(-2 i / headDim). Readers bring interleaved checkpoints into this order.
//
// table: [positions][headDim] f32, for each position headDim / 2 cosines, then headDim / 2 sines.
// The angles are computed in f64 and rounded once.

import { cos64, exp64, log64, sin64 } from "./math";
import { shareStart } from "./sync";

/** Fills `table` for positions from..to - 1. Positions are divided by `scale` first ("linear" RoPE scaling). */
export function ropeTable(table: usize, from: i32, to: i32, headDim: i32, theta: f64, scale: f64): void {
  const half = headDim >> 1;
  const logTheta = log64(theta);
  for (let i = 0; i < half; i++) {
    const frequency = exp64((<f64>(-2 * i) / <f64>headDim) * logTheta) / scale;
    let p = table + ((<usize>(from * headDim + i)) << 2);
    for (let position = from; position < to; position++) {
      const angle = <f64>position * frequency;
      store<f32>(p, <f32>cos64(angle));
      store<f32>(p + ((<usize>half) << 2), <f32>sin64(angle));
      p += (<usize>headDim) << 2;
    }
  }
}

/** Turns x, [tokens, stride] f32 with `heads` heads of headDim (a multiple of 8) at each row's start, in place. */
export function rope(
  x: usize,
  table: usize,
  positions: usize, // [tokens] i32
  tokens: i32,
  heads: i32,
  headDim: i32,
  stride: i32,
  part: i32,
  parts: i32,
): void {
  const half = (<usize>headDim) << 1; // bytes of half a head
  const from = shareStart(heads, part, parts);
  const to = shareStart(heads, part + 1, parts);
  for (let t = 0; t < tokens; t++) {
    const cosines = table + ((<usize>(load<i32>(positions + ((<usize>t) << 2)) * headDim)) << 2);
    let head = x + ((<usize>(t * stride + from * headDim)) << 2);
    for (let h = from; h < to; h++) {
      for (let i: usize = 0; i < half; i += 16) {
        const a = v128.load(head + i);
        const b = v128.load(head + half + i);
        const c = v128.load(cosines + i);
        const s = v128.load(cosines + half + i);
        v128.store(head + i, f32x4.sub(f32x4.mul(a, c), f32x4.mul(b, s)));
        v128.store(head + half + i, f32x4.add(f32x4.mul(b, c), f32x4.mul(a, s)));
      }
      head += half << 1;
    }
  }
}
