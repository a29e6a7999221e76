// One loaded model's machinery: its memory, its kernels, and the caches of its sessions. Knows numbers only; tokens and
// files are other people's business.

import type { TensorData } from "../checkpoint.js";
import { forward } from "./forward.js";
import { instantiateKernels } from "./kernels.js";
import type { Machine } from "./operations.js";
import { megabytes, PAGE, type Plan } from "./plan.js";
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

  private constructor(
    readonly plan: Plan,
    memory: WebAssembly.Memory,
    machine: Machine,
  ) {
    this.#memory = memory;
    this.#machine = machine;
    this.#freeCaches = [plan.firstCache];
  }

  /**
   * Creates the memory, instantiates `module` over it and streams the weights in.
   * @throws RangeError if the host refuses the memory
   * @throws what loadWeights throws; nothing is held then
   */
  static async create(
    plan: Plan,
    module: WebAssembly.Module,
    tensors: AsyncIterable<TensorData>,
    options: LoadOptions,
  ): Promise<Engine> {
    const memory = createMemory(plan.bytes.total);
    const kernels = await instantiateKernels(module, memory);
    const machine: Machine = { plan, kernels, dot: kernels.probeDot(), part: 0, parts: 1 };
    await loadWeights(machine, memory, tensors, options);
    kernels.ropeTable(plan.activations.rope, plan.context, plan.headDim, plan.ropeTheta, plan.ropeScale);
    return new Engine(plan, memory, machine);
  }

  /** Bytes that the memory holds now; 0 after dispose. */
  get bytes(): number {
    return this.#memory?.buffer.byteLength ?? 0;
  }

  /**
   * Room for one more session's keys and values: a freed one's, or grown memory.
   * @throws RangeError if the memory cannot grow
   */
  allocateCache(): number {
    const { memory } = this.#alive();
    const free = this.#freeCaches.pop();
    if (free !== undefined) return free;
    const { cacheBytes, context } = this.plan;
    const address = memory.buffer.byteLength;
    try {
      memory.grow(Math.ceil(cacheBytes / PAGE));
    } catch (cause) {
      throw new RangeError(
        `no memory for another session: its KV cache of ${context} tokens takes ${megabytes(cacheBytes)} on top of ` +
          `${megabytes(address)}; dispose of a session, or load the model with a shorter context`,
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
   * One forward pass. `outputs`: which of the positions, by index, get logits.
   * Positions of one session are given in rising order, none before all earlier ones have been computed.
   */
  evaluate(positions: readonly Position[], outputs: readonly number[]): void {
    const { memory, machine } = this.#alive();
    const { activations: a, batch, outputs: most } = this.plan;
    if (positions.length > batch || outputs.length > most) throw new RangeError("the batch is larger than planned");
    const words = new Int32Array(memory.buffer);
    for (let i = 0; i < positions.length; i++) {
      const { token, position, cache } = positions[i]!;
      words[a.tokens / 4 + i] = token;
      words[a.positions / 4 + i] = position;
      words[a.caches / 4 + i] = cache;
    }
    words.set(outputs, a.outputRows / 4);
    forward(machine, positions.length, outputs.length);
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

  /** Lets go of the memory. Anything after this throws. */
  dispose(): void {
    this.#memory = undefined;
    this.#machine = undefined;
  }

  #logitsAt(index: number): number {
    return this.plan.activations.logits + index * this.plan.vocabularyStride * 4;
  }

  #alive(): { memory: WebAssembly.Memory; machine: Machine } {
    if (!this.#memory || !this.#machine) throw new Error("the model has been disposed of");
    return { memory: this.#memory, machine: this.#machine };
  }
}

function createMemory(bytes: number): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  } catch (cause) {
    throw new RangeError(
      `the host has no ${megabytes(bytes)} of WebAssembly memory to give; choose a shorter context, smaller weights or a smaller model`,
      { cause },
    );
  }
}
