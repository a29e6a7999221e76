// The bounds that assembly/math.ts states for its elementary functions. A logit is only as good as these, and nobody
// would notice a wrong digit in the seventh place until a long context drifts.
//
// The functions are not exported. Their twins (reference/math.ts) are measured here; that a kernel has the twin's bits is
// shown for exp32 and silu32 by the activations and attention, for the f64 ones by ropeTable and logSumExp.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import {
  bitsOfFloat,
  cos64,
  exp32,
  exp64,
  floatOfBits,
  log64,
  logSumExp,
  preciseCos,
  preciseExp,
  preciseLog,
  preciseSin,
  ropeTable,
  silu32,
  sin64,
} from "../reference.js";
import { inEveryBuild, sameFloats, sameNumber } from "./builds.js";
import { bitStream, floats } from "./values.js";

/** One unit in the last place of an f32 of x's magnitude. */
function ulp(x: number): number {
  return 2 ** Math.max(Math.floor(Math.log2(Math.abs(x))) - 23, -149);
}

/** Floats from `from` to `to` (both of one sign), `count` of them evenly spread over their bit patterns. */
function* spread(from: number, to: number, count: number): Generator<number> {
  const [start, end] = [bitsOfFloat(from), bitsOfFloat(to)];
  for (let i = 0; i <= count; i++) yield floatOfBits(Math.round(start + ((end - start) * i) / count));
}

test("the precise references agree with Math within what Math is good for", () => {
  for (const x of [0, 1e-9, 0.5, 1, 3.7, -2.25, 88, -87, 600.5]) {
    assert.ok(Math.abs(preciseExp(x) / Math.exp(x) - 1) < 1e-15, `exp ${x}`);
    assert.ok(Math.abs(preciseSin(x) - Math.sin(x)) < 4e-16, `sin ${x}`);
    assert.ok(Math.abs(preciseCos(x) - Math.cos(x)) < 4e-16, `cos ${x}`);
  }
  for (const x of [1e-300, 0.1, 0.75, 1, 1.5, 2, 10000, 1e300]) {
    assert.ok(Math.abs(preciseLog(x) - Math.log(x)) <= 4e-16 * Math.max(1, Math.abs(Math.log(x))), `log ${x}`);
  }
});

test("exp in f32 is within 2 units in the last place from -87 to 88", () => {
  let worst = 0;
  for (const [from, to] of [
    [2 ** -30, 88],
    [-(2 ** -30), -87],
    [0.25, 0.45],
    [-0.25, -0.45],
  ] as const) {
    for (const x of spread(from, to, 200_000)) {
      const exact = Math.exp(x); // good to 1e-15, which is 1e-8 of a unit here
      worst = Math.max(worst, Math.abs(exp32(x) - exact) / ulp(exact));
    }
  }
  assert.ok(worst <= 2, `worst error ${worst}`);
  assert.is(exp32(0), 1);
  assert.is(exp32(-87.00001), 0);
  assert.is(exp32(-Infinity), 0);
  assert.is(exp32(1000), exp32(88));
  sameNumber(exp32(NaN), NaN, "exp of NaN");
});

test("SiLU is within 4 units in the last place above -88, and 0 within 1e-36 below", () => {
  let worst = 0;
  for (const [from, to] of [
    [2 ** -100, 2 ** 100],
    [-(2 ** -100), -88],
    [0.1, 90],
    [-0.1, -88],
  ] as const) {
    for (const x of spread(from, to, 100_000)) {
      const exact = x / (1 + Math.exp(-x));
      worst = Math.max(worst, Math.abs(silu32(x) - exact) / ulp(exact));
    }
  }
  assert.ok(worst <= 4, `worst error ${worst}`);
  for (const x of spread(-88.00001, -3e38, 1000)) assert.ok(Math.abs(silu32(x) - x / (1 + Math.exp(-x))) < 1e-36);
});

test("exp in f64 has a relative error below 4e-16", () => {
  const bits = bitStream(1);
  let worst = 0;
  for (let i = 0; i < 3000; i++) {
    const x = (bits() / 2 ** 32 + bits() / 2 ** 64 - 0.5) * (i % 2 === 0 ? 1400 : 40);
    worst = Math.max(worst, Math.abs(exp64(x) / preciseExp(x) - 1));
  }
  assert.ok(worst < 4e-16, `worst error ${worst}`);
});

test("log in f64 has an error below 4e-16 of the larger of 1 and the result", () => {
  const bits = bitStream(2);
  let worst = 0;
  for (let i = 0; i < 3000; i++) {
    const mantissa = 1 + bits() / 2 ** 32 + bits() / 2 ** 64;
    const x = mantissa * 2 ** (i % 3 === 0 ? (bits() % 2000) - 1000 : (bits() % 40) - 4);
    const exact = preciseLog(x);
    worst = Math.max(worst, Math.abs(log64(x) - exact) / Math.max(1, Math.abs(exact)));
  }
  assert.ok(worst < 4e-16, `worst error ${worst}`);
});

test("sin and cos in f64 have an error below 1e-15 up to 2^20", () => {
  const bits = bitStream(3);
  let worst = 0;
  for (let i = 0; i < 3000; i++) {
    let x = (bits() / 2 ** 32) * 2 ** (i % 21);
    if (i % 3 === 0) x = Math.round(x / (Math.PI / 4)) * (Math.PI / 4); // near where either is 0 or quadrants meet
    if (i % 2 === 0) x = -x;
    worst = Math.max(worst, Math.abs(sin64(x) - preciseSin(x)), Math.abs(cos64(x) - preciseCos(x)));
  }
  assert.ok(worst < 1e-15, `worst error ${worst}`);
});

test("the RoPE table has the twin's bits and the formula's values", () => {
  const any = fc.record({
    half: fc.integer({ min: 1, max: 40 }),
    positions: fc.integer({ min: 0, max: 90 }),
    theta: fc.constantFrom(10000, 100000, 500000, 1000000, 2, 1.5),
    scale: fc.constantFrom(1, 2, 4, 0.5, 1.7),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    seed: fc.nat(),
  });
  fc.assert(
    fc.property(any, ({ half, positions, theta, scale, part, seed }) => {
      const headDim = half * 2;
      const middle = Math.floor(positions * part);
      const expected = ropeTable(positions, headDim, theta, scale);
      expected.forEach((value, i) => {
        const element = i % headDim;
        const angle = (Math.floor(i / headDim) / scale) * theta ** ((-2 * (element % half)) / headDim);
        const exact = element < half ? Math.cos(angle) : Math.sin(angle);
        assert.ok(Math.abs(value - exact) <= 2 ** -25 + 1e-12, `element ${i}`);
      });
      inEveryBuild(seed, (build, arena) => {
        const table = arena.output(expected.byteLength);
        arena.call(() => build.kernels.ropeTable(table, middle, positions, headDim, theta, scale));
        arena.call(() => build.kernels.ropeTable(table, 0, middle, headDim, theta, scale));
        sameFloats(arena.floats(table, expected.length), expected, "table");
      });
    }),
    { numRuns: 60 },
  );
});

test("the RoPE table is right to the last bit of f32 at the end of a long context", () => {
  const [positions, headDim] = [8192, 8];
  inEveryBuild(0, (build, arena) => {
    const table = arena.output(positions * headDim * 4);
    arena.call(() => build.kernels.ropeTable(table, 0, positions, headDim, 10000, 1));
    const found = arena.floats(table, positions * headDim);
    sameFloats(found, ropeTable(positions, headDim, 10000, 1), "table");
    for (let position = 0; position < positions; position += 97) {
      for (let i = 0; i < 4; i++) {
        const angle = position * 10 ** -i;
        const [cosine, sine] = [found[position * headDim + i]!, found[position * headDim + 4 + i]!];
        assert.ok(Math.abs(cosine - Math.cos(angle)) <= 2 ** -25 + 1e-11, `cos at ${position}, ${i}`);
        assert.ok(Math.abs(sine - Math.sin(angle)) <= 2 ** -25 + 1e-11, `sin at ${position}, ${i}`);
      }
    }
  });
});

test("log-sum-exp has the twin's bits and the formula's value", () => {
  const any = fc.record({
    count: fc.integer({ min: 1, max: 300 }),
    seed: fc.nat(),
    style: fc.constantFrom("plain", "wide", "full", "zero"),
    spread: fc.constantFrom(1, 16, 300),
  });
  fc.assert(
    fc.property(any, ({ count, seed, style, spread: factor }) => {
      const x = floats(count, seed, style).map((value) => value * factor);
      const expected = logSumExp(x);
      const largest = Math.max(...x);
      const exact = largest + Math.log(x.reduce((sum, value) => sum + Math.exp(value - largest), 0));
      // exp32 is off by 2 units of 2^-23, and so is the difference that it is given.
      assert.ok(Math.abs(expected - exact) <= 2 ** -21 + Math.abs(largest) * 2 ** -23, `${expected}, not ${exact}`);
      inEveryBuild(seed, (build, arena) => {
        const input = arena.input(x);
        sameNumber(
          arena.call(() => build.kernels.logSumExp(input, count)),
          expected,
          "log-sum-exp",
        );
      });
    }),
    { numRuns: 200 },
  );
});

test("log-sum-exp of logits with an infinity is 0 chances for it, and NaN where no probability can be made", () => {
  const cases: [number[], number][] = [
    [[], NaN],
    [[-Infinity, -Infinity, -Infinity, -Infinity, -Infinity], NaN],
    [[NaN, 1, 2, 3, 4], NaN],
    [[1, 2, 3, 4, NaN], NaN],
    [[-Infinity, 2, -Infinity], 2],
    [[-Infinity, 2, -Infinity, -Infinity, -Infinity, -Infinity, -Infinity, -Infinity], 2],
    [[3e38, 0, 0, 0], Math.fround(3e38)],
  ];
  inEveryBuild(5, (build, arena) => {
    for (const [x, expected] of cases) {
      const input = arena.input(Float32Array.from(x));
      sameNumber(
        arena.call(() => build.kernels.logSumExp(input, x.length)),
        expected,
        `of ${x}`,
      );
    }
  });
});

test.run();
