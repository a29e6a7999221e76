// Measurements by what was measured, one number a round, so that figures of the same round can be divided by each other:
// what the machine does to one engine in a round it does to the next one too, more or less.

import { type Spread, spreadOf } from "../record.js";
import type { EngineKind } from "./engines.js";

/** Of one engine, one model and one test; a round that left it out has no number. */
export interface Series {
  readonly model: string;
  readonly type: string;
  readonly kind: Pick<EngineKind, "id" | "engine" | "host" | "threads">;
  build?: string;
  /** "pp512", "tg128", "tg@1024", "load", "first token", "call", "resident before" loading, "resident", "resident limit". */
  readonly test: string;
  /** What the numbers are. */
  readonly unit: "tokens_per_second" | "seconds" | "bytes";
  readonly rounds: (number | undefined)[];
}

export class Samples {
  readonly series: Series[] = [];

  add(about: Omit<Series, "rounds">, round: number, value: number): void {
    let series = this.find(about.model, about.kind.id, about.test);
    if (!series) {
      series = { ...about, rounds: [] };
      this.series.push(series);
    }
    series.rounds[round] = value;
  }

  find(model: string, id: string, test: string): Series | undefined {
    return this.series.find((one) => one.model === model && one.kind.id === id && one.test === test);
  }
}

export const spread = (series: Series): Spread => spreadOf(present(series.rounds));

/** Of series of rates, the one with the highest median. */
export function best(all: readonly (Series | undefined)[]): Series | undefined {
  let found: Series | undefined;
  for (const series of all) {
    if (series && (!found || spread(series).median > spread(found).median)) found = series;
  }
  return found;
}

/** One figure for each round out of another's. */
export function derived(series: Series | undefined, of: (value: number) => number): Series | undefined {
  return (
    series && { ...series, rounds: Array.from(series.rounds, (value) => (value === undefined ? value : of(value))) }
  );
}

/** ours / theirs of each round that has both; undefined where none has. */
export function ratio(ours: Series | undefined, theirs: Series | undefined): Spread | undefined {
  if (!ours || !theirs) return undefined;
  const quotients = ours.rounds.map((value, round) => {
    const other = theirs.rounds[round];
    return value === undefined || other === undefined ? undefined : value / other;
  });
  return present(quotients).length === 0 ? undefined : spreadOf(present(quotients));
}

// Array.from, since rounds that were left out are holes.
const present = (values: readonly (number | undefined)[]): number[] =>
  Array.from(values).filter((value) => value !== undefined);
