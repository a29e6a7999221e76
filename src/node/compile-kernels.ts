// Reads a build's module from its file and compiles it, once for all models of the process.

import { readFile } from "node:fs/promises";
import { setFlagsFromString } from "node:v8";
import { hasRelaxedSimd } from "../engine/features.js";
import type { Build } from "../engine/kernels.js";
import { enableRelaxedSimd, needsFlag } from "./relaxed-simd.js";

/**
 * V8 11.3 (Node 20) has relaxed SIMD behind a flag, and its baseline compiler gets the dot product wrong in kernels that
 * keep many accumulators: it may take the third operand's register as scratch. Its optimising compiler is right. So a
 * relaxed module is compiled there by that one alone and whole, on V8's own threads; afterwards the flags are as they were.
 */
const optimiseAtOnce: readonly [on: string, off: string][] = [
  ["--no-liftoff", "--liftoff"],
  ["--no-wasm-lazy-compilation", "--wasm-lazy-compilation"],
];

/** Compilations that want these flags now. */
let optimising = 0;

const compiled = new Map<string, Promise<WebAssembly.Module>>();

/** Compiles a build's module; one for shared memory if `threads`. */
export function compileKernels(build: Build, threads = false): Promise<WebAssembly.Module> {
  const name = threads ? `${build}-threads` : build;
  let module = compiled.get(name);
  if (module === undefined) {
    module = compile(name, build === "relaxed" && needsFlag);
    compiled.set(name, module);
    module.catch(() => compiled.delete(name)); // the file may be there the next time
  }
  return module;
}

/**
 * Starts compiling what a model will most likely be loaded with, while its file is still being opened: on Node 20 that
 * takes as long as opening a large vocabulary does.
 */
export function compileEarly(wanted: Build | undefined, threads: boolean): void {
  enableRelaxedSimd();
  const relaxed = hasRelaxedSimd();
  if (wanted === "relaxed" && !relaxed) return; // an error that Model.load reports
  compileKernels(wanted ?? (relaxed ? "relaxed" : "simd"), threads).catch(() => {}); // Model.load asks again
}

async function compile(name: string, optimised: boolean): Promise<WebAssembly.Module> {
  const bytes = await readFile(new URL(`../../build/${name}.wasm`, import.meta.url));
  if (!optimised) return WebAssembly.compile(bytes);
  if (optimising++ === 0) for (const [on] of optimiseAtOnce) setFlagsFromString(on);
  try {
    return await WebAssembly.compile(bytes);
  } finally {
    if (--optimising === 0) for (const [, off] of optimiseAtOnce) setFlagsFromString(off);
  }
}
