// The worker example as the tests of it need it: bundled once with the packed library, models to run, answers of Node to
// compare with, and a client that reads its streams.

import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { mobile125m, type RandomType, writeRandomModel } from "../../bench/random-model.js";
import { bundle, type Served, type WorkerModule } from "../../examples/worker/workerd.js";
import type { ModelConfig } from "../../src/checkpoint.js";
import { appFolder, root } from "./packed.js";

let folder: Promise<string> | undefined;
let bundled: WorkerModule[] | undefined;

/** A folder of this process in the packed app. */
export function workerFolder(): Promise<string> {
  folder ??= appFolder("worker");
  return folder;
}

export async function workerModules(): Promise<WorkerModule[]> {
  bundled ??= bundle(await workerFolder());
  return bundled;
}

/** The library in Node, as built: the answers that a worker must give. */
export const lanky = (await import(
  pathToFileURL(join(root, "dist", "node.js")).href
)) as typeof import("../../src/node.js");

/** A shape whose tokens take a millisecond or so. */
export const smallShape: ModelConfig = {
  ...mobile125m,
  hidden_size: 192,
  intermediate_size: 512,
  num_hidden_layers: 6,
  num_attention_heads: 3,
  num_key_value_heads: 1,
  vocab_size: 4000,
};

/** One whose tokens take some milliseconds, and a prompt a second or more. */
export const slowShape: ModelConfig = { ...mobile125m, num_hidden_layers: 10, vocab_size: 4000 };

export interface SplitModel {
  readonly file: string;
  /** Has manifest.json and the parts. */
  readonly parts: string;
  readonly partFiles: readonly string[];
  readonly size: number;
}

/** Writes a model of random weights, and its parts. */
export async function makeModel(
  name: string,
  shape: ModelConfig,
  type: RandomType,
  partSize?: number,
): Promise<SplitModel> {
  const file = join(await workerFolder(), `${name}.gguf`);
  const parts = join(await workerFolder(), name);
  mkdirSync(parts);
  await writeRandomModel(file, shape, type);
  const manifest = await lanky.splitModel(file, parts, { partSize });
  return { file, parts, partFiles: manifest.parts.map((part) => part.file), size: manifest.size };
}

export function post(
  worker: Pick<Served, "url">,
  path: string,
  body: unknown,
  signal?: AbortSignal,
): Promise<Response> {
  return fetch(`${worker.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
    signal: signal ?? null,
  });
}

export interface Event {
  readonly name: string;
  readonly data: {
    readonly text?: string;
    readonly id?: number;
    readonly logprob?: number;
    readonly finish_reason?: string;
    readonly context?: number;
    readonly message?: string;
  };
}

/** The server-sent events of an answer, as they come. */
export async function* eventsOf(response: Response): AsyncGenerator<Event, void, undefined> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of response.body!) {
    const events = (rest + decoder.decode(chunk, { stream: true })).split("\n\n");
    rest = events.pop()!;
    for (const event of events) {
      if (event.startsWith(":")) continue; // a sign of life
      const fields = new Map(event.split("\n").map((line) => line.split(/: (.*)/s) as [string, string]));
      yield { name: fields.get("event") ?? "message", data: JSON.parse(fields.get("data")!) };
    }
  }
}

export async function allEvents(response: Response): Promise<Event[]> {
  const events: Event[] = [];
  for await (const event of eventsOf(response)) events.push(event);
  return events;
}

/** Milliseconds of processor time that a process has taken, to 10. */
export function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Different sentences that the embedded model makes calls of. */
export function sentences(count: number): string[] {
  const rooms = ["kitchen", "bedroom", "garage", "bathroom", "living room"];
  const kinds = [
    (i: number) => `set a timer for ${2 + (i % 50)} minutes`,
    (i: number) => `turn on the light in the ${rooms[i % rooms.length]}`,
    (i: number) => `wake me up at ${1 + (i % 11)}:${10 + (i % 49)}`,
    (i: number) => `remind me to buy ${2 + i} eggs tomorrow`,
    (i: number) =>
      `what will the weather be in ${["Rome", "Oslo", "Lima", "Cairo"][i % 4]} ${i % 2 ? "today" : "tomorrow"}`,
  ];
  return Array.from({ length: count }, (_, i) => kinds[i % kinds.length]!(i));
}
