// The rounds. Every engine keeps the model loaded in a process of its own and sleeps while the others run; each round
// visits each engine once, and begins one engine further on than the round before.

import type { EngineKind, Running } from "./engines.js";
import { start } from "./engines.js";
import type { PeerModel } from "./models.js";
import type { Samples } from "./samples.js";

export interface Lengths {
  readonly prompt: number;
  readonly generate: number;
}

/** Lengths that an engine is tested with. */
export const lengthsOf = (_: EngineKind, lengths: Lengths): Lengths => lengths;

interface About {
  readonly rss: number;
  readonly build?: string;
  readonly threads?: number;
  readonly memory?: { readonly weights: number; readonly kv: number };
}

/** Hears what goes on. */
export type Tell = (message: string) => void;

/** Prefill and decode of one model. */
export async function measureSpeed(
  model: PeerModel,
  kinds: readonly EngineKind[],
  rounds: number,
  lengths: Lengths,
  samples: Samples,
  tell: Tell,
): Promise<void> {
  const running: Running[] = [];
  try {
    const builds = new Map<string, string | undefined>();
    for (const kind of kinds) {
      const engine = await start(kind);
      running.push(engine);
      const contextLength = Math.max(lengths.prompt, lengths.generate);
      await engine.ask("load", { path: model.path, threads: kind.threads, contextLength });
      const { prompt, generate } = lengthsOf(kind, lengths);
      await engine.ask("test", { kind: "prefill", count: prompt });
      await engine.ask("test", { kind: "decode", count: Math.min(32, generate) });
      const about = await engine.ask<About>("about");
      if (about.threads !== undefined && about.threads !== kind.threads) {
        throw new Error(`${kind.id} computes with ${about.threads} threads, expected ${kind.threads}`);
      }
      builds.set(kind.id, about.build ?? (engine.prepared.build as string | undefined));
      tell(`${model.name}: ${kind.id} is warm`);
    }
    for (let round = 0; round < rounds; round++) {
      for (let i = 0; i < running.length; i++) {
        const engine = running[(i + round) % running.length]!;
        const { kind } = engine;
        const { prompt, generate } = lengthsOf(kind, lengths);
        const build = builds.get(kind.id);
        const about = { model: model.name, type: model.type, kind, ...(build !== undefined && { build }) };
        await engine.ask("test", { kind: "decode", count: 4 }); // wakes threads, brings code and weights back
        const prefill = await engine.ask<{ seconds: number }>("test", { kind: "prefill", count: prompt });
        const decode = await engine.ask<{ seconds: number }>("test", { kind: "decode", count: generate });
        const [pp, tg] = [prompt / prefill.seconds, generate / decode.seconds];
        samples.add({ ...about, test: `pp${lengths.prompt}`, unit: "tokens_per_second" }, round, pp);
        samples.add({ ...about, test: `tg${lengths.generate}`, unit: "tokens_per_second" }, round, tg);
        tell(
          `${model.name}: round ${round + 1} of ${rounds}, ${kind.id}: ${pp.toFixed(1)} and ${tg.toFixed(1)} tokens/s`,
        );
      }
    }
  } finally {
    await Promise.all(running.map((engine) => engine.stop()));
  }
}
