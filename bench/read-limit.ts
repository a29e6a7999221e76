// How fast this machine reads memory from WebAssembly, one thread, in order: what decoding cannot be faster than.

import { main as compile } from "assemblyscript/asc";

/** The sum of 16-byte vectors over a region, in eight accumulators so that only the reading counts. */
const source = `
  export function read(from: usize, bytes: usize): i32 {
    let a = i32x4.splat(0); let b = a; let c = a; let d = a;
    let e = a; let f = a; let g = a; let h = a;
    for (const end = from + bytes; from < end; from += 128) {
      a = v128.xor(a, v128.load(from));
      b = v128.xor(b, v128.load(from, 16));
      c = v128.xor(c, v128.load(from, 32));
      d = v128.xor(d, v128.load(from, 48));
      e = v128.xor(e, v128.load(from, 64));
      f = v128.xor(f, v128.load(from, 80));
      g = v128.xor(g, v128.load(from, 96));
      h = v128.xor(h, v128.load(from, 112));
    }
    const all = v128.xor(v128.xor(v128.xor(a, b), v128.xor(c, d)), v128.xor(v128.xor(e, f), v128.xor(g, h)));
    return i32x4.extract_lane(all, 0) ^ i32x4.extract_lane(all, 1) ^ i32x4.extract_lane(all, 2) ^ i32x4.extract_lane(all, 3);
  }`;

/** Compiles the reader over `memory`: reads `bytes` bytes (a multiple of 128) from `from` on. */
export async function createReader(memory: WebAssembly.Memory): Promise<(from: number, bytes: number) => number> {
  let binary: Uint8Array | undefined;
  const { error, stderr } = await compile(
    ["read.ts", "--outFile", "read.wasm", "--runtime", "stub", "--importMemory", "--enable", "simd", "-O3"],
    {
      readFile: (name) => (name === "read.ts" ? source : null),
      writeFile: (_, contents) => {
        if (typeof contents !== "string") binary = contents;
      },
      listFiles: () => [],
    },
  );
  if (error || !binary) throw new Error(`read-limit.ts does not compile: ${stderr.toString()}`);
  const { instance } = await WebAssembly.instantiate(binary as BufferSource, { env: { memory } });
  return instance.exports.read as (from: number, bytes: number) => number;
}
