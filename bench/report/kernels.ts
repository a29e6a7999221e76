// The kernels' results (bench/kernels.ts) as a reader wants them: the matrices of a layer together, beside the limit that
// they are nearest to. For the page of results and for the pictures.

import type { Record, Spread } from "../record.js";

export interface KernelRow {
  /** Export of the module, such as "matmulInt4". */
  readonly name: string;
  readonly build: string;
  readonly type: string;
  /** "576x1536": rows and columns of a matrix; columns, or a context, of other kernels. */
  readonly shape: string;
  readonly model: string;
  readonly tokens: number;
  /** Where the weights were: all over memory, or the same each time and so in cache. */
  readonly place?: "memory" | "cache";
  readonly seconds: Spread;
  readonly gb_per_second: number;
  readonly gmac_per_second: number;
  readonly bytes: number;
  readonly macs: number;
  /** The limit that the kernel is nearest to, and the part of it that it reaches. */
  readonly limit: string;
  readonly share_of_limit: number;
}

export interface Limits {
  readonly build: string;
  readonly read_gb_per_second: Spread;
  readonly dot_gmac_per_second?: Spread | null;
  readonly wide_gmac_per_second?: Spread | null;
  readonly madd_gmac_per_second?: Spread | null;
}

export interface KernelResults extends Record {
  readonly limits: readonly Limits[];
  readonly rows: readonly KernelRow[];
}

/** All matrices of one layer, in one type, for a batch of so many tokens. */
export interface LayerPoint {
  readonly build: string;
  readonly model: string;
  readonly type: string;
  readonly tokens: number;
  readonly seconds: number;
  readonly bytes: number;
  readonly macs: number;
  readonly limit: string;
  /** Of the time that the limit would take, in the time taken. */
  readonly share: number;
}

/**
 * The matrices of a layer together: decoding from memory, prefill as measured. The table of tokens is no part of a layer;
 * a layer whose matrices were not all measured (a filtered run) is left out.
 */
export function layerPoints({ rows }: KernelResults): LayerPoint[] {
  const groups = new Map<string, KernelRow[]>();
  for (const row of rows) {
    if (!row.name.startsWith("matmul") || isTable(row)) continue;
    if (row.tokens === 1 && row.place === "cache") continue;
    const key = [row.model, row.build, row.type, row.tokens].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const whole = new Map<string, number>();
  for (const group of groups.values())
    whole.set(group[0]!.model, Math.max(whole.get(group[0]!.model) ?? 0, group.length));
  return [...groups.values()].filter((group) => group.length === whole.get(group[0]!.model)).map(together);
}

function together(group: readonly KernelRow[]): LayerPoint {
  const { build, model, type, tokens } = group[0]!;
  const widest = Math.max(...group.map((row) => dimensions(row)[1]));
  const sum = (value: (row: KernelRow) => number) =>
    group.reduce((total, row) => total + timesInLayer(row, widest) * value(row), 0);
  const seconds = sum((row) => row.seconds.median);
  const atLimit = new Map<string, number>();
  for (const row of group) {
    const share = timesInLayer(row, widest) * row.seconds.median * row.share_of_limit;
    atLimit.set(row.limit, (atLimit.get(row.limit) ?? 0) + share);
  }
  const [limit] = [...atLimit].reduce((most, entry) => (entry[1] > most[1] ? entry : most));
  const share = [...atLimit.values()].reduce((total, value) => total + value, 0) / seconds;
  const totals = { seconds, bytes: sum((row) => row.bytes), macs: sum((row) => row.macs) };
  return { build, model, type, tokens, ...totals, limit, share };
}

function dimensions({ shape }: KernelRow): [rows: number, cols: number] {
  const [rows = 0, cols = 0] = shape.split("x").map(Number);
  return [rows, cols];
}

function isTable(row: KernelRow): boolean {
  const [rows, cols] = dimensions(row);
  return rows > 8 * cols;
}

/** down_proj, which alone has the feed-forward's width as columns, occurs once; q and o, k and v, gate and up are pairs. */
function timesInLayer(row: KernelRow, widest: number): number {
  return dimensions(row)[1] === widest ? 1 : 2;
}

/** Names of the limits, for people. */
export const limitNames: Readonly<{ [limit: string]: string }> = {
  read: "reading memory",
  dot: "the integer dot instruction",
  wide: "the widening dot instruction",
  madd: "multiply and add",
};
