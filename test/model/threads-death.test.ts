// A worker thread that dies takes its model with it, and nothing else: the generation ends with an error that says what
// happened, the memory is given back, and the process goes on. Run against dist/, as threads.test.ts.

import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Thread } from "../../src/engine/pool.js";

const { loadModel, openModel, Model, compileKernels } = (await import(
  "../../dist/node.js" as string
)) as typeof import("../../src/node.js");

const fixture = new URL("../fixtures/gguf/q8_0-tied.gguf", import.meta.url);
const patience = 20_000;

/** Spawns threads of which number `part` dies in the way that `death` names (dying-worker.mjs). */
function spawner(part: number, death: string): () => Thread {
  let spawned = 0;
  return () => {
    const worker = new Worker(new URL("./dying-worker.mjs", import.meta.url), {
      workerData: { death: spawned++ === part ? death : "none" },
      resourceLimits: { maxOldGenerationSizeMb: 24, maxYoungGenerationSizeMb: 4 },
      execArgv: [],
      stderr: true, // V8's report of the heap's end
    });
    let told = false;
    return {
      start: (task) => worker.postMessage(task),
      listen(onReady, onDeath) {
        worker.once("message", onReady);
        worker.once("error", onDeath);
        worker.once("exit", (code) => told || onDeath(new Error(`it ended with code ${code}`)));
      },
      keepAlive: (alive) => (alive ? worker.ref() : worker.unref()),
      terminate() {
        told = true;
        void worker.terminate();
      },
    };
  };
}

async function load(part: number, death: string, threads = 2): ReturnType<typeof Model.load> {
  const host = { compileKernels, spawnThread: spawner(part, death) };
  return Model.load(await openModel(fixture), host, { threads });
}

async function failure(work: Promise<unknown>): Promise<Error> {
  const timer = new AbortController();
  const late = new Promise<never>((_, reject) => {
    const id = setTimeout(() => reject(new Error(`nothing happened within ${patience} ms`)), patience);
    timer.signal.addEventListener("abort", () => clearTimeout(id));
  });
  try {
    await Promise.race([work, late]);
  } catch (error) {
    return error as Error;
  } finally {
    timer.abort();
  }
  return assert.unreachable("it worked") as never;
}

const deaths: readonly [string, RegExp][] = [
  ["exit", /^thread \d of 2 died: it ended with code 7; load the model again$/],
  ["throw", /^thread \d of 2 died: a mistake in the worker; load/],
  ["trap", /^thread \d of 2 died: Invalid typed array length: -1; load/],
  ["middle", /^thread \d of 2 died: a mistake in a kernel; load/],
  ["memory", /^thread \d of 2 died: .*memory limit.*; load/],
];

for (const [death, message] of deaths) {
  for (const part of [0, 1]) {
    test(`thread ${part} dies (${death}): a clear error, now and later, and no memory held`, async () => {
      const model = await load(part, death);
      const pieces: number[] = [];
      const generate = async () => {
        for await (const { id } of model.generate([5, 6, 7], { maxTokens: 50 })) pieces.push(id);
      };
      const error = await failure(generate());
      assert.match(error.message, message);
      assert.is(pieces.length, 2);
      assert.is(model.bytes, 0);
      assert.match((await failure(model.score([1, 2, 3]))).message, message);
      assert.throws(() => model.createSession(), message);
      await model.dispose();
    });
  }
}

test("another model goes on as if nothing had happened", async () => {
  const other = await loadModel(fixture, { threads: 2 });
  const expected = await other.score([1, 2, 3, 4, 5]);
  const model = await load(1, "exit");
  const [error, score] = await Promise.all([
    failure(model.generate([5, 6, 7], { maxTokens: 50 }).complete()),
    other.score([1, 2, 3, 4, 5]),
  ]);
  assert.match(error.message, /died/);
  assert.equal(score, expected);
  await other.dispose();
});

test("a thread that fails to start is the load's error", async () => {
  const error = await failure(load(1, "start"));
  assert.match(error.message, /^thread 1 of 2 died: no kernels today; load the model again$/);
});

test("so is one that fails while the weights are still coming in", async () => {
  const bytes = readFileSync(fixture);
  const read = async (offset: number, length: number) => {
    await delay(30);
    return bytes.subarray(offset, offset + Math.min(length, 4096));
  };
  const host = { compileKernels, spawnThread: spawner(0, "start") };
  const error = await failure(Model.load(await openModel({ read, size: bytes.length }), host, { threads: 1 }));
  assert.match(error.message, /^thread 0 of 1 died: no kernels today/);
});

test.run();
