// A seed must mean the same numbers for ever, on every engine.

import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createRandom, randomSeed, xoshiro128 } from "../../src/text/random.js";

const test = suite("random");

test("xoshiro128** is the published generator", () => {
  // The first outputs of the authors' C program from the state 1, 2, 3, 4.
  const random = xoshiro128([1, 2, 3, 4]);
  const expected = [
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ];
  assert.equal(Array.from({ length: 10 }, random.uint32), expected);
});

test("a seed's sequence is pinned", () => {
  const take = (seed: number): number[] => Array.from({ length: 3 }, createRandom(seed).uint32);
  assert.equal(take(0), [3809008728, 1219411154, 2874742318]);
  assert.equal(take(42), [2837322924, 2689157697, 135565847]);
  assert.equal(take(Number.MAX_SAFE_INTEGER), [835879718, 2476566498, 3697612615]);
});

test("different seeds, also above 32 bits, have different sequences", () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (a, b) => {
      fc.pre(a !== b);
      const [first, second] = [createRandom(a), createRandom(b)];
      assert.not.equal(Array.from({ length: 4 }, first.uint32), Array.from({ length: 4 }, second.uint32));
    }),
  );
  // Words of a seed that are alike must not cancel out.
  assert.not.equal(Array.from({ length: 4 }, createRandom(2 ** 32 + 1).uint32), [0, 0, 0, 0]);
});

test("float64 is uniform in [0, 1)", () => {
  const random = createRandom(7);
  const buckets = new Array<number>(64).fill(0);
  const draws = 64000;
  for (let i = 0; i < draws; i++) {
    const x = random.float64();
    assert.ok(x >= 0 && x < 1);
    buckets[Math.floor(x * 64)]!++;
  }
  const chiSquare = buckets.reduce((sum, count) => sum + (count - draws / 64) ** 2 / (draws / 64), 0);
  // 63 degrees of freedom: 99.9 % of uniform generators stay below 104.
  assert.ok(chiSquare < 104, `chi-square ${chiSquare}`);
});

test("a bad seed is refused by name", () => {
  for (const seed of [-1, 0.5, 2 ** 53, Number.NaN]) {
    assert.throws(
      () => createRandom(seed),
      (error: Error) => error instanceof RangeError && error.message.includes(`${seed}`),
    );
  }
  assert.throws(
    () => createRandom("1" as unknown as number),
    (error: Error) => error instanceof TypeError,
  );
  const [first, second] = [randomSeed(), randomSeed()];
  assert.ok(Number.isSafeInteger(first) && first >= 0 && first !== second);
});

test.run();
