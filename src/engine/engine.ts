// One loaded model's machinery: its memory, its kernels, and the caches of its sessions. Knows numbers only; tokens and
// files are other people's business.

import type { TensorData } from "../checkpoint.js";
import { forward } from "./forward.js";
import { instantiateKernels } from "./kernels.js";
import { type Machine, machineOf } from "./operations.js";
import { LARGEST, megabytes, PAGE, type Plan } from "./plan.js";
import { Pool, type SpawnThread } from "./pool.js";
import { type LoadOptions, loadWeights } from "./weights.js";

/** One position to compute. */
export interface Position {
  readonly token: number;
  /** 0 for the first token of its session. */
  readonly position: number;
  /** Address of the session's cache, from allocateCache. */
  readonly cache: number;
}

export class Engine {
  /** Caches of disposed sessions, for the next ones. */
  readonly #freeCaches: number[];
  #memory: WebAssembly.Memory | undefined;
  #machine: Machine | undefined;
  readonly #pool: Pool | undefined;
  /** The pass that the pool is at. */
  #running: Promise<void> | undefined;
  /** Positions of which the table has the angles: as many as were needed yet, for a table of 32,000 takes a tenth of a second. */
  #angles = 0;
  #began = Number.NaN;
  #before = 0;
  #computed = 0;

  private constructor(
    readonly plan: Plan,
    memory: WebAssembly.Memory,
    machine: Machine,
    pool: Pool | undefined,
  ) {
    this.#memory = memory;
    this.#machine = machine;
    this.#pool = pool;
    this.#freeCaches = [plan.firstCache];
    pool?.onDeath(() => this.#drop());
  }

  /**
   * Creates the memory, instantiates `module` over it and streams the weights in. With plan.threads the module must be
   * one built for threads; `spawn` starts them, and the host can run `cores` at the same time (default: all).
   * @throws RangeError if the host refuses the memory
   * @throws what loadWeights throws; nothing is held then
   */
  static async create(
    plan: Plan,
    module: WebAssembly.Module,
    tensors: AsyncIterable<TensorData>,
    options: LoadOptions,
    spawn?: SpawnThread,
    cores?: number,
  ): Promise<Engine> {
    const memory = createMemory(plan);
    const kernels = instantiateKernels(module, memory);
    const machine = machineOf({ plan, kernels, dot: kernels.probeDot() }, 0, 1);
    const threaded = plan.threads > 0 && spawn !== undefined;
    // The threads start while the weights come in.
    const starting = threaded ? Pool.start({ plan, module, memory, dot: machine.dot, spawn, cores }) : undefined;
    starting?.catch(() => {}); // heard of when the weights are there
    // Not only when loadWeights throws: a source that has fallen silent may keep it for ever.
    const end = () => void starting?.then((pool) => pool.dispose()).catch(() => {});
    options.signal?.addEventListener("abort", end, { once: true });
    try {
      await loadWeights(machine, memory, tensors, options);
      return new Engine(plan, memory, machine, await starting);
    } catch (error) {
      end();
      throw error;
    } finally {
      options.signal?.removeEventListener("abort", end);
    }
  }

  /** Bytes that the memory holds now; 0 after dispose. */
  get bytes(): number {
    return this.#memory?.buffer.byteLength ?? 0;
  }

  /** `performance.now()` when the last pass began: after the wait for those before it. */
  get began(): number {
    return this.#began;
  }

  /** Positions computed in all passes before the clock first showed `began`: several may begin before it moves. */
  get before(): number {
    return this.#before;
  }

  /** Positions computed in all passes up to now. */
  get computed(): number {
    return this.#computed;
  }

  /** @throws Error if the engine has been disposed of */
  checkAlive(): void {
    this.#alive();
  }

  /**
   * Room for one more session's keys and values: a freed one's, or grown memory.
   * @throws RangeError if the memory cannot grow
   */
  allocateCache(): number {
    const { memory } = this.#alive();
    const free = this.#freeCaches.pop();
    if (free !== undefined) return free;
    const { cacheBytes, context, limit } = this.plan;
    const address = memory.buffer.byteLength;
    try {
      memory.grow(Math.ceil(cacheBytes / PAGE));
    } catch (cause) {
      throw new RangeError(
        `no memory for another session: its KV cache of ${context} tokens takes ${megabytes(cacheBytes)} on top of ` +
          `${megabytes(address)}${limit < LARGEST ? `, and the limit is ${megabytes(limit)}` : ""}; dispose of a session, ` +
          "or load the model with a shorter context",
        { cause },
      );
    }
    return address;
  }

  /** Gives a session's cache to the next session. */
  freeCache(address: number): void {
    if (this.#memory) this.#freeCaches.push(address);
  }

  /**
   * One forward pass, after those asked for before. `outputs`: which of the positions, by index, get logits; `read` is
   * called before any other pass can overwrite them, and its result returned.
   * Positions of one session are given in rising order, none before all earlier ones have been computed.
   * Without threads the pass has run when the call returns.
   */
  async evaluate<T = void>(
    positions: readonly Position[],
    outputs: readonly number[],
    read: () => T = () => undefined as T,
  ): Promise<T> {
    while (this.#running) await this.#running.catch(() => {});
    const { memory, machine } = this.#alive();
    const { activations: a, batch, outputs: most } = this.plan;
    if (positions.length > batch || outputs.length > most) throw new RangeError("the batch is larger than planned");
    const now = performance.now();
    if (now !== this.#began) {
      this.#began = now;
      this.#before = this.#computed;
    }
    this.#computed += positions.length;
    const words = new Int32Array(memory.buffer);
    for (let i = 0; i < positions.length; i++) {
      const { token, position, cache } = positions[i]!;
      words[a.tokens / 4 + i] = token;
      words[a.positions / 4 + i] = position;
      words[a.caches / 4 + i] = cache;
    }
    words.set(outputs, a.outputRows / 4);
    this.#prepareAngles(machine, positions);
    if (this.#pool) {
      this.#running = this.#pool.run(positions.length, outputs.length);
      try {
        await this.#running;
      } finally {
        this.#running = undefined;
      }
    } else {
      forward(machine, positions.length, outputs.length);
    }
    return read();
  }

  /** Logits of output `index` of the last pass, [vocabulary]. A view: the next pass overwrites it. */
  logits(index: number): Float32Array {
    const { memory } = this.#alive();
    return new Float32Array(memory.buffer, this.#logitsAt(index), this.plan.vocabulary);
  }

  /** log(sum of exp) of these logits: a logit minus this is a log-probability. NaN if a logit is. */
  logSumExp(index: number): number {
    const { machine } = this.#alive();
    return machine.kernels.logSumExp(this.#logitsAt(index), this.plan.vocabulary);
  }

  /** Ends the threads and lets go of the memory, after a pass that still runs. Anything after this throws. */
  async dispose(): Promise<void> {
    this.#drop();
    await this.#running?.catch(() => {});
    this.#pool?.dispose();
  }

  #prepareAngles({ kernels }: Machine, positions: readonly Position[]): void {
    const { activations, headDim, ropeTheta, ropeScale, capacity, batch } = this.plan;
    const needed = positions.reduce((most, { position }) => Math.max(most, position + 1), 0);
    if (needed <= this.#angles) return;
    const to = Math.min(capacity, Math.ceil(needed / batch) * batch);
    kernels.ropeTable(activations.rope, this.#angles, to, headDim, ropeTheta, ropeScale);
    this.#angles = to;
  }

  #drop(): void {
    this.#memory = undefined;
    this.#machine = undefined;
  }

  #logitsAt(index: number): number {
    return this.plan.activations.logits + index * this.plan.vocabularyStride * 4;
  }

  #alive(): { memory: WebAssembly.Memory; machine: Machine } {
    if (this.#pool?.dead) throw this.#pool.dead;
    if (!this.#memory || !this.#machine) throw new Error("the model has been disposed of");
    return { memory: this.#memory, machine: this.#machine };
  }
}

/** Shared if there are threads. It may grow for more sessions up to the plan's limit. */
function createMemory({ bytes: { total }, threads, limit }: Plan): WebAssembly.Memory {
  const initial = Math.ceil(total / PAGE);
  const maximum = limit / PAGE;
  try {
    if (threads > 0) return new WebAssembly.Memory({ initial, maximum, shared: true });
    return new WebAssembly.Memory(limit < LARGEST ? { initial, maximum } : { initial });
  } catch (cause) {
    throw new RangeError(
      `the host has no ${megabytes(total)} of WebAssembly memory to give; choose a shorter context, smaller weights or a smaller model`,
      { cause },
    );
  }
}
