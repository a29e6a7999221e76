// The comparison with peers: what its numbers say must follow from what was measured.

import { suite } from "uvu";
import * as assert from "uvu/assert";
import { best, ratio, Samples, type Series } from "../../bench/peers/samples.js";
import { slope, targetsOf } from "../../bench/peers/targets.js";

const test = suite("bench/peers");

type Rounds = readonly (number | undefined)[];

function put(samples: Samples, engine: Series["kind"]["engine"], host: string, threads: number, rounds: Rounds): void {
  const kind = { id: `${host}-${threads}`, engine, host, threads };
  const about = { model: "125M Q8_0", type: "Q8_0", kind, test: "tg128", unit: "tokens_per_second" } as const;
  for (const [round, value] of rounds.entries()) if (value !== undefined) samples.add(about, round, value);
}

test("a ratio pairs figures of the same round, and leaves out rounds that miss one", () => {
  const samples = new Samples();
  put(samples, "lanky", "Node 26.0.0", 1, [100, 50, 120]);
  put(samples, "llama.cpp", "native", 1, [50, 25, undefined]);
  const [ours, theirs] = samples.series;
  assert.equal(ratio(ours, theirs), { median: 2, min: 2, max: 2, count: 2 });
});

test("a round that was left out first is no figure of zero", () => {
  const samples = new Samples();
  put(samples, "lanky", "Node 26.0.0", 1, [undefined, 50]);
  put(samples, "llama.cpp", "native", 1, [10, 100]);
  assert.equal(ratio(samples.series[0], samples.series[1])?.median, 0.5);
});

test("lanky on one thread is compared with the better of llama.cpp's figures, and the other is told", () => {
  const samples = new Samples();
  put(samples, "lanky", "Node 26.0.0", 1, [100, 100, 100]);
  put(samples, "lanky", "Node 26.0.0", 2, [120, 120, 120]);
  put(samples, "lanky", "Node 20.0.0", 1, [80, 80, 80]);
  put(samples, "lanky", "Node 20.0.0 plain SIMD", 1, [10, 10, 10]);
  put(samples, "llama.cpp", "native", 1, [50, 50, 50]);
  put(samples, "llama.cpp", "native", 2, [80, 81, 1]);
  assert.is(best(samples.series.slice(4))?.kind.threads, 2);
  const targets = targetsOf(samples).filter(({ target }) => target.endsWith("llama.cpp"));
  assert.equal(
    targets.map(({ host, required, reached }) => [host, required, reached]),
    [
      ["Node 26.0.0", 1.4, false],
      ["Node 20.0.0", 0.9, true],
    ],
  );
  assert.is(targets[0]!.value.median, 1.25);
  assert.is(targets[0]!.one_to_one?.median, 2);
  assert.is(targets[0]!.best_to_best?.median, 1.5);
  assert.is(targets[0]!.beside, "native, 2 threads");
});

test("two threads are compared with one on the same host, wllama with the better of its figures", () => {
  const samples = new Samples();
  put(samples, "lanky", "Node 26.0.0", 1, [100]);
  put(samples, "lanky", "Node 26.0.0", 2, [150]);
  put(samples, "wllama", "Chromium 1.0", 1, [10]);
  put(samples, "wllama", "Chromium 1.0", 2, [20]);
  const found = targetsOf(samples).map(({ target, value, reached }) => [target, value.median, reached]);
  assert.equal(found, [
    ["decode 125M Q8_0 / wllama", 5, false],
    ["decode 125M Q8_0, two threads / one", 1.5, true],
  ]);
});

test("the slope is what a token of context adds to a token's time", () => {
  const kind = { id: "native-1", engine: "llama.cpp", host: "native", threads: 1 } as const;
  const at = (context: number): Series => {
    const seconds = 0.01 + context * 1e-6;
    return { model: "m", type: "Q8_0", kind, test: `tg@${context}`, unit: "tokens_per_second", rounds: [1 / seconds] };
  };
  const found = slope([128, 1024, 2048, 8192].map(at))?.rounds[0];
  assert.ok(Math.abs(found! - 1e-6) < 1e-12, String(found));
});

test.run();
