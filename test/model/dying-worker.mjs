// A worker thread of test/model/threads-death.test.ts: runs passes as src/node/worker.ts does, and dies of what it is told:
// at the end of its third pass, before the others hear that it has finished, or in the middle of one ("middle"), while the
// others wait for it at a barrier.

import { parentPort, workerData } from "node:worker_threads";
import { runWorker } from "../../dist/engine/worker.js";

const deaths = {
  exit: () => process.exit(7),
  throw: () => {
    throw new Error("a mistake in the worker");
  },
  memory: () => {
    for (const kept = []; ; ) kept.push(new Array(1000).fill(kept.length));
  },
  trap: () => new Uint8Array(-1),
};

if (workerData.death === "middle") {
  const { Instance } = WebAssembly;
  let calls = 0; // six a pass of the fixture, which has three layers
  WebAssembly.Instance = function Mistaken(...args) {
    const { exports } = new Instance(...args);
    const rope = (...values) => {
      if (++calls === 15) throw new Error("a mistake in a kernel");
      return exports.rope(...values);
    };
    return { exports: { ...exports, rope } };
  };
}

const add = Atomics.add;
let passes = 0;
Atomics.add = (...args) => {
  if (++passes === 3) deaths[workerData.death]?.();
  return add(...args);
};

parentPort.once("message", (task) => {
  if (workerData.death === "start") throw new Error("no kernels today");
  runWorker(task, () => parentPort.postMessage("ready"));
});
