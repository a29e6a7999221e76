// Whether this host runs the relaxed build right, found by running it: V8 before 11.4 or so (Node 20 with
// --experimental-wasm-relaxed-simd) compiles the dot product wrongly in its baseline tier, where a kernel keeps many
// accumulators: one of them may be taken as scratch. Validation and probeDot pass there; matrix products are wrong until
// the optimising compiler gets to them.

import { instantiateKernels } from "./kernels.js";
import type { WeightType } from "./plan.js";

/** Quantised types: the kernels' name, bytes of a block's scale and minimum in a file, bits of a weight. */
const forms = [
  ["int4", "Int4", 2, 4],
  ["int4min", "Int4Min", 4, 4],
  ["int8", "Int8", 2, 8],
] as const;

/**
 * True if the products of small int4 and int8 matrices come out exactly, for a single token and for a panel of four. The
 * kernels run here for the first time, as the baseline compiler made them. `threads`: the module is one for shared memory.
 * `used`: the types that matter, by default all.
 */
export async function relaxedIsExact(
  module: WebAssembly.Module,
  threads: boolean,
  used?: ReadonlySet<WeightType>,
): Promise<boolean> {
  const checked = used ? forms.filter(([weights]) => used.has(weights)) : forms;
  if (checked.length === 0) return true;
  const memory = new WebAssembly.Memory(threads ? { initial: 1, maximum: 65536, shared: true } : { initial: 1 });
  const kernels = instantiateKernels(module, memory);
  const [rows, cols, tokens] = [32, 32, 5];
  const [src, x, values, scales, packed, out, scratch] = [1024, 4096, 8192, 12288, 16384, 49152, 53248];
  const view = new DataView(memory.buffer);
  for (let i = 0; i < tokens * cols; i++)
    view.setFloat32(x + i * 4, i % cols === 0 ? 127 : ((i * 29) % 255) - 127, true);
  kernels.quantize(values, scales, x, tokens, cols, 0, 1); // exact: the largest is 127, so scales are 1

  const dot = kernels.probeDot();
  for (const [, type, head, bits] of checked) {
    const stride = head + (cols * bits) / 8;
    new Uint8Array(memory.buffer, packed).fill(0, 0, out - packed);
    for (let i = 0; i < rows * stride; i++) view.setUint8(src + i, (i * 37) & 255);
    // Scales, and the minima that follow them, are 1.
    for (let r = 0; r < rows; r++) for (let i = 0; i < head; i += 2) view.setUint16(src + r * stride + i, 0x3c00, true);
    if (type === "Int8") kernels.packInt8(packed, src, 0, rows, cols, 0, dot);
    else kernels[`pack${type}`](packed, src, 0, rows, cols, 0);
    kernels[`matmul${type}`](out, packed, values, scales, scratch, rows, cols, tokens, dot, 0, 1);
    for (let t = 0; t < tokens; t++) {
      for (let r = 0; r < rows; r++) {
        let sum = 0;
        for (let c = 0; c < cols; c++) {
          const row = src + r * stride + head;
          const nibble = (view.getUint8(row + (c & 15)) >> (c & 16 ? 4 : 0)) & 15;
          const weight = type === "Int8" ? view.getInt8(row + c) : type === "Int4" ? nibble - 8 : nibble + 1;
          sum += weight * view.getFloat32(x + (t * cols + c) * 4, true);
        }
        if (view.getFloat32(out + (t * rows + r) * 4, true) !== sum) return false;
      }
    }
  }
  return true;
}
