// lanky profile: the on-device table of MobileLLM (https://arxiv.org/abs/2402.14905, its section on on-device profiling)
// for this machine. What a user waits for, of a model, of its layer-shared twin and of the unshared twin of the same depth,
// and how near sharing comes to what it can save at most, its floor (profile-execute.ts).

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { type Checkpoint, convertModel, embeddedModel, openModel } from "../node.js";
import { UsageError } from "./failure.js";
import { interruptible } from "./interrupt.js";
import { type LoadFlags, modelHelp, sourceOf } from "./load.js";
import { integer, integers } from "./numbers.js";
import { print, printJson, tell } from "./output.js";
import { type Executed, execute, WARM } from "./profile-execute.js";
import { type LoadTimes, loadOnce } from "./profile-load.js";
import { type ProfileRow, report } from "./profile-report.js";
import { spreadOf } from "./spread.js";
import { kindsOfBlocks, mainType, type TwinKind, twinKinds } from "./twins.js";

/** Types that a model is profiled in, and what `convert` calls them. */
const converted = { f32: "f32", f16: "f16", bf16: "bf16", int8: "q8_0", int4: "q4_0" } as const;
type Weights = "file" | keyof typeof converted;

interface ProfileFlags extends Pick<LoadFlags, "ctx" | "kv" | "build"> {
  readonly weights: readonly Weights[];
  readonly threads: readonly number[];
  readonly generate: number;
  readonly repetitions: number;
  readonly json?: boolean;
}

export function addProfile(program: Command): void {
  const command = program
    .command("profile")
    .summary("what sharing layers costs: load, initialise, execute")
    .description(
      "Measure loading, initialising and executing a model, its layer-shared twin (the same weights, each block executed " +
        "twice) and the unshared twin of that depth (twice the weights), all derived from MODEL. Every load is a process " +
        "of its own; tokens of the models alternate. Medians.",
    )
    .argument("[MODEL]", modelHelp)
    .addOption(
      new Option("--weights <types>", "types of the weights: file, f32, f16, bf16, int8, int4, or several with commas")
        .argParser(weightTypes)
        .default(["file"], "file"),
    )
    .addOption(
      new Option("-t, --threads <counts>", "threads, such as 1,2").argParser(integers(1, 256)).default([1, 2], "1,2"),
    )
    .option("-n, --generate <tokens>", "tokens to time in a round", integer(1, 2 ** 16), 32)
    .option("-r, --repetitions <count>", "rounds, of loads and of tokens", integer(1, 1000), 5)
    .option(
      "--ctx <tokens>",
      "length of the context (default: what the model was made for, at most 2048)",
      integer(1, 2 ** 24),
    );
  command
    .addOption(new Option("--kv <type>", "precision of the KV cache (default: f32)").choices(["f32", "f16"]))
    .addOption(new Option("--build <name>", "force a build of the kernels").choices(["simd", "relaxed"]))
    .option("--json", "print one JSON object")
    .action(profile);
}

function weightTypes(text: string): Weights[] {
  const names = ["file", ...Object.keys(converted)];
  const list = text.split(",").map((name) => name.trim());
  if (!list.every((name) => names.includes(name)))
    throw new InvalidArgumentError(`Expected ${names.join(", ")}, or several of them with commas between.`);
  return [...new Set(list)] as Weights[];
}

async function profile(path: string | undefined, flags: ProfileFlags): Promise<void> {
  if (flags.threads.length === 0) throw new UsageError("-t is empty; give one count or several, such as 1,2");
  await interruptible(async (signal) => {
    const folder = mkdtempSync(join(tmpdir(), "lanky-profile-"));
    try {
      const rows: ProfileRow[] = [];
      let build = "";
      const seen = new Set<string>();
      for (const weights of flags.weights) {
        const file = await fileOf(path, weights, folder, signal);
        const checkpoint = await openModel(file, { signal });
        await checkpoint.close();
        checkLengths(checkpoint, flags);
        const type = mainType(checkpoint);
        if (seen.has(type)) continue;
        seen.add(type);
        for (const threads of flags.threads) {
          const { loads, executed } = await measure(file, checkpoint, type, threads, flags, signal);
          build = executed.build;
          if (!rows.some((row) => row.type === type && row.threads === executed.threads))
            rows.push(...rowsOf(checkpoint, type, loads, executed));
        }
      }
      const name = path ?? embeddedModel.pathname.replace(/^.*\//, "");
      if (flags.json) await printJson({ name, build, tokens: flags.generate, rows });
      else await print(report(name, build, rows));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

/**
 * The file to profile: MODEL itself, or a copy in `folder` where it has to be in another type or comes from an address. A
 * copy, so that what is timed is the loading of such a file and no conversion.
 */
async function fileOf(
  path: string | undefined,
  weights: Weights,
  folder: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const source = sourceOf(path);
  if (weights === "file" && !(source instanceof URL)) return source;
  tell(weights === "file" ? `fetching ${path}` : `converting to ${weights}`);
  const copy = join(folder, `${weights}.gguf`);
  const report = await convertModel(source ?? embeddedModel, copy, {
    ...(weights !== "file" && { type: converted[weights] }),
    signal,
  });
  for (const name of report.keptF16) tell(`${name}: its rows are no multiple of 32, so it is F16`);
  return copy;
}

function checkLengths({ name, config }: Checkpoint, { generate, ctx }: ProfileFlags): void {
  const longest = config.max_position_embeddings;
  if (ctx !== undefined && ctx > longest)
    throw new UsageError(`--ctx ${ctx}: expected 1 to ${longest}, for which ${name} was made`);
  const most = (ctx ?? longest) - WARM;
  if (generate > most)
    throw new UsageError(
      `-n ${generate}: with the ${WARM} before the clock runs, the context of ${name} holds ${most}; give at most that`,
    );
}

/** The loads of each twin, and the times of the tokens, for one type and number of threads. */
async function measure(
  file: string | undefined,
  checkpoint: Checkpoint,
  type: string,
  threads: number,
  { ctx, kv, build, generate, repetitions }: ProfileFlags,
  signal: AbortSignal,
): Promise<{ loads: Record<TwinKind, LoadTimes[]>; executed: Executed }> {
  const options = { ctx, kv, build, threads: threads === 1 ? 0 : threads };
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const args = given.flatMap(([option, value]) => [`--${option}`, String(value)]);
  const what = `${type}, ${threads === 1 ? "1 thread" : `${threads} threads`}`;
  const loads: Record<TwinKind, LoadTimes[]> = { base: [], shared: [], unshared: [] };
  await loadOnce(file, "unshared", args, signal); // the file is in the page cache from here on
  for (let round = 0; round < repetitions; round++) {
    for (const turn of twinKinds.keys()) {
      const kind = twinKinds[(turn + round) % twinKinds.length]!; // nobody is always the one after the largest
      loads[kind].push(await loadOnce(file, kind, args, signal));
    }
  }
  tell(`${what}: loaded each model ${repetitions === 1 ? "once" : `${repetitions} times`}`);
  const loading = { contextLength: ctx, kv, build, threads: options.threads, signal, onWarning: tell };
  const rounds = { rounds: repetitions, tokens: generate };
  const executed = await execute(file, kindsOfBlocks(checkpoint), loading, rounds);
  tell(`${what}: timed ${repetitions} ${repetitions === 1 ? "round" : "rounds"} of ${generate} tokens`);
  return { loads, executed };
}

function rowsOf(
  { config }: Checkpoint,
  type: string,
  loads: Record<TwinKind, readonly LoadTimes[]>,
  { times, threads, weights }: Executed,
): ProfileRow[] {
  const { num_hidden_layers: blocks, hidden_size, intermediate_size, vocab_size } = config;
  const shape = `${hidden_size}/${intermediate_size} x ${blocks}, vocabulary ${vocab_size}`;
  const starts = (kind: TwinKind) => loads[kind].map(({ load_ms, init_ms }) => load_ms + init_ms);
  const over = (values: readonly number[], others: readonly number[]) => spreadOf(values.map((v, i) => v / others[i]!));
  return twinKinds.map((kind): ProfileRow => {
    const spread = (field: keyof LoadTimes) => spreadOf(loads[kind].map((load) => load[field]));
    const row: ProfileRow = {
      model: kind,
      type,
      threads,
      shape,
      layers: kind === "base" ? blocks : 2 * blocks,
      weight_bytes: weights[kind],
      load_ms: spread("load_ms"),
      init_ms: spread("init_ms"),
      first_ms: spread("first_ms"),
      execute_ms: spreadOf(times[kind]),
      start_ratio: over(starts(kind), starts("base")),
      execute_ratio: over(times[kind], times.base),
    };
    if (kind !== "shared") return row;
    const floor = times.base.map((base, round) => base + times.inCache[round]!);
    return {
      ...row,
      floor_ms: spreadOf(floor),
      second_pass_ms: spreadOf(times.shared.map((shared, round) => shared - times.base[round]!)),
      in_cache_ms: spreadOf(times.inCache),
    };
  });
}
