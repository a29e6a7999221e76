// Threads over one shared memory. All of them run forward.ts, each as its part; the caller's event loop stays free and
// hears of a finished pass through Atomics.waitAsync.

import type { Plan } from "./plan.js";
import { DONE, JOB, OUTPUTS, TOKENS, type WorkerTask } from "./worker.js";

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

export class Pool {
  readonly #threads: readonly Thread[];
  readonly #control: Int32Array;
  #job = 0;
  #fail: ((cause: Error) => void) | undefined;
  #dead: Error | undefined;

  private constructor(threads: readonly Thread[], control: Int32Array) {
    this.#threads = threads;
    this.#control = control;
  }

  /**
   * Starts plan.threads threads over `memory` and waits until each has its kernels.
   * @throws Error if one cannot be started; none is left then
   */
  static async start(
    plan: Plan,
    module: WebAssembly.Module,
    memory: WebAssembly.Memory,
    dot: number,
    spawn: SpawnThread,
  ): Promise<Pool> {
    const parts = plan.threads;
    const threads: Thread[] = [];
    const pool = new Pool(threads, new Int32Array(memory.buffer, plan.control, 5));
    const ready: Promise<void>[] = [];
    for (let part = 0; part < parts; part++) {
      const thread = spawn();
      threads.push(thread);
      ready.push(
        new Promise((resolve, reject) => {
          thread.listen(resolve, (cause) => {
            const error = new Error(`thread ${part} of ${parts} died: ${messageOf(cause)}; load the model again`, {
              cause,
            });
            reject(error);
            pool.#die(error);
          });
        }),
      );
      thread.start({ module, memory, plan, dot, part, parts });
    }
    try {
      await Promise.all(ready);
    } catch (error) {
      pool.dispose();
      throw error;
    }
    for (const thread of threads) thread.keepAlive(false);
    return pool;
  }

  /**
   * Runs one pass in all threads. One at a time.
   * @throws Error if a thread has died; the pool is of no more use then
   */
  async run(tokens: number, outputs: number): Promise<void> {
    if (this.#dead) throw this.#dead;
    const control = this.#control;
    const before = this.#job;
    this.#job++;
    control[TOKENS] = tokens;
    control[OUTPUTS] = outputs;
    for (const thread of this.#threads) thread.keepAlive(true);
    const died = new Promise<never>((_, reject) => {
      this.#fail = reject;
    });
    Atomics.store(control, JOB, this.#job);
    Atomics.notify(control, JOB);
    try {
      while (Atomics.load(control, DONE) === before) {
        const waiting = Atomics.waitAsync(control, DONE, before);
        if (waiting.async) await Promise.race([waiting.value, died]);
      }
    } finally {
      this.#fail = undefined;
      for (const thread of this.#threads) thread.keepAlive(false);
    }
  }

  /** Ends the threads. */
  dispose(): void {
    this.#dead ??= new Error("the model has been disposed of");
    Atomics.store(this.#control, JOB, -1);
    Atomics.notify(this.#control, JOB);
    for (const thread of this.#threads) thread.terminate();
  }

  /** The others may be waiting for the dead one at a barrier, for ever: end them too. */
  #die(error: Error): void {
    if (this.#dead) return;
    this.#dead = error;
    this.dispose();
    this.#fail?.(error);
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
