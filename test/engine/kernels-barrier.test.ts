// Threads meet at the barrier: after it each sees what all others wrote before it. If it let one through early, an answer
// would change from run to run; if it lost a wake-up, a model would hang. Between two barriers they claim pieces of the
// work: one given twice or not at all would be a wrong answer.

import { setTimeout as delay } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Build, builds } from "./builds.js";

const sync = 1024; // arrivals, generation; then a cache line for each thread
const slots = 2048;
/** Far more than a run takes; a hang must fail, not stall the suite. */
const patience = 30_000;

/** Lets `threads` workers meet 2 * `rounds` times; mistakes of each. `every10ms` is called here meanwhile. */
async function meet(
  build: Build,
  threads: number,
  rounds: number,
  late: { sleepers: number; sleepMs: number },
  every10ms: () => void = () => {},
): Promise<number[]> {
  const { module, memory } = build;
  new Uint8Array(memory.buffer).fill(0, sync, 4096); // below lie the kernels' constants
  const workers = Array.from({ length: threads }, (_, index) => {
    const workerData = { module, memory, sync, slots, index, threads, rounds, ...late };
    return new Worker(new URL("./barrier-worker.mjs", import.meta.url), { workerData, execArgv: [] });
  });
  const done = workers.map(
    (worker) =>
      new Promise<number>((resolve, reject) => {
        worker.once("message", resolve);
        worker.once("error", reject);
      }),
  );
  const ticks = setInterval(every10ms, 10);
  const timer = new AbortController();
  const tooLong = delay(patience, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`build ${build.name}: ${threads} threads have not met ${2 * rounds} times in ${patience} ms`);
  });
  try {
    return await Promise.race([Promise.all(done), tooLong]);
  } finally {
    clearInterval(ticks);
    timer.abort();
    tooLong.catch(() => {});
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

const threaded = builds.filter((build) => build.name.endsWith("threads"));

for (const build of threaded) {
  test(`${build.name}: two threads see each other's writes, thousands of times`, async () => {
    assert.equal(await meet(build, 2, 4000, { sleepers: 0, sleepMs: 0 }), [0, 0]);
  });

  test(`${build.name}: three threads, more than there may be cores, do too`, async () => {
    assert.equal(await meet(build, 3, 1000, { sleepers: 0, sleepMs: 0 }), [0, 0, 0]);
  });

  test(`${build.name}: threads sleep while one is late, bear being woken for nothing, and go on when it comes`, async () => {
    const words = new Int32Array(build.memory.buffer);
    let asleep = 0;
    const mistakes = await meet(build, 3, 60, { sleepers: 12, sleepMs: 50 }, () => {
      // How many were waiting for the generation to change. They must find that it has not, and wait again.
      asleep = Math.max(asleep, Atomics.notify(words, sync / 4 + 1));
    });
    assert.equal(mistakes, [0, 0, 0]);
    assert.is(asleep, 2, "both of the others were asleep at some time");
    assert.equal([words[sync / 4], words[sync / 4 + 1]], [0, 120], "nobody is left inside; 120 meetings");
  });
}

test("one thread alone, and a build without threads, do not wait and do not touch the barrier's words", () => {
  for (const build of builds) {
    const words = new Int32Array(build.memory.buffer);
    words.fill(0, sync / 4, sync / 4 + 2);
    build.kernels.barrier(sync, 1);
    if (!build.name.endsWith("threads")) build.kernels.barrier(sync, 3);
    assert.equal([words[sync / 4], words[sync / 4 + 1]], [0, 0], build.name);
  }
});

for (const build of threaded) {
  test(`${build.name}: a thread gets its own pieces in order, then what is left of the others', each piece once`, () => {
    const { kernels, memory } = build;
    const words = new Int32Array(memory.buffer);
    words.fill(0, sync / 4, slots / 4);
    const claims = (part: number, count: number) =>
      Array.from({ length: count }, () => kernels.claim(sync, part, 3, 2));
    assert.equal(claims(1, 1), [2]);
    assert.equal(claims(2, 4), [4, 5, 0, 1]);
    assert.equal(claims(1, 3), [3, -1, -1]);
    assert.equal(claims(0, 2), [-1, -1]);
    words[sync / 4] = 2; // the other two have arrived
    kernels.barrier(sync, 3);
    assert.equal(claims(0, 7), [0, 1, 2, 3, 4, 5, -1], "the barrier puts all pieces back");
  });
}

test.run();
