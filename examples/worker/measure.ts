// How much memory the worker takes with each model that fits, and how long its cold start is: npm run measure:worker, or only
// one of them: npm run measure:worker -- memory, npm run measure:worker -- start.
//
// Memory is the whole process (resident, Linux) beyond one with an empty worker: with the model loaded, when its context has been
// filled once, which touches every page of the plan, when sentences have then been asked of /api, which loads the embedded model
// beside it, and at most until then. Times are the least of some starts, taken in turns with an empty worker's, from the start of
// the process until the first answer begins: then the model is loaded.

import { mkdirSync, rmSync, statSync } from "node:fs";
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
export async function emptyMemory(v8Flags: readonly string[] = []): Promise<number> {
  const worker = await serve(emptyWorker, { v8Flags });
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
  readonly filled: number;
  readonly withApi: number;
  readonly most: number;
}

export interface Measuring {
  /** The model's file, whose tokenizer says how long a text has to be. */
  readonly file: string;
  /** The folder of its parts; left out, /complete runs the embedded model too. */
  readonly parts?: string;
  readonly vars?: Readonly<Record<string, string | number>>;
}

/**
 * Loads a model, fills the contexts of all of its sessions once, asks as many sentences of /api, and tells what the process took.
 * @throws Error with the worker's words where it refuses
 */
export async function measureMemory(modules: readonly WorkerModule[], measuring: Measuring): Promise<Measured> {
  const { file, parts, vars: given = {} } = measuring;
  const vars = { ...(parts && { MODEL: "assets:/manifest.json" }), SESSIONS: 1, ...given };
  const atOnce = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: Number(vars.SESSIONS) }, work));
  const empty = await emptyMemory();
  const worker = await serve(modules, { vars, ...(parts && { assets: parts }) });
  try {
    const { context } = await complete(worker, "a");
    const loaded = memoryOf(worker.pid).now - empty;
    const prompt = await promptOf(file, context - 8);
    await atOnce(() => complete(worker, prompt));
    const filled = memoryOf(worker.pid).now - empty;
    await atOnce(() => askApi(worker, "remind me to buy 12 eggs and some milk tomorrow"));
    const { now, most } = memoryOf(worker.pid);
    return { context, loaded, filled, withApi: now - empty, most: most - empty };
  } finally {
    await worker.stop();
  }
}

/** Text of as many tokens, or a few less. */
async function promptOf(file: string, tokens: number): Promise<string> {
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

async function askApi(worker: Served, text: string): Promise<void> {
  const response = await fetch(`${worker.url}/api`, { method: "POST", body: JSON.stringify({ text }) });
  const { error } = (await response.json()) as { readonly error?: { readonly message: string } };
  if (error) throw new Error(error.message);
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
      if (!response.ok) throw new Error(await response.text());
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

/** What wrangler.jsonc has. */
const limit = 82_000_000;

const mb = (bytes: number) => (bytes / 1e6).toFixed(1);

/**
 * Prints what README.md has, in Markdown: a table of the embedded model and of models with random weights, which are written into
 * `folder` meanwhile, and what the worker says of those that it refuses.
 */
async function tellMemory(modules: readonly WorkerModule[], folder: string): Promise<void> {
  const titles = [
    "model",
    "type",
    "file",
    "`SESSIONS`",
    "context",
    "plan",
    "loaded",
    "filled",
    "with `/api`",
    "at most",
  ];
  const rows = [titles, titles.map(() => "---")];
  const refusals: string[] = [];
  const tell = async (name: string, type: string, sessions: number, { file, parts }: Measuring) => {
    const cells = [name, type, mb(statSync(file).size), String(sessions)];
    try {
      const vars = { MEMORY_LIMIT: limit, SESSIONS: sessions, MAX_MS: 600_000 };
      const found = await measureMemory(modules, { file, ...(parts && { parts }), vars });
      const checkpoint = await openModel(file);
      const { memory } = describeModel(checkpoint, { kv: "f16", contextLength: found.context });
      await checkpoint.close();
      const bytes = [memory.total + (sessions - 1) * memory.kv, found.loaded, found.filled, found.withApi, found.most];
      rows.push([...cells, String(found.context), ...bytes.map(mb)]);
    } catch (error) {
      refusals.push(`- ${name} in ${type}, \`SESSIONS\` ${sessions}: ${(error as Error).message}`);
    }
  };
  await tell("embedded", "q4_0", 1, {
    file: fileURLToPath(new URL("../../models/lanky-api-4m-int4.gguf", import.meta.url)),
  });
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
    await splitModel(file, parts);
    for (const sessions of [1, 2]) await tell(name, type, sessions, { file, parts });
    rmSync(file);
    rmSync(parts, { recursive: true });
  }
  console.log(`MB beyond an empty worker, with a \`MEMORY_LIMIT\` of ${mb(limit)} MB:\n`);
  for (const cells of rows) console.log(`| ${cells.join(" | ")} |`);
  console.log(`\nRefused, in the worker's words:\n\n${refusals.join("\n")}`);
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
