// Measures cases (cases.ts) beside their limits (limits.ts): data in place, result compared with the scalar twin's, warmed
// up, sampled.

import { readdirSync, readFileSync } from "node:fs";
import { type Build, instantiateKernels, type Kernels } from "../src/engine/kernels.js";
import { compileKernels } from "../src/node/compile-kernels.js";
import { Arena } from "./arena.js";
import { withBarrier } from "./barrier.js";
import { prepareCache } from "./caches.js";
import { type Case, nameOf, testOf } from "./cases.js";
import { type Measured, medianOf } from "./compare.js";
import { prepareLayer } from "./layers.js";
import { createProbes, type Instruction, macsPerRound, type Probes } from "./limits.js";
import { prepareProduct } from "./products.js";
import type { Ready } from "./ready.js";
import { type Spread, spreadOf } from "./record.js";
import { sample, sampleTwo, type WarmUp, warmUp } from "./timing.js";

/**
 * What memory and a build's instructions allow, one thread. Shares are of the best sample: a limit is what could be, and a
 * moment in which the machine did something else says nothing about it.
 */
export interface Limits {
  readonly build: Build;
  /** Bytes of a region that is more than the caches keep. */
  readonly region: number;
  readonly read_gb_per_second: Spread;
  /** Of 1 MB, again and again. */
  readonly cached_read_gb_per_second: Spread;
  /** By instruction. */
  readonly gmac_per_second: Partial<Readonly<Record<Instruction, Spread>>>;
}

export type LimitName = "read" | Instruction;

/** A case's result. */
export interface Row extends Measured {
  readonly type: string;
  readonly tokens: number;
  readonly context: number;
  readonly place: Case["place"];
  readonly seconds: Spread;
  readonly gb_per_second: number | null;
  readonly gmac_per_second: number | null;
  readonly bytes: number;
  readonly macs: number;
  /** The fastest that its multiply-accumulates could be made with; null where they do not count. */
  readonly instruction: Instruction | null;
  /** How near it comes to each limit; null where there is none. */
  readonly share_of_read: number | null;
  readonly share_of_instruction: number | null;
  /** The limit that binds: the one that alone would take longest. */
  readonly limit: LimitName | null;
}

export interface Results {
  readonly limits: readonly Limits[];
  readonly rows: readonly Row[];
}

/** What is told while measuring goes on. */
export interface Listener {
  limits(limits: Limits): void;
  row(row: Row): void;
  /** @param why the host's reason */
  missing(build: Build, why: string): void;
}

/** A build ready to be measured. */
interface Bench {
  readonly kernels: Kernels;
  readonly probes: Probes;
  readonly limits: Limits;
  readonly arena: Arena;
  /** Kernels that V8 has had time to optimise, by name and kind of test. */
  readonly warm: Set<string>;
  /** GB/s of reading so many bytes again and again. */
  readonly readRate: (bytes: number) => number;
}

/** Warm-up of a kernel's first case, and of those that follow. */
const FIRST: WarmUp = { least: 0.04, most: 0.3 };
const NEXT: WarmUp = { least: 0.008, most: 0.02 };

/** Seconds for the samples of one case, at least and at most. */
const SHARE = { least: 0.03, most: 0.4 };

/**
 * @param seconds what all may take: samples get shorter where the rest takes longer, down to a limit
 * @throws Error if a kernel's result is not its twin's
 */
export async function measureAll(cases: readonly Case[], seconds: number, listener: Listener): Promise<Results> {
  const end = performance.now() + seconds * 1000;
  let left = cases.length;
  const region = beyondCaches();
  const arena = new Arena(region + 48e6);
  arena.bytes(arena.take(region), region).fill(1); // pages that nobody has written to are all one and the same
  const limits: Limits[] = [];
  const rows: Row[] = [];
  for (const build of new Set(cases.map((row) => row.build))) {
    let module: WebAssembly.Module;
    try {
      module = await compileKernels(build);
    } catch (error) {
      left -= cases.filter((row) => row.build === build).length;
      listener.missing(build, error instanceof Error ? error.message : String(error));
      continue;
    }
    const kernels = instantiateKernels(module, arena.memory);
    const probes = createProbes(arena.memory, build === "relaxed");
    arena.clear();
    const from = arena.take(region);
    const measured = measureLimits(build, probes, from, region);
    const readRate = createReadRate(probes, from);
    const bench: Bench = { kernels, probes, limits: measured, arena, warm: new Set(), readRate };
    limits.push(measured);
    listener.limits(measured);
    for (const one of cases.filter((row) => row.build === build)) {
      // Preparing, checking and warming up take twice as long as the samples.
      const share = (end - performance.now()) / 1000 / left-- / 3;
      const row = await measure(bench, one, Math.min(SHARE.most, Math.max(SHARE.least, share)));
      rows.push(row);
      listener.row(row);
    }
  }
  return { limits, rows };
}

/** Bytes that no cache of this processor keeps: half as much again as the largest that Linux tells of. */
function beyondCaches(): number {
  const folder = "/sys/devices/system/cpu/cpu0/cache";
  let largest = 0;
  try {
    for (const name of readdirSync(folder).filter((entry) => entry.startsWith("index")))
      largest = Math.max(largest, Number.parseInt(readFileSync(`${folder}/${name}/size`, "utf8"), 10) * 1024);
  } catch {
    // Not Linux, or it does not say.
  }
  return Math.ceil(Math.min(400e6, Math.max(128e6, 1.5 * largest)) / 128) * 128;
}

function measureLimits(build: Build, probes: Probes, from: number, region: number): Limits {
  const rate = (work: () => void, amount: number, samples = 30) =>
    spreadOf(sample(work, warmUp(work, FIRST), 0.15, samples).map((time) => amount / time / 1e9));
  const rounds = 20_000;
  const cached = 1 << 20;
  const instructions = Object.entries(probes.instructions) as [Instruction, (rounds: number) => number][];
  return {
    build,
    region,
    read_gb_per_second: rate(() => probes.read(from, region), region, 10),
    cached_read_gb_per_second: rate(() => probes.read(from, cached), cached),
    gmac_per_second: Object.fromEntries(
      instructions.map(([name, probe]) => [name, rate(() => probe(rounds), rounds * macsPerRound[name])]),
    ),
  };
}

/** Rates of reading a region again and again, measured once for each half power of two. */
function createReadRate(probes: Probes, from: number): (bytes: number) => number {
  const known = new Map<number, number>();
  return (bytes) => {
    const size = Math.ceil(2 ** (Math.round(2 * Math.log2(Math.max(bytes, 4096))) / 2) / 128) * 128;
    let rate = known.get(size);
    if (rate === undefined) {
      const read = () => probes.read(from, size);
      rate = size / Math.min(...sample(read, warmUp(read, NEXT), 0.05, 10)) / 1e9;
      known.set(size, rate);
    }
    return rate;
  };
}

async function measure(bench: Bench, row: Case, share: number): Promise<Row> {
  bench.arena.clear();
  if (row.kernel !== "barrier") return timed(bench, row, readyOf(bench, row), share);
  let result: Row | undefined;
  await withBarrier(row.build, row.shape, (ready) => {
    result = timed(bench, row, ready, share);
  });
  return result!;
}

function readyOf({ kernels, arena, limits }: Bench, row: Case): Ready {
  if (row.kernel.startsWith("matmul")) return prepareProduct(kernels, arena, row, limits.region);
  if (row.context > 0) return prepareCache(kernels, arena, row);
  return prepareLayer(kernels, arena, row);
}

function timed(bench: Bench, row: Case, ready: Ready, share: number): Row {
  try {
    ready.check();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`build ${row.build}, ${row.model.name}, ${nameOf(row)}: wrong result: ${why}`, { cause: error });
  }
  const kind = `${row.kernel} ${row.tokens > 1}`;
  const each = warmUp(ready.run, bench.warm.has(kind) ? NEXT : FIRST);
  bench.warm.add(kind);

  let samples: number[];
  let readRate = 0;
  if (row.place === "memory") {
    const length = Math.floor(ready.bytes / 128) * 128;
    const read = () => bench.probes.read(ready.next(), length);
    const [runs, reads] = sampleTwo([ready.run, read], [each, warmUp(read, NEXT)], share * 1.5);
    samples = runs;
    readRate = length / medianOf(reads) / 1e9;
  } else {
    samples = sample(ready.run, each, share, each > share / 10 ? 3 : 5);
    if (ready.bytes > 0) readRate = bench.readRate(ready.bytes);
  }
  if (ready.besides) {
    const besides = Math.min(...sample(ready.besides, warmUp(ready.besides, NEXT), share / 4));
    samples = samples.map((time) => Math.max(time - besides, 1e-9));
  }
  return rowOf(row, ready, samples, readRate, bench.limits);
}

function rowOf(row: Case, ready: Ready, samples: readonly number[], readRate: number, limits: Limits): Row {
  const seconds = spreadOf(samples);
  const { bytes, macs } = ready;
  const gb = bytes > 0 ? bytes / seconds.median / 1e9 : null;
  const gmac = macs > 0 ? macs / seconds.median / 1e9 : null;
  const ofRead = gb === null ? null : gb / readRate;
  const macRate = (name: Instruction) => limits.gmac_per_second[name]?.max ?? 0;
  const fastest = ready.instructions.reduce((best, name) => (macRate(name) > macRate(best) ? name : best));
  const instruction = gmac === null ? null : fastest;
  const ofInstruction = gmac === null ? null : gmac / macRate(fastest);
  const byRead = (ofRead ?? 0) >= (ofInstruction ?? 0);
  return {
    build: row.build,
    model: row.model.name,
    name: row.kernel,
    type: row.type,
    shape: row.shape,
    test: testOf(row),
    tokens: row.tokens,
    context: row.context,
    place: row.place,
    seconds,
    samples: samples.map((time) => Number(time.toPrecision(5))),
    gb_per_second: gb,
    gmac_per_second: gmac,
    bytes,
    macs,
    instruction,
    share_of_read: ofRead,
    share_of_instruction: ofInstruction,
    limit: gb === null && gmac === null ? null : byRead ? "read" : instruction,
    share_of_limit: byRead ? ofRead : ofInstruction,
  };
}
