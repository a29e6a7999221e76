// Which context fits into the memory that a model is given, and what to do where none does. A file's header tells.

import { type Checkpoint, describeModel, type LoadOptions } from "lanky";

export interface Room {
  /** Bytes for the model and the caches of all sessions. */
  readonly memoryLimit: number;
  /** What of the worker's settings this is, for whoever has to change it. */
  readonly limitIs?: string;
  /** Generations at the same time. */
  readonly sessions: number;
  /** Tokens of each; left out, as many as fit. */
  readonly contextLength?: number | undefined;
}

/** The longest context that loadModel takes of its own accord, and the shortest. */
const [usualContext, leastContext] = [2048, 16];

/** Types that a file can be converted to, from large to small, as describeModel and `lanky convert` call them. */
const types = [
  ["f16", "f16"],
  ["int8", "q8_0"],
  ["int4", "q4_0"],
] as const;

/**
 * The longest context of which as many sessions as asked for fit, undefined where not even one of 16 tokens does.
 * @param weights a type to convert to; left out, the file's
 */
export function longestContext(
  checkpoint: Checkpoint,
  { memoryLimit, sessions, contextLength }: Room,
  weights: LoadOptions["weights"] = "file",
): number | undefined {
  const fits = (context: number) => {
    const { total, kv } = memoryOf(checkpoint, context, weights);
    return total + (sessions - 1) * wholePages(kv) <= memoryLimit;
  };
  const most = Math.min(contextLength ?? usualContext, checkpoint.config.max_position_embeddings);
  if (fits(most)) return most;
  let [shorter, longer] = [Math.min(leastContext, most), most];
  if (!fits(shorter)) return undefined;
  while (longer - shorter > 1) {
    const middle = (shorter + longer) >> 1;
    if (fits(middle)) shorter = middle;
    else longer = middle;
  }
  return shorter;
}

/** Why not even one session fits, and which settings or which type would; undefined where memory is not what is wrong. */
export function refusalOf(checkpoint: Checkpoint, room: Room): string | undefined {
  const { config, name } = checkpoint;
  const { memoryLimit, limitIs = "MEMORY_LIMIT", sessions, contextLength } = room;
  const context = Math.min(contextLength ?? leastContext, config.max_position_embeddings);
  const { total, weights } = memoryOf(checkpoint, context, "file");
  if (total <= memoryLimit) return undefined;
  const ways: string[] = [];
  let longest = 0;
  const tell = (what: string, type?: LoadOptions["weights"]) => {
    const contexts: string[] = [];
    for (const count of new Set([sessions, 1])) {
      const found = longestContext(checkpoint, { ...room, sessions: count }, type) ?? 0;
      if (found <= longest) continue;
      longest = found;
      contexts.push(`${found}${count < sessions ? " with SESSIONS 1" : ""}`);
    }
    if (contexts.length > 0) ways.push(`${what} ${contexts.join(", or ")}`);
  };
  if (contextLength !== undefined) tell("lower CONTEXT to");
  for (const [type, called] of types)
    tell(`convert the file (lanky convert IN OUT.gguf --type ${called}), for a context of`, type);
  const least = memoryOf(checkpoint, leastContext, "int4").total;
  const advice =
    ways.length > 0
      ? ways.join("; or ")
      : `no type makes it fit (q4_0 and a context of ${leastContext} take ${mb(least)}): choose a smaller model`;
  return (
    `${name}: the model takes ${mb(total)} with a context of ${context} (weights ${mb(weights)}), but ${limitIs} is ` +
    `${mb(memoryLimit)}; ${advice}`
  );
}

/** The memory that a model would take with one session; without end where no WebAssembly memory is as large. */
function memoryOf(checkpoint: Checkpoint, contextLength: number, weights: LoadOptions["weights"]) {
  try {
    return describeModel(checkpoint, { kv: "f16", contextLength, weights }).memory;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { total: Number.POSITIVE_INFINITY, kv: 0, weights: Number.POSITIVE_INFINITY };
  }
}

/** Further caches are memory that is added, which comes in pages. */
export const wholePages = (bytes: number) => Math.ceil(bytes / 65536) * 65536;

const mb = (bytes: number) => (Number.isFinite(bytes) ? `${(bytes / 1e6).toFixed(1)} MB` : "more than 4 GB");
