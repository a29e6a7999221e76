// npm run bench:threads: what threads do for a program, and what they cost. Every measurement in a process of its own.
//
//   delay    how long the caller's event loop stands still at worst while text is made
//   speed    tokens per second with one thread and two, on a free machine and beside a program that takes a core
//   size     the same for small models, down to which threads pay
//   cold     first token of a cold `lanky run` of the embedded model, beyond Node's own start
//   load     milliseconds of a load, by type
//   memory   resident memory after a load and a prompt that fills the context, beyond 1.1 times weights and KV cache
//
//   npm run bench:threads -- [part ...] [-r ROUNDS] [--node PATH ...] [--keep]
//
// --keep writes bench/results/hosts-threads.json; --node measures under other versions of Node too.

import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { embeddedModel } from "../../src/node.js";
import { mobile125m, type RandomType, writeRandomModel } from "../random-model.js";
import { describe, resultsPath, type Spread, spreadOf, writeResults } from "../record.js";

/** One line of bench/results/hosts-threads.json. */
export interface ThreadsRow {
  readonly test: string;
  readonly host: string;
  readonly model: string;
  readonly threads: number;
  readonly value: Spread;
  readonly unit: string;
  /** Ratio to the first line of the same test, where it has one. */
  readonly ratio?: Spread;
  /** What the value should not exceed (milliseconds, bytes) or the ratio reach. */
  readonly bound?: number;
}

interface Host {
  readonly path: string;
  readonly name: string;
}

const help = `Usage: npm run bench:threads -- [delay] [speed] [size] [cold] [load] [memory] [OPTIONS]

Measures these, by default all of them: some twenty minutes for each version of Node.

  -r, --rounds COUNT  of each measurement, by default 5
  --node PATH         measures under this Node too; may be given more than once
  --keep              writes bench/results/hosts-threads.json`;

const parts = ["delay", "speed", "size", "cold", "load", "memory"] as const;
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", short: "r", default: "5" },
    node: { type: "string", multiple: true, default: [] },
    keep: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});
if (flags.help) {
  console.log(help);
  process.exit(0);
}
const rounds = Number(flags.rounds);
const wanted = positionals.length > 0 ? positionals : parts;
const unknown = wanted.find((part) => !parts.includes(part as (typeof parts)[number]));
if (unknown !== undefined || !(rounds >= 1)) {
  console.error(
    `bench:threads: ${unknown ?? `-r ${flags.rounds}`}; there are ${parts.join(", ")}, and -r of 1 or more`,
  );
  process.exit(2);
}

const hosts = [process.execPath, ...flags.node].map((path): Host => {
  const name = `Node ${execFileSync(path, ["-p", "process.versions.node"]).toString().trim()}`;
  return { path, name };
});
const probe = fileURLToPath(new URL("./probe.mjs", import.meta.url));
const command = fileURLToPath(new URL("../../bin/lanky.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "lanky-bench-"));
const rows: ThreadsRow[] = [];

function run<T>(host: Host, task: object): T {
  return JSON.parse(
    execFileSync(host.path, [probe, JSON.stringify(task)], { stdio: ["ignore", "pipe", "inherit"] }).toString(),
  );
}

function repeat<T>(work: () => T): T[] {
  return Array.from({ length: rounds }, work);
}

function report(row: ThreadsRow): void {
  rows.push(row);
  const show = ({ median, min, max }: Spread) =>
    `${median.toPrecision(4)} (${min.toPrecision(4)} to ${max.toPrecision(4)})`;
  const ratio = row.ratio ? `, ratio ${show(row.ratio)}` : "";
  const bound = row.bound === undefined ? "" : `, bound ${row.bound}`;
  const what = [row.test, row.model, row.host, `threads ${row.threads}`].filter(Boolean).join(", ");
  console.log(`${what}: ${show(row.value)} ${row.unit}${ratio}${bound}`);
}

const made = new Map<string, string>();

/** Path of a random model in the shape of MobileLLM-125M, or smaller. */
async function model(type: RandomType, hidden = 576, layers = 30, vocabulary = 32000): Promise<string> {
  const name = `${hidden}-${layers}-${type}`;
  const path = made.get(name) ?? join(folder, `${name}.gguf`);
  if (!made.has(name)) {
    const heads = hidden / 64;
    const shape = hidden === 576 ? {} : { num_attention_heads: heads, num_key_value_heads: heads };
    const inner = Math.round((hidden * 8) / 3 / 64) * 64;
    const config = {
      ...mobile125m,
      ...shape,
      hidden_size: hidden,
      intermediate_size: inner,
      num_hidden_layers: layers,
    };
    await writeRandomModel(path, { ...config, vocab_size: vocabulary }, type);
    made.set(name, path);
  }
  return path;
}

/** Rates of each count of threads, and their ratios to the first count's of the same round. */
function speed(
  test: string,
  name: string,
  path: string,
  host: Host,
  counts: readonly number[],
  bounds: readonly number[],
): void {
  const task = { task: "speed", path, counts, prompt: 512, generate: 128, rounds };
  const rates = run<{ prompt: number[]; generate: number[] }[]>(host, task);
  for (const [what, field, bound] of [
    ["prefill", "prompt", bounds[0]],
    ["decode", "generate", bounds[1]],
  ] as const) {
    for (const [index, threads] of counts.entries()) {
      const own = rates[index]![field];
      const ratio = spreadOf(own.map((rate, round) => rate / rates[0]![field][round]!));
      const value = spreadOf(own);
      const row = { test: `${what}, ${test}`, host: host.name, model: name, threads, value, unit: "tokens/s" };
      report(index === 0 ? row : { ...row, ratio, ...(threads === 2 && bound !== undefined && { bound }) });
    }
  }
}

const measure: Readonly<Record<(typeof parts)[number], (host: Host) => Promise<void>>> = {
  async delay(host) {
    for (const [name, path] of [
      ["125M Q4_0, 32000 tokens", await model("q4_0")],
      ["125M Q8_0, 49152 tokens", await model("q8_0", 576, 30, 49152)],
    ] as const) {
      for (const threads of [0, 1, 2]) {
        const task = { task: "delay", path, threads, prompt: 512, generate: 128 };
        const delays = repeat(() => run<{ worst: number; p99: number }>(host, task));
        const value = spreadOf(delays.map(({ worst }) => worst));
        const row = { test: "event loop's worst delay", host: host.name, model: name, threads, value, unit: "ms" };
        report(threads === 0 ? row : { ...row, bound: 20 });
      }
    }
  },

  async speed(host) {
    for (const type of ["q4_0", "q8_0"] as const) {
      const path = await model(type);
      const name = `125M ${type.toUpperCase()}`;
      speed("free machine", name, path, host, [0, 1, 2, 4], [1.7, 1.4]);
      const busy: ChildProcess = spawn(host.path, [fileURLToPath(new URL("./busy.mjs", import.meta.url))], {
        stdio: ["pipe", "ignore", "ignore"],
      });
      try {
        speed("one core busy", name, path, host, [0, 2], [1, 1]);
      } finally {
        busy.kill("SIGKILL"); // at once: what comes next waits for processes without a turn for events
      }
    }
  },

  async size(host) {
    const sizes: [name: string, path: string][] = [
      ["embedded", fileURLToPath(embeddedModel)],
      ["10 MB", await model("q8_0", 256, 9, 8000)],
      ["20 MB", await model("q8_0", 384, 10, 8000)],
      ["40 MB", await model("q8_0", 512, 11, 8000)],
    ];
    for (const [name, path] of sizes) {
      const task = { task: "speed", path, counts: [0, availableParallelism()], prompt: 256, generate: 256, rounds };
      const [alone, threaded] = run<{ generate: number[] }[]>(host, task);
      const value = spreadOf(threaded!.generate);
      const ratio = spreadOf(threaded!.generate.map((rate, round) => rate / alone!.generate[round]!));
      const threads = availableParallelism();
      report({ test: "decode by size", host: host.name, model: name, threads, value, unit: "tokens/s", ratio });
    }
  },

  async cold(host) {
    const time = (args: readonly string[]) => {
      const start = performance.now();
      const { status } = spawnSync(host.path, args, { stdio: "ignore" });
      if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}`);
      return performance.now() - start;
    };
    const args = [command, "run", "wake me up at 7", "-n", "1"];
    const beyond = Array.from({ length: 3 * rounds }, () => {
      const bare = time(["-e", "0"]);
      return time(args) - bare;
    });
    const row = { test: "first token of a cold lanky run, beyond node -e 0", host: host.name, model: "embedded" };
    report({ ...row, threads: 0, value: spreadOf(beyond), unit: "ms", bound: 200 });
  },

  async load(host) {
    for (const [name, path] of await loadable()) {
      for (const threads of [0, 2]) {
        const times = repeat(() => run<{ ms: number }>(host, { task: "load", path, threads }).ms);
        report({ test: "load", host: host.name, model: name, threads, value: spreadOf(times), unit: "ms" });
      }
    }
  },

  async memory(host) {
    const empty = run<{ resident: number }>(host, { task: "load" }).resident;
    for (const [name, path] of await loadable()) {
      for (const threads of [0, 2]) {
        const task = { task: "load", path, threads, context: 256, prompt: 256 };
        const beyond = repeat(() => {
          const { resident, held } = run<{ resident: number; held: number }>(host, task);
          return (resident - empty - 1.1 * held) / 1e6;
        });
        const test = "resident memory beyond Node's own and 1.1 x (weights + KV)";
        report({ test, host: host.name, model: name, threads, value: spreadOf(beyond), unit: "MB", bound: 60 });
      }
    }
  },
};

async function loadable(): Promise<[name: string, path: string][]> {
  const types = ["q4_0", "q8_0", "f16"] as const;
  const random = await Promise.all(
    types.map(async (type) => [`125M ${type.toUpperCase()}`, await model(type)] as [string, string]),
  );
  return [["embedded", fileURLToPath(embeddedModel)], ...random];
}

try {
  for (const host of hosts) {
    for (const part of parts) if (wanted.includes(part)) await measure[part](host);
  }
  if (flags.keep) writeResults(resultsPath("hosts-threads"), { ...describe("hosts-threads"), ...{ rows } });
} finally {
  rmSync(folder, { recursive: true });
}
