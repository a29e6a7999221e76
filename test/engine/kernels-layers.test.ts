// RMSNorm, residual, RoPE, the feed-forward's activations and row gathering: bit for bit what their formulas give in the
// documented order, whatever share of the columns a thread takes.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { reglu, rmsnorm, rmsnormPlain, rope, ropeTable, silu32, swiglu } from "../reference.js";
import { inEveryBuild, inParts, sameFloats } from "./builds.js";
import { bitStream, floats, styles } from "./values.js";

const rows = {
  tokens: fc.integer({ min: 0, max: 6 }),
  blocks: fc.integer({ min: 1, max: 6 }),
  seed: fc.nat(),
  style: fc.constantFrom(...styles),
  parts: fc.integer({ min: 1, max: 5 }),
};

test("RMSNorm has the bits of the documented order and the formula's values, padding not counted", () => {
  const any = fc.record({ ...rows, missing: fc.integer({ min: 0, max: 31 }), epsilon: fc.constantFrom(1e-5, 1e-6, 1) });
  fc.assert(
    fc.property(any, ({ tokens, blocks, seed, style, parts, missing, epsilon }) => {
      const stride = blocks * 32;
      const cols = stride - missing;
      const x = floats(tokens * stride, seed, style).map((value, i) => (i % stride < cols ? value : 0));
      const weight = floats(stride, seed + 1, "plain");
      const expected = rmsnorm(x, weight, cols, epsilon);
      const plain = rmsnormPlain(x, weight, cols, epsilon);
      expected.forEach((value, i) => {
        const bound = Math.abs(plain[i]!) * (stride / 16 + 12) * 2 ** -24 + 2 ** -148;
        assert.ok(Math.abs(value - plain[i]!) <= bound, `twin: ${value}, not ${plain[i]}`);
      });
      inEveryBuild(seed, ({ kernels }, arena) => {
        const input = arena.input(x);
        const weights = arena.input(weight);
        const out = arena.output(x.byteLength);
        arena.call(() =>
          inParts(parts, (part) => kernels.rmsnorm(out, input, weights, tokens, cols, stride, epsilon, part, parts)),
        );
        sameFloats(arena.floats(out, x.length), expected, "rmsnorm");
      });
    }),
    { numRuns: 120 },
  );
});

test("the residual is one exact addition", () => {
  fc.assert(
    fc.property(fc.record(rows), ({ tokens, blocks, seed, style, parts }) => {
      const stride = blocks * 32;
      const x = floats(tokens * stride, seed, "wide");
      const y = floats(tokens * stride, seed + 1, style);
      const expected = x.map((value, i) => value + y[i]!);
      inEveryBuild(seed, ({ kernels }, arena) => {
        const stream = arena.inout(x);
        const output = arena.input(y);
        arena.call(() => inParts(parts, (part) => kernels.addResidual(stream, output, tokens, stride, part, parts)));
        sameFloats(arena.floats(stream, x.length), expected, "residual");
      });
    }),
    { numRuns: 60 },
  );
});

/** Exponents that reach both ends of exp's range, and values around where it stops. */
function gates(count: number, seed: number): Float32Array {
  const bits = bitStream(seed);
  const edges = [0, -0, 87, -87, 88, -88, -88.00001, 90, -90, 1e30, -1e30, 1e-40, -1e-40, Infinity, -Infinity, NaN];
  return floats(count, seed, "plain").map((value) => {
    const random = bits();
    return random % 5 === 0 ? edges[(random >>> 8) % edges.length]! : value * [1, 10, 100][random % 3]!;
  });
}

test("SwiGLU, SiLU, ReGLU and ReLU have their twins' bits, infinities and NaN included", () => {
  fc.assert(
    fc.property(fc.record(rows), ({ tokens, blocks, seed, style, parts }) => {
      const stride = blocks * 32;
      const gate = gates(tokens * stride, seed);
      const up = floats(tokens * stride, seed + 1, style);
      inEveryBuild(seed, ({ kernels }, arena) => {
        const ups = arena.input(up);
        for (const [name, expected] of [
          ["swiglu", swiglu(gate, up)],
          ["reglu", reglu(gate, up)],
        ] as const) {
          const gates = arena.inout(gate);
          arena.call(() => inParts(parts, (part) => kernels[name](gates, ups, tokens, stride, part, parts)));
          sameFloats(arena.floats(gates, gate.length), expected, name);
        }
        for (const [name, formula] of [
          ["silu", silu32],
          ["relu", (x: number) => Math.max(x, 0)],
        ] as const) {
          const values = arena.inout(gate);
          arena.call(() => inParts(parts, (part) => kernels[name](values, tokens, stride, part, parts)));
          sameFloats(arena.floats(values, gate.length), gate.map(formula), name);
        }
      });
    }),
    { numRuns: 80 },
  );
});

test("RoPE turns each pair of a head by its own token's position and leaves the rest of the row alone", () => {
  const any = fc.record({
    tokens: fc.integer({ min: 0, max: 5 }),
    heads: fc.integer({ min: 1, max: 6 }),
    eighths: fc.integer({ min: 1, max: 9 }),
    extra: fc.integer({ min: 0, max: 40 }),
    seed: fc.nat(),
    style: fc.constantFrom(...styles),
    parts: fc.integer({ min: 1, max: 5 }),
  });
  fc.assert(
    fc.property(any, ({ tokens, heads, eighths, extra, seed, style, parts }) => {
      const headDim = eighths * 8;
      const stride = heads * headDim + extra;
      const bits = bitStream(seed);
      const table = ropeTable(12, headDim, 10000, 1);
      const positions = Int32Array.from({ length: tokens }, () => bits() % 12);
      const x = floats(tokens * stride, seed, style);
      const expected = rope(x, table, positions, heads, headDim, stride);
      inEveryBuild(seed, ({ kernels }, arena) => {
        const values = arena.inout(x);
        const angles = arena.input(table);
        const where = arena.input(positions);
        arena.call(() =>
          inParts(parts, (part) => kernels.rope(values, angles, where, tokens, heads, headDim, stride, part, parts)),
        );
        sameFloats(arena.floats(values, x.length), expected, "rope");
      });
    }),
    { numRuns: 80 },
  );
});

test("RoPE keeps lengths, and a query's product with a key depends on their distance alone", () => {
  const headDim = 16;
  const table = ropeTable(40, headDim, 10000, 1);
  const q = floats(headDim, 1, "plain");
  const k = floats(headDim, 2, "plain");
  const turned = (x: Float32Array, position: number) => rope(x, table, Int32Array.of(position), 1, headDim, headDim);
  const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  for (const position of [0, 7, 33]) {
    assert.ok(Math.abs(dot(turned(q, position), turned(q, position)) - dot(q, q)) < 1e-5);
    assert.ok(Math.abs(dot(turned(q, position + 5), turned(k, position)) - dot(turned(q, 5), k)) < 1e-5);
  }
});

test("gathering copies the rows asked for, in the order asked for", () => {
  const any = fc.record({ ...rows, count: fc.integer({ min: 0, max: 8 }) });
  fc.assert(
    fc.property(any, ({ blocks, seed, parts, count }) => {
      const stride = blocks * 32;
      const x = floats(5 * stride, seed, "wide");
      const bits = bitStream(seed);
      const wanted = Int32Array.from({ length: count }, () => bits() % 5);
      const expected = Float32Array.from({ length: count * stride }, (_, i) => {
        return x[wanted[Math.floor(i / stride)]! * stride + (i % stride)]!;
      });
      inEveryBuild(seed, ({ kernels }, arena) => {
        const input = arena.input(x);
        const list = arena.input(wanted);
        const out = arena.output(expected.byteLength);
        arena.call(() => inParts(parts, (part) => kernels.gatherRows(out, input, list, count, stride, part, parts)));
        sameFloats(arena.floats(out, expected.length), expected, "rows");
      });
    }),
    { numRuns: 50 },
  );
});

test.run();
