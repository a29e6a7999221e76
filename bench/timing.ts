// How long a call takes, by Benchmark.js, once V8 has compiled it for good.

import Benchmark from "benchmark";

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
 * Benchmark.js spends a millisecond or two on each sample besides: they are few and long, and it is told how many calls
 * make one.
 * @param each seconds that a call takes, about
 * @param seconds time to spend; more where `fewest` samples take longer
 */
export function sample(work: () => void, each: number, seconds: number, fewest = 5): number[] {
  const minTime = seconds / (fewest + 2);
  const initCount = Math.ceil((minTime * 1.1) / each);
  const bench = new Benchmark(work, { minTime, initCount, maxTime: seconds * 0.6, minSamples: fewest });
  bench.run();
  const failure = (bench as { error?: unknown }).error;
  if (failure !== undefined) throw failure;
  return [...bench.stats.sample];
}

/**
 * Two things measured in turns, so that a slow moment of the machine falls on both.
 * @param each seconds that a call of either takes, about
 * @param seconds time to spend on both
 */
export function sampleTwo(works: readonly [() => void, () => void], each: readonly [number, number], seconds: number) {
  const samples: [number[], number[]] = [[], []];
  for (let round = 0; round < 3; round++) {
    samples[0].push(...sample(works[0], each[0], seconds / 6, 2));
    samples[1].push(...sample(works[1], each[1], seconds / 6, 2));
  }
  return samples;
}
