// The rounds. Every engine keeps the model loaded in a process of its own and sleeps while the others run; each round
// visits each engine once, and begins one engine further on than the round before.

import { cpuSeconds } from "./cpu-time.js";
import { type EngineKind, type Running, start } from "./engines.js";
import type { PeerModel } from "./models.js";
import type { Samples } from "./samples.js";

/** Tokens of a test. */
export interface Lengths {
  readonly prompt: number;
  readonly generate: number;
}

export interface Course {
  readonly rounds: number;
  readonly lengths: Lengths;
  /** wllama is so slow that it is tested with fewer tokens, which favours it: attention costs less. */
  readonly wllama: Lengths;
  /** Hears what goes on. */
  readonly tell: (message: string) => void;
}

interface About {
  readonly rss: number;
  readonly build?: string;
  readonly threads?: number;
  readonly memory?: { readonly weights: number; readonly kv: number };
}

interface Warm extends Running {
  readonly build: string | undefined;
  /** Processor time and clock when its last test ended, seconds. */
  left?: { readonly cpu: number; readonly clock: number };
  /** Both, summed over the time between its tests. */
  idle?: { readonly cpu: number; readonly clock: number };
}

const clock = () => performance.now() / 1000;

/** Prefill and decode of one model: tests "pp512" and "tg128" (whatever the lengths are), and memory. */
export async function measureSpeed(
  model: PeerModel,
  kinds: readonly EngineKind[],
  { rounds, lengths, wllama, tell }: Course,
  samples: Samples,
): Promise<void> {
  const lengthsFor = ({ engine }: EngineKind) => (engine === "wllama" ? wllama : lengths);
  const contextLength = Math.max(lengths.prompt, lengths.generate);
  await withEngines(kinds, model, { contextLength }, async (running) => {
    for (const engine of running) {
      const { prompt, generate } = lengthsFor(engine.kind);
      await engine.ask("test", { kind: "prefill", count: prompt });
      await engine.ask("test", { kind: "decode", count: Math.min(16, generate) });
    }
    tell(`${model.name}: ${running.length} engines are loaded and warm`);
    await inTurn(running, rounds, async (engine, round) => {
      const { kind } = engine;
      const { prompt, generate } = lengthsFor(kind);
      await engine.ask("test", { kind: "decode", count: 4 }); // wakes threads, brings code and weights back
      const prefill = await engine.ask<{ seconds: number }>("test", { kind: "prefill", count: prompt });
      const decode = await engine.ask<{ seconds: number }>("test", { kind: "decode", count: generate });
      const [pp, tg] = [prompt / prefill.seconds, generate / decode.seconds];
      const about = aboutSeries(model, engine);
      samples.add({ ...about, test: `pp${lengths.prompt}`, unit: "tokens_per_second" }, round, pp);
      samples.add({ ...about, test: `tg${lengths.generate}`, unit: "tokens_per_second" }, round, tg);
      tell(
        `${model.name}, round ${round + 1} of ${rounds}, ${kind.id}: prefill ${pp.toFixed(1)}, decode ${tg.toFixed(1)}`,
      );
    });
    for (const engine of running) {
      const { rss, memory } = await engine.ask<About>("about");
      if (!memory) continue;
      const about = aboutSeries(model, engine);
      samples.add({ ...about, test: "resident before", unit: "bytes" }, 0, engine.prepared.rss as number);
      samples.add({ ...about, test: "resident", unit: "bytes" }, 0, rss);
      const limit = 1.1 * (memory.weights + memory.kv) + 60e6;
      samples.add({ ...about, test: "resident limit", unit: "bytes" }, 0, limit);
    }
    reportIdling(running, tell);
  });
}

/** What a call costs beside the arithmetic: decode of a tiny model. Test "call", seconds a token. */
export async function measureCalls(
  tiny: PeerModel,
  kinds: readonly EngineKind[],
  { rounds }: Course,
  samples: Samples,
): Promise<void> {
  const count = 512;
  await withEngines(kinds, tiny, { contextLength: count }, async (running) => {
    for (const engine of running) await engine.ask("test", { kind: "decode", count });
    await inTurn(running, rounds, async (engine, round) => {
      const { seconds } = await engine.ask<{ seconds: number }>("test", { kind: "decode", count });
      samples.add({ ...aboutSeries(tiny, engine), test: "call", unit: "seconds" }, round, seconds / count);
    });
  });
}

/**
 * Loading: each time in a new process, the file in the system's cache, everything before the model already there (the
 * library imported, the addon initialised). Tests "load" and "first token", seconds.
 */
export async function measureLoad(
  model: PeerModel,
  kinds: readonly EngineKind[],
  { rounds, lengths, tell }: Course,
  samples: Samples,
): Promise<void> {
  const contextLength = Math.max(lengths.prompt, lengths.generate);
  for (let round = -1; round < rounds; round++) {
    for (let i = 0; i < kinds.length; i++) {
      const kind = kinds[(i + Math.max(0, round)) % kinds.length]!;
      const engine = await start(kind);
      try {
        const { seconds, first } = await load(engine, model, { contextLength });
        const { build } = await engine.ask<About>("about");
        if (round < 0) continue; // fills the system's cache
        const about = aboutSeries(model, { ...engine, build: build ?? (engine.prepared.build as string | undefined) });
        samples.add({ ...about, test: "load", unit: "seconds" }, round, seconds);
        samples.add({ ...about, test: "first token", unit: "seconds" }, round, first);
        tell(`${model.name}, load ${round + 1} of ${rounds}, ${kind.id}: ${(seconds * 1000).toFixed(0)} ms`);
      } finally {
        await engine.stop();
      }
    }
  }
}

/** Tokens of a test at a depth: few, so that the context is nearly what it is named after. */
const atDepth = 16;

/** Decode with so many tokens in the context, keys and values in f16: tests "tg@128" and so on. */
export async function measureContexts(
  model: PeerModel,
  kinds: readonly EngineKind[],
  contexts: readonly number[],
  { rounds, tell }: Course,
  samples: Samples,
): Promise<void> {
  const sorted = [...contexts].sort((a, b) => a - b);
  const contextLength = sorted.at(-1)! + rounds * atDepth;
  await withEngines(kinds, model, { contextLength, kv: "f16" }, async (running) => {
    for (const context of sorted) {
      // The rounds go on where the one before stopped; the middle one has the context in its middle.
      const begin = Math.max(1, context - (rounds * atDepth) / 2);
      for (const engine of running) {
        await engine.ask("test", { kind: "decode", count: 1, depth: begin - 1 });
        tell(`${model.name}, ${engine.kind.id}: has ${begin} tokens in its context`);
      }
      await inTurn(running, rounds, async (engine, round) => {
        const depth = begin + round * atDepth;
        const { seconds } = await engine.ask<{ seconds: number }>("test", { kind: "decode", count: atDepth, depth });
        const about = aboutSeries(model, engine);
        samples.add({ ...about, test: `tg@${context}`, unit: "tokens_per_second" }, round, atDepth / seconds);
      });
    }
  });
}

async function withEngines(
  kinds: readonly EngineKind[],
  model: PeerModel,
  options: { readonly contextLength: number; readonly kv?: "f16" },
  work: (running: Warm[]) => Promise<void>,
): Promise<void> {
  const running: Warm[] = [];
  try {
    for (const kind of kinds) {
      const engine = await start(kind);
      running.push({ ...engine, build: undefined }); // so that it is stopped if it does not load
      await load(engine, model, options);
      const { build, threads } = await engine.ask<About>("about");
      if (threads !== undefined && threads !== kind.threads) {
        throw new Error(`${kind.id} computes with ${threads} threads, expected ${kind.threads}`);
      }
      running.pop();
      running.push({ ...engine, build: build ?? (engine.prepared.build as string | undefined) });
    }
    await work(running);
  } finally {
    await Promise.all(running.map((engine) => engine.stop()));
  }
}

const load = (engine: Running, model: PeerModel, options: object) =>
  engine.ask<{ seconds: number; first: number }>("load", {
    path: model.path,
    threads: engine.kind.threads,
    ...options,
  });

async function inTurn(
  running: Warm[],
  rounds: number,
  visit: (engine: Warm, round: number) => Promise<void>,
): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < running.length; i++) {
      const engine = running[(i + round) % running.length]!;
      const cpu = cpuSeconds(engine.pid);
      if (engine.left && cpu !== undefined) {
        const { cpu: sum, clock: waited } = engine.idle ?? { cpu: 0, clock: 0 };
        engine.idle = { cpu: sum + cpu - engine.left.cpu, clock: waited + clock() - engine.left.clock };
      }
      await visit(engine, round);
      const after = cpuSeconds(engine.pid);
      if (after !== undefined) engine.left = { cpu: after, clock: clock() };
    }
  }
}

/** An engine that computes while others are measured spoils their figures. */
function reportIdling(running: readonly Warm[], tell: Course["tell"]): void {
  for (const { kind, idle } of running) {
    const share = idle ? idle.cpu / idle.clock : 0;
    if (share > 0.02) tell(`${kind.id} used ${(100 * share).toFixed(0)} % of a core while others were measured`);
  }
}

function aboutSeries(model: PeerModel, { kind, build }: Pick<Warm, "kind" | "build">) {
  return { model: model.name, type: model.type, kind, ...(build !== undefined && { build }) };
}
