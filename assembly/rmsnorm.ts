// out[t, c] = x[t, c] / sqrt(mean over c of x[t, c]^2 + epsilon) * weight[c]   (Zhang and Sennrich 2019)
//
// x, out: [tokens, stride] f32; weight: [stride] f32; stride a multiple of 32, padding zero, `cols` the true length.
// Every part sums the squares of whole rows and writes its own share of columns: the sum is cheap, a barrier is not.
//
// Order of summation: four vector accumulators, vector v takes columns 16 i + 4 v ..., then (0 + 1) + (2 + 3), sumLanes.

import { madd, sumLanes } from "./simd";
import { shareStart } from "./sync";

export function rmsnorm(
  out: usize,
  x: usize,
  weight: usize,
  tokens: i32,
  cols: i32,
  stride: i32,
  epsilon: f32,
  part: i32,
  parts: i32,
): void {
  const from = (<usize>shareStart(stride >> 5, part, parts)) << 7;
  const to = (<usize>shareStart(stride >> 5, part + 1, parts)) << 7;
  const rowBytes = (<usize>stride) << 2;
  for (let t = 0; t < tokens; t++) {
    let a = f32x4.splat(0);
    let b = a;
    let c = a;
    let d = a;
    for (let i: usize = 0; i < rowBytes; i += 64) {
      let v = v128.load(x + i);
      a = madd(v, v, a);
      v = v128.load(x + i, 16);
      b = madd(v, v, b);
      v = v128.load(x + i, 32);
      c = madd(v, v, c);
      v = v128.load(x + i, 48);
      d = madd(v, v, d);
    }
    const squares = sumLanes(f32x4.add(f32x4.add(a, b), f32x4.add(c, d)));
    const scale = f32x4.splat(1 / sqrt<f32>(squares / <f32>cols + epsilon));
    for (let i = from; i < to; i += 16) {
      v128.store(out + i, f32x4.mul(f32x4.mul(v128.load(x + i), scale), v128.load(weight + i)));
    }
    x += rowBytes;
    out += rowBytes;
  }
}

/** x[t, c] += y[t, c], both [tokens, stride] f32: the residual stream takes in a layer's output. */
export function addResidual(x: usize, y: usize, tokens: i32, stride: i32, part: i32, parts: i32): void {
  const from = (<usize>shareStart(stride >> 5, part, parts)) << 7;
  const to = (<usize>shareStart(stride >> 5, part + 1, parts)) << 7;
  const rowBytes = (<usize>stride) << 2;
  for (let t = 0; t < tokens; t++) {
    for (let i = from; i < to; i += 16) v128.store(x + i, f32x4.add(v128.load(x + i), v128.load(y + i)));
    x += rowBytes;
    y += rowBytes;
  }
}
