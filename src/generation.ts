// A text in the making: an async iterable of pieces that also says, as it goes, what was read, what was made and why it
// ended.

import { checkSignal, yieldToHost } from "./host.js";
import { type Pass, PassClock } from "./pass-clock.js";
import { createTextStream } from "./text/detokenizer.js";
import type { Wanted } from "./text/grammar/compile.js";
import { type Constraint, createConstraint } from "./text/grammar/constraint.js";
import type { JsonSchema } from "./text/grammar/json-schema.js";
import { createSampler, type SamplerOptions } from "./text/sampler.js";
import { createStopMatcher } from "./text/stop.js";
import type { Tokenizer } from "./text/tokenizer.js";

export interface GenerateOptions extends SamplerOptions {
  /** Default: until the model ends the text or the context is full. */
  readonly maxTokens?: number | undefined;
  /** The text ends before the first of these; they may span tokens. */
  readonly stop?: readonly string[] | undefined;
  /**
   * The text is JSON that is valid under this JSON Schema, without white space, properties in its order, and ends with it.
   * What a schema may hold is told in src/text/grammar/json-schema.ts; anything else is refused. `maxTokens` and `stop` still
   * cut: only with `finishReason` "stop", and no stop string, is the JSON whole. For text around it see `schemaToGrammar`.
   */
  readonly schema?: JsonSchema | undefined;
  /** The text is one that `root` of this grammar derives, in llama.cpp's GBNF (src/text/grammar/gbnf.ts). Not with `schema`. */
  readonly grammar?: string | undefined;
  /**
   * Milliseconds of computing after which the text ends, with `finishReason` "time": the sum over the passes of this generation,
   * its prompt's among them, and not the waiting between. A pass is one token, or up to 64 of a prompt; the one in which the
   * time runs out is finished, and its token is part of the text. src/pass-clock.ts tells how it is measured.
   */
  readonly maxMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** No BOS is added, and special tokens written in the prompt are honoured. */
  readonly raw?: boolean | undefined;
}

export interface Piece {
  /** What is certain of the text now and was not before: "" while a character or a stop string may be incomplete. */
  readonly text: string;
  readonly id: number;
  /** Natural logarithm of the token's probability under the model, before temperature and penalties. */
  readonly logprob: number;
  /** 0 for the first token generated. */
  readonly index: number;
}

export type FinishReason = "stop" | "length" | "abort" | "time";

export interface Timings {
  /** Tokens of the prompt that were evaluated, and the milliseconds until the first logits. */
  readonly promptN: number;
  readonly promptMs: number;
  /** Tokens generated, and the milliseconds from the first logits on. */
  readonly predictedN: number;
  readonly predictedMs: number;
}

/** Makes a choice from the logits of the last position, [vocabulary], and the log(sum of exp) of these. */
export type ReadLogits<T> = (logits: Float32Array, logSumExp: number) => T;

/** What a generation needs of its session. */
export interface Continuation {
  /** The tokens up to now. */
  readonly ids: readonly number[];
  /** True if no further token fits. */
  readonly full: boolean;
  /** Evaluates the next chunk of the prompt. After the last one `read` is called, and its result returned. */
  prefill<T>(read: ReadLogits<T>): Promise<T | undefined>;
  /** Appends a token and evaluates it. */
  next<T>(id: number, read: ReadLogits<T>): Promise<T>;
  /** The last of these passes, and the positions that the engine has computed by now in all passes. */
  readonly pass: Pass | undefined;
  readonly computed: number;
  /** Called once, when the generation is over or given up. */
  end(): void;
}

interface Choice {
  readonly id: number;
  readonly logprob: number;
}

/** Iterate over it once. Fields fill as it goes and are final when the iteration has ended. */
export class Generation implements AsyncIterable<Piece> {
  readonly #ids: number[] = [];
  #text = "";
  #finishReason: FinishReason | undefined;
  #timings: Timings;
  #started = false;
  readonly #sampler;
  readonly #constraint: Constraint | undefined;
  readonly #options: GenerateOptions;
  readonly #continuation: Continuation;
  readonly #tokenizer: Tokenizer | undefined;

  /**
   * @throws RangeError for an option out of its range, a schema or grammar that is not supported, or one that the model's
   *   vocabulary cannot spell
   * @throws TypeError for one of a wrong kind
   */
  constructor(
    continuation: Continuation,
    tokenizer: Tokenizer | undefined,
    /** The prompt as the model reads it. */
    readonly promptIds: readonly number[],
    /** How many of them are to be evaluated; the others were in the cache already. */
    promptN: number,
    options: GenerateOptions,
  ) {
    const { maxTokens } = options;
    if (maxTokens !== undefined && typeof maxTokens !== "number")
      throw new TypeError(`maxTokens: expected a number, not ${typeof maxTokens}`);
    if (maxTokens !== undefined && (!Number.isInteger(maxTokens) || maxTokens < 0))
      throw new RangeError(`maxTokens: ${maxTokens}; expected a whole number, 0 or more`);
    checkMaxMs(options.maxMs);
    checkSignal(options.signal);
    if (options.stop !== undefined && !Array.isArray(options.stop))
      throw new TypeError(`stop: expected an array of strings, not ${typeof options.stop}`);
    createStopMatcher(options.stop ?? []);
    if (options.stop?.length && !tokenizer)
      throw new RangeError("stop: the model has no tokenizer, so no text to stop at");
    this.#sampler = createSampler(options);
    const wanted = checkConstraint(options);
    if (wanted && !tokenizer)
      throw new RangeError("schema, grammar: the model has no tokenizer, so no text to hold to them");
    this.#constraint = wanted && tokenizer && createConstraint(wanted, tokenizer, continuesText(promptIds, tokenizer));
    this.#options = options;
    this.#continuation = continuation;
    this.#tokenizer = tokenizer;
    this.#timings = { promptN, promptMs: 0, predictedN: 0, predictedMs: 0 };
  }

  /** Tokens generated, the one that ended the text included. */
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

  /** The seed in use; give it as `seed` to get the same text again. */
  get seed(): number {
    return this.#sampler.seed;
  }

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
    const { signal, maxTokens = Number.POSITIVE_INFINITY, maxMs, stop = [] } = this.#options;
    const continuation = this.#continuation;
    const tokenizer = this.#tokenizer;
    const constraint = this.#constraint;
    const stream = tokenizer && createTextStream(tokenizer, { continues: continuesText(this.promptIds, tokenizer) });
    const stops = createStopMatcher(stop);
    const eosIds = new Set(tokenizer?.eosIds ?? []);
    const clock = maxMs === undefined ? undefined : new PassClock(maxMs, () => continuation.computed);
    /** True if the time is up. */
    const measured = async (): Promise<boolean> => {
      if (!clock || !continuation.pass) return false;
      await clock.add(continuation.pass);
      return clock.over;
    };
    let late = false;
    const began = performance.now();
    let firstLogits = began;
    const choose = (logits: Float32Array, logSumExp: number): Choice | null => {
      if (constraint?.complete) return null; // the grammar derives the empty text alone
      const sample = (values: Float32Array) => this.#sampler.sample(values, continuation.ids);
      const id = constraint ? constraint.choose(logits, sample) : sample(logits);
      constraint?.accept(id);
      return { id, logprob: logits[id]! - logSumExp };
    };
    try {
      let choice: Choice | null | undefined;
      while (choice === undefined) {
        await yieldToHost();
        firstLogits = performance.now(); // should this be as far as it comes
        if (signal?.aborted) return;
        choice = await continuation.prefill(choose);
        firstLogits = performance.now();
        late = await measured();
        if (late && choice === undefined) {
          this.#finishReason = "time";
          return;
        }
      }
      for (let index = 0; index < maxTokens && choice !== null; index++) {
        const { id, logprob }: Choice = choice;
        this.#ids.push(id);
        const ended = eosIds.has(id);
        const found = stops.push(ended ? "" : (stream?.push(id) ?? ""));
        let text = found.text;
        if (ended || found.stopped || constraint?.complete) this.#finishReason = "stop";
        else if (index + 1 >= maxTokens || continuation.full) this.#finishReason = "length";
        else if (late) this.#finishReason = "time";
        if (this.#finishReason && !found.stopped) text += stops.push(stream?.end() ?? "").text + stops.end();
        this.#text += text;
        this.#measure(began, firstLogits);
        yield { text, id, logprob, index };
        if (this.#finishReason) return;
        await yieldToHost();
        if (signal?.aborted) return;
        choice = await continuation.next(id, choose);
        late = await measured();
      }
      this.#finishReason = choice === null ? "stop" : "length"; // nothing may be said, or maxTokens is 0
    } finally {
      this.#finishReason ??= "abort"; // by the signal, by a consumer that left the loop, or by an error on its way
      this.#measure(began, firstLogits);
      continuation.end();
    }
  }

  #measure(began: number, firstLogits: number): void {
    this.#timings = {
      ...this.#timings,
      promptMs: firstLogits - began,
      predictedN: this.#ids.length,
      predictedMs: performance.now() - firstLogits,
    };
  }
}

function checkMaxMs(maxMs: number | undefined): void {
  if (maxMs !== undefined && typeof maxMs !== "number")
    throw new TypeError(`maxMs: expected a number, not ${typeof maxMs}`);
  if (maxMs !== undefined && !(maxMs > 0)) throw new RangeError(`maxMs: ${maxMs}; expected milliseconds, more than 0`);
}

/** True if a prompt holds text, which what is generated then follows. */
function continuesText(promptIds: readonly number[], tokenizer: Tokenizer): boolean {
  return promptIds.some((id) => !tokenizer.isSpecial(id));
}

/** What the options want the text held to. */
function checkConstraint({ schema, grammar }: GenerateOptions): Wanted | undefined {
  if (schema !== undefined && grammar !== undefined)
    throw new RangeError("schema and grammar exclude each other; schemaToGrammar makes rules that a grammar can use");
  if (schema !== undefined) return { schema };
  return grammar === undefined ? undefined : { grammar };
}
