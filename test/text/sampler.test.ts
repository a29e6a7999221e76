// What each sampling option does to the choice of a token, and that a seed decides it to the last bit.

import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { createSampler, logProbability, type SamplerOptions } from "../../src/text/sampler.js";

const test = suite("sampler");

/** Logits whose probabilities are the given ones. */
const logitsOf = (probabilities: readonly number[]): Float32Array => Float32Array.from(probabilities, Math.log);

/** Counts of the tokens drawn. */
function draw(logits: Float32Array, options: SamplerOptions, times = 20000, recent: number[] = []): number[] {
  const sampler = createSampler({ temperature: 1, seed: 11, ...options });
  const counts = new Array<number>(logits.length).fill(0);
  for (let i = 0; i < times; i++) counts[sampler.sample(logits, recent)]!++;
  return counts;
}

/** Pearson's statistic; tokens of probability 0 must not occur. */
function chiSquare(counts: readonly number[], probabilities: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const mass = probabilities.reduce((sum, probability) => sum + probability, 0);
  return counts.reduce((sum, count, id) => {
    const expected = (total * probabilities[id]!) / mass;
    if (expected === 0) assert.is(count, 0, `token ${id} was ruled out`);
    return sum + (expected === 0 ? 0 : (count - expected) ** 2 / expected);
  }, 0);
}

const range = (message: RegExp) => (error: Error) => error instanceof RangeError && message.test(error.message);

test("greedy takes the largest logit, the lowest id of equal ones, and needs no seed to repeat", () => {
  assert.is(createSampler().sample(Float32Array.of(1, 3, 2, 3)), 1);
  assert.is(createSampler({ temperature: 0 }).sample(Float32Array.of(-5, -5)), 0);
  assert.is(createSampler().sample(Float32Array.of(Number.NEGATIVE_INFINITY, -1)), 1);
});

test("tokens occur as often as their probabilities say", () => {
  const probabilities = [0.5, 0.25, 0.125, 0.0625, 0.0625];
  // 4 degrees of freedom: 99.9 % stay below 18.5.
  assert.ok(chiSquare(draw(logitsOf(probabilities), {}), probabilities) < 18.5);
});

test("temperature sharpens and flattens", () => {
  const probabilities = [0.6, 0.3, 0.1];
  for (const temperature of [0.5, 2]) {
    const tempered = probabilities.map((probability) => probability ** (1 / temperature));
    assert.ok(chiSquare(draw(logitsOf(probabilities), { temperature }), tempered) < 13.8, `${temperature}`);
  }
  assert.equal(draw(logitsOf(probabilities), { temperature: 1e-300 }, 50), [50, 0, 0]);
});

test("top-k keeps the k most probable, the lowest ids of equal ones", () => {
  const probabilities = [0.1, 0.4, 0.1, 0.3, 0.1];
  assert.ok(chiSquare(draw(logitsOf(probabilities), { topK: 3 }), [0.1, 0.4, 0, 0.3, 0]) < 13.8);
  assert.equal(draw(logitsOf(probabilities), { topK: 1 }, 50), [0, 50, 0, 0, 0]);
  assert.ok(chiSquare(draw(logitsOf(probabilities), { topK: 99 }), probabilities) < 18.5);
});

test("top-p keeps the fewest that reach p, and always one", () => {
  const probabilities = [0.1, 0.5, 0.15, 0.25];
  assert.ok(chiSquare(draw(logitsOf(probabilities), { topP: 0.7 }), [0, 0.5, 0, 0.25]) < 10.9);
  assert.ok(chiSquare(draw(logitsOf(probabilities), { topP: 0.8 }), [0, 0.5, 0.15, 0.25]) < 13.8);
  assert.equal(draw(logitsOf(probabilities), { topP: 0 }, 50), [0, 50, 0, 0]);
  // After top-k, probabilities are those of what is left: 0.5 of 0.75 is two thirds.
  assert.equal(draw(logitsOf(probabilities), { topK: 2, topP: 0.66 }, 50), [0, 50, 0, 0]);
});

test("min-p keeps what is probable enough beside the best", () => {
  const probabilities = [0.5, 0.3, 0.14, 0.06];
  assert.ok(chiSquare(draw(logitsOf(probabilities), { minP: 0.2 }), [0.5, 0.3, 0.14, 0]) < 13.8);
  assert.equal(draw(logitsOf(probabilities), { minP: 1 }, 50), [50, 0, 0, 0]);
});

test("over a large vocabulary, selection keeps what sorting would keep", () => {
  const logits = fc
    .array(fc.integer({ min: -40, max: 40 }), { minLength: 1, maxLength: 1500 })
    .map((values) => Float32Array.from(values, (value) => value / 4));
  const options = fc.record({
    topK: fc.nat(1600),
    topP: fc.constantFrom(0, 0.1, 0.5, 0.9, 0.999, 1),
    minP: fc.constantFrom(0, 0.01, 0.5, 1),
  });
  fc.assert(
    fc.property(logits, options, fc.nat(), (values, chosen, seed) => {
      let kept = [...values.keys()].sort((a, b) => values[b]! - values[a]! || a - b);
      const weight = (id: number): number => Math.exp(values[id]! - values[kept[0]!]!);
      if (chosen.topK > 0) kept = kept.slice(0, chosen.topK);
      const total = kept.reduce((sum, id) => sum + weight(id), 0);
      let reached = 0;
      let count = 0;
      // Rounding may put the limit on either side of a token that meets it exactly.
      const slack = total * 1e-9;
      while (count < kept.length && (count === 0 || reached < chosen.topP * total + slack))
        reached += weight(kept[count++]!);
      if (chosen.topP < 1) kept = kept.slice(0, count);
      if (chosen.minP > 0) kept = kept.filter((id) => weight(id) >= chosen.minP * (1 - 1e-12));
      const allowed = new Set(kept);
      const sampler = createSampler({ temperature: 50, seed, ...chosen });
      for (let i = 0; i < 20; i++) assert.ok(allowed.has(sampler.sample(values)));
    }),
    { numRuns: 300 },
  );
});

/** Tokens that are drawn; at this temperature, all that are kept are all but equally probable. */
function drawable(logits: Float32Array, options: SamplerOptions): number[] {
  const counts = draw(logits, { temperature: 1e6, ...options }, 30 * logits.length);
  return [...counts.keys()].filter((id) => counts[id]! > 0);
}

test("top-p keeps all that sorting would keep, and nothing else", () => {
  // Logits close together, far apart, equal, and at every distance from the largest; some are ruled out.
  const logits = fc
    .tuple(
      fc.constantFrom(1 / 256, 1 / 64, 1 / 16, 1 / 4, 2),
      fc.array(fc.oneof({ weight: 8, arbitrary: fc.nat(24) }, fc.constant(Number.POSITIVE_INFINITY)), {
        maxLength: 23,
      }),
      fc.integer({ min: -40, max: 40 }),
      fc.nat(23),
    )
    .map(([step, below, largest, at]) => {
      const values = below.map((steps) => largest - steps * step);
      values.splice(at, 0, largest);
      return Float32Array.from(values);
    });
  const shares = fc.oneof(
    fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    fc.constantFrom(0.5, 0.999999),
  );
  fc.assert(
    fc.property(logits, shares, fc.nat(30), fc.nat(1000), (values, topP, topK, seed) => {
      let sorted = [...values.keys()].sort((a, b) => (values[a] === values[b] ? a - b : values[b]! - values[a]!));
      if (topK > 0) sorted = sorted.slice(0, topK);
      const possible = sorted.filter((id) => values[id]! > Number.NEGATIVE_INFINITY);
      const weights = possible.map((id) => Math.exp(values[id]! - values[sorted[0]!]!));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const fewest = (wanted: number): number => {
        let count = 1;
        for (let reached = weights[0]!; reached < wanted && count < weights.length; ) reached += weights[count++]!;
        return count;
      };
      const drawn = drawable(values, { topP, topK, seed });
      const kept = possible.slice(0, drawn.length).sort((a, b) => a - b);
      assert.equal(drawn, kept, "the most probable ones, the lowest ids of equal ones");
      // Rounding may put the limit on either side of a token that meets it exactly.
      const [least, most] = [fewest(topP * total * (1 - 1e-12)), fewest(topP * total * (1 + 1e-12))];
      assert.ok(least <= drawn.length && drawn.length <= most, `${drawn.length} kept; expected ${least} to ${most}`);
    }),
    { numRuns: 250 },
  );
});

test("top-p counts ties, the last class of distances, and what top-k has left", () => {
  const { NEGATIVE_INFINITY: never } = Number;
  const equal = new Float32Array(8).fill(-3);
  for (const [topP, count] of [
    [0, 1],
    [0.125, 1],
    [0.126, 2],
    [0.5, 4],
    [0.875, 7],
    [0.876, 8],
  ] as const)
    assert.equal(drawable(equal, { topP }), [0, 1, 2, 3, 4, 5, 6, 7].slice(0, count), `${topP}`);
  assert.equal(drawable(Float32Array.of(1, never, 2, 1, never, 1), { topP: 0.75 }), [0, 2, 3]);
  assert.equal(drawable(Float32Array.of(1, 2, 1, 1, 1), { topP: 0.99, topK: 3 }), [0, 1, 2]);
  assert.equal(drawable(Float32Array.of(never, 0, never), { topP: 0.9 }), [1]);
  // The tail beyond e^-32 counts as well: 1 - 2^-53 is more than 1 / (1 + 2 e^-33) and less than one.
  assert.equal(drawable(Float32Array.of(-33, 0, -33, -60), { topP: 1 - 2 ** -53 }), [0, 1, 2]);
  assert.equal(drawable(Float32Array.of(-33, 0, -33, -60), { topP: 1 - 2 ** -40 }), [1]);
});

test("a repetition penalty divides positive logits and multiplies negative ones", () => {
  const penalised = { temperature: 0, repetitionPenalty: 2 };
  assert.is(createSampler(penalised).sample(Float32Array.of(3, 2), [0]), 1);
  assert.is(createSampler(penalised).sample(Float32Array.of(3, 1), [0]), 0);
  assert.is(createSampler(penalised).sample(Float32Array.of(-1, -1.5), [0]), 1);
  assert.is(createSampler(penalised).sample(Float32Array.of(3, 2), [0, 0, 0]), 1, "however often");
});

test("frequency counts repetitions, presence does not", () => {
  const logits = Float32Array.of(3, 2);
  assert.is(createSampler({ frequencyPenalty: 0.4 }).sample(logits, [0, 0]), 0);
  assert.is(createSampler({ frequencyPenalty: 0.4 }).sample(logits, [0, 0, 0]), 1);
  assert.is(createSampler({ presencePenalty: 0.9 }).sample(logits, [0, 0, 0]), 0);
  assert.is(createSampler({ presencePenalty: 1.1 }).sample(logits, [0]), 1);
  assert.is(createSampler({ presencePenalty: -2 }).sample(logits, [1]), 1, "a negative one favours");
});

test("penalties look at the window and no further", () => {
  const logits = Float32Array.of(3, 2, -9);
  const recent = [0, 2, 2];
  assert.is(createSampler({ presencePenalty: 5, penaltyWindow: 2 }).sample(logits, recent), 0);
  assert.is(createSampler({ presencePenalty: 5, penaltyWindow: 3 }).sample(logits, recent), 1);
  assert.is(createSampler({ presencePenalty: 5, penaltyWindow: -1 }).sample(logits, recent), 1);
  assert.is(createSampler({ presencePenalty: 5, penaltyWindow: 0 }).sample(logits, recent), 0);
});

test("logit bias favours, rules out, and takes a Map or an object", () => {
  const logits = Float32Array.of(3, 2, 1);
  assert.is(createSampler({ logitBias: { 2: 5 } }).sample(logits), 2);
  assert.is(createSampler({ logitBias: new Map([[0, Number.NEGATIVE_INFINITY]]) }).sample(logits), 1);
  assert.equal(
    draw(logits, { logitBias: { 0: Number.NEGATIVE_INFINITY, 1: Number.NEGATIVE_INFINITY } }, 50),
    [0, 0, 50],
  );
  assert.throws(() => createSampler({ logitBias: { 7: 1 } }).sample(logits), range(/token 7.*0 to 2/));
});

test("a seed repeats, another seed differs, none is drawn and told", () => {
  const logits = Float32Array.from({ length: 1000 }, (_, id) => (id * 7919) % 13);
  const take = (seed?: number): { ids: number[]; seed: number } => {
    const sampler = createSampler(seed === undefined ? { temperature: 1 } : { temperature: 1, seed });
    return { ids: Array.from({ length: 20 }, () => sampler.sample(logits)), seed: sampler.seed };
  };
  assert.equal(take(5).ids, take(5).ids);
  assert.not.equal(take(5).ids, take(6).ids);
  const unseeded = take();
  assert.equal(take(unseeded.seed).ids, unseeded.ids);
});

test("a seed's tokens are pinned: every engine must draw these", () => {
  const logits = Float32Array.from({ length: 2000 }, (_, id) => ((id * 7919) % 1009) / 97 - 5);
  const sampler = createSampler({ temperature: 0.8, topP: 0.95, minP: 0.001, repetitionPenalty: 1.1, seed: 20261122 });
  const ids: number[] = [];
  for (let i = 0; i < 12; i++) ids.push(sampler.sample(logits, ids));
  assert.equal(ids, [53, 1174, 113, 238, 1029, 1115, 1418, 1314, 1240, 1801, 403, 172]);
});

test("logits are not changed", () => {
  const logits = Float32Array.of(3, 2, 1);
  createSampler({ temperature: 1, topK: 2, presencePenalty: 1, logitBias: { 1: 4 } }).sample(logits, [0, 1]);
  assert.equal(logits, Float32Array.of(3, 2, 1));
});

test("damaged logits are an error, not a token", () => {
  for (const temperature of [0, 1]) {
    const sampler = createSampler({ temperature });
    assert.throws(() => sampler.sample(Float32Array.of(1, Number.NaN)), range(/token 1 is NaN/));
    assert.throws(() => sampler.sample(Float32Array.of(1, Number.POSITIVE_INFINITY)), range(/token 1 is Infinity/));
    assert.throws(() => sampler.sample(new Float32Array(3).fill(Number.NEGATIVE_INFINITY)), range(/ruled out/));
  }
  assert.throws(
    () => createSampler().sample([1, 2] as unknown as Float32Array),
    (error: Error) => error instanceof TypeError,
  );
});

test("an option out of range is refused by name, value and range", () => {
  const bad: readonly (readonly [SamplerOptions, RegExp])[] = [
    [{ temperature: -1 }, /temperature is -1; a finite number, at least 0/],
    [{ temperature: Number.NaN }, /temperature is NaN/],
    [{ temperature: Number.POSITIVE_INFINITY }, /temperature is Infinity/],
    [{ topK: -1 }, /topK is -1; an integer, at least 0/],
    [{ topK: 1.5 }, /topK is 1.5/],
    [{ topP: 1.5 }, /topP is 1.5; 0 to 1 is expected/],
    [{ minP: -0.1 }, /minP is -0.1; 0 to 1 is expected/],
    [{ repetitionPenalty: 0 }, /repetitionPenalty is 0; a number above 0/],
    [{ frequencyPenalty: Number.NaN }, /frequencyPenalty is NaN; a finite number is expected/],
    [{ presencePenalty: Number.POSITIVE_INFINITY }, /presencePenalty/],
    [{ penaltyWindow: -2 }, /penaltyWindow is -2; an integer, at least -1/],
    [{ seed: -1 }, /seed is -1/],
    [{ logitBias: { 1: Number.NaN } }, /logitBias of token 1 is NaN/],
    [{ logitBias: { x: 1 } as Record<number, number> }, /logitBias has the key NaN/],
  ];
  for (const [options, message] of bad) assert.throws(() => createSampler(options), range(message), `${message}`);
  assert.throws(
    () => createSampler({ topK: "4" as unknown as number }),
    (error: Error) => error instanceof TypeError,
  );
});

test("log-probabilities are those of the softmax", () => {
  const probabilities = [0.5, 0.25, 0.2, 0.05];
  const logits = logitsOf(probabilities);
  probabilities.forEach((probability, id) => {
    assert.ok(Math.abs(logProbability(logits, id) - Math.log(probability)) < 1e-7);
  });
  assert.is(logProbability(Float32Array.of(5, Number.NEGATIVE_INFINITY), 0), 0);
  assert.is(logProbability(Float32Array.of(5, Number.NEGATIVE_INFINITY), 1), Number.NEGATIVE_INFINITY);
  assert.throws(() => logProbability(logits, 4), range(/token id 4/));
});

test.run();
