// The page's end of the line to an engine in a Web Worker: calls, their events and replies, and the worker's death, which
// ends all of them with one clear error.

import { watchLifeline } from "./lifeline.js";
import { missingScript } from "./missing-script.js";
import type { Calls, FromEngine, Method, ToEngine } from "./protocol.js";
import { receiveError } from "./sent-errors.js";

interface Pending {
  readonly onEvent: ((event: never) => void) | undefined;
  readonly signal: AbortSignal | undefined;
  resolve(reply: never): void;
  reject(error: unknown): void;
}

export interface CallOptions<M extends Method> {
  readonly onEvent?: (event: Calls[M]["event"]) => void;
  readonly signal?: AbortSignal | undefined;
  readonly transfer?: Transferable[];
}

export class Connection {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #calls = 0;
  #dead: Error | undefined;
  #bytes = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
    const lifeline = `lanky ${crypto.getRandomValues(new Uint32Array(4)).join("-")}`;
    let begun = false;
    worker.onmessage = ({ data }: MessageEvent<FromEngine>) => {
      begun = true;
      if ("alive" in data) watchLifeline(lifeline, () => this.#die(new Error("it ended, perhaps for want of memory")));
      else this.#hear(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      if (event.message || begun) this.#die(new Error(event.message || "the browser does not say why"));
      else this.end(new Error(`the engine's worker cannot be started: ${missingScript("worker/engine-side.js")}`));
    };
    worker.onmessageerror = () => this.#die(new Error("it sent what cannot be read"));
    this.#post({ hello: lifeline });
  }

  /** Bytes of memory that the model held when the engine last replied. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Why nothing more can be asked; undefined while the worker lives. */
  get dead(): Error | undefined {
    return this.#dead;
  }

  /**
   * Asks the engine. Where the signal aborts, the engine is told, and the call ends when it has heard.
   * @throws what the engine throws; the signal's reason; TypeError for what cannot be sent
   */
  async call<M extends Method>(
    method: M,
    request: Calls[M]["request"],
    { onEvent, signal, transfer = [] }: CallOptions<M> = {},
  ): Promise<Calls[M]["reply"]> {
    signal?.throwIfAborted();
    if (this.#dead) throw this.#dead;
    const call = ++this.#calls;
    const abort = () => this.#dead ?? this.#post({ abort: call });
    const reply = new Promise<Calls[M]["reply"]>((resolve, reject) => {
      this.#pending.set(call, { onEvent, signal, resolve, reject });
    });
    try {
      this.#post({ call, method, request }, transfer);
      signal?.addEventListener("abort", abort, { once: true });
      return await reply;
    } finally {
      this.#pending.delete(call);
      signal?.removeEventListener("abort", abort);
    }
  }

  /** Ends the worker; what is under way ends with `reason`. */
  end(reason: Error): void {
    this.#dead ??= reason;
    this.#bytes = 0;
    this.#worker.terminate();
    for (const { reject } of this.#pending.values()) reject(this.#dead);
    this.#pending.clear();
  }

  #hear(data: Exclude<FromEngine, { readonly alive: true }>): void {
    const pending = this.#pending.get(data.call);
    if ("bytes" in data) this.#bytes = data.bytes;
    if (!pending) return;
    if ("event" in data) pending.onEvent?.(data.event as never);
    else if ("reply" in data) pending.resolve(data.reply as never);
    else pending.reject(pending.signal?.aborted ? pending.signal.reason : receiveError(data.error));
  }

  #post(message: ToEngine, transfer: Transferable[] = []): void {
    try {
      this.#worker.postMessage(message, transfer);
    } catch (cause) {
      const what = cause instanceof Error ? cause.message : String(cause);
      throw new TypeError(`cannot be sent to the engine's worker: ${what}`, { cause });
    }
  }

  #die(cause: Error): void {
    if (this.#dead) return;
    this.end(new Error(`the engine's worker died: ${cause.message}; load the model again`, { cause }));
  }
}
