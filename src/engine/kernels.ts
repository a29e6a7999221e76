// The wasm modules' exports as TypeScript sees them, and their instantiation over a memory of ours. What each function
// computes, and the layout of what its pointers point to, stands at the head of its file in assembly/.
//
// Pointers are byte offsets into the memory. The last two arguments of most kernels, `part` and `parts`, say which share
// of the work the calling thread does; 0, 1 is all of it.

import { instantiateSync } from "@assemblyscript/loader";

/** Which instruction set a module was built for; both give the same bits. */
export type Build = "simd" | "relaxed";

/** Products with float weights and with quantised ones; then tables, packing, activations, caches. */
type Float = (
  out: number,
  weights: number,
  x: number,
  scratch: number,
  rows: number,
  cols: number,
  tokens: number,
  part: number,
  parts: number,
) => void;
type Quantised = (
  out: number,
  weights: number,
  values: number,
  scales: number,
  scratch: number,
  rows: number,
  cols: number,
  tokens: number,
  dot: number,
  part: number,
  parts: number,
) => void;
type Embed = (
  out: number,
  table: number,
  tokens: number,
  count: number,
  cols: number,
  part: number,
  parts: number,
) => void;
type Pack = (packed: number, src: number, first: number, count: number, cols: number, headDim: number) => number;
type Gated = (gate: number, up: number, tokens: number, stride: number, part: number, parts: number) => void;
type Plain = (up: number, tokens: number, stride: number, part: number, parts: number) => void;
type Append = (
  caches: number,
  slot: number,
  positions: number,
  k: number,
  v: number,
  tokens: number,
  kvHeads: number,
  headDim: number,
  context: number,
  stride: number,
  part: number,
  parts: number,
) => void;
type Attention = (
  out: number,
  q: number,
  caches: number,
  slot: number,
  positions: number,
  scratch: number,
  tokens: number,
  heads: number,
  kvHeads: number,
  headDim: number,
  context: number,
  stride: number,
  scale: number,
  part: number,
  parts: number,
) => void;

export interface Kernels {
  readonly packFloats: (floats: number, x: number, tokens: number, cols: number, part: number, parts: number) => void;
  readonly quantize: (
    values: number,
    scales: number,
    x: number,
    tokens: number,
    cols: number,
    part: number,
    parts: number,
  ) => void;
  readonly takeRemainder: (x: number, tokens: number, cols: number, part: number, parts: number) => void;
  readonly matmulF32: Float;
  readonly matmulF16: Float;
  readonly matmulBF16: Float;
  readonly matmulInt8: Quantised;
  readonly matmulInt4: Quantised;
  readonly matmulInt4Min: Quantised;
  readonly embedF32: Embed;
  readonly embedF16: Embed;
  readonly embedBF16: Embed;
  readonly embedInt8: (
    out: number,
    table: number,
    tokens: number,
    count: number,
    cols: number,
    dot: number,
    part: number,
    parts: number,
  ) => void;
  readonly embedInt4: Embed;
  readonly embedInt4Min: Embed;
  readonly packF32: Pack;
  readonly packF16: Pack;
  readonly packBF16: Pack;
  readonly packInt8: (
    packed: number,
    src: number,
    first: number,
    count: number,
    cols: number,
    headDim: number,
    dot: number,
  ) => number;
  readonly packInt4: Pack;
  readonly packInt4Min: Pack;
  readonly rmsnorm: (
    out: number,
    x: number,
    weight: number,
    tokens: number,
    cols: number,
    stride: number,
    epsilon: number,
    part: number,
    parts: number,
  ) => void;
  readonly addResidual: (x: number, y: number, tokens: number, stride: number, part: number, parts: number) => void;
  readonly ropeTable: (table: number, from: number, to: number, headDim: number, theta: number, scale: number) => void;
  readonly rope: (
    x: number,
    table: number,
    positions: number,
    tokens: number,
    heads: number,
    headDim: number,
    stride: number,
    part: number,
    parts: number,
  ) => void;
  readonly appendF32: Append;
  readonly appendF16: Append;
  readonly attentionF32: Attention;
  readonly attentionF16: Attention;
  readonly swiglu: Gated;
  readonly reglu: Gated;
  readonly silu: Plain;
  readonly relu: Plain;
  readonly gatherRows: (
    out: number,
    x: number,
    rows: number,
    count: number,
    stride: number,
    part: number,
    parts: number,
  ) => void;
  readonly logSumExp: (x: number, count: number) => number;
  /** 0, 1 or 2: what the relaxed dot does on this host (assembly/simd.ts), the `dot` of the int8 kernels. */
  readonly probeDot: () => number;
  readonly claim: (sync: number, part: number, parts: number, pieces: number) => number;
  readonly barrier: (sync: number, parts: number) => void;
}

/**
 * Instantiates a compiled module over `memory` (shared if and only if the module was built for threads).
 *
 * The loader's asynchronous form would ask for `Response`, for which Node loads an HTTP client (20 ms). Of what it returns
 * the instance's own exports are taken: those it makes of them pass every call on through a spread of its arguments.
 * @throws WebAssembly.LinkError if module and memory do not fit
 */
export function instantiateKernels(module: WebAssembly.Module, memory: WebAssembly.Memory): Kernels {
  const { instance } = instantiateSync(module, { env: { memory } });
  return instance.exports as unknown as Kernels;
}
