// How many threads take part in a pass, on machines that are only imagined: times per pass are given by a function, so that
// what is tested is the decision. What would break: two threads slower than one beside another program, a pool that never
// uses its cores again after such a moment, or trials that cost more than they save.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { Pace, usefulThreads } from "../../src/engine/pace.js";
import { bitStream } from "./values.js";

type Machine = (parts: number, pass: number) => number;

/** Runs passes of one token; their mean time, and the passes that each count of threads got in the last half. */
function run(pace: Pace, passes: number, machine: Machine): { mean: number; late: Map<number, number> } {
  const late = new Map<number, number>();
  let total = 0;
  for (let pass = 0; pass < passes; pass++) {
    const parts = pace.choose(1);
    const ms = machine(parts, pass);
    total += ms;
    pace.record(1, ms);
    if (pass >= passes / 2) late.set(parts, (late.get(parts) ?? 0) + 1);
  }
  return { mean: total / passes, late };
}

/** A machine on which nothing else runs: times vary by a few hundredths. */
function free(speedup: Readonly<Record<number, number>>): Machine {
  const bits = bitStream(5);
  return (parts) => (3 / speedup[parts]!) * (1 + (bits() % 100) / 1000);
}

/** One core is shared: every so often several threads wait for the one that stands still there. */
function busy(chance: number, standstill: number): Machine {
  const bits = bitStream(7);
  return (parts) => (parts === 1 ? 3 : 1.8) + (parts > 1 && bits() % 1000 < chance * 1000 ? standstill : 0);
}

test("a model gets threads by its size and the machine's cores, unless it is small", () => {
  assert.is(usefulThreads(5e6, 16), 0);
  assert.is(usefulThreads(70e6, 1), 1);
  assert.is(usefulThreads(70e6, 2), 2);
  assert.is(usefulThreads(70e6, 64), 8);
});

test("on a free machine every thread takes part in every pass", () => {
  const { late, mean } = run(new Pace(2), 1000, free({ 1: 1, 2: 1.6 }));
  assert.equal([...late], [[2, 500]]);
  assert.ok(mean < 3 / 1.5);
});

test("beside a program that takes a core, threads are no slower than one would be", () => {
  for (const [chance, standstill] of [
    [0.5, 4],
    [0.3, 8],
    [0.9, 3],
  ] as const) {
    const { mean, late } = run(new Pace(2), 2000, busy(chance, standstill));
    assert.ok(mean < 3 * 1.05, `${mean.toFixed(2)} ms a pass, one thread takes 3`);
    assert.ok(late.get(1)! > 900, "one thread does the work");
    const soon = run(new Pace(2), 128, busy(chance, standstill)).mean;
    assert.ok(soon < 3 * 1.1, `${soon.toFixed(2)} ms a pass in the first 128`);
  }
});

test("a core that is shared but little is still used", () => {
  const { mean } = run(new Pace(2), 2000, busy(0.1, 4)); // 2.2 ms on average
  assert.ok(mean < 2.5, `${mean.toFixed(2)} ms a pass`);
});

test("when the other program ends, the threads come back", () => {
  const pace = new Pace(2);
  run(pace, 500, busy(0.6, 4));
  const { late } = run(pace, 2000, free({ 1: 1, 2: 1.6 }));
  assert.ok(late.get(2)! > 900, JSON.stringify([...late]));
});

test("more threads than cores are not used, and neither does their number have to be a power of two", () => {
  assert.is(new Pace(8, 3).choose(1), 3);
  assert.is(new Pace(8, 3).choose(64), 3);
  assert.is(new Pace(3).choose(1), 3);
  assert.is(new Pace(1).choose(1), 1);
  assert.is(new Pace(1, 0).choose(1), 1);
});

test("a machine whose threads hinder each other ends up with the count that is best", () => {
  const bits = bitStream(3);
  const uneven: Machine = (parts) => ({ 1: 3, 2: 1.9, 4: 2.5 })[parts]! * (bits() % 3 === 0 && parts === 4 ? 2 : 1);
  const { late } = run(new Pace(4), 2000, uneven);
  assert.ok(late.get(2)! > 900, JSON.stringify([...late]));
});

test("long passes always use every thread and decide nothing", () => {
  const pace = new Pace(2);
  for (let pass = 0; pass < 500; pass++) {
    assert.is(pace.choose(64), 2);
    pace.record(64, pass % 2 === 0 ? 50 : 500);
  }
  assert.is(pace.choose(1), 2);
});

test.run();
