// Causal attention with grouped queries, one pass over the cache for every two queries:
//   score[j] = (q . k[j]) * scale for positions j = 0..p, out = sum over j of exp(score[j] - max) v[j] / sum of exps
// where p is the token's own position, whose key and value are in the cache already. Query head h reads key/value head
// h / (heads / kvHeads). Cache layout: kv-cache.ts. q, out: [tokens, stride] f32, headDim a multiple of 8, context a
// multiple of 4 (what lies beyond p is read but never counts).
// scratch: the calling thread's, { two queries [2][headDim], their scores [2][context] } f32.
//
// A token's heads of one group, and those of the next token of its session, read the same keys and values, so queries go
// by twos wherever two have a cache in common. That changes no result: the order of summation is a query's own. A score
// has one accumulator of four lanes, lane l takes elements l, l + 4, ... in turn, then sumLanes4. The exps' sum has four
// lanes, lane l takes positions l, l + 4, ..., then sumLanes. Weighted values are added position by position, and the
// division comes last.
//
// The type parameter T is f32 or u16, the cache's type; Q is u8 for one query and u16 for two.

import { fieldsOf, first4, second4, unpackScale } from "./half";
import { exp4 } from "./math";
import { madd, maxLanes, sumLanes, sumLanes4 } from "./simd";

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
  const queries = tokens * group; // of one key/value head, token by token
  let turn = 0; // dealt out in turn: later tokens have more to do
  for (let kvHead = 0; kvHead < kvHeads; kvHead++) {
    const column = (<usize>(kvHead * group * headDim)) << 2;
    for (let n = 0; n < queries; ) {
      const t = n / group;
      const u = (n + 1) / group;
      const cache = load<usize>(caches + ((<usize>t) << 2));
      const paired = n + 1 < queries && load<usize>(caches + ((<usize>u) << 2)) == cache;
      if (turn++ % parts == part) {
        const keys = cache + slot + <usize>kvHead * headBytes;
        const values = keys + <usize>kvHeads * headBytes;
        const a = column + ((<usize>(t * stride + (n - t * group) * headDim)) << 2);
        const b = column + ((<usize>(u * stride + (n + 1 - u * group) * headDim)) << 2);
        const countA = load<i32>(positions + ((<usize>t) << 2)) + 1;
        const queryBytes = (<usize>headDim) << 2;
        const scores = scratch + 2 * queryBytes;
        if (paired) {
          const countB = load<i32>(positions + ((<usize>u) << 2)) + 1;
          const otherScores = scores + ((<usize>context) << 2);
          const qa = lifted<T>(scratch, q + a, headDim);
          const qb = lifted<T>(scratch + queryBytes, q + b, headDim);
          scoreKeys<T, u16>(scores, otherScores, qa, qb, keys, headDim, countA, countB, scale);
          const sumA = exponentiate<T>(scores, countA);
          const sumB = exponentiate<T>(otherScores, countB);
          weighValues<T, u16>(out + a, out + b, scores, otherScores, values, headDim, countA, countB, sumA, sumB);
        } else {
          const qa = lifted<T>(scratch, q + a, headDim);
          scoreKeys<T, u8>(scores, scores, qa, qa, keys, headDim, countA, countA, scale);
          const sum = exponentiate<T>(scores, countA);
          weighValues<T, u8>(out + a, out + a, scores, scores, values, headDim, countA, countA, sum, sum);
        }
      }
      n += paired ? 2 : 1;
    }
  }
}

/** The query times guard(), at `to` where that is not 1. */
function lifted<T>(to: usize, q: usize, headDim: i32): usize {
  if (isFloat<T>()) return q;
  const factor = f32x4.splat(guard<T>());
  for (let i: usize = 0; i < (<usize>headDim) << 2; i += 16) v128.store(to + i, f32x4.mul(v128.load(q + i), factor));
  return to;
}

/**
 * The scores of query a at positions 0..countA - 1, and of query b at 0..countB - 1; up to the next multiple of 4 -infinity.
 * What lies beyond is undefined.
 */
function scoreKeys<T, Q>(
  scoresA: usize,
  scoresB: usize,
  qa: usize,
  qb: usize,
  keys: usize,
  headDim: i32,
  countA: i32,
  countB: i32,
  scale: f32,
): void {
  const rowBytes = <usize>headDim * sizeof<T>();
  const toScore = f32x4.splat(scale * (unpackScale<T>() / guard<T>()));
  const fields = fieldsOf<T>(headDim);
  const count = max(countA, countB);
  for (let j = 0; j < count; j += 4) {
    // Accumulators are named query (a, b), position (0..3).
    let a0 = f32x4.splat(0);
    let a1 = a0;
    let a2 = a0;
    let a3 = a0;
    let b0 = a0;
    let b1 = a0;
    let b2 = a0;
    let b3 = a0;
    let k = keys;
    for (let i: usize = 0; i < (<usize>headDim) << 2; i += 32) {
      let v0 = v128.load(k);
      let v1 = v128.load(k + rowBytes);
      let v2 = v128.load(k + 2 * rowBytes);
      let v3 = v128.load(k + 3 * rowBytes);
      let k0 = first4<T>(v0, fields);
      let k1 = first4<T>(v1, fields);
      let k2 = first4<T>(v2, fields);
      let k3 = first4<T>(v3, fields);
      let y = v128.load(qa + i);
      a0 = madd(k0, y, a0);
      a1 = madd(k1, y, a1);
      a2 = madd(k2, y, a2);
      a3 = madd(k3, y, a3);
      if (sizeof<Q>() == 2) {
        y = v128.load(qb + i);
        b0 = madd(k0, y, b0);
        b1 = madd(k1, y, b1);
        b2 = madd(k2, y, b2);
        b3 = madd(k3, y, b3);
      }
      if (isFloat<T>()) {
        v0 = v128.load(k, 16);
        v1 = v128.load(k + rowBytes, 16);
        v2 = v128.load(k + 2 * rowBytes, 16);
        v3 = v128.load(k + 3 * rowBytes, 16);
      }
      k0 = second4<T>(v0, fields);
      k1 = second4<T>(v1, fields);
      k2 = second4<T>(v2, fields);
      k3 = second4<T>(v3, fields);
      y = v128.load(qa + i, 16);
      a0 = madd(k0, y, a0);
      a1 = madd(k1, y, a1);
      a2 = madd(k2, y, a2);
      a3 = madd(k3, y, a3);
      if (sizeof<Q>() == 2) {
        y = v128.load(qb + i, 16);
        b0 = madd(k0, y, b0);
        b1 = madd(k1, y, b1);
        b2 = madd(k2, y, b2);
        b3 = madd(k3, y, b3);
      }
      k += sizeof<T>() * 8;
    }
    const at = (<usize>j) << 2;
    v128.store(scoresA + at, within(f32x4.mul(sumLanes4(a0, a1, a2, a3), toScore), j, countA));
    if (sizeof<Q>() == 2) {
      v128.store(scoresB + at, within(f32x4.mul(sumLanes4(b0, b1, b2, b3), toScore), j, countB));
    }
    keys += rowBytes << 2;
  }
}

/** The scores of positions j..j + 3, -infinity from `count` on. */
function within(scores: v128, j: i32, count: i32): v128 {
  if (j + 4 <= count) return scores;
  const index = i32x4.add(i32x4.splat(j), i32x4(0, 1, 2, 3));
  return v128.bitselect(scores, f32x4.splat(-Infinity), i32x4.lt_s(index, i32x4.splat(count)));
}

/** scores <- guard() * exp(scores - the largest); returns the sum of the exps. */
function exponentiate<T>(scores: usize, count: i32): f32 {
  const end = scores + ((<usize>count) << 2);
  let largest = f32x4.splat(-Infinity);
  for (let s = scores; s < end; s += 16) largest = f32x4.pmax(largest, v128.load(s)); // a NaN gets into the sum
  const shift = f32x4.splat(maxLanes(largest));
  const lift = f32x4.splat(guard<T>());
  let sum = f32x4.splat(0);
  for (; scores < end; scores += 16) {
    const e = exp4(f32x4.sub(v128.load(scores), shift));
    v128.store(scores, isFloat<T>() ? e : f32x4.mul(e, lift));
    sum = f32x4.add(sum, e);
  }
  return sumLanes(sum);
}

/** out[0..headDim) <- sum over j of weights[j] * values[j] / sum, of query a and of query b. */
function weighValues<T, Q>(
  outA: usize,
  outB: usize,
  weightsA: usize,
  weightsB: usize,
  values: usize,
  headDim: i32,
  countA: i32,
  countB: i32,
  sumA: f32,
  sumB: f32,
): void {
  const rowBytes = <usize>headDim * sizeof<T>();
  let i = 0;
  for (; i + 16 <= headDim; i += 16) {
    const at = (<usize>i) << 2;
    const v = values + <usize>i * sizeof<T>();
    weighColumns<T, Q, u16>(outA + at, outB + at, weightsA, weightsB, v, rowBytes, countA, countB, sumA, sumB);
  }
  if (i < headDim) {
    const at = (<usize>i) << 2;
    const v = values + <usize>i * sizeof<T>();
    weighColumns<T, Q, u8>(outA + at, outB + at, weightsA, weightsB, v, rowBytes, countA, countB, sumA, sumB);
  }
}

/** weighValues for 8 elements (C is u8) or 16 (u16). */
function weighColumns<T, Q, C>(
  outA: usize,
  outB: usize,
  weightsA: usize,
  weightsB: usize,
  values: usize,
  rowBytes: usize,
  countA: i32,
  countB: i32,
  sumA: f32,
  sumB: f32,
): void {
  const fields = fieldsOf<T>(countA);
  // Accumulators are named query (a, b), four elements (0..3).
  let a0 = f32x4.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let b0 = a0;
  let b1 = a0;
  let b2 = a0;
  let b3 = a0;
  const both = values + <usize>min(countA, countB) * rowBytes;
  for (; values < both; values += rowBytes) {
    const v0 = v128.load(values);
    const v1 = isFloat<T>() ? v128.load(values, 16) : v0;
    const v2 = sizeof<C>() == 2 ? v128.load(values, sizeof<T>() * 8) : v0;
    const v3 = sizeof<C>() == 2 && isFloat<T>() ? v128.load(values, 48) : v2;
    const w = v128.load32_splat(weightsA);
    a0 = madd(first4<T>(v0, fields), w, a0);
    a1 = madd(second4<T>(v1, fields), w, a1);
    if (sizeof<C>() == 2) {
      a2 = madd(first4<T>(v2, fields), w, a2);
      a3 = madd(second4<T>(v3, fields), w, a3);
    }
    weightsA += 4;
    if (sizeof<Q>() == 2) {
      const z = v128.load32_splat(weightsB);
      b0 = madd(first4<T>(v0, fields), z, b0);
      b1 = madd(second4<T>(v1, fields), z, b1);
      if (sizeof<C>() == 2) {
        b2 = madd(first4<T>(v2, fields), z, b2);
        b3 = madd(second4<T>(v3, fields), z, b3);
      }
      weightsB += 4;
    }
  }
  if (sizeof<Q>() == 2) {
    // The later of two tokens also sees what the other one must not, even with a weight of zero: it may be NaN.
    for (let more = countA - countB; more > 0; more--, weightsA += 4, values += rowBytes) {
      const w = v128.load32_splat(weightsA);
      const v0 = v128.load(values);
      const v1 = isFloat<T>() ? v128.load(values, 16) : v0;
      const v2 = sizeof<C>() == 2 ? v128.load(values, sizeof<T>() * 8) : v0;
      const v3 = sizeof<C>() == 2 && isFloat<T>() ? v128.load(values, 48) : v2;
      a0 = madd(first4<T>(v0, fields), w, a0);
      a1 = madd(second4<T>(v1, fields), w, a1);
      if (sizeof<C>() == 2) {
        a2 = madd(first4<T>(v2, fields), w, a2);
        a3 = madd(second4<T>(v3, fields), w, a3);
      }
    }
    for (let more = countB - countA; more > 0; more--, weightsB += 4, values += rowBytes) {
      const w = v128.load32_splat(weightsB);
      const v0 = v128.load(values);
      const v1 = isFloat<T>() ? v128.load(values, 16) : v0;
      const v2 = sizeof<C>() == 2 ? v128.load(values, sizeof<T>() * 8) : v0;
      const v3 = sizeof<C>() == 2 && isFloat<T>() ? v128.load(values, 48) : v2;
      b0 = madd(first4<T>(v0, fields), w, b0);
      b1 = madd(second4<T>(v1, fields), w, b1);
      if (sizeof<C>() == 2) {
        b2 = madd(first4<T>(v2, fields), w, b2);
        b3 = madd(second4<T>(v3, fields), w, b3);
      }
    }
  }
  const unlift = f32x4.splat(unpackScale<T>() / guard<T>());
  const totalA = f32x4.splat(sumA);
  v128.store(outA, f32x4.div(unlifted<T>(a0, unlift), totalA));
  v128.store(outA, f32x4.div(unlifted<T>(a1, unlift), totalA), 16);
  if (sizeof<C>() == 2) {
    v128.store(outA, f32x4.div(unlifted<T>(a2, unlift), totalA), 32);
    v128.store(outA, f32x4.div(unlifted<T>(a3, unlift), totalA), 48);
  }
  if (sizeof<Q>() == 1) return;
  const totalB = f32x4.splat(sumB);
  v128.store(outB, f32x4.div(unlifted<T>(b0, unlift), totalB));
  v128.store(outB, f32x4.div(unlifted<T>(b1, unlift), totalB), 16);
  if (sizeof<C>() == 2) {
    v128.store(outB, f32x4.div(unlifted<T>(b2, unlift), totalB), 32);
    v128.store(outB, f32x4.div(unlifted<T>(b3, unlift), totalB), 48);
  }
}

function unlifted<T>(v: v128, unlift: v128): v128 {
  return isFloat<T>() ? v : f32x4.mul(v, unlift);
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
