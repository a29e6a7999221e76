// The results of `lanky profile` (bench/profile.ts), and the paper's table beside them.

import { paper } from "../../src/cli/profile-report.js";
import type { ProfiledRow } from "../profile.js";
import type { Record } from "../record.js";

export interface ProfileResults extends Record {
  readonly rows: readonly ProfiledRow[];
}

export type { ProfiledRow };
export { paper };

/** The rows of one model in one type with one number of threads. */
export interface Trio {
  readonly name: string;
  readonly type: string;
  readonly threads: number;
  readonly base: ProfiledRow;
  readonly shared: ProfiledRow;
  readonly unshared: ProfiledRow;
}

export function triosOf(rows: readonly ProfiledRow[]): Trio[] {
  return rows.flatMap((base): Trio[] => {
    if (base.model !== "base") return [];
    const { name, type, threads } = base;
    const twin = (kind: string) =>
      rows.find((row) => row.model === kind && row.name === name && row.type === type && row.threads === threads);
    const [shared, unshared] = [twin("shared"), twin("unshared")];
    return shared && unshared ? [{ name, type, threads, base, shared, unshared }] : [];
  });
}

/** The second pass over each block, as a part of the rate with weights in cache; undefined where noise hides it. */
export function secondPassShare({ shared }: Trio): number | undefined {
  const { in_cache_ms, second_pass_ms } = shared;
  if (!in_cache_ms || !second_pass_ms || second_pass_ms.median <= 0) return undefined;
  return in_cache_ms.median / second_pass_ms.median;
}

/** The paper's ratios to base, as `start_ratio` and `execute_ratio` of ours. */
export function paperRatios(kind: keyof typeof paper): { start: number; execute: number } {
  const start = ({ load_ms, init_ms }: (typeof paper)["base"]) => load_ms + init_ms;
  return { start: start(paper[kind]) / start(paper.base), execute: paper[kind].execute_ms / paper.base.execute_ms };
}
