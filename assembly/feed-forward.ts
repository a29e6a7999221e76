// The activation between a feed-forward's products, in place. gate, up: [tokens, stride] f32, stride a multiple of 32.

import { silu4 } from "./math";
import { shareStart } from "./sync";

/** SwiGLU (Shazeer 2020): gate <- silu(gate) * up, silu(x) = x / (1 + exp(-x)). */
export function swiglu(gate: usize, up: usize, tokens: i32, stride: i32, part: i32, parts: i32): void {
  const from = (<usize>shareStart(stride >> 5, part, parts)) << 7;
  const to = (<usize>shareStart(stride >> 5, part + 1, parts)) << 7;
  for (let t = 0; t < tokens; t++) {
    for (let i = from; i < to; i += 16) {
      v128.store(gate + i, f32x4.mul(silu4(v128.load(gate + i)), v128.load(up + i)));
    }
    gate += (<usize>stride) << 2;
    up += (<usize>stride) << 2;
  }
}

/** gate <- max(gate, 0) * up. */
export function reglu(gate: usize, up: usize, tokens: i32, stride: i32, part: i32, parts: i32): void {
  const from = (<usize>shareStart(stride >> 5, part, parts)) << 7;
  const to = (<usize>shareStart(stride >> 5, part + 1, parts)) << 7;
  const zero = f32x4.splat(0);
  for (let t = 0; t < tokens; t++) {
    for (let i = from; i < to; i += 16) {
      v128.store(gate + i, f32x4.mul(f32x4.max(v128.load(gate + i), zero), v128.load(up + i)));
    }
    gate += (<usize>stride) << 2;
    up += (<usize>stride) << 2;
  }
}

/** up <- silu(up): a feed-forward without a gate. */
export function silu(up: usize, tokens: i32, stride: i32, part: i32, parts: i32): void {
  const from = (<usize>shareStart(stride >> 5, part, parts)) << 7;
  const to = (<usize>shareStart(stride >> 5, part + 1, parts)) << 7;
  for (let t = 0; t < tokens; t++) {
    for (let i = from; i < to; i += 16) v128.store(up + i, silu4(v128.load(up + i)));
    up += (<usize>stride) << 2;
  }
}

/** up <- max(up, 0): the plain feed-forward of the MobileLLM paper's baseline. */
export function relu(up: usize, tokens: i32, stride: i32, part: i32, parts: i32): void {
  const from = (<usize>shareStart(stride >> 5, part, parts)) << 7;
  const to = (<usize>shareStart(stride >> 5, part + 1, parts)) << 7;
  const zero = f32x4.splat(0);
  for (let t = 0; t < tokens; t++) {
    for (let i = from; i < to; i += 16) v128.store(up + i, f32x4.max(v128.load(up + i), zero));
    up += (<usize>stride) << 2;
  }
}
