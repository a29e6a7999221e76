// Reads a build's module from its file and compiles it.

import { readFile } from "node:fs/promises";
import { setFlagsFromString } from "node:v8";
import type { Build } from "../engine/kernels.js";

/**
 * V8 11.3 (Node 20) has relaxed SIMD behind a flag, and its baseline compiler gets the dot product wrong in kernels that
 * keep many accumulators: it may take the third operand's register as scratch. Its optimising compiler is right. So a
 * relaxed module is compiled there by that one alone, at once (some 50 ms); afterwards the flags are as they were.
 */
const optimiseAtOnce: readonly [on: string, off: string][] = [
  ["--no-liftoff", "--liftoff"],
  ["--no-wasm-lazy-compilation", "--wasm-lazy-compilation"],
];

/** Reads and compiles a build's module; one for shared memory if `threads`. */
export async function compileKernels(build: Build, threads = false): Promise<WebAssembly.Module> {
  const bytes = await readFile(new URL(`../../build/${build}${threads ? "-threads" : ""}.wasm`, import.meta.url));
  if (build !== "relaxed" || !process.versions.v8?.startsWith("11.3.")) return WebAssembly.compile(bytes);
  for (const [on] of optimiseAtOnce) setFlagsFromString(on);
  try {
    return new WebAssembly.Module(bytes);
  } finally {
    for (const [, off] of optimiseAtOnce) setFlagsFromString(off);
  }
}
