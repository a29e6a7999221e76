// From a checkpoint and what a caller wants to the plan of a model's memory, and to what would fit where it does not. All of
// it is known before a weight is read.

import type { Checkpoint, TensorInfo, TensorType } from "./checkpoint.js";
import { LARGEST, megabytes, PAGE, type Plan, planMemory, weightTypeOf } from "./engine/plan.js";
import { createSchedule } from "./engine/schedule.js";
import type { LoadOptions, WeightsOption } from "./model.js";

const tensorTypeOf: Readonly<Record<Exclude<WeightsOption, "file">, TensorType>> = {
  f32: "F32",
  f16: "F16",
  bf16: "BF16",
  int8: "Q8_0",
  int4: "Q4_0",
};

/** Positions in one pass of a prefill. Results do not depend on it; an abort waits for a pass to end. */
const BATCH = 64;
/** Rows of logits at once when scoring. */
const OUTPUTS = 16;
const DEFAULT_CONTEXT = 2048;
/** A shorter context is of no use: `memoryLimit` makes none. */
const LEAST_CONTEXT = 16;

/**
 * Plans a checkpoint as it would be loaded with these options.
 * @throws RangeError for options out of range, or a model that does not fit; says what would
 */
export function planOf(checkpoint: Checkpoint, options: LoadOptions): Plan {
  const { contextLength } = options;
  const most = checkContext(checkpoint, contextLength);
  const limit = checkLimit(options.memoryLimit);
  const plan = planWith(checkpoint, options, most, limit);
  if (plan.bytes.total <= limit) return plan;
  if (contextLength !== undefined || options.memoryLimit === undefined) throw tooLarge(checkpoint, options, plan);
  const least = planWith(checkpoint, options, Math.min(LEAST_CONTEXT, most), limit);
  if (least.bytes.total > limit) throw tooLarge(checkpoint, options, least);
  return planWith(checkpoint, options, longestContext(checkpoint, options, most, limit), limit);
}

function planWith(checkpoint: Checkpoint, options: LoadOptions, context: number, limit: number): Plan {
  const { config, tensors, blocks } = checkpoint;
  const held = new Map(tensors.map((info) => [`${info.block} ${info.role}`, heldType(info, options)]));
  const typeOf = (role: string, block: number) => weightTypeOf[held.get(`${block} ${role}`)!];
  return planMemory(config, createSchedule(blocks, config.num_hidden_layers), typeOf, {
    context,
    kv: checkKv(options.kv) ?? "f32",
    batch: BATCH,
    outputs: OUTPUTS,
    threads: checkThreads(options.threads),
    limit,
  });
}

/** The longest context up to `most` whose plan has at most `limit` bytes; 0 if LEAST_CONTEXT (or `most`) has more. */
function longestContext(checkpoint: Checkpoint, options: LoadOptions, most: number, limit: number): number {
  const fits = (context: number) => planWith(checkpoint, options, context, limit).bytes.total <= limit;
  let low = Math.min(LEAST_CONTEXT, most); // fits, if anything does
  if (!fits(low)) return 0;
  let high = most + 1; // does not fit, or is not wanted
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

function tooLarge(checkpoint: Checkpoint, options: LoadOptions, plan: Plan): RangeError {
  const { weights, kv, activations, total } = plan.bytes;
  const found =
    options.memoryLimit === undefined
      ? "WebAssembly addresses 4096 MB"
      : `memoryLimit is ${megabytes(options.memoryLimit)} (${options.memoryLimit} bytes)`;
  return new RangeError(
    `${checkpoint.name}: the model needs ${megabytes(total)} of memory (${total} bytes: weights ${megabytes(weights)}, ` +
      `KV cache of ${plan.context} tokens ${megabytes(kv)}, activations ${megabytes(activations)}), but ${found}; ` +
      whatFits(checkpoint, options, plan.limit),
  );
}

/** Ways to load the model within the limit, from what was asked for on: each a longer context than the one before. */
function whatFits(checkpoint: Checkpoint, options: LoadOptions, limit: number): string {
  const most = checkContext(checkpoint, options.contextLength);
  const ways: string[] = [];
  let longest = 0;
  for (const weights of [undefined, "f16", "int8", "int4"] as const) {
    for (const kv of [undefined, "f16"] as const) {
      const context = longestContext(
        checkpoint,
        { ...options, ...(weights && { weights }), ...(kv && { kv }) },
        most,
        limit,
      );
      if (context <= longest) continue;
      longest = context;
      const how = [weights && `weights ${weights}`, kv && `kv ${kv}`].filter(Boolean).join(" and ");
      ways.push(`${how && `with ${how} `}a context of ${context}`);
    }
  }
  if (longest > 0) return `what fits: ${ways.join(", ")}`;
  const least = Math.min(LEAST_CONTEXT, most);
  const { total } = planWith(checkpoint, { ...options, weights: "int4", kv: "f16" }, least, limit).bytes;
  return (
    `no type of weights makes it fit: int4 with kv f16 and a context of ${least} needs ${megabytes(total)}; choose a ` +
    "smaller model"
  );
}

/** The type that a tensor is held in: norms in F32, matrices as asked for. */
export function heldType(info: TensorInfo, { weights = "file" }: LoadOptions): TensorType {
  if (info.role.endsWith("norm")) return "F32";
  if (weights === "file") return info.type;
  if (!Object.hasOwn(tensorTypeOf, weights))
    throw new RangeError(`weights: ${String(weights)}; expected file, ${Object.keys(tensorTypeOf).join(", ")}`);
  return tensorTypeOf[weights];
}

function checkContext({ name, config }: Checkpoint, contextLength: number | undefined): number {
  const most = config.max_position_embeddings;
  if (contextLength === undefined) return Math.min(most, DEFAULT_CONTEXT);
  if (typeof contextLength !== "number")
    throw new TypeError(`contextLength: expected a number, not ${typeof contextLength}`);
  if (!Number.isInteger(contextLength) || contextLength < 1 || contextLength > most)
    throw new RangeError(
      `${name}: context length ${contextLength}: expected 1 to ${most}, for which the model was made`,
    );
  return contextLength;
}

/** In whole pages, as memory comes. */
function checkLimit(memoryLimit: number | undefined): number {
  if (memoryLimit === undefined) return LARGEST;
  if (typeof memoryLimit !== "number") throw new TypeError(`memoryLimit: expected a number, not ${typeof memoryLimit}`);
  if (!(memoryLimit >= PAGE))
    throw new RangeError(`memoryLimit: ${memoryLimit}; expected a number of bytes, at least ${PAGE}`);
  return Math.min(Math.floor(memoryLimit / PAGE) * PAGE, LARGEST);
}

export function checkThreads(threads = 0): number {
  if (!Number.isInteger(threads) || threads < 0 || threads > 256)
    throw new RangeError(`threads: ${threads}; expected a whole number from 0 to 256`);
  return threads;
}

function checkKv(kv: LoadOptions["kv"]): LoadOptions["kv"] {
  if (kv !== undefined && kv !== "f32" && kv !== "f16") throw new RangeError(`kv: ${String(kv)}; expected f32 or f16`);
  return kv;
}
