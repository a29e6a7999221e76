// Node's worker threads as threads of a pool.

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Thread } from "../engine/pool.js";
import { sizeOfFile } from "./files.js";

const file = new URL("./worker.js", import.meta.url);

/**
 * Megabytes of a thread's own heap, which holds little more than compiled code: the weights are in shared memory. Left to
 * itself the heap for new objects grows to 16 MB before anything is collected.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 64 };

/** Threads that can run at the same time; undefined where the sources run as they are, with nothing compiled to start. */
export const cores: number | undefined = sizeOfFile(file) === undefined ? undefined : availableParallelism();

/** Starts a worker thread on worker.js beside this file. */
export function spawnThread(): Thread {
  // Not with the process's own options: --input-type and the like are errors in a worker, --import would load a program's
  // tools into it.
  const worker = new Worker(file, { execArgv: [], resourceLimits });
  let told = false;
  return {
    start(task) {
      worker.postMessage(task);
    },
    listen(onReady, onDeath) {
      worker.once("message", onReady);
      worker.once("error", onDeath);
      worker.once("exit", (code) => {
        if (!told) onDeath(new Error(`it ended with code ${code}`));
      });
    },
    keepAlive(alive) {
      if (alive) worker.ref();
      else worker.unref();
    },
    terminate() {
      told = true;
      void worker.terminate();
    },
  };
}
