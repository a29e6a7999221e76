// The matrix products and what prepares their activations: bit for bit what the documented order of summation gives, in
// every build, for any number of tokens and threads. If this broke, a token's logits would depend on what it was computed
// beside, or on the machine.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { scratchBytes } from "../../src/engine/plan.js";
import {
  type Matrix,
  matmul,
  matmulPlain,
  packedBytes,
  packFloats,
  padded,
  quantize,
  quantizedBytes,
  remainder,
  type WeightType,
} from "../reference.js";
import { type Arena, type Build, inEveryBuild, inParts, sameBytes, sameFloats } from "./builds.js";
import { floats, matrix, type Style, styles } from "./values.js";

const types: WeightType[] = ["F32", "F16", "BF16", "Int8", "Int4", "Int4Min"];

/** Activations [tokens, padded cols] at `x` times the packed weights: prepare, multiply, as forward does. */
function multiply(
  { kernels }: Build,
  arena: Arena,
  weights: Matrix,
  packed: number,
  x: Float32Array,
  tokens: number,
  dot: number,
  parts: number,
): Float32Array {
  const rows = padded(weights.rows);
  const cols = padded(weights.cols);
  const input = arena.input(x);
  const prepared = arena.output(tokens * cols * 4);
  const scales = arena.output(tokens * cols);
  const out = arena.output(tokens * rows * 4);
  const scratch = Array.from({ length: parts }, () => arena.output(scratchBytes(cols, tokens)));
  const { type } = weights;
  arena.call(() =>
    inParts(parts, (part) => {
      if (type.startsWith("Int")) kernels.quantize(prepared, scales, input, tokens, cols, part, parts);
      else kernels.packFloats(prepared, input, tokens, cols, part, parts);
    }),
  );
  arena.call(() =>
    inParts(parts, (part) => {
      const panel = scratch[part]!;
      if (type === "Int8" || type === "Int4" || type === "Int4Min") {
        kernels[`matmul${type}`](out, packed, prepared, scales, panel, rows, cols, tokens, dot, part, parts);
      } else kernels[`matmul${type}`](out, packed, prepared, panel, rows, cols, tokens, part, parts);
    }),
  );
  return arena.floats(out, tokens * rows);
}

/** `rows` x `cols` floats with the padding columns zero. */
function activations(tokens: number, cols: number, seed: number, style: Style): Float32Array {
  const width = padded(cols);
  return floats(tokens * width, seed, style).map((value, i) => (i % width < cols ? value : 0));
}

const shape = {
  type: fc.constantFrom(...types),
  rows: fc.integer({ min: 1, max: 100 }),
  columns: fc.integer({ min: 1, max: 130 }),
  tokens: fc.integer({ min: 1, max: 10 }),
  seed: fc.nat(),
  weightStyle: fc.constantFrom(...styles),
  style: fc.constantFrom(...styles),
  parts: fc.integer({ min: 1, max: 5 }),
};

test("products have the bits of the documented order of summation, and are what the formula says", () => {
  fc.assert(
    fc.property(fc.record(shape), ({ type, rows, columns, tokens, seed, weightStyle, style, parts }) => {
      const cols = type.startsWith("Int") ? padded(columns) : columns;
      const weights = matrix(type, rows, cols, seed, weightStyle);
      const x = activations(tokens, cols, seed + 1, style);
      const expected = matmul(weights, x, tokens);
      const { out, bound } = matmulPlain(weights, x, tokens);
      expected.forEach((value, i) => {
        assert.ok(Math.abs(value - out[i]!) <= bound[i]!, `twin: element ${i} is ${value}, not ${out[i]}`);
      });
      inEveryBuild(seed, (build, arena) => {
        for (const dot of type.startsWith("Int") ? build.dots : [0]) {
          const packed = arena.input(packedBytes(weights, 0, dot));
          const found = multiply(build, arena, weights, packed, x, tokens, dot, parts);
          sameFloats(found, expected, `${type}, dot ${dot}`);
        }
      });
    }),
    { numRuns: 250 },
  );
});

test("n tokens at once give the bits of n tokens one at a time, on one thread or several", () => {
  const any = fc.record({ ...shape, tokens: fc.integer({ min: 2, max: 13 }) });
  fc.assert(
    fc.property(any, ({ type, rows, columns, tokens, seed, style, parts }) => {
      const cols = padded(columns);
      const weights = matrix(type, rows, cols, seed, "plain");
      const x = activations(tokens, cols, seed + 1, style);
      inEveryBuild(seed, (build, arena) => {
        for (const dot of type.startsWith("Int") ? build.dots : [0]) {
          const packed = arena.input(packedBytes(weights, 0, dot));
          const together = multiply(build, arena, weights, packed, x, tokens, dot, parts);
          for (let t = 0; t < tokens; t++) {
            const alone = multiply(build, arena, weights, packed, x.slice(t * cols, (t + 1) * cols), 1, dot, 1);
            const width = padded(rows);
            sameFloats(together.slice(t * width, (t + 1) * width), alone, `${type}, dot ${dot}, token ${t}`);
          }
        }
      });
    }),
    { numRuns: 60 },
  );
});

test("all int8 weights times all int8 activations are exact, whatever the dot product", () => {
  // Row r holds the same weight everywhere, so that sums reach 32 * 128 * 127; activations are +-127 in every pattern.
  const weights: Matrix = {
    type: "Int8",
    rows: 256,
    cols: 64,
    scales: new Uint16Array(512).fill(0x3c00),
    minima: new Uint16Array(0),
    integers: Int16Array.from({ length: 256 * 64 }, (_, i) => (i >> 6) - 128),
  };
  const signs = [() => 1, () => -1, (c: number) => (c % 2 ? 1 : -1), (c: number) => (c % 4 < 2 ? 1 : -1)];
  const x = Float32Array.from({ length: 5 * 64 }, (_, i) => signs[(i >> 6) % 4]!(i % 64) * 127);
  const expected = matmul(weights, x, 5);
  assert.is(expected[0], -128 * 127 * 64);
  inEveryBuild(1, (build, arena) => {
    for (const dot of build.dots) {
      const packed = arena.input(packedBytes(weights, 0, dot));
      sameFloats(multiply(build, arena, weights, packed, x, 5, dot, 1), expected, `dot ${dot}`);
    }
  });
});

test("the largest 4-bit weights times the largest int8 activations are exact, whatever the dot product", () => {
  // Row r holds the same weight everywhere, so that sums of 16 bits reach 16 * 15 * 127.
  for (const type of ["Int4", "Int4Min"] as const) {
    const weights: Matrix = {
      type,
      rows: 32,
      cols: 64,
      scales: new Uint16Array(64).fill(0x3c00),
      minima: new Uint16Array(64).fill(0xbc00),
      integers: Int16Array.from({ length: 32 * 64 }, (_, i) => (i >> 6) & 15),
    };
    const x = Float32Array.from({ length: 5 * 64 }, (_, i) => (i < 128 || i % 3 ? 127 : -127));
    const expected = matmul(weights, x, 5);
    assert.is(expected[15], (type === "Int4" ? 7 : 14) * 127 * 64);
    inEveryBuild(1, (build, arena) => {
      for (const dot of build.dots) {
        const packed = arena.input(packedBytes(weights, 0, dot));
        sameFloats(multiply(build, arena, weights, packed, x, 5, dot, 1), expected, `${type}, dot ${dot}`);
      }
    });
  }
});

test("weights stored with an offset and without give the same where every host's dot product is exact", () => {
  // Stored bytes 0..127 mean the same to all: weights 0..127 as they are (dot 1), -128..-1 plus 128 (dot 2).
  for (const dot of [1, 2]) {
    const plain = matrix("Int8", 48, 96, 17, "plain");
    if (plain.type !== "Int8") continue;
    const weights = { ...plain, integers: plain.integers.map((i) => (dot === 1 ? i & 127 : (i & 127) - 128)) };
    const x = floats(7 * 96, 18, "full");
    const expected = matmul(weights, x, 7);
    inEveryBuild(2, (build, arena) => {
      if (!build.name.startsWith("relaxed")) return; // the plain builds have no other dot product than 0
      const packed = arena.input(packedBytes(weights, 0, dot));
      sameFloats(multiply(build, arena, weights, packed, x, 7, dot, 2), expected, `dot ${dot}`);
    });
  }
});

test("the probe's answer is one that the relaxed builds know, and 0 without relaxed SIMD", () => {
  inEveryBuild(0, (build) => {
    const dot = build.kernels.probeDot();
    assert.ok((build.name.startsWith("relaxed") ? [0, 1, 2] : [0]).includes(dot), `dot ${dot}`);
    assert.is(build.kernels.probeDot(), dot);
  });
});

test("activations are quantised to the nearest of 255 steps, to the bit, whatever the threads", () => {
  const any = fc.record({
    tokens: fc.integer({ min: 0, max: 10 }),
    blocks: fc.integer({ min: 1, max: 7 }),
    seed: fc.nat(),
    style: fc.constantFrom(...styles),
    parts: fc.integer({ min: 1, max: 5 }),
  });
  fc.assert(
    fc.property(any, ({ tokens, blocks, seed, style, parts }) => {
      const cols = blocks * 32;
      const x = floats(tokens * cols, seed, style);
      const q = quantize(x, tokens, cols);
      x.forEach((value, i) => {
        const scale = q.scales[i >> 5]! / 2 ** 64;
        const error = Math.abs(value - q.integers[i]! * scale);
        assert.ok(error <= scale * 0.50002 + 2 ** -100, `twin: ${value} became ${q.integers[i]} times ${scale}`);
      });
      const expected = quantizedBytes(q, tokens, cols);
      inEveryBuild(seed, ({ kernels }, arena) => {
        const input = arena.input(x);
        const values = arena.output(tokens * cols);
        const scales = arena.output((tokens * cols) / 4);
        arena.call(() => inParts(parts, (p) => kernels.quantize(values, scales, input, tokens, cols, p, parts)));
        sameBytes(arena.bytes(values, expected.values.length), expected.values, "values");
        sameBytes(arena.bytes(scales, expected.scales.length), expected.scales, "scales");
      });
    }),
    { numRuns: 150 },
  );
});

test("what int8 loses is what remains, whatever the threads", () => {
  const any = fc.record({
    tokens: fc.integer({ min: 0, max: 6 }),
    blocks: fc.integer({ min: 1, max: 5 }),
    seed: fc.nat(),
    style: fc.constantFrom(...styles),
    parts: fc.integer({ min: 1, max: 5 }),
  });
  fc.assert(
    fc.property(any, ({ tokens, blocks, seed, style, parts }) => {
      const cols = blocks * 32;
      const x = floats(tokens * cols, seed, style);
      const expected = remainder(x, tokens, cols);
      expected.forEach((value, i) => {
        const step = quantize(x, tokens, cols).scales[i >> 5]! / 2 ** 64;
        assert.ok(Math.abs(value) <= step * 0.50002 + 2 ** -100, `twin: ${value} is more than half of ${step}`);
      });
      inEveryBuild(seed, ({ kernels }, arena) => {
        const inout = arena.inout(new Uint8Array(x.buffer.slice(0)));
        arena.call(() => inParts(parts, (p) => kernels.takeRemainder(inout, tokens, cols, p, parts)));
        sameBytes(arena.bytes(inout, expected.length * 4), new Uint8Array(expected.buffer), "remainder");
      });
    }),
    { numRuns: 60 },
  );
});

test("a quantised block: halves go to the even step, the largest is 127, nearly nothing is nothing, NaN is not lost", () => {
  const x = new Float32Array(4 * 32);
  x.set([127, 0.5, 1.5, 2.5, -0.5, -1.5, -126.5, -127], 0);
  x.set([2 ** -101, -(2 ** -110)], 32); // below 2^-100 a block is zero
  x.set([2 ** -100, 2 ** -101], 64);
  x.set([NaN, 1], 96);
  inEveryBuild(4, ({ kernels }, arena) => {
    const input = arena.input(x);
    const values = arena.output(128);
    const scales = arena.output(32);
    arena.call(() => kernels.quantize(values, scales, input, 1, 128, 0, 1));
    const found = new Int8Array(arena.bytes(values, 128).buffer);
    assert.equal([...found.slice(0, 8)], [127, 0, 2, 2, 0, -2, -126, -127]);
    assert.equal([...found.slice(32, 34)], [0, 0]);
    assert.equal([...found.slice(64, 66)], [127, 64]);
    const words = arena.floats(scales, 8);
    assert.is(words[0], 2 ** 64);
    assert.is(words[2], 0);
    assert.ok(Number.isNaN(words[6]), "the scale of a block with NaN");
  });
});

test("activations as floats are scaled and arranged exactly, whatever the threads", () => {
  const any = fc.record({
    tokens: fc.integer({ min: 0, max: 10 }),
    blocks: fc.integer({ min: 1, max: 5 }),
    seed: fc.nat(),
    style: fc.constantFrom(...styles),
    parts: fc.integer({ min: 1, max: 5 }),
  });
  fc.assert(
    fc.property(any, ({ tokens, blocks, seed, style, parts }) => {
      const cols = blocks * 32;
      const x = floats(tokens * cols, seed, style);
      const expected = packFloats(x, tokens, cols);
      inEveryBuild(seed, ({ kernels }, arena) => {
        const input = arena.input(x);
        const out = arena.output(x.byteLength);
        arena.call(() => inParts(parts, (part) => kernels.packFloats(out, input, tokens, cols, part, parts)));
        sameFloats(arena.floats(out, x.length), expected, "floats");
      });
    }),
    { numRuns: 80 },
  );
});

test("activations up to 2^40 and down to 2^-60 come through F16 weights without overflow or loss", () => {
  // F16's subnormals are the smallest weights there are; the guard factors must leave room on both sides.
  const weights: Matrix = { type: "F16", rows: 4, cols: 32, bits: new Uint16Array(128).fill(1) };
  const largest: Matrix = { type: "F16", rows: 4, cols: 32, bits: new Uint16Array(128).fill(0x7bff) };
  inEveryBuild(6, (build, arena) => {
    for (const [table, weight] of [
      [weights, 2 ** -24],
      [largest, 65504],
    ] as const) {
      for (const exponent of [40, 0, -60]) {
        const x = new Float32Array(32).fill(2 ** exponent);
        const found = multiply(build, arena, table, arena.input(packedBytes(table)), x, 1, 0, 1);
        assert.is(found[3], 32 * weight * 2 ** exponent, `${weight} * 2^${exponent}`);
      }
    }
  });
});

test.run();
