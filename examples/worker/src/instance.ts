// A model that requests share: loaded once, by the first that needs it, with sessions that take turns.
//
// Requests of a worker are worlds of their own: what a request began ends with it, and what it awaits wakes up only while it
// lives. Hence two rules. Work that others depend on (loading, giving a session back) is handed to waitUntil, so that it runs to
// its end when the client has gone. And nobody waits for another request without a timer of its own: if that one was ended
// by the platform in the middle of loading, the next takes over.

import { type Checkpoint, loadModel, type Model, type ModelSource, openModel, type Session } from "lanky";
import type { Life } from "./environment.js";
import { longestContext, type Room, refusalOf, wholePages } from "./fitting.js";
import { Unavailable } from "./problems.js";

export interface InstanceOptions extends Room {
  /** Opens the weights from their first byte, each time anew. */
  readonly open: () => ModelSource | Promise<ModelSource>;
}

/** Milliseconds after which a load of which nothing was heard is given up. */
const patience = 20_000;
/** Milliseconds between two looks at whether it is one's turn, should nobody say so. */
const pause = 500;
/** Requests that may wait for a session. */
const longestQueue = 1000;

interface Loading {
  readonly model: Promise<Model>;
  /** When a byte last came, by the clock. */
  heard: number;
}

interface Waiting {
  wake: () => void;
}

export class Instance {
  readonly #options: InstanceOptions;
  #loading: Loading | undefined;
  #model: Model | undefined;
  readonly #idle: Session[] = [];
  /** Sessions there are, and how many there may be: fewer than asked for where memory was refused. */
  #made = 0;
  #most: number;
  /** Who waits for a session, first come, first served. */
  readonly #queue: Waiting[] = [];

  constructor(options: InstanceOptions) {
    this.#options = options;
    this.#most = options.sessions;
  }

  /**
   * Loads the model, or waits for the request that does.
   * @throws what loadModel throws, Unavailable where memory does not suffice; the next call tries again
   */
  async load(life: Life): Promise<Model> {
    for (;;) {
      if (this.#model) return this.#model;
      this.#loading ??= this.#start(life);
      const loading = this.#loading;
      const model = await Promise.race([loading.model, wait(1000)]);
      if (model) return model;
      if (this.#loading === loading && Date.now() - loading.heard > patience) this.#loading = undefined;
    }
  }

  /**
   * Runs `work` with a session that nobody else uses meanwhile. The session may hold an earlier request's tokens.
   * @throws the signal's reason if it aborts while others are served
   */
  async use<T>(life: Life, signal: AbortSignal, work: (session: Session, model: Model) => Promise<T>): Promise<T> {
    const model = await this.load(life);
    const session = await this.#take(model, signal);
    try {
      return await work(session, model);
    } finally {
      this.#idle.push(session);
      this.#queue[0]?.wake();
    }
  }

  #start(life: Life): Loading {
    const loading: Loading = {
      heard: Date.now(),
      model: this.#read(life, () => {
        loading.heard = Date.now();
      }).catch((error: unknown) => {
        throw error instanceof RangeError ? new Unavailable(error.message, { cause: error }) : error;
      }),
    };
    const settled = loading.model.then(
      (model) => {
        this.#model ??= model;
      },
      () => {}, // whoever waits for it hears of it
    );
    life.waitUntil(
      settled.finally(() => {
        if (this.#loading === loading) this.#loading = undefined;
      }),
    );
    return loading;
  }

  async #read(life: Life, heard: () => void): Promise<Model> {
    const { open, memoryLimit, sessions } = this.#options;
    const began = Date.now();
    // What fits once fits without a look at the file's header: loading finds the longest context of one session by itself.
    const contextLength =
      this.#options.contextLength ??
      (sessions > 1 ? await this.#header((checkpoint) => longestContext(checkpoint, this.#options)) : undefined);
    const options = { threads: 0, kv: "f16", memoryLimit, contextLength, onProgress: heard } as const;
    const model = await loadModel(await open(), options).catch(async (error: unknown) => {
      const refusal =
        error instanceof RangeError && (await this.#header((checkpoint) => refusalOf(checkpoint, this.#options)));
      throw refusal ? new Unavailable(refusal, { cause: error }) : error;
    });
    const { name, memory, config } = model;
    const told =
      `lanky: ${name} loaded in ${Date.now() - began} ms: context ${model.contextLength} of ` +
      `${config.max_position_embeddings}, ${mb(memory.total)} of ${mb(memoryLimit)} with one session of at most ${sessions}`;
    // Later, when the first answer has begun: a first line takes workerd 5 ms.
    life.waitUntil(wait(100).then(() => console.log(told)));
    return model;
  }

  /** What `work` makes of the file's header; no weight is read for it. */
  async #header<T>(work: (checkpoint: Checkpoint) => T): Promise<T> {
    const checkpoint = await openModel(await this.#options.open());
    try {
      return work(checkpoint);
    } finally {
      await checkpoint.close();
    }
  }

  async #take(model: Model, signal: AbortSignal): Promise<Session> {
    if (this.#queue.length >= longestQueue)
      throw new Unavailable(`${this.#queue.length} requests wait for their turn already; try again later`);
    const waiting: Waiting = { wake: () => {} };
    this.#queue.push(waiting);
    try {
      for (;;) {
        signal.throwIfAborted();
        const session = this.#queue[0] === waiting ? this.#free(model) : undefined;
        if (session) return session;
        let timer: ReturnType<typeof setTimeout> | undefined;
        await new Promise<void>((resolve) => {
          timer = setTimeout(resolve, pause);
          waiting.wake = resolve;
        });
        clearTimeout(timer); // here, not where another request wakes this one: numbers of timers are each request's own
      }
    } finally {
      this.#queue.splice(this.#queue.indexOf(waiting), 1);
      this.#queue[0]?.wake(); // there may be another free session
    }
  }

  #free(model: Model): Session | undefined {
    const idle = this.#idle.pop();
    if (idle) return idle;
    const room = this.#made === 0 || model.bytes + wholePages(model.memory.kv) <= this.#options.memoryLimit;
    if (this.#made >= this.#most || !room) return undefined;
    try {
      const session = model.createSession();
      this.#made++;
      return session;
    } catch (error) {
      // The host gives no more memory: those that there are go on.
      if (this.#made === 0) throw new Unavailable((error as Error).message, { cause: error });
      this.#most = this.#made;
      return undefined;
    }
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
