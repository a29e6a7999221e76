// A text in the making in another thread: what `Generation` is where the engine runs in this one. The engine does not wait
// for the page: pieces come as they are made, and lie here until they are asked for.

import type { FinishReason, GenerateOptions, Piece, Timings } from "../generation.js";
import { checkSignal } from "../host.js";
import type { GenerationEnd, GenerationEvent } from "./protocol.js";

/** Asks the engine for the text; resolves when it has ended. */
export type StartGeneration = (
  onEvent: (event: GenerationEvent) => void,
  signal: AbortSignal,
) => Promise<GenerationEnd>;

/**
 * Iterate over it once. Fields fill as pieces are taken, and are final when the iteration has ended. Errors of a prompt or
 * an option arrive with the first piece, and `promptIds` is empty until then.
 */
export class WorkerGeneration implements AsyncIterable<Piece> {
  readonly #start: StartGeneration;
  readonly #signal: AbortSignal | undefined;
  #promptIds: readonly number[] = [];
  readonly #ids: number[] = [];
  #text = "";
  #finishReason: FinishReason | undefined;
  #timings: Timings = { promptN: 0, promptMs: 0, predictedN: 0, predictedMs: 0 };
  #seed: number | undefined;
  #started = false;

  /** Not for users: see `WorkerModel.generate` and `WorkerSession.chat`. */
  constructor(start: StartGeneration, { signal, seed }: GenerateOptions) {
    checkSignal(signal);
    this.#start = start;
    this.#signal = signal;
    this.#seed = seed;
  }

  /** The prompt as the model reads it; empty before the first piece. */
  get promptIds(): readonly number[] {
    return this.#promptIds;
  }

  /** Tokens taken, the one that ended the text included. */
  get ids(): readonly number[] {
    return this.#ids;
  }

  /** Their text, without the stop string. */
  get text(): string {
    return this.#text;
  }

  /** undefined while it runs. */
  get finishReason(): FinishReason | undefined {
    return this.#finishReason;
  }

  /** The seed in use; give it as `seed` to get the same text again. undefined before the first piece if one is drawn. */
  get seed(): number | undefined {
    return this.#seed;
  }

  /** Of the engine's work, by the engine's clock. */
  get timings(): Timings {
    return this.#timings;
  }

  /** Runs to the end and resolves to the whole text. */
  async complete(): Promise<string> {
    for await (const _ of this);
    return this.#text;
  }

  [Symbol.asyncIterator](): AsyncIterator<Piece, void, undefined> {
    if (this.#started) throw new TypeError("a generation can be iterated once; its ids and text stay readable");
    this.#started = true;
    return this.#run();
  }

  async *#run(): AsyncGenerator<Piece, void, undefined> {
    const signal = this.#signal;
    if (signal?.aborted) {
      this.#finishReason = "abort";
      return;
    }
    const events: GenerationEvent[] = [];
    let taken = 0;
    let wake = () => {};
    let end: GenerationEnd | undefined;
    let failure: { readonly error: unknown } | undefined;
    const stop = new AbortController();
    const onAbort = () => {
      stop.abort();
      wake();
    };
    signal?.addEventListener("abort", onAbort, { once: true });
    const ended = this.#start((event) => {
      events.push(event);
      wake();
    }, stop.signal).then(
      (reply) => {
        end = reply;
        wake();
      },
      (error) => {
        failure = { error };
        wake();
      },
    );
    try {
      while (!signal?.aborted) {
        if (taken < events.length) {
          const event = events[taken++]!;
          if (taken === events.length) events.length = taken = 0;
          this.#timings = event.timings;
          if ("piece" in event) {
            this.#ids.push(event.piece.id);
            this.#text += event.piece.text;
            this.#finishReason = event.finishReason;
            yield event.piece;
          } else {
            this.#promptIds = event.promptIds;
            this.#seed = event.seed;
          }
        } else if (failure) throw failure.error;
        else if (end) break;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      signal?.removeEventListener("abort", onAbort);
      if (!end && !failure) {
        stop.abort(); // by the signal, or by a consumer that left the loop: the session is free when the engine has heard
        await ended;
      }
      const done = end as GenerationEnd | undefined; // assigned by a callback
      if (done && taken === events.length && !signal?.aborted) this.#timings = done.timings;
      this.#finishReason ??= signal?.aborted || taken < events.length ? "abort" : (done?.finishReason ?? "abort");
    }
  }
}
