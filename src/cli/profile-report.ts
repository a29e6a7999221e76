// What `lanky profile` prints: its rows, the paper's beside them, and the floor of layer sharing.

import { cpus } from "node:os";
import { bytes, table } from "./output.js";
import type { Spread } from "./spread.js";
import { type TwinKind, twinKinds } from "./twins.js";
import { runtime } from "./version.js";

/** One model in one type with one number of threads; an object of the JSON. Times are in milliseconds. */
export interface ProfileRow {
  readonly model: TwinKind;
  /** Of most of the weights. */
  readonly type: string;
  /** Threads that compute. */
  readonly threads: number;
  /** Of the base model. */
  readonly shape: string;
  /** Executed layers. */
  readonly layers: number;
  readonly weight_bytes: number;
  /** Opening the file, reading its tensors and packing them. */
  readonly load_ms: Spread;
  /** The rest until the model can be used. */
  readonly init_ms: Spread;
  /** The first token of the process. */
  readonly first_ms: Spread;
  /** A token later on, in a short context. */
  readonly execute_ms: Spread;
  /** Over base, in the same round: load and initialise together, and execute. */
  readonly start_ratio: Spread;
  readonly execute_ratio: Spread;
  /** Of `shared` alone: base + in_cache_ms; shared - base; base's layers with their weights in cache. */
  readonly floor_ms?: Spread;
  readonly second_pass_ms?: Spread;
  readonly in_cache_ms?: Spread;
}

/** The paper's table: iPhone 13, ExecuTorch with Metal, MobileLLM-125M. */
export const paper: Readonly<Record<TwinKind, { load_ms: number; init_ms: number; execute_ms: number }>> = {
  base: { load_ms: 39.2, init_ms: 1361.7, execute_ms: 15.6 },
  shared: { load_ms: 43.6, init_ms: 1388.2, execute_ms: 16.0 },
  unshared: { load_ms: 68.6, init_ms: 3347.7, execute_ms: 29.0 },
};

/** Two tables: every model with the paper's below it, and how near each shared twin comes to its floor. */
export function report(name: string, build: string, rows: readonly ProfileRow[]): string {
  const shape = rows[0]?.shape ?? "";
  const cores = cpus();
  const host = `${runtime()}, ${cores[0]?.model.trim() ?? "unknown processor"} (${cores.length} cores)`;
  return `${name} (${shape}), build ${build}, ${host}\n\n${times(rows)}\n${floors(rows)}`;
}

function times(rows: readonly ProfileRow[]): string {
  const head = ["type", "threads", "model", "layers", "weights", "load", "initialise", "first token", "execute"];
  const ratios = ["load + init / base", "execute / base"];
  const measured = rows.map((row) => [
    row.type,
    String(row.threads),
    row.model,
    String(row.layers),
    bytes(row.weight_bytes),
    ...[row.load_ms, row.init_ms, row.first_ms, row.execute_ms].map(({ median }) => ms(median)),
    row.start_ratio.median.toFixed(3),
    row.execute_ratio.median.toFixed(3),
  ]);
  const start = ({ load_ms, init_ms }: (typeof paper)[TwinKind]) => load_ms + init_ms;
  const published = twinKinds.map((kind) => {
    const { load_ms, init_ms, execute_ms } = paper[kind];
    const { base } = paper;
    const over = [start(paper[kind]) / start(base), execute_ms / base.execute_ms].map((ratio) => ratio.toFixed(3));
    const layers = kind === "base" ? "30" : "60";
    return ["iPhone 13", "", kind, layers, "", ms(load_ms), ms(init_ms), "", ms(execute_ms), ...over];
  });
  const note = "iPhone 13: MobileLLM-125M as its paper measured it, https://arxiv.org/abs/2402.14905\n";
  return `${table([[...head, ...ratios], ...measured, ...published], [1, 3, 4, 5, 6, 7, 8, 9, 10])}${note}`;
}

/** Base, plus the second pass over every block as fast as it is with weights in cache: what sharing costs at the least. */
function floors(rows: readonly ProfileRow[]): string {
  const head = [
    "type",
    "threads",
    "floor",
    "shared",
    "shared / floor",
    "second pass",
    "in cache",
    "share of that rate",
  ];
  const body = rows.flatMap(({ type, threads, execute_ms, floor_ms, second_pass_ms, in_cache_ms }) => {
    if (!floor_ms || !second_pass_ms || !in_cache_ms) return [];
    const [shared, floor, second, cached] = [execute_ms, floor_ms, second_pass_ms, in_cache_ms].map(
      (s) => s.median,
    ) as [number, number, number, number];
    const share = second > 0 ? `${((100 * cached) / second).toFixed(0)} %` : "";
    return [[type, String(threads), ms(floor), ms(shared), (shared / floor).toFixed(3), ms(second), ms(cached), share]];
  });
  return (
    "floor: base + the same layers with their weights in cache; second pass: shared - base\n" +
    table([head, ...body], [1, 2, 3, 4, 5, 6, 7])
  );
}

function ms(value: number): string {
  return `${value >= 100 ? value.toFixed(0) : value.toPrecision(3)} ms`;
}
