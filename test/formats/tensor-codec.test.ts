// Quantised files must be the same bytes that ggml's reference writes, and every half must mean what IEEE 754 says.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { TensorType } from "../../src/checkpoint.js";
import { f16, f16Table } from "../../src/formats/half.js";
import { bytesOf, decode, encode } from "../../src/formats/tensor-codec.js";

/** binary16 by its definition, in float64. */
function halfValue(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 31;
  const fraction = half & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** The nearest half by looking at both neighbours: slow, and right by construction. */
function nearestHalf(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const magnitude = Math.abs(value);
  let low = 0;
  let high = 0x7c00;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (halfValue(middle) <= magnitude) low = middle;
    else high = middle;
  }
  // 0x7c00 stands for 2^16 when rounding: infinity begins half-way to it.
  const above = high === 0x7c00 ? 65536 : halfValue(high);
  if (magnitude >= above) return sign | 0x7c00;
  const toLow = magnitude - halfValue(low);
  const toHigh = above - magnitude;
  return sign | (toLow < toHigh || (toLow === toHigh && low % 2 === 0) ? low : high);
}

const bitsOf = (value: number): number => new Uint32Array(Float32Array.of(value).buffer)[0]!;

test("every half decodes to its value, and encodes back to itself", () => {
  const table = f16Table();
  for (let half = 0; half < 65536; half++) {
    const expected = halfValue(half);
    assert.ok(Object.is(table[half], expected), `0x${half.toString(16)} is ${table[half]}, expected ${expected}`);
    if (!Number.isNaN(expected)) assert.is(f16(expected), half);
    else assert.ok(Number.isNaN(halfValue(f16(expected))));
  }
});

test("values between halves round to the nearest, ties to even", () => {
  const check = (value: number) => assert.is(f16(value), nearestHalf(Math.fround(value)), `${value}`);
  for (let half = 0; half < 0x7c00; half += 7) {
    const below = halfValue(half);
    const above = half === 0x7bff ? 65536 : halfValue(half + 1);
    const tie = (below + above) / 2;
    const step = tie * 2 ** -23;
    for (const value of [tie, tie - step, tie + step, -tie, -tie - step]) check(value);
  }
  for (const value of [
    65504,
    65519.99,
    65520,
    65536,
    1e30,
    2 ** -25,
    2 ** -25 * 1.0000001,
    2 ** -24,
    2 ** -26,
    1e-40,
    0,
    -0,
  ]) {
    check(value);
    check(-value);
  }
  fc.assert(fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), check), { numRuns: 20_000, seed: 1 });
});

test("bf16 is the upper half of an f32, rounded to nearest, ties to even", () => {
  const round = (value: number): number => {
    const out = encode("BF16", Float32Array.of(value));
    return decode("BF16", out)[0]!;
  };
  for (let word = 0; word < 65536; word++) {
    const value = new Float32Array(Uint32Array.of(word << 16).buffer)[0]!;
    if (Number.isNaN(value)) assert.ok(Number.isNaN(round(value)));
    else assert.ok(Object.is(round(value), value), `0x${word.toString(16)}`);
  }
  assert.is(bitsOf(round(1 + 2 ** -8)), 0x3f800000); // tie, down to even
  assert.is(bitsOf(round(1 + 3 * 2 ** -8)), 0x3f820000); // tie, up to even
  assert.is(bitsOf(round(1 + 2 ** -8 + 2 ** -20)), 0x3f810000);
  assert.is(round(3.4e38), Number.POSITIVE_INFINITY);
});

// ggml's reference quantisation once more, written from its definition with Math.fround at each C float operation.
const f = Math.fround;

function referenceBlock(type: "Q8_0" | "Q4_0" | "Q4_1", x: readonly number[]): { head: number[]; q: number[] } {
  if (type === "Q8_0") {
    const d = f(Math.max(...x.map(Math.abs)) / 127);
    const id = d === 0 ? 0 : f(1 / d);
    const q = x.map((value) => Math.sign(value) * Math.round(Math.abs(f(value * id))));
    return { head: [d], q };
  }
  if (type === "Q4_0") {
    let most = 0;
    for (const value of x) if (Math.abs(value) > Math.abs(most)) most = value;
    const d = f(most / -8);
    const id = d === 0 ? 0 : f(1 / d);
    return { head: [d], q: x.map((value) => Math.min(15, Math.trunc(f(f(value * id) + 8.5)))) };
  }
  const min = Math.min(...x);
  const d = f(f(Math.max(...x) - min) / 15);
  const id = d === 0 ? 0 : f(1 / d);
  return { head: [d, min], q: x.map((value) => Math.min(15, Math.trunc(f(f(f(value - min) * id) + 0.5)))) };
}

function referenceBytes(type: "Q8_0" | "Q4_0" | "Q4_1", x: readonly number[]): number[] {
  const { head, q } = referenceBlock(type, x);
  const halves = head.flatMap((value) => [nearestHalf(value) & 255, nearestHalf(value) >> 8]);
  if (type === "Q8_0") return [...halves, ...q.map((value) => value & 255)];
  return [...halves, ...q.slice(0, 16).map((low, i) => low | (q[16 + i]! << 4))];
}

const block = fc.array(
  fc.oneof(
    fc.float({ min: Math.fround(-2), max: Math.fround(2), noNaN: true }),
    fc.constantFrom(0, 1, -1, 0.5, -0.5, 127, -127, 63.5, Math.fround(1e-30), Math.fround(-3e-6)),
  ),
  { minLength: 32, maxLength: 32 },
);

for (const type of ["Q8_0", "Q4_0", "Q4_1"] as const) {
  test(`${type}: bytes are those of ggml's reference`, () => {
    fc.assert(
      fc.property(block, (x) => {
        const bytes = encode(type, Float32Array.from(x));
        assert.equal([...bytes], referenceBytes(type, x));
      }),
      { numRuns: 3000, seed: 2 },
    );
  });

  test(`${type}: values decode by the formula of the block`, () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: bytesOf(type, 32), maxLength: bytesOf(type, 32) }), (bytes) => {
        // Scales that are infinite or NaN have no values to compare.
        bytes[1] = bytes[1]! & 0xbb;
        bytes[3] = type === "Q4_1" ? bytes[3]! & 0xbb : bytes[3]!;
        const d = halfValue(bytes[0]! | (bytes[1]! << 8));
        const m = type === "Q4_1" ? halfValue(bytes[2]! | (bytes[3]! << 8)) : 0;
        const values = decode(type, bytes);
        for (let i = 0; i < 32; i++) {
          const nibbles = bytes[(type === "Q4_1" ? 4 : 2) + (i % 16)]!;
          const nibble = i < 16 ? nibbles & 15 : nibbles >> 4;
          const q = type === "Q8_0" ? new Int8Array(bytes)[2 + i]! : type === "Q4_0" ? nibble - 8 : nibble;
          assert.is(values[i]! + 0, Math.fround(d * q + m) + 0);
        }
      }),
      { numRuns: 1000, seed: 4 },
    );
  });

  test(`${type}: decoding what was encoded is off by half a step at most`, () => {
    // Besides the step itself, the scale is rounded: relatively, or by 2^-25 where it is a subnormal f16.
    const limits = { Q8_0: 0.5 / 127 + 0.001, Q4_0: 1 / 8 + 0.01, Q4_1: 1 / 15 + 0.01 };
    fc.assert(
      fc.property(fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 32, maxLength: 32 }), (x) => {
        const back = decode(type, encode(type, Float32Array.from(x)));
        const largest = Math.max(...x.map(Math.abs));
        for (let i = 0; i < 32; i++) {
          assert.ok(Math.abs(back[i]! - x[i]!) <= limits[type] * largest + 5e-6, `${x[i]} became ${back[i]}`);
        }
      }),
      { numRuns: 500, seed: 5 },
    );
  });
}

test("zero blocks stay zero, and so do blocks too small for an f16 scale", () => {
  for (const type of ["Q8_0", "Q4_0", "Q4_1"] as const) {
    for (const value of [0, 1e-44, -1e-40]) {
      const back = decode(type, encode(type, new Float32Array(32).fill(value)));
      assert.ok(
        back.every((item) => item === 0),
        `${type} of ${value}`,
      );
    }
  }
});

test("f32 passes unchanged, bit for bit", () => {
  const words = Uint32Array.of(0, 1, 0x7fc00001, 0xff800000, 0x80000000, 0x3f800001);
  const back = decode("F32", encode("F32", new Float32Array(words.buffer)));
  assert.equal([...new Uint32Array(back.buffer)], [...words]);
});

test("odd places in a file are as good as even ones", () => {
  const values = Float32Array.from({ length: 64 }, (_, i) => Math.fround((i - 20) / 7));
  for (const type of ["F32", "F16", "BF16", "Q8_0", "Q4_0", "Q4_1"] as const) {
    const bytes = encode(type, values);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    assert.equal(decode(type, shifted.subarray(1)), decode(type, bytes), type);
    const odd = new Uint8Array(bytes.length + 1).subarray(1);
    assert.equal([...encode(type, values, odd)], [...bytes], type);
  }
});

test("sizes that are no whole blocks, and targets that do not fit, are RangeErrors", () => {
  const isRangeError = (error: Error) => error instanceof RangeError;
  assert.throws(() => bytesOf("Q4_0", 33), isRangeError);
  assert.throws(() => bytesOf("F32", -1), isRangeError);
  assert.throws(() => encode("Q8_0", new Float32Array(31)), isRangeError);
  assert.throws(() => decode("Q8_0", new Uint8Array(33)), isRangeError);
  assert.throws(() => decode("F16", new Uint8Array(4), new Float32Array(3)), isRangeError);
  assert.throws(() => encode("F16", new Float32Array(2), new Uint8Array(3)), isRangeError);
  const sizes: Record<TensorType, number> = { F32: 128, F16: 64, BF16: 64, Q8_0: 34, Q4_0: 18, Q4_1: 20 };
  for (const [type, size] of Object.entries(sizes)) assert.is(bytesOf(type as TensorType, 32), size);
});

test.run();
