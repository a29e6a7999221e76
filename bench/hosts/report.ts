// What bench/results/hosts.json keeps, and the tables for people: a line for each host, and how Chromium and workerd stand
// beside Node.

import { ratio, type Samples, type Series, spread } from "../peers/samples.js";
import type { Record, Spread } from "../record.js";
import { megabytes, spread as spreadText, table } from "../report/markdown.js";
import type { HostKind } from "./hosts.js";

/** One measurement; one of the three spreads is there, by what was measured. */
export interface HostRow {
  readonly model: string;
  readonly host: string;
  /** "V8 14.6" */
  readonly engine: string;
  readonly build?: string;
  readonly threads: number;
  readonly test: "load" | "prefill" | "decode" | "memory";
  readonly tokens_per_second?: Spread;
  readonly seconds?: Spread;
  readonly bytes?: Spread;
  /** Round by round. */
  readonly rounds: readonly (number | null)[];
}

/** A host's speed over Node's, of the same rounds. */
export interface HostRatio {
  readonly model: string;
  readonly test: "prefill" | "decode";
  readonly host: string;
  readonly beside: string;
  readonly required: number;
  readonly value: Spread;
  readonly reached: boolean;
}

export interface HostResults extends Record {
  readonly rounds: number;
  readonly lengths: { readonly prompt: number; readonly generate: number };
  /** Hosts that were missing, and what to do. */
  readonly skipped: readonly string[];
  /** Hosts that failed at a model, and how; absent where none did. What they gave before is kept. */
  readonly failed?: readonly string[];
  readonly rows: readonly HostRow[];
  readonly ratios: readonly HostRatio[];
}

/** What Chromium and workerd are to reach of Node's speed on one thread. */
const required: readonly [HostKind["name"], number][] = [
  ["Chromium", 0.9],
  ["workerd", 0.85],
];

/** The rows of what was measured on these hosts. */
export function rowsOf({ series }: Samples, kinds: readonly HostKind[]): HostRow[] {
  return series.map((one): HostRow => {
    const { model, test, unit, build, kind } = one;
    return {
      model,
      host: kind.host,
      engine: kinds.find(({ id }) => id === kind.id)!.engine,
      ...(build !== undefined && { build }),
      threads: kind.threads,
      test: test as HostRow["test"],
      [unit]: spread(one),
      rounds: Array.from(one.rounds, (value) => value ?? null),
    };
  });
}

/**
 * The required ratios, each beside the Node whose V8 is the newest, on one thread: those of Chromium and workerd are
 * newer than any Node's, and Node 20's compiles WebAssembly otherwise.
 */
export function ratiosOf(samples: Samples, kinds: readonly HostKind[]): HostRatio[] {
  const nodes = kinds.filter(({ name, threads }) => name === "Node" && threads === 1);
  const [node] = [...nodes].sort((a, b) => b.engine.localeCompare(a.engine, "en", { numeric: true }));
  if (!node) return [];
  const models = [...new Set(samples.series.map(({ model }) => model))];
  return required.flatMap(([name, bound]) => {
    const kind = kinds.find((one) => one.name === name && one.threads === 1);
    if (!kind) return [];
    return models.flatMap((model) =>
      (["prefill", "decode"] as const).flatMap((test) => {
        const of = ({ id }: HostKind): Series | undefined => samples.find(model, id, test);
        const value = ratio(of(kind), of(node));
        if (!value) return [];
        const beside = `${node.host} (${node.engine})`;
        const reached = value.median >= bound;
        return [{ model, test, host: `${kind.host} (${kind.engine})`, beside, required: bound, value, reached }];
      }),
    );
  });
}

/** A line for each model, host and number of threads. */
export function hostTable({ rows, lengths }: HostResults): string {
  const groups = new Map<string, HostRow[]>();
  for (const row of rows) {
    const key = [row.model, row.host, row.threads].join("\n");
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const lines = [...groups.values()].map((group) => {
    const { model, host, engine, threads } = group[0]!;
    const of = (test: HostRow["test"]) => group.find((row) => row.test === test);
    const rate = (test: "prefill" | "decode") => shown(of(test)?.tokens_per_second, spreadText);
    return [
      model,
      host,
      engine,
      String(threads),
      of("prefill")?.build ?? "",
      shown(of("load")?.seconds, (value) => spreadText(value, (seconds) => (1000 * seconds).toFixed(0))),
      rate("prefill"),
      rate("decode"),
      shown(of("memory")?.bytes, ({ median }) => megabytes(median)),
    ];
  });
  const { prompt, generate } = lengths;
  const rates = [`prefill of ${prompt}, tokens/s`, `decode of ${generate}, tokens/s`];
  const head = ["model", "host", "engine", "threads", "build", "load, ms", ...rates, "memory"];
  return table(head, lines, [3, 5, 6, 7, 8]);
}

/** A line for each required ratio. */
export function ratioTable({ ratios }: HostResults): string {
  const lines = ratios.map(({ model, test, host, beside, required: bound, value, reached }) => [
    model,
    test,
    host,
    beside,
    `>= ${bound}`,
    spreadText(value, (number) => number.toFixed(2)),
    reached ? "reached" : "missed",
  ]);
  return table(["model", "test", "host", "beside", "required", "found", ""], lines, [5]);
}

const shown = (value: Spread | undefined, show: (value: Spread) => string): string => (value ? show(value) : "");
