// Ratios between two runs: what is faster must come out above 1, and noise must not pass for news.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { compare, comparisonLines, geometricMean, type Measured, ratioOf, verdictOf } from "../../bench/compare.js";

const row = (name: string, samples: number[], share: number | null = 0.5, shape = "8x8"): Measured => ({
  build: "simd",
  model: "125M",
  name,
  shape,
  test: "decode",
  samples,
  share_of_limit: share,
});

test("half the time is twice as fast, for sure where samples do not scatter", () => {
  const found = ratioOf([4, 4, 4, 4, 4], [2, 2, 2]);
  assert.equal(found, { ratio: 2, low: 2, high: 2 });
  assert.is(verdictOf(found), "faster");
  assert.is(verdictOf(ratioOf([1, 1], [2, 2])), "slower");
});

test("samples that overlap give an interval around 1, and no verdict", () => {
  const found = ratioOf([1, 1.3, 0.8, 1.1, 0.9, 1.2], [1.02, 0.85, 1.25, 0.95, 1.15, 1.05]);
  assert.ok(found.low < 1 && found.high > 1);
  assert.is(verdictOf(found), "");
});

test("the interval holds the ratio, never leaves the range of the samples' ratios, and is the same each time", () => {
  const samples = fc.array(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(samples, samples, (before, after) => {
      const { ratio, low, high } = ratioOf(before, after);
      assert.ok(low <= high);
      const least = Math.min(...before) / Math.max(...after);
      const most = Math.max(...before) / Math.min(...after);
      for (const value of [ratio, low, high]) assert.ok(value >= least * 0.999999 && value <= most * 1.000001);
      assert.equal(ratioOf(before, after), { ratio, low, high });
    }),
    { numRuns: 40 },
  );
});

test("the same case is found by build, model, kernel, shape and test; others are left out", () => {
  const before = [row("matmulInt4", [2, 2]), row("matmulInt4", [3, 3], 0.5, "16x8"), row("gone", [1])];
  const after = [row("matmulInt4", [1, 1], 0.75), row("new", [1])];
  const found = compare(before, after);
  assert.is(found.length, 1);
  assert.is(found[0]!.ratio, 2);
  assert.is(found[0]!.beside, 1.5);
  assert.is(compare([row("barrier", [1], null)], [row("barrier", [1], null)])[0]!.beside, undefined);
});

test("lines say the ratio, its interval and the verdict, and sum kernels up", () => {
  const before = [row("matmulInt4", [2, 2]), row("matmulInt4", [8, 8], 0.5, "16x8")];
  const after = [row("matmulInt4", [1, 1]), row("matmulInt4", [1, 1], 0.5, "16x8")];
  const lines = comparisonLines(compare(before, after));
  assert.match(
    lines[0]!,
    /^ 2\.00 x \(2\.00 to 2\.00\) matmulInt4 8x8 decode +simd 125M, 1\.00 beside its limit {2}faster$/,
  );
  assert.match(lines.at(-1)!, / 4\.00 x matmulInt4 decode, simd: geometric mean of 2$/);
  assert.ok(Math.abs(geometricMean([2, 8]) - 4) < 1e-12);
});

test.run();
