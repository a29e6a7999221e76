// Threads over one shared memory. All of them run forward.ts, each as its part; the caller's event loop stays free and
// hears of a finished pass through Atomics.waitAsync. How many take part is decided pass by pass (pace.ts).

import { Pace } from "./pace.js";
import type { Plan } from "./plan.js";
import { BENCH, CONTROL_WORDS, DONE, JOB, jobOf, OUTPUTS, TOKENS, type WorkerTask } from "./worker.js";

/** A thread of the host's: Node's worker_threads or a Web Worker, behind the few calls that are needed. */
export interface Thread {
  /** Starts runWorker in it. */
  start(task: WorkerTask): void;
  /** `onReady` once its kernels are instantiated; `onDeath` if it fails or ends without being told to. */
  listen(onReady: () => void, onDeath: (cause: unknown) => void): void;
  /** Whether it keeps the process alive. */
  keepAlive(alive: boolean): void;
  terminate(): void;
}

export type SpawnThread = () => Thread;

export interface PoolOptions {
  readonly plan: Plan;
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly dot: number;
  readonly spawn: SpawnThread;
  /** Threads that the host can run at the same time; all, if left out. */
  readonly cores?: number | undefined;
}

export class Pool {
  readonly #threads: Thread[] = [];
  #control: Int32Array;
  readonly #pace: Pace;
  #passes = 0;
  /** Threads in the last pass. */
  #parts = 0;
  #fail: ((cause: Error) => void) | undefined;
  #dead: Error | undefined;
  #onDeath = () => {};

  private constructor({ plan, memory, cores }: PoolOptions) {
    this.#control = new Int32Array(memory.buffer, plan.control, CONTROL_WORDS);
    this.#pace = new Pace(plan.threads, cores);
  }

  /**
   * Starts plan.threads threads over the memory and waits until each has its kernels.
   * @throws Error if one cannot be started; none is left then
   */
  static async start(options: PoolOptions): Promise<Pool> {
    const { plan, module, memory, dot, spawn } = options;
    const pool = new Pool(options);
    try {
      const ready = Array.from({ length: plan.threads }, (_, part) => {
        const thread = spawn();
        pool.#threads.push(thread);
        return new Promise<void>((resolve, reject) => {
          thread.listen(resolve, (cause) => {
            const reason = cause instanceof Error ? cause.message : String(cause);
            const error = new Error(`thread ${part} of ${plan.threads} died: ${reason}; load the model again`, {
              cause,
            });
            reject(error);
            pool.#die(error);
          });
          thread.start({ module, memory, plan, dot, part });
        });
      });
      await Promise.all(ready);
    } catch (error) {
      pool.dispose();
      throw error;
    }
    for (const thread of pool.#threads) thread.keepAlive(false);
    return pool;
  }

  /** Why the pool is of no more use: a thread's death, or its end. */
  get dead(): Error | undefined {
    return this.#dead;
  }

  /**
   * Runs one pass. One at a time.
   * @throws Error if a thread has died; the pool is of no more use then
   */
  async run(tokens: number, outputs: number): Promise<void> {
    if (this.#dead) throw this.#dead;
    const control = this.#control;
    const before = Atomics.load(control, DONE);
    const parts = this.#pace.choose(tokens);
    const began = performance.now();
    control[TOKENS] = tokens;
    control[OUTPUTS] = outputs;
    for (const thread of this.#threads) thread.keepAlive(true);
    const died = new Promise<never>((_, reject) => {
      this.#fail = reject;
    });
    Atomics.store(control, JOB, jobOf(++this.#passes, parts));
    Atomics.notify(control, JOB);
    if (parts > this.#parts) this.#callBench();
    this.#parts = parts;
    try {
      while (Atomics.load(control, DONE) === before) {
        const waiting = Atomics.waitAsync(control, DONE, before);
        if (waiting.async) await Promise.race([waiting.value, died]);
      }
      this.#pace.record(tokens, performance.now() - began);
    } finally {
      this.#fail = undefined;
      for (const thread of this.#threads) thread.keepAlive(false);
    }
  }

  /** `heard` is called when a thread has died and the others have been ended. */
  onDeath(heard: () => void): void {
    this.#onDeath = heard;
    if (this.#dead) heard();
  }

  /** Ends the threads, and lets go of the memory. */
  dispose(): void {
    this.#dead ??= new Error("the model has been disposed of");
    Atomics.store(this.#control, JOB, -1);
    Atomics.notify(this.#control, JOB);
    this.#callBench();
    for (const thread of this.#threads) thread.terminate();
    this.#control = new Int32Array(CONTROL_WORDS);
  }

  /** Wakes the threads that took no part in the last pass. */
  #callBench(): void {
    Atomics.add(this.#control, BENCH, 1);
    Atomics.notify(this.#control, BENCH);
  }

  /** The others may be waiting for the dead one at a barrier, for ever: end them too. */
  #die(error: Error): void {
    if (this.#dead) return;
    this.#dead = error;
    this.dispose();
    this.#fail?.(error);
    this.#onDeath();
  }
}
