// What tests of whole models share: the committed models and their answers, the builds that this host runs, and the
// engine alone, for tests that want every logit of every position and batches that no session would make.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import * as assert from "uvu/assert";
import type { Checkpoint } from "../../src/checkpoint.js";
import { Engine } from "../../src/engine/engine.js";
import { hasRelaxedSimd } from "../../src/engine/features.js";
import type { Build } from "../../src/engine/kernels.js";
import { planMemory, weightTypeOf } from "../../src/engine/plan.js";
import { createSchedule } from "../../src/engine/schedule.js";
import { transcode } from "../../src/formats/transcode.js";
import { compileKernels, type LoadOptions, loadModel, type Model, openModel } from "../../src/node.js";

// As bin/lanky.js does it; later versions have relaxed SIMD on, and no such flag.
if (process.versions.node.startsWith("20.")) setFlagsFromString("--experimental-wasm-relaxed-simd");

/** The builds that this host runs. */
export const builds: readonly Build[] = hasRelaxedSimd() ? ["simd", "relaxed"] : ["simd"];
if (builds.length === 1) console.log("skipped: the relaxed build, whose instructions this host refuses");

const root = new URL("../fixtures/", import.meta.url);

/** Answers of other programs; test/fixtures/README.md explains the fields. */
export interface Answers {
  readonly ids: readonly number[];
  readonly schedule?: readonly number[];
  readonly vocabulary?: string;
  readonly logprobs?: readonly number[];
  readonly reference_logprobs: readonly number[];
  readonly reference_last_logprobs: readonly number[];
  readonly int8_lanky_logprobs?: readonly number[];
  readonly greedy?: { readonly ids: readonly number[]; readonly margins?: readonly number[]; readonly text?: string };
  readonly reference_greedy: Greedy;
  readonly other_schedules?: readonly {
    readonly schedule: readonly number[];
    readonly reference_logprobs: readonly number[];
  }[];
  readonly chats?: readonly {
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly prompt: string;
    readonly ids_parsed: readonly number[];
  }[];
}

export interface Greedy {
  readonly prompt_ids: readonly number[];
  readonly ids: readonly number[];
  readonly margins: readonly number[];
}

/** One entry of index.json. */
export interface Fixture {
  readonly path: string;
  readonly kind: string;
  readonly expected: string;
  readonly tolerance: "exact" | "int8" | "exact ids";
  /** Of the answering tool from the float64 reference. */
  readonly distance?: { readonly mean: number; readonly max: number };
}

/** The committed models. */
export const models: readonly Fixture[] = (readFixture("index.json") as { fixtures: Fixture[] }).fixtures.filter(
  ({ kind }) => kind === "gguf model" || kind === "hugging face directory" || kind === "llama2.c model",
);

/** One GGUF of every type that weights are held in. */
export const oneOfEachType: readonly string[] = [
  "gguf/f32-tied.gguf",
  "gguf/f16-separate.gguf",
  "gguf/bf16-tied.gguf",
  "gguf/q8_0-tied.gguf",
  "gguf/q4_0-separate.gguf",
  "gguf/q4_1-tied.gguf",
  "gguf/q4_1-with-q8_0.gguf",
];

/** A JSON file of the fixtures. */
export function readFixture(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, root), "utf8"));
}

export function answersOf(path: string): Answers {
  const fixture = models.find((model) => model.path === path);
  if (!fixture) throw new Error(`${path} is not in test/fixtures/index.json`);
  return readFixture(fixture.expected) as Answers;
}

export function fixturePath(path: string): string {
  return fileURLToPath(new URL(path, root));
}

export function fixtureBytes(path: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(path, root)));
}

/** Loads a committed model, lets `use` have it and disposes of it. */
export async function withModel<T>(
  path: string,
  options: LoadOptions,
  use: (model: Model) => T | Promise<T>,
): Promise<T> {
  const model = await loadModel(fixturePath(path), options);
  try {
    return await use(model);
  } finally {
    await model.dispose();
  }
}

export interface EngineOptions {
  readonly build?: Build;
  readonly kv?: "f32" | "f16";
  readonly context?: number;
  readonly batch?: number;
}

/** The engine of a committed model or an opened checkpoint, without sessions; every position of a batch can have logits. */
export async function openEngine(source: string | Checkpoint, options: EngineOptions = {}): Promise<Engine> {
  const { build = "simd", kv = "f32", context = 256, batch = 64 } = options;
  const checkpoint = typeof source === "string" ? await openModel(fixturePath(source)) : source;
  const { config, tensors, blocks, name } = checkpoint;
  const types = new Map(tensors.map((info) => [`${info.block} ${info.role}`, weightTypeOf[info.type]]));
  const schedule = createSchedule(blocks, config.num_hidden_layers);
  const sizes = { context, kv, batch, outputs: batch, threads: 0 };
  const plan = planMemory(config, schedule, (role, block) => types.get(`${block} ${role}`)!, sizes);
  try {
    const weights = transcode(checkpoint.readTensors(), ({ role, type }) => (role.endsWith("norm") ? "F32" : type));
    return await Engine.create(plan, await compileKernels(build), weights, { file: name });
  } finally {
    await checkpoint.close();
  }
}

/** Evaluates ids in pieces of the given sizes (the last one repeats), from position 0 of a cache. [ids, vocabulary] */
export async function logitsOf(
  engine: Engine,
  ids: readonly number[],
  sizes: readonly number[] = [engine.plan.batch],
  cache: number = engine.allocateCache(),
): Promise<Float32Array> {
  const { vocabulary } = engine.plan;
  const all = new Float32Array(ids.length * vocabulary);
  for (let from = 0, piece = 0; from < ids.length; piece++) {
    const part = ids.slice(from, from + (sizes[piece] ?? sizes.at(-1)!));
    await engine.evaluate(
      part.map((token, i) => ({ token, position: from + i, cache })),
      part.map((_, i) => i),
      () =>
        part.forEach((_, i) => {
          all.set(engine.logits(i), (from + i) * vocabulary);
        }),
    );
    from += part.length;
  }
  engine.freeCache(cache);
  return all;
}

/** The bits of some floats, in 16 hexadecimal digits; the same on every host whose floats are the same. */
export function digest(floats: Float32Array): string {
  const words = new DataView(new ArrayBuffer(floats.length * 4));
  for (const [i, value] of floats.entries()) words.setFloat32(i * 4, value, true);
  return createHash("sha256").update(new Uint8Array(words.buffer)).digest("hex").slice(0, 16);
}

/** @throws an assertion that says where the bits first differ */
export function sameBits(actual: Float32Array, expected: Float32Array, what: string): void {
  assert.is(actual.length, expected.length, `${what}: length`);
  const at = actual.findIndex((value, i) => !Object.is(value, expected[i]));
  if (at >= 0) assert.unreachable(`${what}: logit ${at} is ${actual[at]}, not ${expected[at]}`);
}

/** Mean, median and largest of |a - b|. */
export function distance(a: ArrayLike<number>, b: ArrayLike<number>): { mean: number; median: number; max: number } {
  assert.is(a.length, b.length, "as many numbers as expected");
  const all = Array.from(a, (value, i) => Math.abs(value - b[i]!)).sort((x, y) => x - y);
  assert.ok(all.every(Number.isFinite), "all of them numbers");
  return {
    mean: all.reduce((sum, value) => sum + value, 0) / all.length,
    median: all[all.length >> 1]!,
    max: all.at(-1)!,
  };
}
