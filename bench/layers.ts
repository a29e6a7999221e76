// The kernels besides the matrix products and attention made ready to be timed: norms, residual, quantisation, RoPE,
// activations, embedding, log-sum-exp. Bytes are all that a call reads and writes, each counted once.

import type { Kernels } from "../src/engine/kernels.js";
import { floats, matrix } from "../test/engine/values.js";
import {
  fileBytes,
  logSumExp,
  packedSize,
  packFloats,
  quantize,
  quantizedBytes,
  reglu,
  remainder,
  rmsnorm,
  rope,
  ropeTable,
  silu32,
  swiglu,
  valueAt,
} from "../test/reference.js";
import type { Arena } from "./arena.js";
import type { BenchType, Case } from "./cases.js";
import { type Ready, sameBits } from "./ready.js";

const EPSILON = 1e-5;
/** Rows of an embedding table that are different from each other. */
const PERIOD = 32;

/** A kernel's call, what it should leave where, and how many floats (4 bytes) it moves. */
interface Work {
  readonly call: () => unknown;
  readonly out: number;
  readonly expected: Float32Array;
  readonly moved: number;
  /** Where the call changes its input: the input, to be brought back before the next one. */
  readonly restore?: Float32Array;
}

export function prepareLayer(kernels: Kernels, arena: Arena, row: Case): Ready {
  const work = workOf(kernels, arena, row);
  const { call, out, expected, moved } = work;
  const bytes = moved * 4;
  const restored = work.restore && restorer(arena, out, work.restore);
  const run = restored
    ? () => {
        restored();
        call();
      }
    : () => {
        call();
      };
  return {
    run,
    ...(restored && { besides: restored }),
    next: () => out,
    bytes,
    region: bytes,
    macs: 0,
    instructions: ["madd"],
    check() {
      run();
      sameBits(arena.floats(out, expected.length), expected, "element 0");
    },
  };
}

/** Copies a float array to its place, again and again. */
function restorer(arena: Arena, target: number, data: Float32Array): () => void {
  const source = arena.put(data);
  const { byteLength } = data;
  const all = new Uint8Array(arena.memory.buffer);
  return () => {
    all.copyWithin(target, source, source + byteLength);
  };
}

function workOf(kernels: Kernels, arena: Arena, row: Case): Work {
  const { kernel, tokens, cols } = row;
  const count = tokens * cols;
  const x = floats(count, 1, "plain");
  const y = floats(count, 2, "plain");
  switch (kernel) {
    case "rmsnorm": {
      const weight = floats(cols, 3, "plain");
      const [input, weights, out] = [arena.put(x), arena.put(weight), arena.take(count * 4)];
      const call = () => kernels.rmsnorm(out, input, weights, tokens, cols, cols, EPSILON, 0, 1);
      return { call, out, expected: rmsnorm(x, weight, cols, EPSILON), moved: 2 * count + cols };
    }
    case "addResidual": {
      const [stream, added] = [arena.put(x), arena.put(y)];
      const call = () => kernels.addResidual(stream, added, tokens, cols, 0, 1);
      return { call, out: stream, expected: x.map((value, i) => value + y[i]!), moved: 3 * count };
    }
    case "gatherRows": {
      const wanted = Int32Array.from({ length: tokens }, (_, i) => tokens - 1 - i);
      const [input, list, out] = [arena.put(x), arena.put(wanted), arena.take(count * 4)];
      const expected = x.map((_, i) => x[wanted[Math.floor(i / cols)]! * cols + (i % cols)]!);
      return { call: () => kernels.gatherRows(out, input, list, tokens, cols, 0, 1), out, expected, moved: 2 * count };
    }
    case "quantize": {
      const { values, scales } = quantizedBytes(quantize(x, tokens, cols), tokens, cols);
      // Scales follow the integers, so that both are compared as one.
      const [input, out] = [arena.put(x), arena.take(count + count / 4)];
      const expected = new Float32Array(new Uint8Array([...values, ...scales]).buffer);
      const call = () => kernels.quantize(out, out + count, input, tokens, cols, 0, 1);
      return { call, out, expected, moved: count + expected.length };
    }
    case "takeRemainder": {
      const out = arena.put(x);
      const call = () => kernels.takeRemainder(out, tokens, cols, 0, 1);
      return { call, out, expected: remainder(x, tokens, cols), moved: 2 * count, restore: x };
    }
    case "packFloats": {
      const [input, out] = [arena.put(x), arena.take(count * 4)];
      const call = () => kernels.packFloats(out, input, tokens, cols, 0, 1);
      return { call, out, expected: packFloats(x, tokens, cols), moved: 2 * count };
    }
    case "rope": {
      const { headDim } = row.model;
      const table = ropeTable(tokens, headDim, 10000, 1);
      const positions = Int32Array.from({ length: tokens }, (_, i) => tokens - 1 - i);
      const [out, angles, where] = [arena.put(x), arena.put(table), arena.put(positions)];
      const heads = cols / headDim;
      const call = () => kernels.rope(out, angles, where, tokens, heads, headDim, cols, 0, 1);
      const expected = rope(x, table, positions, heads, headDim, cols);
      return { call, out, expected, moved: 2 * count + tokens * headDim };
    }
    case "swiglu":
    case "reglu": {
      const [out, up] = [arena.put(x), arena.put(y)];
      const call = () => kernels[kernel](out, up, tokens, cols, 0, 1);
      const expected = kernel === "swiglu" ? swiglu(x, y) : reglu(x, y);
      return { call, out, expected, moved: 3 * count, restore: x };
    }
    case "silu":
    case "relu": {
      const out = arena.put(x);
      const call = () => kernels[kernel](out, tokens, cols, 0, 1);
      const expected = x.map(kernel === "silu" ? silu32 : (value) => Math.max(value, 0));
      return { call, out, expected, moved: 2 * count, restore: x };
    }
    case "logSumExp": {
      const input = arena.put(x);
      const out = arena.take(8);
      const target = new Float64Array(arena.memory.buffer, out, 1);
      const expected = new Float32Array(Float64Array.of(logSumExp(x)).buffer);
      const call = () => {
        target[0] = kernels.logSumExp(input, count);
      };
      return { call, out, expected, moved: count };
    }
    default:
      return embedOf(kernels, arena, row);
  }
}

function embedOf(kernels: Kernels, arena: Arena, { type, rows, cols, tokens }: Case): Work {
  const weightType = type as BenchType;
  const weights = matrix(weightType, PERIOD, cols, 4, "plain");
  const dot = type === "Int8" ? kernels.probeDot() : 0;
  const ids = Int32Array.from({ length: tokens }, (_, i) => (i * 7919 + 13) % rows);
  const bytes = packedSize(weightType, rows, cols);
  const [source, list, table] = [arena.put(fileBytes(weights)), arena.put(ids), arena.take(bytes)];
  const out = arena.take(tokens * cols * 4);
  for (let r = 0; r < rows; r += PERIOD) {
    if (weightType === "Int8") kernels.packInt8(table, source, r, PERIOD, cols, 0, dot);
    else kernels[`pack${weightType}`](table, source, r, PERIOD, cols, 0);
  }
  const call = () => {
    if (weightType === "Int8") kernels.embedInt8(out, table, list, tokens, cols, dot, 0, 1);
    else kernels[`embed${weightType}`](out, table, list, tokens, cols, 0, 1);
  };
  const expected = Float32Array.from({ length: tokens * cols }, (_, i) =>
    valueAt(weights, ids[Math.floor(i / cols)]! % PERIOD, i % cols),
  );
  return { call, out, expected, moved: tokens * (bytes / rows / 4 + cols) };
}
