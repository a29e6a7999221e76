// How long two threads take to meet: while both spin, and when one has been waiting for so long that it sleeps.

import { Worker } from "node:worker_threads";
import { type Build, instantiateKernels } from "../src/engine/kernels.js";
import { compileKernels } from "../src/node/compile-kernels.js";
import { Arena } from "./arena.js";
import type { Ready } from "./ready.js";

/** Milliseconds to be late by, so that the other thread has gone to sleep: several times what it spins for. */
const LATE = 0.5;

/**
 * Lets another thread wait at a barrier until `use` is done. spinning: a call is one meeting. asleep: a call comes late,
 * which wakes the other, and takes until the next meeting, to which the other comes once awake; lateness is taken off.
 */
export async function withBarrier(build: Build, shape: string, use: (ready: Ready) => void): Promise<void> {
  const { memory, ...arena } = threadMemory();
  const module = await compileKernels(build, true);
  const kernels = instantiateKernels(module, memory);
  const { sync, count, last } = arena;
  const worker = new Worker(new URL("./barrier-partner.mjs", import.meta.url), {
    workerData: { module, memory, sync, count, last },
    execArgv: [],
  });
  await new Promise<void>((resolve, reject) => {
    worker.once("message", () => resolve());
    worker.once("error", reject);
  });
  const words = new Int32Array(memory.buffer);
  const meet = () => kernels.barrier(sync, 2);
  const wait = () => {
    for (const end = performance.now() + LATE; performance.now() < end; );
  };
  const asleep = () => {
    wait();
    meet();
    meet();
  };
  try {
    use({
      run: shape === "asleep" ? asleep : meet,
      ...(shape === "asleep" && { besides: wait }),
      next: () => 0,
      bytes: 0,
      region: 0,
      macs: 0,
      instructions: ["madd"],
      check() {
        for (let meetings = 0; meetings < 1000; meetings++) {
          const before = Atomics.load(words, count / 4);
          meet();
          meet(); // between the two the other thread has counted once
          const counted = Atomics.load(words, count / 4) - before;
          if (counted < 1 || counted > 3) throw new Error(`two meetings, and the other thread has counted ${counted}`);
        }
      },
    });
  } finally {
    words[last / 4] = words[sync / 4 + 1]! + 1; // the number of the meeting that follows
    meet();
    await worker.terminate();
  }
}

function threadMemory() {
  const arena = new Arena(1 << 20, true);
  const [sync, count, last] = [arena.take(3 * 64), arena.take(4), arena.take(4)];
  return { memory: arena.memory, sync, count, last };
}
