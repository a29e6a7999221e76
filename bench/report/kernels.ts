// The kernels' results (bench/measure.ts) as a reader wants them: the matrices of a layer together, beside the limit that
// they are nearest to. For the page of results and for the pictures.

import type { Instruction } from "../limits.js";
import type { LimitName, Limits, Results, Row } from "../measure.js";
import type { Record } from "../record.js";

export type KernelResults = Record & Results;

/** All matrices of one layer, in one type, for a batch of so many tokens. */
export interface LayerPoint {
  readonly build: string;
  readonly model: string;
  readonly type: string;
  readonly tokens: number;
  readonly seconds: number;
  readonly bytes: number;
  readonly macs: number;
  /** The limit that binds. */
  readonly limit: LimitName;
  /** The time that the limits allow, over the time taken. */
  readonly share: number;
}

/**
 * The matrices of a layer together: decoding from memory, prefill as measured. The table of tokens is no part of a layer;
 * a layer whose matrices were not all measured (a filtered run) is left out.
 */
export function layerPoints({ rows }: Results): LayerPoint[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    if (!row.name.startsWith("matmul") || isTable(row)) continue;
    if (row.tokens === 1 && row.place === "cache") continue;
    const key = [row.model, row.build, row.type, row.tokens].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const whole = new Map<string, number>();
  for (const [{ model }, size] of [...groups.values()].map((group) => [group[0]!, group.length] as const))
    whole.set(model, Math.max(whole.get(model) ?? 0, size));
  return [...groups.values()].filter((group) => group.length === whole.get(group[0]!.model)).map(together);
}

function together(group: readonly Row[]): LayerPoint {
  const { build, model, type, tokens } = group[0]!;
  const widest = Math.max(...group.map((row) => dimensions(row)[1]));
  const sum = (value: (row: Row) => number) =>
    group.reduce((total, row) => total + timesInLayer(row, widest) * value(row), 0);
  const seconds = sum((row) => row.seconds.median);
  const atLimit = new Map<LimitName, number>();
  for (const row of group) {
    const time = timesInLayer(row, widest) * row.seconds.median * (row.share_of_limit ?? 0);
    if (row.limit !== null) atLimit.set(row.limit, (atLimit.get(row.limit) ?? 0) + time);
  }
  const [limit] = [...atLimit].reduce((most, entry) => (entry[1] > most[1] ? entry : most)); // products have limits
  const share = [...atLimit.values()].reduce((total, value) => total + value, 0) / seconds;
  const totals = { seconds, bytes: sum((row) => row.bytes), macs: sum((row) => row.macs) };
  return { build, model, type, tokens, ...totals, limit, share };
}

function dimensions({ shape }: Row): [rows: number, cols: number] {
  const [rows = 0, cols = 0] = shape.split("x").map(Number);
  return [rows, cols];
}

function isTable(row: Row): boolean {
  const [rows, cols] = dimensions(row);
  return rows > 5 * cols;
}

/** down_proj, which alone has the feed-forward's width as columns, occurs once; q and o, k and v, gate and up are pairs. */
function timesInLayer(row: Row, widest: number): number {
  return dimensions(row)[1] === widest ? 1 : 2;
}

/** Names of the limits, for people. */
export const limitNames: { readonly [limit in LimitName]: string } = {
  read: "reading memory",
  dot: "relaxed dot, i8 to i32",
  narrow: "relaxed dot, i8 to i16",
  wide: "dot, i16 to i32",
  madd: "f32 multiply and add",
};

/** Instructions of some builds, the fastest of the last build first. */
export function instructionsOf(limits: readonly Limits[]): Instruction[] {
  const rates = Object.assign({}, ...limits.map(({ gmac_per_second }) => gmac_per_second)) as Limits["gmac_per_second"];
  const names = Object.keys(rates) as Instruction[];
  return names.sort((a, b) => rates[b]!.median - rates[a]!.median);
}
