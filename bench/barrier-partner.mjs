// The other thread of bench/barrier.ts: counts the meetings, and comes to each, until it is the last one.
// Which that is has to be a number: told "no more" after a meeting, it might not come to one where the other waits.

import { parentPort, workerData } from "node:worker_threads";

const { module, memory, sync, count, last } = workerData;
const { barrier } = new WebAssembly.Instance(module, { env: { memory } }).exports;
const words = new Int32Array(memory.buffer);
/** Meetings so far: the barrier's second word. */
const meetings = sync / 4 + 1;
parentPort.postMessage("ready");
do {
  words[count / 4]++;
  barrier(sync, 2);
} while (words[last / 4] === 0 || Atomics.load(words, meetings) < words[last / 4]);
