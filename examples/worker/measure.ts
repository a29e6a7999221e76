// How much memory the worker takes with each model that fits, and how long its cold start is: npm run measure:worker, or only
// one of them: npm run measure:worker -- memory, npm run measure:worker -- start.
//
// Memory is the whole process (resident, Linux) beyond one with an empty worker: with the model loaded, at most while it was
// loaded, and when its context has been filled once, which touches every page of the plan. Times are the least of some starts,
// taken in turns with an empty worker's, from the start of the process until the first answer begins: then the model is loaded.

import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { mobilellmShapes, writeRandomModel } from "../../bench/random-model.js";
import { describeModel, loadModel, openModel, splitModel } from "../../src/node.js";
import {
  bundle,
  emptyWorker,
  linkedApp,
  memoryOf,
  processorMs,
  type Served,
  serve,
  type WorkerModule,
} from "./workerd.js";

/** The memory of a process with an empty worker that has answered. */
export async function emptyMemory(): Promise<number> {
  const worker = await serve(emptyWorker);
  try {
    await (await fetch(worker.url)).text();
    return memoryOf(worker.pid).now;
  } finally {
    await worker.stop();
  }
}

export interface Measured {
  readonly context: number;
  /** Bytes beyond an empty worker. */
  readonly loaded: number;
  readonly most: number;
  readonly filled: number;
}

/**
 * Loads a model from parts, fills its context once, and tells what the process took.
 * @throws Error with the worker's words where it refuses
 */
export async function measureParts(
  modules: readonly WorkerModule[],
  parts: string,
  file: string,
  vars: Readonly<Record<string, string | number>>,
): Promise<Measured> {
  const empty = await emptyMemory();
  const worker = await serve(modules, {
    vars: { MODEL: "assets:/manifest.json", SESSIONS: 1, ...vars },
    assets: parts,
  });
  try {
    const { context } = await complete(worker, "a");
    const loaded = memoryOf(worker.pid).now - empty;
    await complete(worker, await promptOf(file, context - 8));
    const { now, most } = memoryOf(worker.pid);
    return { context, loaded, most: most - empty, filled: now - empty };
  } finally {
    await worker.stop();
  }
}

/** Text of as many tokens, or a few less. */
async function promptOf(file: string, tokens: number): Promise<string> {
  const checkpoint = await openModel(file);
  await checkpoint.close();
  const model = await loadModel(file, { contextLength: 16, threads: 0 });
  const { length } = model.tokenizer.encode("word ".repeat(100));
  await model.dispose();
  return "word ".repeat(Math.floor((tokens * 100) / (length + 1)));
}

/** Reads a prompt and makes a token. */
async function complete(worker: Served, prompt: string): Promise<{ readonly context: number }> {
  const response = await fetch(`${worker.url}/complete`, {
    method: "POST",
    body: JSON.stringify({ prompt, maxTokens: 1 }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(JSON.parse(text).error.message);
  return JSON.parse(/event: done\ndata: (.*)/.exec(text)![1]!);
}

export interface ColdStart {
  /** Milliseconds from the start of the process until the first answer begins. */
  readonly elapsed: number;
  /** Milliseconds of processor time until then, of all threads; it says more where the machine has other work. */
  readonly processor: number;
}

/** The least of `rounds` starts, of an empty worker and of the example in turns. */
export async function coldStarts(
  modules: readonly WorkerModule[],
  rounds: number,
): Promise<{ readonly empty: ColdStart; readonly embedded: ColdStart }> {
  const none = { elapsed: Number.POSITIVE_INFINITY, processor: Number.POSITIVE_INFINITY };
  const least = { empty: none, embedded: none };
  const body = JSON.stringify({ messages: [{ role: "user", content: "wake me up at 7" }], maxTokens: 1 });
  for (let round = 0; round < rounds; round++) {
    for (const kind of ["empty", "embedded"] as const) {
      const worker = await serve(kind === "empty" ? emptyWorker : modules);
      const response = await fetch(`${worker.url}/complete`, { method: "POST", body });
      const elapsed = performance.now() - worker.began;
      const processor = processorMs(worker.pid);
      least[kind] = {
        elapsed: Math.min(least[kind].elapsed, elapsed),
        processor: Math.min(least[kind].processor, processor),
      };
      await response.text();
      await worker.stop();
    }
  }
  return least;
}

const mb = (bytes: number) => (bytes / 1e6).toFixed(1);

/** Prints a table of models, with random weights that are written into `folder` meanwhile. */
async function tellMemory(modules: readonly WorkerModule[], folder: string): Promise<void> {
  const rows = [["model", "type", "file", "context", "plan", "beyond empty: loaded", "at most", "filled"]];
  const row = (...cells: readonly (string | number)[]) => rows.push(cells.map(String));
  const limit = 80_000_000;
  for (const [name, shape, type, sharing] of [
    ["MobileLLM-125M", "125m", "q4_0", "none"],
    ["MobileLLM-LS-125M", "125m", "q4_0", "immediate"],
    ["MobileLLM-125M", "125m", "q8_0", "none"],
    ["MobileLLM-350M", "350m", "q4_0", "none"],
  ] as const) {
    const file = join(folder, `${name}-${type}.gguf`);
    const parts = join(folder, `${name}-${type}`);
    mkdirSync(parts);
    await writeRandomModel(file, mobilellmShapes[shape]!, type, { sharing });
    const { size } = await splitModel(file, parts);
    try {
      const found = await measureParts(modules, parts, file, { MEMORY_LIMIT: limit, MAX_MS: 600_000 });
      const checkpoint = await openModel(file);
      const { memory } = describeModel(checkpoint, { kv: "f16", contextLength: found.context });
      await checkpoint.close();
      row(name, type, mb(size), found.context, mb(memory.total), mb(found.loaded), mb(found.most), mb(found.filled));
    } catch (error) {
      row(name, type, mb(size), `refused: ${(error as Error).message}`);
    }
    rmSync(file);
    rmSync(parts, { recursive: true });
  }
  const widths = rows[0]!.map((_, column) =>
    Math.max(...rows.map((cells) => (cells.length > 4 ? (cells[column] ?? "") : "").length)),
  );
  console.log(`MB; random weights in these shapes, one session, KV in f16, MEMORY_LIMIT ${mb(limit)} MB`);
  for (const cells of rows)
    console.log(
      cells
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join("  ")
        .trimEnd(),
    );
}

async function tellColdStart(modules: readonly WorkerModule[]): Promise<void> {
  const { empty, embedded } = await coldStarts(modules, 20);
  const told = ({ elapsed, processor }: ColdStart) => `${elapsed.toFixed(0)} ms (processor ${processor.toFixed(0)})`;
  console.log(`cold start until an answer begins: empty worker ${told(empty)}, embedded model ${told(embedded)}`);
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  if (wanted.some((what) => what !== "memory" && what !== "start")) {
    console.error("usage: npm run measure:worker -- [memory] [start]");
    process.exit(2);
  }
  const app = linkedApp();
  try {
    const modules = bundle(app);
    if (wanted.length === 0 || wanted.includes("start")) await tellColdStart(modules);
    if (wanted.length === 0 || wanted.includes("memory")) await tellMemory(modules, app);
  } finally {
    rmSync(app, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
