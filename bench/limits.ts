// What this machine could do at most, one thread, from WebAssembly: how fast it reads memory in order, and how many
// multiply-accumulates a second its instructions make when they have nothing to load. Every kernel is measured beside
// these, in the same run: decoding cannot be faster than the read, prefill not faster than the instruction.
//
//   read   the xor of 16-byte vectors over a region, in eight accumulators so that only the reading counts
//   dot    relaxed SIMD's i8 dot, 16 multiply-accumulates an instruction, twelve accumulators
//   narrow relaxed SIMD's 16-bit i8 dot and an addition, also 16: exact for 4-bit weights
//   wide   i32x4.dot_i16x8_s and an addition, 8 multiply-accumulates: what the build without relaxed SIMD has
//   madd   f32 multiplication and addition, 4 multiply-accumulates: what the float kernels are made of
//
// Each returns a number that depends on everything it did, which is compared with a twin's before it is timed.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";

/** Accumulators of the instruction probes: enough to hide the latency of the instructions, few enough for registers. */
const ACCUMULATORS = 12;

const indices = Array.from({ length: ACCUMULATORS }, (_, i) => i);

/** What multiply-accumulates are made with. */
export type Instruction = "dot" | "narrow" | "wide" | "madd";

/** Multiply-accumulates of one round of each instruction probe. */
export const macsPerRound: Readonly<Record<Instruction, number>> = {
  dot: 16 * ACCUMULATORS,
  narrow: 16 * ACCUMULATORS,
  wide: 8 * ACCUMULATORS,
  madd: 4 * ACCUMULATORS,
};

/** A probe's source: the lanes of its accumulators, its operands, and the step that each accumulator takes in a round. */
interface Source {
  readonly lanes: "i32x4" | "i16x8" | "f32x4";
  /** Arguments, since V8 makes constants anew before each use. */
  readonly operands: string;
  /** The vectors that are made of them. */
  readonly vectors: string;
  readonly step: (accumulator: string) => string;
}

// A step that has its own accumulator as operand can neither be shared with its neighbours nor moved out of the loop.
const sources: Readonly<Record<Instruction, Source>> = {
  dot: {
    lanes: "i32x4",
    operands: "weight: i32, value: i32",
    vectors: "const w = i8x16.splat(<i8>weight); const x = i8x16.splat(<i8>value);",
    step: (a) => `i32x4.relaxed_dot_i8x16_i7x16_add_s(x, w, ${a})`,
  },
  narrow: {
    lanes: "i16x8",
    operands: "weight: i32, value: i32",
    vectors: "const w = i8x16.splat(<i8>weight);",
    step: (a) => `i16x8.add(${a}, i16x8.relaxed_dot_i8x16_i7x16_s(${a}, w))`,
  },
  wide: {
    lanes: "i32x4",
    operands: "weight: i32, value: i32",
    vectors: "const w = i16x8.splat(<i16>weight);",
    step: (a) => `i32x4.add(${a}, i32x4.dot_i16x8_s(${a}, w))`,
  },
  madd: {
    lanes: "f32x4",
    operands: "weight: f32, value: f32",
    vectors: "const w = f32x4.splat(weight); const x = f32x4.splat(value);",
    step: (a) => `f32x4.add(f32x4.mul(${a}, w), x)`,
  },
};

/** Accumulators that start from 1, 2, 3, ..., a step for each in every round, and at the end the sum of all 32-bit lanes. */
function instructionSource(name: Instruction): string {
  const { lanes, operands, vectors, step } = sources[name];
  const words = lanes === "f32x4" ? "f32x4" : "i32x4";
  return `
  export function ${name}(rounds: i32, ${operands}): ${words.slice(0, 3)} {
    ${vectors}
    ${indices.map((i) => `let a${i} = ${lanes}.splat(${i + 1});`).join(" ")}
    for (let i = 0; i < rounds; i++) {
      ${indices.map((i) => `a${i} = ${step(`a${i}`)};`).join("\n      ")}
    }
    let all = ${words}.splat(0);
    ${indices.map((i) => `all = ${words}.add(all, a${i});`).join(" ")}
    return ${[0, 1, 2, 3].map((lane) => `${words}.extract_lane(all, ${lane})`).join(" + ")};
  }`;
}

const readSource = `
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

/** What can be timed. */
export interface Probes {
  /** `bytes`, a multiple of 128, from address `from` on. */
  readonly read: (from: number, bytes: number) => number;
  /** So many rounds. Without relaxed SIMD only wide and madd. */
  readonly instructions: Partial<Readonly<Record<Instruction, (rounds: number) => number>>>;
}

type Exports = { readonly read: Probes["read"] } & {
  readonly [name in Instruction]?: (rounds: number, weight: number, value: number) => number;
};

/** The probes' operands; the float ones keep every sum exact for a few rounds. */
const operandsOf = (name: Instruction): [weight: number, value: number] => (name === "madd" ? [0.5, 1] : [5, -3]);

/**
 * Compiles the probes over `memory`.
 * @throws Error if a probe's result is not what its twin computes
 */
export function createProbes(memory: WebAssembly.Memory, relaxed: boolean): Probes {
  const names: Instruction[] = relaxed ? ["dot", "narrow", "wide", "madd"] : ["wide", "madd"];
  const source = [readSource, ...names.map(instructionSource)].join("\n");
  const features = relaxed ? ["--enable", "simd", "--enable", "relaxed-simd"] : ["--enable", "simd"];
  const module = loadProbes(compileSource(source, features), relaxed);
  const instance = new WebAssembly.Instance(module, { env: { memory } });
  const exports = instance.exports as unknown as Exports;
  const instructions = Object.fromEntries(
    names.map((name) => {
      const [weight, value] = operandsOf(name);
      const probe = exports[name]!;
      return [name, (rounds: number) => probe(rounds, weight, value)];
    }),
  );
  const probes: Probes = { read: exports.read, instructions };
  checkProbes(probes, memory);
  return probes;
}

/**
 * Compiled in a process of its own, since tsx, which runs the benches, takes ten seconds to load the compiler; and kept
 * where packages keep such things, for as long as the source is the same.
 */
function compileSource(source: string, features: readonly string[]): BufferSource {
  const compiler = fileURLToPath(new URL("../bin/asc.js", import.meta.resolve("assemblyscript/asc")));
  const options = ["--runtime", "stub", "--importMemory", "-O3", ...features];
  const name = createHash("sha256").update(source).update(options.join(" ")).digest("hex").slice(0, 16);
  const folder = fileURLToPath(new URL("../node_modules/.cache/lanky-bench/", import.meta.url));
  const kept = join(folder, `${name}.wasm`);
  if (existsSync(kept)) return readFileSync(kept);
  mkdirSync(folder, { recursive: true });
  const [from, to] = [join(folder, `${name}.ts`), join(folder, `${name}.${process.pid}.wasm`)];
  writeFileSync(from, source);
  execFileSync(process.execPath, [compiler, from, "--outFile", to, ...options], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  renameSync(to, kept);
  return readFileSync(kept);
}

/** V8 11.3's baseline compiler gets the relaxed dot wrong (src/node/compile-kernels.ts): there the optimising one alone. */
function loadProbes(binary: BufferSource, relaxed: boolean): WebAssembly.Module {
  if (!relaxed || !process.versions.v8.startsWith("11.3.")) return new WebAssembly.Module(binary);
  setFlagsFromString("--no-liftoff");
  setFlagsFromString("--no-wasm-lazy-compilation");
  try {
    return new WebAssembly.Module(binary);
  } finally {
    setFlagsFromString("--liftoff");
    setFlagsFromString("--wasm-lazy-compilation");
  }
}

/** What a step makes of one 32-bit lane. */
const twins: Readonly<Record<Instruction, (lane: number) => number>> = {
  dot: (sum) => sum + 4 * -3 * 5,
  narrow: (sum) => {
    const half = (sum << 16) >> 16; // both halves are alike
    const bytes = ((half << 24) >> 24) + (half >> 8);
    const next = (half + 5 * bytes) & 0xffff;
    return (next << 16) | next;
  },
  wide: (sum) => (sum + 5 * (((sum << 16) >> 16) + (sum >> 16))) | 0,
  madd: (sum) => sum * 0.5 + 1,
};

function checkProbes({ read, instructions }: Probes, memory: WebAssembly.Memory): void {
  const words = new Int32Array(memory.buffer, 1024, 96);
  const before = words.slice();
  words.forEach((_, i) => {
    words[i] = Math.imul(i + 1, 0x9e3779b1);
  });
  const sum = words.reduce((all, word) => all ^ word, 0);
  expect("read", read(1024, 384), sum);
  words.set(before);
  const rounds = 5;
  for (const [name, probe] of Object.entries(instructions) as [Instruction, (rounds: number) => number][]) {
    let all = 0;
    for (let start = 1; start <= ACCUMULATORS; start++) {
      let lane = sources[name].lanes === "i16x8" ? (start << 16) | start : start;
      for (let round = 0; round < rounds; round++) lane = twins[name](lane);
      all += 4 * lane;
    }
    expect(name, probe(rounds), name === "madd" ? all : all | 0);
  }
}

function expect(probe: string, found: number, expected: number): void {
  if (found !== expected) throw new Error(`bench/limits.ts: probe ${probe} gives ${found}, expected ${expected}`);
}
