// What page and engine say to each other, by structured clone. A call has a number; the engine answers it with any count of
// events and one reply, and ends it early where the page says so.

import type { ModelConfig } from "../checkpoint.js";
import type { Build } from "../engine/kernels.js";
import type { MemoryUse } from "../engine/plan.js";
import type { FinishReason, GenerateOptions, Piece, Timings } from "../generation.js";
import type { LoadOptions, ModelDescription, Score } from "../model.js";
import type { ChatMessage, RenderOptions } from "../text/chat-template.js";
import type { DecodeOptions, EncodeOptions } from "../text/tokenizer.js";
import type { SentError } from "./sent-errors.js";
import type { SentSource } from "./sent-source.js";

type WithoutCallbacks<T> = Omit<T, "signal" | "onProgress" | "onWarning">;

/** All that a loaded model says of itself; nothing of it changes. */
export interface SentModel {
  readonly name: string;
  readonly config: ModelConfig;
  readonly schedule: { readonly blocks: Int32Array; readonly caches: Int32Array };
  readonly build: Build;
  readonly parameters: ModelDescription["parameters"];
  readonly contextLength: number;
  readonly kv: "f32" | "f16";
  readonly threads: number;
  readonly memory: MemoryUse;
  readonly bytesPerToken: number;
  readonly hasChatTemplate: boolean;
  readonly tokenizer: SentTokenizer | undefined;
}

export interface SentTokenizer {
  readonly vocabSize: number;
  readonly bosId: number | undefined;
  readonly eosIds: readonly number[];
}

export type LoadEvent = { readonly progress: { loaded: number; total: number } } | { readonly warning: string };

/** What a generation says when it begins, then with every piece. */
export type GenerationEvent =
  | { readonly promptIds: readonly number[]; readonly seed: number; readonly timings: Timings }
  | { readonly piece: Piece; readonly timings: Timings; readonly finishReason: FinishReason | undefined };

export interface GenerationEnd {
  readonly finishReason: FinishReason;
  readonly timings: Timings;
  /** What the session holds now. */
  readonly held: readonly number[];
}

/** Sessions are numbered by the page. Without one, `generate` takes a session of its own. */
export interface Calls {
  load: {
    request: { source: SentSource; options: WithoutCallbacks<LoadOptions> };
    event: LoadEvent;
    reply: SentModel;
  };
  createSession: { request: { session: number }; event: never; reply: undefined };
  generate: {
    request: {
      session: number | undefined;
      prompt: string | readonly number[];
      options: WithoutCallbacks<GenerateOptions>;
    };
    event: GenerationEvent;
    reply: GenerationEnd;
  };
  chat: {
    request: { session: number; messages: readonly ChatMessage[]; options: WithoutCallbacks<GenerateOptions> };
    event: GenerationEvent;
    reply: GenerationEnd;
  };
  evaluate: {
    request: { session: number; ids: readonly number[] };
    event: never;
    reply: { logits: Float32Array; held: readonly number[] };
  };
  reset: { request: { session: number }; event: never; reply: undefined };
  disposeSession: { request: { session: number }; event: never; reply: undefined };
  latestTurns: {
    request: { messages: readonly ChatMessage[]; maxTokens: number | undefined };
    event: never;
    reply: ChatMessage[];
  };
  score: { request: { input: string | readonly number[] }; event: never; reply: Score };
  encode: { request: { text: string; options: EncodeOptions | undefined }; event: never; reply: readonly number[] };
  decode: { request: { ids: readonly number[]; options: DecodeOptions | undefined }; event: never; reply: string };
  piece: { request: { id: number }; event: never; reply: string };
  isSpecial: { request: { id: number }; event: never; reply: boolean };
  render: {
    request: { messages: readonly ChatMessage[]; options: RenderOptions | undefined };
    event: never;
    reply: string;
  };
}

export type Method = keyof Calls;

export type ToEngine =
  | { readonly hello: string }
  | { readonly call: number; readonly method: Method; readonly request: unknown }
  | { readonly abort: number };

export type FromEngine =
  | { readonly alive: true }
  | { readonly call: number; readonly event: unknown }
  /** `bytes` of memory that the model holds. */
  | { readonly call: number; readonly reply: unknown; readonly bytes: number }
  | { readonly call: number; readonly error: SentError; readonly bytes: number };

/** What a dedicated worker's global object is used for; the types of a page's are loaded, which differ. */
export interface WorkerScope {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: "message", heard: (event: MessageEvent) => void): void;
  close(): void;
}
