// npm run bench:hosts: the same models on every host that there is: Node, another Node that --node names, Deno, Bun, workerd,
// Chromium; on one thread, and on several where a host has them.
//
//   load     from the question to where a token could be evaluated, the library being imported and the file in the
//            system's cache; in a new process each time. workerd and Chromium read the file over HTTP.
//   prefill  of 512 tokens, decode of 128, tokens a second: each host keeps the model loaded, rounds alternate
//   memory   resident in the host's process with the model and after its first texts, beyond what it was before loading
//
// The logits of all hosts are compared bit by bit before anything is timed.
//
//   npm run bench:hosts -- [--node PATH ...] [--models WORD] [--only LIST] [--rounds COUNT] [--lengths 512,128] [--keep]

import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { embeddedModel } from "../../src/node.js";
import { type PeerModel, peerModels } from "../peers/models.js";
import { Samples } from "../peers/samples.js";
import { describe, resultsPath, writeResults } from "../record.js";
import { findHosts, type HostKind, type Running, residentBytes } from "./hosts.js";
import { type HostResults, hostTable, ratiosOf, ratioTable, rowsOf } from "./report.js";

const { values: flags } = parseArgs({
  options: {
    node: { type: "string", multiple: true, default: [] },
    models: { type: "string", default: "" },
    only: { type: "string" },
    rounds: { type: "string", default: "5" },
    lengths: { type: "string", default: "512,128" },
    "models-dir": { type: "string", default: join(tmpdir(), "lanky-models") },
    keep: { type: "boolean", default: false },
  },
});

interface Model {
  readonly name: string;
  readonly file: string;
}

const rounds = wholeNumbers("--rounds", flags.rounds, 1)[0]!;
const [prompt, generate] = wholeNumbers("--lengths", flags.lengths, 2) as [number, number];
const contextLength = Math.max(prompt, generate) + 1;
const began = performance.now();

const tell = (message: string) =>
  process.stderr.write(`${((performance.now() - began) / 60000).toFixed(1).padStart(5)} min  ${message}\n`);

function wholeNumbers(flag: string, text: string, count: number): number[] {
  const numbers = text.split(",").map(Number);
  if (numbers.length === count && numbers.every((number) => Number.isInteger(number) && number > 0)) return numbers;
  console.error(`bench:hosts: ${flag} ${text}; expected ${count} whole number${count > 1 ? "s" : ""}, such as 512,128`);
  process.exit(2);
}

/** The embedded model and two of 125M, all in one folder, from which the hosts are served. */
async function findModels(folder: string, word: string): Promise<Model[]> {
  mkdirSync(folder, { recursive: true });
  const wanted = (name: string) => name.toLowerCase().includes(word.toLowerCase());
  const models: Model[] = [];
  if (wanted("embedded")) {
    const source = fileURLToPath(embeddedModel).replace(/\.gguf$/, "-int8.gguf");
    const file = basename(source);
    copyFileSync(source, join(folder, file));
    models.push({ name: "embedded, int8", file });
  }
  const random = await peerModels(folder, undefined, (name) => wanted(name) && !name.endsWith("F16"));
  return [...models, ...random.map(({ name, file }: PeerModel) => ({ name, file }))];
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Visits every host once a round, each round beginning one further on. */
async function inTurn<T>(all: readonly T[], visit: (one: T, round: number) => Promise<void>): Promise<void> {
  for (let round = 0; round < rounds; round++)
    for (let i = 0; i < all.length; i++) await visit(all[(i + round) % all.length]!, round);
}

const load = (host: Running, { threads }: HostKind, { file }: Model) =>
  seconds(() => host.ask("load", { source: file, threads, contextLength }));

async function measureLoad(model: Model, kinds: readonly HostKind[], folder: string, samples: Samples): Promise<void> {
  await inTurn(kinds, async (kind, round) => {
    const host = await kind.start(folder);
    try {
      const took = await load(host, kind, model);
      samples.add({ ...aboutSeries(model, kind), test: "load", unit: "seconds" }, round, took);
    } finally {
      await host.stop();
    }
  });
}

interface Check {
  readonly build: string;
  readonly threads: number;
  readonly logits: number;
}

interface Loaded {
  readonly kind: HostKind;
  readonly host: Running;
  readonly empty: number | undefined;
  readonly build: string;
  /** How often a test is repeated in one question. */
  prefills: number;
  decodes: number;
}

/** Loads the model everywhere. @throws Error where a host's logits differ from the first host's */
async function loadEverywhere(
  model: Model,
  kinds: readonly HostKind[],
  folder: string,
  loaded: Loaded[],
): Promise<void> {
  let expected: number | undefined;
  for (const kind of kinds) {
    const host = await kind.start(folder);
    const empty = await residentBytes(host);
    loaded.push({ kind, host, empty, build: "", prefills: 1, decodes: 1 }); // so that it is stopped if it does not load
    await load(host, kind, model);
    const { build, threads, logits } = await host.ask<Check>("check");
    if (threads !== kind.threads) throw new Error(`${kind.id} computes on ${threads} threads, not ${kind.threads}`);
    expected ??= logits;
    if (logits !== expected)
      throw new Error(`${model.name}: logits of ${kind.id} are not those of ${kinds[0]!.id}, bit for bit`);
    loaded.splice(-1, 1, { ...loaded.at(-1)!, build });
  }
}

/** Seconds of a question at least: its way there and back takes a millisecond. */
const least = 0.5;

/** Runs a test until the host's compilers have had their time. @returns how often it goes into `least` */
async function warmUp(host: Running, op: string, count: number): Promise<number> {
  const begun = performance.now();
  let took: number;
  do took = await seconds(() => host.ask(op, { count, times: 1 }));
  while (performance.now() - begun < 2000 * least);
  return Math.ceil(least / took);
}

/** Tokens a second. */
async function rate(host: Running, op: string, count: number, times: number): Promise<number> {
  return (count * times) / (await seconds(() => host.ask(op, { count, times })));
}

async function measureSpeed(model: Model, kinds: readonly HostKind[], folder: string, samples: Samples): Promise<void> {
  const loaded: Loaded[] = [];
  try {
    await loadEverywhere(model, kinds, folder, loaded);
    tell(`${model.name}: ${loaded.length} hosts have the same logits, bit for bit`);
    for (const one of loaded) {
      one.prefills = await warmUp(one.host, "prefill", prompt);
      one.decodes = await warmUp(one.host, "decode", generate);
    }
    await inTurn(loaded, async ({ kind, host, build, prefills, decodes }, round) => {
      await host.ask("decode", { count: 4, times: 1 }); // wakes threads, brings code and weights back
      const read = await rate(host, "prefill", prompt, prefills);
      const made = await rate(host, "decode", generate, decodes);
      const about = { ...aboutSeries(model, kind), build, unit: "tokens_per_second" } as const;
      samples.add({ ...about, test: "prefill" }, round, read);
      samples.add({ ...about, test: "decode" }, round, made);
      tell(
        `${model.name}, round ${round + 1} of ${rounds}, ${kind.id}: prefill ${read.toFixed(1)}, decode ${made.toFixed(1)}`,
      );
    });
    for (const { kind, host, empty, build } of loaded) {
      const full = await residentBytes(host);
      if (full === undefined || empty === undefined) continue;
      samples.add({ ...aboutSeries(model, kind), build, test: "memory", unit: "bytes" }, 0, full - empty);
    }
  } finally {
    await Promise.all(loaded.map(({ host }) => host.stop()));
  }
}

function aboutSeries({ name, file }: Model, { id, host, threads }: HostKind) {
  const type = /-(\w+)\.gguf$/.exec(file)?.[1] ?? "";
  return { model: name, type, kind: { id, engine: "lanky", host, threads } } as const;
}

const only = flags.only?.split(",");
const { hosts, missing } = findHosts(flags.node);
const kinds = hosts.filter(({ id, name }) => !only || only.some((word) => id === word || name.toLowerCase() === word));
for (const reason of missing) tell(`left out: ${reason}`);
if (kinds.length === 0) {
  console.error(`bench:hosts: no host is left of ${hosts.map(({ id }) => id).join(", ")}`);
  process.exit(2);
}
if (!existsSync(fileURLToPath(new URL("../../dist/node.js", import.meta.url)))) {
  console.error("bench:hosts: dist/ is missing; run npm run build first");
  process.exit(2);
}
const folder = flags["models-dir"];
const models = await findModels(folder, flags.models);
const samples = new Samples();
for (const model of models) {
  await measureLoad(model, kinds, folder, samples);
  await measureSpeed(model, kinds, folder, samples);
}
const results: HostResults = {
  ...describe("hosts"),
  rounds,
  lengths: { prompt, generate },
  skipped: missing,
  rows: rowsOf(samples, kinds),
  ratios: ratiosOf(samples, kinds),
};
console.log(`${hostTable(results)}\n${ratioTable(results)}`);
if (flags.keep) writeResults(resultsPath("hosts"), results);
