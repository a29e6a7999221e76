// The measurements of bench:hosts, on one model after the other. A host that fails is left out of what remains of that model
// and named; what it has given before stays, and the others go on.

import { Samples } from "../peers/samples.js";
import { type HostKind, type Running, residentBytes } from "./hosts.js";

/** A file in the folder that the hosts are served from. */
export interface Model {
  /** "embedded, int8" */
  readonly name: string;
  readonly file: string;
  readonly bytes: number;
}

export interface Plan {
  readonly kinds: readonly HostKind[];
  readonly folder: string;
  readonly rounds: number;
  /** Tokens of the two tests. */
  readonly prompt: number;
  readonly generate: number;
  /** Milliseconds after which a host that does not answer counts as failed. */
  readonly patience: number;
  readonly tell: (message: string) => void;
}

/** What there is after each step. */
export interface Measured {
  readonly samples: Samples;
  /** "125M Q8_0, bun-2: prefill: ..." */
  readonly failures: readonly string[];
}

/** A host with the model in it. */
interface Loaded {
  readonly kind: HostKind;
  readonly host: Running;
  /** Bytes in memory before loading. */
  readonly empty: number | undefined;
  readonly build: string;
  /** How often a test is repeated in one question. */
  readonly prefills: number;
  readonly decodes: number;
  /** Seconds that a round takes. */
  readonly round: number;
}

/** Seconds of a question at least: its way there and back takes a millisecond. */
const least = 0.5;

/** Compilers get so many seconds for each test before it is timed. */
const warming = 2 * least;

/** Minutes that it will take, roughly: from what hosts took on two cores of a server that did nothing else. */
export function minutesFor(models: readonly Model[], { kinds, rounds, prompt, generate }: Plan): number {
  const start = (kind: HostKind) => (kind.name === "Chromium" ? 1.5 : 0.5);
  const seconds = models.flatMap(({ bytes }) =>
    kinds.map((kind) => {
      const load = start(kind) + bytes / 5e8;
      const passes = [(prompt * bytes) / 2.5e10, (generate * bytes) / 8e9];
      const speed = passes.reduce((sum, pass) => sum + Math.max(warming, pass) + rounds * Math.max(least, pass), 0);
      return (rounds + 1) * load + speed;
    }),
  );
  return seconds.reduce((sum, one) => sum + one, 0) / 60;
}

/** Measures all hosts on all models; yields what there is whenever there is more. */
export async function* measure(models: readonly Model[], plan: Plan): AsyncGenerator<Measured> {
  const samples = new Samples();
  const failures: string[] = [];
  for (const model of models) {
    const dropped = new Set<HostKind>();
    /** What `work` gives; undefined where it failed, now or before. */
    const attempt = async <T>(kind: HostKind, work: () => Promise<T>): Promise<T | undefined> => {
      if (dropped.has(kind)) return undefined;
      try {
        return await work();
      } catch (error) {
        dropped.add(kind);
        const { message } = error as Error; // with the host's stack below
        failures.push(`${model.name}, ${kind.id}: ${message.split("\n")[0]}`);
        plan.tell(`FAILED ${model.name}, ${kind.id}: ${message}`);
        return undefined;
      }
    };
    for (const { one, round } of inTurn(plan.kinds, plan.rounds)) {
      await attempt(one, () => timeLoad(model, one, round, plan, samples));
      yield { samples, failures };
    }
    const loaded: Loaded[] = [];
    try {
      let expected: { readonly id: string; readonly logits: number } | undefined;
      for (const kind of plan.kinds) {
        const one = await attempt(kind, async () => {
          const host = await start(kind, plan);
          return orStop(host, async () => {
            const empty = await residentBytes(host);
            await host.ask("load", loading(model, kind, plan));
            const { build, threads, logits } = await host.ask<Check>("check");
            if (threads !== kind.threads) throw new Error(`computes on ${threads} threads, not ${kind.threads}`);
            expected ??= { id: kind.id, logits };
            if (logits !== expected.logits) throw new Error(`its logits are not those of ${expected.id}, bit for bit`);
            const prefill = await warmUp(host, "prefill", plan.prompt);
            const decode = await warmUp(host, "decode", plan.generate);
            const round = prefill.seconds * prefill.times + decode.seconds * decode.times;
            return { kind, host, empty, build, prefills: prefill.times, decodes: decode.times, round };
          });
        });
        if (one) loaded.push(one);
      }
      const minutes = (plan.rounds * loaded.reduce((sum, { round }) => sum + round, 0)) / 60;
      plan.tell(
        `${model.name}: ${loaded.length} hosts, the same logits bit for bit; ${minutes.toFixed(1)} min for speed`,
      );
      for (const { one, round } of inTurn(loaded, plan.rounds)) {
        const timed = timeSpeed.bind(undefined, model, one, round, plan, samples);
        await attempt(one.kind, () => orStop(one.host, timed));
        yield { samples, failures };
      }
      for (const { kind, host, empty, build } of loaded) {
        const full = dropped.has(kind) ? undefined : await residentBytes(host);
        if (full === undefined || empty === undefined) continue;
        samples.add({ ...series(model, kind), build, test: "memory", unit: "bytes" }, 0, full - empty);
      }
      yield { samples, failures };
    } finally {
      await Promise.all(loaded.map(({ host }) => host.stop()));
    }
  }
}

interface Check {
  readonly build: string;
  readonly threads: number;
  readonly logits: number;
}

/** Every host once a round, each round beginning one further on. */
function* inTurn<T>(all: readonly T[], rounds: number): Generator<{ readonly one: T; readonly round: number }> {
  for (let round = 0; round < rounds; round++)
    for (let i = 0; i < all.length; i++) yield { one: all[(i + round) % all.length]!, round };
}

/** One that has failed may still compute, beside the others. */
async function orStop<T>(host: Running, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await host.stop();
    throw error;
  }
}

/** A host whose questions fail when they are not answered in time. */
async function start(kind: HostKind, { folder, patience }: Plan): Promise<Running> {
  const starting = kind.start(folder);
  const host = await inTime(starting, patience, "it has not started").catch((error) => {
    starting.then((late) => late.stop()).catch(() => {});
    throw error;
  });
  return { ...host, ask: (op, args) => inTime(host.ask(op, args), patience, `${op} is not answered`) };
}

async function inTime<T>(work: Promise<T>, patience: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} within ${patience / 1000} s`)), patience);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

const loading = ({ file }: Model, { threads }: HostKind, { prompt, generate }: Plan) => ({
  source: file,
  threads,
  contextLength: Math.max(prompt, generate) + 1,
});

async function timeLoad(model: Model, kind: HostKind, round: number, plan: Plan, samples: Samples): Promise<void> {
  const host = await start(kind, plan);
  try {
    const took = await seconds(() => host.ask("load", loading(model, kind, plan)));
    samples.add({ ...series(model, kind), test: "load", unit: "seconds" }, round, took);
  } finally {
    await host.stop();
  }
}

async function timeSpeed(model: Model, one: Loaded, round: number, plan: Plan, samples: Samples): Promise<void> {
  const { kind, host, build, prefills, decodes } = one;
  await host.ask("decode", { count: 4, times: 1 }); // wakes threads, brings code and weights back
  const read = await rate(host, "prefill", plan.prompt, prefills);
  const made = await rate(host, "decode", plan.generate, decodes);
  const about = { ...series(model, kind), build, unit: "tokens_per_second" } as const;
  samples.add({ ...about, test: "prefill" }, round, read);
  samples.add({ ...about, test: "decode" }, round, made);
  const figures = `prefill ${read.toFixed(1)}, decode ${made.toFixed(1)}`;
  plan.tell(`${model.name}, round ${round + 1} of ${plan.rounds}, ${kind.id}: ${figures}`);
}

/** Runs a test until the host's compilers have had their time. @returns what it takes, and how often it goes into `least` */
async function warmUp(host: Running, op: string, count: number): Promise<{ seconds: number; times: number }> {
  const begun = performance.now();
  let took: number;
  do took = await seconds(() => host.ask(op, { count, times: 1 }));
  while (performance.now() - begun < 1000 * warming);
  return { seconds: took, times: Math.ceil(least / took) };
}

/** Tokens a second. */
async function rate(host: Running, op: string, count: number, times: number): Promise<number> {
  return (count * times) / (await seconds(() => host.ask(op, { count, times })));
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

function series({ name, file }: Model, { id, host, threads }: HostKind) {
  const type = /-(\w+)\.gguf$/.exec(file)?.[1] ?? "";
  return { model: name, type, kind: { id, engine: "lanky", host, threads } } as const;
}
