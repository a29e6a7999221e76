// A loaded model: weights in linear memory, tokenizer, chat template. The one place where formats, text and engine meet.

import { promptIdsOf } from "./chat.js";
import type { Checkpoint, ModelConfig, TensorInfo, TensorType } from "./checkpoint.js";
import { Engine } from "./engine/engine.js";
import { chooseBuild } from "./engine/features.js";
import type { Build } from "./engine/kernels.js";
import { usefulThreads } from "./engine/pace.js";
import { bytesPerToken, type MemoryUse, type WeightType, weightTypeOf } from "./engine/plan.js";
import { relaxedIsExact } from "./engine/relaxed-check.js";
import type { Schedule } from "./engine/schedule.js";
import { CheckpointError } from "./errors.js";
import { bytesOf } from "./formats/tensor-codec.js";
import { transcode, transcodedInfo } from "./formats/transcode.js";
import type { GenerateOptions, Generation } from "./generation.js";
import { abortable, checkSignal, type Host, yieldToHost } from "./host.js";
import { latestTurns } from "./latest-turns.js";
import { checkThreads, heldType, planOf } from "./load-plan.js";
import { copyIds, Session } from "./session.js";
import { type ChatMessage, type ChatTemplate, createChatTemplate } from "./text/chat-template.js";
import { portableExp } from "./text/portable-math.js";
import { createTokenizer, type Tokenizer } from "./text/tokenizer.js";

/** Types that weights can be held in: the file's own, or all matrices in one. */
export type WeightsOption = "file" | "f32" | "f16" | "bf16" | "int8" | "int4";

export interface LoadOptions {
  /**
   * Worker threads; 0 computes on the calling thread, whose event loop then stands still for a pass at a time. Default: in
   * Node a thread for each core, at most 8, for models whose tokens read 16 MB of weights or more; 0 for smaller ones and in
   * other hosts. Results do not depend on it. As many take part in a pass as make it faster. Where the host has no shared
   * memory or no threads, `onWarning` says so and the calling thread does the work.
   */
  readonly threads?: number | undefined;
  /** Tokens a session can hold. Default: what the model was made for, at most 2048, and what `memoryLimit` leaves room for. */
  readonly contextLength?: number | undefined;
  /**
   * Bytes that the WebAssembly memory may take at most: weights, activations and the caches of all sessions together. Without
   * `contextLength` the longest context is taken that fits. Checked before weights are read.
   */
  readonly memoryLimit?: number | undefined;
  /** Default "file": as they are in the file, without loss. */
  readonly weights?: WeightsOption | undefined;
  /** Precision of cached keys and values. Default f32; f16 takes half the memory and is as exact as most engines are. */
  readonly kv?: "f32" | "f16" | undefined;
  /** Default: relaxed where the host validates it and computes right, else simd. Both give the same bits. */
  readonly build?: Build | undefined;
  readonly onProgress?: ((progress: { readonly loaded: number; readonly total: number }) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Hears, in a sentence, what could not be done as asked. Default: console.warn. */
  readonly onWarning?: ((message: string) => void) | undefined;
}

/** What `inspect` prints: all that can be said before the weights are read. */
export interface ModelDescription {
  readonly config: ModelConfig;
  readonly schedule: { readonly blocks: readonly number[]; readonly caches: readonly number[] };
  readonly tensors: readonly { readonly name: string; readonly shape: readonly number[]; readonly type: TensorType }[];
  /** Tokens that a session can hold. */
  readonly context: number;
  /**
   * Bytes; `total` is the size of the WebAssembly memory after loading, with the cache of one session, for a model that
   * computes on the calling thread: each thread beyond one adds its room to unpack weights, some 0.3 MB at 125M.
   */
  readonly memory: MemoryUse;
  /** Weights in the file, and weights that one token's pass uses (a block counts as often as it is executed). */
  readonly parameters: { readonly stored: number; readonly executed: number };
}

/** Token ids and the log-probability of each but the first. */
export interface Score {
  readonly ids: readonly number[];
  /** Natural logarithm of the probability of ids[i + 1] after ids[0..i]. */
  readonly logprobs: readonly number[];
  readonly meanNll: number;
  readonly perplexity: number;
}

/** A model in memory. Make one with `loadModel`; give the memory back with `dispose`. */
export class Model {
  readonly #engine: Engine;
  readonly #tokenizer: Tokenizer | undefined;
  readonly #sessions = new Set<Session>();

  private constructor(
    /** The file or folder it came from. */
    readonly name: string,
    readonly config: ModelConfig,
    readonly schedule: Schedule,
    readonly build: Build,
    readonly parameters: ModelDescription["parameters"],
    readonly chatTemplate: ChatTemplate | undefined,
    tokenizer: Tokenizer | undefined,
    engine: Engine,
  ) {
    this.#tokenizer = tokenizer;
    this.#engine = engine;
  }

  /**
   * Loads an opened checkpoint; it is closed afterwards, whatever happens.
   * @throws CheckpointError for what is wrong with the checkpoint
   * @throws RangeError for options out of range, and where memory or `memoryLimit` does not suffice
   * @throws the signal's reason if it aborts
   */
  static async load(checkpoint: Checkpoint, host: Host, options: LoadOptions = {}): Promise<Model> {
    try {
      checkCallbacks(options);
      options.signal?.throwIfAborted();
      const plan = planOf(checkpoint, withThreads(options, checkpoint, host));
      const { name, config, vocabulary } = checkpoint;
      const tokenizer = vocabulary && createTokenizer(vocabulary, name);
      if (tokenizer) checkTokenizer(checkpoint, tokenizer);
      const template = createTemplate(checkpoint, tokenizer);
      const total = checkpoint.tensors.reduce((sum, { type, shape }) => sum + bytesOf(type, shape[0] * shape[1]), 0);
      const types = new Set(checkpoint.tensors.map((info) => weightTypeOf[heldType(info, options)]));
      const { build, module } = await compileBuild(host, checkBuild(options.build), plan.threads > 0, types);
      const wanted = transcode(checkpoint.readTensors(), (info) => heldType(info, options));
      const scale = total / checkpoint.tensors.reduce((sum, info) => sum + heldBytes(info, options), 0);
      const progress = (loaded: number) =>
        options.onProgress?.({ loaded: Math.min(total, Math.round(loaded * scale)), total });
      const loading = { file: name, onProgress: progress, signal: options.signal, turn: yieldToHost };
      const creating = Engine.create(plan, module, wanted, loading, host.spawnThread, host.cores);
      const engine = await abortable(creating, options.signal, (late) => late.dispose());
      return new Model(name, config, plan.schedule, build, parametersOf(checkpoint), template, tokenizer, engine);
    } finally {
      const closed = checkpoint.close();
      // A source that has fallen silent may never come to its end: an abort does not wait for it.
      if (options.signal?.aborted) closed.catch(() => {});
      else await closed;
    }
  }

  /**
   * From text to tokens and back.
   * @throws CheckpointError if the checkpoint came without a vocabulary
   */
  get tokenizer(): Tokenizer {
    if (!this.#tokenizer)
      throw new CheckpointError(
        this.name,
        "has no tokenizer beside it; give token ids instead of text, or add its tokenizer file",
      );
    return this.#tokenizer;
  }

  /** True if text can be given. */
  get hasTokenizer(): boolean {
    return this.#tokenizer !== undefined;
  }

  /** Tokens a session can hold. */
  get contextLength(): number {
    return this.#engine.plan.context;
  }

  get kv(): "f32" | "f16" {
    return this.#engine.plan.kv;
  }

  /** Worker threads; 0 is the calling thread. */
  get threads(): number {
    return this.#engine.plan.threads;
  }

  /** The plan, in bytes. */
  get memory(): MemoryUse {
    return this.#engine.plan.bytes;
  }

  /** Bytes of WebAssembly memory held now: the plan's total, more with several sessions, 0 after `dispose`. */
  get bytes(): number {
    return this.#engine.bytes;
  }

  /** Weight bytes that one decoded token reads. */
  get bytesPerToken(): number {
    return bytesPerToken(this.#engine.plan);
  }

  /**
   * A conversation with a KV cache of its own. The first one's is part of the plan, further ones take more memory.
   * @throws RangeError if there is no memory for its cache
   */
  createSession(): Session {
    const session = new Session(this, this.#engine, this.#sessions);
    session.reserve();
    return session;
  }

  /** Continues a prompt in a session of its own; see `Session.generate`. */
  generate(prompt: string | readonly number[], options: GenerateOptions = {}): Generation {
    this.#engine.checkAlive();
    const session = new Session(this, this.#engine, this.#sessions); // takes memory when the first piece is asked for
    return session.generate(prompt, options, () => session.dispose());
  }

  /**
   * What of a conversation to give to `Session.chat`, and to go on with, so that the answer has room: all of it until less than
   * `maxTokens`, or a quarter of the context, would be left. Then the latest turns, in at most half of what there is for them, so
   * that the next ones fit too. A system message at the start and the last turn stay, even if they do not fit, which `chat`
   * refuses.
   * @param maxTokens what `chat` gets as such
   * @throws CheckpointError if the checkpoint has no chat template, or the template rejects the messages
   * @throws TypeError for messages that are none, and for `maxTokens` of another kind
   */
  latestTurns(messages: readonly ChatMessage[], maxTokens = Number.POSITIVE_INFINITY): ChatMessage[] {
    if (typeof maxTokens !== "number") throw new TypeError(`maxTokens: expected a number, not ${typeof maxTokens}`);
    const most = this.contextLength - Math.min(maxTokens, this.contextLength >> 2);
    return latestTurns(messages, (some) => promptIdsOf(some, this).length, most);
  }

  /**
   * How probable the model finds a text: the log-probability of each token after those before it.
   * @param input text (tokenised with what the model adds, such as BOS) or token ids
   * @throws RangeError for fewer than two tokens, more than the context holds, or ids outside the vocabulary
   */
  async score(input: string | readonly number[], options: { readonly signal?: AbortSignal } = {}): Promise<Score> {
    const ids =
      typeof input === "string" ? this.tokenizer.encode(input, { addSpecial: true }) : copyIds(input, "input");
    if (ids.length < 2) throw new RangeError(`score: at least two tokens are needed, not ${ids.length}`);
    checkSignal(options.signal);
    const session = this.createSession();
    try {
      const logprobs = await session.score(ids, options.signal);
      const meanNll = -logprobs.reduce((sum, logprob) => sum + logprob, 0) / logprobs.length;
      return { ids, logprobs, meanNll, perplexity: portableExp(meanNll) };
    } finally {
      session.dispose();
    }
  }

  /** Gives the memory back and disposes of all sessions. Calling it again does nothing. */
  async dispose(): Promise<void> {
    for (const session of [...this.#sessions]) session.dispose();
    await this.#engine.dispose();
  }
}

/**
 * Describes a checkpoint as it would be loaded with these options, without reading its weights.
 * @throws RangeError for options out of range, or a model that does not fit
 */
export function describeModel(checkpoint: Checkpoint, options: LoadOptions = {}): ModelDescription {
  const plan = planOf(checkpoint, options);
  return {
    config: checkpoint.config,
    schedule: { blocks: [...plan.schedule.blocks], caches: [...plan.schedule.caches] },
    tensors: checkpoint.tensors.map(({ name, role, shape, type }) => ({
      name,
      shape: role.endsWith("norm") ? [shape[1]] : [...shape],
      type,
    })),
    context: plan.context,
    memory: plan.bytes,
    parameters: parametersOf(checkpoint),
  };
}

/** Weight bytes that a token's pass reads, the embedding table among them. */
function bytesExecuted(checkpoint: Checkpoint, options: LoadOptions): number {
  const times = new Map<number, number>([[-1, 1]]);
  for (const block of checkpoint.blocks) times.set(block, (times.get(block) ?? 0) + 1);
  return checkpoint.tensors.reduce((sum, info) => sum + heldBytes(info, options) * (times.get(info.block) ?? 0), 0);
}

function heldBytes(info: TensorInfo, options: LoadOptions): number {
  const { type, shape } = transcodedInfo(info, heldType(info, options));
  return bytesOf(type, shape[0] * shape[1]);
}

function parametersOf({ config, tensors, blocks }: Checkpoint): { stored: number; executed: number } {
  const ofBlock = new Array<number>(config.num_hidden_layers).fill(0);
  let outside = 0;
  for (const { block, shape } of tensors) {
    const count = shape[0] * shape[1];
    if (block < 0) outside += count;
    else ofBlock[block]! += count;
  }
  const stored = outside + ofBlock.reduce((sum, count) => sum + count, 0);
  const executed = outside + blocks.reduce((sum, block) => sum + ofBlock[block]!, 0);
  return { stored, executed };
}

function createTemplate(
  { name, chatTemplate }: Checkpoint,
  tokenizer: Tokenizer | undefined,
): ChatTemplate | undefined {
  if (chatTemplate === undefined || !tokenizer) return undefined;
  const [eosId] = tokenizer.eosIds;
  return createChatTemplate(chatTemplate, {
    file: name,
    bosToken: tokenizer.bosId === undefined ? "" : tokenizer.piece(tokenizer.bosId),
    eosToken: eosId === undefined ? "" : tokenizer.piece(eosId),
  });
}

/** A tokenizer of another model would name tokens that the table does not have. */
function checkTokenizer({ name, config }: Checkpoint, tokenizer: Tokenizer): void {
  if (tokenizer.vocabSize > config.vocab_size)
    throw new CheckpointError(
      name,
      `its tokenizer has ${tokenizer.vocabSize} tokens, the embedding table ${config.vocab_size}; they belong to different models`,
    );
}

function checkCallbacks({ signal, onProgress, onWarning }: LoadOptions): void {
  checkSignal(signal);
  for (const [name, callback] of Object.entries({ onProgress, onWarning })) {
    if (callback !== undefined && typeof callback !== "function")
      throw new TypeError(`${name}: expected a function, not ${typeof callback}`);
  }
}

/** The build asked for, or the fastest that this host runs right with weights of these types. */
async function compileBuild(
  host: Host,
  wanted: Build | undefined,
  threads: boolean,
  types: ReadonlySet<WeightType>,
): Promise<{ build: Build; module: WebAssembly.Module }> {
  const build = chooseBuild(wanted);
  const module = await host.compileKernels(build, threads);
  if (build === "simd" || host.trustsRelaxed || (await relaxedIsExact(module, threads, types)))
    return { build, module };
  if (wanted === "relaxed")
    throw new RangeError("build relaxed: this host's relaxed SIMD makes wrong dot products; use build simd");
  return { build: "simd", module: await host.compileKernels("simd", threads) };
}

/** The options as this host can honour them. */
function withThreads(options: LoadOptions, checkpoint: Checkpoint, { spawnThread, cores }: Host): LoadOptions {
  if (options.threads === undefined) {
    const none = cores === undefined || !spawnThread || typeof SharedArrayBuffer === "undefined";
    return { ...options, threads: none ? 0 : usefulThreads(bytesExecuted(checkpoint, options), cores) };
  }
  const wanted = checkThreads(options.threads);
  if (wanted === 0 || (spawnThread && typeof SharedArrayBuffer !== "undefined")) return options;
  const warn = options.onWarning ?? console.warn;
  warn(`lanky: this host has no shared memory for threads; computing on one thread instead of ${wanted}`);
  return { ...options, threads: 0 };
}

function checkBuild(build: Build | undefined): Build | undefined {
  if (build !== undefined && build !== "simd" && build !== "relaxed")
    throw new RangeError(`build: ${String(build)}; expected simd or relaxed`);
  return build;
}
