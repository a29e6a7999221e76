// The results beside other engines (bench/peers), and what follows from them: threads against one, time per token against
// context. For the page of results and for the pictures.

import type { Lengths } from "../peers/measure.js";
import type { PeerRow } from "../peers/report.js";
import type { Target } from "../peers/targets.js";
import type { Record, Spread } from "../record.js";

export type { PeerRow };

export interface PeerResults extends Record {
  readonly models: readonly { readonly name: string; readonly type: string; readonly bytes: number }[];
  readonly rounds: number;
  /** Engines and models that were missing, and what to do. */
  readonly skipped?: readonly string[];
  /** Tokens of prefill and decode; wllama, much slower, has fewer, which favours it. */
  readonly lengths: Lengths;
  readonly wllama_lengths: Lengths;
  readonly rows: readonly PeerRow[];
  readonly ratios: readonly Target[];
}

/** Words about wllama's lengths where they are not everybody's; "" where it has not been measured. */
export function aboutWllama({ rows, lengths, wllama_lengths: theirs }: PeerResults): string {
  const same = theirs.prompt === lengths.prompt && theirs.generate === lengths.generate;
  if (same || !rows.some(({ engine }) => engine === "wllama")) return "";
  return `wllama reads ${theirs.prompt} and makes ${theirs.generate}`;
}

/** "lanky, Node 26.10.0", "llama.cpp, native" */
export function nameOf({ engine, host }: Pick<PeerRow, "engine" | "host">): string {
  return `${engine}, ${host}`;
}

/** The same measurement, but for the number of threads. */
export function sameTest(a: PeerRow, b: PeerRow): boolean {
  return a.model === b.model && nameOf(a) === nameOf(b) && a.test === b.test;
}

/** One engine's time per token after contexts of several lengths, shortest first. */
export interface ContextLine {
  readonly model: string;
  readonly type: string;
  readonly engine: PeerRow["engine"];
  readonly host: string;
  readonly threads: number;
  readonly points: readonly { readonly context: number; readonly ms: Spread }[];
  /** Microseconds that a token takes longer for each further token of context: the slope of the line of least squares. */
  readonly slope: number;
}

export function contextLines(rows: readonly PeerRow[]): ContextLine[] {
  const groups = new Map<string, PeerRow[]>();
  for (const row of rows) {
    if (!/^tg@\d+$/.test(row.test) || !row.tokens_per_second) continue;
    const key = [row.model, row.engine, row.host, row.threads].join("\n");
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((group): ContextLine => {
    const { model, type, engine, host, threads } = group[0]!;
    const points = group
      .map(({ test, tokens_per_second: rate }) => ({ context: Number(test.slice(3)), ms: inverted(rate!) }))
      .sort((a, b) => a.context - b.context);
    const slope = 1000 * slopeOf(points.map(({ context, ms }) => [context, ms.median]));
    return { model, type, engine, host, threads, points, slope };
  });
}

/** Milliseconds a token, of tokens a second. */
function inverted({ median, min, max, count }: Spread): Spread {
  return { median: 1000 / median, min: 1000 / max, max: 1000 / min, count };
}

/** Of the line of least squares; NaN for a single point. */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const rise = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return rise / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}
