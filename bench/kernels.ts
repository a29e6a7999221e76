// The matrix products: how far each is from what memory and processor allow.
//
//   decode   one token times 128 MB of weights, more than a cache keeps: GB/s beside a plain read of the same bytes
//   prefill  64 tokens times 1536 x 576 weights (a MobileLLM-125M layer's gate), which stay in cache: GMAC/s
//
// Each product's result is first compared with its scalar twin (test/reference/), bit for bit. Medians of Benchmark.js
// samples; figures vary between machines and hours, so trust ratios within one run.
//
//   node --import tsx bench/kernels.ts [WORD ...]        only rows whose line has every WORD, such as: Int4 decode

import { cpus } from "node:os";
import { setFlagsFromString } from "node:v8";
import Benchmark from "benchmark";
import type { Build, Kernels } from "../src/engine/kernels.js";
import { instantiateKernels } from "../src/engine/kernels.js";
import { compileKernels } from "../src/node/compile-kernels.js";
import { matrix } from "../test/engine/values.js";
import { type Matrix, matmul, packedBytes, type WeightType } from "../test/reference.js";
import { createReader } from "./read-limit.js";

if (process.versions.node.startsWith("20.")) setFlagsFromString("--experimental-wasm-relaxed-simd");

const types: readonly WeightType[] = ["F32", "F16", "BF16", "Int8", "Int4", "Int4Min"];
const cols = 576;
const decodeBytes = 128e6;
const tests = [
  { name: "decode", tokens: 1 },
  { name: "prefill", tokens: 64 },
] as const;
/** Rows of weights that are different from each other; the matrix repeats them. */
const period = 32;

const words = process.argv.slice(2);
const wanted = (line: string) => words.every((word) => line.split(" ").includes(word));

// Where things lie: activations and what becomes of them, the results, the weights.
const inputAt = 1024;
const preparedAt = inputAt + 64 * cols * 4;
const scalesAt = preparedAt + 64 * cols * 4;
const outAt = scalesAt + 64 * cols;
const weightsAt = 16 << 20;

async function main(): Promise<void> {
  console.log(`${cpus()[0]?.model.trim()}, Node ${process.versions.node}, one thread`);
  for (const build of ["simd", "relaxed"] as const) {
    const memory = new WebAssembly.Memory({ initial: (weightsAt + decodeBytes + 4e6) / 65536 + 1 });
    let module: WebAssembly.Module;
    try {
      module = await compileKernels(build);
    } catch (error) {
      console.log(`build ${build}: not on this host (${error instanceof Error ? error.message : error})`);
      continue;
    }
    const kernels = await instantiateKernels(module, memory);
    const read = await createReader(memory);
    const bytes = Math.floor(decodeBytes / 128) * 128;
    const limit = bytes / median(() => read(weightsAt, bytes)) / 1e9;
    console.log(`\nbuild ${build}, plain read of ${bytes / 1e6} MB: ${limit.toFixed(2)} GB/s`);
    for (const type of types) {
      for (const { name, tokens } of tests) {
        if (wanted(`${build} ${type} ${name}`)) measure(build, memory, kernels, type, name, tokens, limit);
      }
    }
  }
}

function measure(
  build: Build,
  memory: WebAssembly.Memory,
  kernels: Kernels,
  type: WeightType,
  name: "decode" | "prefill",
  tokens: number,
  limit: number,
): void {
  const dot = type === "Int8" ? kernels.probeDot() : 0;
  const weights = matrix(type, period, cols, 1, "plain");
  const unit = packedBytes(weights, 0, dot);
  const repeats = name === "decode" ? Math.floor(decodeBytes / unit.length) : 1536 / period;
  const rows = repeats * period;
  const heap = new Uint8Array(memory.buffer);
  for (let i = 0; i < repeats; i++) heap.set(unit, weightsAt + i * unit.length);
  const x = Float32Array.from({ length: tokens * cols }, (_, i) => Math.fround(Math.sin(i) * 3));
  new Float32Array(memory.buffer, inputAt, x.length).set(x);
  const prepare = type.startsWith("Int")
    ? () => kernels.quantize(preparedAt, scalesAt, inputAt, tokens, cols, 0, 1)
    : () => kernels.packFloats(preparedAt, inputAt, tokens, cols, 0, 1);
  const multiply = productOf(kernels, type, rows, tokens, dot);
  prepare();
  multiply();
  check(weights, x, tokens, rows, new Float32Array(memory.buffer, outAt, tokens * rows), `${build} ${type} ${name}`);

  const seconds = median(multiply);
  const bytes = repeats * unit.length;
  const gmac = (rows * cols * tokens) / seconds / 1e9;
  const gb = bytes / seconds / 1e9;
  const share = name === "decode" ? `${gb.toFixed(2).padStart(7)} GB/s = ${percent(gb / limit)} of a read` : "";
  console.log(`  ${name.padEnd(7)}  ${type.padEnd(7)} ${gmac.toFixed(2).padStart(7)} GMAC/s ${share}`);
}

function productOf(kernels: Kernels, type: WeightType, rows: number, tokens: number, dot: number): () => void {
  if (type === "Int8") {
    return () => kernels.matmulInt8(outAt, weightsAt, preparedAt, scalesAt, rows, cols, tokens, dot, 0, 1);
  }
  if (type === "Int4" || type === "Int4Min") {
    const matmul = kernels[`matmul${type}`];
    return () => matmul(outAt, weightsAt, preparedAt, scalesAt, rows, cols, tokens, 0, 1);
  }
  const matmul = kernels[`matmul${type}`];
  return () => matmul(outAt, weightsAt, preparedAt, rows, cols, tokens, 0, 1);
}

/** @throws Error where a result differs from the scalar twin's in any bit */
function check(weights: Matrix, x: Float32Array, tokens: number, rows: number, out: Float32Array, what: string): void {
  const expected = matmul(weights, x, tokens);
  for (let t = 0; t < tokens; t++) {
    for (let r = 0; r < rows; r++) {
      const [found, right] = [out[t * rows + r]!, expected[t * period + (r % period)]!];
      if (!Object.is(found, right)) throw new Error(`${what}: token ${t}, row ${r} is ${found}, expected ${right}`);
    }
  }
}

/** The median time of a call in seconds. */
function median(work: () => void): number {
  const bench = new Benchmark(work, { maxTime: 0.5, minSamples: 7 });
  bench.run();
  const sample = [...bench.stats.sample].sort((a, b) => a - b);
  return sample[sample.length >> 1]!;
}

const percent = (share: number) => `${(share * 100).toFixed(0)} %`;

await main();
