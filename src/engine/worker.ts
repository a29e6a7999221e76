// One thread of a pool: instantiates the kernels over the shared memory, then sleeps until there is a pass to run. What
// receives the message that starts it, and ends it, is the host's business (src/node/worker.ts).

import { forward } from "./forward.js";
import { instantiateKernels } from "./kernels.js";
import type { Machine } from "./operations.js";
import type { Plan } from "./plan.js";

/** What a worker is told, by structured clone. */
export interface WorkerTask {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly plan: Plan;
  readonly dot: number;
  readonly part: number;
  readonly parts: number;
}

/**
 * Words of the control block at plan.control, all i32. JOB counts passes, and its change wakes the workers; -1 ends them.
 * The last worker to finish a pass sets DONE to the pass's number.
 */
export const JOB = 0;
export const TOKENS = 1;
export const OUTPUTS = 2;
export const FINISHED = 3;
export const DONE = 4;

/** Looks at JOB this often, some 100 us, before going to sleep: the next token usually comes within that. */
const SPINS = 20000;

/** Runs passes until the pool ends. `onReady` is called once the kernels are there. */
export async function runWorker(task: WorkerTask, onReady: () => void): Promise<void> {
  const { module, memory, plan, dot, part, parts } = task;
  const machine: Machine = { plan, kernels: instantiateKernels(module, memory), dot, part, parts };
  const control = new Int32Array(memory.buffer, plan.control, 5);
  let seen = 0;
  onReady();
  for (;;) {
    for (let i = 0; i < SPINS && Atomics.load(control, JOB) === seen; i++);
    Atomics.wait(control, JOB, seen); // returns at once if it has changed
    const job = Atomics.load(control, JOB);
    if (job === seen) continue;
    if (job < 0) return;
    seen = job;
    forward(machine, control[TOKENS]!, control[OUTPUTS]!);
    if (Atomics.add(control, FINISHED, 1) === parts - 1) {
      Atomics.store(control, FINISHED, 0);
      Atomics.store(control, DONE, job);
      Atomics.notify(control, DONE);
    }
  }
}
