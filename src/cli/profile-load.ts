// One load of a model by a process that has done nothing before, for `lanky profile`: what V8 has compiled once it keeps
// for the next load of the same process, so a second load would measure less than a user waits for. Runs as a hidden
// command, which prints one JSON object.

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Command, Option } from "commander";
import { loadCheckpoint } from "../node.js";
import { interruptible } from "./interrupt.js";
import { addLoadOptions, type LoadFlags, sourceOf, toLoadOptions } from "./load.js";
import { printJson } from "./output.js";
import { prepareTwin, type TwinKind, twinKinds } from "./twins.js";

/** Milliseconds, from the first to the last in the order in which a user waits for them. */
export interface LoadTimes {
  /** Opening the file, reading its tensors, packing them. */
  readonly load_ms: number;
  /** The rest until the model can be used: compiling the kernels, taking memory, tables, threads, a session. */
  readonly init_ms: number;
  /** The first token's pass, in which V8 compiles what it has put off. */
  readonly first_ms: number;
}

const script = fileURLToPath(new URL("../../bin/lanky.js", import.meta.url));
const hidden = "profile-load";

export function addProfileLoad(program: Command): void {
  const command = program
    .command(hidden, { hidden: true })
    .description("Load a model once and print the times; `lanky profile` calls it.")
    .argument("[MODEL]")
    .addOption(
      new Option("--twin <kind>", "which of the models that profile compares").choices([...twinKinds]).default("base"),
    );
  addLoadOptions(command).action(measure);
}

async function measure(path: string | undefined, flags: LoadFlags & { readonly twin: TwinKind }): Promise<void> {
  await interruptible(async (signal) => {
    const { open, times } = await prepareTwin(sourceOf(path), flags.twin, signal);
    const start = performance.now();
    let packed = start;
    const onProgress = () => {
      packed = performance.now(); // called when rows have been packed: the last call is the end of reading
    };
    const model = await loadCheckpoint(open(), { ...toLoadOptions(flags), signal, onProgress });
    const session = model.createSession();
    const loaded = performance.now();
    await session.evaluate([Math.min(1, model.config.vocab_size - 1)], { signal });
    const load_ms = times.opened - start + (packed - times.reading);
    const measured: LoadTimes = {
      load_ms,
      init_ms: loaded - start - load_ms,
      first_ms: performance.now() - loaded,
    };
    await model.dispose();
    await printJson(measured);
  });
}

/**
 * Loads a twin in a process of its own.
 * @param args options of `lanky run` that concern loading, such as --threads
 * @throws Error with what the process said, without its "lanky: "; the signal's reason if it aborts
 */
export function loadOnce(
  path: string | undefined,
  twin: TwinKind,
  args: readonly string[],
  signal: AbortSignal,
): Promise<LoadTimes> {
  return new Promise((resolve, reject) => {
    const model = path === undefined ? [] : [path];
    const child = spawn(
      process.execPath,
      [...process.execArgv, script, hidden, "--twin", twin, ...args, "--", ...model],
      {
        stdio: ["ignore", "pipe", "pipe"],
        signal,
      },
    );
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.once("error", reject);
    child.once("close", (code, killed) => {
      if (signal.aborted) reject(signal.reason);
      else if (code === 0) resolve(JSON.parse(stdout) as LoadTimes);
      else
        reject(
          new Error(stderr.trim().replace(/^lanky: /, "") || `the process that loads it ended with ${killed ?? code}`),
        );
    });
  });
}
