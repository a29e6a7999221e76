// RMSNorm, RoPE, the feed-forward's activations and log-sum-exp, over rows of `stride` floats.

import { cos64, exp32, exp64, log64, silu32, sin64 } from "./math.js";
import { sumLanes } from "./matmul.js";

const f = Math.fround;

/** x / sqrt(mean of x^2 + epsilon) * weight. Sixteen running sums, column c goes to number c mod 16. */
export function rmsnorm(x: Float32Array, weight: Float32Array, cols: number, epsilon: number): Float32Array {
  const stride = weight.length;
  const out = new Float32Array(x.length);
  for (let start = 0; start < x.length; start += stride) {
    const sums = new Float32Array(16);
    for (let c = 0; c < stride; c++) sums[c % 16]! += f(x[start + c]! * x[start + c]!);
    const lanes = [0, 1, 2, 3].map((l) => f(f(sums[l]! + sums[l + 4]!) + f(sums[l + 8]! + sums[l + 12]!)));
    const scale = f(1 / f(Math.sqrt(f(f(sumLanes(lanes) / cols) + f(epsilon)))));
    for (let c = 0; c < stride; c++) out[start + c] = f(x[start + c]! * scale) * weight[c]!;
  }
  return out;
}

/** The same in f64. */
export function rmsnormPlain(x: Float32Array, weight: Float32Array, cols: number, epsilon: number): Float64Array {
  const stride = weight.length;
  const out = new Float64Array(x.length);
  for (let start = 0; start < x.length; start += stride) {
    let squares = 0;
    for (let c = 0; c < stride; c++) squares += x[start + c]! ** 2;
    const root = Math.sqrt(squares / cols + f(epsilon));
    for (let c = 0; c < stride; c++) out[start + c] = (x[start + c]! / root) * weight[c]!;
  }
  return out;
}

/** [positions][headDim]: cosines, then sines, of position / scale * theta^(-2 i / headDim). */
export function ropeTable(positions: number, headDim: number, theta: number, scale: number): Float32Array {
  const half = headDim / 2;
  const table = new Float32Array(positions * headDim);
  for (let i = 0; i < half; i++) {
    const frequency = exp64(((-2 * i) / headDim) * log64(theta)) / scale;
    for (let position = 0; position < positions; position++) {
      table[position * headDim + i] = cos64(position * frequency);
      table[position * headDim + half + i] = sin64(position * frequency);
    }
  }
  return table;
}

/** Element i of a head with element i + headDim / 2, turned by the angle of the row's position. Returns the new x. */
export function rope(
  x: Float32Array,
  table: Float32Array,
  positions: Int32Array,
  heads: number,
  headDim: number,
  stride: number,
): Float32Array {
  const half = headDim / 2;
  const out = x.slice();
  positions.forEach((position, t) => {
    for (let h = 0; h < heads; h++) {
      for (let i = 0; i < half; i++) {
        const at = t * stride + h * headDim + i;
        const a = x[at]!;
        const b = x[at + half]!;
        const cosine = table[position * headDim + i]!;
        const sine = table[position * headDim + half + i]!;
        out[at] = f(a * cosine) - f(b * sine);
        out[at + half] = f(b * cosine) + f(a * sine);
      }
    }
  });
  return out;
}

/** silu(gate) * up */
export function swiglu(gate: Float32Array, up: Float32Array): Float32Array {
  return gate.map((x, i) => silu32(x) * up[i]!);
}

/** max(gate, 0) * up */
export function reglu(gate: Float32Array, up: Float32Array): Float32Array {
  return gate.map((x, i) => Math.max(x, 0) * up[i]!);
}

/** log(sum of exp(x)): f64 sums, element i goes to number i mod 4; what is beyond a multiple of four is added last. */
export function logSumExp(x: Float32Array): number {
  const largest = f(x.reduce((most, value) => Math.max(most, value), -Infinity));
  const whole = x.length - (x.length % 4);
  const sums = [0, 0, 0, 0];
  for (let i = 0; i < whole; i++) sums[i % 4]! += exp32(f(x[i]! - largest));
  let sum = sums[0]! + sums[1]! + (sums[2]! + sums[3]!);
  for (let i = whole; i < x.length; i++) sum += exp32(f(x[i]! - largest));
  return sum > 0 ? largest + log64(sum) : NaN;
}
