// The speeds and sizes that lanky set itself, beside what was measured: reached or missed. Those beside other engines come
// with their results (bench/peers); the others follow from the rest.

import type { HostResults } from "../hosts/report.js";
import type { ThreadsRow } from "../threads/main.js";
import { type KernelResults, layerPoints } from "./kernels.js";
import { figure, spread, table } from "./markdown.js";
import type { PeerResults } from "./peers.js";
import { type ProfileResults, secondPassShare, triosOf } from "./profile.js";

export interface Target {
  readonly target: string;
  /** What it was measured in: a host, a build, a number of threads. */
  readonly where: string;
  readonly required: string;
  readonly measured: string;
  readonly reached: boolean;
}

/** A size in bytes of each of the built modules. */
export type ModuleSizes = Readonly<{ [name: string]: number }>;

const atMost = (value: number, limit: number) => ({ required: `<= ${limit}`, reached: value <= limit });
const atLeast = (value: number, limit: number) => ({ required: `>= ${limit}`, reached: value >= limit });

export function peerTargets({ ratios }: PeerResults): Target[] {
  return ratios.map(({ target, host, beside, required, atMost, value, reached }) => ({
    target,
    where: `${host}, beside ${beside}`,
    required: `${atMost ? "<=" : ">="} ${required}`,
    measured: spread(value),
    reached,
  }));
}

export function hostTargets({ ratios }: HostResults): Target[] {
  return ratios.map(({ model, test, host, beside, required, value, reached }) => ({
    target: `${test} of ${model}, of Node's speed`,
    where: `${host}, beside ${beside}`,
    required: `>= ${required}`,
    measured: spread(value, (ratio) => ratio.toFixed(2)),
    reached,
  }));
}

export function profileTargets({ rows }: ProfileResults): Target[] {
  return triosOf(rows).flatMap((trio): Target[] => {
    const { shared, unshared } = trio;
    const where = `${trio.name}, ${trio.type}, ${trio.threads === 1 ? "one thread" : `${trio.threads} threads`}`;
    const depth = shared.execute_ms.median / unshared.execute_ms.median;
    const share = secondPassShare(trio);
    return [
      {
        target: "layer sharing: load and initialise over base",
        where,
        measured: spread(shared.start_ratio, (value) => value.toFixed(3)),
        ...atMost(shared.start_ratio.median, 1.03),
      },
      {
        target: "layer sharing: execute over the unshared twin",
        where,
        measured: figure(depth),
        ...atMost(depth, 1),
      },
      ...(share === undefined
        ? []
        : [
            {
              target: "layer sharing: second pass, of the rate with weights in cache",
              where,
              measured: figure(share),
              ...atLeast(share, 0.95),
            },
          ]),
    ];
  });
}

export function kernelTargets(results: KernelResults): Target[] {
  return layerPoints(results)
    .filter(({ type, tokens, model, limit }) => type === "Int8" && tokens === 1 && model === "125M" && limit === "read")
    .map(({ build, share }) => ({
      target: "decode in 8 bits, of the rate of reading",
      where: `build ${build}, matrices of a layer of the 125M shape`,
      measured: figure(share),
      ...atLeast(share, 0.9),
    }));
}

export function threadTargets(rows: readonly ThreadsRow[]): Target[] {
  return rows.flatMap(({ test, host, model, threads, value, unit, ratio, bound }): Target[] => {
    if (bound === undefined) return [];
    const where = [host, model, `threads ${threads}`].filter(Boolean).join(", ");
    return ratio
      ? [{ target: test, where, measured: spread(ratio), ...atLeast(ratio.median, bound) }]
      : [{ target: `${test}, ${unit}`, where, measured: spread(value), ...atMost(value.median, bound) }];
  });
}

export function sizeTargets(sizes: ModuleSizes): Target[] {
  return Object.entries(sizes).map(([name, bytes]) => ({
    target: "size of a module, KB",
    where: name,
    measured: figure(bytes / 1024),
    ...atMost(bytes / 1024, 64),
  }));
}

export function targetTable(targets: readonly Target[]): string {
  const missed = targets.filter(({ reached }) => !reached).length;
  const verdict = `${targets.length - missed} reached, ${missed} missed.\n\n`;
  const rows = targets.map(({ target, where, required, measured, reached }) => [
    target,
    where,
    required,
    measured,
    reached ? "reached" : "**missed**",
  ]);
  return `${verdict}${table(["target", "where", "required", "measured", ""], rows, [2, 3])}`;
}
