// lanky bench: how fast a model reads a prompt (pp) and makes text (tg) on this machine, in the manner of llama-bench:
// a warm-up, then r runs of each test in a session that starts empty; the median and the extremes of tokens per second.
//
// gmac_per_second counts the multiply-accumulates of the matrix products alone: each executed weight once a token, the
// output table once a pass (a prompt needs the logits of its last token only). gb_per_second, for tg, counts the weight
// bytes that a token reads; keys and values come on top and are left out.

import { cpus } from "node:os";
import { type Command, Option } from "commander";
import type { EvaluateOptions, Model, Session } from "../node.js";
import { UsageError } from "./failure.js";
import { interruptible } from "./interrupt.js";
import { addMemoryOptions, type LoadFlags, load, modelHelp } from "./load.js";
import { integer, integers } from "./numbers.js";
import { print, printJson, table, tell } from "./output.js";
import { runtime, runtimeVersions } from "./version.js";

interface BenchFlags extends Omit<LoadFlags, "threads"> {
  readonly prompt?: number;
  readonly generate?: number;
  readonly threads: readonly number[];
  readonly repetitions: number;
  readonly json?: boolean;
}

interface Result {
  readonly test: string;
  /** Threads that compute. */
  readonly threads: number;
  readonly tokens_per_second: { readonly median: number; readonly min: number; readonly max: number };
  /** Null for prompts, which reuse each weight they read. */
  readonly gb_per_second: number | null;
  readonly gmac_per_second: number;
}

/** Lengths measured by default, and what a shorter context makes of them. */
const usual = { prompt: 512, generate: 128 };

export function addBench(program: Command): void {
  const command = program
    .command("bench")
    .summary("tokens per second on this machine")
    .description("Measure reading a prompt (pp) and making text (tg): a warm-up, then the median of several runs.")
    .argument("[MODEL]", modelHelp)
    .option("-p, --prompt <tokens>", "length of the prompt; 0 leaves the test out (default: 512)", integer(0, 2 ** 24))
    .option("-n, --generate <tokens>", "tokens to make; 0 leaves the test out (default: 128)", integer(0, 2 ** 24))
    .addOption(
      new Option("-t, --threads <counts>", "threads, such as 1,2; one line of results each")
        .argParser(integers(1, 256))
        .default([1, 2], "1,2"),
    )
    .option("-r, --repetitions <count>", "runs of each test", integer(1, 1000), 5);
  addMemoryOptions(command).option("--json", "print one JSON object").action(bench);
}

async function bench(path: string | undefined, flags: BenchFlags): Promise<void> {
  if (flags.prompt === 0 && flags.generate === 0) throw new UsageError("-p 0 and -n 0 leave nothing to measure");
  if (flags.threads.length === 0) throw new UsageError("-t is empty; give one count or several, such as 1,2");
  await interruptible(async (signal) => {
    const results: Result[] = [];
    let build = "";
    let name = "";
    for (const threads of flags.threads) {
      const { prompt, generate, ...rest } = flags;
      const wanted = Math.max(prompt ?? usual.prompt, generate ?? usual.generate);
      const { model } = await loadFor(path, { ...rest, threads: threads === 1 ? 0 : threads }, wanted, flags, signal);
      try {
        ({ build, name } = model);
        const used = Math.max(1, model.threads);
        if (results.some((result) => result.threads === used)) continue;
        for await (const result of measure(model, used, flags, signal)) {
          results.push(result);
          if (!flags.json) tell(`${result.test}: ${result.tokens_per_second.median.toFixed(1)} tokens/s`);
        }
      } finally {
        await model.dispose();
      }
    }
    if (flags.json) await printJson({ build, host: host(), results });
    else await print(report(name, build, results));
  });
}

/** Loads with the context that the tests need, or the longest there is where the lengths are the usual ones. */
async function loadFor(
  path: string | undefined,
  loadFlags: Partial<LoadFlags>,
  wanted: number,
  flags: BenchFlags,
  signal: AbortSignal,
): Promise<{ model: Model }> {
  const { model } = await load(path, loadFlags, signal);
  const most = model.config.max_position_embeddings;
  for (const [option, length] of [
    ["-p", flags.prompt],
    ["-n", flags.generate],
  ] as const) {
    if (length === undefined || length <= most) continue;
    await model.dispose();
    throw new UsageError(`${option} ${length}: ${model.name} was made for a context of ${most}; give at most that`);
  }
  const context = Math.min(wanted, most);
  if (model.contextLength >= context) return { model };
  await model.dispose();
  return load(path, { ...loadFlags, ctx: context }, signal);
}

async function* measure(model: Model, threads: number, flags: BenchFlags, signal: AbortSignal): AsyncGenerator<Result> {
  const { config, contextLength, parameters } = model;
  const head = config.vocab_size * config.hidden_size;
  const layers = parameters.executed - head * (config.tie_word_embeddings ? 1 : 2);
  const prompt = flags.prompt ?? Math.min(usual.prompt, contextLength);
  const generate = flags.generate ?? Math.min(usual.generate, contextLength);
  const session = model.createSession();
  const into = new Float32Array(config.vocab_size);
  const repeat = async (count: number, work: () => Promise<void>): Promise<Result["tokens_per_second"]> => {
    await work();
    const rates: number[] = [];
    for (let run = 0; run < flags.repetitions; run++) {
      const start = performance.now();
      await work();
      rates.push((count * 1000) / (performance.now() - start));
    }
    rates.sort((a, b) => a - b);
    const middle = rates.length / 2;
    const median = (rates[Math.ceil(middle) - 1]! + rates[Math.floor(middle)]!) / 2;
    return { median, min: rates[0]!, max: rates[rates.length - 1]! };
  };
  if (prompt > 0) {
    const ids = tokens(prompt, config.vocab_size);
    const speed = await repeat(prompt, () => evaluate(session, [ids], { signal, into }));
    const macs = layers + head / prompt;
    const gmac = (speed.median * macs) / 1e9;
    yield { test: `pp${prompt}`, threads, tokens_per_second: speed, gb_per_second: null, gmac_per_second: gmac };
  }
  if (generate > 0) {
    const ids = [...tokens(generate, config.vocab_size)].map((id) => [id]);
    const speed = await repeat(generate, () => evaluate(session, ids, { signal, into }));
    yield {
      test: `tg${generate}`,
      threads,
      tokens_per_second: speed,
      gb_per_second: (speed.median * model.bytesPerToken) / 1e9,
      gmac_per_second: (speed.median * (layers + head)) / 1e9,
    };
  }
  session.dispose();
}

/** Evaluates chunks of ids one after the other in an empty session; each ends with the logits of its last token. */
async function evaluate(session: Session, chunks: readonly number[][], options: EvaluateOptions): Promise<void> {
  session.reset();
  for (const ids of chunks) {
    options.signal?.throwIfAborted();
    await session.evaluate(ids, options);
  }
  options.signal?.throwIfAborted();
}

/** Token ids in a fixed order that looks random: what they are makes no difference to the speed. */
function tokens(count: number, vocabulary: number): number[] {
  return Array.from({ length: count }, (_, at) => (at * 7919 + 13) % vocabulary);
}

function host() {
  const cores = cpus();
  const cpu = cores[0]?.model.trim() ?? "unknown";
  return { cpu, cores: cores.length, platform: process.platform, arch: process.arch, ...runtimeVersions() };
}

function report(name: string, build: string, results: readonly Result[]): string {
  const { cpu, cores } = host();
  const rows = results.map(({ test, threads, tokens_per_second: { median, min, max }, ...rates }) => [
    test,
    String(threads),
    median.toFixed(1),
    `${min.toFixed(1)} to ${max.toFixed(1)}`,
    rates.gb_per_second?.toFixed(2) ?? "",
    rates.gmac_per_second.toFixed(2),
  ]);
  const head = ["test", "threads", "tokens/s", "range", "GB/s", "GMAC/s"];
  return `${name}, build ${build}, ${runtime()}, ${cpu} (${cores} cores)\n\n${table([head, ...rows], [1, 2, 3, 4, 5])}`;
}
