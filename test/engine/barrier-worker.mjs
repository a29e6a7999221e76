// One thread of test/engine/kernels-barrier.test.ts: writes its number for each round, meets the others, and reads
// theirs. Plain loads and stores: that they are seen is the barrier's doing.

import { parentPort, workerData } from "node:worker_threads";

const { module, memory, sync, slots, index, threads, rounds, sleepers, sleepMs } = workerData;
const { barrier } = new WebAssembly.Instance(module, { env: { memory } }).exports;
const numbers = new Int32Array(memory.buffer, slots, threads);
const nowhere = new Int32Array(new SharedArrayBuffer(4));

let mistakes = 0;
for (let round = 1; round <= rounds; round++) {
  // In these rounds one thread comes late, so that the others stop spinning and sleep.
  if (round <= sleepers && round % threads === index) Atomics.wait(nowhere, 0, 0, sleepMs);
  numbers[index] = round;
  barrier(sync, threads);
  for (let other = 0; other < threads; other++) if (numbers[other] !== round) mistakes++;
  barrier(sync, threads); // nobody writes the next round's number before all have read
}
parentPort.postMessage(mistakes);
