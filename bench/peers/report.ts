// Tables for people, and the rows that bench/results/peers.json keeps.

import type { Spread } from "../record.js";
import type { EngineKind } from "./engines.js";
import { best, ratio, type Samples, type Series, spread } from "./samples.js";
import type { Target } from "./targets.js";

/** One measurement of peers.json; one of the three spreads is there, by what was measured. */
export interface PeerRow {
  readonly model: string;
  readonly type: string;
  readonly engine: EngineKind["engine"];
  readonly host: string;
  readonly build?: string;
  readonly threads: number;
  readonly test: string;
  readonly tokens_per_second?: Spread;
  readonly seconds?: Spread;
  readonly bytes?: Spread;
  /** Round by round; null where a round left it out. */
  readonly rounds: readonly (number | null)[];
}

export function rowOf(series: Series): PeerRow {
  const { model, type, build, test, unit } = series;
  const { engine, host, threads } = series.kind;
  return {
    model,
    type,
    engine,
    host,
    ...(build !== undefined && { build }),
    threads,
    test,
    [unit]: spread(series),
    rounds: Array.from(series.rounds, (value) => value ?? null),
  };
}

/** Every rate, beside llama.cpp's better and its one-thread figure; then times. */
export function measuredTable(samples: Samples): string {
  const rates = samples.series.filter(({ unit }) => unit === "tokens_per_second");
  const lines = rates.map((series) => {
    const peers = rates.filter(
      ({ kind, model, test }) => kind.engine === "llama.cpp" && model === series.model && test === series.test,
    );
    const one = peers.find(({ kind }) => kind.threads === 1);
    return [...nameOf(series), ...figures(series, 1, 1), times(ratio(series, best(peers))), times(ratio(series, one))];
  });
  const head = ["model", "test", "engine", "host", "build", "threads", "tokens/s", "range", "/ native", "/ native, 1"];
  const seconds = samples.series
    .filter(({ unit }) => unit === "seconds")
    .map((series) => [...nameOf(series), ...figures(series, 1000, series.test === "call" ? 4 : 1)]);
  const secondsHead = [...head.slice(0, 6), "ms", "range"];
  const tables = [];
  if (lines.length > 0) tables.push(table([head, ...lines]));
  if (seconds.length > 0) tables.push(table([secondsHead, ...seconds]));
  return tables.join("\n\n");
}

const nameOf = ({ model, test, kind, build }: Series): string[] => [
  model,
  test,
  kind.engine,
  kind.host,
  build ?? "",
  String(kind.threads),
];

function figures(series: Series, factor: number, digits: number): string[] {
  const { median, min, max } = spread(series);
  const show = (value: number) => (value * factor).toFixed(digits);
  return [show(median), `${show(min)} to ${show(max)}`];
}

const times = (value: Spread | undefined): string => (value ? value.median.toFixed(2) : "");

/** A line for each target; the last two columns read llama.cpp's figures otherwise: see Target. */
export function targetTable(targets: readonly Target[]): string {
  const lines = targets.map(({ target, host, required, atMost, value, reached, one_to_one, best_to_best, beside }) => [
    target,
    host,
    `${atMost ? "<=" : ">="} ${required}`,
    value.median.toFixed(2),
    `${value.min.toFixed(2)} to ${value.max.toFixed(2)}`,
    reached ? "yes" : "NO",
    beside,
    times(one_to_one),
    times(best_to_best),
  ]);
  const head = ["target", "lanky on", "required", "found", "range", "reached", "beside", "1 thread each", "best each"];
  return table([head, ...lines]);
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
