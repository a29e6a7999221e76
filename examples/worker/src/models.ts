// The two models of this worker: the embedded one, which turns sentences into calls, and the one of MODEL, which completes text.
// They outlive the requests, and are one where MODEL is "embedded".

import { type Environment, numberOf } from "./environment.js";
import { Instance } from "./instance.js";
import { embeddedWeights, openWeights } from "./weights.js";

/** Of 128 MB. JavaScript takes the rest: code, a tokenizer of 32,000 tokens, requests (measure.ts). */
const usualLimit = 80_000_000;

let embedded: Instance | undefined;
let completing: Instance | undefined;

export function embeddedInstance(env: Environment): Instance {
  embedded ??= new Instance({
    open: embeddedWeights,
    memoryLimit: numberOf(env, "MEMORY_LIMIT") ?? usualLimit,
    sessions: numberOf(env, "SESSIONS") ?? 2,
    contextLength: 512, // some eight turns; 2.1 MB a session
  });
  return embedded;
}

/**
 * What /complete runs.
 * @throws Unavailable for a variable that is wrong
 */
export function completingInstance(env: Environment): Instance {
  const { MODEL = "embedded" } = env;
  if (MODEL === "embedded") return embeddedInstance(env);
  completing ??= new Instance({
    open: () => openWeights(env),
    memoryLimit: numberOf(env, "MEMORY_LIMIT") ?? usualLimit,
    sessions: numberOf(env, "SESSIONS") ?? 2,
    contextLength: numberOf(env, "CONTEXT"),
  });
  return completing;
}
