// A model and its sessions as a page sees them while the engine runs in a Web Worker: the same calls as `Model` and
// `Session`, which ask the engine. What is fixed once a model is loaded can be read at once; what has to be computed is a
// promise.

import type { GenerateOptions } from "../generation.js";
import { checkSignal } from "../host.js";
import type { Score } from "../model.js";
import type { ChatMessage, RenderOptions } from "../text/chat-template.js";
import type { DecodeOptions, EncodeOptions } from "../text/tokenizer.js";
import type { Connection } from "./connection.js";
import type { SentModel, SentTokenizer } from "./protocol.js";
import { WorkerGeneration } from "./remote-generation.js";

/** From text to tokens and back: as `Tokenizer`, but each answer is a promise. */
export interface WorkerTokenizer extends SentTokenizer {
  encode(text: string, options?: EncodeOptions): Promise<readonly number[]>;
  decode(ids: readonly number[], options?: DecodeOptions): Promise<string>;
  piece(id: number): Promise<string>;
  isSpecial(id: number): Promise<boolean>;
}

/** The checkpoint's chat template: as `ChatTemplate`, but the prompt is a promise. */
export interface WorkerChatTemplate {
  render(messages: readonly ChatMessage[], options?: RenderOptions): Promise<string>;
}

/** A loaded model in a Web Worker of its own. */
export class WorkerModel {
  readonly #connection: Connection;
  readonly #sent: SentModel;
  readonly #tokenizer: WorkerTokenizer | undefined;
  /** undefined if the checkpoint has none. */
  readonly chatTemplate: WorkerChatTemplate | undefined;
  #sessions = 0;

  /** Not for users: see `loadModel`. */
  constructor(connection: Connection, sent: SentModel) {
    this.#connection = connection;
    this.#sent = sent;
    this.chatTemplate = sent.hasChatTemplate
      ? { render: (messages, options) => connection.call("render", { messages, options }) }
      : undefined;
    this.#tokenizer = sent.tokenizer && {
      ...sent.tokenizer,
      encode: (text, options) => connection.call("encode", { text, options }),
      decode: (ids, options) => connection.call("decode", { ids, options }),
      piece: (id) => connection.call("piece", { id }),
      isSpecial: (id) => connection.call("isSpecial", { id }),
    };
  }

  /** The file or address it came from. */
  get name(): string {
    return this.#sent.name;
  }

  get config(): SentModel["config"] {
    return this.#sent.config;
  }

  get schedule(): SentModel["schedule"] {
    return this.#sent.schedule;
  }

  get build(): SentModel["build"] {
    return this.#sent.build;
  }

  get parameters(): SentModel["parameters"] {
    return this.#sent.parameters;
  }

  /** Tokens a session can hold. */
  get contextLength(): number {
    return this.#sent.contextLength;
  }

  get kv(): "f32" | "f16" {
    return this.#sent.kv;
  }

  /** Workers beside the engine's own; 0 if that one computes. */
  get threads(): number {
    return this.#sent.threads;
  }

  /** The plan, in bytes. */
  get memory(): SentModel["memory"] {
    return this.#sent.memory;
  }

  /** Bytes of WebAssembly memory held when the engine last replied; 0 after `dispose`. */
  get bytes(): number {
    return this.#connection.bytes;
  }

  /** Weight bytes that one decoded token reads. */
  get bytesPerToken(): number {
    return this.#sent.bytesPerToken;
  }

  get hasTokenizer(): boolean {
    return this.#tokenizer !== undefined;
  }

  /** @throws Error if the checkpoint came without a vocabulary; see `hasTokenizer` */
  get tokenizer(): WorkerTokenizer {
    if (!this.#tokenizer) throw new Error(`${this.name}: has no tokenizer; give token ids instead of text`);
    return this.#tokenizer;
  }

  /** A conversation with a KV cache of its own. Where there is no memory for it, its first use rejects with a RangeError. */
  createSession(): WorkerSession {
    return new WorkerSession(this.#connection, ++this.#sessions);
  }

  /** Continues a prompt in a session of its own; see `WorkerSession.generate`. */
  generate(prompt: string | readonly number[], options: GenerateOptions = {}): WorkerGeneration {
    if (this.#connection.dead) throw this.#connection.dead;
    return new WorkerGeneration(
      (onEvent, signal) =>
        this.#connection.call(
          "generate",
          { session: undefined, prompt, options: withoutSignal(options) },
          { onEvent, signal },
        ),
      options,
    );
  }

  /** What of a conversation fits, with room for the answer; see `Model.latestTurns`. */
  async latestTurns(messages: readonly ChatMessage[], maxTokens?: number): Promise<ChatMessage[]> {
    return this.#connection.call("latestTurns", { messages, maxTokens });
  }

  /** How probable the model finds a text; see `Model.score`. */
  async score(
    input: string | readonly number[],
    options: { readonly signal?: AbortSignal | undefined } = {},
  ): Promise<Score> {
    checkSignal(options.signal);
    return this.#connection.call("score", { input }, { signal: options.signal });
  }

  /** Ends the worker, whatever it is at, and gives its memory back. Calling it again does nothing. */
  async dispose(): Promise<void> {
    this.#connection.end(new Error("the model has been disposed of"));
  }
}

/** Made by `model.createSession()`. One generation at a time. */
export class WorkerSession {
  readonly #connection: Connection;
  readonly #session: number;
  #ids: readonly number[] = [];

  /** Not for users: see `WorkerModel.createSession`. */
  constructor(connection: Connection, session: number) {
    if (connection.dead) throw connection.dead;
    this.#connection = connection;
    this.#session = session;
    connection.call("createSession", { session }).catch(() => {}); // its first use says so
  }

  /** The tokens in the cache when the last operation ended. */
  get ids(): readonly number[] {
    return this.#ids;
  }

  /** How many they are. */
  get length(): number {
    return this.#ids.length;
  }

  /** Appends a prompt to the session and continues it; see `Session.generate`. */
  generate(prompt: string | readonly number[], options: GenerateOptions = {}): WorkerGeneration {
    const request = { session: this.#session, prompt, options: withoutSignal(options) };
    return new WorkerGeneration(async (onEvent, signal) => {
      const end = await this.#connection.call("generate", request, { onEvent, signal });
      this.#ids = end.held;
      return end;
    }, options);
  }

  /** Answers the last message of a conversation; see `Session.chat`. */
  chat(messages: readonly ChatMessage[], options: GenerateOptions = {}): WorkerGeneration {
    const request = { session: this.#session, messages, options: withoutSignal(options) };
    return new WorkerGeneration(async (onEvent, signal) => {
      const end = await this.#connection.call("chat", request, { onEvent, signal });
      this.#ids = end.held;
      return end;
    }, options);
  }

  /** Appends tokens without making any, and resolves to the logits after the last one; see `Session.evaluate`. */
  async evaluate(
    ids: readonly number[],
    options: { readonly signal?: AbortSignal | undefined } = {},
  ): Promise<Float32Array> {
    checkSignal(options.signal);
    const { logits, held } = await this.#connection.call(
      "evaluate",
      { session: this.#session, ids },
      { signal: options.signal },
    );
    this.#ids = held;
    return logits;
  }

  /** Forgets everything; the cache stays reserved. */
  async reset(): Promise<void> {
    await this.#connection.call("reset", { session: this.#session });
    this.#ids = [];
  }

  /** Gives the cache to the next session. A generation that still runs ends with an error. */
  dispose(): void {
    this.#connection.call("disposeSession", { session: this.#session }).catch(() => {}); // the model may be gone already
  }
}

function withoutSignal({ signal: _, ...options }: GenerateOptions): Omit<GenerateOptions, "signal"> {
  return options;
}
