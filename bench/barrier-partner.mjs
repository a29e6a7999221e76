// The other thread of bench/barrier.ts: counts the meetings, and comes to each, until told that one is the last.

import { parentPort, workerData } from "node:worker_threads";

const { module, memory, sync, count, last } = workerData;
const { barrier } = new WebAssembly.Instance(module, { env: { memory } }).exports;
const words = new Int32Array(memory.buffer);
parentPort.postMessage("ready");
do {
  words[count / 4]++;
  barrier(sync, 2);
} while (words[last / 4] === 0);
