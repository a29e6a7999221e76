// npm run bench:peers: lanky beside llama.cpp native and llama.cpp as WebAssembly (wllama), on the same files, alternating.
//
// Of each model: prefill of 512 tokens with the logits of the last, decode of 128 from an empty context, one and two
// threads; then loading, and decode at growing contexts. All as llama-bench counts: no sampling (but in wllama's decode,
// which cannot be had without), no text. Each engine has its defaults: llama.cpp keeps keys and values in f16 and chooses
// flash attention itself, lanky keeps them in f32, but in the tests of contexts, where both have f16.

import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { describe, readResults, resultsPath, writeResults } from "../record.js";
import { type EngineKind, findEngines, plainSimd } from "./engines.js";
import { type Course, type Lengths, measureCalls, measureContexts, measureLoad, measureSpeed } from "./measure.js";
import { longModel, type PeerModel, peerModels, tinyModel } from "./models.js";
import { measuredTable, type PeerRow, rowOf, targetTable } from "./report.js";
import { Samples } from "./samples.js";
import { type Target, targetsOf } from "./targets.js";

const parts = ["overhead", "speed", "load", "contexts"] as const;

interface Flags {
  readonly parts: readonly string[];
  readonly models?: string;
  readonly only?: readonly string[];
  readonly rounds: number;
  readonly contexts: readonly number[];
  readonly lengths: readonly number[];
  readonly wllamaLengths: readonly number[];
  readonly smollm2?: string;
  readonly modelsDir: string;
  readonly json?: string;
  readonly merge?: boolean;
}

interface Results {
  readonly models: readonly Omit<PeerModel, "path">[];
  readonly rounds: number;
  /** Engines and models that were missing, and what to do. */
  readonly skipped: readonly string[];
  /** Packages of bench/peers with their versions. */
  readonly peers: Readonly<Record<string, string>>;
  readonly lengths: Lengths;
  readonly wllama_lengths: Lengths;
  readonly rows: readonly PeerRow[];
  readonly ratios: readonly Target[];
}

const program: Command = new Command("bench:peers")
  .description("Compare lanky with llama.cpp native and with wllama, round by round.")
  .option("--parts <list>", `some of ${parts.join(",")}`, partList, [...parts])
  .option("--models <word>", "only models whose name has this word, such as Q8_0")
  .option("--only <list>", "only engines whose id or name is in the list, such as native-1,node26-1,wllama", words)
  .option("--rounds <count>", "how often each engine is visited", count, 5)
  .option("--contexts <list>", "lengths of context", counts, [128, 1024, 2048, 8192])
  .option("--lengths <list>", "tokens of prefill and decode", counts, [512, 128])
  .option("--wllama-lengths <list>", "the same for wllama, which needs a minute for the others", counts, [64, 32])
  .option("--smollm2 <file>", "SmolLM2-135M-Instruct in Q4_1 as GGUF (or the variable LANKY_SMOLLM2)")
  .option("--models-dir <folder>", "where made models are kept", join(tmpdir(), "lanky-models"))
  .option("--json <file>", "where results go (default, of a whole run: bench/results/peers.json)")
  .option("--merge", "keep what the file of results has of what this run does not measure")
  .action(compare);

async function compare(flags: Flags): Promise<void> {
  const started = performance.now();
  const minutes = () => ((performance.now() - started) / 60000).toFixed(1);
  const tell = (message: string) => process.stderr.write(`${minutes().padStart(5)} min  ${message}\n`);
  const has = (part: (typeof parts)[number]) => flags.parts.includes(part);
  const { engines, missing } = findEngines();
  const smollm2 = flags.smollm2 ?? process.env.LANKY_SMOLLM2;
  const skipped = [...missing];
  if (!smollm2) skipped.push("no SmolLM2; name its Q4_1 GGUF with --smollm2 or in the variable LANKY_SMOLLM2");
  for (const reason of skipped) tell(`skipped: ${reason}`);

  const kinds = engines.filter(
    ({ id, engine }) => !flags.only || flags.only.some((word) => [id, engine].includes(word)),
  );
  const word = flags.models?.toLowerCase() ?? "";
  const isWanted = (name: string) => name.toLowerCase().includes(word);
  const models = await peerModels(flags.modelsDir, smollm2, isWanted);
  if (kinds.length === 0) program.error(`no engine is left; there are ${engines.map(({ id }) => id).join(", ")}`);
  const course: Course = {
    rounds: flags.rounds,
    lengths: pair(flags.lengths),
    wllama: pair(flags.wllamaLengths),
    tell,
  };
  const samples = new Samples();
  const oneThread = (kind: EngineKind) => kind.threads === 1 && kind.engine !== "wllama";
  const used = [...models];
  if (has("overhead")) {
    const tiny = await tinyModel(flags.modelsDir);
    used.push(tiny);
    await measureCalls(tiny, kinds.filter(oneThread), course, samples);
  }
  if (has("speed")) {
    for (const [index, model] of models.entries()) {
      const before = performance.now();
      await measureSpeed(model, kinds, course, samples);
      const rest = ((performance.now() - before) / 60000) * (models.length - index - 1);
      if (rest > 0) tell(`about ${rest.toFixed(0)} min more for the other models`);
    }
  }
  if (has("load")) {
    for (const model of models) await measureLoad(model, kinds.filter(oneThread), course, samples);
  }
  if (has("contexts") && isWanted("contexts 125M Q8_0")) {
    const longest = Math.max(...flags.contexts);
    const model = await longModel(flags.modelsDir, "q8_0", Math.max(16384, 2 * longest));
    used.push(model);
    const commands = kinds.filter((kind) => oneThread(kind) && !kind.host.endsWith(plainSimd));
    await measureContexts(model, commands, flags.contexts, course, samples);
  }
  const targets = targetsOf(samples);
  console.log(`${measuredTable(samples)}\n\n${targetTable(targets)}\n\nMeasured in ${minutes()} min.`);

  const whole = flags.models === undefined && flags.only === undefined && flags.parts.length === parts.length;
  const path = flags.json ?? (whole || flags.merge ? resultsPath("peers") : undefined);
  if (path === undefined) {
    tell("a part of a run: results are kept only with --json or --merge");
    return;
  }
  const old = flags.merge ? readResults<Results>(path) : undefined;
  const rows = samples.series.map(rowOf);
  const results: Results & ReturnType<typeof describe> = {
    ...describe("peers"),
    rounds: flags.rounds,
    skipped,
    peers: peerVersions(),
    lengths: course.lengths,
    wllama_lengths: course.wllama,
    models: merged(
      old?.models,
      used.map(({ path: _, ...model }) => model),
      ({ name }) => name,
    ),
    rows: merged(old?.rows, rows, ({ model, host, threads, test }) => `${model} ${host} ${threads} ${test}`),
    ratios: merged(old?.ratios, targets, ({ target, host }) => `${target} ${host}`),
  };
  writeResults(path, results);
}

function peerVersions(): Results["peers"] {
  const text = readFileSync(new URL("package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { dependencies: Results["peers"] }).dependencies;
}

/** What is new, and what is old and not replaced by something new. */
function merged<T>(old: readonly T[] | undefined, found: readonly T[], key: (item: T) => string): T[] {
  const keys = new Set(found.map(key));
  return [...(old ?? []).filter((item) => !keys.has(key(item))), ...found];
}

function words(text: string): string[] {
  return text.split(",").filter(Boolean);
}

function partList(text: string): string[] {
  const list = words(text);
  const wrong = list.find((part) => !(parts as readonly string[]).includes(part));
  if (wrong !== undefined) throw new InvalidArgumentError(`there is no part ${wrong}; there are ${parts.join(", ")}`);
  return list;
}

function count(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError("expected a whole number from 1 on");
  return value;
}

function counts(text: string): number[] {
  return words(text).map(count);
}

function pair(lengths: readonly number[]): Lengths {
  const [prompt, generate] = lengths;
  if (prompt === undefined || generate === undefined) program.error("give two lengths, such as 512,128");
  return { prompt, generate };
}

await program.parseAsync();
