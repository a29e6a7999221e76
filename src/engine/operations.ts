// The steps of a forward pass as one call each: the kernel for the type at hand, with the plan's shapes. Nothing here
// knows the order of the steps; forward.ts does.

import type { Kernels } from "./kernels.js";
import { FLOATS, INTEGERS, isQuantised, type Matrix, type Plan, type Prepared } from "./plan.js";

/** What one thread needs to do a part of an operation. */
export interface Piece {
  readonly plan: Plan;
  readonly kernels: Kernels;
  /** What kernels.probeDot() found: the storage form of int8 weights. */
  readonly dot: number;
  /** `part` of `parts` is to be done; 0 of 1 is all. */
  readonly part: number;
  readonly parts: number;
  /** Whose scratch memory is used. */
  readonly thread: number;
}

/** One of several threads: as a piece, its even share; and the pieces that `deal` may give it. */
export interface Machine extends Piece {
  readonly coarse: readonly Piece[];
  readonly fine: readonly Piece[];
}

/**
 * Pieces of each thread's share. Where a token reads weights from memory, from distant places in turn (assembly/sync.ts),
 * smaller pieces lose more than they even out: on two unequal cores 2, 4 and 8 are as good as 1, worse, and worse by far.
 */
const COARSE = 2;
const FINE = 8;
/** Passes of more tokens than this are dealt out in fine pieces. */
const FEW_TOKENS = 8;

/** The machine of thread `thread` of `threads`. */
export function machineOf(
  { plan, kernels, dot }: Pick<Piece, "plan" | "kernels" | "dot">,
  thread: number,
  threads: number,
): Machine {
  const cut = (parts: number) =>
    Array.from({ length: parts }, (_, part): Piece => ({ plan, kernels, dot, part, parts, thread }));
  const own = { plan, kernels, dot, part: thread, parts: threads, thread };
  return { ...own, coarse: cut(threads * COARSE), fine: cut(threads * FINE) };
}

/** Does the thread's own pieces of `work`, then those that others have not come to, and waits until all are done. */
export function deal(machine: Machine, tokens: number, work: (piece: Piece) => void): void {
  const { plan, kernels, part, parts, coarse, fine } = machine;
  if (parts === 1) {
    work(machine);
    return;
  }
  const pieces = tokens > FEW_TOKENS ? fine : coarse;
  const next = () => kernels.claim(plan.sync, part, parts, pieces.length / parts);
  for (let at = next(); at >= 0; at = next()) work(pieces[at]!);
  meet(machine);
}

/** Waits for the other threads. */
export function meet({ plan, kernels, parts }: Machine): void {
  kernels.barrier(plan.sync, parts);
}

/** x[t] <- table[activations.tokens[t]] */
export function embed({ plan, kernels, dot, part, parts }: Piece, x: number, table: Matrix, count: number): void {
  const { type, offset, cols } = table;
  const { tokens } = plan.activations;
  if (type === "f32") kernels.embedF32(x, offset, tokens, count, cols, part, parts);
  else if (type === "f16") kernels.embedF16(x, offset, tokens, count, cols, part, parts);
  else if (type === "bf16") kernels.embedBF16(x, offset, tokens, count, cols, part, parts);
  else if (type === "int8") kernels.embedInt8(x, offset, tokens, count, cols, dot, part, parts);
  else if (type === "int4") kernels.embedInt4(x, offset, tokens, count, cols, part, parts);
  else kernels.embedInt4Min(x, offset, tokens, count, cols, part, parts);
}

/** activations.normed <- RMSNorm(x) * weight */
export function normalise({ plan, kernels, part, parts }: Piece, x: number, weight: number, tokens: number): void {
  const { hidden, hiddenStride, epsilon, activations } = plan;
  kernels.rmsnorm(activations.normed, x, weight, tokens, hidden, hiddenStride, epsilon, part, parts);
}

/** Brings x, [tokens, stride], into the forms that the next products' weights take. */
export function prepare(
  { kernels, part, parts }: Piece,
  target: Prepared,
  x: number,
  tokens: number,
  stride: number,
  forms: number,
): void {
  if (forms & FLOATS) kernels.packFloats(target.floats, x, tokens, stride, part, parts);
  if (forms & INTEGERS) kernels.quantize(target.values, target.scales, x, tokens, stride, part, parts);
}

/** out[t, r] <- sum over c of weights[r, c] * x[t, c] */
export function multiply(
  { plan, kernels, dot, part, parts, thread }: Piece,
  out: number,
  weights: Matrix,
  x: Prepared,
  tokens: number,
): void {
  const { type, offset, rows, cols } = weights;
  const scratch = plan.activations.panels + thread * plan.panelBytes;
  if (isQuantised(type)) {
    const kernel = type === "int8" ? kernels.matmulInt8 : type === "int4" ? kernels.matmulInt4 : kernels.matmulInt4Min;
    kernel(out, offset, x.values, x.scales, scratch, rows, cols, tokens, dot, part, parts);
  } else {
    const kernel = type === "f32" ? kernels.matmulF32 : type === "f16" ? kernels.matmulF16 : kernels.matmulBF16;
    kernel(out, offset, x.floats, scratch, rows, cols, tokens, part, parts);
  }
}

/**
 * int8 activations cost precision, and keys and values pass that on to every later token. So where the input of k_proj
 * and v_proj is quantised, it is quantised twice, the second time what the first one lost, and k and v are sums of two
 * products. On SmolLM2-135M (Q4_1) log-probabilities come a quarter nearer to float32's, for 6 % more multiply-accumulates.
 *
 * This makes the second input, out of activations.normed, which then holds the remainder.
 */
export function prepareRemainder({ plan, kernels, part, parts }: Piece, tokens: number, forms: number): void {
  if (!(forms & INTEGERS)) return;
  const { hiddenStride, activations: a } = plan;
  kernels.takeRemainder(a.normed, tokens, hiddenStride, part, parts);
  kernels.quantize(a.remainder.values, a.remainder.scales, a.normed, tokens, hiddenStride, part, parts);
}

/** out <- weights * x, and where the weights are quantised + weights * remainder. */
export function multiplyTwice(piece: Piece, out: number, weights: Matrix, x: Prepared, tokens: number): void {
  multiply(piece, out, weights, x, tokens);
  if (!isQuantised(weights.type)) return;
  const { plan, kernels, part, parts } = piece;
  const { projected, remainder } = plan.activations;
  multiply(piece, projected, weights, remainder, tokens);
  kernels.addResidual(out, projected, tokens, weights.rows, part, parts);
}

/** Turns the batch's queries and keys by their positions. */
export function rotate({ plan, kernels, part, parts }: Piece, tokens: number): void {
  const { heads, kvHeads, headDim, queryStride, keyStride, activations: a } = plan;
  kernels.rope(a.q, a.rope, a.positions, tokens, heads, headDim, queryStride, part, parts);
  kernels.rope(a.k, a.rope, a.positions, tokens, kvHeads, headDim, keyStride, part, parts);
}

/** Writes the batch's keys and values into the slot of one executed layer. */
export function append({ plan, kernels, part, parts }: Piece, slot: number, tokens: number): void {
  const { kvHeads, headDim, capacity, keyStride, slotBytes, activations: a } = plan;
  const kernel = plan.kv === "f32" ? kernels.appendF32 : kernels.appendF16;
  const offset = slot * slotBytes;
  kernel(a.caches, offset, a.positions, a.k, a.v, tokens, kvHeads, headDim, capacity, keyStride, part, parts);
}

/** activations.attended <- softmax(q k / sqrt(headDim)) v over the slot's positions up to each token's own. */
export function attention({ plan, kernels, part, parts, thread }: Piece, slot: number, tokens: number): void {
  const { heads, kvHeads, headDim, capacity, queryStride, slotBytes, activations: a } = plan;
  const kernel = plan.kv === "f32" ? kernels.attentionF32 : kernels.attentionF16;
  const offset = slot * slotBytes;
  const scale = 1 / Math.sqrt(headDim); // IEEE's square root: the same on every host
  const scratch = a.scores + thread * 8 * (headDim + capacity);
  // biome-ignore format: one line of pointers, one of sizes
  kernel(a.attended, a.q, a.caches, offset, a.positions, scratch,
    tokens, heads, kvHeads, headDim, capacity, queryStride, scale, part, parts);
}

/** gate <- act(gate) * up; without a gate up <- act(up). Returns which of the two holds the result. */
export function activate({ plan, kernels, part, parts }: Piece, gated: boolean, tokens: number): number {
  const { activation, intermediateStride: stride, activations: a } = plan;
  if (!gated) {
    const kernel = activation === "silu" ? kernels.silu : kernels.relu;
    kernel(a.up, tokens, stride, part, parts);
    return a.up;
  }
  const kernel = activation === "silu" ? kernels.swiglu : kernels.reglu;
  kernel(a.gate, a.up, tokens, stride, part, parts);
  return a.gate;
}
