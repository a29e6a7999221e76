// How long a token takes in each of the models that `lanky profile` compares, and in the floor beside them.
//
// The floor of layer sharing is base + the time that the same layers take with their weights in cache. That time is the
// difference between two models of one stored block (twins.ts, "repeated"): executed once, and executed once more for
// every block of its kind. Embedding and logits are in both, the first execution brings the weights into cache in both,
// and what is left are as many executions as base has layers of the kind, each with its weights just used. It is measured
// through the same engine as everything else, so it holds attention, norms and barriers too.
//
// All models are in memory at once and take turns, a short burst of tokens each, so that a slow moment of the machine
// falls on all of them alike; differences and ratios are taken within a round.

import { type LoadOptions, loadCheckpoint, type Model, type Session } from "../node.js";
import { spreadOf } from "./spread.js";
import { type Alike, prepareTwin, type Repeated, type Source, type TwinKind, twinKinds } from "./twins.js";

/** Milliseconds a token in each round. */
export interface ExecuteTimes {
  readonly base: number[];
  readonly shared: number[];
  readonly unshared: number[];
  /** Base's layers with their weights in cache. */
  readonly inCache: number[];
}

export interface Executed {
  readonly times: ExecuteTimes;
  readonly build: string;
  /** Threads that compute. */
  readonly threads: number;
  /** Bytes, of each of the twins. */
  readonly weights: Readonly<Record<TwinKind, number>>;
}

/** Tokens before the clock runs: they bring back what the other models pushed out of the caches. */
export const WARM = 2;

/**
 * Times `tokens` tokens in each of `rounds` rounds.
 * @throws RangeError where one of the models does not fit into memory; the signal's reason if it aborts
 */
export async function execute(
  source: Source,
  kinds: readonly Alike[],
  options: LoadOptions & { readonly signal: AbortSignal },
  { rounds, tokens }: { readonly rounds: number; readonly tokens: number },
): Promise<Executed> {
  const { signal } = options;
  const repeated = kinds.flatMap(({ block, count }): Repeated[] => [1, 1 + count].map((times) => ({ block, times })));
  const models: Model[] = [];
  try {
    for (const kind of [...twinKinds, ...repeated]) models.push(await load(source, kind, options));
    const sessions = models.map((model) => model.createSession());
    const all: ExecuteTimes = { base: [], shared: [], unshared: [], inCache: [] };
    for (let round = 0; round < rounds; round++) {
      const times = new Array<number>(sessions.length);
      for (let turn = 0; turn < sessions.length; turn++) {
        const at = (turn + round) % sessions.length; // nobody is always the one after the largest
        times[at] = await burst(sessions[at]!, models[at]!.config.vocab_size, tokens, signal);
      }
      for (const [i, kind] of twinKinds.entries()) all[kind].push(times[i]!);
      const differences = times.slice(twinKinds.length);
      all.inCache.push(differences.reduce((sum, time, i) => (i % 2 === 0 ? sum - time : sum + time), 0));
    }
    const [base, shared, unshared] = models as [Model, Model, Model];
    const weights = { base: base.memory.weights, shared: shared.memory.weights, unshared: unshared.memory.weights };
    return { times: all, build: base.build, threads: Math.max(1, base.threads), weights };
  } finally {
    for (const model of models) await model.dispose();
  }
}

async function load(source: Source, kind: TwinKind | Repeated, options: LoadOptions): Promise<Model> {
  const { open } = await prepareTwin(source, kind, options.signal);
  try {
    return await loadCheckpoint(open(), options);
  } catch (error) {
    if (!(error instanceof RangeError) || typeof kind === "object") throw error;
    throw new RangeError(`the ${kind} twin: ${error.message}`, { cause: error });
  }
}

/** The median time of a token, in milliseconds, in a context that starts empty. */
async function burst(session: Session, vocabulary: number, tokens: number, signal: AbortSignal): Promise<number> {
  session.reset();
  const times: number[] = [];
  const into = new Float32Array(vocabulary);
  for (let i = 0; i < WARM + tokens; i++) {
    const start = performance.now();
    await session.evaluate([(i * 7919 + 13) % vocabulary], { signal, into });
    if (i >= WARM) times.push(performance.now() - start);
  }
  return spreadOf(times).median;
}
