// What lanky aims at beside its peers, and how far it is. Ratios are of figures of the same round; "llama.cpp" is the
// better, by its median, of its one- and two-thread figures, lanky has one thread unless said otherwise.

import type { Spread } from "../record.js";
import { major, plainSimd } from "./engines.js";
import { best, derived, ratio, type Samples, type Series } from "./samples.js";

export interface Target {
  /** "decode Q8_0 / llama.cpp" */
  readonly target: string;
  /** lanky's. */
  readonly host: string;
  readonly required: number;
  /** True where the ratio should be at most what is required (times, memory), false where at least (rates). */
  readonly atMost: boolean;
  readonly value: Spread;
  readonly reached: boolean;
  /** Beside llama.cpp, two other readings of the same figures: one thread each, and the better of one and two each. */
  readonly one_to_one?: Spread;
  readonly best_to_best?: Spread;
  /** What it was compared with: host and threads. */
  readonly beside: string;
}

/** At least so much of llama.cpp's rate, by model: [Node 26, Node 20]. */
const required: Readonly<Record<"decode" | "prefill", Readonly<Record<string, readonly [number, number]>>>> = {
  decode: {
    "125M Q8_0": [1.4, 0.9],
    "125M Q4_0": [1.5, 1.0],
    "125M F16": [0.95, 0.85],
    "SmolLM2 Q4_1": [1.8, 1.2],
  },
  prefill: {
    "125M Q8_0": [1.2, 0.5],
    "125M Q4_0": [0.85, 0.4],
    "125M F16": [0.8, 0.65],
    "SmolLM2 Q4_1": [2.0, 1.1],
  },
};
const wllamaRatio = 8;
const twoThreads = { decode: 1.4, prefill: 1.7 } as const;

/** All targets that the samples have figures for. */
export function targetsOf(samples: Samples): Target[] {
  const found: Target[] = [];
  const put = (
    target: string,
    ours: Series | undefined,
    theirs: Series | undefined,
    need: number,
    atMost = false,
    others: Pick<Target, "one_to_one" | "best_to_best"> = {},
  ) => {
    const value = ratio(ours, theirs);
    if (!ours || !theirs || !value) return;
    found.push({
      target,
      host: ours.kind.host,
      required: need,
      atMost,
      value,
      reached: atMost ? value.median <= need : value.median >= need,
      ...others,
      beside: `${theirs.kind.host}, ${theirs.kind.threads === 1 ? "1 thread" : `${theirs.kind.threads} threads`}`,
    });
  };
  const models = [...new Set(samples.series.map(({ model }) => model))];
  const all = (model: string, test: RegExp, engine: string, threads?: number) =>
    samples.series.filter(
      (series) =>
        series.model === model &&
        test.test(series.test) &&
        series.kind.engine === engine &&
        (threads === undefined || series.kind.threads === threads),
    );
  const speeds = [
    ["decode", /^tg\d+$/],
    ["prefill", /^pp\d+$/],
  ] as const;
  for (const [name, test] of speeds) {
    for (const model of models) {
      const need = required[name][model];
      const native = all(model, test, "llama.cpp");
      for (const ours of need ? all(model, test, "lanky", 1).filter(isCommand) : []) {
        const least = need![major(ours.kind.host.slice("Node ".length)) === 20 ? 1 : 0];
        const both = all(model, test, "lanky").filter(({ kind }) => kind.host === ours.kind.host);
        const oneToOne = ratio(
          ours,
          native.find(({ kind }) => kind.threads === 1),
        );
        const bestToBest = ratio(best(both), best(native));
        put(`${name} ${model} / llama.cpp`, ours, best(native), least, false, {
          ...(oneToOne && { one_to_one: oneToOne }),
          ...(bestToBest && { best_to_best: bestToBest }),
        });
      }
    }
  }
  for (const model of models) {
    const native = all(model, /^load$/, "llama.cpp", 1)[0];
    for (const ours of all(model, /^load$/, "lanky", 1).filter(isCommand)) {
      put(`load ${model} / llama.cpp`, ours, native, 1, true);
    }
  }
  for (const [name, test] of speeds) {
    for (const model of models.filter((model) => required[name][model])) {
      for (const ours of all(model, test, "lanky", 1).filter(isCommand)) {
        put(`${name} ${model} / wllama`, ours, best(all(model, test, "wllama")), wllamaRatio);
      }
    }
  }
  for (const [name, test] of speeds) {
    for (const model of models.filter((model) => required[name][model])) {
      for (const two of all(model, test, "lanky", 2)) {
        const one = all(model, test, "lanky", 1).find(({ kind }) => kind.host === two.kind.host);
        put(`${name} ${model}, two threads / one`, two, one, twoThreads[name]);
      }
    }
  }
  for (const model of models) {
    const native = slope(all(model, /^tg@/, "llama.cpp", 1));
    const hosts = new Set(all(model, /^tg@/, "lanky", 1).map(({ kind }) => kind.host));
    for (const host of hosts) {
      const ours = slope(all(model, /^tg@/, "lanky", 1).filter(({ kind }) => kind.host === host));
      put(`slope of time over context ${model} / llama.cpp`, ours, native, 1, true);
    }
  }
  for (const model of models.filter((model) => required.decode[model])) {
    for (const ours of all(model, /^resident$/, "lanky")) {
      const limit = samples.find(model, ours.kind.id, "resident limit");
      const named = limit && { ...limit, kind: { ...limit.kind, host: "1.1 x (weights + KV) + 60 MB" } };
      const threads = ours.kind.threads === 1 ? "" : ", two threads";
      put(`resident memory ${model}${threads} / limit`, ours, named, 1, true);
    }
  }
  return found;
}

/** The build without relaxed SIMD has no targets beside peers: it is there to be known. */
const isCommand = ({ kind }: Series): boolean => !kind.host.endsWith(plainSimd);

/** Seconds a token for each token of context, round by round: the slope of the line of least squares. */
export function slope(depths: readonly Series[]): Series | undefined {
  const points = depths.map((series) => ({
    context: Number(series.test.slice("tg@".length)),
    seconds: derived(series, (rate) => 1 / rate)!.rounds,
  }));
  if (points.length < 2) return undefined;
  const rounds = points[0]!.seconds.map((_, round) => {
    const x = points.map(({ context }) => context);
    const y = points.map(({ seconds }) => seconds[round]);
    if (y.includes(undefined)) return undefined;
    const [meanX, meanY] = [mean(x), mean(y as number[])];
    const above = x.reduce((sum, context, i) => sum + (context - meanX) * (y[i]! - meanY), 0);
    return above / x.reduce((sum, context) => sum + (context - meanX) ** 2, 0);
  });
  return { ...depths[0]!, test: "slope", unit: "seconds", rounds };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
