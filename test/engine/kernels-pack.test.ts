// Weights into their packed layouts and rows of them out again: what would break is every weight of every model, an
// infinity that slips in unnoticed, or a neighbouring tensor.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { scratchBytes } from "../../src/engine/plan.js";
import {
  fileBytes,
  floatOfBits,
  isFloatMatrix,
  type Matrix,
  matmul,
  packedBytes,
  packedSize,
  splitHalfRow,
  valueAt,
  type WeightType,
} from "../reference.js";
import { type Arena, type Build, builds, inEveryBuild, inParts, openArena, sameBytes, sameFloats } from "./builds.js";
import { bitStream, matrix, styles } from "./values.js";

const types: WeightType[] = ["F32", "F16", "BF16", "Int8", "Int4", "Int4Min"];

/** What pack… returns for rows first..first + count - 1 at `src`. */
function pack(
  { kernels }: Build,
  type: WeightType,
  packed: number,
  src: number,
  first: number,
  count: number,
  cols: number,
  headDim: number,
  dot: number,
): number {
  if (type === "Int8") return kernels.packInt8(packed, src, first, count, cols, headDim, dot);
  return kernels[`pack${type}`](packed, src, first, count, cols, headDim);
}

/** Packs a whole matrix in chunks of `chunk` rows, as a stream would, and returns its address. */
function packAll(build: Build, arena: Arena, weights: Matrix, chunk: number, headDim: number, dot: number): number {
  const { type, rows, cols } = weights;
  const packed = arena.inout(new Uint8Array(packedSize(type, rows, cols)));
  for (let first = 0; first < rows; first += chunk) {
    const count = Math.min(chunk, rows - first);
    const src = arena.input(fileBytes(weights, first, count));
    const bad = arena.call(() => pack(build, type, packed, src, first, count, cols, headDim, dot));
    assert.is(bad, -1);
  }
  return packed;
}

/** Rows, columns (any for floats, whole blocks else), seed and style of a matrix. */
const shape = {
  type: fc.constantFrom(...types),
  rows: fc.integer({ min: 1, max: 70 }),
  columns: fc.integer({ min: 1, max: 100 }),
  seed: fc.nat(),
  style: fc.constantFrom(...styles),
};

function colsOf(type: WeightType, columns: number): number {
  return type.startsWith("Int") ? Math.ceil(columns / 32) * 32 : columns;
}

test("packing puts every element where the layout says, whatever the chunks, and nothing anywhere else", () => {
  const any = fc.record({ ...shape, chunk: fc.integer({ min: 1, max: 40 }) });
  fc.assert(
    fc.property(any, ({ type, rows, columns, seed, style, chunk }) => {
      const weights = matrix(type, rows, colsOf(type, columns), seed, style);
      inEveryBuild(seed, (build, arena) => {
        for (const dot of [0, 1, 2]) {
          if (dot > 0 && type !== "Int8") continue;
          const packed = packAll(build, arena, weights, chunk, 0, dot);
          const expected = packedBytes(weights, 0, dot);
          sameBytes(arena.bytes(packed, expected.length), expected, `${type} dot ${dot}`);
        }
      });
    }),
    { numRuns: 120 },
  );
});

test("rows of interleaved heads are packed as if they had been sorted into halves first", () => {
  const any = fc.record({ ...shape, half: fc.integer({ min: 1, max: 16 }), chunk: fc.integer({ min: 1, max: 9 }) });
  fc.assert(
    fc.property(any, ({ type, rows, columns, seed, half, chunk }) => {
      const headDim = 2 * half;
      const count = Math.ceil(rows / headDim) * headDim;
      const weights = matrix(type, count, colsOf(type, columns), seed, "plain");
      const sorted = permuted(weights, headDim);
      inEveryBuild(seed, (build, arena) => {
        const size = packedSize(type, count, weights.cols);
        const one = arena.bytes(packAll(build, arena, weights, chunk, headDim, 0), size);
        const other = arena.bytes(packAll(build, arena, sorted, chunk, 0, 0), size);
        sameBytes(one, other, type);
        sameBytes(one, packedBytes(weights, headDim), type);
      });
    }),
    { numRuns: 60 },
  );
});

/** The matrix with its rows in the order that split-half RoPE takes. */
function permuted(weights: Matrix, headDim: number): Matrix {
  const move = <T extends Uint32Array | Uint16Array | Int16Array>(source: T): T => {
    const width = source.length / weights.rows;
    const target = source.slice() as T;
    for (let row = 0; row < weights.rows; row++) {
      target.set(source.subarray(row * width, row * width + width), splitHalfRow(row, headDim) * width);
    }
    return target;
  };
  if (isFloatMatrix(weights)) return { ...weights, bits: move(weights.bits) };
  const { scales, minima, integers } = weights;
  return { ...weights, scales: move(scales), minima: move(minima), integers: move(integers) };
}

test("an infinity or NaN is refused at every place of every type, by its index", () => {
  const bad = {
    F32: [0x7f800000, 0xff800000, 0x7fc00000, 0xff800001],
    F16: [0x7c00, 0xfc00, 0x7e00, 0xfc01],
    BF16: [0x7f80, 0xff80, 0x7fc0, 0xff81],
  };
  for (const type of ["F32", "F16", "BF16"] as const) {
    for (const cols of [1, 3, 4, 7, 8, 9, 15, 16, 17, 31, 33]) {
      const weights = matrix(type, 3, cols, cols, "wide");
      if (!isFloatMatrix(weights)) continue;
      for (let i = 0; i < 3 * cols; i++) {
        const bits = weights.bits.slice();
        bits[i] = bad[type][i % 4]!;
        if (i + 2 < bits.length) bits[i + 2] = bad[type][0]!; // the first one counts
        inEveryBuild(i, (build, arena) => {
          const packed = arena.inout(new Uint8Array(packedSize(type, 3, cols)));
          const src = arena.input(bits);
          const found = arena.call(() => pack(build, type, packed, src, 0, 3, cols, 0, 0));
          assert.is(found, i, `${type}, ${cols} columns`);
        });
      }
    }
  }
});

test("an infinite or NaN scale or minimum is refused, by the index of its block", () => {
  for (const type of ["Int8", "Int4", "Int4Min"] as const) {
    const weights = matrix(type, 3, 96, 5, "wide");
    if (isFloatMatrix(weights)) continue;
    for (let block = 0; block < 9; block++) {
      for (const field of type === "Int4Min" ? (["scales", "minima"] as const) : (["scales"] as const)) {
        const changed = weights[field].slice();
        changed[block] = [0x7c00, 0xfc00, 0x7e01, 0xffff][block % 4]!;
        const bytes = fileBytes({ ...weights, [field]: changed });
        inEveryBuild(block, (build, arena) => {
          const packed = arena.inout(new Uint8Array(packedSize(type, 3, 96)));
          const src = arena.input(bytes);
          assert.is(
            arena.call(() => pack(build, type, packed, src, 0, 3, 96, 0, 0)),
            block,
            `${type} ${field}`,
          );
        });
      }
    }
  }
});

/** Runs embed… over all shares. */
function embed(
  { kernels }: Build,
  type: WeightType,
  out: number,
  table: number,
  tokens: number,
  count: number,
  cols: number,
  dot: number,
  parts: number,
): void {
  inParts(parts, (part) => {
    if (type === "Int8") kernels.embedInt8(out, table, tokens, count, cols, dot, part, parts);
    else kernels[`embed${type}`](out, table, tokens, count, cols, part, parts);
  });
}

test("an embedded row has the exact values of the table's row, rounded once, by any number of threads", () => {
  const any = fc.record({ ...shape, count: fc.integer({ min: 0, max: 6 }), parts: fc.integer({ min: 1, max: 5 }) });
  fc.assert(
    fc.property(any, ({ type, rows, columns, seed, style, count, parts }) => {
      const cols = Math.ceil(columns / 32) * 32;
      const table = matrix(type, rows, cols, seed, style);
      const bits = bitStream(seed);
      const tokens = Int32Array.from({ length: count }, () => bits() % rows);
      const expected = Float32Array.from({ length: count * cols }, (_, i) =>
        valueAt(table, tokens[Math.floor(i / cols)]!, i % cols),
      );
      inEveryBuild(seed, (build, arena) => {
        for (const dot of type === "Int8" ? [0, 1, 2] : [0]) {
          const packed = arena.input(packedBytes(table, 0, dot));
          const ids = arena.input(tokens);
          const out = arena.output(expected.byteLength);
          arena.call(() => embed(build, type, out, packed, ids, count, cols, dot, parts));
          sameFloats(arena.floats(out, expected.length), expected, type);
        }
      });
    }),
    { numRuns: 120 },
  );
});

test("all F16 and BF16 numbers, subnormals included, pass through packing and embedding unchanged", () => {
  const cols = 2048;
  for (const type of ["F16", "BF16"] as const) {
    const infinite = type === "F16" ? 0x7c00 : 0x7f80;
    const bits = Uint16Array.from({ length: 65536 }, (_, i) => ((i & infinite) === infinite ? 0 : i));
    const weights: Matrix = { type, rows: 32, cols, bits };
    const rows = Int32Array.from({ length: 32 }, (_, i) => i);
    const expected = Float32Array.from(bits, (_, i) => valueAt(weights, Math.floor(i / cols), i % cols));
    inEveryBuild(3, (build, arena) => {
      const packed = packAll(build, arena, weights, 5, 0, 0);
      const tokens = arena.input(rows);
      const out = arena.output(expected.byteLength);
      arena.call(() => embed(build, type, out, packed, tokens, 32, cols, 0, 1));
      sameFloats(arena.floats(out, 65536), expected, type);
    });
  }
});

test("all finite F16 scales and minima, subnormals included, count exactly, in rows and in products", () => {
  // Column 0 of row r is 1 * scale (+ minimum); activations are 127 there and 0 elsewhere, with a scale of 1.
  const finite = Uint16Array.from({ length: 65536 }, (_, i) => i).filter((i) => (i & 0x7c00) !== 0x7c00);
  const rows = finite.length / 16;
  const x = new Float32Array(32);
  x[0] = 127;
  for (const type of ["Int8", "Int4", "Int4Min"] as const) {
    for (let chunk = 0; chunk < 16; chunk++) {
      const scales = finite.slice(chunk * rows, (chunk + 1) * rows);
      const integers = new Int16Array(rows * 32).fill(type === "Int4" ? 9 : 1);
      const minima = scales.map((bits) => bits ^ 0x8155);
      const weights: Matrix = { type, rows, cols: 32, scales, minima, integers };
      const firsts = Float32Array.from({ length: rows }, (_, row) => valueAt(weights, row, 0));
      const products = matmul(weights, x, 1);
      const build = builds[chunk % builds.length]!;
      const arena = openArena(build, chunk);
      const packed = packAll(build, arena, weights, rows, 0, 0);
      const tokens = arena.input(Int32Array.from({ length: rows }, (_, i) => i));
      const embedded = arena.output(rows * 32 * 4);
      arena.call(() => embed(build, type, embedded, packed, tokens, rows, 32, 0, 1));
      sameFloats(
        arena.floats(embedded, rows * 32).filter((_, i) => i % 32 === 0),
        firsts,
        `${build.name}, ${type}`,
      );
      const input = arena.input(x);
      const [values, factors, out] = [arena.output(32), arena.output(8), arena.output(rows * 4)];
      const scratch = arena.output(scratchBytes(32, 1));
      const { kernels } = build;
      arena.call(() => {
        kernels.quantize(values, factors, input, 1, 32, 0, 1);
        kernels[`matmul${type}`](out, packed, values, factors, scratch, rows, 32, 1, 0, 0, 1);
      });
      sameFloats(arena.floats(out, rows), products, `${build.name}, ${type}`);
      if (type === "Int4Min") continue;
      for (let row = 0; row < rows; row++) assert.is(products[row], firsts[row]! * 127);
    }
  }
});

test("F32 passes unchanged: subnormals, zeros of both signs, the largest numbers", () => {
  const special = [0, 0x80000000, 1, 0x80000001, 0x007fffff, 0x00800000, 0x7f7fffff, 0xff7fffff];
  const weights: Matrix = { type: "F32", rows: 1, cols: 8, bits: Uint32Array.from(special) };
  inEveryBuild(11, (build, arena) => {
    const packed = packAll(build, arena, weights, 1, 0, 0);
    const tokens = arena.input(Int32Array.of(0));
    const out = arena.output(128);
    arena.call(() => build.kernels.embedF32(out, packed, tokens, 1, 32, 0, 1));
    sameFloats(arena.floats(out, 8), Float32Array.from(special, floatOfBits), "F32");
  });
});

test.run();
