// The wasm builds that this host can run, each over a memory of its own, and an arena in it: pointers at odd addresses,
// every byte around them poisoned, and a check after each call that nothing but the outputs has changed.

import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { instantiateKernels, type Kernels } from "../../src/engine/kernels.js";
import { enableRelaxedSimd, needsFlag } from "../../src/node/relaxed-simd.js";
import { bitStream } from "./values.js";

export interface Build {
  readonly name: string;
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly kernels: Kernels;
  /** The values of the int8 kernels' `dot` that give exact sums here: 0, and what the probe found. */
  readonly dots: readonly number[];
}

export const buildNames = ["simd", "relaxed", "simd-threads", "relaxed-threads"];
const pages = 32;

/**
 * Node 20's baseline compiler gets the relaxed dot product wrong in kernels that keep many accumulators
 * (src/node/compile-kernels.ts). So a relaxed module is compiled there by the optimising one alone, before anything runs,
 * whether the flag for relaxed SIMD is new or another test file has set it before; afterwards these are as they were.
 */
const optimiseAtOnce: readonly [on: string, off: string][] = [
  ["--no-liftoff", "--liftoff"],
  ["--no-wasm-lazy-compilation", "--wasm-lazy-compilation"],
];

/** The compiled module, or undefined where this host refuses its instructions. */
function compile(name: string): WebAssembly.Module | undefined {
  const bytes = readFileSync(new URL(`../../build/${name}.wasm`, import.meta.url));
  const optimised = name.startsWith("relaxed") && needsFlag;
  if (optimised) {
    enableRelaxedSimd();
    for (const [on] of optimiseAtOnce) setFlagsFromString(on);
  }
  const module = WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : undefined;
  if (optimised) for (const [, off] of optimiseAtOnce) setFlagsFromString(off);
  return module;
}

async function open(name: string): Promise<Build | undefined> {
  const module = compile(name);
  if (module === undefined) {
    console.log(`skipped: the build ${name}, whose instructions this host refuses`);
    return undefined;
  }
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: name.endsWith("threads") });
  const kernels = await instantiateKernels(module, memory);
  const probed = kernels.probeDot();
  return { name, module, memory, kernels, dots: probed === 0 ? [0] : [0, probed] };
}

/** Those of the four builds that run here. */
export const builds: readonly Build[] = (await Promise.all(buildNames.map(open))).filter((b) => b !== undefined);

export interface Arena {
  /** Address of a copy of `data`, which kernels must not change. */
  input(data: ArrayBufferView): number;
  /** Address of a copy of `data`, which kernels may change. */
  inout(data: ArrayBufferView): number;
  /** Address of `size` bytes of garbage, which kernels may change. */
  output(size: number): number;
  /** Runs a kernel. @throws Error if it changes a byte that is no output's */
  call<T>(kernel: () => T): T;
  floats(address: number, count: number): Float32Array;
  bytes(address: number, count: number): Uint8Array;
}

/** Garbage that is NaN, infinite or huge as F32, F16 or BF16, and differs from byte to byte. */
const poison = new Uint8Array(pages * 65536);
const next = bitStream(7);
for (let i = 0; i < poison.length; i++) poison[i] = 0xf0 | (next() & 15);

/** Bytes beyond the last thing placed that are watched. */
const margin = 4096;

/** A fresh arena in a build's memory. `seed` decides by how many bytes pointers are off 16; 0 aligns all of them. */
export function openArena(build: Build, seed: number): Arena {
  const memory = new Uint8Array(build.memory.buffer);
  const bits = bitStream(seed);
  const outputs: [number, number][] = [];
  // The first kilobyte is the kernels' own: constants of theirs lie there.
  let top = 1024;
  let poisoned = 1024; // from 1024 to here

  const place = (size: number): number => {
    const address = ((top + 64 + 15) & ~15) + (seed === 0 ? 0 : bits() & 15);
    top = address + size;
    const end = top + margin;
    if (end > memory.length) throw new RangeError(`the arena is too small for ${top} bytes`);
    memory.set(poison.subarray(poisoned, end), poisoned);
    poisoned = end;
    return address;
  };
  const copy = (data: ArrayBufferView): number => {
    const address = place(data.byteLength);
    memory.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), address);
    return address;
  };
  const output = (size: number): number => {
    const address = place(size);
    outputs.push([address, address + size]);
    return address;
  };

  return {
    input: copy,
    inout(data) {
      const address = copy(data);
      outputs.push([address, address + data.byteLength]);
      return address;
    },
    output,
    call(kernel) {
      const before = Buffer.from(memory.slice(0, poisoned).buffer);
      const result = kernel();
      let from = 0;
      for (const [start, end] of [...outputs, [before.length, before.length] as const]) {
        const now = Buffer.from(memory.buffer as ArrayBuffer, from, start - from);
        if (before.compare(now, 0, now.length, from, start) !== 0) {
          const at = from + now.findIndex((byte, i) => byte !== before[from + i]);
          throw new Error(`wrote to byte ${at}, between outputs that end at ${from} and start at ${start}`);
        }
        from = end;
      }
      return result;
    },
    floats: (address, count) => new Float32Array(memory.slice(address, address + count * 4).buffer),
    bytes: (address, count) => memory.slice(address, address + count),
  };
}

/** Runs `body` in every build, with an arena; errors say which build. */
export function inEveryBuild(seed: number, body: (build: Build, arena: Arena) => void): void {
  for (const build of builds) {
    try {
      body(build, openArena(build, seed));
    } catch (error) {
      if (error instanceof Error) error.message = `build ${build.name}: ${error.message}`;
      throw error;
    }
  }
}

/** Lets each of `parts` threads' shares run, last one first. */
export function inParts(parts: number, share: (part: number, parts: number) => void): void {
  for (let part = parts - 1; part >= 0; part--) share(part, parts);
}

/** @throws Error unless both have the same bits (or both NaN) everywhere. */
export function sameFloats(actual: Float32Array, expected: Float32Array, what: string): void {
  if (actual.length !== expected.length) throw new Error(`${what}: ${actual.length} values, not ${expected.length}`);
  const i = actual.findIndex((value, index) => !Object.is(value, expected[index]));
  if (i >= 0) throw new Error(`${what}: element ${i} is ${actual[i]}, not ${expected[i]}`);
}

/** @throws Error unless both are the same number, NaN included and -0 not being 0 */
export function sameNumber(actual: number, expected: number, what: string): void {
  if (!Object.is(actual, expected)) throw new Error(`${what}: ${actual}, not ${expected}`);
}

/** @throws Error unless all bytes are equal */
export function sameBytes(actual: Uint8Array, expected: Uint8Array, what: string): void {
  if (actual.length !== expected.length) throw new Error(`${what}: ${actual.length} bytes, not ${expected.length}`);
  const i = actual.findIndex((byte, index) => byte !== expected[index]);
  if (i >= 0) throw new Error(`${what}: byte ${i} is ${actual[i]}, not ${expected[i]}`);
}
