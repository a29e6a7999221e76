// The choice of the next token from the model's logits. The steps are those of llama.cpp's default chain, in its order:
//
//   1. logit bias: added to the logits of single tokens
//   2. penalties on the last `penaltyWindow` tokens: a logit of one of them is divided by the repetition penalty if it is
//      positive and multiplied if it is not (Keskar et al. 2019, CTRL), and loses count * frequency + presence
//   3. temperature 0: the largest logit, and of equal ones the lowest id; nothing below happens
//   4. top-k: the k largest logits
//   5. top-p: the fewest of the largest whose probabilities reach p (Holtzman et al. 2020)
//   6. min-p: those at least min-p times as probable as the most probable one (Nguyen et al. 2024)
//   7. temperature: logits are divided by it, and one token is drawn
//
// (Hugging Face applies the temperature before steps 4 to 6, which then keep more or fewer tokens.)
// A draw depends on the logits, the options and the seed alone, to the last bit, in every JavaScript engine: float64
// arithmetic in a fixed order, and exp and log of our own.

import { portableExp, portableLog } from "./portable-math.js";
import { createRandom, randomSeed } from "./random.js";

export interface SamplerOptions {
  /** 0 (the default) is greedy. */
  readonly temperature?: number | undefined;
  /** Keep the k most probable tokens; 0 (the default) keeps all. */
  readonly topK?: number | undefined;
  /** 0 to 1; 1 (the default) keeps all. The most probable token always stays. */
  readonly topP?: number | undefined;
  /** 0 (the default, keeps all) to 1. */
  readonly minP?: number | undefined;
  /** Above 0; 1 (the default) is none. */
  readonly repetitionPenalty?: number | undefined;
  /** Default 0. Negative values favour repetition. */
  readonly frequencyPenalty?: number | undefined;
  /** Default 0. */
  readonly presencePenalty?: number | undefined;
  /** How many of the last tokens the penalties look at: 64 by default, -1 for all. */
  readonly penaltyWindow?: number | undefined;
  /** Token id -> what is added to its logit; -Infinity rules a token out. */
  readonly logitBias?: ReadonlyMap<number, number> | Readonly<Record<number, number>> | undefined;
  /** An integer, 0 to 2^53 - 1. By default one is drawn, see `Sampler.seed`. */
  readonly seed?: number | undefined;
}

/** Chooses tokens; holds the state of its random generator. */
export interface Sampler {
  /** The seed in use: the one that was given, or the one that was drawn. */
  readonly seed: number;
  /**
   * The next token's id. `logits` [vocabSize] are not changed; `recent` holds the tokens so far, the latest last.
   * Throws RangeError for logits that are NaN or Infinity, or when every token is ruled out.
   */
  sample(logits: Float32Array, recent?: ArrayLike<number>): number;
}

/** A sampler. Throws TypeError and RangeError for options, naming the option, its value and its range. */
export function createSampler(options: SamplerOptions = {}): Sampler {
  const temperature = checkOption(options, "temperature", 0, 0, Number.MAX_VALUE);
  const topK = checkOption(options, "topK", 0, 0, Number.MAX_SAFE_INTEGER, true);
  const topP = checkOption(options, "topP", 1, 0, 1);
  const minP = checkOption(options, "minP", 0, 0, 1);
  const repetition = checkOption(options, "repetitionPenalty", 1, Number.MIN_VALUE, Number.MAX_VALUE);
  const frequency = checkOption(options, "frequencyPenalty", 0, -Number.MAX_VALUE, Number.MAX_VALUE);
  const presence = checkOption(options, "presencePenalty", 0, -Number.MAX_VALUE, Number.MAX_VALUE);
  const window = checkOption(options, "penaltyWindow", 64, -1, Number.MAX_SAFE_INTEGER, true);
  const bias = checkBias(options.logitBias);
  let random = options.seed === undefined ? undefined : createRandom(options.seed);
  let seed = options.seed;
  /** Drawn when first needed: greedy sampling is spared the platform's cryptography, which takes a while to load. */
  const drawSeed = (): number => {
    seed ??= randomSeed();
    return seed;
  };
  const penalises = window !== 0 && (repetition !== 1 || frequency !== 0 || presence !== 0);

  let adjusted = new Float32Array(0);
  let candidates = new Int32Array(0);
  let weights = new Float64Array(0);

  const adjust = (logits: Float32Array, recent: ArrayLike<number>): Float32Array => {
    if (bias.length === 0 && !penalises) return logits;
    if (adjusted.length !== logits.length) adjusted = new Float32Array(logits.length);
    adjusted.set(logits);
    for (const [id, added] of bias) {
      if (id >= logits.length) {
        throw new RangeError(`logitBias names token ${id}; the vocabulary has ids 0 to ${logits.length - 1}`);
      }
      adjusted[id]! += added;
    }
    if (penalises) {
      for (const [id, count] of countRecent(recent, window, logits.length)) {
        const logit = adjusted[id]!;
        const repeated = logit > 0 ? logit / repetition : logit * repetition;
        adjusted[id] = repeated - count * frequency - presence;
      }
    }
    return adjusted;
  };

  return {
    get seed() {
      return drawSeed();
    },
    sample(logits, recent = []) {
      if (!(logits instanceof Float32Array)) throw new TypeError("logits must be a Float32Array");
      const values = adjust(logits, recent);
      const best = findLargest(values);
      if (temperature === 0) return best;

      const total = values.length;
      if (candidates.length < total) {
        candidates = new Int32Array(total);
        weights = new Float64Array(total);
      }
      const largest = values[best]!;
      let count = total;
      if (topK > 0 && topK < total) {
        count = topK;
        const top = largestOf(values, topK);
        keepLargest(values, candidates, total, true, top[topK - 1]!, equalToLast(top, topK), topK);
      } else for (let id = 0; id < total; id++) candidates[id] = id;
      if (topP < 1) count = keepTopP(values, largest, topP, candidates, count);
      if (minP > 0) {
        const least = largest + portableLog(minP);
        let kept = 0;
        for (let i = 0; i < count; i++) if (values[candidates[i]!]! >= least) candidates[kept++] = candidates[i]!;
        count = kept;
      }

      let sum = 0;
      for (let i = 0; i < count; i++) {
        const difference = values[candidates[i]!]! - largest;
        sum += weights[i] = difference === 0 ? 1 : portableExp(difference / temperature);
      }
      random ??= createRandom(drawSeed());
      const drawn = random.float64() * sum;
      let below = 0;
      let last = best;
      for (let i = 0; i < count; i++) {
        if (weights[i] === 0) continue;
        below += weights[i]!;
        last = candidates[i]!;
        if (drawn < below) return last;
      }
      return last;
    },
  };
}

/**
 * Natural logarithm of a token's probability: logits[id] minus the logarithm of the sum of all exponentials, in float64,
 * summed in the order of ids, bit-identical in every JavaScript engine. Throws RangeError as `sample` does.
 */
export function logProbability(logits: Float32Array, id: number): number {
  if (!Number.isInteger(id) || id < 0 || id >= logits.length) {
    throw new RangeError(`token id ${id} is not in the vocabulary; ids are 0 to ${logits.length - 1}`);
  }
  const largest = logits[findLargest(logits)]!;
  let sum = 0;
  for (let i = 0; i < logits.length; i++) sum += portableExp(logits[i]! - largest);
  return logits[id]! - largest - portableLog(sum);
}

function checkOption(
  options: SamplerOptions,
  name: Exclude<keyof SamplerOptions, "logitBias" | "seed">,
  fallback: number,
  least: number,
  most: number,
  integer = false,
): number {
  const value = options[name] ?? fallback;
  if (typeof value !== "number") throw new TypeError(`${name} must be a number, not ${typeof value}`);
  if (value >= least && value <= most && (!integer || Number.isInteger(value))) return value;
  const range =
    least === Number.MIN_VALUE
      ? "a number above 0"
      : most <= 1
        ? `${least} to ${most}`
        : `${integer ? "an integer" : "a finite number"}${least > -Number.MAX_VALUE ? `, at least ${least}` : ""}`;
  throw new RangeError(`${name} is ${value}; ${range} is expected`);
}

function checkBias(bias: SamplerOptions["logitBias"]): readonly (readonly [number, number])[] {
  if (bias === undefined) return [];
  if (typeof bias !== "object" || bias === null) throw new TypeError("logitBias must be a Map or an object");
  const entries = bias instanceof Map ? [...bias] : Object.entries(bias).map(([id, added]) => [Number(id), added]);
  return entries.map(([id, added]) => {
    if (!Number.isSafeInteger(id) || id < 0)
      throw new RangeError(`logitBias has the key ${id}; a token id is expected`);
    if (typeof added !== "number")
      throw new TypeError(`logitBias of token ${id} must be a number, not ${typeof added}`);
    if (Number.isNaN(added) || added === Number.POSITIVE_INFINITY) {
      throw new RangeError(`logitBias of token ${id} is ${added}; a finite number or -Infinity is expected`);
    }
    return [id, added] as const;
  });
}

function countRecent(recent: ArrayLike<number>, window: number, vocabSize: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (let i = window < 0 ? 0 : Math.max(0, recent.length - window); i < recent.length; i++) {
    const id = recent[i]!;
    if (id >= 0 && id < vocabSize) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Id of the largest logit, the lowest of equal ones. */
function findLargest(values: Float32Array): number {
  let best = -1;
  let largest = Number.NEGATIVE_INFINITY;
  for (let id = 0; id < values.length; id++) {
    const value = values[id]!;
    if (value > largest) {
      largest = value;
      best = id;
    } else if (Number.isNaN(value))
      throw new RangeError(`the logit of token ${id} is NaN; the weights or the input are damaged`);
  }
  if (best < 0) throw new RangeError("every token is ruled out: all logits are -Infinity");
  if (largest === Number.POSITIVE_INFINITY) {
    throw new RangeError(`the logit of token ${best} is Infinity; the weights or the input are damaged`);
  }
  return best;
}

/** The k largest of some values, the largest first; 0 < k <= their number. */
function largestOf(values: Float32Array, k: number): Float32Array {
  // Sorting costs the same for any k. A heap with the least of the k largest on top touches few values if k is small.
  if (k > values.length / 8) return values.slice().sort().reverse().subarray(0, k);
  const heap = values.slice(0, k).sort();
  let least = heap[0]!;
  for (let i = k; i < values.length; i++) {
    const value = values[i]!;
    if (!(value > least)) continue;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= k) break;
      if (child + 1 < k && heap[child + 1]! < heap[child]!) child++;
      if (heap[child]! >= value) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = value;
    least = heap[0]!;
  }
  return heap.sort().reverse();
}

/**
 * Thins candidates out to `keep` of them: all logits above `threshold` and, of those equal to it, the `equals` with the
 * lowest ids. Candidates are ids[0 .. count), ascending, or with `all` every id below `count`; those kept are in
 * ids[0 .. keep).
 */
function keepLargest(
  values: Float32Array,
  ids: Int32Array,
  count: number,
  all: boolean,
  threshold: number,
  equals: number,
  keep: number,
): void {
  for (let i = 0, left = equals, kept = 0; kept < keep && i < count; i++) {
    const id = all ? i : ids[i]!;
    const value = values[id]!;
    if (value > threshold || (value === threshold && left-- > 0)) ids[kept++] = id;
  }
}

/** How many of top[0 .. keep), the largest first, equal the last of them. */
function equalToLast(top: Float32Array, keep: number): number {
  let equals = 1;
  while (equals < keep && top[keep - 1 - equals] === top[keep - 1]) equals++;
  return equals;
}

/** Classes of logits by their distance from the largest, a sixteenth each; the last takes all beyond e^-32. */
const classes = 512;
const perUnit = 16;

const classOf = (distance: number) => (distance * perUnit < classes ? (distance * perUnit) | 0 : classes - 1);

/**
 * Thins ids[0 .. count) out to the fewest of the most probable whose probabilities reach `topP`; returns how many.
 * Probabilities are summed class by class, so that only the class in which the sum is reached has to be sorted: with
 * tens of thousands of tokens, sorting them all would hold the event loop for longer than the model does. The order of the
 * additions is fixed, so that the last bit is the same everywhere: within a class by id, then classes from the most probable
 * on, then the tokens of the class that is sorted from the largest on.
 */
function keepTopP(values: Float32Array, largest: number, topP: number, ids: Int32Array, count: number): number {
  const masses = new Float64Array(classes);
  const sizes = new Int32Array(classes);
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const difference = values[ids[i]!]! - largest;
    const weight = portableExp(difference);
    const at = classOf(-difference);
    sum += weight;
    masses[at]! += weight;
    sizes[at]!++;
  }
  const wanted = topP * sum;
  let [last, above, reached] = [0, 0, 0];
  for (let at = 0; at < classes; at++) {
    if (sizes[at] === 0) continue;
    if (last !== at) {
      above += sizes[last]!;
      reached += masses[last]!;
    }
    last = at;
    if (reached + masses[at]! >= wanted) break;
  }
  const members = new Float32Array(sizes[last]!);
  for (let i = 0, size = 0; size < members.length; i++) {
    const value = values[ids[i]!]!;
    if (classOf(largest - value) === last) members[size++] = value;
  }
  members.sort().reverse();
  let kept = 0;
  do reached += portableExp(members[kept++]! - largest);
  while (kept < members.length && reached < wanted);
  keepLargest(values, ids, count, false, members[kept - 1]!, equalToLast(members, kept), above + kept);
  return above + kept;
}
