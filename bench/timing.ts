// How long a call takes, by Benchmark.js, once V8 has compiled it for good.

import Benchmark from "benchmark";

/** Fewer samples than these say nothing about their spread. */
const FEWEST = 5;

/** Seconds to warm up for: at least, and at most where the speed does not settle. */
export interface WarmUp {
  readonly least: number;
  readonly most: number;
}

/**
 * Calls `work` until its speed has settled. V8 runs new WebAssembly in a baseline compiler's version and swaps the
 * optimised one in from another thread, function by function, after some milliseconds of work; so windows of calls are
 * timed until three in a row are within 5 % of the fastest.
 * @returns seconds that a call took in the fastest window
 */
export function warmUp(work: () => void, { least, most }: WarmUp): number {
  const start = performance.now();
  const window = (least * 1000) / 4;
  let fastest = Number.POSITIVE_INFINITY;
  let settled = 0;
  for (;;) {
    const from = performance.now();
    let calls = 0;
    let now = from;
    while (calls === 0 || now - from < window) {
      work();
      calls++;
      now = performance.now();
    }
    const each = (now - from) / calls;
    if (each < fastest * 0.95)
      settled = 1; // a jump: what was fastest before does not count
    else settled = each < fastest * 1.05 ? settled + 1 : 0;
    fastest = Math.min(fastest, each);
    const elapsed = (now - start) / 1000;
    if (elapsed > most || (elapsed > least && settled >= 3)) return fastest / 1000;
  }
}

/**
 * Seconds that a call of `work` takes, several samples of many calls each (or of one, where that takes long enough).
 * @param seconds time to spend; more where `fewest` samples take longer
 */
export function sample(work: () => void, seconds: number, fewest = FEWEST): number[] {
  // Benchmark.js compiles a loop and calls once more before each sample, and counts neither.
  const bench = new Benchmark(work, { minTime: seconds / 16, maxTime: seconds * 0.5, minSamples: fewest });
  bench.run();
  const failure = (bench as { error?: unknown }).error;
  if (failure !== undefined) throw failure;
  return [...bench.stats.sample];
}

/**
 * Two things measured in turns, so that a slow moment of the machine falls on both.
 * @param seconds time to spend on each
 */
export function sampleTwo(a: () => void, b: () => void, seconds: number): [a: number[], b: number[]] {
  const rounds = 3;
  const samples: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    samples[0].push(...sample(a, seconds / rounds, 2));
    samples[1].push(...sample(b, seconds / rounds, 2));
  }
  return samples;
}
