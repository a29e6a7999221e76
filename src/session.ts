// A conversation: the tokens so far and their keys and values.

import { promptIdsOf } from "./chat.js";
import type { Engine, Position } from "./engine/engine.js";
import { CheckpointError } from "./errors.js";
import { type Continuation, type GenerateOptions, Generation, type ReadLogits } from "./generation.js";
import { checkSignal, yieldToHost } from "./host.js";
import type { Model } from "./model.js";
import type { Pass } from "./pass-clock.js";
import type { ChatMessage } from "./text/chat-template.js";

export interface EvaluateOptions {
  readonly signal?: AbortSignal | undefined;
  /** Where the logits go, [vocabulary]: one array for many calls spares the memory of a new one each. */
  readonly into?: Float32Array | undefined;
}

/** Made by `model.createSession()`. One generation at a time. */
export class Session {
  readonly #model: Model;
  readonly #engine: Engine;
  /** Address; undefined while nothing has been evaluated or reserved. */
  #cache: number | undefined;
  /** The model's sessions that hold a cache. */
  readonly #holders: Set<Session>;
  /** Tokens whose keys and values are in the cache. */
  #ids: number[] = [];
  #busy = false;
  #pass: Pass | undefined;
  #disposed = false;

  /** Not for users: see `Model.createSession`. */
  constructor(model: Model, engine: Engine, holders: Set<Session>) {
    this.#model = model;
    this.#engine = engine;
    this.#holders = holders;
  }

  /**
   * Takes the memory for the cache now rather than with the first token.
   * @throws RangeError if there is none
   */
  reserve(): void {
    this.#reserved();
  }

  /** Tokens in the cache. */
  get length(): number {
    return this.#ids.length;
  }

  /** The tokens in the cache. */
  get ids(): readonly number[] {
    return this.#ids;
  }

  /**
   * Appends a prompt to the session and continues it.
   * @param prompt text, or token ids as they are. Text at the start of a session gets what the model adds, such as BOS.
   * @throws RangeError if the prompt is empty or longer than what is left of the context, and for options out of range
   */
  generate(prompt: string | readonly number[], options: GenerateOptions = {}, onEnd?: () => void): Generation {
    try {
      const ids = typeof prompt === "string" ? this.#encode(prompt, options.raw ?? false) : copyIds(prompt, "prompt");
      return this.#continue(ids, ids, this.#ids.length, options, onEnd);
    } catch (error) {
      onEnd?.();
      throw error;
    }
  }

  /**
   * Answers the last message of a conversation, rendered by the checkpoint's chat template. What the cache already holds
   * of it is not evaluated again.
   * @throws CheckpointError if the checkpoint has no chat template, or the template rejects the messages
   * @throws TypeError for messages that are none
   */
  chat(messages: readonly ChatMessage[], options: GenerateOptions = {}): Generation {
    const ids = promptIdsOf(messages, this.#model);
    this.#free();
    let common = 0;
    while (common < ids.length - 1 && common < this.#ids.length && ids[common] === this.#ids[common]) common++;
    return this.#continue(ids, ids.slice(common), common, options);
  }

  /**
   * Appends tokens without making any.
   * @returns the logits after the last of them, [vocabulary]; `into`, if that is given
   * @throws RangeError as `generate` does, and for an `into` of another length
   * @throws the signal's reason if it aborts; what was evaluated till then stays in the session
   */
  async evaluate(ids: readonly number[], { signal, into }: EvaluateOptions = {}): Promise<Float32Array> {
    checkSignal(signal);
    checkInto(into, this.#engine.plan.vocabulary);
    if (ids.length === 0) throw new RangeError("evaluate: no tokens; at least one is needed");
    this.#check(ids);
    this.#free();
    return this.#exclusively(async () => {
      for (let done = 0; ; ) {
        await yieldToHost();
        signal?.throwIfAborted();
        const chunk = this.#chunk(ids, done);
        done += chunk.length;
        if (done === ids.length) return this.#evaluateLast(chunk, (logits) => copied(logits, into));
        await this.#evaluate(chunk, []);
      }
    });
  }

  /** Log-probability of each of `ids` but the first; what the session held is forgotten. For `Model.score`. */
  async score(ids: readonly number[], signal?: AbortSignal): Promise<number[]> {
    this.#check(ids.slice(0, -1), 0);
    this.#check(ids.slice(-1), 0);
    this.reset();
    return this.#exclusively(async () => {
      const most = this.#engine.plan.outputs;
      const logprobs: number[] = [];
      for (let from = 0; from < ids.length - 1; from += most) {
        await yieldToHost();
        signal?.throwIfAborted();
        const chunk = ids.slice(from, Math.min(from + most, ids.length - 1));
        const logprob = (_: number, i: number) => this.#engine.logits(i)[ids[from + i + 1]!]! - this.#logSumExp(i);
        const outputs = chunk.map((_, i) => i);
        logprobs.push(...(await this.#evaluate(chunk, outputs, () => chunk.map(logprob))));
      }
      return logprobs;
    });
  }

  /** Forgets everything; the cache stays reserved. */
  reset(): void {
    this.#free();
    this.#ids = [];
  }

  /** Gives the cache to the next session. A generation that still runs ends with an error. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    if (this.#cache !== undefined) this.#engine.freeCache(this.#cache);
    this.#holders.delete(this);
  }

  #encode(prompt: string, raw: boolean): number[] {
    return this.#model.tokenizer.encode(prompt, { addSpecial: !raw && this.#ids.length === 0, parseSpecial: raw });
  }

  /**
   * A generation that keeps the first `kept` tokens of the cache and evaluates `fresh` after them; `promptIds` is what it
   * says it read. Nothing changes before it is iterated.
   */
  #continue(
    promptIds: readonly number[],
    fresh: readonly number[],
    kept: number,
    options: GenerateOptions,
    onEnd?: () => void,
  ): Generation {
    if (fresh.length === 0)
      throw new RangeError("the prompt is empty, and the model adds no token of its own; give at least one token");
    this.#check(fresh, kept);
    this.#free();
    const session = this;
    const engine = this.#engine;
    const { length } = this.#ids;
    let done = -1; // tokens of `fresh` that are evaluated; -1 before the first
    const continuation: Continuation = {
      get ids() {
        return session.#ids;
      },
      get full() {
        return session.#ids.length >= session.#engine.plan.context;
      },
      async prefill(read) {
        if (done < 0) {
          session.#free();
          if (session.#ids.length !== length)
            throw new Error("the session has changed since this generation was asked for; ask for it again");
          session.#busy = true;
          session.#ids.length = kept;
          done = 0;
        }
        const chunk = session.#chunk(fresh, done);
        done += chunk.length;
        if (done === fresh.length) return session.#evaluateLast(chunk, read);
        await session.#evaluate(chunk, []);
        return undefined;
      },
      next: (id, read) => session.#evaluateLast([id], read),
      get pass() {
        return session.#pass;
      },
      get computed() {
        return engine.computed;
      },
      end() {
        if (done >= 0) session.#busy = false;
        onEnd?.();
      },
    };
    const tokenizer = this.#model.hasTokenizer ? this.#model.tokenizer : undefined;
    return new Generation(continuation, tokenizer, promptIds, fresh.length, options);
  }

  /** As many of `ids` from index `from` on as one pass takes. */
  #chunk(ids: readonly number[], from: number): readonly number[] {
    return ids.slice(from, from + this.#engine.plan.batch);
  }

  /** Appends tokens and evaluates them; `read` sees the logits of those that `outputs` names by index. */
  async #evaluate<T = void>(ids: readonly number[], outputs: readonly number[], read?: () => T): Promise<T> {
    if (this.#disposed) throw new Error("the session has been disposed of");
    const first = this.#ids.length;
    const cache = this.#reserved();
    const positions: Position[] = ids.map((token, i) => ({ token, position: first + i, cache }));
    this.#ids.push(...ids); // `read` may want them
    const engine = this.#engine;
    const timed = (): T => {
      const value = read?.() as T;
      const { began, before } = engine;
      this.#pass = { began, ended: performance.now(), positions: ids.length, before };
      return value;
    };
    try {
      return await engine.evaluate(positions, outputs, timed);
    } catch (error) {
      this.#ids.length = first;
      throw error;
    }
  }

  #reserved(): number {
    if (this.#cache === undefined) {
      this.#cache = this.#engine.allocateCache();
      this.#holders.add(this);
    }
    return this.#cache;
  }

  /** Appends tokens, evaluates them, and shows the last one's logits to `read`. */
  #evaluateLast<T>(ids: readonly number[], read: ReadLogits<T>): Promise<T> {
    return this.#evaluate(ids, [ids.length - 1], () => read(this.#engine.logits(0), this.#logSumExp(0)));
  }

  /** @throws CheckpointError if there are no probabilities to make of the logits */
  #logSumExp(index: number): number {
    const value = this.#engine.logSumExp(index);
    if (!Number.isFinite(value))
      throw new CheckpointError(
        this.#model.name,
        `made logits that are ${value} after ${this.#ids.length} tokens; its weights are damaged, or too large for their type`,
      );
    return value;
  }

  /** @throws RangeError for ids outside the vocabulary, or too many */
  #check(ids: readonly number[], after = this.#ids.length): void {
    const { vocabulary, context } = this.#engine.plan;
    for (const id of ids) {
      if (!Number.isInteger(id) || id < 0 || id >= vocabulary)
        throw new RangeError(`token id ${id}: the vocabulary has 0 to ${vocabulary - 1}`);
    }
    const most = this.#model.config.max_position_embeddings;
    if (after + ids.length > context)
      throw new RangeError(
        `${ids.length} tokens${after > 0 ? ` after ${after} others` : ""} do not fit into the context of ${context}; ` +
          (context < most ? `load the model with a context of up to ${most}, or shorten the text` : "shorten the text"),
      );
  }

  /** @throws Error if the session is in use or gone */
  #free(): void {
    if (this.#disposed) throw new Error("the session has been disposed of");
    if (this.#busy)
      throw new Error("the session is busy with another generation; finish that one, or use another session");
  }

  async #exclusively<T>(work: () => Promise<T>): Promise<T> {
    this.#busy = true;
    try {
      return await work();
    } finally {
      this.#busy = false;
    }
  }
}

/** A copy of token ids that a caller in plain JavaScript may have got wrong. */
export function copyIds(ids: unknown, what: string): number[] {
  if (!Array.isArray(ids) && !ArrayBuffer.isView(ids))
    throw new TypeError(`${what}: expected text or token ids, not ${typeof ids}`);
  return Array.from(ids as ArrayLike<number>);
}

/** The logits where they stay: in the kernels' memory the next ones take their place. */
function copied(logits: Float32Array, into: Float32Array | undefined): Float32Array {
  if (!into) return logits.slice();
  into.set(logits);
  return into;
}

function checkInto(into: Float32Array | undefined, vocabulary: number): void {
  if (into === undefined) return;
  if (!(into instanceof Float32Array)) throw new TypeError(`into: expected a Float32Array, not ${typeof into}`);
  if (into.length !== vocabulary)
    throw new RangeError(`into: ${into.length} numbers long; the logits are ${vocabulary}, one for each token`);
}
