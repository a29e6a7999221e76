// Matrix products made ready to be timed. Weights are random, packed by the kernels themselves; a matrix repeats PERIOD
// rows and a batch repeats its first few tokens, so that the scalar twin (test/reference/) computes few of them and every
// result is still compared with it, bit for bit.

import type { Kernels } from "../src/engine/kernels.js";
import { scratchBytes } from "../src/engine/plan.js";
import { matrix } from "../test/engine/values.js";
import { fileBytes, type Matrix, matmul, packedSize } from "../test/reference.js";
import type { Arena } from "./arena.js";
import type { BenchType, Case } from "./cases.js";
import type { Ready } from "./ready.js";
import { sameBits } from "./ready.js";

/** Rows of weights that are different from each other: two groups of any packed layout. */
const PERIOD = 32;
/** Tokens that are different from each other: prime to the panels of four, so that each place in a panel sees each. */
const TOKENS = 7;

interface Known {
  readonly weights: Matrix;
  /** [TOKENS, cols] */
  readonly x: Float32Array;
  /** [TOKENS, PERIOD] */
  readonly expected: Float32Array;
}

const known = new Map<string, Known>();

/** The first rows of a matrix, the first tokens, and what the twin makes of them. */
function knownOf(type: BenchType, cols: number): Known {
  const key = `${type} ${cols}`;
  let found = known.get(key);
  if (found === undefined) {
    const weights = matrix(type, PERIOD, cols, cols, "plain");
    const x = Float32Array.from({ length: TOKENS * cols }, (_, i) => ((i * 7919 + 13) % 1021) / 170 - 3);
    found = { weights, x, expected: matmul(weights, x, TOKENS) };
    known.set(key, found);
  }
  return found;
}

/**
 * @param beyondCache bytes that the weights of a case of place "memory" take at least: copies of the matrix
 */
export function prepareProduct(kernels: Kernels, arena: Arena, row: Case, beyondCache: number): Ready {
  const { rows, cols, tokens } = row;
  const type = row.type as BenchType;
  const { weights, x, expected } = knownOf(type, cols);
  const dot = kernels.probeDot();

  const source = arena.put(fileBytes(weights));
  const input = arena.take(tokens * cols * 4);
  for (let t = 0; t < tokens; t++) {
    const token = t % TOKENS;
    arena.floats(input + t * cols * 4, cols).set(x.subarray(token * cols, token * cols + cols));
  }
  const prepared = arena.take(tokens * cols * 4);
  const scales = arena.take(tokens * cols);
  const scratch = arena.take(scratchBytes(cols, tokens));
  const out = arena.take(tokens * rows * 4);
  const bytes = packedSize(type, rows, cols);
  const copies = row.place === "memory" ? Math.max(1, Math.ceil(beyondCache / bytes)) : 1;
  const first = arena.take(copies * bytes);

  arena.bytes(first, bytes).fill(0);
  for (let r = 0; r < rows; r += PERIOD) {
    const count = Math.min(PERIOD, rows - r);
    if (type === "Int8") kernels.packInt8(first, source, r, count, cols, 0, dot);
    else kernels[`pack${type}`](first, source, r, count, cols, 0);
  }
  const all = arena.bytes(first, copies * bytes);
  for (let copy = 1; copy < copies; copy++) all.copyWithin(copy * bytes, 0, bytes);

  if (type.startsWith("Int")) kernels.quantize(prepared, scales, input, tokens, cols, 0, 1);
  else kernels.packFloats(prepared, input, tokens, cols, 0, 1);
  const multiply = productOf(kernels, type, { out, prepared, scales, scratch, rows, cols, tokens, dot });

  let at = first;
  const end = first + copies * bytes;
  const next = () => {
    const here = at;
    at = at + bytes === end ? first : at + bytes;
    return here;
  };
  return {
    run: () => multiply(next()),
    next,
    bytes,
    region: copies * bytes,
    macs: rows * cols * tokens,
    instructions: instructionsOf(type, dot),
    check() {
      arena.floats(out, tokens * rows).fill(Number.NaN);
      multiply(end - bytes);
      const found = arena.floats(out, tokens * rows);
      for (let t = 0; t < tokens; t++) {
        const right = expected.subarray((t % TOKENS) * PERIOD, (t % TOKENS) * PERIOD + PERIOD);
        for (let r = 0; r < rows; r += PERIOD)
          sameBits(found.subarray(t * rows + r, t * rows + r + PERIOD), right, `token ${t}, rows from ${r}`);
      }
    },
  };
}

/** Those that the kernel could make its multiply-accumulates with. */
function instructionsOf(type: BenchType, dot: number): Ready["instructions"] {
  if (!type.startsWith("Int")) return ["madd"];
  if (type === "Int8") return dot === 0 ? ["wide"] : ["dot", "wide"];
  return ["dot", "narrow", "wide"]; // 4 bits are exact in all of them
}

interface Operands {
  readonly out: number;
  /** Activations as floats or as int8, with their scales. */
  readonly prepared: number;
  readonly scales: number;
  /** For weights unpacked. */
  readonly scratch: number;
  readonly rows: number;
  readonly cols: number;
  readonly tokens: number;
  readonly dot: number;
}

/** The kernel's call, over the weights at an address. */
function productOf(kernels: Kernels, type: BenchType, operands: Operands): (weights: number) => void {
  const { out, prepared, scales, scratch, rows, cols, tokens, dot } = operands;
  if (type === "Int8" || type === "Int4" || type === "Int4Min") {
    const matmul = kernels[`matmul${type}`];
    return (weights) => matmul(out, weights, prepared, scales, scratch, rows, cols, tokens, dot, 0, 1);
  }
  const matmul = kernels[`matmul${type}`];
  return (weights) => matmul(out, weights, prepared, scratch, rows, cols, tokens, 0, 1);
}
