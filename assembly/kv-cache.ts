// Writes keys and values of a batch into their sessions' caches.
//
// One slot, the cache of one executed layer of one session: keys [kvHeads][context][headDim], then values likewise, each
// element f32, or f16 in halves order (half.ts): eight elements are four i32 lanes, lane l with element l high and l + 4
// low. `caches`: [tokens] address of each token's session cache; `slot`: bytes from there to this layer's slot.
// k, v: [tokens, stride] f32. f16 takes the nearest; magnitudes beyond 65504 become 65504. A NaN is stored as one, but
// attention reads fields without looking for it: the logits of the token that made it are NaN, those of later ones need
// not be.

import { floatToHalf4 } from "./half";
import { shareStart } from "./sync";

function append<T>(
  caches: usize,
  slot: usize,
  positions: usize, // [tokens] i32
  k: usize,
  v: usize,
  tokens: i32,
  kvHeads: i32,
  headDim: i32,
  context: i32,
  stride: i32,
  part: i32,
  parts: i32,
): void {
  const rowBytes = <usize>headDim * sizeof<T>();
  const headBytes = <usize>context * rowBytes;
  const from = shareStart(kvHeads, part, parts);
  const to = shareStart(kvHeads, part + 1, parts);
  for (let t = 0; t < tokens; t++) {
    const i = (<usize>t) << 2;
    const row = load<usize>(caches + i) + slot + <usize>load<i32>(positions + i) * rowBytes;
    for (let h = from; h < to; h++) {
      const source = (<usize>(t * stride + h * headDim)) << 2;
      const target = row + <usize>h * headBytes;
      storeRow<T>(target, k + source, headDim);
      storeRow<T>(target + <usize>kvHeads * headBytes, v + source, headDim);
    }
  }
}

function storeRow<T>(target: usize, source: usize, headDim: i32): void {
  for (let i = 0; i < headDim; i += 8) {
    const first = v128.load(source);
    const second = v128.load(source, 16);
    if (isFloat<T>()) {
      v128.store(target, first);
      v128.store(target, second, 16);
    } else {
      v128.store(target, v128.or(i32x4.shl(floatToHalf4(first), 16), floatToHalf4(second)));
    }
    source += 32;
    target += sizeof<T>() * 8;
  }
}

/** Cache in f32. See the head of this file. */
export function appendF32(
  caches: usize,
  slot: usize,
  positions: usize,
  k: usize,
  v: usize,
  tokens: i32,
  kvHeads: i32,
  headDim: i32,
  context: i32,
  stride: i32,
  part: i32,
  parts: i32,
): void {
  append<f32>(caches, slot, positions, k, v, tokens, kvHeads, headDim, context, stride, part, parts);
}

/** Cache in f16. */
export function appendF16(
  caches: usize,
  slot: usize,
  positions: usize,
  k: usize,
  v: usize,
  tokens: i32,
  kvHeads: i32,
  headDim: i32,
  context: i32,
  stride: i32,
  part: i32,
  parts: i32,
): void {
  append<u16>(caches, slot, positions, k, v, tokens, kvHeads, headDim, context, stride, part, parts);
}
