// The two models of this worker: the embedded one, which turns sentences into calls, and the one of MODEL, which completes text.
// They outlive the requests, share one limit of memory, and are one where MODEL is "embedded".

import { type Environment, numberOf } from "./environment.js";
import { Instance } from "./instance.js";
import { Unavailable } from "./problems.js";
import { embeddedWeights, openWeights } from "./weights.js";

/** Of 128 MB. JavaScript takes the rest: code, a tokenizer of 32,000 tokens, requests (measure.ts). */
const usualLimit = 82_000_000;
/** What the embedded model takes of that with one session; a further one, 1.6 MB, it has where it is alone. */
const embeddedBytes = 4_700_000;

let embedded: Instance | undefined;
let completing: Instance | undefined;

export function embeddedInstance(env: Environment): Instance {
  embedded ??= new Instance({
    open: embeddedWeights,
    memoryLimit: isAlone(env) ? limitOf(env) : Math.min(embeddedBytes, limitOf(env)),
    sessions: numberOf(env, "SESSIONS") ?? 2,
    contextLength: 512, // some eight turns
  });
  return embedded;
}

/**
 * What /complete runs.
 * @throws Unavailable for a variable that is wrong
 */
export function completingInstance(env: Environment): Instance {
  if (isAlone(env)) return embeddedInstance(env);
  // Kept free for /api also before it is used: what is asked of it later must not end the worker.
  completing ??= new Instance({
    open: () => openWeights(env),
    memoryLimit: limitOf(env) - embeddedBytes,
    limitIs: `MEMORY_LIMIT without the ${embeddedBytes / 1e6} MB of /api`,
    sessions: numberOf(env, "SESSIONS") ?? 2,
    contextLength: numberOf(env, "CONTEXT"),
  });
  return completing;
}

function isAlone({ MODEL = "embedded" }: Environment): boolean {
  return MODEL === "embedded";
}

/** @throws Unavailable for a limit that not even the embedded model keeps */
function limitOf(env: Environment): number {
  const limit = numberOf(env, "MEMORY_LIMIT") ?? usualLimit;
  if (limit <= embeddedBytes)
    throw new Unavailable(
      `MEMORY_LIMIT: ${limit}; expected more than ${embeddedBytes}, which the embedded model takes`,
    );
  return limit;
}
