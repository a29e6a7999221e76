// The speeds and sizes that lanky set itself, beside what was measured: reached or missed. Those beside other engines come
// with their results (bench/peers); the others follow from the rest.

import type { Spread } from "../record.js";
import { type KernelResults, layerPoints } from "./kernels.js";
import { figure, spread, table } from "./markdown.js";
import { contextLines, type PeerResults, sameTest } from "./peers.js";
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

export function peerTargets(results: PeerResults): Target[] {
  const { ratios = [] } = results;
  const compared = ratios.map(({ target, host, value, required, reached }) => ({
    target,
    where: host,
    // Whether less or more is better is the bench's business, and shows in what it found.
    required: `${sense(value, required, reached)} ${required}`,
    measured: spread(value),
    reached,
  }));
  // Ratios taken within a round are better than those of medians, where there are any.
  const has = (word: RegExp) => ratios.some(({ target }) => word.test(target));
  return [
    ...compared,
    ...(has(/thread/) ? [] : threadTargets(results)),
    ...(has(/wllama/) ? [] : browserTargets(results)),
    ...(has(/slope|context/) ? [] : slopeTargets(results)),
  ];
}

/** Two threads over one, of ours. */
function threadTargets({ rows }: PeerResults): Target[] {
  return rows.flatMap((one): Target[] => {
    const limit = one.test === "pp512" ? 1.7 : one.test === "tg128" ? 1.4 : undefined;
    if (one.engine !== "lanky" || one.threads !== 1 || limit === undefined) return [];
    const two = rows.find((row) => row.threads === 2 && sameTest(row, one) && row.host === one.host);
    if (!one.tokens_per_second || !two?.tokens_per_second) return [];
    const ratio = two.tokens_per_second.median / one.tokens_per_second.median;
    const target = `two threads over one, ${one.test === "pp512" ? "prefill" : "decode"}`;
    return [{ target, where: `${one.model}, ${one.host}`, measured: figure(ratio), ...atLeast(ratio, limit) }];
  });
}

/** Ours over wllama's better figure. */
function browserTargets({ rows }: PeerResults): Target[] {
  return rows.flatMap((ours): Target[] => {
    if (ours.engine !== "lanky" || ours.threads !== 1 || !ours.tokens_per_second) return [];
    const theirs = rows
      .filter((row) => row.engine === "wllama" && row.model === ours.model && row.test === ours.test)
      .flatMap(({ tokens_per_second: rate }) => (rate ? [rate.median] : []));
    if (theirs.length === 0) return [];
    const ratio = ours.tokens_per_second.median / Math.max(...theirs);
    const where = `${ours.model}, ${ours.test}, ${ours.host}`;
    return [{ target: "over wllama, the better of its figures", where, measured: figure(ratio), ...atLeast(ratio, 8) }];
  });
}

/** What a token of context costs, over native. */
function slopeTargets({ rows }: PeerResults): Target[] {
  const lines = contextLines(rows).filter(({ threads, points }) => threads === 1 && points.length > 1);
  return lines.flatMap((ours): Target[] => {
    const native = lines.find(({ engine, model }) => engine === "llama.cpp" && model === ours.model);
    if (ours.engine !== "lanky" || !native) return [];
    const ratio = ours.slope / native.slope;
    const target = "time per token against context, slope over native";
    return [{ target, where: `${ours.model}, ${ours.host}`, measured: figure(ratio), ...atMost(ratio, 1) }];
  });
}

function sense({ median }: Spread, required: number, reached: boolean): string {
  return median >= required === reached ? ">=" : "<=";
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
