// Causal attention with grouped queries, one pass over the cache for each token and head:
//   score[j] = (q . k[j]) * scale for positions j = 0..p, out = sum over j of exp(score[j] - max) v[j] / sum of exps
// where p is the token's own position, whose key and value are in the cache already. Query head h reads key/value head
// h / (heads / kvHeads). Cache layout: kv-cache.ts. q, out: [tokens, stride] f32, scratch: [parts][context] f32,
// context a multiple of 4 (what lies beyond p is read but never counts), headDim a multiple of 8.
//
// Order of summation, whatever else is in the batch: a score has one accumulator of four lanes, lane l takes elements
// l, l + 4, ... in turn, then sumLanes4. The exps' sum has four lanes, lane l takes positions l, l + 4, ..., then
// sumLanes. Weighted values are added position by position, and the division comes last.

import { fieldsOf, first4, second4, unpackScale } from "./half";
import { exp4 } from "./math";
import { madd, maxLanes, sumLanes, sumLanes4 } from "./simd";
import { shareStart } from "./sync";

/** 2^64 for f16: products stay clear of subnormals (half.ts). */
function guard<T>(): f32 {
  return isFloat<T>() ? 1.0 : 18446744073709551616.0;
}

function attention<T>(
  out: usize,
  q: usize,
  caches: usize, // [tokens] address
  slot: usize,
  positions: usize, // [tokens] i32
  scratch: usize,
  tokens: i32,
  heads: i32,
  kvHeads: i32,
  headDim: i32,
  context: i32,
  stride: i32,
  scale: f32,
  part: i32,
  parts: i32,
): void {
  const headBytes = <usize>(context * headDim) * sizeof<T>();
  const group = heads / kvHeads;
  const scores = scratch + ((<usize>(part * context)) << 2);
  // Work is divided by token and key/value head, whose cached rows the heads of a group share.
  const to = shareStart(tokens * kvHeads, part + 1, parts);
  for (let i = shareStart(tokens * kvHeads, part, parts); i < to; i++) {
    const t = i / kvHeads;
    const kvHead = i - t * kvHeads;
    const keys = load<usize>(caches + ((<usize>t) << 2)) + slot + <usize>kvHead * headBytes;
    const values = keys + <usize>kvHeads * headBytes;
    const count = load<i32>(positions + ((<usize>t) << 2)) + 1;
    for (let h = kvHead * group; h < (kvHead + 1) * group; h++) {
      const head = (<usize>(t * stride + h * headDim)) << 2;
      const largest = scoreKeys<T>(scores, q + head, keys, headDim, count, scale);
      const sum = exponentiate(scores, count, largest);
      weighValues<T>(out + head, scores, values, headDim, count, sum);
    }
  }
}

/** scores[0..count) and beyond, up to the next multiple of 4, -infinity. Returns the largest. */
function scoreKeys<T>(scores: usize, q: usize, keys: usize, headDim: i32, count: i32, scale: f32): f32 {
  const rowBytes = <usize>headDim * sizeof<T>();
  const toScore = f32x4.splat(scale * (unpackScale<T>() / guard<T>()));
  const lift = f32x4.splat(guard<T>());
  const fields = fieldsOf<T>(count);
  let largest = f32x4.splat(-Infinity);
  for (let j = 0; j < count; j += 4) {
    let a = f32x4.splat(0);
    let b = a;
    let c = a;
    let d = a;
    let k = keys;
    for (let i: usize = 0; i < (<usize>headDim) << 2; i += 32) {
      let q0 = v128.load(q + i);
      let q1 = v128.load(q + i, 16);
      if (!isFloat<T>()) {
        q0 = f32x4.mul(q0, lift);
        q1 = f32x4.mul(q1, lift);
      }
      let ka = v128.load(k);
      let kb = v128.load(k + rowBytes);
      let kc = v128.load(k + 2 * rowBytes);
      let kd = v128.load(k + 3 * rowBytes);
      a = madd(first4<T>(ka, fields), q0, a);
      b = madd(first4<T>(kb, fields), q0, b);
      c = madd(first4<T>(kc, fields), q0, c);
      d = madd(first4<T>(kd, fields), q0, d);
      if (isFloat<T>()) {
        ka = v128.load(k, 16);
        kb = v128.load(k + rowBytes, 16);
        kc = v128.load(k + 2 * rowBytes, 16);
        kd = v128.load(k + 3 * rowBytes, 16);
      }
      a = madd(second4<T>(ka, fields), q1, a);
      b = madd(second4<T>(kb, fields), q1, b);
      c = madd(second4<T>(kc, fields), q1, c);
      d = madd(second4<T>(kd, fields), q1, d);
      k += sizeof<T>() * 8;
    }
    let s = f32x4.mul(sumLanes4(a, b, c, d), toScore);
    if (j + 4 > count) {
      const index = i32x4.add(i32x4.splat(j), i32x4(0, 1, 2, 3));
      s = v128.bitselect(s, f32x4.splat(-Infinity), i32x4.lt_s(index, i32x4.splat(count)));
    }
    v128.store(scores + ((<usize>j) << 2), s);
    largest = f32x4.max(largest, s);
    keys += rowBytes << 2;
  }
  return maxLanes(largest);
}

/** scores <- exp(scores - largest), and their sum. */
function exponentiate(scores: usize, count: i32, largest: f32): f32 {
  const shift = f32x4.splat(largest);
  let sum = f32x4.splat(0);
  for (const end = scores + ((<usize>count) << 2); scores < end; scores += 16) {
    const e = exp4(f32x4.sub(v128.load(scores), shift));
    v128.store(scores, e);
    sum = f32x4.add(sum, e);
  }
  return sumLanes(sum);
}

/** out[0..headDim) <- sum over j of weights[j] * values[j] / sum, eight elements at a time. */
function weighValues<T>(out: usize, weights: usize, values: usize, headDim: i32, count: i32, sum: f32): void {
  const rowBytes = <usize>headDim * sizeof<T>();
  const end = weights + ((<usize>count) << 2);
  const lift = f32x4.splat(guard<T>());
  const fields = fieldsOf<T>(headDim);
  const unlift = f32x4.splat(unpackScale<T>() / guard<T>());
  const total = f32x4.splat(sum);
  for (let i = 0; i < headDim; i += 8) {
    let a = f32x4.splat(0);
    let b = a;
    let v = values;
    for (let w = weights; w < end; w += 4) {
      let weight = v128.load32_splat(w);
      if (!isFloat<T>()) weight = f32x4.mul(weight, lift);
      let value = v128.load(v);
      a = madd(first4<T>(value, fields), weight, a);
      if (isFloat<T>()) value = v128.load(v, 16);
      b = madd(second4<T>(value, fields), weight, b);
      v += rowBytes;
    }
    if (!isFloat<T>()) {
      a = f32x4.mul(a, unlift);
      b = f32x4.mul(b, unlift);
    }
    v128.store(out, f32x4.div(a, total));
    v128.store(out, f32x4.div(b, total), 16);
    out += 32;
    values += sizeof<T>() * 8;
  }
}

/** Cache in f32. See the head of this file. */
export function attentionF32(
  out: usize,
  q: usize,
  caches: usize,
  slot: usize,
  positions: usize,
  scratch: usize,
  tokens: i32,
  heads: i32,
  kvHeads: i32,
  headDim: i32,
  context: i32,
  stride: i32,
  scale: f32,
  part: i32,
  parts: i32,
): void {
  attention<f32>(
    out,
    q,
    caches,
    slot,
    positions,
    scratch,
    tokens,
    heads,
    kvHeads,
    headDim,
    context,
    stride,
    scale,
    part,
    parts,
  );
}

/** Cache in f16. */
export function attentionF16(
  out: usize,
  q: usize,
  caches: usize,
  slot: usize,
  positions: usize,
  scratch: usize,
  tokens: i32,
  heads: i32,
  kvHeads: i32,
  headDim: i32,
  context: i32,
  stride: i32,
  scale: f32,
  part: i32,
  parts: i32,
): void {
  attention<u16>(
    out,
    q,
    caches,
    slot,
    positions,
    scratch,
    tokens,
    heads,
    kvHeads,
    headDim,
    context,
    stride,
    scale,
    part,
    parts,
  );
}
