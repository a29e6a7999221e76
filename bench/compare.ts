// Two runs of the kernel bench side by side: how many times as fast a case has become, and how sure that is.
//
// The interval is a bootstrap: both runs' samples are drawn again with replacement, a thousand times; of the ratios of the
// medians it keeps the middle 95 %. It knows how samples scatter within a run, not how the machine differs between runs:
// for that the limits are compared as well, and each case's share of its own limit.

/** What is compared of a case. */
export interface Measured {
  readonly build: string;
  readonly model: string;
  readonly name: string;
  readonly shape: string;
  readonly test: string;
  /** Seconds. */
  readonly samples: readonly number[];
  readonly share_of_limit: number | null;
}

export interface Comparison {
  readonly what: Measured;
  /** How many times as fast as before: above 1 is better. */
  readonly ratio: number;
  /** The middle 95 % of the bootstrap. */
  readonly low: number;
  readonly high: number;
  /** The same of the shares of the limit; undefined where there is no limit. */
  readonly beside: number | undefined;
}

const RESAMPLES = 1000;

export function medianOf(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
}

/** median(before) / median(after) with its interval. Drawn with a fixed seed: the same samples, the same interval. */
export function ratioOf(before: readonly number[], after: readonly number[]) {
  const bits = xorshift(0x9e3779b9);
  const draw = (values: readonly number[], into: Float64Array) => {
    for (let i = 0; i < into.length; i++) into[i] = values[bits() % values.length]!;
    return medianOf(into);
  };
  const [a, b] = [new Float64Array(before.length), new Float64Array(after.length)];
  const ratios = Float64Array.from({ length: RESAMPLES }, () => draw(before, a) / draw(after, b)).sort();
  return {
    ratio: medianOf(before) / medianOf(after),
    low: ratios[Math.floor(RESAMPLES * 0.025)]!,
    high: ratios[Math.ceil(RESAMPLES * 0.975) - 1]!,
  };
}

/** What makes two rows the same case. */
function keyOf({ build, model, name, shape, test }: Measured): string {
  return [build, model, name, shape, test].join(" ");
}

/** Cases that both runs have, in the order of the new one. */
export function compare(before: readonly Measured[], after: readonly Measured[]): Comparison[] {
  const old = new Map(before.map((row) => [keyOf(row), row]));
  return after.flatMap((row) => {
    const was = old.get(keyOf(row));
    if (was === undefined) return [];
    const shares = [row.share_of_limit, was.share_of_limit];
    const beside = shares[0] && shares[1] ? shares[0] / shares[1] : undefined;
    return [{ what: row, ...ratioOf(was.samples, row.samples), beside }];
  });
}

/** "faster", "slower", or neither where the interval has 1 in it. */
export function verdictOf({ low, high }: Pick<Comparison, "low" | "high">): "faster" | "slower" | "" {
  return low > 1 ? "faster" : high < 1 ? "slower" : "";
}

export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/** One line for a case; then one for each kernel with the geometric mean of its cases. */
export function comparisonLines(rows: readonly Comparison[]): string[] {
  const times = (value: number) => value.toFixed(2).padStart(5);
  const lines = rows.map(({ what, ratio, low, high, beside, ...rest }) => {
    const share = beside === undefined ? "" : `, ${times(beside).trim()} beside its limit`;
    const verdict = verdictOf({ low, high, ...rest });
    const name = `${what.name} ${what.shape} ${what.test}`.padEnd(36);
    return `${times(ratio)} x (${times(low).trim()} to ${times(high).trim()}) ${name} ${what.build} ${what.model}${share}${verdict && `  ${verdict}`}`;
  });
  const kernels = new Map<string, Comparison[]>();
  for (const row of rows) {
    const key = `${row.what.name} ${row.what.test}, ${row.what.build}`;
    kernels.set(key, [...(kernels.get(key) ?? []), row]);
  }
  const means = [...kernels].map(([name, group]) => {
    const mean = geometricMean(group.map((row) => row.ratio));
    return `${times(mean)} x ${name}: geometric mean of ${group.length}`;
  });
  return [...lines, "", ...means];
}

function xorshift(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
