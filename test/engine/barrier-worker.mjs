// One thread of test/engine/kernels-barrier.test.ts: writes its number for each round, claims pieces, meets the others, and
// reads what all wrote. Plain loads and stores: that they are seen, and that no piece is given twice, is the kernels' doing.

import { parentPort, workerData } from "node:worker_threads";

const { module, memory, sync, slots, index, threads, rounds, sleepers, sleepMs } = workerData;
const { barrier, claim } = new WebAssembly.Instance(module, { env: { memory } }).exports;
const numbers = new Int32Array(memory.buffer, slots, threads);
const pieces = 5; // of each thread
const taken = new Int32Array(memory.buffer, slots + 4 * threads, threads * pieces);
const nowhere = new Int32Array(new SharedArrayBuffer(4));

let mistakes = 0;
for (let round = 1; round <= rounds; round++) {
  // In these rounds one thread comes late, so that the others stop spinning and sleep.
  if (round <= sleepers && round % threads === index) Atomics.wait(nowhere, 0, 0, sleepMs);
  numbers[index] = round;
  for (let piece = claim(sync, index, threads, pieces); piece >= 0; piece = claim(sync, index, threads, pieces))
    taken[piece]++;
  barrier(sync, threads);
  for (const times of taken) if (times !== round) mistakes++;
  for (let other = 0; other < threads; other++) if (numbers[other] !== round) mistakes++;
  barrier(sync, threads); // nobody writes the next round's number before all have read
}
parentPort.postMessage(mistakes);
