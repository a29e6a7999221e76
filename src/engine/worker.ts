// One thread of a pool: instantiates the kernels over the shared memory, then sleeps until there is a pass to run. What
// receives the message that starts it, and ends it, is the host's business (src/node/worker.ts).

import { forward } from "./forward.js";
import { instantiateKernels } from "./kernels.js";
import { machineOf } from "./operations.js";
import type { Plan } from "./plan.js";

/** What a worker is told, by structured clone. */
export interface WorkerTask {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly plan: Plan;
  readonly dot: number;
  readonly part: number;
}

// Words of the control block at plan.control, all i32.

/** What is to be done (`jobOf`); its change wakes the threads that took part in the last pass. -1 ends them. */
export const JOB = 0;
export const TOKENS = 1;
export const OUTPUTS = 2;
/** Threads that have finished the pass. The last of them sets DONE to the job. */
export const FINISHED = 3;
export const DONE = 4;
/** Its change wakes the threads that did not take part. */
export const BENCH = 5;
export const CONTROL_WORDS = 6;

const MOST_PARTS = 512;
const MOST_PASSES = 2 ** 31 / MOST_PARTS;

/** The number of a pass, and how many threads run it. */
export function jobOf(pass: number, parts: number): number {
  return (pass % MOST_PASSES) * MOST_PARTS + parts;
}

/**
 * Runs passes until the pool ends. `onReady` is called once the kernels are there.
 *
 * Between passes it sleeps at once: the caller, too, needs a core to hear of the end and to choose the next token, for
 * longer than it pays to look at JOB, and where that is the core that looks it gets it a quarter of a millisecond later.
 */
export function runWorker(task: WorkerTask, onReady: () => void): void {
  const { module, memory, plan, dot, part } = task;
  const kernels = instantiateKernels(module, memory);
  const control = new Int32Array(memory.buffer, plan.control, CONTROL_WORDS);
  let machine = machineOf({ plan, kernels, dot }, part, 1);
  let seen = 0;
  let benched = false;
  onReady();
  for (;;) {
    const bench = Atomics.load(control, BENCH);
    const job = Atomics.load(control, JOB);
    if (job < 0) return;
    if (job === seen) {
      // Returns at once if the word has changed since.
      if (benched) Atomics.wait(control, BENCH, bench);
      else Atomics.wait(control, JOB, seen);
      continue;
    }
    seen = job;
    const parts = job % MOST_PARTS;
    benched = part >= parts;
    if (benched) continue;
    if (machine.parts !== parts) machine = machineOf(machine, part, parts);
    forward(machine, control[TOKENS]!, control[OUTPUTS]!);
    if (Atomics.add(control, FINISHED, 1) === parts - 1) {
      Atomics.store(control, FINISHED, 0);
      Atomics.store(control, DONE, job);
      Atomics.notify(control, DONE);
    }
  }
}
