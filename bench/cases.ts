// What the kernel bench measures, as data: every kernel x weight type x build at the shapes of three models, for one token
// (decode) and for several (prefill); which of it is measured by default; and how a case is named and found by words.

import type { Build } from "../src/engine/kernels.js";

/** Dimensions of a model. */
export interface ModelShape {
  readonly name: string;
  readonly hidden: number;
  readonly intermediate: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headDim: number;
  /** Executed ones. */
  readonly layers: number;
  readonly vocabulary: number;
}

/** MobileLLM-125M and -350M (arXiv 2402.14905, table 10), and models/lanky-api-4m.gguf. */
export const models: readonly ModelShape[] = [
  { name: "125M", hidden: 576, intermediate: 1536, heads: 9, kvHeads: 3, headDim: 64, layers: 30, vocabulary: 32000 },
  { name: "350M", hidden: 960, intermediate: 2560, heads: 15, kvHeads: 5, headDim: 64, layers: 32, vocabulary: 32000 },
  { name: "2M", hidden: 256, intermediate: 512, heads: 8, kvHeads: 2, headDim: 32, layers: 8, vocabulary: 1024 },
];

export const weightTypes = ["F32", "F16", "BF16", "Int8", "Int4", "Int4Min"] as const;
export type BenchType = (typeof weightTypes)[number];

export const builds: readonly Build[] = ["simd", "relaxed"];

/** How a kernel is called. */
export interface Case {
  readonly build: Build;
  readonly model: ModelShape;
  /** Export of the wasm module. */
  readonly kernel: string;
  /** Of weights or cache; empty for kernels that know only f32. */
  readonly type: BenchType | "";
  /** What is worked on: rows x cols of a matrix, columns of a row, or the context of a cache. */
  readonly shape: string;
  readonly rows: number;
  readonly cols: number;
  /** Positions that attention looks back on; 0 elsewhere. */
  readonly context: number;
  readonly tokens: number;
  /**
   * memory: calls go round more weights than the processor's caches keep, as decoding a large model does; attention goes
   * round the caches of all layers. cache: every call works on the same bytes.
   */
  readonly place: "memory" | "cache";
  /** Measured without being asked for. */
  readonly usual: boolean;
}

/** Tokens of a batch; the engine's own passes have at most 64. */
export const tokenCounts = [1, 4, 16, 64, 512] as const;
/** The most that kernels other than matrix products are given at once. */
const BATCH = 64;
/** A matrix of more elements than this is in no cache that matters, however often it is used. */
const FITS = 4e6;
const contexts = [128, 512, 2048] as const;

/** Kernels whose instructions differ between the builds: those with an integer dot product. */
export function dependsOnBuild(kernel: string): boolean {
  return kernel.startsWith("matmulInt");
}

/** Every case there is, in the order in which they are measured. */
export function allCases(): Case[] {
  return builds.flatMap((build) => models.flatMap((model) => [...products(build, model), ...others(build, model)]));
}

/**
 * Float products and the smaller kernels are the same code in both builds: usually one build of them is measured. Of the
 * two models besides the 125M, only the feed-forward's products are, at one token and 64.
 */
function products(build: Build, model: ModelShape): Case[] {
  const { hidden, intermediate, heads, kvHeads, headDim, vocabulary } = model;
  const main = model === models[0];
  const matrices: readonly [rows: number, cols: number, usual: boolean][] = [
    [kvHeads * headDim, hidden, main],
    [heads * headDim, hidden, main],
    [intermediate, hidden, true],
    [hidden, intermediate, true],
    [vocabulary, hidden, main],
  ];
  return weightTypes.flatMap((type) =>
    matrices.flatMap(([rows, cols, usual]) => {
      const kernel = `matmul${type}`;
      const common = { build, model, kernel, type, shape: `${rows}x${cols}`, rows, cols, context: 0 };
      const built = dependsOnBuild(kernel) || build === "simd";
      // Logits are made for few tokens at a time.
      const counts = tokenCounts.filter((tokens) => rows !== vocabulary || tokens <= BATCH);
      return counts.flatMap((tokens): Case[] => {
        const wanted = usual && built && (main ? rows !== vocabulary || tokens === 1 : tokens === 1 || tokens === 64);
        const cached: Case = { ...common, tokens, place: "cache", usual: wanted && (main || tokens > 1) };
        if (tokens > 1) return [cached];
        const fromMemory: Case = { ...common, tokens, place: "memory", usual: wanted };
        return rows * cols > FITS ? [fromMemory] : [fromMemory, cached];
      });
    }),
  );
}

function others(build: Build, model: ModelShape): Case[] {
  const { hidden, intermediate, heads, headDim, vocabulary, layers } = model;
  const usual = model === models[0] && build === "simd";
  const rows = (kernel: string, cols: number): Case[] =>
    tokenCounts
      .filter((tokens) => tokens <= BATCH)
      .map((tokens) => {
        const wanted = usual && (tokens === 1 || tokens === BATCH) && !["reglu", "relu"].includes(kernel);
        const common = { build, model, kernel, type: "", shape: `${cols}`, rows: 1, cols, context: 0 } as const;
        return { ...common, tokens, place: "cache", usual: wanted };
      });
  const embeds = weightTypes.flatMap((type) =>
    rows(`embed${type}`, hidden).map(
      (row): Case => ({ ...row, type, shape: `${vocabulary}x${hidden}`, rows: vocabulary }),
    ),
  );
  const caches = (["F32", "F16"] as const).flatMap((type) => {
    const common = { build, model, type, rows: layers, cols: heads * headDim };
    const appended = rows(`append${type}`, heads * headDim).map(
      (row): Case => ({ ...row, ...common, shape: "512", context: 512 }),
    );
    const attended = contexts.flatMap((context) =>
      ([1, 4, 16, 64] as const).map((tokens): Case => {
        const place = tokens === 1 ? "memory" : "cache";
        const wanted = usual && (tokens === 1 || tokens === BATCH);
        return { ...common, kernel: `attention${type}`, shape: `${context}`, context, tokens, place, usual: wanted };
      }),
    );
    return [...appended, ...attended];
  });
  const meetings = ["spinning", "asleep"].map((shape): Case => {
    const common = { build, model, kernel: "barrier", type: "", rows: 1, cols: 1, context: 0, tokens: 1 } as const;
    return { ...common, shape, place: "cache", usual };
  });
  return [
    ...["rmsnorm", "addResidual", "gatherRows", "quantize", "takeRemainder", "packFloats"].flatMap((kernel) =>
      rows(kernel, hidden),
    ),
    ...rows("rope", heads * headDim),
    ...["swiglu", "silu", "reglu", "relu"].flatMap((kernel) => rows(kernel, intermediate)),
    ...rows("logSumExp", vocabulary).slice(0, 1),
    ...embeds,
    ...caches,
    ...(model === models[0] ? meetings : []), // knows nothing of models
  ];
}

/** "decode", "decode in cache" or "prefill 64"; "two threads" for the barrier. */
export function testOf({ kernel, tokens, place }: Case): string {
  if (kernel === "barrier") return "two threads";
  if (tokens > 1) return `prefill ${tokens}`;
  return kernel.startsWith("matmul") && place === "cache" ? "decode in cache" : "decode";
}

/** "matmulInt4 576x1536 decode": kernel, shape (rows x cols of weights), test. */
export function nameOf(row: Case): string {
  return `${row.kernel} ${row.shape} ${testOf(row)}`;
}

/** "matmul" of "matmulInt4". */
function operationOf({ kernel, type }: Case): string {
  return type === "" ? kernel : kernel.slice(0, -type.length);
}

/** What a case can be found by: the words of its name, operation and type apart, build, model and where its bytes are. */
export function wordsOf(row: Case): readonly string[] {
  const words = [...nameOf(row).split(" "), operationOf(row), row.type, row.build, row.model.name, row.place];
  return words.filter((word) => word !== "").map((word) => word.toLowerCase());
}

/** Whether each word names the case in full; upper or lower case is the same. */
export function matches(row: Case, words: readonly string[]): boolean {
  const own = wordsOf(row);
  return words.every((word) => own.includes(word.toLowerCase()));
}

/**
 * The cases to measure: those with every word, and unless `all` or a word was given only the usual ones.
 * @throws RangeError if a word names nothing at all, or no case has all of them; says what there is
 */
export function selectCases(words: readonly string[], all: boolean): Case[] {
  const cases = allCases();
  const found = cases.filter((row) => matches(row, words));
  if (found.length === 0) {
    const unknown = words.find((word) => !cases.some((row) => matches(row, [word])));
    if (unknown === undefined)
      throw new RangeError(`no case is called ${words.join(" ")}: each word is known, but not together`);
    const there = [...new Set(cases.map(operationOf)), "decode", "prefill", "cache", "memory"].join(", ");
    throw new RangeError(`"${unknown}" is in the name of no case; words are ${there}, types, shapes, builds, models`);
  }
  const usual = found.filter((row) => row.usual);
  return all || usual.length === 0 ? found : usual;
}
