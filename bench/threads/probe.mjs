// What bench/threads/main.ts measures in processes of their own, under any Node:
//
//   node probe.mjs '{"task": "speed", "path": ..., ...}'        prints one JSON value

import { monitorEventLoopDelay } from "node:perf_hooks";
import { loadModel } from "../../dist/node.js";

const { task, path, threads, counts, context, prompt, generate, rounds } = JSON.parse(process.argv[2]);

const tokens = (count, vocabulary) => Array.from({ length: count }, (_, at) => (at * 7919 + 13) % vocabulary);

const tasks = {
  /** Longest delay of the event loop, ms, while a prompt is read and text is sampled from the whole vocabulary. */
  async delay() {
    const model = await loadModel(path, { threads, contextLength: prompt + generate });
    const ids = tokens(prompt, model.config.vocab_size);
    const options = {
      maxTokens: generate,
      temperature: 0.8,
      topP: 0.95,
      seed: 1,
      logitBias: { [model.tokenizer.eosIds[0] ?? 0]: -100 },
    };
    await model.generate(ids.slice(0, 8), { ...options, maxTokens: 4 }).complete();
    const resolution = 1;
    const delays = monitorEventLoopDelay({ resolution });
    await new Promise((resolve) => setTimeout(resolve, 20));
    delays.enable();
    await model.generate(ids, options).complete();
    delays.disable();
    await model.dispose();
    return { worst: delays.max / 1e6 - resolution, p99: delays.percentile(99) / 1e6 - resolution };
  },

  /** Tokens per second for each of `counts` threads in turn, round after round. */
  async speed() {
    const models = [];
    for (const count of counts)
      models.push(await loadModel(path, { threads: count, contextLength: Math.max(prompt, generate) }));
    const vocabulary = models[0].config.vocab_size;
    const into = new Float32Array(vocabulary);
    const rates = counts.map(() => ({ prompt: [], generate: [] }));
    for (let round = 0; round <= rounds; round++) {
      for (const [index, model] of models.entries()) {
        const session = model.createSession();
        const timed = async (count, work) => {
          const start = performance.now();
          await work();
          return (count * 1000) / (performance.now() - start);
        };
        const read = await timed(prompt, () => session.evaluate(tokens(prompt, vocabulary)));
        session.reset();
        const made = await timed(generate, async () => {
          for (const id of tokens(generate, vocabulary)) await session.evaluate([id], { into });
        });
        session.dispose();
        if (round === 0) continue; // warm-up
        rates[index].prompt.push(read);
        rates[index].generate.push(made);
      }
    }
    for (const model of models) await model.dispose();
    return rates;
  },

  /** Milliseconds of a load, largest resident set in bytes, and what weights and KV cache take of it. */
  async load() {
    const start = performance.now();
    const model = path && (await loadModel(path, { threads, contextLength: context }));
    const ms = performance.now() - start;
    if (model) {
      const session = model.createSession();
      // The cache is resident as far as it has been filled.
      const batch = tokens(model.contextLength, model.config.vocab_size);
      if (prompt) await session.evaluate(batch.slice(0, prompt));
    }
    const resident = process.resourceUsage().maxRSS * 1024;
    const held = model ? model.memory.weights + model.memory.kv : 0;
    const build = model ? model.build : "";
    if (model) await model.dispose();
    return { ms, resident, held, build };
  },
};

process.stdout.write(JSON.stringify(await tasks[task]()));
process.exit(0);
