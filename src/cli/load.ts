// Opening the model that a command line names, with the options that every command that computes shares, and a bar on
// the terminal while the weights come in.

import type { SingleBar } from "cli-progress";
import { type Command, Option } from "commander";
import { type LoadOptions, loadModel, type Model } from "../node.js";
import { UsageError } from "./failure.js";
import { integer, size } from "./numbers.js";
import { bytes, tell } from "./output.js";

/** What commander makes of the options below. */
export interface LoadFlags {
  readonly ctx?: number;
  readonly threads?: number;
  readonly weights: NonNullable<LoadOptions["weights"]>;
  readonly kv?: NonNullable<LoadOptions["kv"]>;
  readonly build?: NonNullable<LoadOptions["build"]>;
  readonly memoryLimit?: number;
}

const weightTypes = ["file", "f32", "f16", "bf16", "int8", "int4"];

/** Help text of the argument MODEL. */
export const modelHelp = "a .gguf or llama2.c .bin file, or a folder with config.json (default: the embedded model)";

/** Adds --weights, --kv, --memory-limit and --build. */
export function addMemoryOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--weights <type>", "precision of the weights; file keeps the file's")
        .choices(weightTypes)
        .default("file"),
    )
    .addOption(new Option("--kv <type>", "precision of the KV cache (default: f32)").choices(["f32", "f16"]))
    .option(
      "--memory-limit <bytes>",
      "take the longest context that fits into this much memory, with K, M or G for KiB, MiB or GiB; refuse a model that does not",
      size(65536, 2 ** 53),
    )
    .addOption(
      new Option("--build <name>", "force a build of the kernels (default: the fastest that runs here)").choices([
        "simd",
        "relaxed",
      ]),
    );
}

/** Adds --ctx, --threads and what addMemoryOptions does. */
export function addLoadOptions(command: Command): Command {
  return addMemoryOptions(
    command
      .option(
        "--ctx <tokens>",
        "length of the context (default: what the model was made for, at most 2048)",
        integer(1, 2 ** 24),
      )
      .option(
        "--threads <count>",
        "worker threads; 0 computes on the calling thread (default: one for each core, none for small models)",
        integer(0, 256),
      ),
  );
}

/**
 * MODEL as the library takes it: a path, an address, or undefined for the embedded model.
 * @throws UsageError for what starts like an address and is none
 */
export function sourceOf(model: string | undefined): string | URL | undefined {
  if (model === undefined || !/^https?:\/\//.test(model)) return model;
  if (!URL.canParse(model)) throw new UsageError(`${model} is no valid address; expected https://HOST/PATH`);
  return new URL(model);
}

/** What the library says about the context that --ctx asked for, as wrong usage; any other error as it is. */
export function namingCtx(error: unknown): unknown {
  const found = error instanceof RangeError ? /\bcontext length (\d+: expected .*)$/s.exec(error.message) : null;
  return found === null ? error : new UsageError(`--ctx ${found[1]}`, { cause: error });
}

export function toLoadOptions(flags: Partial<LoadFlags>): LoadOptions {
  const { ctx, threads, weights, kv, build, memoryLimit } = flags;
  return {
    ...(ctx !== undefined && { contextLength: ctx }),
    ...(threads !== undefined && { threads }),
    ...(weights !== undefined && { weights }),
    ...(kv !== undefined && { kv }),
    ...(build !== undefined && { build }),
    ...(memoryLimit !== undefined && { memoryLimit }),
  };
}

/** Milliseconds before a load is worth a bar. */
const patience = 250;

/**
 * Loads the model that `model` names, with a progress bar if stderr is a terminal and it takes a while.
 * @returns the model, which the caller disposes of, and the time it took in milliseconds
 */
export async function load(
  model: string | undefined,
  flags: Partial<LoadFlags>,
  signal: AbortSignal,
): Promise<{ model: Model; loadMs: number }> {
  const start = performance.now();
  const bar = process.stderr.isTTY ? progressBar("loading") : undefined;
  try {
    const options: LoadOptions = {
      ...toLoadOptions(flags),
      signal,
      onWarning: tell,
      ...(bar !== undefined && { onProgress: ({ loaded, total }) => bar.update(loaded, total) }),
    };
    const loaded = await loadModel(sourceOf(model), options);
    if (flags.memoryLimit !== undefined)
      tell(`a context of ${loaded.contextLength} tokens, in ${bytes(loaded.bytes)} of memory`);
    const loadMs = performance.now() - start;
    // On Node 20, models in floats get the plain build because they gain nothing from the other.
    const inFloats = loaded.memory.weights > 1.5 * loaded.parameters.stored;
    const byChoice = inFloats && process.versions.v8?.startsWith("11.3.");
    if (flags.build === undefined && loaded.build === "simd" && !byChoice)
      tell("lanky: this host has no relaxed SIMD, or one that errs; computing with plain SIMD, the same bits, slower");
    return { model: loaded, loadMs };
  } catch (error) {
    throw namingCtx(error);
  } finally {
    bar?.stop();
  }
}

/**
 * A bar in bytes on stderr that appears when the work has taken a while; what draws it is loaded only then. `total` may be
 * unknown.
 */
export function progressBar(verb: string): {
  update(done: number, total: number | undefined): void;
  stop(): void;
} {
  const start = performance.now();
  let bar: SingleBar | undefined;
  let wanted = false;
  let stopped = false;
  const open = async (total: number, done: number): Promise<void> => {
    const { Presets, SingleBar } = await import("cli-progress");
    if (stopped) return;
    const format = `${verb} {bar} {percentage}% of {size}`;
    bar = new SingleBar({ format, stream: process.stderr, clearOnComplete: true, hideCursor: true }, Presets.legacy);
    bar.start(total, done, { size: bytes(total) });
  };
  return {
    update(done, total) {
      if (performance.now() - start < patience) return;
      if (!wanted) void open(total ?? done, done);
      wanted = true;
      if (total !== undefined) bar?.setTotal(total);
      bar?.update(done, { size: bytes(total ?? done) });
    },
    stop() {
      stopped = true;
      bar?.stop();
    },
  };
}
