// maxMs: platforms end requests that compute for too long. A generation ends by itself before, with what it has till then,
// and only its own passes count.

import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Model } from "../../src/node.js";
import { PassClock } from "../../src/pass-clock.js";
import { rejects, throws } from "./rejects.js";

// Threads start from a file of the build.
const { loadModel } = (await import("../../dist/node.js" as string)) as typeof import("../../src/node.js");

const test = suite("time limit");

let model: Model;
test.before(async () => {
  model = await loadModel(undefined, { threads: 0 });
});
test.after(() => model.dispose());

/** Ids that are text, as many as wanted. */
const prompt = (length: number) => Array.from({ length }, (_, i) => 300 + (i % 200));

/** A text that goes on until it is cut. */
const endless = { grammar: "root ::= [a-z]{2000}", maxTokens: 80 };

test("when the time is spent the text ends with what there is, as the start of the whole", async () => {
  const whole = model.generate(prompt(30), endless);
  await whole.complete();
  assert.is(whole.finishReason, "length");
  const cut = model.generate(prompt(30), { ...endless, maxMs: 5 });
  await cut.complete();
  assert.is(cut.finishReason, "time");
  assert.equal(cut.ids, whole.ids.slice(0, cut.ids.length));
  assert.ok(cut.ids.length < whole.ids.length, `${cut.ids.length} of ${whole.ids.length}`);
  assert.is(cut.text, model.tokenizer.decode(cut.ids));
});

test("a long prompt ends too, between its passes, and the session keeps what was read", async () => {
  const session = model.createSession();
  const generation = session.generate(prompt(400), { maxMs: 0.001 });
  assert.is(await generation.complete(), "");
  assert.is(generation.finishReason, "time");
  assert.is(session.length, 64);
  const rest = session.generate(prompt(400).slice(64), { maxTokens: 5 });
  await rest.complete();
  const whole = model.generate(prompt(400), { maxTokens: 5 });
  await whole.complete();
  assert.equal(rest.ids, whole.ids);
  session.dispose();
});

test("what ends by itself in time says so", async () => {
  const session = model.createSession();
  const generation = session.chat([{ role: "user", content: "turn on the lamp" }], { maxMs: 60_000 });
  await generation.complete();
  assert.is(generation.finishReason, "stop");
  session.dispose();
});

test("waiting does not count: for a slow reader, for other generations", async () => {
  const slow = model.generate(prompt(3), { ...endless, maxTokens: 5, maxMs: 400 });
  for await (const _ of slow) await new Promise((resolve) => setTimeout(resolve, 120));
  assert.is(slow.finishReason, "length");

  for (const threads of [0, 2]) {
    const shared = await loadModel(undefined, { threads });
    const options = { ...endless, maxTokens: 40 };
    const alone = shared.generate(prompt(3), options);
    const began = performance.now();
    await alone.complete();
    const maxMs = 6 * (performance.now() - began) + 50; // half of what all twelve take
    const others = Array.from({ length: 12 }, () => shared.generate(prompt(3), { ...options, maxMs }));
    await Promise.all(others.map((generation) => generation.complete()));
    const reasons = others.map(({ finishReason }) => finishReason);
    assert.is(reasons.filter((reason) => reason === "time").length, 0, `${threads} threads: ${reasons}`);
    await shared.dispose();
  }
});

test("where the clock stands still while code runs, passes share what has passed at the next turn", async () => {
  // Two generations that take turns, passes of 3 and 1 positions, 8 ms for both, of which the clock shows nothing before the turn.
  const real = performance.now;
  let now = 1000;
  performance.now = () => now;
  try {
    const clockOf = (maxMs: number) => new PassClock(maxMs, () => 4);
    const [first, alike, second, later] = [clockOf(6), clockOf(6.1), clockOf(2), clockOf(2.1)];
    const adding = [
      ...[first, alike].map((clock) => clock.add({ began: 1000, ended: 1000, positions: 3, before: 0 })),
      ...[second, later].map((clock) => clock.add({ began: 1000, ended: 1000, positions: 1, before: 0 })),
    ];
    assert.not.ok(first.over);
    now = 1008;
    await Promise.all(adding);
    assert.equal([first.over, alike.over], [true, false], "6 of 8 ms");
    assert.equal([second.over, later.over], [true, false], "2 of 8 ms");
  } finally {
    performance.now = real;
  }
});

test("a clock coarser than a pass comes to the same sum", async () => {
  const real = performance.now;
  let now = 0.4;
  let computed = 0;
  performance.now = () => Math.floor(now);
  try {
    const clock = new PassClock(100, () => computed);
    let [shown, first] = [-1, 0];
    let passes = 0;
    for (; !clock.over && passes < 1000; passes++) {
      const began = performance.now();
      if (began !== shown) [shown, first] = [began, computed];
      now += 0.3;
      computed++;
      await clock.add({ began, ended: performance.now(), positions: 1, before: first });
    }
    assert.ok(Math.abs(passes - 333) < 5, `100 ms were over after ${passes} passes of 0.3 ms`);
  } finally {
    performance.now = real;
  }
});

test("a frozen clock ends generations too", async () => {
  const real = performance.now;
  let now = 0;
  performance.now = () => now; // moves with the event loop alone, as on Cloudflare's workers
  const timer = setInterval(() => {
    now = real.call(performance);
  }, 0);
  try {
    const generation = model.generate(prompt(30), { ...endless, maxMs: 10 });
    await generation.complete();
    assert.is(generation.finishReason, "time");
    assert.ok(generation.ids.length > 0);
  } finally {
    clearInterval(timer);
    performance.now = real;
  }
});

test("a limit that is none is refused", async () => {
  throws(() => model.generate("x", { maxMs: "5" as never }), TypeError, /maxMs: expected a number/);
  for (const maxMs of [0, -1, Number.NaN])
    throws(() => model.generate("x", { maxMs }), RangeError, /maxMs: .* more than 0/);
  await rejects((async () => model.generate("x", { maxMs: -5 }))(), RangeError, /maxMs/);
});

test.run();
