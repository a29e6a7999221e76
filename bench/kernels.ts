// The kernel bench: every kernel beside what memory and instructions allow, measured in the same run (limits.ts). A result
// is compared with its scalar twin (test/reference/), bit for bit, before it is timed.
//
//   matmulInt4 576x1536 decode: 22.1 GB/s, 79 % of read; 39.3 GMAC/s, 56 % of dot; 22.5 us (22.3 to 23.0)
//
// The limit that binds comes first: the one that alone would take longest. GB/s counts the packed weights of a product, the
// keys and values of attention, everything read and written elsewhere. "read" is a plain read of as many bytes, found
// where the kernel finds its own: of the same bytes, in turns with the kernel, where they come from memory.

import { cpus } from "node:os";
import { Command, InvalidArgumentError } from "commander";
import { enableRelaxedSimd } from "../src/node/relaxed-simd.js";
import { allCases, nameOf, selectCases } from "./cases.js";
import { compare, comparisonLines } from "./compare.js";
import type { Instruction } from "./limits.js";
import { type Limits, measureAll, type Results, type Row } from "./measure.js";
import { describe, readResults, type Spread, writeResults } from "./record.js";

enableRelaxedSimd();

interface Flags {
  readonly all?: boolean;
  readonly list?: boolean;
  readonly json?: string;
  readonly compare?: string;
  readonly seconds?: number;
}

const examples = `
The usual cases are all products of the 125M shape; of the 350M shape and the embedded model's (2M) the feed-forward's,
one token and 64; the other kernels at the 125M shape. Kernels that are the same code in both builds are usually measured
in build simd alone.

Examples:
  npm run bench -- kernels Int4 decode
  npm run bench -- kernels matmulInt8 1536x576 relaxed
  npm run bench -- kernels --all 350M
  npm run bench -- kernels Int4 --json before.json         and after a change
  npm run bench -- kernels Int4 --compare before.json`;

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError("give a number of seconds above 0");
  return value;
}

async function main(words: string[], flags: Flags): Promise<void> {
  const cases = selectCases(words, flags.all ?? false);
  const before = flags.compare === undefined ? undefined : readBefore(flags.compare);
  if (flags.list) {
    for (const row of cases) console.log(`${nameOf(row)}, build ${row.build}, ${row.model.name}, from ${row.place}`);
    return;
  }
  const processor = cpus()[0]?.model.trim() || "unknown processor";
  const count = `${cases.length} of ${allCases().length} cases`;
  console.log(`${processor}, Node ${process.versions.node}, one thread, ${count}`);
  let heading = "";
  const results = await measureAll(cases, flags.seconds ?? (flags.all ? 300 : 55), {
    limits: printLimits,
    missing: (build, why) => console.log(`\nbuild ${build} is not for this host: ${why}`),
    row(row) {
      const group = `build ${row.build}, shapes of ${row.model}`;
      if (group !== heading) console.log(group);
      heading = group;
      console.log(`  ${lineOf(row)}`);
    },
  });
  if (before) printComparison(flags.compare!, before, results);
  if (flags.json !== undefined) writeResults(flags.json, { ...describe("kernels"), ...results });
}

/** "22.1", or with more digits where there would be few. */
const figure = (value: number) => value.toFixed(value < 1 ? 3 : value < 10 ? 2 : 1);

/** What the limits of instructions stand for. */
const meanings: Readonly<Record<Instruction, string>> = {
  dot: "i8 dot to 32 bits",
  narrow: "i8 dot to 16 bits",
  wide: "i16 dot",
  madd: "f32 multiply and add",
};

function printLimits({ build, region, read_gb_per_second, cached_read_gb_per_second, gmac_per_second }: Limits): void {
  const read = `read ${figure(read_gb_per_second.max)} GB/s of ${(region / 1e6).toFixed(0)} MB`;
  console.log(`\nbuild ${build}, limits: ${read}, ${figure(cached_read_gb_per_second.max)} of 1 MB`);
  const rates = Object.entries(gmac_per_second) as [Instruction, Spread][];
  const each = rates.map(([name, rate]) => `${name} ${figure(rate.max)} (${meanings[name]})`);
  console.log(`GMAC/s: ${each.join(", ")}`);
}

function lineOf(row: Row): string {
  const share = (part: number, of: string) => `${(part * 100).toFixed(0)} % of ${of}`;
  const read =
    row.share_of_read === null ? [] : [`${figure(row.gb_per_second!)} GB/s, ${share(row.share_of_read, "read")}`];
  const macs =
    row.share_of_instruction === null
      ? []
      : [`${figure(row.gmac_per_second!)} GMAC/s, ${share(row.share_of_instruction, row.instruction!)}`];
  const { median, min, max } = row.seconds;
  const [unit, factor] = median < 1e-3 ? ["us", 1e6] : ["ms", 1e3];
  const time = `${figure(median * factor)} ${unit} (${figure(min * factor)} to ${figure(max * factor)})`;
  const parts = row.limit === "read" ? [...read, ...macs] : [...macs, ...read];
  return `${row.name} ${row.shape} ${row.test}: ${[...parts, time].join("; ")}`;
}

function readBefore(path: string) {
  const found = readResults<Results>(path);
  if (found === undefined) throw new RangeError(`${path}: no such file; make one with --json ${path}`);
  if (found.kind !== "kernels") throw new RangeError(`${path}: results of kind ${found.kind}, not of the kernel bench`);
  return found;
}

function printComparison(path: string, before: NonNullable<ReturnType<typeof readBefore>>, after: Results): void {
  const { host, machine, date } = before;
  console.log(
    `\ntimes as fast as in ${path} (${date}, Node ${host.node}, ${machine.cpu}); in brackets the middle 95 % of a`,
  );
  console.log(
    "bootstrap of both runs' samples; beside its limit: the ratio of the shares of what this machine allowed",
  );
  for (const limits of after.limits) {
    const old = before.limits.find((one) => one.build === limits.build);
    if (old === undefined) continue;
    const ratio = (now: Spread, was: Spread | undefined) => (was ? (now.max / was.max).toFixed(2) : "new");
    const rates = Object.entries(limits.gmac_per_second) as [Instruction, Spread][];
    const each = rates.map(([name, rate]) => `${name} x ${ratio(rate, old.gmac_per_second[name])}`);
    console.log(
      `  limits of build ${limits.build}: read x ${ratio(limits.read_gb_per_second, old.read_gb_per_second)}, ` +
        `in cache x ${ratio(limits.cached_read_gb_per_second, old.cached_read_gb_per_second)}, ${each.join(", ")}`,
    );
  }
  const found = compare(before.rows, after.rows);
  if (found.length === 0) throw new RangeError(`${path}: none of these cases is in it`);
  for (const line of comparisonLines(found)) console.log(line && `  ${line}`);
}

try {
  await new Command("npm run bench -- kernels")
    .description("Measure kernels beside the limits of this machine, one thread.")
    .argument("[WORD...]", "only cases that have every word: kernel, operation, type, shape, test, build, model, place")
    .option("--all", "every case, not only the usual ones: some minutes")
    .option("--list", "print which cases it would be")
    .option("--json <FILE>", "keep the results")
    .option("--compare <FILE>", "print ratios to results that were kept, with 95 % intervals from a bootstrap")
    .option("--seconds <TIME>", "what all may take, about: 55, with --all 300", positive)
    .addHelpText("after", examples)
    .action(main)
    .parseAsync();
} catch (error) {
  console.error(`bench kernels: ${error instanceof Error ? error.message : error}`);
  process.exitCode = error instanceof RangeError ? 2 : 1;
}
